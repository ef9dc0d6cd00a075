public import Facts
import Handbook
import Shop
import Synchronization
public import Triage

/// What rehearsals share: the handbook, the time zones, and the demo shop as it is at a start.
public struct World: Sendable {
    public let handbook: Handbook
    /// The machine at the start of every rehearsal that changes nothing of the handbook.
    private let machine: Triage
    private let shops = DemoShops()
    private let zones = KnownZones()

    public init(handbook: Handbook) {
        self.handbook = handbook
        machine = Triage(handbook: handbook)
    }

    /// A machine in which nothing has happened yet, with these settings.
    func machine(_ settings: [TalkArgument]) throws(Stage.Failure) -> Triage {
        settings.isEmpty ? machine : Triage(handbook: try handbook.changed(by: settings))
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
