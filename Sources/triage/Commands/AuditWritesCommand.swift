import ArgumentParser
import Facts
import Shop
import Wire

struct AuditWritesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "writes",
        abstract: "Show for each write the words of the yes; one without is an alarm.",
        discussion: """
            Reads the embedded shop's own journal; with --desk what the running desk has written \
            to its shop, whatever shop it is. Exit 0 when every write has its question and its \
            answer, 1 when one lacks them.

            Example: triage audit writes --since 2026-03-01 --shop sqlite:shop.db
            Example: triage audit writes --desk
            """)

    @OptionGroup var place: ShopOption

    @Flag(help: "Ask the desk instead of the shop.")
    var desk = false

    @OptionGroup var socket: SocketOption

    @Option(
        help: ArgumentHelp(
            "Only writes from then on: a span before now as 7d or 12h, a day as 2026-03-02, or 2026-03-02T09:00.",
            valueName: "time"))
    var since: String?

    @Flag(help: "One JSON object per write.")
    var json = false

    func run() throws {
        try reporting {
            let start = try start()
            let writes = desk ? try askDesk(since: start) : try readShop(since: start)
            for write in writes { Output.line(json ? write.json.text : write.text) }
            let alarms = writes.count { !$0.isAgreed }
            if !json { Output.line("\(writes.count) writes, \(alarms) without a yes") }
            guard alarms == 0 else {
                throw CommandFailure(
                    "\(alarms) of \(writes.count) writes have no yes of a customer; "
                        + "see the lines marked ALARM", Exit.failure)
            }
        }
    }

    private func readShop(since start: Instant) throws -> [AuditedWrite] {
        let shop = try place.open(mustExist: true)
        let all = try ShopOption.reporting { () throws(ShopError) in try shop.journal() }
        return all.filter { $0.at >= start }.map(AuditedWrite.init)
    }

    private func askDesk(since start: Instant) throws -> [AuditedWrite] {
        var caller = try DeskCaller(socket)
        var writes: [AuditedWrite] = []
        while true {
            let page = try caller.call(
                .auditWrites,
                [
                    "since": .integer(Int(max(start.milliseconds, 0))),
                    "after": .integer(writes.last?.number ?? 0), "limit": 1000,
                ])
            let found = page["writes"]?.array?.compactMap(AuditedWrite.init) ?? []
            writes += found
            guard found.count == 1000 else { return writes }
        }
    }

    private func start() throws(CommandFailure) -> Instant {
        guard let since else { return Instant(milliseconds: Int64.min) }
        return try PeriodOptions.instant(since, "--since", now: Clock.now, ShownZone.current)
    }
}

/// A write as the audit shows it, from the shop's journal or from the desk's.
private struct AuditedWrite {
    var number: Int
    var at: Instant
    var action: String
    var customer: String
    var conversation: String
    var question: String?
    var answer: String?
    var key: String
    /// The shop's receipt, or what it said instead.
    var receipt: String
    var isAgreed: Bool

    init(_ write: JournaledWrite) {
        number = write.number
        at = write.at
        action = write.action
        customer = write.customer
        conversation = write.conversation
        question = write.question
        answer = write.answer
        key = write.key
        receipt = write.receipt["receipt"]?.text ?? ""
        isAgreed = write.isAgreed
    }

    init?(_ json: JSON) {
        guard let number = json["number"]?.integer, let at = json["at"]?.integer,
            let action = json["action"]?.string
        else { return nil }
        self.number = number
        self.at = Instant(milliseconds: Int64(at))
        self.action = action
        customer = json["customer"]?.string ?? ""
        conversation = json["conversation"]?.string ?? ""
        question = json["question"]?.string
        answer = json["answer"]?.string
        key = json["key"]?.string ?? ""
        let outcome = json["outcome"]?.string ?? "no answer yet"
        receipt = json["receipt"]?["receipt"]?.string ?? outcome
        isAgreed = json["agreed"]?.bool == true
    }

    /// Five lines: what and for whom, the question, the answer, the key, the receipt.
    var text: String {
        let head =
            "\(isAgreed ? "ok   " : "ALARM")  \(number)  \(Clock.wall(at))  "
            + "\(action)  customer \(Self.line(customer))  (\(Self.line(conversation)))"
        let rows = [
            ("asked", question ?? "– nothing –"), ("answered", answer ?? "– nothing –"),
            ("key", key), ("receipt", receipt.isEmpty ? "–" : receipt),
        ]
        return ([head] + rows.map { "       \($0.0): \(Self.line($0.1))" }).joined(separator: "\n")
    }

    private static func line(_ text: String) -> String { SafeText.oneLine(text, limit: 400) }

    var json: JSON {
        [
            "agreed": .bool(isAgreed), "number": .integer(number),
            "at": .integer(Int(at.milliseconds)), "action": .string(action),
            "customer": .string(customer), "conversation": .string(conversation),
            "question": question.map(JSON.string) ?? .null,
            "answer": answer.map(JSON.string) ?? .null, "key": .string(key),
            "receipt": .string(receipt),
        ]
    }
}
