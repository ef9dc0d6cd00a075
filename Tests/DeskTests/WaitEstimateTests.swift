import Facts
import Foundation
import Testing

@testable import Desk

@Suite("Wait estimates")
struct WaitEstimateTests {
    @Test("one slot, nobody leaves: the waits add up, and so do their variances")
    func closedForm() throws {
        let next = try #require(
            WaitEstimate(place: 1, slots: 1, handleSeconds: 100, abandonmentRate: 0))
        #expect(next.mean == 100 && next.variance == 10_000)
        // Exact quantiles of the exponential distribution, within 1 %.
        #expect(abs(next.p90 - 230.26) < 2.31 && abs(next.median - 69.3) < 1.5)
        let fifth = try #require(
            WaitEstimate(place: 5, slots: 2, handleSeconds: 100, abandonmentRate: 0))
        #expect(fifth.mean == 250 && fifth.variance == 12_500)
        // Gamma with shape 5 and scale 50: P90 is 399.68.
        #expect(abs(fifth.p90 - 399.68) < 2)
        let leaving = try #require(
            WaitEstimate(place: 2, slots: 1, handleSeconds: 100, abandonmentRate: 0.01))
        #expect(leaving.mean == 150)
        #expect(WaitEstimate(place: 1, slots: 0, handleSeconds: 1, abandonmentRate: 0) == nil)
        #expect(WaitEstimate(place: 0, slots: 1, handleSeconds: 1, abandonmentRate: 0) == nil)
    }

    @Test("the desk says place and wait, and learns the handle time")
    func ofDesk() throws {
        var scene = Scene()
        scene.agent("ben", .online)
        for name in ["a", "b", "c"] { scene.run(Fixture.handoff(name)) }
        #expect(scene.desk.placeInQueue(of: "T-1001") == nil)
        #expect(scene.desk.placeInQueue(of: "T-1003") == 2)
        #expect(scene.desk.waitEstimate(of: "T-1003")?.mean == 600)
        scene.agent("ben", .next)
        scene.pass(100)
        scene.agent("ben", .resolve(ticket: "T-1001", epoch: 1, code: "done"))
        #expect(scene.desk.statistics.meanHandleSeconds(fallback: .zero) == 100)
        #expect(scene.desk.waitEstimate(of: "T-1003")?.mean == 100)
        scene.agent("ben", .away(reason: "lunch"))
        #expect(scene.desk.waitEstimate(of: "T-1003") == nil)
    }

    @Test("no two customers of one queue are told the same place, whatever they speak")
    func places() {
        var scene = Scene()
        for (name, language) in [("a", "de"), ("b", "en"), ("c", "en"), ("d", "de")] {
            scene.run(Fixture.handoff(name, language: language))
        }
        #expect(scene.places == [1, 2, 3, 4])
        scene.agent("ben", .online)
        // The offer took the first.
        #expect(scene.places == [nil, 1, 2, 3])
    }

    @Test("who waits in another queue counts as far as the same people will serve it")
    func placesBesideOtherQueues() {
        /// The places of two payments and a German request, while these agents are busy.
        func places(_ busy: [String]) -> [Int?] {
            var scene = Scene()
            for agent in busy {
                scene.agent(agent, .online)
                for number in 0..<(scene.desk.plan.agent(agent)?.capacity ?? 0) {
                    scene.run(Fixture.handoff("\(agent)\(number)"))
                    scene.agent(agent, .next)
                }
            }
            for name in ["a", "b"] { scene.run(Fixture.handoff(name, queue: "payments")) }
            scene.run(Fixture.handoff("c", language: "de"))
            return scene.places.suffix(3)
        }
        // Nobody is at work: only the own queue is known to come first.
        #expect(places([]) == [1, 2, 1])
        // Lea serves them all, one after the other.
        #expect(places(["lea"]) == [1, 2, 3])
        // Of the 5 slots for payments 3 are Lea's; Ana speaks no German.
        #expect(places(["ana", "lea"]) == [1, 2, 2])
        #expect(places(["ana"]) == [1, 2, 1])
    }

    @Test("a ticket that was widened to a queue is counted there once")
    func widenedPlaces() {
        var scene = Scene()
        scene.run(Fixture.handoff("a", queue: "payments"))
        scene.pass(31)
        scene.run(Fixture.handoff("b"))
        #expect(scene.desk.ticket("T-1001")?.widened == ["general"])
        #expect(scene.places == [1, 2])
        // Where the queues share nobody, only the guest is known to come first.
        let apart = [
            AgentPlan(id: "gus", name: "Gus", queues: ["general"]),
            AgentPlan(id: "pia", name: "Pia", skills: [Skill("payments")], queues: ["payments"]),
        ]
        scene = Scene(Fixture.plan(agents: apart))
        scene.run(Fixture.handoff("a", queue: "payments"))
        scene.run(Fixture.handoff("b", queue: "payments"))
        scene.run(Fixture.handoff("c"))
        #expect(scene.places == [1, 2, 1])
        scene.pass(31)
        #expect(scene.places == [1, 2, 3])
        scene.agent("gus", .online)
        #expect(scene.places == [nil, 1, 2])
    }

    @Test(
        "the stored tickets give back what the desk has learned",
        arguments: [11, 12, 13, 14, 15] as [UInt64])
    func replay(seed: UInt64) {
        var commands = RandomCommands(seed: seed)
        commands.isWhole = true
        var desk = Desk(
            plan: Fixture.plan(
                defaults: DeskDefaults(wrapUp: .seconds(15), reopenWindow: .seconds(90))))
        var rows: [String: Ticket] = [:]
        var now = Fixture.start
        for _ in 0..<1000 {
            now = now + .seconds(Int.random(in: 0...30, using: &commands.random))
            for case .ticketChanged(let ticket) in desk.handle(
                commands.next(for: desk, at: now), at: now)
            {
                rows[ticket.id] = ticket.value
            }
        }
        // Those who wait are counted until something happened to their ticket.
        let lag = rows.values.filter(\.state.isWaiting).reduce(0.0) { sum, ticket in
            let last = ticket.history.last?.at ?? now
            return sum + Double((now - last).milliseconds) / 1000
        }
        let replayed = WaitStatistics(replaying: Array(rows.values))
        let learned = desk.statistics
        #expect(learned.handleTimes.count > 5 && learned.abandoned > 1, "seed \(seed)")
        #expect(replayed.handleTimes.sorted() == learned.handleTimes.sorted(), "seed \(seed)")
        #expect(replayed.abandoned == learned.abandoned, "seed \(seed)")
        #expect(abs(replayed.exposure + lag - learned.exposure) < 1e-6, "seed \(seed)")
    }

    @Test(
        "against a simulated queue: P90 covers 88–96 %, the error is at most 0.75 of the average's",
        arguments: SimulatedQueue.Scenario.allCases)
    func accuracy(scenario: SimulatedQueue.Scenario) {
        var queue = SimulatedQueue(scenario: scenario, seed: 42)
        let result = queue.run(customers: 30_000)
        print("\(scenario): \(result)")
        #expect((0.88...0.96).contains(result.coverage), "\(scenario) \(result)")
        #expect(result.error <= 0.75 * result.averageError, "\(scenario) \(result)")
        #expect(result.waits > 1000)
    }
}

