/// Several runs as one.
extension DeskOutcome {
    /// What happened in all runs together: counts are sums over the runs, shares and waits those of all customers.
    /// Intervals are those of the longest run; the backlog is summed too. nil without runs.
    public static func pooled(_ runs: [DeskOutcome]) -> DeskOutcome? {
        guard var sum = runs.first else { return nil }
        for run in runs.dropFirst() {
            sum.all.add(run.all)
            sum.classes.merge(run.classes) { $0.adding($1) }
            sum.queues.merge(run.queues) { $0.adding($1) }
            for (index, interval) in run.intervals.enumerated() {
                if index < sum.intervals.count {
                    sum.intervals[index].add(interval)
                } else {
                    sum.intervals.append(interval)
                }
            }
            sum.busySeconds += run.busySeconds
            sum.slotSeconds += run.slotSeconds
            sum.highestBacklog = max(sum.highestBacklog, run.highestBacklog)
            sum.commands += run.commands
            sum.unplaced += run.unplaced
        }
        return sum
    }
}

extension Served {
    fileprivate mutating func add(_ other: Served) {
        arrivals += other.arrivals
        served += other.served
        abandoned += other.abandoned
        promised += other.promised
        kept += other.kept
        inTime += other.inTime
        waitSeconds += other.waitSeconds
        waits += other.waits
    }

    fileprivate func adding(_ other: Served) -> Served {
        var sum = self
        sum.add(other)
        return sum
    }
}

extension IntervalOutcome {
    fileprivate mutating func add(_ other: IntervalOutcome) {
        arrivals += other.arrivals
        served += other.served
        abandoned += other.abandoned
        inTime += other.inTime
        waitSeconds += other.waitSeconds
        backlog += other.backlog
        slots += other.slots
    }
}
