import Desk
import Facts
import Reporting
import Simulation
import Wire

/// What the store has seen, as a simulation needs it.
struct SeenTraffic {
    private let tickets: [ConversationSummary]
    /// What the rules saw of each ticket, by id.
    private let routed: [String: RoutedTicket]
    private let period: Period
    private let interval: Duration

    /// Asks the daemon. Without a single ticket the command ends with 65.
    init(_ options: ScenarioOptions, interval: Duration) throws(CommandFailure) {
        period = try options.period.period()
        self.interval = interval
        var caller = try DeskCaller(options.socket)
        tickets = try caller.conversations(in: period).filter { $0.ticket != nil }
        let known = tickets.isEmpty ? [] : try caller.routedTickets(in: period)
        routed = Dictionary(known.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        guard !tickets.isEmpty else {
            throw CommandFailure(
                "the store has no ticket in that time; name another --since, or --arrivals",
                Exit.badData)
        }
        let perDay = Double(tickets.count) / days
        if perDay < Self.fewest {
            Output.error(
                "warning: \(tickets.count) tickets in that time are \(Int(perDay.rounded(.up))) a day or fewer; "
                    + "a simulated day of so few says nothing, name another --since, or --arrivals")
        }
    }

    private var days: Double { max(1, Double(period.duration.milliseconds) / 86_400_000) }

    /// Customers of a day below which chance alone decides.
    private static let fewest = 10.0

    /// One stream for all tickets that each of the plans routes alike, with the facts of one of them and what its
    /// flow asked for, so that rules are evaluated in the simulation as they were at the desk. The period's
    /// mean day, from eight o'clock on the computer's wall clock, when the simulated day begins.
    func streams(of plans: [DeskPlan]) -> [ArrivalStream] {
        let width = max(1, interval.milliseconds)
        let perDay = max(1, Int(86_400_000 / width))
        let days = days
        var order: [String] = []
        var streams: [String: ArrivalStream] = [:]
        for ticket in tickets {
            guard let routed = routed[ticket.ticket ?? ""] else { continue }
            let key = key(of: routed, ticket.language, plans)
            let second = ShownZone.current.civil(at: ticket.handedAt ?? ticket.at).second
            let sinceEight = Int64((second + 57_600) % 86_400) * 1000
            if streams[key] == nil { order.append(key) }
            streams[
                key,
                default: ArrivalStream(
                    queue: routed.wantedQueue, serviceClass: routed.wantedClass,
                    language: ticket.language, facts: routed.facts,
                    perInterval: Array(repeating: 0, count: perDay))
            ].perInterval[Int(sinceEight / width) % perDay] += 1 / days
        }
        return order.compactMap { streams[$0] }
    }

    private func key(
        of ticket: RoutedTicket, _ language: String?, _ plans: [DeskPlan]
    ) -> String {
        let routes = plans.map { plan in
            plan.route(ticket).map { "\($0.queue) \($0.serviceClass) \($0.outcome.fired)" } ?? ""
        }
        return ([language ?? ""] + routes).joined(separator: "; ")
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
