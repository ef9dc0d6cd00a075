import Desk
import Facts
import Reporting
import Wire

/// A ticket as the rules saw it at its handoff, open or closed.
struct RoutedTicket {
    var id: String
    var facts: Record
    var wantedQueue: String?
    var wantedClass: String?
    var createdAt: Instant
    /// The rules that fired then.
    var rules: [String]
    /// Where the ticket is now.
    var queue: String
    var serviceClass: String

    init(_ shown: JSON) {
        id = shown["id"]?.string ?? ""
        facts = Record(json: shown["facts"] ?? [:]) ?? Record()
        wantedQueue = shown["wanted_queue"]?.string
        wantedClass = shown["wanted_class"]?.string
        createdAt = Instant(milliseconds: Int64(shown["created_at"]?.integer ?? 0))
        rules = (shown["rules"]?.array ?? []).compactMap(\.string)
        queue = shown["queue"]?.string ?? ""
        serviceClass = shown["class"]?.string ?? ""
    }

    /// What other rules say, where they say something else than these.
    static func difference(_ id: String, _ old: Route, _ new: Route, json: Bool) -> String? {
        guard
            old.queue != new.queue || old.serviceClass != new.serviceClass
                || old.outcome.fired != new.outcome.fired
        else { return nil }
        if json {
            let pair: (String, String) -> JSON = { [.string($0), .string($1)] }
            let line: JSON = [
                "ticket": .string(id), "queue": pair(old.queue, new.queue),
                "class": pair(old.serviceClass, new.serviceClass),
                "rules": [
                    .array(old.outcome.fired.map { .string($0) }),
                    .array(new.outcome.fired.map { .string($0) }),
                ],
            ]
            return line.text
        }
        return "\(id)  \(words(old)) → \(words(new))"
    }

    private static func words(_ route: Route) -> String {
        "\(route.queue), \(route.serviceClass) [\(route.outcome.fired.joined(separator: " "))]"
    }
}

extension DeskPlan {
    /// Where this plan sends the ticket; nil in a plan without queues.
    func route(_ ticket: RoutedTicket) -> Route? {
        route(
            ticket.facts, wantedQueue: ticket.wantedQueue, wantedClass: ticket.wantedClass,
            at: ticket.createdAt)
    }
}

extension DeskCaller {
    /// The tickets of the conversations that began in the period, closed ones too, by number; at most `limit`.
    mutating func routedTickets(
        in period: Period, limit: Int = 20_000
    ) throws(CommandFailure) -> [RoutedTicket] {
        let ids = Set(try conversations(in: period).compactMap(\.ticket))
        var tickets: [RoutedTicket] = []
        for id in ids.sorted(by: { ($0.utf8.count, $0) < ($1.utf8.count, $1) }).prefix(limit) {
            tickets.append(RoutedTicket(try call(.ticketShow, ["ticket": .string(id)])))
        }
        return tickets
    }
}
