import Desk
import Facts
import Reporting

/// One working day by hand. Every figure of `ReportTests` was computed from this page with a
/// pencil. Times are seconds after midnight of the first day.
enum HandMade {
    static func at(_ seconds: Int64) -> Instant { Instant(seconds: 1_772_409_600 + seconds) }

    static let day = Period(start: at(0), end: at(86_400))

    static func turn(
        _ seconds: Int64, _ conversation: String, _ number: Int, took: Int64 = 0,
        customer: String? = nil, language: String = "en", intent: String? = nil,
        topic: Bool = true, outcome: String? = nil, messages: Int = 1, ticket: String? = nil
    ) -> ChronicleEntry {
        ChronicleEntry(
            at: at(seconds + took),
            what: .turn(
                BotTurn(
                    conversation: conversation, number: number, saidAt: at(seconds),
                    customer: customer, language: language, intent: intent, hasTopic: topic,
                    outcome: outcome, messages: messages, ticket: ticket)))
    }

    static func presence(
        _ seconds: Int64, _ agent: String, _ presence: WorkPresence
    ) -> ChronicleEntry {
        ChronicleEntry(
            at: at(seconds), what: .presence(PresenceChange(agent: agent, presence: presence)))
    }

    static func step(
        _ seconds: Int64, _ what: String, _ who: String, _ detail: String = ""
    ) -> TicketRecord.Step {
        TicketRecord.Step(at(seconds), what, who, detail)
    }

    static func ticket(
        _ id: String, _ conversation: String, queue: String = "general", language: String = "en",
        _ history: [TicketRecord.Step]
    ) -> TicketRecord {
        TicketRecord(
            id: id, conversation: conversation, language: language, queue: queue,
            serviceClass: "normal", createdAt: history.first?.at ?? at(0),
            promises: [.firstReply, .nextReply, .resolution], history: history)
    }

    /// Five conversations: `a` thanked, `b` silent, `c` and `d` handed over, `e` came back as `f`.
    static let turns: [ChronicleEntry] = [
        turn(1000, "a", 1, took: 2, intent: "track_order", outcome: "resolved"),
        turn(1060, "a", 2, intent: "thanks", topic: false),
        turn(1100, "b", 1, took: 4, customer: "u-1", intent: "return_policy", outcome: "resolved"),
        turn(2000, "c", 1, intent: "refund_status", ticket: "T-1"),
        turn(2100, "c", 2, messages: 0, ticket: "T-1"),
        turn(3000, "d", 1, took: 6, language: "de", intent: "cancel_order"),
        turn(3060, "d", 2, language: "de", intent: "human", topic: false, ticket: "T-2"),
        turn(5000, "e", 1, customer: "u-2", intent: "track_order", outcome: "resolved"),
        turn(9000, "f", 1, customer: "u-2", intent: "track_order"),
    ]

    static let tickets: [TicketRecord] = [
        // Waits 60, replied after 100, next reply 200 late, held 60…700 and wrapped up for 20.
        ticket(
            "T-1", "c", queue: "payments",
            [
                step(2000, "handed_off", "desk"), step(2000, "offered", "desk", "ana"),
                step(2060, "accepted", "ana"), step(2100, "replied", "ana"),
                step(2200, "wrote", "customer"), step(2260, "wrote", "customer"),
                step(2350, "breached", "desk", "next_reply"), step(2400, "replied", "ana"),
                step(2700, "resolved", "ana", "refunded"), step(2720, "wrapped_up", "desk"),
                step(2800, "rated", "customer", "5"),
                step(89_120, "closed", "desk"),
            ]),
        // Waits 40, transferred after 100, waits 30 more, first reply too late, resolved, reopened.
        ticket(
            "T-2", "d", language: "de",
            [
                step(3060, "handed_off", "desk"), step(3100, "claimed", "ben"),
                step(3200, "requeued", "ben", "payments"), step(3230, "accepted", "ana"),
                step(3260, "breached", "desk", "first_reply"), step(3300, "replied", "ana"),
                step(3400, "resolved", "ana", "done"), step(4000, "reopened", "customer"),
                step(4050, "accepted", "ana"),
            ]),
        // Leaves after 500 seconds; another one still waits at midnight.
        ticket(
            "T-3", "g",
            [
                step(6000, "handed_off", "desk"), step(6010, "offered", "desk", "ben"),
                step(6040, "offer_dropped", "desk", "expired"),
                step(6500, "closed", "customer", "abandoned"),
            ]),
        ticket("T-4", "h", [step(86_000, "handed_off", "desk")]),
    ]

    static let presences: [ChronicleEntry] = [
        presence(-3600, "ana", .online), presence(4000, "ana", .onBreak),
        presence(4040, "ana", .online), presence(7640, "ana", .offline),
        presence(3000, "ben", .online), presence(4000, "ben", .lost),
    ]

    static var journal: ReportJournal {
        ReportJournal(
            entries: (turns + presences).sorted { $0.at < $1.at }, tickets: tickets)
    }
}
