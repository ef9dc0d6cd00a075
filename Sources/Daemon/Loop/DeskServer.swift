import Desk
import Dialogue
import Facts
import Logging
import Storage
import Triage
import Wire

/// Serves arrivals round by round: everything that arrived goes through the machine, one commit,
/// then the lines leave and the shop is asked for the writes. Confined to the desk loop; it never
/// waits.
struct DeskServer {
    var driver: DeskDriver
    var board = Switchboard()
    var counters = Counters()
    let log: Logger
    let startedAt: Instant
    /// Events that the next round begins with: answers to writes.
    private(set) var followUps: [Event] = []
    /// The last commit failed: its batch is kept, and nothing new is taken until it is stored.
    var isFailing: Bool { failure != nil }
    /// Why the last commit was refused; nil while the store takes what comes.
    private(set) var failure: StoreError?
    /// The last line `store.failed` of the log, and when, in nanoseconds of the monotonic clock.
    private var noted: (error: StoreError, at: UInt64)?
    /// Programs that are called with notices now.
    var openNoticeCalls = 0
    /// The store could not be read in the last round: what needed it is tried again after a pause.
    private var mustPause = false
    /// Arrivals that could not be taken yet.
    private var held: [Arrival] = []
    /// Those who wait for a reload that has not begun.
    var reloading: [(connection: ConnectionID, id: RequestID?)] = []
    /// Those whose reload is under way; nil while none is.
    private var underWay: [(connection: ConnectionID, id: RequestID?)]?
    /// Readings that another thread is to begin.
    private var readings: [StoreReading] = []
    /// Readings that were begun and are not answered.
    private var openReadings = 0
    /// Set by a request that needs the handbook read again.
    var wantsReload = false
    private var messageCounter = 0
    /// When the messages arrived that this round answers.
    private var answered: [UInt64] = []
    private var nextForgetting: Instant

    init(driver: DeskDriver, log: Logger, at now: Instant) {
        self.driver = driver
        self.log = log
        startedAt = now
        nextForgetting = now + .seconds(60)
    }

    /// How long a repeated message gets its old answer.
    static let answerLife = Duration.seconds(30 * 86_400)

    /// How long after a failed commit the next attempt is made.
    static let retryMilliseconds: Int64 = 500

    /// How long the same failure of the store is not logged again.
    static let quietNanoseconds: UInt64 = 10_000_000_000

    /// When the server wants a round although nothing arrived; nil for never.
    mutating func nextWake(at now: Instant) -> Instant? {
        if isFailing || mustPause { return now + .milliseconds(Self.retryMilliseconds) }
        // A notice that is due and not taken waits for a call to end, not for the time.
        let notice = openNoticeCalls < HookRunner.width ? driver.nextNotice : nil
        return [driver.nextTimer, notice].compactMap { $0 }.min()
    }

    /// Readings at once: each takes a thread, and the store in turns with the commits.
    static let readingLimit = 4

    /// False when too many are open.
    mutating func read(_ reading: StoreReading) -> Bool {
        guard openReadings < Self.readingLimit else { return false }
        openReadings += 1
        readings.append(reading)
        return true
    }

    mutating func takeReadings() -> [StoreReading] {
        defer { readings = [] }
        return readings
    }

    /// Whether another round is due at once.
    var hasFollowUps: Bool { !followUps.isEmpty && !isFailing && !mustPause }

    /// Whether an answer of the shop is on its way.
    var isWaitingForShop: Bool { driver.openWriteCount > 0 }

    /// Writes everything down and lets go of the store.
    mutating func close() throws(StoreError) {
        try driver.commit()
        board.flush()
        try driver.store.close()
    }

    /// Loads what the last run left, and makes it durable that this one goes on with it.
    mutating func recover(at now: Instant) throws(StoreError) {
        release(try driver.recover(at: now))
        try driver.commit()
        board.flush()
        followUps = driver.performWrites(at: now)
        warnOfMissingHooks()
    }

