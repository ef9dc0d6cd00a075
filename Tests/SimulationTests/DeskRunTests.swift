import Desk
import Facts
import Testing

@testable import Simulation

@Suite("the production engine on a virtual clock")
struct DeskRunTests {
    private func scenario(agents: Int = 14, hours: Int = 8) -> DeskScenario {
        var scenario = DeskScenario(
            plan: .single(agents: agents, withinSeconds: 20),
            start: Instant(seconds: 1_772_409_600), duration: .seconds(hours * 3600),
            streams: [ArrivalStream(perInterval: [100])], handleSeconds: 180)
        scenario.patienceSeconds = 300
        scenario.overtime = .seconds(3600)
        return scenario
    }

    private func run(_ scenario: DeskScenario, seed: UInt64 = 1) -> DeskOutcome {
        var run = DeskRun(scenario, seed: seed)
        return run.run()
    }

    @Test("the same seed gives the same run, and everybody is accounted for")
    func deterministic() {
        let one = run(scenario())
        let two = run(scenario())
        #expect(one.all == two.all)
        #expect(one.intervals == two.intervals)
        #expect(one.all.arrivals > 1400 && one.all.arrivals < 1800)
        #expect(one.all.served + one.all.abandoned == one.all.arrivals)
        #expect(one.intervals.reduce(0) { $0 + $1.arrivals } == one.all.arrivals)
        #expect(one.classes["normal"]?.served == one.all.served)
        #expect(one.queues["general"]?.arrivals == one.all.arrivals)
        #expect(one.unplaced == 0)
        #expect(run(scenario(), seed: 2).all != one.all)
    }

