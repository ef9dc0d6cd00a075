import Facts

/// How long a place in a queue will wait: mean and range.
///
/// Place k waits Σ_{j=0..k−1} 1/(Nµ + jθ) on average: N slots end tickets at rate µ each, and each
/// of the j customers who are still ahead leaves at rate θ. The sum's terms are exponential, so its
/// variance is the sum of their squares, and more as far as µ itself is only estimated; a gamma
/// distribution with that mean and variance gives the quantiles. Announce the median (its absolute
/// error is the least) and `p90`.
public struct WaitEstimate: Hashable, Sendable {
    /// Seconds.
    public var mean: Double
    public var variance: Double

    /// - Parameters:
    ///   - place: 1 is the next to be served.
    ///   - slots: N, how many tickets the agents at work handle at once.
    ///   - handleSeconds: 1/µ.
    ///   - abandonmentRate: θ, per second.
    ///   - observations: of how many handle times `handleSeconds` is the mean; nil: exact.
    ///
    /// nil when nobody serves or the place is not positive.
    public init?(
        place: Int, slots: Int, handleSeconds: Double, abandonmentRate: Double,
        observations: Int? = nil
    ) {
        guard place > 0, slots > 0, handleSeconds > 0 else { return nil }
        let service = Double(slots) / handleSeconds
        mean = 0
        variance = 0
        for ahead in 0..<min(place, 1_000_000) {
            let step = 1 / (service + Double(ahead) * max(0, abandonmentRate))
            mean += step
            variance += step * step
        }
        // Six times what independent samples would add: when a rush begins the short tickets end
        // first, and the newest handle times lean to their side. Three times left a flash peak's
        // P90 at 89.0 % on average, and 12 of 20 runs of 12,000 customers within 88–96 %; six
        // times covers 91.5 % (19 of 20), and steady 92.3 % and a day curve 93.1 % (20 of 20).
        if let observations { variance += 6 * mean * mean / Double(max(1, observations)) }
    }

    /// The wait that is not exceeded with 50 %.
    public var median: Double { quantile(normal: 0) }

    /// The wait that is not exceeded with 90 %.
    public var p90: Double { quantile(normal: 1.281_551_565_544_6) }

    /// The wait that is not exceeded with 10 %.
    public var p10: Double { quantile(normal: -1.281_551_565_544_6) }

    /// The gamma quantile by Wilson and Hilferty (1931); within 1 % from the 50th up for shapes
    /// from 1.
    private func quantile(normal: Double) -> Double {
        guard variance > 0 else { return mean }
        let shape = mean * mean / variance
        let root = 1 - 1 / (9 * shape) + normal / (3 * shape.squareRoot())
        return mean * max(0, root * root * root)
    }
}

extension Desk {
    /// How long the ticket will still wait; nil when it does not wait or nobody serves its queue
    /// now.
    public func waitEstimate(of id: String) -> WaitEstimate? {
        guard let ticket = entry(id), ticket.state == .queued, let place = placeInQueue(of: id)
        else { return nil }
        return WaitEstimate(
            place: place, slots: slots(for: ticket),
            handleSeconds: statistics.meanHandleSeconds(fallback: plan.defaults.handleTime),
            abandonmentRate: statistics.abandonmentRate,
            observations: statistics.handleTimes.isEmpty ? nil : statistics.handleTimes.count)
    }
}
