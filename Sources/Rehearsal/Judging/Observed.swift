import Daemon
import Desk
import Dialogue
import Facts
import Triage

/// What a judge can see of the desk after a turn: of the one in process everything, of a daemon what it tells.
protocol Observed {
    var placeholders: Placeholders { get }
    /// The last answer to each action, for `? action.…`.
    var lastResults: [String: ActionResult] { get }
    /// When a ticket was made, and when an agent first spoke, by conversation.
    var handedOverAt: [String: Instant] { get }
    var firstHumanReplyAt: [String: Instant] { get }

    func conversation(_ id: String) -> Conversation?
    /// The conversation's ticket, where the judge may see it.
    func ticket(of conversation: String) -> Ticket?
}

extension Stage: Observed {
    func conversation(_ id: String) -> Conversation? { desk.conversation(id) }

    func ticket(of conversation: String) -> Ticket? {
        desk.driver.machine.desk.ticket(ofConversation: conversation)
            ?? desk.conversation(conversation)?.ticket.flatMap {
                desk.driver.machine.desk.ticket($0)
            }
    }
}
