import Desk
import Dialogue
import Facts
import GRDB
import Reporting
import Triage
import Wire

extension SQLiteStore {
    static func decode<T: Decodable>(_ text: String) throws -> T {
        var text = text
        return try text.withUTF8 { try JSONCoder.decode(T.self, from: $0) }
    }

    /// Reads rows of a table; one that is not what it must be has the table's name.
    static func read<T>(_ table: String, _ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw error
        } catch {
            throw DamagedTable(name: table)
        }
    }

    static func restored(from database: Database) throws -> Restored {
        var restored = Restored()
        restored.desk = try desk(from: database)
        restored.timers = try read("timer") {
            try Row.fetchAll(database, sql: "SELECT key, at FROM timer ORDER BY at, key")
                .map { DueTimer(key: try $0.json(0), at: try $0.instant(1)) }
        }
        restored.outbox = try read("outbox") {
            try String.fetchAll(
                database, sql: "SELECT body FROM outbox WHERE result IS NULL ORDER BY sequence"
            ).map { try decode($0) }
        }
        restored.unfinished = try read("conversation") {
            try String.fetchAll(
                database, sql: "SELECT id FROM conversation WHERE unfinished = 1 ORDER BY id")
        }
        restored.tallies = try read("tally") {
            try Row.fetchAll(database, sql: "SELECT key, count, until FROM tally ORDER BY key")
                .map {
                    Tally(
                        key: try $0.decode(atIndex: 0), count: try $0.decode(atIndex: 1),
                        until: try $0.instant(2))
                }
        }
        restored.notices = try read("notice") {
            try String.fetchAll(
                database, sql: "SELECT body FROM notice WHERE state <> 'taken' ORDER BY number"
            ).map { try decode($0) }
        }
        return restored
    }

    private static func desk(from database: Database) throws -> DeskSnapshot {
        var desk = DeskSnapshot()
        desk.tickets = try read("ticket") {
            try String.fetchAll(
                database, sql: "SELECT body FROM ticket WHERE closed = 0 ORDER BY sequence"
            ).map { try decode($0) }
        }
        // The index knows of each open ticket: one that its page has lost would be missed by nobody.
        let indexed = try Int.fetchOne(
            database,
            sql: "SELECT COUNT(*) FROM ticket INDEXED BY ticket_open WHERE closed = 0")
        guard indexed == desk.tickets.count else { throw DamagedTable(name: "ticket") }
        desk.agents = try read("agent") {
            try String.fetchAll(database, sql: "SELECT body FROM agent ORDER BY id")
                .map { try decode($0) }
        }
        desk.lastSequence =
            try Int.fetchOne(database, sql: "SELECT MAX(sequence) FROM ticket") ?? 0
        desk.statistics = try read("ticket") {
            WaitStatistics(
                replaying: try String.fetchAll(
                    database,
                    sql: "SELECT body FROM ticket ORDER BY touched DESC, sequence DESC LIMIT ?",
                    arguments: [Restored.replayed]
                ).map { try decode($0) })
        }
        return desk
    }

    /// Looks through the file for damage: all of it up to a size, else the small tables that the start reads.
    static func check(_ database: Database, upTo bytes: Int) throws {
        let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        let size = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0
        let isSmall = pages.multipliedReportingOverflow(by: size).partialValue <= bytes
        let parts = isSmall ? ["1"] : ["agent", "timer", "tally", "notice"]
        for part in parts {
            let found = try String.fetchOne(database, sql: "PRAGMA integrity_check(\(part))")
            guard let found, found != "ok" else { continue }
            throw DamagedTable(name: nil, finding: found)
        }
    }

    static func storeError(_ error: any Error, path: String) -> StoreError {
        switch error {
        case let error as StoreError:
            return error
        case let error as DatabaseError:
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: return .inUse(path: path)
            case .SQLITE_NOTADB, .SQLITE_CORRUPT:
                let what = error.message ?? "SQLite \(error.resultCode)"
                return .damaged(path: path, what: what)
            case .SQLITE_FULL: return .diskFull(path: path)
            default:
                let message = error.message ?? "no message"
                let what = "\(message), SQLite \(error.extendedResultCode.rawValue)"
                return .failed(path: path, what: what)
            }
        case let error as DamagedTable:
            return .damaged(path: path, what: error.what)
        default:
            return .failed(path: path, what: "\(type(of: error))")
        }
    }
}

/// Rows that are not what they must be. Only the place, never the text: a row holds what customers wrote.
struct DamagedTable: Error {
    var name: String?
    /// What SQLite's own check says, on one line.
    var finding = "a row cannot be read"

    var what: String {
        let line = finding.split(separator: "\n").first { !$0.hasPrefix("***") }
        let found = line.map(String.init) ?? finding
        return name.map { "table \($0): \(found)" } ?? found
    }
}

/// Columns of a row, whatever a damaged page has put there: the subscripts of a row would stop the program.
extension Row {
    func instant(_ index: Int) throws -> Instant {
        Instant(milliseconds: try decode(Int64.self, atIndex: index))
    }

    func json<T: Decodable>(_ index: Int) throws -> T {
        try SQLiteStore.decode(try decode(String.self, atIndex: index))
    }
}