    @Test("it agrees with Erlang A as far as chance allows")
    func erlang() throws {
        let need = try #require(
            StaffingNeed(
                servers: 14, arrivalRate: 100.0 / 1800, handleSeconds: 180, patienceSeconds: 300,
                withinSeconds: 20))
        var long = scenario(hours: 75)
        long.overtime = .zero
        let outcome = run(long)
        #expect(outcome.all.arrivals > 14_000)
        #expect(abs(outcome.all.targetLevel - need.serviceLevel) < 0.015)
        #expect(abs(outcome.occupancy - need.occupancy) < 0.015)
        #expect(abs(outcome.all.abandonment - need.abandonment) < 0.005)
        // The class promises what the target is.
        #expect(abs(outcome.all.promiseLevel - outcome.all.targetLevel) < 0.02)
    }

    @Test(
        "every customer of the engine waits as in the exact queue, to the millisecond",
        arguments: [(5, 0.98, nil), (14, 0.7, 300), (20, 1.1, 60), (3, 0.9, 2)]
            as [(
                Int, Double, Double?
            )])
    func likeTheQueue(agents: Int, use: Double, patience: Double?) throws {
        let rate = use * Double(agents) / 180
        let core = try #require(
            QueueCore(
                servers: agents, arrivalRate: rate, handleSeconds: 180, patienceSeconds: patience))
        let check = try #require(FormulaCheck(core, targetSeconds: 20))
        var one = scenario(agents: agents)
        one.patienceSeconds = patience
        let result = check.engine(one, customers: 8000, seed: 7)
        #expect(result.compared >= 8000 && result.differing == 0, "\(result)")
        let rows = check.rows(result.tallies)
        let isEnough =
            FormulaCheck.Size(customers: 8000, memory: core.memory).tooFewFor == nil
        #expect(isEnough == (use < 0.95 || patience != nil))
        if isEnough { #expect(rows.filter { !$0.isGood } == []) }
    }

    @Test("an engine that is not first come first served differs from the exact queue")
    func notLikeTheQueue() throws {
        let core = try #require(QueueCore(servers: 5, arrivalRate: 0.025, handleSeconds: 180))
        let check = try #require(FormulaCheck(core, targetSeconds: 20))
        var other = scenario(agents: 5)
        other.patienceSeconds = nil
        other.plan.defaults.wrapUp = .seconds(30)
        let result = check.engine(other, customers: 2000, seed: 7)
        #expect(result.differing > 500 && result.mostSeconds > 30)
    }

    @Test("so many customers come as were asked for, also where many come in a millisecond")
    func rush() {
        var rush = scenario()
        rush.streams = [ArrivalStream(perInterval: [9_000_000])]
        rush.duration = .milliseconds(2000)
        rush.overtime = .zero
        let arrivals = Double(run(rush).all.arrivals)
        #expect(abs(arrivals - 10_000) < 400)
    }

    @Test("a peak makes a backlog that is gone later; one agent more shortens it")
    func peak() {
        var rush = scenario()
        rush.patienceSeconds = nil
        rush.peak = Peak(factor: 4, from: .seconds(7200), until: .seconds(9000))
        let asItIs = run(rush)
        #expect(asItIs.highestBacklog > 100)
        let cleared = asItIs.clearedAfterSeconds ?? 0
        #expect(cleared > 9000 && cleared < 9 * 3600)
        #expect(asItIs.intervals[4].arrivals > 3 * asItIs.intervals[3].arrivals)
        let twin = rush.plan.agents[0]
        let more = run(rush.adding(4, like: twin))
        #expect(more.all.arrivals == asItIs.all.arrivals)
        #expect(more.highestBacklog < asItIs.highestBacklog)
        #expect((more.clearedAfterSeconds ?? .infinity) < cleared)
    }

    @Test("shifts begin and end; containment keeps customers away")
    func shifts() {
        var short = scenario(agents: 2, hours: 4)
        short.streams = [ArrivalStream(perInterval: [4])]
        short.shifts = [
            Shift(agent: "agent-1", from: .zero, until: .seconds(7200)),
            Shift(agent: "agent-2", from: .seconds(3600), until: .seconds(14_400)),
        ]
        let outcome = run(short)
        #expect(outcome.intervals[0].slots == 1)
        #expect(outcome.intervals[3].slots == 2)
        #expect(outcome.intervals[5].slots == 1)
        #expect(short.agentHours == 5)
        var kept = short
        kept.containment = 1
        #expect(run(kept).all.arrivals == 0)
    }

    @Test("urgent tickets wait less than normal ones, and each class is counted apart")
    func classes() throws {
        var mixed = scenario(agents: 12)
        mixed.plan.classes.append(
            ServiceClass(name: "urgent", headStart: .seconds(43_200), firstReply: .seconds(20)))
        mixed.patienceSeconds = nil
        mixed.streams = [
            ArrivalStream(serviceClass: "urgent", perInterval: [20]),
            ArrivalStream(perInterval: [96]),
        ]
        let outcome = run(mixed)
        let urgent = try #require(outcome.classes["urgent"])
        let normal = try #require(outcome.classes["normal"])
        #expect(urgent.arrivals > 200 && normal.arrivals > 1000)
        #expect(urgent.meanWait < normal.meanWait / 2)
        #expect(urgent.arrivals + normal.arrivals == outcome.all.arrivals)
    }

    @Test("announced waits pass their gates", arguments: WaitGate.allCases)
    func waits(gate: WaitGate) {
        let score = run(gate.scenario(customers: 12_000), seed: 42).estimates
        #expect(score.passes, "\(gate): \(score)")
        #expect(score.waits > 1000)
    }

    @Test("the cheapest fix reaches the target, and one step less does not")
    func fix() throws {
        let base = scenario(agents: 10, hours: 4)
        let search = CheapestFix(level: 0.8, replications: 2, seed: 5)
        let fixes = search.search(base, mostAgents: 8)
        let first = try #require(fixes.first)
        #expect(first.reaches && first.level.mean >= 0.8)
        let staffing = try #require(fixes.first { $0.name.contains("more like") })
        let count = try #require(Int(staffing.name.prefix { $0.isNumber }))
        #expect(staffing.agentHours == Double(count) * 4)
        let fewer = Variant(
            name: "", scenario: base.adding(count - 1, like: base.plan.agents[0])
        ).outcomes(replications: 2, seed: 5)
        #expect((Band(fewer.map(\.all.targetLevel))?.mean ?? 1) < 0.8)
        let reaching = fixes.filter(\.reaches).map(\.agentHours)
        #expect(reaching == reaching.sorted())
    }

    @Test("it says where the formulas do not apply")
    func warnings() {
        #expect(ErlangFit.warnings(scenario()) == [])
        var odd = scenario()
        odd.plan.agents[0].capacity = 3
        odd.streams[0].perInterval = [10, 100]
        odd.plan.defaults.wrapUp = .seconds(30)
        #expect(ErlangFit.warnings(odd).count == 3)
    }

    @Test("bands: the mean, and Student's t around it")
    func bands() throws {
        #expect(Band([]) == nil)
        #expect(try #require(Band([5])).halfWidth == nil)
        let band = try #require(Band([1, 2, 3]))
        #expect(band.mean == 2)
        #expect(abs(try #require(band.halfWidth) - 4.303 / 3.0.squareRoot()) < 1e-9)
        // A line without scatter: what came too much of is taken out whole.
        let extra = [0.5, -1, 2, 0.25, 1, 3, -2, 0.75]
        let straight = try #require(Band(extra.map { 7 + 3 * $0 }, controls: [extra]))
        #expect(abs(straight.mean - 7) < 1e-9)
        #expect(try #require(straight.halfWidth) < 1e-6)
        // Too few runs for a line, and controls that never change.
        #expect(try #require(Band([1, 2, 3], controls: [[1, 0, 2]])) == band)
        #expect(try #require(Band([1, 2, 3], controls: [[0, 0, 0]])) == band)
    }

    @Test("runs side by side give what they give one after the other")
    func parallel() {
        let variant = Variant(name: "x", scenario: scenario(hours: 1))
        let one = variant.outcomes(replications: 4, seed: 5, jobs: 1)
        let four = variant.outcomes(replications: 4, seed: 5, jobs: 4)
        #expect(one.map(\.all) == four.map(\.all))
        #expect(one.map(\.commands) == four.map(\.commands))
        #expect(Set(one.map(\.all)).count == 4)
    }

    @Test("pooled runs are the sums of the runs")
    func pooled() throws {
        #expect(DeskOutcome.pooled([])?.all == nil)
        let runs = Variant(name: "x", scenario: scenario(hours: 2)).outcomes(
            replications: 3, seed: 5)
        let all = try #require(DeskOutcome.pooled(runs))
        #expect(all.all.arrivals == runs.reduce(0) { $0 + $1.all.arrivals })
        #expect(all.all.waits.count == all.all.served)
        #expect(all.classes["normal"]?.served == all.all.served)
        #expect(all.queues["general"]?.arrivals == all.all.arrivals)
        #expect(all.intervals.count == runs.map(\.intervals.count).max())
        #expect(all.intervals.reduce(0) { $0 + $1.arrivals } == all.all.arrivals)
        #expect(all.intervals[1].backlog == runs.reduce(0) { $0 + $1.intervals[1].backlog })
        let only = try #require(DeskOutcome.pooled([runs[0]]))
        #expect(only.all == runs[0].all && only.intervals == runs[0].intervals)
    }

    /// Ten queues, each with a tenth of the customers; every agent serves all of them, so that it is one line to
    /// the formulas.
    private func tenQueues(hours: Int) -> DeskScenario {
        var ten = scenario(hours: hours)
        ten.overtime = .zero
        let one = ten.plan.queues[0]
        ten.plan.queues = (0..<10).map { number in
            var queue = one
            queue.name = "queue-\(number)"
            return queue
        }
        ten.plan.defaults.queue = "queue-0"
        ten.streams = ten.plan.queues.map {
            ArrivalStream(queue: $0.name, perInterval: [10])
        }
        return ten
    }

    @Test("ten queues that the same agents serve agree with Erlang A as one line")
    func tenQueuesAsOne() throws {
        let need = try #require(
            StaffingNeed(
                servers: 14, arrivalRate: 100.0 / 1800, handleSeconds: 180, patienceSeconds: 300,
                withinSeconds: 20))
        // Twelve runs of 15,000: chance allows half of one per cent of the level.
        let runs = (1...12).map { run(tenQueues(hours: 75), seed: $0) }
        let outcome = try #require(DeskOutcome.pooled(runs))
        #expect(outcome.queues.count == 10)
        #expect(outcome.queues.values.allSatisfy { $0.arrivals > 12_000 })
        #expect(abs(outcome.all.targetLevel / need.serviceLevel - 1) < 0.01)
        let occupancy = runs.reduce(0) { $0 + $1.occupancy } / Double(runs.count)
        #expect(abs(occupancy / need.occupancy - 1) < 0.01)
        #expect(abs(outcome.all.abandonment - need.abandonment) < 0.001)
    }

    @Test("the wait that is announced in one of ten queues counts those of the other nine")
    func tenQueuesAnnounced() {
        var busy = tenQueues(hours: 40)
        busy.plan.agents.removeLast(4)
        busy.scoresEstimates = true
        let score = run(busy).estimates
        #expect(score.waits > 2000)
        #expect((0.88...0.96).contains(score.coverage), "\(score.coverage)")
        #expect(score.error <= 0.75 * score.averageError, "\(score.error) \(score.averageError)")
    }
}
