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

    /// What was measured.
    public struct Tally: Hashable, Sendable {
        public var customers = 0
        public var waited = 0
        public var abandoned = 0
        public var servedInTime = 0
        /// Of all customers, with those who left.
        public var waitSeconds = 0.0
        public var busySeconds = 0.0
        public var serverSeconds = 0.0

        public var waitProbability: Double { share(waited) }
        public var abandonment: Double { share(abandoned) }
        /// Of all customers: those served within the target.
        public var serviceLevel: Double { share(servedInTime) }
        public var meanWait: Double { customers > 0 ? waitSeconds / Double(customers) : 0 }
        public var occupancy: Double { serverSeconds > 0 ? busySeconds / serverSeconds : 0 }

        private func share(_ part: Int) -> Double {
            customers > 0 ? Double(part) / Double(customers) : 0
        }
    }

    /// Runs `customers` after a warm-up of a twentieth of them, from an empty desk.
    ///
    /// `progress` gets the share that is done, now and then.
    public func run(
        customers: Int, targetSeconds: Double, seed: UInt64,
        progress: (Double) -> Void = { _ in }
    ) -> Tally {
        var random = SeededGenerator(seed: seed)
        var free = FreeTimes(servers: servers)
        var tally = Tally()
        let warmUp = customers / 20
        var now = 0.0
        var begin = 0.0
        for number in 0..<(customers + warmUp) {
            now += random.exponential(mean: 1 / arrivalRate)
            let handle = random.exponential(mean: handleSeconds)
            let patience = patienceSeconds.map { random.exponential(mean: $0) } ?? .infinity
            let start = max(now, free.earliest)
            let leaves = start - now > patience
            if !leaves { free.replaceEarliest(with: start + handle) }
            if number % 65_536 == 0 { progress(Double(number) / Double(customers + warmUp)) }
            if number < warmUp {
                begin = now
                continue
            }
            tally.customers += 1
            tally.waitSeconds += min(start - now, patience)
            if start > now { tally.waited += 1 }
            if leaves {
                tally.abandoned += 1
            } else {
                tally.busySeconds += handle
                if start - now <= targetSeconds { tally.servedInTime += 1 }
            }
        }
        tally.serverSeconds = (now - begin) * Double(servers)
        return tally
    }
}

/// When each server is free next: a heap with the earliest on top.
private struct FreeTimes {
    private var times: [Double]

    init(servers: Int) {
        times = Array(repeating: 0, count: servers)
    }

    var earliest: Double { times.first ?? .infinity }

    mutating func replaceEarliest(with time: Double) {
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
