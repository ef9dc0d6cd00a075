import Dialogue
import Facts

/// What is said by e-mail reads as a letter.
extension Triage {
    /// The messages of a turn with a greeting before the first and a closing behind the last, where the customer
    /// writes e-mail and the pack has the words (`letter_hello`, `letter_hello_customer`, `letter_closing`).
    mutating func asLetter(_ said: [SaidReply], in conversation: Conversation) -> [SaidReply] {
        guard conversation.dialogue.channel == "email", !said.isEmpty else { return said }
        var letter = said
        if let hello = greeting(in: conversation) {
            letter[0].text = hello.text + Self.blankLine + letter[0].text
            trace(hello, in: conversation)
        }
        if let closing = words("repair.letter_closing", in: conversation) {
            letter[letter.count - 1].text += Self.blankLine + closing.text
            trace(closing, in: conversation)
        }
        return letter
    }

    private static let blankLine = "\n\n"

    private mutating func trace(_ part: SaidReply, in conversation: Conversation) {
        guard handbook.book.isTraced else { return }
        let mark = TraceMark.said(reply: part.reply, language: conversation.dialogue.language)
        effects.append(.traced([mark]))
    }

    /// By name only where the customer is verified: a letter must not tell who somebody is.
    private func greeting(in conversation: Conversation) -> SaidReply? {
        let names = ["first_name", "last_name"].map { name in
            (name, conversation.dialogue.customer?[name]?.text)
        }
        var arguments = Record()
        for case (let name, let text?) in names { arguments[name] = .text(text) }
        guard arguments.fields.count == names.count else {
            return words("repair.letter_hello", in: conversation)
        }
        return words("repair.letter_hello_customer", arguments, in: conversation)
    }

    private func words(
        _ id: String, _ arguments: Record = Record(), in conversation: Conversation
    ) -> SaidReply? {
        var state = conversation.dialogue
        return dialogue.reply(id, arguments: arguments, state: &state)
    }
}