    /// One round.
    mutating func serve(_ arrivals: [Arrival], at now: Instant) {
        if isFailing, !commit(at: now) {
            arrivals.forEach { turnAway($0, at: now) }
            return
        }
        counters.largestRound = max(counters.largestRound, arrivals.count + followUps.count)
        mustPause = false
        let (events, earlier) = (followUps, held)
        followUps = []
        held = []
        for event in events { handle(event, at: now) }
        for arrival in earlier { take(arrival, at: now) }
        for arrival in arrivals { take(arrival, at: now) }
        fireTimers(at: now)
        if commit(at: now) { forgetOldAnswers(at: now) }
    }

    /// Now and then, a few at a time, so that no round takes long.
    private mutating func forgetOldAnswers(at now: Instant) {
        guard now >= nextForgetting else { return }
        nextForgetting = now + .seconds(60)
        do {
            let oldest = now - Self.answerLife
            _ = try driver.store.pruneAnswers(before: oldest, atMost: 1000)
        } catch {
            note(error)
        }
    }

    // MARK: Arrivals

    private mutating func take(_ arrival: Arrival, at now: Instant) {
        switch arrival {
        case .opened(let outlet): board.open(outlet)
        case .closed(let id): if let agent = board.close(id) { handle(.agentLost(agent), at: now) }
        case .request(let request): serve(request, at: now)
        case .answered(let event): handle(event, at: now)
        case .reloaded(let result): finishReload(result, at: now)
        case .reload: wantsReload = true
        case .read(let connection, let id, let result): finish(connection, id, result)
        case .told(let notice, let outcome): finish(notice: notice, outcome, at: now)
        case .tick: break
        }
    }

    /// What becomes of an arrival while the store fails: requests are refused, the rest waits.
    private mutating func turnAway(_ arrival: Arrival, at now: Instant) {
        switch arrival {
        case .opened(let outlet): board.open(outlet)
        case .closed, .answered, .reloaded, .reload, .told: held.append(arrival)
        case .read(let connection, let id, let result): finish(connection, id, result)
        case .request(let request):
            if request.call.onlyLooks { return look(request, at: now) }
            let error = ProtocolError(.storageFailed, failure?.summary ?? "the store fails")
            refuse(request, error)
            board.failAll(error)
        case .tick: break
        }
    }

    /// How the desk is can be seen at any time: nothing of that has to be durable.
    private mutating func look(_ request: ClientRequest, at now: Instant) {
        counters.requests += 1
        do throws(RequestFailure) {
            guard let result = try answer(request, at: now) else { return }
            board.replyNow(request.connection, request.id, .success(result))
        } catch {
            counters.errors += 1
            board.replyNow(request.connection, request.id, .failure(error.protocolError))
        }
    }

    /// A reading is of what is stored already.
    private mutating func finish(
        _ connection: ConnectionID, _ id: RequestID?, _ result: Result<JSON, ProtocolError>
    ) {
        openReadings -= 1
        if case .failure = result { counters.errors += 1 }
        board.replyNow(connection, id, result)
    }

    private mutating func handle(_ event: Event, at now: Instant) {
        do {
            release(try driver.handle(event, at: now))
        } catch {
            note(error)
            mustPause = true
            held.append(.answered(event))
        }
    }

    private mutating func fireTimers(at now: Instant) {
        do {
            release(try driver.fireTimers(at: now))
        } catch {
            note(error)
            mustPause = true
        }
    }

    // MARK: Commit

    /// False when the store refused; everything is kept for another attempt.
    private mutating func commit(at now: Instant) -> Bool {
        let start = MonotonicClock.nanoseconds
        do {
            let isWorth = driver.hasUncommitted
            try driver.commit()
            if isWorth {
                counters.commits += 1
                counters.commitLatency.add(nanoseconds: MonotonicClock.nanoseconds &- start)
            }
        } catch {
            note(error)
            failure = error
            counters.failedCommits += 1
            board.failAll(ProtocolError(.storageFailed, error.summary))
            return false
        }
        failure = nil
        board.flush()
        countLatency()
        followUps += driver.performWrites(at: now)
        return true
    }

