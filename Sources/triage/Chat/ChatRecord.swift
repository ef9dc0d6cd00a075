import Facts
import Rehearsal
import Wire

/// What was said in a chat: for `:why` and `:save`.
struct ChatRecord {
    private enum Entry {
        case said(String, number: Int)
        case heard(JSON, sender: String)
    }

    private var entries: [Entry] = []
    /// The results of `conversation.say`, by the number of the message.
    private var turns: [Int: JSON] = [:]
    private var last: JSON?

    /// The conversation's language as far as it is known.
    private(set) var language: String?

    mutating func said(_ text: String, number: Int) {
        entries.append(.said(text, number: number))
    }

    mutating func heard(_ message: JSON, from sender: String) {
        entries.append(.heard(message, sender: sender))
    }

    mutating func answered(_ turn: JSON, number: Int) {
        turns[number] = turn
        last = turn
        language = turn["language"]?.string ?? language
    }

    /// How the last message was understood.
    var why: String {
        guard let last else { return "-- nothing was said yet" }
        var lines: [String] = []
        let intent = last["intent"]?.string ?? "none"
        if let rule = last["rule"] {
            let place = "\(rule["file"]?.string ?? ""):\(rule["line"]?.integer ?? 0)"
            lines.append("-- intent \(intent), by the rule \(place) \(rule["text"]?.string ?? "")")
        } else if case .number(let confidence) = last["confidence"], confidence > 0 {
            let percent = Int((confidence * 100).rounded())
            lines.append("-- intent \(intent), by the classifier, \(percent) % sure")
        } else {
            lines.append("-- intent \(intent); neither a rule nor the classifier decided")
        }
        if let taken = last["taken_as"]?.string { lines.append("   taken as \(taken)") }
        let state = last["state"]?.string ?? "idle"
        lines.append("   state \(state), owner \(last["owner"]?.string ?? "bot")")
        let replies = (last["messages"]?.array ?? []).compactMap { $0["reply"]?.string }
        if !replies.isEmpty { lines.append("   replies \(replies.joined(separator: ", "))") }
        if let ticket = last["ticket"]?.string { lines.append("   ticket \(ticket)") }
        if let outcome = last["outcome"]?.string { lines.append("   outcome \(outcome)") }
        return lines.joined(separator: "\n")
    }

    /// Where a conversation stands, out of `conversation.show`.
    static func state(of shown: JSON) -> String {
        var lines = [
            "-- \(shown["conversation"]?.string ?? ""), owner \(shown["owner"]?.string ?? "bot"), "
                + "\(shown["turns"]?.integer ?? 0) turns, language \(shown["language"]?.string ?? "?")"
        ]
        if let ticket = shown["ticket"]?.string { lines.append("   ticket \(ticket)") }
        guard let dialogue = shown["dialogue"] else { return lines.joined(separator: "\n") }
        if let customer = dialogue["customer"]?["name"]?.string
            ?? dialogue["customer"]?["id"]?.string
        {
            lines.append("   customer \(SafeText.shown(customer)), verified")
        }
        for frame in dialogue["stack"]?.array ?? [] {
            let flow = frame["flow"]?.string ?? ""
            lines.append("   \(flow)/\(frame["state"]?.string ?? "") \(slots(of: frame))")
        }
        if (dialogue["stack"]?.array ?? []).isEmpty { lines.append("   no flow is open") }
        return lines.joined(separator: "\n")
    }

    private static func slots(of frame: JSON) -> String {
        (frame["slots"]?.members ?? []).map { slot in
            let shown = slot.value.string ?? slot.value["name"]?.string ?? slot.value.text
            return "\(slot.name)=\(SafeText.oneLine(shown, limit: 60))"
        }.joined(separator: " ")
    }

    /// The conversation in `.talk` syntax, without the person.
    func transcript(customer: String?, redactor: Redactor) -> String {
        var redactor = redactor
        let day = Zone.utc.civil(at: Clock.now)
        var lines = [
            "title: A chat", "world: demo-shop", "start: \(day.day.iso) \(day.clock) UTC",
        ]
        if let customer { lines.append("customer: \(customer) verified") }
        lines += [
            "source: recorded by triage chat",
            "redacted: name, email, phone, card, iban, address", "", "=== As it was said",
        ]
        var open: JSON?
        for entry in entries {
            switch entry {
            case .said(let text, let number):
                let words = redactor.redact(text, language: language ?? "en")
                lines += Self.state(after: open) + ["", "customer: " + Self.indented(words)]
                open = turns[number]
            case .heard(let message, let sender):
                if sender == "bot", let reply = message["reply"]?.string {
                    lines.append("bot=: \(reply)")
                } else {
                    let text = redactor.redact(message["text"]?.string ?? "")
                    lines.append("\(sender): " + Self.indented(text))
                }
            }
        }
        return (lines + Self.state(after: open) + [""]).joined(separator: "\n")
    }

    private static func indented(_ text: String) -> String {
        text.replacing("\n", with: "\n  > ")
    }

    private static func state(after turn: JSON?) -> [String] {
        guard let turn else { return [] }
        let intent = turn["intent"]?.string.map { ["  ? intent = \($0)"] } ?? []
        return intent + ["  ? state = \(turn["state"]?.string ?? "idle")"]
    }
}
