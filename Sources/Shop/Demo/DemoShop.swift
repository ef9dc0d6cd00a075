public import Facts
import GRDB
import Synchronization

/// The shop that the project ships: made up, dated around the moment of seeding, so that there is
/// always a parcel that is late, one in customs, a return that is still possible and one that is
/// not.
public enum DemoShop {
    /// Fills an empty shop. The same `now` gives the same shop.
    ///
    /// Throws `ShopError.notEmpty`.
    public static func seed(_ shop: EmbeddedShop, now: Instant) throws(ShopError) {
        guard try shop.isEmpty else { throw .notEmpty }
        try shop.write { database in
            try database.store(ShopSettings())
            var seed = DemoSeed(database: database, now: now)
            for text in [DemoCatalogue.text, DemoCustomers.text, DemoOrders.text] {
                for line in DemoLine.lines(text) { try seed.add(line) }
            }
        }
        try shop.checkpoint()
    }

    /// A seeded shop in memory, for tests.
    public static func inMemory(now: Instant) throws(ShopError) -> EmbeddedShop {
        let shop = try EmbeddedShop(path: ":memory:")
        try seed(shop, now: now)
        return shop
    }
}

/// Demo shops in memory for many rehearsals: each instant is seeded once and copied for each.
public final class DemoShops: Sendable {
    private let seeded = Mutex<[Instant: EmbeddedShop]>([:])

    public init() {}

    /// A shop of its own, seeded as of `now`.
    public func shop(now: Instant) throws(ShopError) -> EmbeddedShop {
        if let known = seeded.withLock({ $0[now] }) { return try EmbeddedShop(copying: known) }
        let template = try DemoShop.inMemory(now: now)
        try template.readAhead()
        seeded.withLock { $0[now] = template }
        return try EmbeddedShop(copying: template)
    }
}
