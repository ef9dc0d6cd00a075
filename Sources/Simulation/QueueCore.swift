// Only for `log`.
import Glibc

/// A queue as the formulas see it: Poisson arrivals, one line, N servers, first come first served.
///
/// It is exact for first come first served with any patience: a customer leaves if and only if the
/// server that would come next is free too late. So one pass over the arrivals and a heap of the
/// servers' free times is enough, and a million customers take a fraction of a second. It knows no
/// classes, skills or offers: that is what `DeskRun`, the production engine, is for.
public struct QueueCore: Hashable, Sendable {
    public var servers: Int
    /// Per second.
    public var arrivalRate: Double
    /// The mean; exponential.
    public var handleSeconds: Double
    /// The mean; exponential. nil: everybody waits.
    public var patienceSeconds: Double?

    /// nil unless there is a server and all figures are positive.
    public init?(
        servers: Int, arrivalRate: Double, handleSeconds: Double, patienceSeconds: Double? = nil
    ) {
        guard servers > 0, servers <= 1_000_000, arrivalRate > 0, handleSeconds > 0,
            patienceSeconds.map({ $0 > 0 }) ?? true
        else { return nil }
        self.servers = servers
        self.arrivalRate = arrivalRate
        self.handleSeconds = handleSeconds
        self.patienceSeconds = patienceSeconds
    }

    /// After how many customers the line has forgotten how it began: by then what is left of a
    /// difference is a third of it.
    ///
    /// A server's own work is forgotten after a handle time. A line is forgotten when it has been
    /// empty once: after 1/(1−√ρ)² services of the whole desk (the relaxation time of M/M/1), or
    /// when all who stood in it have lost their patience.
    public var memory: Double {
        let load = arrivalRate * handleSeconds
        let use = load / Double(servers)
        let slack = 1 - use.squareRoot()
        let emptied = use < 1 ? use / (slack * slack) : .infinity
        let left = patienceSeconds.map { $0 * arrivalRate } ?? .infinity
        return load + min(emptied, left)
    }

    /// Runs `batches` of `size` customers, one after the other, after a warm-up of the first
    /// `warmUp`, from an empty desk.
    ///
    /// `progress` gets the share that is done, now and then.
    public func run(
        batches: Int, size: Int, warmUp: Int, targetSeconds: Double, seed: UInt64,
        progress: (Double) -> Void = { _ in }
    ) -> [SteadyTally] {
        var random = SeededGenerator(seed: seed)
        var free = FreeTimes(servers: servers)
        var now = 0.0
        var tallies: [SteadyTally] = []
        let count = warmUp + batches * size
        for part in 0...batches {
            var tally = SteadyTally()
            let begin = now
            let before = free.work(after: now)
            for number in 0..<(part == 0 ? warmUp : size) {
                now += random.exponential(mean: 1 / arrivalRate)
                let handle = random.exponential(mean: handleSeconds)
                let patience = patienceSeconds.map { random.exponential(mean: $0) }
                tally.count(
                    wait: max(free.earliest - now, 0), handle: handle, patience: patience,
                    targetSeconds: targetSeconds)
                free.serve(from: now, handle: handle, patience: patience ?? .infinity)
                if number % 65_536 == 0 {
                    let done = part == 0 ? number : warmUp + (part - 1) * size + number
                    progress(Double(done) / Double(count))
                }
            }
            tally.gapSeconds = now - begin
            tally.serverSeconds = tally.gapSeconds * Double(servers)
            tally.busySeconds += before - free.work(after: now)
            if part > 0 { tallies.append(tally) }
        }
        return tallies
    }

    /// Those of a run of the engine who did not fare as in this queue, where the same customers
    /// meet it: how many, and by how many milliseconds at most.
    static func differences(_ fates: [Fate], servers: Int) -> (count: Int, most: Int64) {
        var free = FreeTimes(servers: servers)
        var (count, most) = (0, Int64(0))
        for fate in fates {
            let came = Double(fate.arrived)
            let wait = Int64(max(free.earliest - came, 0))
            let expected = fate.patience.map { min($0, wait) } ?? wait
            free.serve(
                from: came, handle: Double(fate.handle),
                patience: fate.patience.map(Double.init) ?? .infinity)
            guard fate.wait != expected || fate.hasLeft != (expected < wait) else { continue }
            count += 1
            most = max(most, abs((fate.wait ?? 0) - expected))
        }
        return (count, most)
    }
}

extension SteadyTally {
    /// `wait`: until a server is free for them, however long their patience is.
    fileprivate mutating func count(
        wait: Double, handle: Double, patience: Double?, targetSeconds: Double
    ) {
        customers += 1
        handleSeconds += handle
        if wait > 0 { waited += 1 }
        if let patience {
            patienceSeconds += patience
            guard wait <= patience else {
                abandoned += 1
                waitSeconds += patience
                return
            }
        }
        waitSeconds += wait
        busySeconds += handle
        if wait <= targetSeconds { servedInTime += 1 }
    }
}

/// When each server is free next: a heap with the earliest on top.
private struct FreeTimes {
    private var times: [Double]

    init(servers: Int) {
        times = Array(repeating: 0, count: servers)
    }

    var earliest: Double { times.first ?? .infinity }

    /// What is still to do then for those who have come.
    func work(after moment: Double) -> Double {
        times.reduce(0) { $0 + max(0, $1 - moment) }
    }

    /// Gives the customer to the server that is free first, unless they leave before.
    mutating func serve(from now: Double, handle: Double, patience: Double) {
        let start = max(now, earliest)
        if start - now <= patience { replaceEarliest(with: start + handle) }
    }

    private mutating func replaceEarliest(with time: Double) {
        var parent = 0
        while true {
            let left = 2 * parent + 1
            guard left < times.count else { break }
            let right = left + 1
            let child = right < times.count && times[right] < times[left] ? right : left
            guard times[child] < time else { break }
            times[parent] = times[child]
            parent = child
        }
        times[parent] = time
    }
}

extension SeededGenerator {
    /// Exponential, above 0.
    public mutating func exponential(mean: Double) -> Double { -mean * log(unit()) }
}
