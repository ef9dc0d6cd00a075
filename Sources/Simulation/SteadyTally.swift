/// What a batch of customers of a steady desk gave, and what they brought.
public struct SteadyTally: Hashable, Sendable {
    public var customers = 0
    public var waited = 0
    public var abandoned = 0
    public var servedInTime = 0
    /// Of all customers, with those who left.
    public var waitSeconds = 0.0
    /// Servers' time within the batch: used, and all of it.
    public var busySeconds = 0.0
    public var serverSeconds = 0.0
    /// What came: the time from each customer to the next, handle times and patience, also where they were not needed.
    public var gapSeconds = 0.0
    public var handleSeconds = 0.0
    public var patienceSeconds = 0.0

    public init() {}

    public var waitProbability: Double { share(Double(waited)) }
    public var abandonment: Double { share(Double(abandoned)) }
    /// Of all customers: those served within the target.
    public var serviceLevel: Double { share(Double(servedInTime)) }
    public var meanWait: Double { share(waitSeconds) }
    public var occupancy: Double { serverSeconds > 0 ? busySeconds / serverSeconds : 0 }
    public var meanGap: Double { share(gapSeconds) }
    public var meanHandle: Double { share(handleSeconds) }
    public var meanPatience: Double { share(patienceSeconds) }

    private func share(_ part: Double) -> Double {
        customers > 0 ? part / Double(customers) : 0
    }
}

/// What became of one customer of a run; in milliseconds from its start.
public struct Fate: Hashable, Sendable {
    public var arrived: Int64
    /// nil: they wait as long as it takes.
    public var patience: Int64?
    public var handle: Int64
    /// Until somebody took them or they left; nil: neither happened.
    public var wait: Int64?
    public var hasLeft = false
}

extension Fate {
    /// Of the work that this customer was, what was still to do at a moment.
    fileprivate func work(after moment: Int64) -> Int64 {
        guard let wait, !hasLeft else { return 0 }
        return handle - min(max(moment - arrived - wait, 0), handle)
    }
}

extension SteadyTally {
    /// The customers of a run in batches of `size`, after the first `warmUp` of them.
    static func batches(
        of fates: [Fate], warmUp: Int, size: Int, servers: Int, targetSeconds: Double
    ) -> [SteadyTally] {
        guard size > 0, warmUp > 0, fates.count >= warmUp + size else { return [] }
        /// Work of the first `count` customers that was still to do when the last of them came.
        func backlog(_ count: Int) -> Int64 {
            fates[..<count].reduce(0) { $0 + $1.work(after: fates[count - 1].arrived) }
        }
        var before = backlog(warmUp)
        return stride(from: warmUp, through: fates.count - size, by: size).map { first in
            var tally = SteadyTally()
            for fate in fates[first..<(first + size)] { tally.count(fate, within: targetSeconds) }
            let after = backlog(first + size)
            tally.busySeconds += Double(before - after) / 1000
            before = after
            tally.gapSeconds =
                Double(fates[first + size - 1].arrived - fates[first - 1].arrived) / 1000
            tally.serverSeconds = tally.gapSeconds * Double(servers)
            return tally
        }
    }

    private mutating func count(_ fate: Fate, within targetSeconds: Double) {
        customers += 1
        handleSeconds += Double(fate.handle) / 1000
        patienceSeconds += Double(fate.patience ?? 0) / 1000
        guard let wait = fate.wait else { return }
        waitSeconds += Double(wait) / 1000
        if wait > 0 { waited += 1 }
        if fate.hasLeft {
            abandoned += 1
        } else {
            busySeconds += Double(fate.handle) / 1000
            if Double(wait) <= targetSeconds * 1000 { servedInTime += 1 }
        }
    }
}
