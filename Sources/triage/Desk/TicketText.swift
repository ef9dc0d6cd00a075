import Facts
import Wire

/// Tickets as an agent reads them. Everything a customer may have written is made harmless.
enum TicketText {
    /// `T-1042  payments  urgent  queued  waits 3m  c-12  asked_for_human`.
    static func row(_ ticket: JSON) -> String {
        let agent = ticket["agent"]?.string.map { " (\($0))" } ?? ""
        let reasons = (ticket["reasons"]?.array ?? []).compactMap(\.string).joined(separator: ", ")
        return [
            word(ticket, "id").padded(to: 8), word(ticket, "queue").padded(to: 11),
            word(ticket, "class").padded(to: 7),
            (word(ticket, "state") + agent).padded(to: 16),
            age(of: ticket["queued_at"]).padded(to: 8),
            word(ticket, "customer").padded(to: 8), SafeText.oneLine(reasons, limit: 40),
        ].joined(separator: " ")
    }

    /// One line per queue, then its first tickets.
    static func queues(_ result: JSON) -> [String] {
        var lines = ["queue        waiting  attention  held  parked  oldest"]
        for queue in result["queues"]?.array ?? [] {
            let waiting = queue["waiting"]?.integer ?? 0
            let counts = ["attention", "held", "parked"].map { queue[$0]?.integer ?? 0 }
            lines.append(
                word(queue, "queue").padded(to: 12) + " \(waiting)".padded(to: 9)
                    + " \(counts[0])".padded(to: 11) + " \(counts[1])".padded(to: 6)
                    + " \(counts[2])".padded(to: 8) + " " + age(of: queue["oldest_queued_at"]))
            for ticket in (queue["tickets"]?.array ?? []).prefix(5) {
                lines.append("  " + row(ticket))
            }
            for ticket in (queue["attention_tickets"]?.array ?? []).prefix(5) {
                let (id, why) = (word(ticket, "id"), reason(word(ticket, "why")))
                lines.append("  \(id)   for a lead: \(why)")
            }
        }
        return lines
    }

    /// What an agent must know before the first word; the rest is in `full`.
    static func brief(_ ticket: JSON) -> [String] { full(ticket, isBrief: true) }

    /// `T-1042 · payments · urgent · waits 12s · asked_for_human`.
    static func offer(_ ticket: JSON) -> String {
        let reasons = (ticket["reasons"]?.array ?? []).compactMap(\.string)
        return [
            word(ticket, "id"), word(ticket, "queue"), word(ticket, "class"),
            "waits " + age(of: ticket["queued_at"]),
            SafeText.oneLine(reasons.joined(separator: ", "), limit: 40),
        ].joined(separator: " · ")
    }

    /// How long the customer waits, and for what; `resolved (done)` where nobody waits any more.
    private static func waiting(of ticket: JSON) -> String {
        let state = word(ticket, "state")
        guard ["wrap-up", "resolved", "closed"].contains(state) else {
            return "waits " + age(of: ticket["queued_at"]) + targets(of: ticket)
        }
        let code =
            ticket["resolution"]?.string.map { " (\(SafeText.oneLine($0, limit: 20)))" } ?? ""
        return state + code
    }

