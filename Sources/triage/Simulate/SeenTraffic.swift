import Desk
import Facts
import Reporting
import Simulation
import Wire

/// What the store has seen, as a simulation needs it.
struct SeenTraffic {
    private let tickets: [ConversationSummary]
    private let period: Period
    private let interval: Duration

    /// Asks the daemon. Without a single ticket the command ends with 65.
    init(_ options: ScenarioOptions, interval: Duration) throws(CommandFailure) {
        period = try options.period.period()
        self.interval = interval
        var caller = try DeskCaller(options.socket)
        tickets = try caller.conversations(in: period).filter { $0.ticket != nil }
        guard !tickets.isEmpty else {
            throw CommandFailure(
                "the store has no ticket in that time; name another --since, or --arrivals",
                Exit.badData)
        }
    }

    /// One stream per queue, class and language: the period's mean day, from eight o'clock on the
    /// computer's wall clock, when the simulated day begins.
    func streams(of plan: DeskPlan) -> [ArrivalStream] {
        struct Kind: Hashable, Comparable {
            var queue: String
            var serviceClass: String
            var language: String

            static func < (left: Kind, right: Kind) -> Bool {
                (left.queue, left.serviceClass, left.language)
                    < (right.queue, right.serviceClass, right.language)
            }
        }
        let width = max(1, interval.milliseconds)
        let perDay = max(1, Int(86_400_000 / width))
        let days = max(1, Double(period.duration.milliseconds) / 86_400_000)
        let kinds = Dictionary(grouping: tickets) {
            Kind(
                queue: $0.queue ?? "", serviceClass: $0.serviceClass ?? "",
                language: $0.language ?? "")
        }
        return kinds.sorted { $0.key < $1.key }.map { kind, tickets in
            var counts = Array(repeating: 0.0, count: perDay)
            for ticket in tickets {
                let second = LocalZone.current.civil(at: ticket.handedAt ?? ticket.at).second
                let sinceEight = Int64((second + 57_600) % 86_400) * 1000
                counts[Int(sinceEight / width) % perDay] += 1 / days
            }
            return ArrivalStream(
                queue: plan.queue(named: kind.queue)?.name,
                serviceClass: plan.serviceClass(named: kind.serviceClass)?.name,
                language: kind.language.isEmpty ? nil : kind.language, perInterval: counts)
        }
    }

    var handleSeconds: Double? { mean(tickets.compactMap(\.handleSeconds)) }

    var handleSecondsByQueue: [String: Double] {
        Dictionary(grouping: tickets) { $0.queue ?? "" }.compactMapValues { tickets in
            // A mean of a handful says little.
            tickets.count >= 20 ? mean(tickets.compactMap(\.handleSeconds)) : nil
        }
    }

    /// The maximum-likelihood mean of an exponential patience that is seen only where somebody left.
    var patienceSeconds: Double? {
        let left = tickets.count { $0.wasAbandoned }
        let waited = tickets.reduce(0) { $0 + ($1.waitSeconds ?? 0) + ($1.leftAfterSeconds ?? 0) }
        return left > 0 ? waited / Double(left) : nil
    }

    private func mean(_ values: [Double]) -> Double? {
        let positive = values.filter { $0 > 0 }
        return positive.isEmpty ? nil : positive.reduce(0, +) / Double(positive.count)
    }
}

extension DeskCaller {
    /// Every conversation that began in the period, page by page.
    mutating func conversations(in period: Period) throws(CommandFailure) -> [ConversationSummary] {
        var all: [ConversationSummary] = []
        while true {
            let params =
                period.params + [
                    JSON.Member("offset", .integer(all.count)), JSON.Member("limit", 5000),
                ]
            let page = try call(.conversationList, .object(params), patience: 120)
            let found = page["conversations"]?.array ?? []
            do {
                all += try found.map { try JSONCoder.decode(ConversationSummary.self, from: $0) }
            } catch {
                throw CommandFailure("the desk's answer cannot be read", Exit.badData)
            }
            guard !found.isEmpty, all.count < page["total"]?.integer ?? 0 else { return all }
        }
    }
}
