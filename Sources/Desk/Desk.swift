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
    var book: [Int: Ticket] = [:]
    var sequences: [String: Int] = [:]
    /// The ticket of each conversation, by sequence.
    var conversations: [String: Int] = [:]
    /// The tickets of each known customer, by sequence.
    var customers: [String: Set<Int>] = [:]
    var rows: [String: AgentRow] = [:]
    /// The waiting tickets; a ticket of a widened queue is in several lanes.
    var lines: [Lane: WaitingLine] = [:]
    /// Agents who could take an offer now, ascending.
    var free: [String] = []
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
        roster = Roster(plan: plan)
        addMissingRows()
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
    public func ticket(_ id: String) -> Ticket? { sequences[id].flatMap { book[$0] } }

    /// The conversation's ticket that is not closed.
    public func ticket(ofConversation conversation: String) -> Ticket? {
        conversations[conversation].flatMap { book[$0] }
    }

    /// An agent at work, by id.
    public func agent(_ id: String) -> AgentRow? { rows[id] }

    /// Every ticket that is not closed, by sequence.
    public var tickets: [Ticket] { book.sorted { $0.key < $1.key }.map(\.value) }

    /// Every agent of the plan, by id.
    public var agents: [AgentRow] { rows.sorted { $0.key < $1.key }.map(\.value) }

    /// Ids of the queue's waiting tickets, in the order of the desk.
    public func waiting(in queue: String) -> [String] {
        lines.filter { $0.key.queue == queue }.values
            .flatMap { Array($0) }.sorted()
            .compactMap { book[$0.sequence] }.filter { $0.queue == queue }.map(\.id)
    }

    /// How many of the desk's tickets are not resolved yet.
    public var openTickets: Int { openCount }
}

/// What one command has brought about so far.
struct Turn: Sendable {
    var now: Instant
    var effects: [DeskEffect] = []
    /// Sequences of the tickets that changed.
    var tickets = ChangedKeys<Int>()
    var agents = ChangedKeys<String>()
    /// The timer that caused the turn.
    var rung: DeskTimer?
    /// The shell may have lost its timers.
    var setsAll = false

    init(now: Instant) {
        self.now = now
    }
}

extension Desk {
    mutating func emit(_ effect: DeskEffect) { turn.effects.append(effect) }

    /// Changes a ticket's fields; its state changes only in `move`.
    mutating func update(_ sequence: Int, _ change: (inout Ticket) -> Void) {
        guard let index = book.index(forKey: sequence) else { return }
        change(&book.values[index])
        turn.tickets.insert(sequence)
    }

    mutating func update(agent id: String, _ change: (inout AgentRow) -> Void) {
        guard let index = rows.index(forKey: id) else { return }
        change(&rows.values[index])
        turn.agents.insert(id)
        refreshFree(id)
    }

    /// Rows and timers, once per changed ticket and agent.
    mutating func finish() -> [DeskEffect] {
        var timers: [DeskEffect] = []
        for sequence in turn.tickets {
            guard let index = book.index(forKey: sequence) else { continue }
            let due = nextTimer(of: book.values[index])
            let old = book.values[index].timer
            book.values[index].timer = due
            let ticket = book.values[index]
            timers += change(of: .ticket(ticket.id), from: old, to: due)
            emit(.ticketChanged(ticket))
            if ticket.state == .closed { forget(ticket) }
        }
        for id in turn.agents {
            guard let index = rows.index(forKey: id) else { continue }
            let due = [rows.values[index].graceUntil, rows.values[index].boundary]
                .compactMap { $0 }.min()
            timers += change(of: .agent(id), from: rows.values[index].timer, to: due)
            rows.values[index].timer = due
            emit(.agentChanged(rows.values[index]))
        }
        return turn.effects + timers
    }

    private func change(of timer: DeskTimer, from old: Instant?, to new: Instant?) -> [DeskEffect] {
        // A timer that rang is spent: the same time must be set again.
        let again = new != nil && (turn.setsAll || timer == turn.rung)
        guard old != new || again else { return [] }
        guard let new else { return [.cancelTimer(timer)] }
        return [.setTimer(timer, at: new)]
    }

    /// Makes the ticket findable.
    mutating func index(_ ticket: Ticket) {
        sequences[ticket.id] = ticket.sequence
        guard !ticket.isInternal else { return }
        for conversation in ticket.conversations { conversations[conversation] = ticket.sequence }
        if let customer = ticket.customerKey {
            customers[customer, default: []].insert(ticket.sequence)
        }
    }

    private mutating func forget(_ ticket: Ticket) {
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
