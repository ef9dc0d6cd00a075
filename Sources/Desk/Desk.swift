public import Facts

/// The human side: tickets, queues and agents as one deterministic machine without a clock.
///
/// Its only input is `handle(_:at:)`, its only output the effects. Where the rest is:
/// `DeskCommands` (what each command does), `DeskMoves` (the one place where a ticket changes its
/// state), `DeskDispatch` (who gets which ticket), `DeskTargets` and `DeskLadders` (deadlines).
public struct Desk: Sendable {
    /// Changed by `replace(plan:at:)`.
    public internal(set) var plan: DeskPlan
    var rules: RuleSet
    var roster: Roster
    /// Every ticket that is not closed, by sequence.
    var book: TicketBook
    /// The ticket of each conversation, by sequence.
    var conversations: [String: Int] = [:]
    /// The tickets of each known customer, by sequence.
    var customers: [String: Set<Int>] = [:]
    var rows = AgentBook()
    /// The waiting tickets; a ticket of a widened queue is in several lanes.
    var lines = WaitingLines()
    /// The numbers of the agents who could take an offer now, ascending.
    var free: [Int] = []
    var openCount = 0
    var waitingCount = 0
    var lastSequence = 0
    /// What the wait estimate has learned.
    public internal(set) var statistics = WaitStatistics()
    var turn = Turn(now: Instant(milliseconds: 0))
    /// Nothing is stored and no conversation hears who has it.
    let isSimulated: Bool

    /// An empty desk. The plan should have no `problems()`; with some the desk still does not trap.
    ///
    /// `isSimulated`: no `ticketChanged`, `agentChanged` and `ownerChanged` is told.
    public init(plan: DeskPlan, isSimulated: Bool = false) {
        self.plan = plan
        self.isSimulated = isSimulated
        rules = RuleSet(plan: plan)
        book = TicketBook(firstNumber: plan.defaults.firstTicketNumber)
        for agent in plan.agents { rows[agent.id] = AgentRow(id: agent.id) }
        roster = Roster(plan: plan, book: rows)
    }

    /// Handles one command; the effects are complete and in order.
    public mutating func handle(_ command: DeskCommand, at now: Instant) -> [DeskEffect] {
        turn.begin(at: now)
        if case .timer(let timer) = command { turn.rung = timer }
        statistics.recordWaiting(waitingCount, until: now)
        switch command {
        case .handoff(let request): handOff(request)
        case .customerWrote(let conversation): customerWrote(conversation)
        case .conversationEnded(let conversation): conversationEnded(conversation)
        case .customerAsked(let conversation, let request): grant(request, in: conversation)
        case .retold(let conversation, let summary): retell(conversation, summary)
        case .agent(let id, let command): obey(command, of: id)
        case .agentLost(let id): lose(id)
        case .timer(.ticket(let id)): ring(ticket: id)
        case .timer(.agent(let id)): ring(agent: id)
        }
        dispatch()
        return finish()
    }

    /// A ticket that is not closed, by id.
    public func ticket(_ id: String) -> Ticket? { entry(id)?.value }

    /// The number behind a ticket's id, as long as the ticket is not closed.
    public func sequence(ofTicket id: String) -> Int? { book.sequence(of: id) }

    /// The same without a copy of it.
    func entry(_ id: String) -> Shared<Ticket>? { book.sequence(of: id).flatMap { book[$0] } }

    /// Who has the ticket or is offered it.
    public func owner(ofTicket id: String) -> String? { entry(id)?.state.owner }

    /// The conversation's ticket that is not closed.
    public func ticket(ofConversation conversation: String) -> Ticket? {
        conversations[conversation].flatMap { book[$0]?.value }
    }

    /// An agent at work, by id.
    public func agent(_ id: String) -> AgentRow? { rows[id] }

    /// Every ticket that is not closed, by sequence.
    public var tickets: [Ticket] { book.tickets.map(\.value) }

    /// Every agent of the plan, by id.
    public var agents: [AgentRow] { rows.ids.compactMap { rows[$0] } }

    /// Ids of the queue's waiting tickets, in the order of the desk.
    public func waiting(in queue: String) -> [String] {
        lines.entries.filter { $0.lane.queue == queue }.flatMap { Array($0.line) }.sorted()
            .compactMap { book[$0.sequence] }.filter { $0.queue == queue }.map(\.id)
    }

    /// How many of the desk's tickets are not resolved yet.
    public var openTickets: Int { openCount }
}

