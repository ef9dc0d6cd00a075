public import Desk
import Dialogue
public import Facts
import Reporting
public import Shop
public import Storage
public import Triage
public import Understanding

/// Drives the machine: feeds events, obeys effects, keeps the batch of the round until it is
/// committed.
///
/// The daemon and the replay in process share it. A round is any number of `handle`, then one
/// `commit`; what `handle` returned may leave the process only after that. Writes to the shop go
/// out between two rounds.
public struct DeskDriver: Sendable {
    public private(set) var machine: Triage
    let store: any Store
    private let door: ShopDoor
    private var residents: Residents
    var timers = TimerQueue()

    /// What the next commit makes durable, but the conversations, which are read at its end.
    var batch = Batch()
    private var changed: [String] = []
    private var isChanged: Set<String> = []
    /// Answers of this round, which the store does not know yet.
    private var freshAnswers: [MessageKey: Turn] = [:]
    /// Writes whose outbox row is in the batch.
    private var nextWrites: [ActionCall] = []
    /// Writes whose outbox row is on disk and which the shop has not been asked for.
    private var readyWrites: [ActionCall] = []
    /// When the messages arrived that are not answered yet.
    var saidAt: [MessageKey: Instant] = [:]
    /// How the chronicle knows the agents.
    var presences: [String: PresenceChange] = [:]
    /// Every write whose answer is not known, by call id.
    private var openWrites: [String: ActionCall] = [:]

    /// Notices of this round, told once they are on disk.
    var fresh: [Notice] = []
    var notices = NoticeOutbox()

    /// The timers of calls that the shop has not answered at once, by call id.
    private var lateCalls: [String: TimerKey] = [:]

    /// How many conversations stay in memory.
    public static let defaultResidents = 20_000

    /// `later` takes answers of a shop that answers late, on any thread; the caller hands them to
    /// `handle`.
    public init(
        handbook: Handbook, store: any Store, shop: any Shop,
        residents: Int = DeskDriver.defaultResidents,
        later: @escaping @Sendable (Event) -> Void = { _ in }
    ) {
        self.init(
            machine: Triage(handbook: handbook), store: store, shop: shop, residents: residents,
            later: later)
    }

    /// The same with a machine that is made already, in which nothing has happened yet.
    init(
        machine: Triage, store: any Store, shop: any Shop,
        residents: Int = DeskDriver.defaultResidents,
        later: @escaping @Sendable (Event) -> Void = { _ in }
    ) {
        self.machine = machine
        self.store = store
        door = ShopDoor(shop: shop, later: later)
        self.residents = Residents(limit: residents)
    }

    public var residentCount: Int { residents.count }
    public var timerCount: Int { timers.count }
    /// Writes to the shop whose answer is not known.
    public var openWriteCount: Int { openWrites.count }
    /// Whether `commit` has anything to do.
    public var hasUncommitted: Bool { !batch.isEmpty || !changed.isEmpty }

    /// When `fireTimers` is due next.
    public var nextTimer: Instant? {
        mutating get { timers.next }
    }

    // MARK: Rounds

    /// Handles one event and everything that follows from it at once.
    public mutating func handle(
        _ event: Event, interpretation: Interpretation? = nil, at now: Instant
    ) throws(StoreError) -> [Release] {
        var releases: [Release] = []
        var queue = [event]
        var next = 0
        while next < queue.count {
            let event = queue[next]
            try makeResident(event)
            note(event, at: now, releases: &releases)
            let effects = machine.handle(
                event, interpretation: next == 0 ? interpretation : nil, at: now,
                shop: lookUps(at: now))
            queue += obey(effects, at: now, releases: &releases)
            next += 1
        }
        return releases
    }

    /// The shop as the machine asks it within an event.
    private func lookUps(at now: Instant) -> @Sendable (ActionCall) -> ActionResult? {
        let (door, book) = (door, machine.handbook.book)
        return { call in
            door.ask(call, retries: book.actions[call.action]?.retries ?? 0, at: now)
        }
    }

    /// Fires every timer that is due, in order.
    public mutating func fireTimers(at now: Instant) throws(StoreError) -> [Release] {
        var releases: [Release] = []
        while let due = timers.popDue(at: now) {
            batch.timers.append(.cancel(due.key))
            do {
                releases += try handle(.timerFired(due.key), at: now)
            } catch {
                // Not handled: it stays due.
                batch.timers.removeLast()
                timers.set(due.key, at: due.at)
                throw error
            }
        }
        return releases
    }

