public import Desk
import Glibc

/// How many agents' slots a stretch of time needs, by the closed formulas.
public struct StaffingNeed: Hashable, Sendable, Codable {
    public var servers: Int
    /// The share that must wait or leave.
    public var waitProbability: Double
    /// What they will give: the share of all customers who are served in time.
    public var serviceLevel: Double
    public var occupancy: Double
    public var meanWaitSeconds: Double
    public var abandonment: Double

    /// The fewest servers that reach the target; nil when `limit` do not, or a figure is not
    /// positive. Without a patience Erlang C, else Erlang A.
    public static func least(
        arrivalRate: Double, handleSeconds: Double, patienceSeconds: Double?, level: Double,
        withinSeconds: Double, limit: Int = 10_000
    ) -> StaffingNeed? {
        guard arrivalRate > 0 else {
            return StaffingNeed.nobody
        }
        let load = arrivalRate * handleSeconds
        var low = max(1, patienceSeconds == nil ? Int(min(load, 1e9)) : 1)
        var high = low
        func need(_ servers: Int) -> StaffingNeed? {
            StaffingNeed(
                servers: servers, arrivalRate: arrivalRate, handleSeconds: handleSeconds,
                patienceSeconds: patienceSeconds, withinSeconds: withinSeconds)
        }
        // The level grows with the servers: double, then halve.
        while let found = need(high), found.serviceLevel < level {
            guard high < limit else { return nil }
            low = high + 1
            high = min(high * 2, limit)
        }
        while low < high {
            let middle = (low + high) / 2
            guard let found = need(middle) else { return nil }
            if found.serviceLevel < level { low = middle + 1 } else { high = middle }
        }
        return need(high)
    }
}

extension StaffingNeed {
    /// No arrivals, no agents.
    static let nobody = StaffingNeed(
        servers: 0, waitProbability: 0, serviceLevel: 1, occupancy: 0, meanWaitSeconds: 0,
        abandonment: 0)

    /// What so many servers give; nil when a figure is not positive.
    public init?(
        servers: Int, arrivalRate: Double, handleSeconds: Double, patienceSeconds: Double?,
        withinSeconds: Double
    ) {
        self.servers = servers
        if let patienceSeconds {
            guard
                let desk = ImpatientDesk(
                    servers: servers, arrivalRate: arrivalRate, handleSeconds: handleSeconds,
                    patienceSeconds: patienceSeconds)
            else { return nil }
            serviceLevel = desk.serviceLevel(
                servers: servers, arrivalRate: arrivalRate, handleSeconds: handleSeconds,
                patienceSeconds: patienceSeconds, within: withinSeconds)
            waitProbability = desk.waitProbability
            occupancy = desk.occupancy
            meanWaitSeconds = desk.meanWait
            abandonment = desk.abandonment
        } else {
            guard
                let desk = PatientDesk(
                    servers: servers, arrivalRate: arrivalRate, handleSeconds: handleSeconds)
            else { return nil }
            serviceLevel = desk.serviceLevel(within: withinSeconds)
            waitProbability = desk.waitProbability
            occupancy = desk.occupancy
            meanWaitSeconds = desk.meanWait
            abandonment = 0
        }
    }
}

extension ImpatientDesk {
    /// The share of all arrivals that are served within `seconds` (Erlang A).
    ///
    /// With n customers ahead and all servers busy the wait is a sum of exponentials with rates
    /// Nµ, Nµ+θ … Nµ+nθ, and exp(−θ·wait) has the distribution Beta(a, n+1), a = Nµ/θ. So the share
    /// that is served in time is Σ πₙ · a/(a+n+1) · (1 − Iₓ(a+1, n+1)) with x = exp(−θ·seconds); the
    /// incomplete beta function follows from n to n+1 by one more term of its series.
    public func serviceLevel(
        servers: Int, arrivalRate: Double, handleSeconds: Double, patienceSeconds: Double,
        within seconds: Double
    ) -> Double {
        let a = Double(servers) * patienceSeconds / handleSeconds
        let x = exp(-max(0, seconds) / patienceSeconds)
        // Weights of "all busy, n wait", as in `init`.
        var weight = 1.0
        var sum = 0.0
        var served = 0.0
        // I_x(a+1, 1) and the next term of its series in n. The terms are kept as logarithms: the first ones of a
        // large desk are too small to be numbers, those of a long queue are not.
        var term = (a + 1) * log(x)
        var incomplete = exp(term)
        term += log1p(-x) + log(a + 1)
        var n = 0.0
        while weight > sum * 1e-16, n < 10_000_000 {
            sum += weight
            served += weight * a / (a + n + 1) * (1 - min(1, incomplete))
            incomplete += exp(term)
            term += log1p(-x) + log((a + n + 2) / (n + 2))
            n += 1
            weight *= arrivalRate / (Double(servers) / handleSeconds + n / patienceSeconds)
            guard sum > 1e200 else { continue }
            weight *= 1e-200
            sum *= 1e-200
            served *= 1e-200
        }
        return 1 - waitProbability + waitProbability * served / sum
    }
}
