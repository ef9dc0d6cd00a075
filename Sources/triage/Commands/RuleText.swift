import Desk
import Understanding
import Wire

/// Rules and routes for people.
enum RuleText {
    /// `mentioned`: which of the customer's words mention which lists, as far as they are known.
    static func lines(
        _ route: Route, _ traces: [RuleTrace], mentioned: [Explanation.Mention] = []
    ) -> [String] {
        var lines = [
            "queue     \(route.queue)", "class     \(route.serviceClass)",
            "hand off  \(route.outcome.handOff ? "yes" : "no")",
        ]
        let fired = traces.filter(\.holds).map(\.rule).joined(separator: ", ")
        lines.append("fired     \(fired.isEmpty ? "no rule" : fired)")
        for (name, list) in [
            ("notify", route.outcome.notify), ("page", route.outcome.page),
            ("freeze", route.outcome.freeze), ("tags", route.outcome.tags),
        ] where !list.isEmpty {
            lines.append("\(name.padded(to: 9)) \(list.joined(separator: ", "))")
        }
        for trace in traces {
            lines.append("\(trace.holds ? "+" : "-") \(trace.rule)")
            for test in trace.tests {
                lines.append(
                    "    \(test.holds ? "+" : "-") \(test.text)   (\(found(test, mentioned)))")
            }
        }
        return lines
    }

    /// The value of the field; of a word list the words that mention it.
    private static func found(
        _ test: RuleTrace.Test, _ mentioned: [Explanation.Mention]
    ) -> String {
        guard let list = test.wordList else {
            return test.found.map { SafeText.oneLine($0.ruleText, limit: 60) } ?? "missing"
        }
        guard test.holds else { return "no" }
        var words: [String] = []
        for mention in mentioned where mention.list == list && !words.contains(mention.words) {
            words.append(mention.words)
        }
        return words.isEmpty
            ? "yes" : SafeText.oneLine(words.map { "“\($0)”" }.joined(separator: ", "), limit: 60)
    }

    static func json(_ route: Route) -> JSON {
        let list: ([String]) -> JSON = { .array($0.map { .string($0) }) }
        return [
            "queue": .string(route.queue), "class": .string(route.serviceClass),
            "hand_off": .bool(route.outcome.handOff), "rules": list(route.outcome.fired),
            "notify": list(route.outcome.notify), "page": list(route.outcome.page),
            "freeze": list(route.outcome.freeze), "tags": list(route.outcome.tags),
        ]
    }
}
