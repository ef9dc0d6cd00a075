import Desk
import Facts

/// The journal, walked through once: everything that counts in the period.
struct ReportFacts {
    let period: Period
    let options: Report.Options
    let conversations: [ConversationRecord]
    let walks: [TicketWalk]
    let observations: [Observation]
    /// Tickets that are open at the end of the period, with their names.
    let openAtEnd: [Observation.Names]
    private let opened: [(start: Instant, end: Instant?)]

    init(_ journal: ReportJournal, period: Period, options: Report.Options) {
        self.period = period
        self.options = options
        let turns = journal.turns
        let conversations = ReportFacts.conversations(turns, journal.tickets)
        let walks = journal.tickets.map { ticket in
            TicketWalk(ticket, intent: ReportFacts.topic(of: ticket, turns[ticket.conversation]))
        }
        self.conversations = conversations
        self.walks = walks
        let customers = walks.filter { !$0.ticket.isQuestion }
        var all = customers.flatMap(\.observations)
        all += ReportFacts.observations(of: conversations, options)
        all += journal.audits(conversations, walks)
        var inPeriod = all.filter { period.contains($0.at) }
        inPeriod += Workload.occupancy(
            presence: journal.presence, holds: walks.flatMap(\.holds), in: period)
        observations = inPeriod
        opened = customers.flatMap(\.openSpans)
        openAtEnd = customers.filter { $0.isOpen(at: period.end) }.map(\.names)
    }

    private static func conversations(
        _ turns: [String: [(at: Instant, turn: BotTurn)]], _ tickets: [TicketRecord]
    ) -> [ConversationRecord] {
        let handedOver = Set(tickets.map(\.conversation))
        return turns.keys.sorted().compactMap { id in
            ConversationRecord(
                id: id, turns: turns[id] ?? [], hasTicket: handedOver.contains(id))
        }
    }

    private static func observations(
        of conversations: [ConversationRecord], _ options: Report.Options
    ) -> [Observation] {
        var starts: [String: [Instant]] = [:]
        for conversation in conversations {
            if let customer = conversation.customer {
                starts[customer, default: []].append(conversation.startedAt)
            }
        }
        return conversations.flatMap { conversation -> [Observation] in
            let last = conversation.turns.last?.at ?? conversation.startedAt
            let others = conversation.customer.flatMap { starts[$0] } ?? []
            let comesBack = others.contains { $0 > last && $0 <= last + options.comeback }
            return conversation.observations(closings: options.closings, comesBack: comesBack)
        }
    }

    /// What the customer wanted when the ticket was made.
    private static func topic(
        of ticket: TicketRecord, _ turns: [(at: Instant, turn: BotTurn)]?
    ) -> String? {
        let before = (turns ?? []).filter { $0.turn.saidAt <= ticket.createdAt }.map(\.turn)
        return before.last { $0.hasTopic && $0.intent != nil }?.intent
            ?? before.last { $0.intent != nil }?.intent
    }

    // MARK: Figures

    func group(
        _ name: String?, _ observations: [Observation], backlog: Int
    ) -> Report.Group {
        let byFigure = Dictionary(grouping: observations, by: \.figure)
        return Report.Group(
            name: name,
            figures: FigureName.allCases.map { figure in
                guard figure != .backlog else {
                    return Report.Figure(backlog: backlog)
                }
                return Report.Figure(figure, byFigure[figure] ?? [])
            })
    }

    func groups(by dimension: Dimension, limit: Int) -> [Report.Group] {
        let open = Dictionary(grouping: openAtEnd) { $0.value(of: dimension) ?? "(none)" }
        let parts = Dictionary(grouping: observations) {
            $0.names.value(of: dimension) ?? "(none)"
        }
        let names = Set(parts.keys).union(open.keys).sorted { left, right in
            let (more, less) = (parts[left]?.count ?? 0, parts[right]?.count ?? 0)
            return more == less ? left < right : more > less
        }
        let shown = names.prefix(limit).map { name in
            group(name, parts[name] ?? [], backlog: open[name]?.count ?? 0)
        }
        let rest = names.dropFirst(limit)
        guard !rest.isEmpty else { return shown }
        let others = group(
            "(others)", rest.flatMap { parts[$0] ?? [] },
            backlog: rest.reduce(0) { $0 + (open[$1]?.count ?? 0) })
        return shown + [others]
    }

    // MARK: Series

