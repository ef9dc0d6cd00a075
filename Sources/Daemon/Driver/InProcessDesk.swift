public import Facts
public import Shop
public import Storage
public import Triage

/// The whole desk without a socket and without a disk, on a virtual clock: for replay, simulation
/// and tests.
///
/// It drives the machine exactly as the daemon does, one event at a time.
public struct InProcessDesk: Sendable {
    public private(set) var driver: DeskDriver
    /// The virtual clock.
    public private(set) var now: Instant

    /// The shop must answer before `perform` returns.
    public init(
        handbook: Handbook, shop: any Shop, start: Instant, store: any Store = MemoryStore()
    ) throws(StoreError) {
        try self.init(
            machine: Triage(handbook: handbook), shop: shop, start: start, store: store)
    }

    /// The same with a machine that is made already, in which nothing has happened yet.
    public init(
        machine: Triage, shop: any Shop, start: Instant, store: any Store = MemoryStore()
    ) throws(StoreError) {
        driver = DeskDriver(machine: machine, store: store, shop: shop)
        now = start
        _ = try driver.recover(at: start)
        _ = try settle()
    }

    public func conversation(_ id: String) -> Conversation? { driver.machine.conversation(id) }

    /// Handles one event with all that follows from it.
    public mutating func handle(_ event: Event) throws(StoreError) -> [Release] {
        let releases = try driver.handle(event, at: now)
        return releases + (try settle())
    }

    /// Moves the clock and fires every timer that is due on the way, each at its own time.
    public mutating func advance(to end: Instant) throws(StoreError) -> [Release] {
        var releases: [Release] = []
        while let next = driver.nextTimer, next <= end {
            now = max(now, next)
            releases += try driver.fireTimers(at: now)
            releases += try settle()
        }
        now = max(now, end)
        return releases
    }

    /// Commits and performs writes until nothing is left to do.
    private mutating func settle() throws(StoreError) -> [Release] {
        var releases: [Release] = []
        while true {
            try driver.commit()
            let answers = driver.performWrites(at: now)
            guard !answers.isEmpty else { return releases }
            for answer in answers { releases += try driver.handle(answer, at: now) }
        }
    }
}
