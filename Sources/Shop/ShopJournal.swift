import Dialogue
public import Facts
import GRDB

/// A write that the shop has done, with the words of the customer's yes.
public struct JournaledWrite: Equatable, Sendable {
    /// From 1, in the order of doing.
    public var number: Int
    /// The operation's name in the journal: `cancel_pending_order`.
    public var tool: String
    /// By the names of the retail judge.
    public var arguments: Facts.Record
    public var conversation: String
    public var at: Instant
    /// `shop.cancel_order`.
    public var action: String
    public var key: String
    public var customer: String
    /// What the customer was asked; nil: the write came without a confirmation.
    public var question: String?
    /// What the customer answered.
    public var answer: String?
    public var receipt: Facts.Record

    /// The customer was asked and answered: without both, a write is an alarm.
    public var isAgreed: Bool {
        Consent(question: question ?? "", answer: answer ?? "").isWhole
    }
}

extension EmbeddedShop {
    /// Every write that was done, oldest first.
    public func journal() throws(ShopError) -> [JournaledWrite] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM writes ORDER BY number").map { row in
                JournaledWrite(
                    number: row["number"], tool: row["tool"],
                    arguments: try JSONText.record(row["arguments"]),
                    conversation: row["conversation"],
                    at: row.instant("at") ?? Instant(milliseconds: 0), action: row["action"],
                    key: row["key"], customer: row["customer"], question: row["question"],
                    answer: row["answer"], receipt: try JSONText.record(row["receipt"]))
            }
        }
    }
}

extension JournaledWrite {
    /// One line of `triage shop journal --json`: `{"arguments", "at", "conversation", "tool"}`,
    /// `at` in ISO 8601, UTC.
    public var json: String {
        get throws(ShopError) {
            let line: Facts.Record = [
                "tool": .text(tool), "arguments": .record(arguments),
                "conversation": .text(conversation), "at": .text(at.iso),
            ]
            do {
                return try JSONText.encode(line)
            } catch {
                throw .database(reason: "write \(number) is no JSON: \(error)")
            }
        }
    }
}

extension Instant {
    /// `2026-03-02T09:14:00Z`.
    fileprivate var iso: String {
        let civil = Zone.utc.civil(at: self)
        return "\(civil.day.iso)T\(civil.clock):\((civil.second % 60).padded(2))Z"
    }
}
