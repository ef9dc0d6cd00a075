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
            for line in DemoLine.all { try seed.add(line) }
        }
        try shop.checkpoint()
    }

    /// The same words as `EmbeddedShop.shopVocabulary` of a seeded shop, without seeding one.
    public static var vocabulary: [String] {
        get throws(ShopError) {
            var words: Set<String> = []
            for line in DemoLine.all {
                switch line.keyword {
                case "product": words.insert(try line.text(1))
                case "variant":
                    for pair in try line.options(1).pairs {
                        words.formUnion([pair.name, pair.value])
                    }
                default: continue
                }
            }
            return words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        }
    }

    /// A seeded shop in memory, for tests.
    public static func inMemory(now: Instant) throws(ShopError) -> EmbeddedShop {
        let shop = try EmbeddedShop(path: ":memory:")
        try seed(shop, now: now)
        return shop
    }
}

/// Demo shops in memory for many rehearsals: each instant is seeded once, and a shop that was lent is lent again as
/// it was.
public final class DemoShops: Sendable {
    private let shelves = Mutex<[Instant: Shelf]>([:])

    private struct Shelf {
        let template: EmbeddedShop
        /// The shops that nobody has now.
        var free: [Lendable] = []
    }

    /// A shop with the state to which it returns.
    struct Lendable: Sendable {
        let shop: EmbeddedShop
        let trial: EmbeddedShop.Trial
    }

    public init() {}

    /// A shop seeded as of `now`, for the borrower alone until it is let go.
    public func borrow(now: Instant) throws(ShopError) -> BorrowedShop {
        let (template, free) = try shelves.withLock { shelves throws(ShopError) in
            if let known = shelves[now] { return (known.template, shelves[now]?.free.popLast()) }
            let shelf = try Self.shelf(now: now)
            shelves[now] = shelf
            return (shelf.template, nil)
        }
        if let free { return BorrowedShop(free, now: now, of: self) }
        let shop = try EmbeddedShop(copying: template)
        let lendable = Lendable(shop: shop, trial: try shop.beginTrial())
        return BorrowedShop(lendable, now: now, of: self)
    }

    private static func shelf(now: Instant) throws(ShopError) -> Shelf {
        let template = try DemoShop.inMemory(now: now)
        try template.readAhead()
        return Shelf(template: template)
    }

    /// One that cannot be brought back to what it was is not lent again.
    fileprivate func takeBack(_ lent: Lendable, now: Instant) {
        guard let trial = try? lent.shop.end(lent.trial) else { return }
        shelves.withLock { $0[now]?.free.append(Lendable(shop: lent.shop, trial: trial)) }
    }
}

/// A shop that goes back, with all that was written undone, when nobody holds this any more.
public final class BorrowedShop: Sendable {
    public var shop: EmbeddedShop { lent.shop }
    private let lent: DemoShops.Lendable
    private let now: Instant
    private let owner: DemoShops

    fileprivate init(_ lent: DemoShops.Lendable, now: Instant, of owner: DemoShops) {
        self.lent = lent
        self.now = now
        self.owner = owner
    }

    deinit { owner.takeBack(lent, now: now) }
}