/// A queue with Poisson arrivals, exponential handle times and patience, and both estimators beside
/// it.
struct SimulatedQueue {
    enum Scenario: CaseIterable { case steady, dayCurve, flashPeak }

    struct Result {
        var waits = 0
        var coverage = 0.0
        /// Mean absolute errors in seconds.
        var error = 0.0
        var averageError = 0.0
    }

    private struct Waiting {
        var arrived: Double
        var leaves: Double
        var estimate: WaitEstimate?
        var average: Double
    }

    let scenario: Scenario
    private var random: SeededRandom
    private let slots = 20
    private let handle = 300.0
    private let patience = 1200.0
    private var now = 0.0
    private var ends: [Double] = []
    private var durations: [Double: Double] = [:]
    private var line: [Waiting] = []
    private var statistics = WaitStatistics()
    private var average = 0.0
    private var result = Result()

    init(scenario: Scenario, seed: UInt64) {
        self.scenario = scenario
        random = SeededRandom(seed: seed)
    }

    mutating func run(customers: Int) -> Result {
        for _ in 0..<customers {
            let next = now + exponential(handle / Double(slots) / load)
            serve(until: next)
            now = next
            arrive()
        }
        let waits = Double(result.waits)
        result.coverage /= waits
        result.error /= waits
        result.averageError /= waits
        return result
    }

