import CSQLite
import Glibc
import NIOCore

/// One table, one row per line, one transaction per batch; the settings of triaged's store.
struct LineStore {
    private let database: OpaquePointer?
    private let insert: OpaquePointer?

    init(path: String) {
        var database: OpaquePointer?
        sqlite3_open(path, &database)
        self.database = database
        var insert: OpaquePointer?
        sqlite3_exec(
            database,
            """
            PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
            PRAGMA wal_autocheckpoint = 10000; PRAGMA journal_size_limit = 67108864;
            CREATE TABLE IF NOT EXISTS line (number INTEGER PRIMARY KEY, text TEXT NOT NULL);
            """, nil, nil, nil)
        sqlite3_prepare_v2(database, "INSERT INTO line (text) VALUES (?)", -1, &insert, nil)
        self.insert = insert
    }

    /// Returns when the lines are on disk; an echo that cannot write stops.
    func write(_ lines: [ByteBuffer]) {
        sqlite3_exec(database, "BEGIN IMMEDIATE", nil, nil, nil)
        for line in lines {
            line.withUnsafeReadableBytes { bytes in
                let text = bytes.assumingMemoryBound(to: CChar.self).baseAddress
                // Without a destructor: the bytes outlive the step.
                sqlite3_bind_text(insert, 1, text, Int32(bytes.count), nil)
                sqlite3_step(insert)
                sqlite3_reset(insert)
            }
        }
        guard sqlite3_exec(database, "COMMIT", nil, nil, nil) == SQLITE_OK else {
            print("echo: the disk refuses: \(String(cString: sqlite3_errmsg(database)))")
            exit(74)
        }
    }
}
