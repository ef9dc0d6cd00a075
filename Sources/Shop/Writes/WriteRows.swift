import Dialogue
import Facts
import GRDB

extension ShopReader {
    /// Does the write of `call` once: checks, changes, receipt and journal in the transaction it
    /// runs in.
    mutating func write(
        _ writing: Writing, _ call: ActionCall, key: String, now: Instant
    ) throws
        -> ActionResult
    {
        let given = try JSONText.encode(call.arguments)
        if let row = try database.row("SELECT * FROM writes WHERE key = ?", [key]) {
            return try repeated(row, writing, given)
        }
        let arguments = Arguments(record: call.arguments)
        switch try plan(writing, arguments, now: now) {
        case .failure(let rejection):
            return rejection.result
        case .success(let plan):
            let customer = arguments.text("customer") ?? ""
            let last: Int64? = try database.row("SELECT max(number) FROM writes")?[0]
            let number = (last ?? 0) + 1
            let receipt = plan.receipt(number: "R-\(1000 + number)", at: now)
            forget(customer)
            try database.carryOut(
                plan.changes,
                at: ChangeTarget(
                    order: plan.arguments["order_id"]?.text, customer: customer,
                    receipt: "R-\(1000 + number)", now: now))
            try database.journal(
                call, writing, plan, receipt: receipt, given: given, key: key, now: now)
            return ActionResult(outcome: "ok", value: .record(receipt))
        }
    }

    /// What a preview says.
    mutating func preview(
        _ writing: Writing, _ call: ActionCall, now: Instant
    ) throws -> ActionResult {
        switch try plan(writing, Arguments(record: call.arguments), now: now) {
        case .failure(let rejection):
            rejection.previewResult
        case .success(let plan):
            ActionResult(
                outcome: "ok", value: .record(plan.receipt.merging(["possible": .flag(true)])))
        }
    }

    /// The stored receipt; a key that stands for another write is refused.
    private func repeated(_ row: Row, _ writing: Writing, _ given: String) throws -> ActionResult {
        guard row["action"] == writing.rawValue, row["given"] == given else {
            return Rejection(refusal: .keyConflict).result
        }
        return ActionResult(outcome: "ok", value: .record(try JSONText.record(row["receipt"])))
    }
}

extension Database {
    fileprivate func journal(
        _ call: ActionCall, _ writing: Writing, _ plan: WritePlan, receipt: Record, given: String,
        key: String, now: Instant
    ) throws {
        try run(
            """
            INSERT INTO writes (key, action, given, tool, arguments, conversation, call,
              customer, question, answer, receipt, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                key, writing.rawValue, given, writing.tool, try JSONText.encode(plan.arguments),
                call.conversation, call.id,
                Arguments(record: call.arguments).text("customer") ?? "",
                call.consent?.question, call.consent?.answer, try JSONText.encode(receipt),
                now.milliseconds,
            ])
    }
}

extension WritePlan {
    /// The receipt of the write that was done.
    func receipt(number: String, at now: Instant) -> Record {
        var record = receipt.merging(["receipt": .text(number), "at": .instant(now)])
        if let identifier { record[identifier] = .text(number) }
        for change in changes {
            if case .orderStatus(let status) = change { record["status"] = .text(status.flowName) }
        }
        return record
    }
}
