import Facts
import Logging
import NIOCore
import NIOPosix
import Storage
import Synchronization
import Triage
import Wire

/// The single writer: an event loop of its own that drains everything that has arrived, round by
/// round.
///
/// While a round is being committed the next one gathers; that is the group commit.
final class DeskLoop: Sendable {
    private let loop: any EventLoop
    private let server: NIOLoopBoundBox<DeskServer?>
    private let wake: NIOLoopBoundBox<Wake?>
    private let inbox = Mutex(Inbox())
    private let clock: @Sendable () -> Instant
    private let hooks = HookRunner()
    private let lastNow = Mutex(Instant(milliseconds: 0))
    /// Reads the handbook anew on another thread, then delivers `.reloaded`.
    private let startReload: @Sendable (DeskLoop) -> Void

    private struct Inbox {
        var arrivals: [Arrival] = []
        var isScheduled = false
        /// Nothing is taken any more but what lets the open work end.
        var isDraining = false
    }

    private struct Wake {
        var at: Instant
        var task: Scheduled<Void>
    }

    /// Requests that may wait for a round; more are refused.
    static let inboxLimit = 16_384

    init(
        loop: any EventLoop, clock: @escaping @Sendable () -> Instant,
        startReload: @escaping @Sendable (DeskLoop) -> Void
    ) {
        self.loop = loop
        self.clock = clock
        self.startReload = startReload
        server = NIOLoopBoundBox.makeEmptyBox(valueType: DeskServer.self, eventLoop: loop)
        wake = NIOLoopBoundBox.makeEmptyBox(valueType: Wake.self, eventLoop: loop)
    }

    /// Recovers the state, then serves.
    func start(
        _ makeServer: @escaping @Sendable (Instant) throws(StoreError) -> DeskServer
    ) -> EventLoopFuture<Void> {
        loop.submit {
            let now = self.now()
            var server = try makeServer(now)
            try server.recover(at: now)
            self.server.value = server
            self.afterRound()
        }
    }

    // MARK: Arriving

    enum Refusal: Error {
        case full
        case draining
    }

    /// Takes requests of one connection, all or none; called on any thread.
    func submit(_ requests: [ClientRequest]) throws(Refusal) {
        let refusal: Refusal? = inbox.withLock { inbox in
            if inbox.isDraining { return .draining }
            if inbox.arrivals.count + requests.count > Self.inboxLimit { return .full }
            inbox.arrivals += requests.map { .request($0) }
            schedule(&inbox)
            return nil
        }
        if let refusal { throw refusal }
    }

    /// Takes what must never be refused; called on any thread.
    func deliver(_ arrival: Arrival) {
        inbox.withLock { inbox in
            inbox.arrivals.append(arrival)
            schedule(&inbox)
        }
    }

    private func schedule(_ inbox: inout Inbox) {
        guard !inbox.isScheduled else { return }
        inbox.isScheduled = true
        loop.execute { self.runRound() }
    }

    // MARK: Rounds

    private func runRound() {
        let arrivals = inbox.withLock { inbox in
            let all = inbox.arrivals
            inbox.arrivals = []
            inbox.isScheduled = false
            return all
        }
        server.value?.serve(arrivals, at: now())
        afterRound()
    }

    private func afterRound() {
        guard server.value != nil else { return }
        if server.value?.beginsReload() ?? false { startReload(self) }
        for reading in server.value?.takeReadings() ?? [] {
            NIOThreadPool.singleton.submit { _ in
                self.deliver(.read(reading.connection, reading.id, reading.run()))
            }
        }
        callHooks()
        if server.value?.hasFollowUps ?? false {
            inbox.withLock { schedule(&$0) }
        } else {
            scheduleWake()
        }
    }

    /// Programs are called only with what is on disk: a stop now calls them again later.
    private func callHooks() {
        for call in server.value?.takeNoticeCalls(at: now()) ?? [] {
            hooks.run(call) { self.deliver(.told(notice: call.notice.id, $0)) }
        }
    }

    private func scheduleWake() {
        let now = now()
        let next = server.value?.nextWake(at: now)
        if let wake = wake.value, let next, wake.at == next { return }
        wake.value?.task.cancel()
        wake.value = nil
        guard let next else { return }
        let milliseconds = min(max((next - now).milliseconds, 0), 86_400_000)
        let task = loop.scheduleTask(in: .milliseconds(milliseconds)) {
            self.wake.value = nil
            self.deliver(.tick)
        }
        wake.value = Wake(at: next, task: task)
    }

    /// The time of day; it never goes back.
    private func now() -> Instant {
        let wall = clock()
        return lastNow.withLock { last in
            last = max(last, wall)
            return last
        }
    }

    // MARK: Stopping

    /// Takes nothing new, ends what is open, writes it down and closes the store.
    ///
    /// `deadline`: an answer of the shop that is not here by then is asked for again after the
    /// restart.
    func drain(until deadline: NIODeadline) -> EventLoopFuture<Void> {
        hooks.stop()
        inbox.withLock { $0.isDraining = true }
        let done = loop.makePromise(of: Void.self)
        loop.execute { self.drainStep(until: deadline, done) }
        return done.futureResult
    }

    private func drainStep(until deadline: NIODeadline, _ done: EventLoopPromise<Void>) {
        let isIdle = inbox.withLock { $0.arrivals.isEmpty }
        let hasFollowUps = server.value?.hasFollowUps ?? false
        let isWaiting = server.value?.isWaitingForShop ?? false
        let isLate = NIODeadline.now() >= deadline
        if isLate || isIdle && !hasFollowUps && !isWaiting {
            close(done)
        } else {
            if !isIdle || hasFollowUps { runRound() }
            loop.scheduleTask(in: isWaiting ? .milliseconds(10) : .zero) {
                self.drainStep(until: deadline, done)
            }
        }
    }

    private func close(_ done: EventLoopPromise<Void>) {
        wake.value?.task.cancel()
        wake.value = nil
        do {
            try server.value?.close()
            server.value = nil
            done.succeed(())
        } catch {
            done.fail(error)
        }
    }
}
