import Facts

/// How long agents were online, and how much of that they had a ticket in hand.
enum Workload {
    /// One observation per agent and stretch online, cut to the period.
    static func occupancy(
        presence: [(at: Instant, change: PresenceChange)], holds: [TicketWalk.Hold],
        in period: Period
    ) -> [Observation] {
        let online = spansOnline(presence, in: period)
        let byAgent = Dictionary(grouping: holds, by: \.agent)
        return online.keys.sorted().flatMap { agent -> [Observation] in
            let busy = union((byAgent[agent] ?? []).map { ($0.start, $0.end ?? period.end) })
            return (online[agent] ?? []).map { span in
                let held = busy.reduce(0.0) { sum, hold in
                    sum + seconds(max(hold.start, span.start), min(hold.end, span.end))
                }
                return Observation(
                    .occupancy, at: span.start, numerator: held,
                    denominator: seconds(span.start, span.end),
                    Observation.Names(agent: agent))
            }
        }
    }

    typealias Span = (start: Instant, end: Instant)

    private static func spansOnline(
        _ presence: [(at: Instant, change: PresenceChange)], in period: Period
    ) -> [String: [Span]] {
        var since: [String: Instant] = [:]
        var spans: [String: [Span]] = [:]
        func end(_ agent: String, at now: Instant) {
            guard let start = since.removeValue(forKey: agent) else { return }
            let cut = (max(start, period.start), min(now, period.end))
            if cut.0 < cut.1 { spans[agent, default: []].append(cut) }
        }
        for (at, change) in presence where at < period.end {
            if change.presence == .online {
                since[change.agent] = since[change.agent] ?? at
            } else {
                end(change.agent, at: at)
            }
        }
        for agent in since.keys.sorted() { end(agent, at: period.end) }
        return spans
    }

    /// Spans without overlap, ascending.
    static func union(_ spans: [(Instant, Instant)]) -> [Span] {
        var merged: [Span] = []
        for (start, end) in spans.sorted(by: { ($0.0, $0.1) < ($1.0, $1.1) }) where start < end {
            if let last = merged.last, start <= last.end {
                merged[merged.count - 1].end = max(last.end, end)
            } else {
                merged.append((start, end))
            }
        }
        return merged
    }

    private static func seconds(_ start: Instant, _ end: Instant) -> Double {
        Double(max(0, (end - start).milliseconds)) / 1000
    }
}
