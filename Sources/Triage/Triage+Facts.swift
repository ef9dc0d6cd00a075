import Desk
import Dialogue
public import Facts
public import Understanding

/// What the desk's rules are evaluated over, and the summary that an agent reads.
extension Triage {
    /// The facts of a message that begins a conversation: for trying the rules out.
    public func facts(ofFirst reading: Interpretation, at now: Instant) -> Record {
        let conversation = Conversation(
            id: "trial", language: reading.language, channel: "chat", at: now)
        let facts = turnFacts(of: conversation, mentions: reading.mentions).record
            .merging(["intent": .text(reading.verdict.intent ?? "")])
        return tellHuman(facts, intent: reading.verdict.intent)
    }

    /// Who wishes a person by a phrase of the intent has said so as much as by a word of the list.
    func tellHuman(_ facts: Record, intent: String?) -> Record {
        intent == Self.humanIntent
            ? facts.merging(["said": .record(["human": .flag(true)])]) : facts
    }

    /// The repair by which customers ask for a person.
    private static let humanIntent = "human"

    /// The facts of a conversation after a turn, when it is known whether the message was understood. `mentions`: the
    /// word lists of the message just heard.
    func turnFacts(of conversation: Conversation, mentions: [String]) -> RuleFacts {
        RuleFacts(
            of: conversation, mentions: mentions, isAfterTurn: true, book: handbook.book, now: now)
    }

    /// What the rules say of a message before anybody answers it.
    func outcome(of reading: Interpretation, in conversation: Conversation) -> RuleOutcome {
        rules.evaluate(
            RuleFacts(
                of: conversation, mentions: reading.mentions, intent: reading.verdict.intent,
                tellsWho: reading.tellsWho, isAfterTurn: false, book: handbook.book, now: now))
    }

    /// Notes the rules that fired, where the book is traced.
    mutating func trace(_ outcome: RuleOutcome) {
        guard handbook.book.isTraced, !outcome.fired.isEmpty else { return }
        effects.append(.traced(outcome.fired.map { .fired(rule: $0) }))
    }

    /// Five lines made by rules, in the pack's own words (`repair.summary_…`) and its default language: who, what
    /// was wanted, what was done, why the bot stopped, the customer's last words.
    mutating func summary(of conversation: Conversation, reasons: [String]) -> String {
        let state = conversation.dialogue
        var lines: [String] = []
        func add(_ reply: String, _ arguments: Record) {
            var speaker = DialogueState(
                conversation: state.conversation,
                language: handbook.book.replies.defaultLanguage)
            dialogue.reply(reply, arguments: arguments, state: &speaker).map {
                lines.append($0.text)
            }
            guard handbook.book.isTraced else { return }
            effects.append(.traced([.said(reply: reply, language: speaker.language)]))
        }
        if let customer = state.customer {
            // A channel that has verified a customer may know no more than the id.
            let unnamed = "repair.summary_customer_unnamed"
            let isUnnamed = customer["name"] == nil && handbook.book.replies.has(unnamed)
            add(
                isUnnamed ? unnamed : "repair.summary_customer",
                ["customer": .record(customer), "language": .text(state.language)])
        } else {
            add("repair.summary_unknown", ["language": .text(state.language)])
        }
        let known = ["email", "phone"].compactMap { state.customer?[$0]?.text }
        if let contact = conversation.contact, !known.contains(contact) {
            add("repair.summary_contact", ["contact": .text(contact)])
        }
        if let order = conversation.order {
            // Not every shop says when an order was placed.
            let undated = "repair.summary_order_undated"
            let isUndated = order["placed_at"] == nil && handbook.book.replies.has(undated)
            add(isUndated ? undated : "repair.summary_order", ["order": .record(order)])
        }
        for wish in dialogue.openWishes(of: state) {
            let plain = "repair.summary_wish_plain"
            let isPlain = wish.details.isEmpty && handbook.book.replies.has(plain)
            add(
                isPlain ? plain : "repair.summary_wish",
                ["wish": .text(wish.title), "details": .text(wish.details)])
        }
        for done in state.done {
            add(
                "repair.summary_done",
                [
                    "type": .text(done.type), "order": .text(done.orderID ?? "–"),
                    "key": .text(done.key),
                ])
        }
        for failure in state.failures.suffix(1) {
            add(
                "repair.summary_failure",
                [
                    "action": .text(failure.action), "reason": .text(failure.reason),
                    "attempts": .integer(failure.attempts),
                ])
        }
        add("repair.summary_reasons", ["reasons": .list(reasons.map(Value.text))])
        if let last = conversation.tail.last(where: { $0.speaker == "customer" }) {
            add("repair.summary_last_words", ["text": .text(String(last.text.prefix(280)))])
        }
        return lines.joined(separator: "\n")
    }
}

extension Interpretation {
    /// "Mara Lindqvist, 10435", or an e-mail: enough to know a customer by.
    fileprivate var tellsWho: Bool {
        let kinds = Set(entities.filter { !$0.isNegated }.map(\.kind))
        return kinds.contains(BuiltInEntity.email.rawValue)
            || kinds.isSuperset(of: [BuiltInEntity.name.rawValue, BuiltInEntity.zip.rawValue])
    }
}
