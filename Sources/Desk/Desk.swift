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
    var book: [Int: Shared<Ticket>] = [:]
    var sequences: [String: Int] = [:]
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

    /// An empty desk. The plan should have no `problems()`; with some the desk still does not trap.
    public init(plan: DeskPlan) {
        self.plan = plan
        rules = RuleSet(plan: plan)
        for agent in plan.agents { rows[agent.id] = AgentRow(id: agent.id) }
        roster = Roster(plan: plan, book: rows)
    }

    /// Handles one command; the effects are complete and in order.
    public mutating func handle(_ command: DeskCommand, at now: Instant) -> [DeskEffect] {
        turn = Turn(now: now)
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

    /// The same without a copy of it.
    func entry(_ id: String) -> Shared<Ticket>? { sequences[id].flatMap { book[$0] } }

    /// Who has the ticket or is offered it.
    public func owner(ofTicket id: String) -> String? { entry(id)?.state.owner }

    /// The conversation's ticket that is not closed.
    public func ticket(ofConversation conversation: String) -> Ticket? {
        conversations[conversation].flatMap { book[$0]?.value }
    }

    /// An agent at work, by id.
    public func agent(_ id: String) -> AgentRow? { rows[id] }

    /// Every ticket that is not closed, by sequence.
    public var tickets: [Ticket] { book.sorted { $0.key < $1.key }.map(\.value.value) }

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
    var agents = ChangedKeys<String>()
    /// The timer that caused the turn.
    var rung: DeskTimer?
    /// The shell may have lost its timers.
    var setsAll = false

    init(now: Instant) {
        self.now = now
        effects = []
        // What most commands bring about fits without growing.
        effects.reserveCapacity(8)
    }
}

extension Desk {
    mutating func emit(_ effect: DeskEffect) { turn.effects.append(effect) }

    /// Changes a ticket's fields; its state changes only in `move`.
    mutating func update(_ sequence: Int, _ change: (inout Ticket) -> Void) {
        guard let index = book.index(forKey: sequence) else { return }
        change(&book.values[index].value)
        turn.tickets.insert(sequence)
    }

    mutating func update(agent id: String, _ change: (inout AgentRow) -> Void) {
        guard let number = rows.number(of: id) else { return }
        change(&rows[number])
        turn.agents.insert(id)
        refreshFree(number)
    }

    /// Rows and timers, once per changed ticket and agent.
    mutating func finish() -> [DeskEffect] {
        var timers: [DeskEffect] = []
        for sequence in turn.tickets { store(sequence, &timers) }
        for id in turn.agents {
            guard let number = rows.number(of: id) else { continue }
            let due = [rows[number].graceUntil, rows[number].boundary].compactMap { $0 }.min()
            change(.agent(id), from: rows[number].timer, to: due, &timers)
            rows[number].timer = due
            emit(.agentChanged(rows[number]))
        }
        defer { turn.effects = [] }
        turn.effects += timers
        return turn.effects
    }

    private mutating func store(_ sequence: Int, _ timers: inout [DeskEffect]) {
        guard let before = book[sequence] else { return }
        let due = nextTimer(of: before)
        change(.ticket(before.id), from: before.timer, to: due, &timers)
        if due != before.timer { book[sequence]?.timer = due }
        guard let ticket = book[sequence] else { return }
        emit(.ticketChanged(ticket))
        if ticket.state == .closed { forget(ticket) }
    }

    private func change(
        _ timer: DeskTimer, from old: Instant?, to new: Instant?, _ timers: inout [DeskEffect]
    ) {
        // A timer that rang is spent: the same time must be set again.
        let again = new != nil && (turn.setsAll || timer == turn.rung)
        guard old != new || again else { return }
        timers.append(new.map { .setTimer(timer, at: $0) } ?? .cancelTimer(timer))
    }

    /// Makes the ticket findable.
    mutating func index(_ ticket: Shared<Ticket>) {
        sequences[ticket.id] = ticket.sequence
        guard !ticket.isInternal else { return }
        for conversation in ticket.conversations { conversations[conversation] = ticket.sequence }
        if let customer = ticket.customerKey {
            customers[customer, default: []].insert(ticket.sequence)
        }
    }

    private mutating func forget(_ ticket: Shared<Ticket>) {
        book[ticket.sequence] = nil
        sequences[ticket.id] = nil
        for conversation in ticket.conversations
        where conversations[conversation] == ticket.sequence {
            conversations[conversation] = nil
        }
        guard let customer = ticket.customerKey else { return }
        customers[customer]?.remove(ticket.sequence)
        if customers[customer]?.isEmpty == true { customers[customer] = nil }
    }
}