    /// Makes the round durable. On an error everything is kept, and the next call tries again.
    public mutating func commit() throws(StoreError) {
        var all = batch
        all.conversations = changed.compactMap { machine.conversation($0) }
        try store.commit(all)
        batch = Batch()
        changed.removeAll(keepingCapacity: true)
        isChanged.removeAll(keepingCapacity: true)
        freshAnswers.removeAll(keepingCapacity: true)
        readyWrites += nextWrites
        nextWrites = []
        releaseNotices()
        evictIdle()
    }

    /// Asks the shop for the writes that are durable; the answers are events for `handle`.
    public mutating func performWrites(at now: Instant) -> [Event] {
        let writes = readyWrites
        readyWrites = []
        return writes.compactMap { call in
            guard let result = door.ask(call, retries: retries(of: call), at: now) else {
                noteLate(call, at: now)
                return nil
            }
            return .answered(conversation: call.conversation, call: call.id, result)
        }
    }

    /// Takes another handbook from now on.
    public mutating func reload(_ handbook: Handbook, at now: Instant) -> [Release] {
        var releases: [Release] = []
        _ = obey(machine.reload(handbook, at: now), at: now, releases: &releases)
        return releases
    }

    /// Loads the state of the last commit: call it once, before anything else.
    public mutating func recover(at now: Instant) throws(StoreError) -> [Release] {
        let restored = try store.restore()
        // Where nothing is stored the machine is as it was made.
        if restored.desk != DeskSnapshot() || !restored.tallies.isEmpty {
            machine = Triage(
                handbook: machine.handbook, restoring: restored.desk, tallies: restored.tallies)
        }
        for timer in restored.timers { timers.set(timer.key, at: timer.at) }
        for call in restored.outbox { openWrites[call.id] = call }
        readyWrites = restored.outbox
        for notice in restored.notices { _ = notices.add(notice) }
        var releases: [Release] = []
        for id in restored.unfinished { try makeResident(id) }
        for ticket in restored.desk.tickets where ticket.state.owner != nil {
            try makeResident(ticket.conversation)
        }
        var events = obey(machine.restart(at: now), at: now, releases: &releases)
        for id in restored.unfinished {
            guard let call = machine.pendingCall(of: id), openWrites[call.id] == nil else {
                continue
            }
            events += obey([.call(call)], at: now, releases: &releases)
        }
        for event in events { releases += try handle(event, at: now) }
        return releases
    }

    // MARK: Looking

    /// The answer to a message that was given before, also in this round.
    public func answer(to key: MessageKey) throws(StoreError) -> Turn? {
        if let fresh = freshAnswers[key] { return fresh }
        return try store.answer(conversation: key.conversation, message: key.message)
    }

    /// A conversation, from memory or the store; nil when there is none.
    public mutating func conversation(_ id: String) throws(StoreError) -> Conversation? {
        try makeResident(id)
        return machine.conversation(id)
    }

    /// Messages to the customer with a number above `number`, also those of this round; at most
    /// `limit`.
    public func messages(
        conversation id: String, after number: Int, limit: Int
    ) throws(StoreError) -> [SentMessage] {
        let stored = try store.messages(conversation: id, after: number, limit: limit)
        let fresh = batch.messages.filter {
            $0.message.conversation == id && $0.message.number > number
        }
        return Array((stored + fresh).prefix(limit))
    }

    /// A ticket, closed ones too.
    public func ticket(_ id: String) throws(StoreError) -> Ticket? {
        if let ticket = machine.desk.ticket(id) { return ticket }
        if let ticket = batch.tickets.last(where: { $0.id == id }) { return ticket }
        return try store.ticket(id)
    }

    // MARK: Steps

    private mutating func makeResident(_ event: Event) throws(StoreError) {
        for id in machine.conversationsNeeded(for: event) { try makeResident(id) }
    }

    private mutating func makeResident(_ id: String) throws(StoreError) {
        if machine.conversation(id) == nil, let stored = try store.conversation(id) {
            machine.restore(stored)
        }
        residents.touch(id)
    }

    /// Only after a commit: what is dropped is on disk then.
    private mutating func evictIdle() {
        for id in residents.takeIdle() {
            if machine.conversation(id)?.current == nil {
                machine.evict(id)
            } else {
                residents.touch(id)
            }
        }
    }