/// What one command has brought about so far.
struct Turn: Sendable {
    var now: Instant
    var effects: [DeskEffect]
    /// Sequences of the tickets that changed.
    var tickets = ChangedKeys<Int>()
    /// By their numbers.
    var agents = ChangedKeys<Int>()
    /// What `finish` has to set and to cancel.
    var timers: [DeskEffect] = []
    /// The timer that caused the turn.
    var rung: DeskTimer?
    /// The shell may have lost its timers.
    var setsAll = false

    init(now: Instant) {
        self.now = now
        effects = []
    }

    /// Forgets the last command; the lists keep their room.
    mutating func begin(at now: Instant) {
        self.now = now
        rung = nil
        setsAll = false
        tickets.removeAll()
        agents.removeAll()
        timers.clear()
        // What most commands bring about fits without growing.
        effects.reserveCapacity(8)
    }

    /// Hands out the effects.
    mutating func end() -> [DeskEffect] {
        defer { effects = [] }
        return effects
    }
}

extension Desk {
    mutating func emit(_ effect: DeskEffect) { turn.effects.append(effect) }

    /// Changes a ticket's fields; its state changes only in `move`.
    mutating func update(_ sequence: Int, _ change: (inout Ticket) -> Void) {
        if book.update(sequence, change) { turn.tickets.insert(sequence) }
    }

    mutating func update(agent id: String, _ change: (inout AgentRow) -> Void) {
        guard let number = rows.number(of: id) else { return }
        change(&rows[number])
        turn.agents.insert(number)
        refreshFree(number)
    }

    /// Rows and timers, once per changed ticket and agent.
    mutating func finish() -> [DeskEffect] {
        for sequence in turn.tickets { store(sequence) }
        if turn.agents.count > 1 {
            for number in turn.agents.sorted(by: { rows[$0].id < rows[$1].id }) {
                store(agent: number)
            }
        } else {
            for number in turn.agents { store(agent: number) }
        }
        turn.effects += turn.timers
        return turn.end()
    }

    private mutating func store(_ sequence: Int) {
        guard let (id, old, due) = deadlines(of: sequence) else { return }
        change(.ticket(id), from: old, to: due)
        if due != old { book.update(sequence) { $0.timer = due } }
        guard let ticket = book[sequence] else { return }
        if !isSimulated { emit(.ticketChanged(ticket)) }
        if case .closed = ticket.state { forget(ticket) }
    }

    /// The ticket's id, its timer as it is set, and as it should be.
    private func deadlines(of sequence: Int) -> (id: String, set: Instant?, due: Instant?)? {
        guard let ticket = book[sequence] else { return nil }
        return (ticket.id, ticket.timer, nextTimer(of: ticket))
    }

    private mutating func store(agent number: Int) {
        let (grace, boundary) = (rows[number].graceUntil, rows[number].boundary)
        let due = if let grace, let boundary { min(grace, boundary) } else { grace ?? boundary }
        change(.agent(rows[number].id), from: rows[number].timer, to: due)
        rows[number].timer = due
        if !isSimulated { emit(.agentChanged(rows[number])) }
    }

    private mutating func change(_ timer: DeskTimer, from old: Instant?, to new: Instant?) {
        guard let new else {
            if old != nil { turn.timers.append(.cancelTimer(timer)) }
            return
        }
        // A timer that rang is spent: the same time must be set again.
        guard old != new || turn.setsAll || timer == turn.rung else { return }
        turn.timers.append(.setTimer(timer, at: new))
    }

    /// Makes the ticket findable.
    mutating func index(_ ticket: Shared<Ticket>) {
        guard !ticket.isInternal else { return }
        conversations[ticket.conversation] = ticket.sequence
        for conversation in ticket.merged ?? [] { conversations[conversation] = ticket.sequence }
        if let customer = ticket.customerKey {
            customers[customer, default: []].insert(ticket.sequence)
        }
    }

    private mutating func forget(_ ticket: Shared<Ticket>) {
        book.remove(ticket.sequence)
        forget(ticket.conversation, of: ticket)
        for conversation in ticket.merged ?? [] { forget(conversation, of: ticket) }
        unindexCustomer(of: ticket)
    }

    private mutating func forget(_ conversation: String, of ticket: Shared<Ticket>) {
        guard let index = conversations.index(forKey: conversation),
            conversations.values[index] == ticket.sequence
        else { return }
        conversations.remove(at: index)
    }

    mutating func unindexCustomer(of ticket: Shared<Ticket>) {
        guard let customer = ticket.customerKey else { return }
        customers[customer]?.remove(ticket.sequence)
        if customers[customer]?.isEmpty == true { customers[customer] = nil }
    }
}
