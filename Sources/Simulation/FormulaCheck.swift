import Desk
import Facts

/// A simulation of a steady desk beside Erlang C or A: each figure with its band, and whether what
/// it is off is more than chance.
public struct FormulaCheck: Sendable {
    /// Servers, rate and times, as the formulas get them.
    public let core: QueueCore
    public let need: StaffingNeed
    public let targetSeconds: Double

    /// nil where the formulas have no answer: nobody at work, or more work than all of them do and
    /// everybody waits for it.
    public init?(_ core: QueueCore, targetSeconds: Double) {
        guard
            let need = StaffingNeed(
                servers: core.servers, arrivalRate: core.arrivalRate,
                handleSeconds: core.handleSeconds, patienceSeconds: core.patienceSeconds,
                withinSeconds: targetSeconds),
            core.patienceSeconds != nil || need.occupancy < 1
        else { return nil }
        self.core = core
        self.need = need
        self.targetSeconds = targetSeconds
    }

    /// How many customers meet the desk, in how many parts.
    ///
    /// Eight runs know nothing of each other; each begins with an empty desk, and its first customers are not counted,
    /// until the beginning is forgotten. What follows is cut into batches long enough to be as good as independent.
    public struct Size: Hashable, Sendable {
        public static let runs = 8
        public let batches: Int
        public let batch: Int
        public let warmUp: Int
        /// How many customers it takes to forget the beginning, where that is more than these.
        public let tooFewFor: Double?

        public init(customers: Int, memory: Double) {
            let wanted = 5 * memory
            let each = max(1, customers / Self.runs)
            // A mean of a few hundred customers is no bell curve yet.
            batches = max(Int(min(Double(each) / max(wanted, 2500), 4)), 1)
            batch = max(1, each / batches)
            warmUp = max(1, Int(min(wanted, Double(customers) / 2)))
            tooFewFor = wanted > Double(customers) / 2 ? 2 * wanted : nil
        }

        public var counted: Int { batches * batch * Self.runs }
    }

    /// One figure.
    public struct Row: Hashable, Sendable {
        public var name: String
        public var formula: Double
        public var measured: Band
        /// What a handful of customers make of it: less is never told from chance.
        var grain: Double

        /// By how much the figure is off, in parts of the formula's; nil where that is next to nothing.
        public var off: Double? { formula > grain ? measured.mean / formula - 1 : nil }
        public var band: Double? {
            formula > grain ? measured.halfWidth.map { $0 / formula } : nil
        }

        /// Within 1 %, and known well enough to say so.
        public var isClose: Bool {
            guard let off, let band else { return isChance }
            return abs(off) <= 0.01 && band <= 0.01
        }
        /// As far off as chance alone brings it: within three standard errors, which are one and a half bands.
        public var isChance: Bool {
            let most = max(1.5 * (measured.halfWidth ?? .infinity), grain)
            return abs(measured.mean - formula) <= most
        }
        public var isGood: Bool { isClose || isChance }
    }

