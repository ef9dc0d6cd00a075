import Rehearsal
import Wire

/// A ticket of this agent as it was last heard of.
struct TicketAtHand {
    var id: String
    var epoch: Int
    var queue: String
    /// The customer's name, for the prompt.
    var customer: String
    /// A question of a colleague: lines answer it.
    var isInternal: Bool
    /// Since when the customer waits for a reply, in milliseconds since the epoch.
    var owesSince: Int?
    /// The last line of the conversation that was printed.
    var lastLine: JSON?
    /// How many conversations it has: more than one after a merge.
    var chats = 1
    /// Somebody else has it now.
    var isLost = false
    /// A draft of another time is on the ticket: what is typed now must not replace it.
    var hasDraft = false
    /// The draft on the ticket is of the line that is being typed, as it was a moment ago.
    var isLineKept = false

    init?(_ ticket: JSON) {
        guard let id = ticket["id"]?.string else { return nil }
        self.id = id
        epoch = ticket["epoch"]?.integer ?? 0
        queue = SafeText.oneLine(ticket["queue"]?.string ?? "", limit: 12)
        customer = TicketText.shortName(of: ticket)
        isInternal = ticket["parent"]?.string != nil
        owesSince = ticket["unanswered_since"]?.integer
        lastLine = TicketText.transcript(of: ticket).last
        chats = TicketText.chats(of: ticket).count
    }
}

extension AgentLine {
    /// Whether the line answers an offer rather than the ticket at hand.
    var isAboutOffer: Bool { self == .accept || self == .decline }

    /// Whether `/undo` takes it back for a minute.
    var isUndoable: Bool {
        switch self {
        case .transfer, .snooze, .waitOnCustomer, .callBack, .waitOnTeam: true
        case .reply, .online, .away, .takeBreak, .offline, .next, .accept, .decline, .claim,
            .takeOver, .note, .resolve, .returnToBot, .wake, .kick, .undo, .send, .ask, .answer,
            .merge, .assign, .whisper, .done:
            false
        }
    }

    /// Whether the ticket is off the agent's desk afterwards.
    var leavesDesk: Bool {
        switch self {
        case .transfer, .snooze, .waitOnCustomer, .callBack, .waitOnTeam, .resolve, .returnToBot,
            .answer, .merge, .assign:
            true
        case .reply, .online, .away, .takeBreak, .offline, .next, .accept, .decline, .claim,
            .takeOver, .note, .wake, .kick, .undo, .send, .ask, .whisper, .done:
            false
        }
    }

    /// When the ticket is to come back.
    var time: AgentTime? {
        switch self {
        case .snooze(let time), .waitOnCustomer(let time), .callBack(let time),
            .waitOnTeam(let time):
            time
        case .reply, .online, .away, .takeBreak, .offline, .next, .accept, .decline, .claim,
            .takeOver, .note, .resolve, .returnToBot, .wake, .kick, .undo, .send, .ask, .answer,
            .merge, .assign, .whisper, .transfer, .done:
            nil
        }
    }

    var isDone: Bool { if case .done = self { true } else { false } }

    /// Whether the line may be about a ticket in wrap-up, where none is at hand.
    var suitsWrapUp: Bool {
        switch self {
        case .done, .note: true
        case .reply, .online, .away, .takeBreak, .offline, .next, .accept, .decline, .claim,
            .takeOver, .resolve, .returnToBot, .wake, .kick, .undo, .send, .ask, .answer,
            .merge, .assign, .whisper, .transfer, .snooze, .waitOnCustomer, .callBack, .waitOnTeam:
            false
        }
    }
}

extension String {
    /// Without blanks at both ends.
    var trimmingBlanks: String {
        var text = self[...].drop(while: \.isWhitespace)
        while text.last?.isWhitespace ?? false { text = text.dropLast() }
        return String(text)
    }
}
