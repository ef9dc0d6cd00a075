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

    static func restored(from database: Database) throws -> Restored {
        var restored = Restored()
        restored.desk.tickets = try String.fetchAll(
            database, sql: "SELECT body FROM ticket WHERE closed = 0 ORDER BY sequence"
        ).map { try decode($0) }
        restored.desk.agents = try String.fetchAll(
            database, sql: "SELECT body FROM agent ORDER BY id"
        ).map { try decode($0) }
        restored.desk.lastSequence =
            try Int.fetchOne(database, sql: "SELECT MAX(sequence) FROM ticket") ?? 0
        let latest = try String.fetchAll(
            database, sql: "SELECT body FROM ticket ORDER BY touched DESC, sequence DESC LIMIT ?",
            arguments: [Restored.replayed])
        restored.desk.statistics = WaitStatistics(replaying: try latest.map { try decode($0) })
        restored.timers = try Row.fetchAll(
            database, sql: "SELECT key, at FROM timer ORDER BY at, key"
        ).map { DueTimer(key: try decode($0[0]), at: Instant(milliseconds: $0[1])) }
        restored.outbox = try String.fetchAll(
            database, sql: "SELECT body FROM outbox WHERE result IS NULL ORDER BY sequence"
        ).map { try decode($0) }
        restored.unfinished = try String.fetchAll(
            database, sql: "SELECT id FROM conversation WHERE unfinished = 1 ORDER BY id")
        restored.tallies = try Row.fetchAll(
            database, sql: "SELECT key, count, until FROM tally ORDER BY key"
        ).map { Tally(key: $0[0], count: $0[1], until: Instant(milliseconds: $0[2])) }
        restored.notices = try String.fetchAll(
            database, sql: "SELECT body FROM notice WHERE state <> 'taken' ORDER BY number"
        ).map { try decode($0) }
        return restored
    }

    static func storeError(_ error: any Error, path: String) -> StoreError {
        switch error {
        case let error as StoreError:
            return error
        case let error as DatabaseError:
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: return .inUse(path: path)
            case .SQLITE_NOTADB, .SQLITE_CORRUPT:
                return .damaged(what: error.message ?? "SQLite \(error.resultCode)")
            case .SQLITE_FULL: return .diskFull
            default:
                let message = error.message ?? "no message"
                return .failed(what: "\(message), SQLite \(error.extendedResultCode.rawValue)")
            }
        case is DecodingError, is JSONError:
            // Only the place, never the text: a row holds what customers wrote.
            return .damaged(what: "a row cannot be read")
        default:
            return .failed(what: "\(type(of: error))")
        }
    }
}
