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

    /// The result of `ticket.show`: all that an agent needs. `tail`: the last lines of the
    /// conversation.
    public init(_ ticket: Ticket, tail: [Line]) {
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
            Member("targets", .array(ticket.targets.map { JSON($0) })),
            Member("notes", .array(ticket.notes.map { JSON($0) })),
            Member("drafts", .array(ticket.drafts.map { JSON($0) })),
            Member("resolution", JSON(ticket.resolution?.code)),
            Member("history", .array(ticket.history.map { JSON($0) })),
            Member("transcript", .array(tail.map { JSON($0) })),
        ]
        self = .object(listed + more)
    }

    /// `due` is null while the clock is paused and after the end.
    private init(_ clock: TargetClock) {
        let (verdict, due): (String, Instant?) =
            switch clock.verdict {
            case .pending(let due): ("pending", due)
            case .met: ("met", nil)
            case .breached(let due, _): ("breached", due)
            }
        self = [
            "name": .string(clock.name.rawValue), "verdict": .string(verdict), "due": JSON(due),
        ]
    }

    private init(_ item: WorkItem) {
        var members = [Member("type", .string(item.type)), Member("order_id", JSON(item.orderID))]
        if !item.detail.isEmpty { members.append(Member("detail", .string(item.detail))) }
        self = .object(members)
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
        let (presence, reason): (String, String?) =
            switch row.presence {
            case .online: ("online", nil)
            case .away(let reason): ("away", reason)
            case .onBreak(let reason): ("break", reason)
            case .offline: ("offline", nil)
            }
        self = [
            "id": .string(row.id), "presence": .string(presence), "reason": JSON(reason),
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
}
