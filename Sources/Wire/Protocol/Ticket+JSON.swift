public import Desk
import Facts
public import Triage

extension JSON {
    /// A ticket in a listing.
    public init(listed ticket: Ticket) {
        self = [
            "id": .string(ticket.id), "state": .string(ticket.state.name),
            "queue": .string(ticket.queue), "class": .string(ticket.serviceClass),
            "agent": JSON(ticket.state.owner), "epoch": .integer(ticket.epoch),
            "conversation": .string(ticket.conversation), "customer": JSON(ticket.customerID),
            "reasons": .array(ticket.reasons.map { .string($0) }),
            "queued_at": JSON(ticket.queuedAt), "unanswered_since": JSON(ticket.unansweredSince),
        ]
    }

    /// The result of `ticket.show`: all that an agent needs. `tails`: the last lines of the ticket's
    /// conversations, by conversation. `spans`: the working time that a promise has used.
    public init(
        _ ticket: Ticket, tails: [String: [Line]] = [:], related: [String] = [],
        spans: (TargetClock) -> [WorkSpan] = { _ in [] }
    ) {
        let listed = JSON(listed: ticket).members ?? []
        let more: [Member] = [
            Member("customer_record", JSON(ticket.customer)),
            Member("language", JSON(ticket.language)),
            Member("summary", .string(ticket.summary)),
            Member("open", .array(ticket.open.map { JSON($0) })),
            Member("done", .array(ticket.done.map { JSON($0) })),
            Member("slots", JSON(ticket.slots)),
            Member("tags", .array(ticket.tags.map { .string($0) })),
            Member("frozen", .array(ticket.frozen.map { .string($0) })),
            Member("created_at", JSON(ticket.createdAt)),
            Member("targets", .array(ticket.targets.map { JSON($0, spans($0)) })),
            Member("notes", .array(ticket.notes.map { JSON($0) })),
            Member("drafts", .array(ticket.drafts.map { JSON($0) })),
            Member("resolution", JSON(ticket.resolution?.code)),
            Member("parent", JSON(ticket.parent)),
            Member("children", .array((ticket.children ?? []).map { .string($0) })),
            Member("merged", .array((ticket.merged ?? []).map { .string($0) })),
            Member("held", ticket.held.map { JSON($0) } ?? .null),
            Member("callback", JSON(ticket.callback?.agreed)),
            Member("contact", JSON(ticket.contact)),
            Member("satisfaction", ticket.satisfaction.map { .integer($0.grade) } ?? .null),
            Member("parked_until", JSON(ticket.parkedUntil)),
            Member("wrap_up_until", JSON(ticket.wrapUpUntil)),
            Member("related", .array(related.map { .string($0) })),
            Member("order", JSON(ticket.orderFacts)),
            Member("facts", JSON(ticket.routing?.facts ?? Record())),
            Member("wanted_queue", JSON(ticket.routing?.wantedQueue)),
            Member("wanted_class", JSON(ticket.routing?.wantedClass)),
            Member("rules", .array((ticket.routing?.outcome.fired ?? []).map { .string($0) })),
            Member("history", .array(ticket.history.map { JSON($0) })),
            Member("transcript", .array(JSON.transcript(of: ticket, tails))),
        ]
        self = .object(listed + more)
    }

    /// What was said, oldest first; in a merged ticket each line names its conversation.
    private static func transcript(of ticket: Ticket, _ tails: [String: [Line]]) -> [JSON] {
        let conversations = ticket.conversations
        guard conversations.count > 1 else {
            return (tails[ticket.conversation] ?? []).map { JSON($0) }
        }
        let lines = conversations.flatMap { id in (tails[id] ?? []).map { (id: id, line: $0) } }
        let ordered = lines.enumerated().sorted {
            ($0.element.line.at, $0.offset) < ($1.element.line.at, $1.offset)
        }
        return ordered.map { entry in
            let (id, line) = entry.element
            return .object(
                (JSON(line).members ?? []) + [Member("conversation", .string(id))])
        }
    }

    /// `due` is null while the clock is paused and after the end.
    private init(_ clock: TargetClock, _ spans: [WorkSpan]) {
        let (verdict, due, answered): (String, Instant?, Instant?) =
            switch clock.verdict {
            case .pending(let due): ("pending", due, nil)
            case .met(let at): ("met", nil, at)
            case .breached(let due, let answered): ("breached", due, answered)
            }
        self = [
            "name": .string(clock.name.rawValue), "verdict": .string(verdict), "due": JSON(due),
            "answered": JSON(answered), "start": JSON(clock.start),
            "seconds": .integer(Int(clock.duration.milliseconds / 1000)),
            "calendar": JSON(clock.calendar),
            "pauses": .array(clock.pauses.map { .array([JSON($0.start), JSON($0.end)]) }),
            "spans": .array(spans.map { .array([JSON($0.start), JSON($0.end)]) }),
        ]
    }

    private init(_ item: WorkItem) {
        var members = [Member("type", .string(item.type)), Member("order_id", JSON(item.orderID))]
        if !item.detail.isEmpty { members.append(Member("detail", .string(item.detail))) }
        self = .object(members)
    }

    private init(_ reply: HeldReply) {
        self = [
            "agent": .string(reply.agent), "text": .string(reply.text), "until": JSON(reply.at),
        ]
    }

    private init(_ note: TicketNote) {
        self = ["agent": .string(note.agent), "at": JSON(note.at), "text": .string(note.text)]
    }

    private init(_ entry: HistoryEntry) {
        self = [
            "at": JSON(entry.at), "what": .string(entry.what), "who": .string(entry.who),
            "detail": .string(entry.detail),
        ]
    }

    /// An agent at work.
    public init(_ row: AgentRow) {
        self = [
            "id": .string(row.id), "presence": .string(row.presence.name),
            "reason": JSON(row.presence.reason),
            "tickets": .array(row.tickets.map { .string($0) }),
            "grace_until": JSON(row.graceUntil),
        ]
    }
}

extension Ticket {
    /// The customer's id, where the customer is known.
    public var customerID: String? {
        switch customer["id"] {
        case .text(let text): text
        case .integer(let integer): String(integer)
        case nil, .number, .flag, .money, .day, .instant, .list, .record: nil
        }
    }

    /// What the bot last saw of the order, without its nested parts.
    fileprivate var orderFacts: Record {
        var order = Record()
        for field in (self.order ?? routing?.facts["order"]?.record)?.fields ?? [] {
            switch field.value {
            case .list, .record: continue
            case .text, .integer, .number, .flag, .money, .day, .instant:
                order[field.name] = field.value
            }
        }
        return order
    }

    /// Until when it is put aside.
    fileprivate var parkedUntil: Instant? {
        if case .parked(let until, _) = state { until } else { nil }
    }

    /// Until when its slot stays taken after the resolution.
    fileprivate var wrapUpUntil: Instant? {
        if case .wrapUp(_, let until) = state { until } else { nil }
    }
}