    /// A shop's chat day by the hour, as offered load per slot: a peak before noon and one after
    /// work.
    private static let day: [Double] = [
        0.25, 0.15, 0.1, 0.1, 0.1, 0.15, 0.3, 0.55, 0.85, 1.1, 1.2, 1.15, 1.0, 0.9, 0.9, 0.95, 1.0,
        1.1, 1.15, 1.05, 0.9, 0.7, 0.5, 0.35,
    ]

    /// The offered load per slot: 0.95, the day, or a peak of four times 0.7.
    private var load: Double {
        switch scenario {
        case .steady: 0.95
        case .dayCurve: Self.day[Int(now / 3600) % 24]
        case .flashPeak: now.truncatingRemainder(dividingBy: 43_200) < 1800 ? 2.8 : 0.7
        }
    }

    private mutating func exponential(_ mean: Double) -> Double {
        -mean * log(1 - Double.random(in: 0..<1, using: &random))
    }

    private mutating func arrive() {
        observe(until: now)
        if ends.count < slots { return start(at: now) }
        let estimate = WaitEstimate(
            place: line.count + 1, slots: slots,
            handleSeconds: statistics.meanHandleSeconds(fallback: .seconds(300)),
            abandonmentRate: statistics.abandonmentRate,
            observations: statistics.handleTimes.count)
        let leaves = now + exponential(patience)
        line.append(Waiting(arrived: now, leaves: leaves, estimate: estimate, average: average))
    }

    private mutating func start(at time: Double) {
        let duration = exponential(handle)
        ends.append(time + duration)
        durations[time + duration] = duration
    }

    private mutating func serve(until limit: Double) {
        while let end = ends.min(), end <= limit {
            leave(until: end)
            ends.remove(at: ends.firstIndex(of: end) ?? 0)
            observe(until: end)
            statistics.recordHandling(.milliseconds(Int((durations[end] ?? 0) * 1000)))
            durations[end] = nil
            if !line.isEmpty {
                let first = line.removeFirst()
                score(first, wait: end - first.arrived)
                start(at: end)
            }
        }
        leave(until: limit)
    }

    private mutating func leave(until time: Double) {
        for moment in line.map(\.leaves).filter({ $0 <= time }).sorted() {
            observe(until: moment)
            statistics.recordAbandonment()
            line.removeAll { $0.leaves <= moment }
        }
    }

    private mutating func observe(until time: Double) {
        statistics.recordWaiting(line.count, until: Instant(milliseconds: Int64(time * 1000)))
    }

    private mutating func score(_ customer: Waiting, wait: Double) {
        if let estimate = customer.estimate {
            result.waits += 1
            result.coverage += wait <= estimate.p90 ? 1 : 0
            result.error += abs(wait - estimate.median)
            result.averageError += abs(wait - customer.average)
        }
        // The telephone queue's estimator: a quarter of the newest wait.
        average = average * 0.75 + wait * 0.25
    }
}

extension Scene {
    /// The places of all tickets in the order of their numbers.
    fileprivate var places: [Int?] { desk.tickets.map { desk.placeInQueue(of: $0.id) } }
}
