public import Facts
import Handbook
import Shop
import Synchronization
public import Triage

/// What rehearsals share: the handbook, the time zones, and the demo shop as it is at a start.
public struct World: Sendable {
    public let handbook: Handbook
    private let machines: KnownMachines
    private let shops = DemoShops()
    private let zones = KnownZones()

    public init(handbook: Handbook) {
        self.handbook = handbook
        machines = KnownMachines(handbook)
    }

    /// A machine in which nothing has happened yet, with these settings.
    func machine(_ settings: [TalkArgument]) throws(Stage.Failure) -> Triage {
        try machines.machine(settings)
    }

    /// A fresh shop, seeded as of `start`.
    func shop(at start: Instant) throws(ShopError) -> BorrowedShop {
        try shops.borrow(now: start)
    }

    /// The zone of that name in the system's tz database; the pack's where none is named.
    public func zone(_ name: String?) -> Zone? {
        guard let name else { return handbook.zone }
        return zones.zone(name)
    }

    /// 2026-03-02 09:00, a Monday: where a transcript names no start.
    static let defaultStart = CivilTime(
        day: Day(year: 2026, month: 3, day: 2) ?? Day(number: 0), hour: 9, minute: 0)
}

/// The machines at the start of a rehearsal, by what they change of the handbook, each made once.
private final class KnownMachines: Sendable {
    private let handbook: Handbook
    private let known: Mutex<[[TalkArgument]: Triage]>

    init(_ handbook: Handbook) {
        self.handbook = handbook
        known = Mutex([[]: Triage(handbook: handbook)])
    }

    func machine(_ settings: [TalkArgument]) throws(Stage.Failure) -> Triage {
        if let machine = known.withLock({ $0[settings] }) { return machine }
        let machine = Triage(handbook: try handbook.changed(by: settings))
        known.withLock { $0[settings] = machine }
        return machine
    }
}

/// Zones of the system's tz database, each read once.
private final class KnownZones: Sendable {
    private let known = Mutex<[String: Zone?]>([:])

    func zone(_ name: String) -> Zone? {
        known.withLock { known in
            if let zone = known[name] { return zone }
            let zone = PackSource.systemZone(name).flatMap { try? Zone(name: name, tzif: $0) }
            known[name] = zone
            return zone
        }
    }
}
