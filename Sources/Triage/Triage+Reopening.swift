import Desk
import Dialogue
public import Facts
import Understanding

/// When a person closed what the customer wanted.
public struct Closing: Equatable, Sendable, Codable {
    public var at: Instant
    public var agent: String
    /// What the customer wanted when people took over.
    public var intent: String?
}

/// A request that a person has just closed, and that is not settled: what the customer writes next belongs to it,
/// unless it is a wish of its own.
extension Triage {
    /// Opens the ticket again, and answers the message with that.
    mutating func reopens(_ reading: Interpretation, in conversation: Conversation) -> Bool {
        let id = conversation.id
        guard let closing = conversation.closing else { return false }
        guard canReopen(id), now - closing.at <= resumeWindow(of: conversation) else {
            change(id) { $0.closing = nil }
            return false
        }
        guard belongs(reading, to: closing) else {
            if isOwnWish(reading) { change(id) { $0.closing = nil } }
            return false
        }
        change(id) { conversation in
            conversation.closing = nil
            conversation.dialogue.language = reading.language
            conversation.dialogue.turn += 1
        }
        let said =
            hasWords("repair.reopened")
            ? say("repair.reopened", in: id, ["agent": .text(agentName(closing.agent))]) : []
        let handedOver = handOff(
            id, reasons: [Self.notSettled], queue: nil, mentions: reading.mentions)
        completeTurn(id, TurnSummary(of: reading), saying: said + handedOver)
        return true
    }

    /// Why the ticket is open again.
    private static let notSettled = "not_settled"

    private func canReopen(_ id: String) -> Bool {
        switch desk.ticket(ofConversation: id)?.state {
        case .wrapUp, .resolved: true
        case .queued, .offered, .claimed, .parked, .attention, .closed, nil: false
        }
    }

    /// A letter is answered when it is read: the whole time in which a ticket can be reopened.
    private func resumeWindow(of conversation: Conversation) -> Duration {
        let defaults = handbook.plan.defaults
        return conversation.dialogue.channel == "email"
            ? max(defaults.resumeWindow, defaults.reopenWindow) : defaults.resumeWindow
    }

    private func belongs(_ reading: Interpretation, to closing: Closing) -> Bool {
        if reading.isThanks || reading.yesOrNo != nil && reading.tokens.count <= 3 { return false }
        let isUnhappy = Self.unhappyWords.contains { reading.mentions.contains($0) }
        guard let intent = reading.verdict.intent else { return true }
        return isUnhappy || intent == closing.intent
    }

    private static let unhappyWords = ["unsettled_words", "frustration_words"]

    /// Something that a ticket would name, or that an article answers: the closed request is behind the customer.
    private func isOwnWish(_ reading: Interpretation) -> Bool {
        let book = handbook.book
        guard let intent = reading.verdict.intent else { return false }
        guard let flow = book.flowOfIntent[intent].flatMap({ book.flows[$0] }) else { return true }
        return flow.kind == .intent
            && (flow.request != nil || flow.needs != nil || !flow.slots.isEmpty)
    }
}
