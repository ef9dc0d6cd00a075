public import Desk
public import Dialogue
public import Facts

/// Everything that can happen to the machine. Stored in the journal: if a case changes, raise `journalVersion`.
public enum Event: Equatable, Sendable, Codable {
    case said(Utterance)
    /// The shop's answer to a call.
    case answered(conversation: String, call: String, ActionResult)
    case timerFired(TimerKey)
    /// Something happened in the shop's world: `carrier.scanned` with its fields.
    case happened(conversation: String, event: String, Record)
    /// What an agent does at the desk.
    case agent(String, AgentCommand)
    /// An agent's connection broke.
    case agentLost(String)
    case conversationEnded(String)
}

/// One message of a customer.
public struct Utterance: Equatable, Sendable, Codable {
    public var conversation: String
    /// The client's or ours; the same id again gives the same answer and has no second effect.
    public var message: String
    public var text: String
    /// A BCP 47 tag that the channel is sure of; nil: detect it.
    public var language: String?
    /// `chat`, `email`, `speech`.
    public var channel: String?
    /// The customer's id where the channel has verified it; nil: the flows identify.
    public var customer: String?

    public init(
        conversation: String, message: String, text: String, language: String? = nil,
        channel: String? = nil, customer: String? = nil
    ) {
        self.conversation = conversation
        self.message = message
        self.text = text
        self.language = language
        self.channel = channel
        self.customer = customer
    }
}

/// A durable timer.
public enum TimerKey: Hashable, Sendable, Codable {
    /// A delayed event of a conversation's flow, or its silence.
    case conversation(String, name: String)
    /// An SLA deadline, ladder step, offer or lease of the desk.
    case desk(DeskTimer)
}
