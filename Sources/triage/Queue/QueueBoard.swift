import Facts
import Reporting
import Wire

/// The lead's board: queues, what is at risk, who works, how the day goes. From the daemon's
/// answers to lines; no terminal and no socket in it.
struct QueueBoard {
    /// The results of `queue.list`, `agent.list` and, where it is known, `report` of today.
    var queues: JSON
    var agents: JSON
    var today: Report?
    var now: Instant
    /// Why nothing can be stored; nil where all is well.
    var trouble: String?
    var columns = 80
    /// Colours for a terminal; never the only sign of anything.
    var isColoured = false

    var lines: [String] {
        (trouble.map { [bold(cut("! nothing can be stored: " + $0))] } ?? []) + [head]
            + (level.map { [cut($0)] } ?? []) + [""] + queueLines + [""] + attentionLines
            + riskLines + agentLines
    }

    private var all: [JSON] { queues["queues"]?.array ?? [] }

    // MARK: The head

    private var head: String {
        let waiting = sum("waiting")
        let parts = [
            "\(waiting) waiting", oldest(all.compactMap { $0["oldest_queued_at"]?.integer }),
            "\(sum("at_risk")) at risk", "\(sum("late")) late", "\(sum("held")) held",
            sum("attention") > 0 ? "\(sum("attention")) need attention" : nil,
        ].compactMap { $0 }
        return cut("desk \(Clock.wall(now)) · " + parts.joined(separator: " · "))
    }

    private var level: String? {
        guard let figure = today?[.firstReplyLevel], figure.denominator > 0 else { return nil }
        return "today: first replies in time \(FigureText.value(figure)) (\(figure.fraction))"
    }

    private func oldest(_ instants: [Int]) -> String? {
        instants.min().map { "oldest " + age(since: $0) }
    }

    // MARK: Queues

    private var queueLines: [String] {
        // What needs a lead comes first: a narrow terminal leaves out the last columns.
        var room = columns - 14
        let shown = Self.columns.prefix { column in
            room -= column.width + 1
            return room >= -1
        }
        let head = shown.map { $0.title.leftPadded(to: $0.width) }.joined(separator: " ")
        return [bold(cut("queue".padded(to: 14) + head))]
            + all.filter(isBusy).map { queue in
                let cells = shown.map { cell(queue, $0.name).leftPadded(to: $0.width) }
                let name = SafeText.oneLine(queue["queue"]?.string ?? "", limit: 13).padded(to: 14)
                return mark(queue) + cut(name + cells.joined(separator: " ")) + unmark
            } + emptyLine
    }

    private static let columns: [(name: String, title: String, width: Int)] = [
        ("waiting", "waiting", 7), ("late", "late", 5), ("attention", "attention", 10),
        ("free_agents", "free", 5), ("at_risk", "at risk", 8), ("oldest_queued_at", "oldest", 7),
        ("held", "held", 5), ("parked", "parked", 7),
    ]

    private func cell(_ queue: JSON, _ name: String) -> String {
        name == "oldest_queued_at"
            ? queue[name]?.integer.map(age(since:)) ?? "–" : number(queue, name)
    }

    private func isBusy(_ queue: JSON) -> Bool {
        ["waiting", "held", "parked", "attention", "late"].contains { name in
            (queue[name]?.integer ?? 0) > 0
        }
    }

    /// Queues in which nothing is, in one line.
    private var emptyLine: [String] {
        let names = all.filter { !isBusy($0) }.compactMap { $0["queue"]?.string }
        return names.isEmpty ? [] : [cut("nothing in " + names.joined(separator: ", "))]
    }

    // MARK: Attention

    /// What the desk could not place: a lead must look.
    private var attentionLines: [String] {
        let tickets = all.flatMap { queue in
            (queue["attention_tickets"]?.array ?? []).map { (queue, $0) }
        }
        guard !tickets.isEmpty else { return [] }
        return [bold(cut("attention"))]
            + tickets.prefix(8).map { queue, ticket in
                let id = TicketText.word(ticket, "id")
                return cut(
                    [
                        id.padded(to: 8), TicketText.word(queue, "queue").padded(to: 12),
                        "since " + age(since: ticket["since"]?.integer ?? 0),
                        TicketText.reason(TicketText.word(ticket, "why")),
                    ].joined(separator: " "))
            } + [""]
    }

    // MARK: At risk

    /// The waiting tickets whose promise is due first; at most eight.
    private var riskLines: [String] {
        let tickets = all.flatMap { $0["tickets"]?.array ?? [] }
            .filter { $0["due"]?.integer != nil }
            .sorted { ($0["due"]?.integer ?? 0) < ($1["due"]?.integer ?? 0) }
        guard !tickets.isEmpty else { return [] }
        return [bold(cut("due first"))]
            + tickets.prefix(8).map { ticket in
                let due = ticket["due"]?.integer ?? 0
                let left = Instant(milliseconds: Int64(due)) - now
                let when =
                    left < .zero
                    ? "late by " + span(.zero - left) : "in " + span(left)
                let reasons = (ticket["reasons"]?.array ?? []).compactMap(\.string)
                    .joined(separator: ", ")
                let line = [
                    TicketText.word(ticket, "id").padded(to: 8),
                    TicketText.word(ticket, "queue").padded(to: 12),
                    TicketText.word(ticket, "class").padded(to: 7), when.padded(to: 14),
                    "waits " + age(since: ticket["queued_at"]?.integer ?? due),
                    SafeText.oneLine(reasons, limit: 40),
                ].joined(separator: " ")
                let isLate = left < .zero
                return (isColoured && isLate ? "\u{1B}[31m" : "") + cut(line)
                    + (isLate ? unmark : "")
            } + [""]
    }