    /// The customers as they came, then what became of them.
    public func rows(_ tallies: [SteadyTally]) -> [Row] {
        let gap = 1 / core.arrivalRate
        let controls: [[Double]] = [
            tallies.map { $0.meanGap / gap - 1 },
            tallies.map { $0.meanHandle / core.handleSeconds - 1 },
            tallies.map { tally in core.patienceSeconds.map { tally.meanPatience / $0 - 1 } ?? 0 },
        ]
        let customers = Double(tallies.reduce(0) { $0 + $1.customers })
        let grain = 3 / max(customers, 1)
        var rows: [Row] = []
        func add(
            _ name: String, _ formula: Double?, grain: Double, isShare: Bool = true,
            _ figure: (SteadyTally) -> Double
        ) {
            guard let formula, var band = Band(tallies.map(figure), controls: controls) else {
                return
            }
            if isShare {
                // Customers fare alike, not independently: a share is never known better than by
                // so many coins. A handful of batches with the few that it happens to may look so.
                let coins = (max(formula * (1 - formula), 0) / max(customers, 1)).squareRoot()
                band.halfWidth = band.halfWidth.map { max($0, 1.96 * coins) }
            }
            rows.append(Row(name: name, formula: formula, measured: band, grain: grain))
        }
        func came(_ name: String, _ mean: Double?, _ figure: (SteadyTally) -> Double) {
            let all = tallies.reduce(0) { $0 + figure($1) * Double($1.customers) }
            guard let mean, customers > 0 else { return }
            // The deviation of an exponential is its mean.
            let band = Band(mean: all / customers, deviation: mean, count: customers)
            rows.append(Row(name: name, formula: mean, measured: band, grain: 0))
        }
        came("gap, s", gap) { $0.meanGap }
        came("handle, s", core.handleSeconds) { $0.meanHandle }
        came("patience, s", core.patienceSeconds) { $0.meanPatience }
        add("has to wait", need.waitProbability, grain: grain) { $0.waitProbability }
        add(
            "mean wait, s", need.meanWaitSeconds, grain: grain * core.handleSeconds, isShare: false
        ) { $0.meanWait }
        add("in time", need.serviceLevel, grain: grain) { $0.serviceLevel }
        let left = core.patienceSeconds.map { _ in need.abandonment }
        add("left", left, grain: grain) { $0.abandonment }
        add("busy", need.occupancy, grain: grain, isShare: false) { $0.occupancy }
        return rows
    }

    /// The exact queue.
    public func queue(
        customers: Int, seed: UInt64, jobs: Int = Parallel.processors,
        progress: @Sendable (Double) -> Void = { _ in }
    ) -> [SteadyTally] {
        let size = Size(customers: customers, memory: core.memory)
        return Parallel.map(Size.runs, jobs: jobs) { number in
            core.run(
                batches: size.batches, size: size.batch, warmUp: size.warmUp,
                targetSeconds: targetSeconds, seed: seed &+ UInt64(number)
            ) { if number == 0 { progress($0) } }
        }.flatMap { $0 }
    }

    /// The production engine, and how many of its customers did not fare as the same ones do in the exact queue.
    public func engine(
        _ scenario: DeskScenario, customers: Int, seed: UInt64, jobs: Int = Parallel.processors,
        progress: @Sendable (Double) -> Void = { _ in }
    ) -> EngineResult {
        let size = Size(customers: customers, memory: core.memory)
        let steady = steady(scenario, customers: size.warmUp + size.batches * size.batch)
        let runs = Parallel.map(Size.runs, jobs: jobs) { number in
            var run = DeskRun(steady, seed: seed &+ UInt64(number))
            let fates = run.run { if number == 0 { progress(min(1, $0 * 4)) } }.fates
            let batches = SteadyTally.batches(
                of: fates, warmUp: size.warmUp, size: size.batch, servers: core.servers,
                targetSeconds: targetSeconds)
            return (batches, QueueCore.differences(fates, servers: core.servers), fates.count)
        }
        return EngineResult(
            tallies: runs.flatMap(\.0), compared: runs.reduce(0) { $0 + $1.2 },
            differing: runs.reduce(0) { $0 + $1.1.count },
            mostSeconds: Double(runs.map(\.1.most).max() ?? 0) / 1000)
    }

    private func steady(_ scenario: DeskScenario, customers: Int) -> DeskScenario {
        var steady = scenario
        let interval = Double(scenario.interval.milliseconds) / 1000
        steady.streams = [ArrivalStream(perInterval: [core.arrivalRate * interval])]
        steady.peak = nil
        steady.containment = 0
        steady.mostCustomers = customers
        steady.keepsFates = true
        // It is over with the last customer; this is only longer than any chance.
        steady.duration = .seconds(Int64(Double(customers + 100) / core.arrivalRate * 4))
        return steady
    }

    public struct EngineResult: Hashable, Sendable {
        public var tallies: [SteadyTally]
        /// The customers of all runs, with those of the warm-up.
        public var compared: Int
        /// Those who waited longer or shorter than in the exact queue, and by how much at most.
        public var differing: Int
        public var mostSeconds: Double
    }
}
