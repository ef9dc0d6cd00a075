public import Dialogue
public import Facts
import GRDB

/// A shop in one SQLite file of its own: for demonstrations, tests, replay and shops without
/// another system.
///
/// It answers before `perform` returns. A write is on disk (WAL, `synchronous=FULL`) before its
/// receipt is given.
public final class EmbeddedShop: Shop {
    let database: DatabaseQueue

    /// Opens the shop at `path`, creating its tables in a new file; `:memory:` keeps it in memory.
    ///
    /// Throws `ShopError.cannotOpen`.
    public init(path: String) throws(ShopError) {
        var configuration = Configuration()
        configuration.label = "shop"
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try database.execute(
                sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
        }
        do {
            database = try DatabaseQueue(path: path, configuration: configuration)
            try database.write { try $0.createShopTables() }
        } catch {
            throw .cannotOpen(path: path, reason: String(describing: error))
        }
    }

    /// Whether no order is in it yet.
    public var isEmpty: Bool {
        get throws(ShopError) {
            try read {
                try Bool.fetchOne($0, sql: "SELECT NOT EXISTS (SELECT 1 FROM orders)") ?? true
            }
        }
    }

    /// See `Shop`. Outcomes beside the declared ones: `failed` with the reason `unknown_action`,
    /// `no_key` (a write without a key), `not_a_write`, `not_a_read` or `shop_unavailable`.
    public func perform(
        _ call: ActionCall, now: Instant, completion: @escaping @Sendable (ActionResult) -> Void
    ) {
        completion(perform(call, now: now))
    }

    /// The same, as a value.
    public func perform(_ call: ActionCall, now: Instant) -> ActionResult {
        do throws(ShopError) {
            if let writing = Writing(rawValue: call.action) {
                guard call.access == .write else { return .failed("not_a_read") }
                guard let key = call.key, !key.isEmpty else { return .failed("no_key") }
                return try write { try $0.write(writing, call, key: key, now: now) }
            }
            guard call.access == .read else { return .failed("not_a_write") }
            if let writing = Writing(preview: call.action) {
                return try read { try $0.preview(writing, call, now: now) }
            }
            guard let reading = Reading(action: call.action) else {
                return .failed("unknown_action")
            }
            return try read { try $0.answer(reading, Arguments(record: call.arguments), now: now) }
        } catch {
            return .failed("shop_unavailable")
        }
    }

    /// Runs `body` on a consistent view of the database.
    ///
    /// Not through `DatabaseQueue.read`: its `PRAGMA query_only` has every statement prepared anew.
    func read<Answer>(_ body: (Database) throws -> Answer) throws(ShopError) -> Answer {
        do {
            return try database.writeWithoutTransaction { database in
                var answer: Answer?
                try database.inTransaction(.deferred) {
                    answer = try body(database)
                    return .rollback
                }
                guard let answer else { throw ShopError.database(reason: "no answer") }
                return answer
            }
        } catch {
            throw (error as? ShopError) ?? .database(reason: String(describing: error))
        }
    }

    /// Runs `body` in one transaction.
    func write<Answer>(_ body: (Database) throws -> Answer) throws(ShopError) -> Answer {
        do {
            return try database.write(body)
        } catch {
            throw (error as? ShopError) ?? .database(reason: String(describing: error))
        }
    }

    /// Moves the write-ahead log into the file, so that the file alone may be copied.
    func checkpoint() throws(ShopError) {
        do {
            try database.writeWithoutTransaction {
                try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            }
        } catch {
            throw .database(reason: String(describing: error))
        }
    }
}

extension ActionResult {
    static func failed(_ reason: String) -> ActionResult {
        ActionResult(outcome: "failed", reason: reason)
    }
}

extension Database {
    fileprivate func createShopTables() throws {
        switch try Int.fetchOne(self, sql: "PRAGMA user_version") ?? 0 {
        case 0:
            let tables = try Int.fetchOne(self, sql: "SELECT count(*) FROM sqlite_master") ?? 0
            guard tables == 0 else {
                throw ShopError.database(reason: "the file has tables of another application")
            }
            try execute(sql: Schema.statements)
            try execute(sql: "PRAGMA user_version = \(Schema.version)")
        case Schema.version:
            break
        case let other:
            throw ShopError.database(reason: "the file is of the shop's version \(other), not 1")
        }
    }
}