    // MARK: Agents

    private var agentLines: [String] {
        let rows = agents["agents"]?.array ?? []
        let working = rows.filter { $0["presence"]?.string != "offline" }
        let away = rows.count - working.count
        let legend = working.isEmpty ? "" : " · ■ has a ticket, ◇ is offered one, □ is free"
        return [bold(cut("agents · \(working.count) here, \(away) offline\(legend)"))]
            + working.map { agent in
                let held = (agent["tickets"]?.array ?? []).compactMap(\.string)
                let slots = slots(held, of: agent)
                let isLost = agent["grace_until"]?.integer != nil
                let named = agent["reason"]?.string.flatMap { $0 == "unnamed" ? nil : $0 }
                let reason = named.map { " (\($0))" } ?? ""
                let presence =
                    isLost ? "connection lost" : (agent["presence"]?.string ?? "") + reason
                let offered = ids(agent, "offered")
                let wrappedUp = ids(agent, "wrap_up")
                let tickets = held.map { id in
                    offered.contains(id)
                        ? id + "?" : wrappedUp.contains(id) ? id + " wrap-up" : id
                }.joined(separator: " ")
                return cut(
                    [
                        SafeText.oneLine(agent["id"]?.string ?? "", limit: 13).padded(to: 14),
                        SafeText.oneLine(presence, limit: 22).padded(to: 22),
                        slots.padded(to: 8), (adherence(of: agent) ?? "").padded(to: 10),
                        SafeText.oneLine(tickets, limit: 60),
                    ].joined(separator: " ").trimmedRight)
            } + absentLine(rows)
    }

    /// How much of the day so far the agent was where the shift wants them.
    private func adherence(of agent: JSON) -> String? {
        guard let shift = agent["shift"], let planned = shift["planned_seconds"]?.integer,
            let adherent = shift["adherent_seconds"]?.integer, planned > 0
        else { return nil }
        return "plan \(FigureText.decimal(Double(adherent) / Double(planned) * 100, places: 0)) %"
    }

    /// Who is to be at work by their shift, and is not here.
    private func absentLine(_ rows: [JSON]) -> [String] {
        let absent = rows.filter {
            $0["presence"]?.string == "offline" && $0["shift"]?["planned"]?.string == "work"
        }.compactMap { $0["id"]?.string.map { SafeText.oneLine($0, limit: 13) } }
        return absent.isEmpty
            ? [] : [cut("by their shift also at work: " + absent.joined(separator: ", "))]
    }

    /// `■◪◇□`: worked on, in wrap-up, offered, free.
    private func slots(_ held: [String], of agent: JSON) -> String {
        let capacity = max(agent["capacity"]?.integer ?? 0, held.count)
        let offered = ids(agent, "offered")
        let wrappedUp = ids(agent, "wrap_up")
        let taken = held.map { offered.contains($0) ? "◇" : wrappedUp.contains($0) ? "◪" : "■" }
        return
            (taken.sorted { Self.slotOrder($0) < Self.slotOrder($1) }
            + Array(repeating: "□", count: max(0, capacity - held.count))).prefix(20).joined()
    }

    private static func slotOrder(_ slot: String) -> Int {
        ["■", "◪", "◇"].firstIndex(of: slot) ?? 3
    }

    private func ids(_ agent: JSON, _ name: String) -> [String] {
        (agent[name]?.array ?? []).compactMap(\.string)
    }

    // MARK: Words

    private func sum(_ name: String) -> Int {
        all.reduce(0) { $0 + ($1[name]?.integer ?? 0) }
    }

    private func number(_ queue: JSON, _ name: String) -> String {
        "\(queue[name]?.integer ?? 0)"
    }

    private func age(since milliseconds: Int) -> String {
        span(max(.zero, now - Instant(milliseconds: Int64(milliseconds))))
    }

    private func span(_ duration: Duration) -> String {
        let seconds = Double(duration.milliseconds / 1000)
        return seconds < 10 ? "\(Int(seconds))s" : FigureText.seconds(seconds)
    }

    private func cut(_ line: String) -> String {
        SafeText.oneLine(line, limit: columns).trimmedRight
    }

    private func bold(_ line: String) -> String {
        isColoured ? "\u{1B}[1m\(line)\u{1B}[0m" : line
    }

    private func mark(_ queue: JSON) -> String {
        guard isColoured else { return "" }
        if (queue["late"]?.integer ?? 0) > 0 { return "\u{1B}[31m" }
        return (queue["at_risk"]?.integer ?? 0) > 0 ? "\u{1B}[33m" : ""
    }

    private var unmark: String { isColoured ? "\u{1B}[0m" : "" }
}
