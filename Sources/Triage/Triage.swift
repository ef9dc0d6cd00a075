public import Desk
public import Dialogue
public import Facts
public import Understanding

/// The whole machine: an event in, effects out. No clock, no file, no socket; the shell stores and obeys.
///
/// Conversations are resident while they are in use: before an event is handled, the shell restores those that
/// `conversationsNeeded(for:)` names and that are not resident, and it may `evict` idle ones afterwards.
public struct Triage: Sendable {
    public private(set) var handbook: Handbook
    public internal(set) var desk: Desk
    private(set) var dialogue: Dialogue
    var rules: RuleSet
    var conversations: [String: Conversation] = [:]
    /// By key; see `Triage+Limits.swift`.
    var tallies: [String: Tally] = [:]
    /// Of the turns that wait for the shop, and of the conversations that spoke last.
    var readings = RecentReadings()
    /// Where the effects of the event being handled gather.
    var effects: [Effect] = []
    /// The instant of the event being handled.
    var now = Instant(milliseconds: 0)
    /// The shop while the event is handled; nil: its look-ups are effects.
    var shop: (@Sendable (ActionCall) -> ActionResult?)?

    /// How many messages of one conversation may wait while the shop is asked.
    static let waitingLimit = 16
    /// Set by the shell for a call that the shop does not answer at once.
    public static let checkingTimer = "checking"
    /// After so long the customer is told that the shop is being asked.
    public static let checkingDelay = Duration.seconds(3)
    /// How many lines of a conversation an agent and the summary see.
    static let tailLimit = 40

    public init(
        handbook: Handbook, restoring snapshot: DeskSnapshot = DeskSnapshot(),
        tallies: [Tally] = []
    ) {
        self.handbook = handbook
        self.tallies = Dictionary(
            tallies.map { ($0.key, $0) }, uniquingKeysWith: { _, last in last })
        desk = Desk(plan: handbook.plan, restoring: snapshot)
        dialogue = Dialogue(book: handbook.book, interpreter: handbook.interpreter)
        rules = RuleSet(plan: handbook.plan)
    }

    /// Reads a text: pure, so that any thread may do it before the event reaches the machine.
    public func interpret(
        _ text: String, language: String? = nil, at now: Instant
    ) -> Interpretation {
        handbook.interpret(text, language: language, at: now)
    }

    /// Handles one event; the effects are complete and in order. `interpretation`: of a `said` event's text, where
    /// the shell has read it already. `shop` is asked for look-ups; nil from it: its answer will be an event.
    public mutating func handle(
        _ event: Event, interpretation: Interpretation? = nil, at now: Instant,
        shop: (@Sendable (ActionCall) -> ActionResult?)? = nil
    ) -> [Effect] {
        self.now = now
        self.shop = shop
        defer { self.shop = nil }
        effects = []
        switch event {
        case .said(let utterance): hear(utterance, interpretation)
        case .answered(let conversation, let call, let result):
            if let asked = pendingCall(of: conversation), asked.id == call {
                tally(result, of: asked)
            }
            go(on: conversation, with: .answer(call: call, result))
            listenToWaiting(conversation)
        case .timerFired(.conversation(let conversation, Self.checkingTimer)):
            tellOfWaiting(conversation)
        case .timerFired(.conversation(let conversation, let name)):
            go(on: conversation, with: .expired(timer: name))
        case .timerFired(.desk(let timer)): obey(desk.handle(.timer(timer), at: now))
        case .happened(let conversation, let name, let fields):
            go(on: conversation, with: .happened(event: name, fields))
        case .agent(let agent, let command):
            obey(desk.handle(.agent(agent, command), at: now))
        case .agentLost(let agent): obey(desk.handle(.agentLost(agent), at: now))
        case .conversationEnded(let conversation): endConversation(conversation)
        }
        return effects
    }

    /// After a restart: claims keep a fresh grace, offers are withdrawn.
    public mutating func restart(at now: Instant) -> [Effect] {
        self.now = now
        effects = []
        obey(desk.restart(at: now))
        return effects
    }

    /// Runs on another handbook from now on; open conversations go on in it.
    public mutating func reload(_ handbook: Handbook, at now: Instant) -> [Effect] {
        self.now = now
        effects = []
        self.handbook = handbook
        dialogue = Dialogue(book: handbook.book, interpreter: handbook.interpreter)
        rules = RuleSet(plan: handbook.plan)
        readings = RecentReadings()
        obey(desk.replace(plan: handbook.plan, at: now))
        return effects
    }
}

// MARK: - Residence

extension Triage {
    public func conversation(_ id: String) -> Conversation? { conversations[id] }

    /// The conversations that must be resident before the event is handled.
    public func conversationsNeeded(for event: Event) -> [String] {
        switch event {
        case .said(let utterance): [utterance.conversation]
        case .answered(let conversation, _, _), .happened(let conversation, _, _),
            .conversationEnded(let conversation), .timerFired(.conversation(let conversation, _)):
            [conversation]
        case .timerFired(.desk(.ticket(let ticket))):
            conversations(ofTicket: ticket)
        case .timerFired(.desk(.agent(let agent))), .agentLost(let agent):
            conversations(of: agent)
        case .agent(let agent, let command):
            conversations(of: agent)
                + ([command.ticket, command.otherTicket].compactMap { $0 }
                    .flatMap { conversations(ofTicket: $0) })
        }
    }

    private func conversations(of agent: String) -> [String] {
        (desk.agent(agent)?.tickets ?? []).flatMap { conversations(ofTicket: $0) }
    }

    private func conversations(ofTicket id: String) -> [String] {
        desk.ticket(id)?.conversations ?? []
    }

    /// Makes a stored conversation resident; the desk knows best who owns it now.
    public mutating func restore(_ conversation: Conversation) {
        var restored = conversation
        if let ticket = desk.ticket(ofConversation: conversation.id), ticket.state.isOpen {
            restored.ticket = ticket.id
            restored.owner =
                if case .claimed(let agent) = ticket.state { .agent(agent) } else { .queue }
        }
        conversations[conversation.id] = restored
    }

    /// Drops a conversation from memory; the store has it.
    public mutating func evict(_ id: String) {
        conversations[id] = nil
        readings.forget(id)
    }

    /// The call that a restored conversation was waiting for, to be made again.
    public func pendingCall(of id: String) -> ActionCall? {
        conversations[id].flatMap { dialogue.pendingCall(of: $0.dialogue) }
    }
}

extension AgentCommand {
    /// The ticket that the command is about; nil for presence, `next`, and an `undo` that names none.
    public var ticket: String? {
        switch self {
        case .online, .away, .takeBreak, .offline, .next, .active: nil
        case .undo(let ticket): ticket
        case .accept(let ticket, _), .decline(let ticket, _), .claim(let ticket),
            .reply(let ticket, _, _), .note(let ticket, _), .draft(let ticket, _),
            .transfer(let ticket, _, _, _), .snooze(let ticket, _, _, _), .wake(let ticket),
            .resolve(let ticket, _, _), .endWrapUp(let ticket, _), .returnToBot(let ticket, _, _),
            .takeOver(let ticket),
            .kick(let ticket), .replyLater(let ticket, _, _, _), .sendNow(let ticket),
            .ask(let ticket, _, _, _), .answer(let ticket, _, _),
            .merge(let ticket, _, _), .assign(let ticket, _), .whisper(let ticket, _):
            ticket
        }
    }

    /// The second ticket of a merge.
    fileprivate var otherTicket: String? {
        if case .merge(_, _, let into) = self { into } else { nil }
    }
}