    /// Hours in up to two days, else days of 24 hours from the period's beginning; at most 400.
    var series: [Report.Bucket] {
        let total = max(1, period.duration.milliseconds)
        let hour: Int64 = 3_600_000
        let natural = total <= 48 * hour ? hour : 24 * hour
        let width = max(natural, (total / 400 / natural + 1) * natural)
        var buckets: [Report.Bucket] = []
        var start = period.start
        while start < period.end, buckets.count < 401 {
            let end = min(start + .milliseconds(width), period.end)
            buckets.append(Report.Bucket(start: start, end: end))
            start = end
        }
        for observation in observations where observation.figure != .occupancy {
            let index = Int((observation.at - period.start).milliseconds / width)
            guard buckets.indices.contains(index) else { continue }
            buckets[index].count(observation)
        }
        for index in buckets.indices {
            let end = buckets[index].end
            buckets[index].backlog = opened.count { span in
                span.start < end && span.end.map { $0 >= end } ?? true
            }
        }
        return buckets
    }
}

extension TicketWalk {
    fileprivate func isOpen(at moment: Instant) -> Bool {
        openSpans.contains { $0.start < moment && $0.end.map { $0 >= moment } ?? true }
    }

    fileprivate var names: Observation.Names {
        Observation.Names(
            intent: intent, queue: ticket.queue, agent: holds.last?.agent,
            language: ticket.language)
    }
}

extension ReportJournal {
    /// By conversation, in order.
    fileprivate var turns: [String: [(at: Instant, turn: BotTurn)]] {
        var all: [String: [(at: Instant, turn: BotTurn)]] = [:]
        for entry in entries {
            guard case .turn(let turn) = entry.what else { continue }
            all[turn.conversation, default: []].append((entry.at, turn))
        }
        return all
    }

    fileprivate var presence: [(at: Instant, change: PresenceChange)] {
        entries.compactMap { entry in
            if case .presence(let change) = entry.what { (entry.at, change) } else { nil }
        }
    }

    /// Judged conversations count for who had them last.
    fileprivate func audits(
        _ conversations: [ConversationRecord], _ walks: [TicketWalk]
    ) -> [Observation] {
        let known = Dictionary(conversations.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let handed = Dictionary(
            walks.filter { !$0.ticket.isQuestion }.map { ($0.ticket.conversation, $0) }
        ) { $1 }
        return entries.compactMap { entry in
            guard case .audit(let audit) = entry.what, audit.maximum > 0 else { return nil }
            let conversation = known[audit.conversation]
            let names =
                handed[audit.conversation]?.names
                ?? Observation.Names(
                    intent: conversation?.intent, language: conversation?.language)
            return Observation(
                .quality, at: entry.at, numerator: audit.isFailed ? 0 : Double(audit.points),
                denominator: Double(audit.maximum), names)
        }
    }
}

extension Report.Figure {
    fileprivate init(_ name: FigureName, _ observations: [Observation]) {
        let numerator = observations.reduce(0) { $0 + $1.numerator }
        let denominator = observations.reduce(0) { $0 + $1.denominator }
        self.init(
            name: name, unit: name.unit, formula: name.formula,
            value: denominator > 0 ? numerator / denominator : nil, numerator: numerator,
            denominator: denominator)
        switch name.unit {
        case .count: value = numerator
        case .share: break
        case .seconds:
            let ascending = observations.map(\.numerator).sorted()
            p50 = Percentile.value(0.5, of: ascending)
            p90 = Percentile.value(0.9, of: ascending)
            p99 = Percentile.value(0.99, of: ascending)
            maximum = ascending.last
        }
    }

    fileprivate init(backlog: Int) {
        self.init(
            name: .backlog, unit: .count, formula: FigureName.backlog.formula,
            value: Double(backlog), numerator: Double(backlog), denominator: 1)
    }
}

extension Report.Bucket {
    fileprivate init(start: Instant, end: Instant) {
        self.init(
            start: start, end: end, conversations: 0, tickets: 0, resolved: 0, abandoned: 0,
            backlog: 0, kept: 0, promised: 0)
    }

    fileprivate mutating func count(_ observation: Observation) {
        switch observation.figure {
        case .conversations: conversations += 1
        case .tickets: tickets += 1
        case .resolution: resolved += 1
        case .abandonment: abandoned += observation.numerator > 0 ? 1 : 0
        case .firstReplyLevel:
            promised += 1
            kept += observation.numerator > 0 ? 1 : 0
        case .backlog, .botFirstReply, .wait, .firstReply, .nextReply, .handleTime,
            .nextReplyLevel, .resolutionLevel, .occupancy, .containment, .resolvedConfirmed,
            .resolvedAssumed, .reopened, .transferred, .satisfaction, .satisfactionAnswers,
            .quality:
            break
        }
    }
}
