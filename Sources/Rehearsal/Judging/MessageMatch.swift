import Facts
import Triage
import Wire

/// Compares what was said with what is expected.
struct MessageMatch {
    let expected: Transcript.ExpectedMessage
    let placeholders: Placeholders
    let slots: (String) -> String?

    /// Whether the message is one that the line allows; binds what the line captures.
    func fits(_ message: Message, _ captures: inout Captures) -> Bool {
        guard expected.mode == .any || message.sender == expected.speaker else { return false }
        for text in expected.texts where fits(text, message, &captures) { return true }
        return false
    }

    private func fits(_ text: String, _ message: Message, _ captures: inout Captures) -> Bool {
        let wanted = captures.filled(placeholders.filled(text))
        switch expected.mode {
        case .any: return true
        case .exact: return message.text == wanted
        case .pattern, .absent:
            guard let bound = TalkPattern(wanted).match(message.text, value: slots) else {
                return false
            }
            captures.bind(bound)
            return true
        case .regex:
            guard let expression = try? TextExpression(parsing: wanted) else { return false }
            return expression.matches(message.text)
        case .reply: return fits(reply: text, message, &captures)
        }
    }

    private func fits(reply text: String, _ message: Message, _ captures: inout Captures) -> Bool {
        let text = placeholders.filled(text)
        // Most lines are about another message.
        let start = text.utf8.drop { $0 == 0x20 || $0 == 0x09 }
        guard let reply = message.reply, start.starts(with: reply.utf8) else { return false }
        if start.count == reply.utf8.count { return true }
        var scanner = TalkScanner(text)
        scanner.skipBlanks()
        let id = scanner.take { $0.isTalkName }
        guard id == reply, let arguments = try? scanner.arguments() else { return false }
        var bound = captures
        for argument in arguments {
            guard bound.fit(argument, message.arguments, slots: slots) else { return false }
        }
        captures = bound
        return true
    }
}

extension Message {
    /// `return_item.confirm_item item.name="Halo floor lamp" order_id=1042`; nil for an agent's words.
    var replyLine: String? {
        guard let reply, !reply.isEmpty else { return nil }
        let shown = arguments.fields.map {
            TalkArgument(name: $0.name, value: $0.value.talkText).text
        }
        return ([reply] + shown).joined(separator: " ")
    }
}
