public import Facts

/// What the desk has learned about handle times and patience; kept small and of fixed size.
public struct WaitStatistics: Hashable, Sendable, Codable {
    /// How many of the newest handle times count.
    public static let memory = 100
    /// Milliseconds from claim to the end of the claim, oldest first.
    public private(set) var handleTimes: [Int64] = []
    /// Customers who left while waiting. Halved together with `exposure` now and then: patience
    /// changes slowly.
    public private(set) var abandoned = 0.0
    /// Seconds that all customers together have waited, whatever became of them.
    public private(set) var exposure = 0.0
    /// Until when the waiting is counted in `exposure`.
    public private(set) var countedUntil: Instant?

    public init() {}

    /// An agent was done with a ticket after `duration`.
    public mutating func recordHandling(_ duration: Duration) {
        handleTimes.append(max(0, duration.milliseconds))
        if handleTimes.count > Self.memory { handleTimes.removeFirst() }
    }

    /// So many customers waited from the last such moment until `now`.
    public mutating func recordWaiting(_ customers: Int, until now: Instant) {
        let since = countedUntil ?? now
        countedUntil = now
        guard now > since else { return }
        exposure += Double(customers) * Double((now - since).milliseconds) / 1000
    }

    /// A waiting customer left.
    public mutating func recordAbandonment() {
        abandoned += 1
        guard abandoned >= 400 else { return }
        abandoned /= 2
        exposure /= 2
    }

    /// Mean handle time in seconds; `fallback` before the first observation.
    public func meanHandleSeconds(fallback: Duration) -> Double {
        guard !handleTimes.isEmpty else { return Double(fallback.milliseconds) / 1000 }
        let total = handleTimes.reduce(0.0) { $0 + Double($1) }
        return total / Double(handleTimes.count) / 1000
    }

    /// Departures per second of waiting, the maximum-likelihood rate of an exponential patience
    /// that is seen only in part; 0 as long as nobody left.
    public var abandonmentRate: Double { exposure > 0 ? abandoned / exposure : 0 }
}