    /// Why it is here, what the bot knows, how long it has waited.
    static func full(_ ticket: JSON, isBrief: Bool = false) -> [String] {
        var lines = [
            "-- \(word(ticket, "id")) · \(word(ticket, "queue")) · \(word(ticket, "class")) · "
                + waiting(of: ticket)
        ]
        let reasons = (ticket["reasons"]?.array ?? []).compactMap(\.string)
        add("call", callBack(of: ticket), to: &lines)
        add("why", reasons.joined(separator: ", "), to: &lines)
        add("who", customer(of: ticket), to: &lines)
        add("summary", ticket["summary"]?.string ?? "", to: &lines)
        if !isBrief {
            add("slots", fields(ticket["slots"]), to: &lines)
            add("order", fields(ticket["order"]), to: &lines)
        }
        add("mood", mood(of: ticket), to: &lines)
        add("contact", ticket["contact"]?.string ?? "", to: &lines)
        add("asks for", ticket["parent"]?.string ?? "", to: &lines)
        add("asked", list(ticket["children"]), to: &lines)
        add("also in", list(ticket["merged"]), to: &lines)
        if let others = ticket["related"]?.array, !others.isEmpty {
            add("related", list(ticket["related"]) + " (see /merge)", to: &lines)
        }
        add("open", items(ticket["open"]), to: &lines)
        add("done", items(ticket["done"]), to: &lines)
        add("frozen", list(ticket["frozen"]), to: &lines)
        for note in ticket["notes"]?.array ?? [] {
            add("note", "\(word(note, "agent")): \(note["text"]?.string ?? "")", to: &lines)
        }
        for draft in ticket["drafts"]?.array ?? [] {
            // Enough to know it by; /draft brings all of it.
            let text = SafeText.oneLine(draft["text"]?.string ?? "", limit: 200)
            add("draft", "\(word(draft, "agent")): \(text)", to: &lines)
        }
        return lines
    }

    /// What the agent has written on the ticket and not sent.
    static func draft(of agent: String, on ticket: JSON) -> String? {
        let drafts = ticket["drafts"]?.array ?? []
        return drafts.first { $0["agent"]?.string == agent }?["text"]?.string
    }

    /// Whether the desk has these words of the agent: held back, kept as a draft, or sent at `since` (milliseconds) or
    /// later.
    static func has(_ words: String, of agent: String, _ ticket: JSON, since: Int) -> Bool {
        if ticket["held"]?["text"]?.string == words { return true }
        return draft(of: agent, on: ticket) == words
            || transcript(of: ticket).contains {
                $0["speaker"]?.string == "agent.\(agent)" && $0["text"]?.string == words
                    && $0["at"]?.integer ?? 0 >= since
            }
    }

    /// The ids of its conversations: its own, and those that were merged into it.
    static func chats(of ticket: JSON) -> [String] {
        [ticket["conversation"]?.string ?? ""]
            + (ticket["merged"]?.array ?? []).compactMap(\.string)
    }

    /// The lines of the conversation; of several, those of the second and later ones say of which they are. A
    /// line stays the same when another conversation joins.
    static func transcript(of ticket: JSON) -> [JSON] {
        let chats = chats(of: ticket)
        return (ticket["transcript"]?.array ?? []).map { line in
            guard let members = line.members, let chat = line["conversation"]?.string else {
                return line
            }
            let plain = JSON.object(members.filter { $0.name != "conversation" })
            guard let number = chats.firstIndex(of: chat), number > 0 else { return plain }
            return plain.adding("chat", .integer(number + 1))
        }
    }

    /// `09:14 customer: where is my order?`; `09:14 chat 2, customer: …` of a merged one.
    static func line(_ line: JSON) -> String {
        let at = line["at"]?.integer.map { Clock.wall(Instant(milliseconds: Int64($0))) } ?? ""
        let chat = line["chat"]?.integer.map { "chat \($0), " } ?? ""
        let speaker = chat + SafeText.shown(line["speaker"]?.string ?? "")
        return
            "  \(at) \(speaker): \(SafeText.shown(line["text"]?.string ?? "", indent: "          "))"
    }

    /// ` · first_reply in 12m`, ` · next_reply 3m late`: the promise that is due next.
    static func targets(of ticket: JSON) -> String {
        let now = Clock.now
        let due = (ticket["targets"]?.array ?? []).compactMap { target -> (String, Duration)? in
            guard target["verdict"]?.string != "met", target["answered"]?.integer == nil,
                let at = target["due"]?.integer
            else {
                return nil
            }
            return (word(target, "name"), Instant(milliseconds: Int64(at)) - now)
        }
        guard let first = due.min(by: { $0.1 < $1.1 }) else { return "" }
        let name = first.0.replacing("_", with: " ")
        return first.1 < .zero
            ? " · \(name) \(age(.zero - first.1)) late" : " · \(name) in \(age(first.1))"
    }

