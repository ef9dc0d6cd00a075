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

    @Test("within 1 % of Erlang C and Erlang A", arguments: rows)
    func formulas(row: Row) throws {
        let core = try #require(
            QueueCore(
                servers: row.servers, arrivalRate: row.arrivalRate,
                handleSeconds: row.handleSeconds, patienceSeconds: row.patience))
        let need = try #require(
            StaffingNeed(
                servers: row.servers, arrivalRate: row.arrivalRate,
                handleSeconds: row.handleSeconds, patienceSeconds: row.patience,
                withinSeconds: 20))
        let tally = core.run(customers: 8_000_000, targetSeconds: 20, seed: 3)
        #expect(abs(tally.serviceLevel / need.serviceLevel - 1) < 0.01)
        #expect(abs(tally.meanWait / need.meanWaitSeconds - 1) < 0.01)
        #expect(abs(tally.occupancy / need.occupancy - 1) < 0.01)
        guard row.patience != nil else { return }
        #expect(abs(tally.abandonment / need.abandonment - 1) < 0.01)
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
