public import Facts
import GRDB

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

    /// A seeded shop in memory, for replay and tests.
    public static func inMemory(now: Instant) throws(ShopError) -> EmbeddedShop {
        let shop = try EmbeddedShop(path: ":memory:")
        try seed(shop, now: now)
        return shop
    }
}
