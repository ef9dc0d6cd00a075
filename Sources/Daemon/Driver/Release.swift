public import Desk
public import Dialogue
public import Triage

/// What leaves the machine once its batch is durable, in order.
public enum Release: Equatable, Sendable {
    /// Answers the customer's message.
    case turn(Turn)
    /// The message was not taken: too many of the conversation wait.
    case overloaded(conversation: String, message: String)
    /// A later message to the customer.
    case message(Message)
    /// Something for the desk's people; `ticket` as it was then.
    case desk(DeskEffect, ticket: Ticket?)
    /// The shop was asked and answered. For replay and the counters.
    case called(ActionCall, ActionResult)
    /// What a turn went through, where the book is traced: for coverage.
    case traced([TraceMark])
}
