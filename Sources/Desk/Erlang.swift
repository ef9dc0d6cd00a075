// Only for `exp`.
import Glibc

/// The closed formulas of queueing theory for staffing: Poisson arrivals, exponential handle times.
///
/// `servers` is the number of agents' slots; `load` the offered load in erlangs (arrivals per
/// handle time).
public enum Erlang {
    /// The share of arrivals that find all servers busy when nobody may wait (Erlang B).
    public static func blocking(servers: Int, load: Double) -> Double {
        guard load > 0 else { return servers > 0 ? 0 : 1 }
        var blocking = 1.0
        for count in 0..<max(0, servers) {
            blocking = load * blocking / (Double(count + 1) + load * blocking)
        }
        return blocking
    }

    /// The share of arrivals that must wait when everybody has patience (Erlang C); 1 at or above
    /// the capacity.
    public static func waiting(servers: Int, load: Double) -> Double {
        guard load < Double(servers) else { return 1 }
        let blocking = blocking(servers: servers, load: load)
        return blocking / (1 - load / Double(servers) * (1 - blocking))
    }
}

/// A steady desk whose customers wait as long as it takes (M/M/N).
public struct PatientDesk: Hashable, Sendable {
    public let servers: Int
    /// Arrivals per second.
    public let arrivalRate: Double
    /// Mean handle time.
    public let handleSeconds: Double

    /// nil unless there is a server and both figures are positive.
    public init?(servers: Int, arrivalRate: Double, handleSeconds: Double) {
        guard servers > 0, arrivalRate > 0, handleSeconds > 0 else { return nil }
        self.servers = servers
        self.arrivalRate = arrivalRate
        self.handleSeconds = handleSeconds
    }

    /// In erlangs.
    public var load: Double { arrivalRate * handleSeconds }

    /// The share of the servers' time that is used; above 1 the queue grows without end.
    public var occupancy: Double { load / Double(servers) }

    public var waitProbability: Double { Erlang.waiting(servers: servers, load: load) }

    /// In seconds; infinite at or above the capacity.
    public var meanWait: Double {
        load < Double(servers)
            ? waitProbability * handleSeconds / (Double(servers) - load) : .infinity
    }

    /// The share that is served within `seconds`.
    public func serviceLevel(within seconds: Double) -> Double {
        guard load < Double(servers) else { return 0 }
        return 1 - waitProbability
            * exp(-(Double(servers) - load) * max(0, seconds) / handleSeconds)
    }
}

/// A steady desk whose customers leave after an exponential patience (M/M/N+M, Erlang A).
public struct ImpatientDesk: Hashable, Sendable {
    /// The share of arrivals that must wait or leave.
    public let waitProbability: Double
    /// The share of arrivals that leave.
    public let abandonment: Double
    /// The share of the servers' time that is used.
    public let occupancy: Double
    /// Mean wait of all arrivals in seconds, with those who leave.
    public let meanWait: Double

    /// nil unless there is a server and all figures are positive.
    public init?(
        servers: Int, arrivalRate: Double, handleSeconds: Double, patienceSeconds: Double
    ) {
        guard servers > 0, servers <= 1_000_000, arrivalRate > 0, handleSeconds > 0,
            patienceSeconds > 0
        else { return nil }
        let load = arrivalRate * handleSeconds
        // Weights of the states with a queue, relative to "all servers busy, nobody waits", which weighs `nobody`.
        var weight = 1.0
        var nobody = 1.0
        var busy = 1.0
        var queue = 0.0
        var length = 0.0
        while weight > busy * 1e-17, length < 10_000_000 {
            length += 1
            let departures = Double(servers) / handleSeconds + length / patienceSeconds
            weight *= arrivalRate / departures
            busy += weight
            queue += length * weight
            // A long queue outweighs every number: only the ratios count.
            guard busy > 1e200 else { continue }
            weight *= 1e-200
            nobody *= 1e-200
            busy *= 1e-200
            queue *= 1e-200
        }
        // Erlang B is the weight of "all busy" among the states without a queue.
        let blocking = Erlang.blocking(servers: servers, load: load)
        let total = nobody * (1 / blocking - 1) + busy
        waitProbability = busy / total
        meanWait = queue / total / arrivalRate
        abandonment = meanWait / patienceSeconds
        occupancy = load * (1 - abandonment) / Double(servers)
    }
}
