public import Facts

/// What can happen to the desk; the only way to change it.
public enum DeskCommand: Hashable, Sendable, Codable {
    /// The bot hands a conversation over. While the conversation has an open ticket this adds to
    /// it; a resolved one that can be reopened is reopened.
    ///
    /// Indirect: the other commands are small, and each is moved several times.
    indirect case handoff(HandoffRequest)
    /// The customer wrote while the desk owns the conversation.
    case customerWrote(conversation: String)
    /// The customer left or no longer needs a person.
    case conversationEnded(conversation: String)
    /// The customer asks something of the desk itself.
    case customerAsked(conversation: String, CustomerRequest)
    /// What the bot knows, told anew after the customer added something.
    case retold(conversation: String, summary: String)
    case agent(String, AgentCommand)
    /// The agent's connection broke; the grace begins.
    case agentLost(String)
    case timer(DeskTimer)
}

/// What a customer asks of the desk while the ticket is open, or after it.
public enum CustomerRequest: Hashable, Sendable, Codable {
    /// How long will it take?
    case wait
    /// Yes to a call back, at the agreed or proposed time where none is named; `number`: the phone.
    case callBack(at: Instant?, number: String?)
    /// Never mind: take the request back.
    case withdraw
    /// How the customer can be reached.
    case contact(String)
    /// A grade from 1 to 5 for the last resolution.
    case rate(grade: Int)
}

/// What an agent does. `epoch` is the ticket's as the agent saw it.
public enum AgentCommand: Hashable, Sendable, Codable {
    /// Ready for work; also after a lost connection.
    case online
    case away(reason: String)
    case takeBreak(reason: String)
    /// Leaves; claims are queued again at once, offers withdrawn.
    case offline
    /// Is at the keyboard: the lease is renewed, and an offer that runs out makes nobody away.
    case active
    /// Takes the offered ticket; goes online first when needed.
    case next
    case accept(ticket: String, epoch: Int)
    case decline(ticket: String, epoch: Int)
    /// Takes a waiting ticket out of the order.
    case claim(ticket: String)
    /// A message to the customer.
    case reply(ticket: String, epoch: Int, text: String)
    /// A message that goes out after `delay` (at most a minute) unless it is taken back.
    case replyLater(ticket: String, epoch: Int, text: String, delay: Duration)
    /// Sends the reply that is held back.
    case sendNow(ticket: String)
    /// Takes the held reply back, else the agent's last note, transfer or snooze of the last
    /// minute; without a ticket what the agent did last.
    case undo(ticket: String?)
    /// Asks another team; its answer comes back to the ticket as a note.
    case ask(ticket: String, epoch: Int, queue: String, text: String)
    /// The answer of the team that was asked; closes the question.
    case answer(ticket: String, epoch: Int, text: String)
    /// Joins the ticket with another one of the same customer, `into`, which stays.
    case merge(ticket: String, epoch: Int, into: String)
    /// A lead gives a ticket to an agent, as an offer that goes before all others.
    case assign(ticket: String, agent: String)
    /// A lead tells the owner something that the customer does not see.
    case whisper(ticket: String, text: String)
    /// An internal note.
    case note(ticket: String, text: String)
    /// Keeps an unsent text; an empty one deletes it.
    case draft(ticket: String, text: String)
    case transfer(ticket: String, epoch: Int, queue: String, note: String)
    case snooze(ticket: String, epoch: Int, until: Instant, why: ParkReason)
    /// Queues a parked ticket before its time.
    case wake(ticket: String)
    case resolve(ticket: String, epoch: Int, code: String)
    /// Ends the wrap-up of a resolved ticket before its time; `code` replaces that of the resolution.
    case endWrapUp(ticket: String, code: String?)
    case returnToBot(ticket: String, epoch: Int, note: String)
    /// A lead claims a ticket whoever has it.
    case takeOver(ticket: String)
    /// A lead queues a ticket that needed attention.
    case kick(ticket: String)
}

/// All that the bot knows when it hands over.
public struct HandoffRequest: Hashable, Sendable, Codable {
    public var conversation: String
    public var customer: Record
    public var language: String?
    /// What the rules are evaluated over.
    public var facts: Record
    public var reasons: [String]
    /// The queue that the flow asks for; a rule's queue goes first.
    public var queue: String?
    /// The class that the flow asks for; the highest of flow, rules and queue counts.
    public var serviceClass: String?
    public var summary: String
    /// What the customer still wants.
    public var open: [WorkItem]
    /// What the bot already did.
    public var done: [WorkItem]
    public var slots: Record
    public var tags: [String]
    /// How the customer can be reached, where the conversation says it.
    public var contact: String?
    /// The order that the conversation was about last.
    public var order: Record?

    public init(
        conversation: String, customer: Record = Record(), language: String? = nil,
        facts: Record = Record(), reasons: [String] = [], queue: String? = nil,
        serviceClass: String? = nil, summary: String = "", open: [WorkItem] = [],
        done: [WorkItem] = [], slots: Record = Record(), tags: [String] = [],
        contact: String? = nil, order: Record? = nil
    ) {
        self.conversation = conversation
        self.customer = customer
        self.language = language
        self.facts = facts
        self.reasons = reasons
        self.queue = queue
        self.serviceClass = serviceClass
        self.summary = summary
        self.open = open
        self.done = done
        self.slots = slots
        self.tags = tags
        self.contact = contact
        self.order = order
    }
}

/// The key of a durable timer; setting it again replaces it.
///
/// Each ticket and each agent has at most one, for all that can come due there. When it rings the
/// effects set it anew or cancel it. One that comes early or twice does nothing.
public enum DeskTimer: Hashable, Sendable, Codable {
    case ticket(String)
    case agent(String)

    /// `ticket:T-1042`: a stable text for the store.
    public var key: String {
        switch self {
        case .ticket(let id): "ticket:\(id)"
        case .agent(let id): "agent:\(id)"
        }
    }
}