    private mutating func countLatency() {
        let end = MonotonicClock.nanoseconds
        for arrivedAt in answered {
            counters.turnLatency.add(nanoseconds: end &- min(arrivedAt, end))
        }
        answered.removeAll(keepingCapacity: true)
    }

    /// Every attempt fails while the disk is full, and the log may be on the same disk: the same line comes again
    /// only after a while.
    mutating func note(_ error: StoreError) {
        let now = MonotonicClock.nanoseconds
        if let noted, noted.error == error, now &- noted.at < Self.quietNanoseconds { return }
        noted = (error, now)
        log.error("store.failed", metadata: ["why": "\(error.message)"])
    }

    // MARK: Reloads

    /// Whether the pack is to be read now. One reading at a time: an older one must neither answer for files that
    /// were changed since it began nor end after a newer one.
    mutating func beginsReload() -> Bool {
        guard wantsReload, underWay == nil else { return false }
        wantsReload = false
        underWay = reloading
        reloading = []
        return true
    }

    /// Who is told how the reload ended.
    mutating func endReload() -> [(connection: ConnectionID, id: RequestID?)] {
        defer { underWay = nil }
        return underWay ?? []
    }

    // MARK: Releases

    /// Turns what the machine released into lines; they leave after the commit.
    mutating func release(_ releases: [Release]) {
        for release in releases {
            switch release {
            case .turn(let turn): releaseTurn(turn)
            case .overloaded(let conversation, let message):
                let key = MessageKey(conversation: conversation, message: message)
                for waiter in board.takeWaiters(for: key) {
                    let error = ProtocolError(
                        .conversationBusy, "too many messages of the conversation wait")
                    board.refuse(waiter.connection, waiter.id, error)
                    counters.overloaded += 1
                }
            case .message(let message):
                counters.messages += 1
                board.publish(message, name: name(of: message.sender))
            case .desk(let effect, let ticket): releaseDesk(effect, ticket: ticket)
            case .traced: break  // a running desk is not traced
            case .called(let call, let result):
                if call.access == .write { counters.writes += 1 } else { counters.lookUps += 1 }
                guard result.outcome == "failed" else { continue }
                counters.failedCalls += 1
                log.warning(
                    "shop.failed",
                    metadata: [
                        "action": "\(call.action)", "reason": "\(result.reason ?? "")",
                        "attempts": "\(result.attempts)",
                    ])
            }
        }
    }

    private mutating func releaseTurn(_ turn: Turn) {
        counters.turns += 1
        counters.messages += turn.messages.count
        let waiters = board.takeWaiters(for: MessageKey(turn))
        if !waiters.isEmpty {
            let result = JSON(turn)
            for waiter in waiters {
                board.reply(waiter.connection, waiter.id, result)
                answered.append(waiter.arrivedAt)
            }
        }
        for message in turn.messages {
            board.publish(
                message, name: name(of: message.sender), except: waiters.map(\.connection))
        }
    }

    /// An agent's name, for the customer; nil for the bot.
    func name(of sender: String) -> String? {
        guard sender.hasPrefix("agent.") else { return nil }
        return driver.machine.desk.plan.agent(String(sender.dropFirst(6)))?.name
    }

    private mutating func releaseDesk(_ effect: DeskEffect, ticket: Ticket?) {
        let desk = driver.machine.desk
        if let notice = DeskNotice(effect, ticket: { $0 == ticket?.id ? ticket : nil }) {
            board.publish(notice) { desk.plan.agent($0)?.roles ?? [] }
        }
        if case .ticketChanged(let ticket) = effect {
            board.publish(
                watched: ticket.id, JSON(listed: ticket.value), isClosed: ticket.state == .closed)
        }
        guard let line = DeskLogLine(effect) else { return }
        log.info("\(line.event)", metadata: line.metadata)
    }

    /// An id for a message whose client gave none: unique in the life of the store.
    mutating func nextMessageID(at now: Instant) -> String {
        messageCounter += 1
        return "~\(now.milliseconds)-\(messageCounter)"
    }
}
