import Dialogue
import Facts

/// What the desk's rules read of a conversation. A fact is made when a rule asks for it.
struct RuleFacts: FactSource {
    private let conversation: Conversation
    private let isHuman: Bool
    private let message: Value
    private let intent: String?
    private let tellsWho: Bool
    private let isAfterTurn: Bool
    private let book: DialogueBook
    let now: Instant

    /// `mentions`: the word lists of the message just heard; `intent`: its own, where it is not the conversation's yet;
    /// `tellsWho`: it names a customer in full; `isAfterTurn`: it is known whether it was understood.
    init(
        of conversation: Conversation, mentions: [String], intent: String? = nil,
        tellsWho: Bool = false, isAfterTurn: Bool, book: DialogueBook, now: Instant
    ) {
        self.conversation = conversation
        isHuman = mentions.contains("human_words")
        message = .record(["mentions": .list(mentions.map(Value.text))])
        self.intent = intent
        self.tellsWho = tellsWho
        self.isAfterTurn = isAfterTurn
        self.book = book
        self.now = now
    }

    func value(at path: [String]) -> Value? {
        // Without a closure: it would copy the conversation for each fact that a rule reads.
        guard let name = path.first, let fact = fact(name) else { return nil }
        return path.count > 1 ? fact.value(at: path.dropFirst()) : fact
    }

    /// All facts, for a ticket.
    var record: Record {
        var facts = state.facts
        for name in Self.names { facts[name] = fact(name) }
        return facts
    }

    private var state: DialogueState { conversation.dialogue }

    private static let names = [
        "customer", "intent", "language", "channel", "conversation", "contacts", "failures",
        "outcome", "message", "text", "said", "failed_turns",
    ]

    private func fact(_ name: String) -> Value? {
        switch name {
        case "customer": state.customer.map(Value.record)
        case "intent": (intent ?? state.intent).map(Value.text)
        case "language": .text(state.language)
        case "channel": .text(state.channel)
        case "conversation":
            .record(["open": .integer(open.count), "flow": .text(open.last ?? "")])
        case "contacts": state.customer?["contacts"]
        case "failures": .integer(state.failures.count)
        case "outcome": state.outcome.map(Value.text)
        case "message", "text": message
        case "said": .record(["human": .flag(isHuman), "who": .flag(tellsWho)])
        case "failed_turns" where isAfterTurn: .integer(state.failedTurns)
        default: state.facts[name]
        }
    }

    private var open: [String] {
        state.stack.map(\.flow).filter { book.flows[$0]?.kind == .intent }
    }
}
