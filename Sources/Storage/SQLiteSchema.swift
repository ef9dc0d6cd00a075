import GRDB

/// The tables, step by step. A release never changes a step; it adds one at the end.
enum SQLiteSchema {
    /// The version of a file is the number of steps done, kept in `PRAGMA user_version`.
    static let steps: [String] = [
        """
        CREATE TABLE journal (
            sequence INTEGER PRIMARY KEY, at INTEGER NOT NULL, version INTEGER NOT NULL,
            conversation TEXT, event TEXT NOT NULL
        ) STRICT;
        CREATE INDEX journal_conversation ON journal (conversation, sequence)
            WHERE conversation IS NOT NULL;
        CREATE TABLE conversation (
            id TEXT PRIMARY KEY, version INTEGER NOT NULL, unfinished INTEGER NOT NULL,
            state TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX conversation_unfinished ON conversation (id) WHERE unfinished = 1;
        CREATE TABLE message (
            conversation TEXT NOT NULL, number INTEGER NOT NULL, at INTEGER NOT NULL,
            message TEXT NOT NULL, PRIMARY KEY (conversation, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE answer (
            conversation TEXT NOT NULL, message TEXT NOT NULL, at INTEGER NOT NULL,
            turn TEXT NOT NULL, PRIMARY KEY (conversation, message)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX answer_at ON answer (at);
        CREATE TABLE timer (
            key TEXT PRIMARY KEY, at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE outbox (
            sequence INTEGER PRIMARY KEY, call TEXT NOT NULL UNIQUE, key TEXT,
            body TEXT NOT NULL, at INTEGER NOT NULL, result TEXT, answered_at INTEGER
        ) STRICT;
        CREATE INDEX outbox_pending ON outbox (sequence) WHERE result IS NULL;
        CREATE TABLE ticket (
            id TEXT PRIMARY KEY, sequence INTEGER NOT NULL, conversation TEXT NOT NULL,
            closed INTEGER NOT NULL, body TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX ticket_sequence ON ticket (sequence);
        CREATE INDEX ticket_open ON ticket (sequence) WHERE closed = 0;
        CREATE TABLE agent (
            id TEXT PRIMARY KEY, body TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """,
        // What reports count. A ticket of before counts as touched at any time.
        """
        CREATE TABLE chronicle (
            number INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL,
            entry TEXT NOT NULL
        ) STRICT;
        CREATE INDEX chronicle_at ON chronicle (at);
        ALTER TABLE ticket ADD COLUMN touched INTEGER NOT NULL DEFAULT 9223372036854775807;
        CREATE INDEX ticket_touched ON ticket (touched);
        """,
        """
        CREATE TABLE tally (
            key TEXT PRIMARY KEY, count INTEGER NOT NULL, until INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX tally_until ON tally (until);
        """,
        """
        CREATE TABLE notice (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL,
            state TEXT NOT NULL, body TEXT NOT NULL
        ) STRICT;
        CREATE INDEX notice_at ON notice (at);
        CREATE INDEX notice_open ON notice (number) WHERE state <> 'taken';
        """,
    ]

    /// Brings the file to this release's version, in one transaction.
    static func migrate(_ database: Database, path: String) throws {
        let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        guard found <= steps.count else {
            throw StoreError.tooNew(path: path, found: found, known: steps.count)
        }
        guard found < steps.count else { return }
        try database.inTransaction(.immediate) {
            for step in steps[found...] { try database.execute(sql: step) }
            try database.execute(sql: "PRAGMA user_version = \(steps.count)")
            return .commit
        }
    }
}
