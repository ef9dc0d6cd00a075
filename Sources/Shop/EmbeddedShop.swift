public import Dialogue
public import Facts
import GRDB
import Synchronization

/// A shop in one SQLite file of its own: for demonstrations, tests, replay and shops without
/// another system.
///
/// It answers before `perform` returns. A write is on disk (WAL, `synchronous=FULL`) before its
/// receipt is given.
public final class EmbeddedShop: Shop {
    let database: DatabaseQueue
    /// What was read; written on the database's queue only.
    private let memory = Mutex(ShopMemory())
    /// In memory: nobody else changes it, so what was read stays true.
    private let isPrivate: Bool

    /// Opens the shop at `path`, creating its tables in a new file; `:memory:` keeps it in memory.
    ///
    /// Throws `ShopError.cannotOpen`.
    public init(path: String) throws(ShopError) {
        isPrivate = path == Self.inMemory
        database = try Self.open(path)
        do {
            try database.write { try $0.createShopTables() }
        } catch {
            throw .cannotOpen(path: path, reason: String(describing: error))
        }
    }

    /// A copy in memory, with all that `template` has read.
    init(copying template: EmbeddedShop) throws(ShopError) {
        isPrivate = true
        database = try Self.open(Self.inMemory)
        do {
            try template.database.backup(to: database)
        } catch {
            throw .cannotOpen(path: Self.inMemory, reason: String(describing: error))
        }
        var known = template.memory.withLock { $0 }
        known.version = try version()
        memory.withLock { $0 = known }
    }

    private static let inMemory = ":memory:"

    private static func open(_ path: String) throws(ShopError) -> DatabaseQueue {
        var configuration = Configuration()
        // See `Trial`, which is one transaction.
        configuration.allowsUnsafeTransactions = path == inMemory
        configuration.label = "shop"
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try database.execute(
                sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
        }
        do {
            return try DatabaseQueue(path: path, configuration: configuration)
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
                return try transaction { database in
                    try remembering(database) {
                        try $0.write(writing, call, key: key, now: now)
                    }
                }
            }
            guard call.access == .read else { return .failed("not_a_write") }
            if let writing = Writing(preview: call.action) {
                return try look { try $0.preview(writing, call, now: now) }
            }
            guard let reading = Reading(action: call.action) else {
                return .failed("unknown_action")
            }
            return try look { try $0.answer(reading, Arguments(record: call.arguments), now: now) }
        } catch {
            return .failed("shop_unavailable")
        }
    }

    /// Runs `body` on what is known, read anew where it has changed.
    private func look<Answer>(
        _ body: (inout ShopReader) throws -> Answer
    ) throws(ShopError) -> Answer {
        if let answer = try recalled(body) { return answer }
        do {
            return try database.writeWithoutTransaction { try remembering($0, body) }
        } catch {
            throw (error as? ShopError) ?? .database(reason: String(describing: error))
        }
    }

    /// What `body` makes of what a shop in memory has read before, without its queue; nil where more must be
    /// read.
    private func recalled<Answer>(
        _ body: (inout ShopReader) throws -> Answer
    ) throws(ShopError) -> Answer? {
        guard isPrivate else { return nil }
        var reader = ShopReader(known: memory.withLock { $0 })
        do {
            return try body(&reader)
        } catch is ShopReader.NotKnown {
            return nil
        } catch {
            throw (error as? ShopError) ?? .database(reason: String(describing: error))
        }
    }

    /// Keeps what `body` reads; on an error nothing.
    private func remembering<Answer>(
        _ database: Database, _ body: (inout ShopReader) throws -> Answer
    ) throws -> Answer {
        let known = memory.withLock { memory in
            defer { memory = ShopMemory() }
            return memory
        }
        var reader = try ShopReader(database, memory: known)
        let answer = try body(&reader)
        let read = reader.memory
        memory.withLock { $0 = read }
        return answer
    }

    /// Reads the catalogue and every customer's file, so that copies know them.
    func readAhead() throws(ShopError) {
        try look { reader in
            _ = try reader.catalogue()
            for row in try reader.database.rows("SELECT id FROM customers ORDER BY id") {
                _ = try reader.file(row["id"])
            }
        }
    }

    private func version() throws(ShopError) -> Int {
        try read { try $0.row("PRAGMA data_version")?[0] ?? 0 }
    }

    /// Runs `body` on a consistent view of the database.
    ///
    /// Not through `DatabaseQueue.read`: its `PRAGMA query_only` has every statement prepared anew.
    func read<Answer>(_ body: (Database) throws -> Answer) throws(ShopError) -> Answer {
        do {
            return try database.writeWithoutTransaction { database in
                guard !database.isInsideTransaction else { return try body(database) }
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

    /// Runs `body` in one transaction; whatever was read before is read anew.
    func write<Answer>(_ body: (Database) throws -> Answer) throws(ShopError) -> Answer {
        defer { memory.withLock { $0 = ShopMemory() } }
        return try transaction(body)
    }

    private func transaction<Answer>(
        _ body: (Database) throws -> Answer
    ) throws(ShopError) -> Answer {
        do {
            return try database.writeWithoutTransaction { database in
                try database.consistently { try body(database) }
            }
        } catch {
            throw (error as? ShopError) ?? .database(reason: String(describing: error))
        }
    }

    /// Begins a time that `end(_:)` undoes; of a shop in memory only.
    func beginTrial() throws(ShopError) -> Trial {
        do {
            let changes = try database.writeWithoutTransaction { database in
                try database.beginTransaction()
                return database.totalChangesCount
            }
            return Trial(memory: memory.withLock { $0 }, changes: changes)
        } catch {
            throw .database(reason: String(describing: error))
        }
    }

    /// Undoes whatever was written since `trial` began, and begins another one.
    func end(_ trial: Trial) throws(ShopError) -> Trial {
        do {
            let isChanged = try database.writeWithoutTransaction { database in
                guard database.totalChangesCount != trial.changes else { return false }
                try database.rollback()
                return true
            }
            memory.withLock { $0 = trial.memory }
            return isChanged ? try beginTrial() : trial
        } catch {
            throw .database(reason: String(describing: error))
        }
    }

    /// What a shop was like when it was lent: an open transaction, and what had been read.
    struct Trial {
        fileprivate var memory: ShopMemory
        /// SQLite's count of changed rows.
        fileprivate var changes: Int
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