    /// `; you are away (missed offer)`, where the agent of an answer is not online.
    static func absence(in answer: JSON) -> String {
        let presence = word(answer["agent"] ?? .null, "presence")
        guard presence != "online", !presence.isEmpty else { return "" }
        let reason = word(answer["agent"] ?? .null, "reason").replacing("_", with: " ")
        let isNamed = !reason.isEmpty && reason != "unnamed"
        return "; you are \(presence)\(isNamed ? " (\(reason))" : ""), /online ends it"
    }

    /// `> T-1042 payments   claimed   Mara  answers`: `*` waits for a reply.
    static func mine(_ ticket: JSON, isAtHand: Bool) -> String {
        let owes = ticket["unanswered_since"]?.integer == nil ? " " : "*"
        let state = word(ticket, "state")
        return [
            (isAtHand ? ">" : " ") + owes, word(ticket, "id").padded(to: 8),
            word(ticket, "queue").padded(to: 12),
            (state == "claimed" ? "" : state).padded(to: 8), shortName(of: ticket),
        ].joined(separator: " ")
    }

    /// Who else has given the ticket to the agent; nil where they took it themselves.
    static func giver(of ticket: JSON, to agent: String) -> String? {
        let taken = ["claimed", "accepted", "taken_over"]
        let last = (ticket["history"]?.array ?? []).last { entry in
            taken.contains { entry["what"]?.string == $0 }
        }
        guard let who = last?["who"]?.string, who != agent else { return nil }
        return SafeText.oneLine(who, limit: 20)
    }

    /// Why a ticket went away, in words.
    static func withdrawal(_ why: String) -> String {
        [
            "expired": "the offer ran out; `next` takes it where it still waits",
            "declined": "you declined it",
            "presence": "you went away or offline",
            "leaseExpired": "the connection was lost too long",
            "takenOver": "a lead took it over", "conversationEnded": "the customer left",
            "requeued": "no reply in time, queued again", "restart": "the desk restarted",
            "assigned": "a lead gave it to somebody else", "undone": "somebody took a step back",
            "merged": "it was merged", "answered": "it was answered",
            "withdrawn": "the customer took the request back",
            "parked": "parked until the customer writes (no answer)",
            "calledBack": "the customer agreed to a call back",
            "full": "you have as many tickets as you can take",
            "transferred_elsewhere": "you transferred it in another console",
            "parked_elsewhere": "you put it aside in another console",
            "resolved_elsewhere": "you resolved it in another console",
            "returned_elsewhere": "you gave it back to the bot in another console",
            "merged_elsewhere": "you merged it in another console",
            "answered_elsewhere": "you answered it in another console",
            "declined_elsewhere": "you declined it in another console",
            "assigned_elsewhere": "you gave it away in another console",
        ][why] ?? why
    }

    /// Why a lead is called, in words.
    static func reason(_ code: String) -> String {
        [
            "nobody_there": "customers wait here and nobody who could help is online",
            "nobody_eligible": "nobody may take it; /kick queues it again",
            "failed_offers": "every offer failed; /kick queues it again",
        ][code] ?? code.replacing("_", with: " ")
    }

    private static func callBack(of ticket: JSON) -> String {
        guard let at = ticket["callback"]?.integer else { return "" }
        let number = ticket["contact"]?.string ?? ticket["customer_record"]?["phone"]?.string
        return "call back agreed for \(Clock.wall(Instant(milliseconds: Int64(at)))): "
            + (number ?? "no number is known")
    }

    static func word(_ json: JSON, _ name: String) -> String {
        SafeText.oneLine(json[name]?.string ?? "", limit: 60)
    }

