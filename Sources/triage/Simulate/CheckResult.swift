import Desk
import Reporting
import Simulation
import Wire

/// What a check found, as a table and for programs.
struct CheckResult {
    var check: FormulaCheck
    var chats: Int
    var engineChats: Int
    var queue: [FormulaCheck.Row]
    var engine: FormulaCheck.EngineResult?
    var engineRows: [FormulaCheck.Row]
    var milliseconds: Int

    // MARK: For people

    var lines: [String] {
        var lines = [title, Self.columns("", "formula", "measured", "off", "95 % band", "")]
        lines.append("the exact queue, \(counted(chats)) customers")
        lines += queue.map { text($0, chats) }
        guard let engine else { return lines }
        lines.append("the production engine, \(counted(engineChats)) customers")
        lines += engineRows.map { text($0, engineChats) }
        let compared = Self.grouped(engine.compared)
        lines.append(
            engine.differing == 0
                ? "all \(compared) waits: to the millisecond as in the exact queue"
                : "\(Self.grouped(engine.differing)) of \(compared) waits: not as in the exact queue, by "
                    + "\(FigureText.seconds(engine.mostSeconds)) at most")
        return lines
    }

    private func counted(_ customers: Int) -> String {
        Self.grouped(FormulaCheck.Size(customers: customers, memory: check.core.memory).counted)
    }

    private var title: String {
        let core = check.core
        let load = FigureText.decimal(core.arrivalRate * core.handleSeconds, places: 2)
        let patience = core.patienceSeconds.map { ", patience " + FigureText.seconds($0) } ?? ""
        return (patience.isEmpty ? "Erlang C: " : "Erlang A: ")
            + "\(core.servers) slots, \(load) of them asked for\(patience)"
    }

    private func text(_ row: FormulaCheck.Row, _ customers: Int) -> String {
        func number(_ value: Double) -> String {
            FigureText.decimal(value, places: value < 100 ? 5 : value < 10_000 ? 3 : 0)
        }
        var off = ""
        if let part = row.off {
            off = (part < 0 ? "−" : "+") + FigureText.decimal(abs(part) * 100, places: 2) + " %"
        }
        let band = row.band.map { "± " + FigureText.decimal($0 * 100, places: 2) + " %" } ?? ""
        return Self.columns(
            row.name, number(row.formula), number(row.measured.mean), off, band,
            verdict(row, customers))
    }

    private static func columns(
        _ name: String, _ formula: String, _ measured: String, _ off: String, _ band: String,
        _ verdict: String
    ) -> String {
        [
            "  " + name.padded(to: 12), formula.leftPadded(to: 9), measured.leftPadded(to: 9),
            off.leftPadded(to: 9), band.padded(to: 9), verdict,
        ].joined(separator: " ").trimmedRight
    }

    private func verdict(
        _ row: FormulaCheck.Row, _ customers: Int
    ) -> String {
        if row.isClose { return row.isChance ? "within 1 %, noise" : "within 1 %" }
        guard row.isChance else { return "OFF" }
        guard let band = row.band, band > 0.01, band.isFinite else { return "noise" }
        let wanted = Double(customers) * (band / 0.01) * (band / 0.01)
        return "noise; 1 %: " + Self.rough(wanted)
    }

    /// Where the desk is so full that the customers are too few to forget the empty desk.
    var tooFew: [String] {
        [("--chats", chats), ("--engine", engine == nil ? 0 : engineChats)].compactMap {
            option, customers in
            guard customers > 0,
                let wanted = FormulaCheck.Size(customers: customers, memory: check.core.memory)
                    .tooFewFor
            else { return nil }
            return
                "so full a desk forgets that it began empty after \(Self.rough(wanted)) customers only: "
                + "\(option) \(Self.grouped(customers)) are too few to say anything"
        }
    }

    /// 46.2 million, 120,000.
    private static func rough(_ count: Double) -> String {
        count < 1e6
            ? grouped(Int((count / 1000).rounded(.up)) * 1000)
            : count < 1e7
                ? FigureText.decimal(count / 1e6, places: 1) + " million"
                : grouped(Int((count / 1e6).rounded(.up))) + " million"
    }

    /// 10,000,000
    private static func grouped(_ number: Int) -> String {
        var text = ""
        for (place, digit) in String(number).reversed().enumerated() {
            if place > 0, place % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return String(text.reversed())
    }

    // MARK: For programs

    var json: JSON {
        var members: [JSON.Member] = [
            JSON.Member("chats", .integer(chats)),
            JSON.Member("engine_chats", .integer(engineChats)),
            JSON.Member("milliseconds", .integer(milliseconds)),
            JSON.Member("queue", .array(queue.map(Self.json))),
            JSON.Member("engine", .array(engineRows.map(Self.json))),
        ]
        if let engine {
            members.append(
                JSON.Member(
                    "engine_beside_queue",
                    [
                        "compared": .integer(engine.compared),
                        "differing": .integer(engine.differing),
                        "most_seconds": .number(engine.mostSeconds),
                    ]))
        }
        return .object(members)
    }

    private static func json(_ row: FormulaCheck.Row) -> JSON {
        [
            "name": .string(row.name), "formula": .number(row.formula),
            "measured": .number(row.measured.mean),
            "half_width": row.measured.halfWidth.map { .number($0) } ?? .null,
            "off": row.off.map { .number($0) } ?? .null,
            "within_one_per_cent": .bool(row.isClose), "noise": .bool(row.isChance),
            "good": .bool(row.isGood),
        ]
    }
}
