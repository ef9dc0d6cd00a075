public import Desk
import Dialogue
public import Facts
import GRDB
import Reporting
public import Triage
import Wire

/// The store in one SQLite file: WAL, `synchronous=FULL`, one writer.
///
/// FULL, because in WAL mode NORMAL loses acknowledged rows at a power loss. Exclusive, because the
/// daemon is the only reader too (the command asks it), and SQLite then needs no shared memory.
public final class SQLiteStore: Store {
    private let queue: DatabaseQueue
    private let path: String

    /// Pages in the log before they are written back: fewer checkpoints, up to 40 MB of log.
    static let autocheckpointPages = 10_000

    /// Up to this size the whole file is checked when it is opened: a quarter of a second.
    public static let checkedBytes = 256 << 20

    /// Opens the file at `path`, or makes it. Throws when another process holds it, or it is damaged; of a file of
    /// more than `checkedBytes` only the tables that are read at the start are looked through.
    public init(path: String, checkedBytes: Int = checkedBytes) throws(StoreError) {
        self.path = path
        var configuration = Configuration()
        configuration.label = "store"
        configuration.maximumReaderCount = 1
        configuration.prepareDatabase { database in
            // Exclusive before WAL, else SQLite makes the shared memory file.
            try database.execute(
                sql: """
                    PRAGMA locking_mode = EXCLUSIVE;
                    PRAGMA journal_mode = WAL;
                    PRAGMA synchronous = FULL;
                    PRAGMA wal_autocheckpoint = \(SQLiteStore.autocheckpointPages);
                    PRAGMA journal_size_limit = 67108864;
                    """)
        }
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.inDatabase { database in
                try SQLiteSchema.migrate(database, path: path)
                try SQLiteStore.check(database, upTo: checkedBytes)
            }
        } catch {
            throw SQLiteStore.storeError(error, path: path)
        }
    }

    public func commit(_ batch: Batch) throws(StoreError) {
        guard !batch.isEmpty else { return }
        try access { queue throws in
            try queue.inDatabase { database in
                try database.inTransaction(.immediate) {
                    try BatchWriter(database: database).write(batch)
                    return .commit
                }
            }
        }
    }

    public func conversation(_ id: String) throws(StoreError) -> Conversation? {
        try read("conversation", "SELECT state FROM conversation WHERE id = ?", [id])
    }

    public func answer(conversation: String, message: String) throws(StoreError) -> Turn? {
        try read(
            "answer", "SELECT turn FROM answer WHERE conversation = ? AND message = ?",
            [conversation, message])
    }

    public func messages(
        conversation: String, after number: Int, limit: Int
    ) throws(StoreError) -> [SentMessage] {
        try access { queue throws in
            try queue.inDatabase { database in
                let rows = try Row.fetchAll(
                    database,
                    sql: """
                        SELECT at, message FROM message WHERE conversation = ? AND number > ?
                        ORDER BY number LIMIT ?
                        """, arguments: [conversation, number, limit])
                return try SQLiteStore.read("message") {
                    try rows.map { row in
                        SentMessage(at: try row.instant(0), message: try row.json(1))
                    }
                }
            }
        }
    }

    public func events(
        conversation: String, limit: Int
    ) throws(StoreError) -> [JournalEvent] {
        try access { queue throws in
            try queue.inDatabase { database in
                let rows = try Row.fetchAll(
                    database,
                    sql: """
                        SELECT at, event FROM journal WHERE conversation = ?
                        ORDER BY sequence DESC LIMIT ?
                        """, arguments: [conversation, limit])
                return try SQLiteStore.read("journal") {
                    try rows.reversed().map { row in
                        JournalEvent(
                            at: try row.instant(0), conversation: conversation,
                            event: try row.json(1))
                    }
                }
            }
        }
    }

    public func ticket(_ id: String) throws(StoreError) -> Ticket? {
        try read("ticket", "SELECT body FROM ticket WHERE id = ?", [id])
    }

    public func chronicle(_ page: ChroniclePage) throws(StoreError) -> [NumberedEntry] {
        try access { queue throws in
            try queue.inDatabase { database in
                let rows = try Row.fetchAll(
                    database,
                    sql: """
                        SELECT number, at, entry FROM chronicle
                        WHERE number > ? AND at >= ? AND at < ? AND (? IS NULL OR kind = ?)
                        ORDER BY number LIMIT ?
                        """,
                    arguments: [
                        page.after, page.period.start.milliseconds, page.period.end.milliseconds,
                        page.kind?.rawValue, page.kind?.rawValue, page.limit,
                    ])
                return try SQLiteStore.read("chronicle") {
                    try rows.map { row in
                        NumberedEntry(
                            number: try row.decode(atIndex: 0),
                            entry: ChronicleEntry(
                                at: try row.instant(1), what: try row.json(2)))
                    }
                }
            }
        }
    }

    public func writes(
        since instant: Instant, after number: Int, limit: Int
    ) throws(StoreError) -> [RecordedWrite] {
        try access { queue throws in
            try queue.inDatabase { database in
                let rows = try Row.fetchAll(
                    database,
                    sql: """
                        SELECT sequence, at, body, result FROM outbox
                        WHERE sequence > ? AND at >= ? ORDER BY sequence LIMIT ?
                        """, arguments: [number, instant.milliseconds, limit])
                return try SQLiteStore.read("outbox") {
                    try rows.map { row in
                        let result: String? = try row.decode(atIndex: 3)
                        return RecordedWrite(
                            number: try row.decode(atIndex: 0), at: try row.instant(1),
                            call: try row.json(2),
                            result: try result.map { try SQLiteStore.decode($0) })
                    }
                }
            }
        }
    }

    public func tickets(
        touchedSince instant: Instant, after sequence: Int, limit: Int
    ) throws(StoreError) -> [Ticket] {
        try access { queue throws in
            try queue.inDatabase { database in
                try SQLiteStore.read("ticket") {
                    try String.fetchAll(
                        database,
                        sql: """
                            SELECT body FROM ticket
                            WHERE (touched >= ? OR closed = 0) AND sequence > ?
                            ORDER BY sequence LIMIT ?
                            """, arguments: [instant.milliseconds, sequence, limit]
                    ).map { try SQLiteStore.decode($0) }
                }
            }
        }
    }

    public func restore() throws(StoreError) -> Restored {
        try access { queue throws in try queue.inDatabase { try SQLiteStore.restored(from: $0) } }
    }

    public func pruneAnswers(
        before instant: Instant, atMost limit: Int
    ) throws(StoreError) -> Int {
        try access { queue throws in
            try queue.write { database in
                try database.execute(
                    sql: """
                        DELETE FROM answer WHERE (conversation, message) IN
                            (SELECT conversation, message FROM answer WHERE at < ? LIMIT ?)
                        """, arguments: [instant.milliseconds, limit])
                return database.changesCount
            }
        }
    }

    public func close() throws(StoreError) {
        try access { queue throws in
            _ = try queue.inDatabase { try $0.checkpoint(.truncate) }
            try queue.close()
        }
    }

    /// The value of a PRAGMA, for the tests.
    func pragma(_ name: String) throws(StoreError) -> String? {
        try access { queue throws in
            try queue.inDatabase { try String.fetchOne($0, sql: "PRAGMA \(name)") }
        }
    }

    private func read<T: Decodable>(
        _ table: String, _ sql: String, _ arguments: StatementArguments
    ) throws(StoreError) -> T? {
        try access { queue throws in
            try queue.inDatabase { database in
                let statement = try database.cachedStatement(sql: sql)
                return try SQLiteStore.read(table) {
                    let text = try String.fetchOne(statement, arguments: arguments)
                    return try text.map { try SQLiteStore.decode($0) }
                }
            }
        }
    }

    /// Every use of the file goes through here: SQLite's errors become ours.
    private func access<T>(_ body: (DatabaseQueue) throws -> T) throws(StoreError) -> T {
        do {
            return try body(queue)
        } catch {
            throw SQLiteStore.storeError(error, path: path)
        }
    }
}