    private static func add(_ label: String, _ text: String, to lines: inout [String]) {
        guard !text.isEmpty else { return }
        lines.append(
            "   \(label.padded(to: 8)) "
                + SafeText.shown(text, indent: String(repeating: " ", count: 12)))
    }

    private static func customer(of ticket: JSON) -> String {
        let record = ticket["customer_record"]
        let name = record?["name"]?.string
        let parts = [
            name, record?["id"]?.string ?? ticket["customer"]?.string, record?["tier"]?.string,
        ]
        let known = parts.compactMap { $0 }.joined(separator: ", ")
        return known.isEmpty ? "not identified" : known
    }

    /// Names and values in words; a flag stands by its name where it holds, and not at all where it does not.
    static func fields(_ json: JSON?) -> String {
        (json?.members ?? []).compactMap { member in
            let name = member.name.replacing("_", with: " ")
            switch member.value {
            case .bool(true): return name
            case .bool(false), .null: return nil
            case .string, .integer, .number, .array, .object:
                return "\(name) \(plain(member.value))"
            }
        }.joined(separator: ", ")
    }

    /// A value as people read it: a choice by its id and name, money and days without their tags.
    static func plain(_ json: JSON) -> String {
        switch json {
        case .string(let text): text
        case .integer(let integer): String(integer)
        case .bool(let flag): flag ? "yes" : "no"
        case .null: "-"
        case .number: json.text
        case .array(let items): items.map(plain).joined(separator: " + ")
        case .object(let members):
            if let only = members.first, members.count == 1, only.name.hasPrefix("$") {
                only.name == "$instant" ? instant(only.value) : plain(only.value)
            } else {
                named(json)
                    ?? members.map { "\($0.name) \(plain($0.value))" }.joined(separator: ", ")
            }
        }
    }

    private static func named(_ json: JSON) -> String? {
        let id = json["id"].map(plain)
        guard let name = json["name"]?.string else { return id }
        return id.map { $0 == name ? name : "\(name) (\($0))" } ?? name
    }

    private static func instant(_ json: JSON) -> String {
        json.integer.map { Clock.wall(Instant(milliseconds: Int64($0))) } ?? "-"
    }

    /// The customer's first name for the prompt, else the id.
    static func shortName(of ticket: JSON) -> String {
        let record = ticket["customer_record"]
        let name =
            record?["first_name"]?.string ?? record?["name"]?.string ?? ticket["customer"]?.string
        return SafeText.oneLine(name ?? "customer", limit: 14)
    }

    /// What speaks for an upset customer, in the rules' words.
    private static func mood(of ticket: JSON) -> String {
        let signs = ["frustration", "legal_threat", "safety", "third_contact"]
        let named = (ticket["reasons"]?.array ?? []) + (ticket["tags"]?.array ?? [])
        let found = signs.filter { sign in named.contains { $0.string == sign } }
        return found.isEmpty ? "" : "upset: " + found.joined(separator: ", ")
    }

    private static func items(_ json: JSON?) -> String {
        (json?.array ?? []).map { item in
            [item["type"]?.string, item["order_id"]?.string, item["detail"]?.string]
                .compactMap { $0 }.joined(separator: " ")
        }.joined(separator: "; ")
    }

    private static func list(_ json: JSON?) -> String {
        (json?.array ?? []).compactMap(\.string).joined(separator: ", ")
    }

    private static func age(of json: JSON?) -> String {
        guard let at = json?.integer else { return "-" }
        return age(Clock.now - Instant(milliseconds: Int64(at)))
    }

    /// The largest unit or two: `45s`, `12m`, `3h 5m`, `2d 4h`.
    private static func age(_ duration: Duration) -> String {
        let seconds = Int(max(duration.milliseconds, 0) / 1000)
        switch seconds {
        case ..<60: return "\(seconds)s"
        case ..<3600: return "\(seconds / 60)m"
        case ..<86_400: return "\(seconds / 3600)h \(seconds / 60 % 60)m"
        default: return "\(seconds / 86_400)d \(seconds / 3600 % 24)h"
        }
    }
}
