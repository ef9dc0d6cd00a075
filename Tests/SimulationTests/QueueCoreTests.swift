import Desk
import Testing

@testable import Simulation

@Suite("the exact queue and the closed formulas")
struct QueueCoreTests {
    static let rate = 100.0 / 1800

    struct Row: Sendable, CustomTestStringConvertible {
        var servers: Int
        var arrivalRate: Double
        var handleSeconds: Double
        var patience: Double?

        var testDescription: String {
            "\(servers) servers, \(patience.map { "patience \($0)" } ?? "patient")"
        }
    }

    static let rows: [Row] = [
        Row(servers: 14, arrivalRate: rate, handleSeconds: 180),
        Row(servers: 14, arrivalRate: rate, handleSeconds: 180, patience: 300),
        // Overload that only patience bounds.
        Row(servers: 10, arrivalRate: 0.05, handleSeconds: 240, patience: 120),
        Row(servers: 1, arrivalRate: 0.005, handleSeconds: 100),
    ]

    @Test("within 1 % of Erlang C and Erlang A, or as far off as chance brings it", arguments: rows)
    func formulas(row: Row) throws {
        let check = try #require(Self.check(row))
        let rows = check.rows(check.queue(customers: 8_000_000, seed: 3))
        #expect(rows.count == (row.patience == nil ? 6 : 8))
        for row in rows {
            #expect(row.isGood, "\(row)")
            #expect(abs(row.off ?? 0) < 0.02, "\(row)")
        }
    }

    private static func check(_ row: Row) -> FormulaCheck? {
        QueueCore(
            servers: row.servers, arrivalRate: row.arrivalRate, handleSeconds: row.handleSeconds,
            patienceSeconds: row.patience
        ).flatMap { FormulaCheck($0, targetSeconds: 20) }
    }

