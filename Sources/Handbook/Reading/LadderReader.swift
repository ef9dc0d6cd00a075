import Desk
import Facts

/// Reads the steps of a ladder: `{at: 80% of first_reply, notify: [lead]}`.
struct LadderReader {
    let report: Report

    private static let keys = [
        "at", "widen", "notify", "class", "offer", "page", "nudge", "requeue", "repeat", "max",
        "tell", "ask",
        "park",
    ]
    private static let withoutReply = " without reply"
    private static let withoutAnswer = " without answer"
    private static let targets = TargetName.allCases.map(\.rawValue)

    func read(_ node: YAMLNode?, name: String) -> [LadderStep] {
        let items = node?.list(report, of: "steps") ?? []
        return items.enumerated().compactMap { step($1, id: "\(name).\($0 + 1)") }
    }

    private func step(_ node: YAMLNode, id: String) -> LadderStep? {
        let fields = node.fields(report, "a step of a ladder", keys: Self.keys)
        guard let text = fields.required("at", cure: "add at: with a time, as 30s or first_reply"),
            let place = fields["at"]?.place
        else { return nil }
        let withoutReply = text.hasSuffix(Self.withoutReply)
        let withoutAnswer = text.hasSuffix(Self.withoutAnswer)
        let suffix = withoutReply ? Self.withoutReply : withoutAnswer ? Self.withoutAnswer : ""
        let timeText = String(text.dropLast(suffix.count))
        guard let time = time(timeText, at: place) else { return nil }
        let repetition = fields["repeat"]?.duration(report)
        let maximum = fields["max"]?.integer(report, in: 1...1000)
        return LadderStep(
            id: id, at: time, withoutReply: withoutReply, withoutAnswer: withoutAnswer,
            actions: actions(fields), repeatEvery: repetition,
            maximumTimes: maximum ?? 1)
    }

    private func time(_ text: String, at place: Place) -> LadderTime? {
        if let target = TargetName(rawValue: text) { return .target(target) }
        if let duration = Duration(shortText: text) { return .after(duration) }
        let parts = text.split(separator: " ").map(String.init)
        if parts.count == 3, parts[1] == "of", parts[0].hasSuffix("%"),
            let percent = Int(parts[0].dropLast()), (1...1000).contains(percent)
        {
            if let target = TargetName(rawValue: parts[2]) { return .percent(percent, of: target) }
            report.error(
                .badValue, at: place, "'\(parts[2])' is no target",
                cure: suggestion(for: parts[2], among: Self.targets)
                    ?? "write one of \(Self.targets.joined(separator: ", "))")
            return nil
        }
        report.error(
            .badValue, at: place, "'\(text)' is no time of a ladder",
            cure: "write 30s, first_reply, `80% of first_reply`, or `3m without reply`")
        return nil
    }

    private func actions(_ fields: Fields) -> [LadderAction] {
        fields.entries.flatMap { entry -> [LadderAction] in
            switch entry.key {
            case "widen": return entry.value.texts(report, of: "queues").compactMap(widening)
            case "notify": return words(entry).map { .notify(role: $0) }
            case "class": return words(entry).map { .raise(serviceClass: $0) }
            case "offer": return words(entry).map { .offer($0) }
            case "page": return words(entry).map { .page(role: $0) }
            case "tell": return word("wait", of: entry) ? [.tellWait] : []
            case "ask": return words(entry).map { .ask($0) }
            case "park": return entry.value.duration(report).map { [.park($0)] } ?? []
            case "nudge": return word("owner", of: entry) ? [.nudge] : []
            case "requeue": return word("keep_place", of: entry) ? [.requeue] : []
            default: return []
            }
        }
    }

    private func words(_ entry: YAMLNode.Entry) -> [String] {
        entry.value.texts(report, of: "names").map(\.text)
    }

    private func word(_ word: String, of entry: YAMLNode.Entry) -> Bool {
        guard let text = entry.value.text(report, word) else { return false }
        return entry.value.word(text, "what '\(entry.key)' goes with", among: [word], report) != nil
    }

    private func widening(_ text: String, _ place: Place) -> LadderAction? {
        let parts = text.split(separator: " ").map(String.init)
        if parts.count == 3, parts[1] == "->" { return .widen(from: parts[0], to: parts[2]) }
        report.error(
            .badValue, at: place, "'\(text)' is no widening", cure: "write [payments -> general]")
        return nil
    }
}
