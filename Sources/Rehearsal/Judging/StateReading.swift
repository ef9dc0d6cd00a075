import Daemon
import Desk
import Dialogue
import Facts
import Triage
import Understanding

/// What `?` lines may ask about a conversation after a turn.
struct StateReading {
    let stage: any Observed
    let turn: Turn?
    /// Conversation that the turn is about.
    let conversation: String

    enum Answer: Equatable {
        /// The value's ways of writing, the canonical one first.
        case texts([String])
        /// A list: its members' texts.
        case list([String])
        /// There is no value.
        case absent
        /// There is no such path.
        case unknown
    }

    /// The paths, for messages.
    static let paths =
        "intent, confidence, rule, state, stack, wishes, owner, outcome, language, failed_turns, turn, done, csat, "
        + "slot.<name>, customer.<name>, fact.<name>, action.<name>, ticket.<field>, handoff.<field>, "
        + "metric.first_human_reply"

    func answer(_ path: String) -> Answer {
        let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
        guard let root = parts.first else { return .unknown }
        return parts.count == 2 ? answer(root, parts[1]) : answer(root: root)
    }

    /// The slot's text, for `{order_id}` in patterns.
    func slotText(_ name: String) -> String? {
        guard case .texts(let texts) = slot(name) else { return nil }
        return texts.first
    }

    private var open: Conversation? { stage.conversation(conversation) }
    private var dialogue: DialogueState? { open?.dialogue }

    private var ticket: Ticket? { stage.ticket(of: conversation) }

    private func answer(root: String) -> Answer {
        switch root {
        case "intent": .init(turn?.intent ?? dialogue?.intent)
        case "confidence": .init(turn.map { String($0.confidence) })
        case "rule": .init(turn?.rule.map { "\($0.file):\($0.line)" })
        case "state": .init(turn?.state ?? Self.state(of: dialogue))
        case "stack": .list(dialogue?.stack.map(\.flow) ?? [])
        case "wishes": .list(dialogue?.wishes.map(\.intent) ?? [])
        case "owner": .init(open?.owner.name ?? "bot")
        case "outcome": .init(turn?.outcome ?? dialogue?.outcome)
        case "language": .init(dialogue?.language)
        case "failed_turns": .init(dialogue.map { String($0.failedTurns) })
        case "turn": .init(open.map { String($0.turnCount) })
        case "done": .list(dialogue?.done.map(\.type) ?? [])
        case "csat": .init(dialogue?.satisfaction.map { String($0) })
        default: .unknown
        }
    }

    private static func state(of dialogue: DialogueState?) -> String {
        dialogue?.stack.last.map { "\($0.flow)/\($0.state)" } ?? "idle"
    }

    private func answer(_ root: String, _ rest: String) -> Answer {
        let names = rest.split(separator: ".").map(String.init)
        switch root {
        case "slot": return slot(rest)
        case "customer":
            return .init(dialogue?.customer.flatMap { Value.record($0).value(at: names) })
        case "fact": return .init(dialogue.flatMap { Value.record($0.facts).value(at: names) })
        case "action": return action(rest)
        case "handoff", "ticket": return ticket(field: rest)
        case "metric": return metric(rest)
        default: return .unknown
        }
    }

    private func slot(_ name: String) -> Answer {
        let names = name.split(separator: ".").map(String.init)
        let frames = (dialogue?.stack ?? []).reversed()
        for frame in frames {
            if let value = Value.record(frame.slots).value(at: names) { return Answer(value) }
        }
        return .absent
    }

    /// `failed attempts=3`.
    private func action(_ name: String) -> Answer {
        guard let result = stage.lastResults[name] else { return .absent }
        let attempts = " attempts=\(result.attempts)"
        return .texts([
            result.outcome + (result.attempts > 1 ? attempts : ""), result.outcome,
            result.outcome + attempts,
        ])
    }

    private func ticket(field: String) -> Answer {
        guard let ticket else { return .absent }
        switch field {
        case "id": return .init(ticket.id)
        case "state": return .init(ticket.state.name)
        case "queue": return .init(ticket.queue)
        case "class": return .init(ticket.serviceClass)
        case "agent": return .init(ticket.state.owner)
        case "reasons": return .list(ticket.reasons)
        case "summary": return .init(ticket.summary)
        case "tags": return .list(ticket.tags)
        case "frozen": return .list(ticket.frozen)
        case "language": return .init(ticket.language)
        case "open": return .list(ticket.open.map(Self.text))
        case "done": return .list(ticket.done.map(Self.text))
        case "notes": return .list(ticket.notes.map(\.text))
        case "resolution": return .init(ticket.resolution?.code)
        default:
            let names = field.split(separator: ".").map(String.init)
            switch names.first {
            case "slot": return .init(Value.record(ticket.slots).value(at: names.dropFirst()))
            case "customer":
                return .init(Value.record(ticket.customer).value(at: names.dropFirst()))
            default: return .unknown
            }
        }
    }

    /// `return 1042`.
    private static func text(_ item: WorkItem) -> String {
        item.orderID.map { "\(item.type) \($0)" } ?? item.type
    }

    private func metric(_ name: String) -> Answer {
        guard name == "first_human_reply" else { return .unknown }
        guard let from = stage.handedOverAt[conversation],
            let to = stage.firstHumanReplyAt[conversation]
        else { return .absent }
        return .init(TalkTime.text(to - from))
    }
}

extension StateReading.Answer {
    init(_ text: String?) {
        self = text.map { .texts([$0]) } ?? .absent
    }

    init(_ value: Value?) {
        switch value {
        case nil: self = .absent
        case .list(let items): self = .list(items.map { $0.identity.talkText })
        case .some(let value): self = .texts(value.identityFirstTexts)
        }
    }

    /// As a `?` line shows it.
    var text: String {
        switch self {
        case .texts(let texts): texts.first ?? ""
        case .list(let members): members.isEmpty ? "empty" : members.joined(separator: ", ")
        case .absent: "(none)"
        case .unknown: "(unknown)"
        }
    }
}

extension Value {
    /// The texts of a value, a record's id before its name.
    fileprivate var identityFirstTexts: [String] {
        let id = identity.talkText
        return [id] + talkTexts.filter { $0 != id }
    }
}