    @Test("what is wrong is told from chance: one slot more in the formula, longer handle times")
    func off() throws {
        let core = try #require(
            QueueCore(servers: 14, arrivalRate: Self.rate, handleSeconds: 180, patienceSeconds: 300)
        )
        let tallies = try #require(FormulaCheck(core, targetSeconds: 20)).queue(
            customers: 4_000_000, seed: 3)
        func good(_ other: QueueCore) throws -> [String] {
            let check = try #require(FormulaCheck(other, targetSeconds: 20))
            return check.rows(tallies).filter(\.isGood).map(\.name)
        }
        var other = core
        other.servers = 15
        #expect(try good(other) == ["gap, s", "handle, s", "patience, s"])
        // What follows from the customers is taken out of the other figures: they themselves tell.
        other = core
        other.handleSeconds = 184
        #expect(try !good(other).contains("handle, s"))
        #expect(try good(core).count == 8)
    }

    @Test("so full a desk says that the customers are too few")
    func size() throws {
        let core = try #require(QueueCore(servers: 10, arrivalRate: 0.999, handleSeconds: 10))
        // ρ/(1−√ρ)², and the load.
        #expect(abs(core.memory - 3_994_010) < 1000)
        let few = FormulaCheck.Size(customers: 1_000_000, memory: core.memory)
        #expect(few.batches == 1 && few.warmUp == 500_000)
        #expect(try #require(few.tooFewFor) > 39_000_000)
        let many = FormulaCheck.Size(customers: 800_000, memory: 100)
        #expect(many.batches == 4 && many.batch == 25_000 && many.warmUp == 500)
        #expect(many.counted == 800_000 && many.tooFewFor == nil)
        #expect(FormulaCheck(core, targetSeconds: 20) != nil)
        let full = try #require(QueueCore(servers: 10, arrivalRate: 1, handleSeconds: 10))
        #expect(FormulaCheck(full, targetSeconds: 20) == nil)
    }

    @Test("the service level of Erlang A by the series is that of a numerical integration")
    func series() throws {
        // M/M/1+M with all rates 1: P(wait = 0) = 1/e; given n ahead, exp(−V) is Beta(1, n+1).
        let desk = try #require(
            ImpatientDesk(servers: 1, arrivalRate: 1, handleSeconds: 1, patienceSeconds: 1))
        var expected = 1 - desk.waitProbability
        var weight = 1.0
        var weights: [Double] = []
        for ahead in 0..<40 {
            weights.append(weight)
            weight *= 1 / (1 + Double(ahead + 1))
        }
        let total = weights.reduce(0, +)
        for (ahead, weight) in weights.enumerated() {
            expected +=
                desk.waitProbability * weight / total * Self.served(ahead: ahead, within: 0.7)
        }
        let level = desk.serviceLevel(
            servers: 1, arrivalRate: 1, handleSeconds: 1, patienceSeconds: 1, within: 0.7)
        #expect(abs(level - expected) < 1e-6)
        let all = desk.serviceLevel(
            servers: 1, arrivalRate: 1, handleSeconds: 1, patienceSeconds: 1, within: 1e6)
        #expect(abs(all - (1 - desk.abandonment)) < 1e-9)
    }

    /// ∫ b · Beta(1, n+1) density from exp(−t) to 1, by the midpoint rule: the density is
    /// (n+1)(1−b)ⁿ.
    private static func served(ahead: Int, within seconds: Double) -> Double {
        let from = 0.496_585_303_791_409_5  // exp(−0.7)
        #expect(seconds == 0.7)
        let steps = 20_000
        let width = (1 - from) / Double(steps)
        return (0..<steps).reduce(0.0) { sum, step in
            let b = from + (Double(step) + 0.5) * width
            var power = Double(ahead + 1)
            for _ in 0..<ahead { power *= 1 - b }
            return sum + b * power * width
        }
    }

    @Test("the fewest servers: one fewer misses the target", arguments: [nil, 300.0])
    func least(patience: Double?) throws {
        let need = try #require(
            StaffingNeed.least(
                arrivalRate: Self.rate, handleSeconds: 180, patienceSeconds: patience,
                level: 0.8, withinSeconds: 20))
        #expect(need.serviceLevel >= 0.8)
        let fewer = try #require(
            StaffingNeed(
                servers: need.servers - 1, arrivalRate: Self.rate, handleSeconds: 180,
                patienceSeconds: patience, withinSeconds: 20))
        #expect(fewer.serviceLevel < 0.8)
        #expect(need.servers == (patience == nil ? 14 : 13))
    }

    @Test(
        "a large desk: the fewest slots are known however many wait, and one fewer misses the target"
    )
    func large() throws {
        for (load, patience) in [(2000.0, 3600.0), (110, 300), (50, 3600)] {
            func need(_ servers: Int) -> StaffingNeed? {
                StaffingNeed(
                    servers: servers, arrivalRate: load / 180, handleSeconds: 180,
                    patienceSeconds: patience, withinSeconds: 20)
            }
            let least = try #require(
                StaffingNeed.least(
                    arrivalRate: load / 180, handleSeconds: 180, patienceSeconds: patience,
                    level: 0.8, withinSeconds: 20))
            #expect(least.serviceLevel >= 0.8 && least.servers > Int(load * 0.9))
            #expect(try #require(need(least.servers - 1)).serviceLevel < 0.8)
            #expect(try #require(need(1)).serviceLevel < 0.1)
        }
    }

    @Test("nobody comes: nobody is needed; figures that are none give none")
    func edges() {
        let none = StaffingNeed.least(
            arrivalRate: 0, handleSeconds: 180, patienceSeconds: nil, level: 0.8, withinSeconds: 20)
        #expect(none?.servers == 0)
        #expect(QueueCore(servers: 0, arrivalRate: 1, handleSeconds: 1) == nil)
        #expect(QueueCore(servers: 1, arrivalRate: -1, handleSeconds: 1) == nil)
        #expect(QueueCore(servers: 1, arrivalRate: 1, handleSeconds: 1, patienceSeconds: 0) == nil)
        let tooMany = StaffingNeed.least(
            arrivalRate: 1000, handleSeconds: 180, patienceSeconds: nil, level: 0.8,
            withinSeconds: 20, limit: 100)
        #expect(tooMany == nil)
    }
}