    private mutating func note(_ event: Event, at now: Instant, releases: inout [Release]) {
        batch.events.append(
            JournalEvent(at: now, conversation: event.conversation, event: event))
        if case .said(let said) = event {
            saidAt[MessageKey(conversation: said.conversation, message: said.message)] = now
        }
        if case .answered(_, let id, _) = event, let key = lateCalls.removeValue(forKey: id) {
            timers.cancel(key)
            batch.timers.append(.cancel(key))
        }
        guard case .answered(_, let id, let result) = event,
            let call = openWrites.removeValue(forKey: id)
        else { return }
        batch.outbox.append(.done(call: id, result, at: now))
        releases.append(.called(call, result))
    }

    /// Obeys effects in order; returns the shop's answers, to be handled next.
    private mutating func obey(
        _ effects: [Effect], at now: Instant, releases: inout [Release]
    ) -> [Event] {
        var answers: [Event] = []
        for effect in effects {
            switch effect {
            case .turnEnded(let turn):
                batch.answers.append(StoredAnswer(at: now, turn: turn))
                batch.messages += turn.messages.map { SentMessage(at: now, message: $0) }
                freshAnswers[MessageKey(turn)] = turn
                chronicle(turn, at: now)
                releases.append(.turn(turn))
            case .overloaded(let conversation, let message):
                saidAt[MessageKey(conversation: conversation, message: message)] = nil
                releases.append(.overloaded(conversation: conversation, message: message))
            case .message(let message):
                batch.messages.append(SentMessage(at: now, message: message))
                releases.append(.message(message))
            case .call(let call):
                answers += make(call, at: now, releases: &releases)
            case .awaited(let call): noteLate(call, at: now)
            case .answered(let call, let result):
                let event = Event.answered(
                    conversation: call.conversation, call: call.id, result)
                batch.events.append(
                    JournalEvent(at: now, conversation: call.conversation, event: event))
                releases.append(.called(call, result))
            case .setTimer(let key, let instant):
                timers.set(key, at: instant)
                batch.timers.append(.set(key, at: instant))
            case .cancelTimer(let key):
                timers.cancel(key)
                batch.timers.append(.cancel(key))
            case .conversationChanged(let id):
                if isChanged.insert(id).inserted { changed.append(id) }
            case .tallied(let tally): batch.tallies.append(tally)
            case .desk(let effect):
                obey(effect, at: now, releases: &releases)
            case .traced(let marks): releases.append(.traced(marks))
            }
        }
        return answers
    }

    /// A look-up is made at once; a write waits for the commit of its outbox row.
    private mutating func make(
        _ call: ActionCall, at now: Instant, releases: inout [Release]
    ) -> [Event] {
        switch call.access {
        case .read:
            guard let result = door.ask(call, retries: retries(of: call), at: now) else {
                noteLate(call, at: now)
                return []
            }
            releases.append(.called(call, result))
            return [.answered(conversation: call.conversation, call: call.id, result)]
        case .write:
            guard openWrites.updateValue(call, forKey: call.id) == nil else { return [] }
            batch.outbox.append(.pending(call, at: now))
            nextWrites.append(call)
            return []
        }
    }

    private mutating func obey(
        _ effect: DeskEffect, at now: Instant, releases: inout [Release]
    ) {
        let ticket: Ticket? =
            switch effect {
            case .ticketChanged(let ticket): ticket.value
            case .enqueued(let id, _, _, _), .offered(let id, _, _, _), .withdrawn(let id, _, _),
                .claimed(let id, _, _), .escalated(let id, _, _), .notify(_, let id, _),
                .page(_, let id, _), .nudge(let id, _), .breached(let id, _, _),
                .resolved(let id, _, _, _), .draftKept(let id, _):
                machine.desk.ticket(id)
            case .ownerChanged, .sendToCustomer, .customerNotice, .refused, .agentChanged,
                .told, .setTimer, .cancelTimer:
                nil
            }
        if case .ticketChanged(let ticket) = effect { batch.tickets.append(ticket.value) }
        if case .agentChanged(let row) = effect {
            batch.agents.append(row)
            chronicle(row, at: now)
        }
        post(effect, ticket, at: now)
        releases.append(.desk(effect, ticket: ticket))
    }

    /// The shop has not answered at once: after a while the customer is told that we are checking.
    private mutating func noteLate(_ call: ActionCall, at now: Instant) {
        let key = TimerKey.conversation(call.conversation, name: Triage.checkingTimer)
        lateCalls[call.id] = key
        timers.set(key, at: now + Triage.checkingDelay)
        batch.timers.append(.set(key, at: now + Triage.checkingDelay))
    }

    private func retries(of call: ActionCall) -> Int {
        machine.handbook.book.actions[call.action]?.retries ?? 0
    }
}
