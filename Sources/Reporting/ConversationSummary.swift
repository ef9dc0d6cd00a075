public import Facts

/// What became of one conversation: what samples are drawn from.
public struct ConversationSummary: Hashable, Sendable, Codable {
    public var conversation: String
    public var at: Instant
    public var intent: String?
    public var language: String?
    /// How many messages the customer wrote.
    public var turns: Int
    /// `confirmed`, `assumed` or `open` of the bot; `person`: it became a ticket.
    public var ending: String
    /// The last of its tickets; what follows is nil or false without one.
    public var ticket: String?
    public var queue: String?
    public var serviceClass: String?
    public var handedAt: Instant?
    public var agent: String?
    public var waitSeconds: Double?
    public var handleSeconds: Double?
    /// How long the customer waited who left before anybody came.
    public var leftAfterSeconds: Double?
    public var grade: Int?
    public var wasLate: Bool
    public var wasAbandoned: Bool
    public var wasReopened: Bool
    public var wasTransferred: Bool
    /// Whether somebody judged it already.
    public var isAudited: Bool

    private enum CodingKeys: String, CodingKey {
        case conversation, at, intent, language, turns, ending, ticket, queue, agent, grade
        case serviceClass = "class"
        case handedAt = "handed_at"
        case waitSeconds = "wait_seconds"
        case handleSeconds = "handle_seconds"
        case leftAfterSeconds = "left_after_seconds"
        case wasLate = "late"
        case wasAbandoned = "abandoned"
        case wasReopened = "reopened"
        case wasTransferred = "transferred"
        case isAudited = "audited"
    }

    /// The conversations that began in the period, by time, then by id.
    public static func all(
        in journal: ReportJournal, period: Period, options: Report.Options = Report.Options()
    ) -> [ConversationSummary] {
        ReportFacts(journal, period: period, options: options).summaries(in: journal)
    }
}

extension ReportFacts {
    func summaries(in journal: ReportJournal) -> [ConversationSummary] {
        let audited = Set(
            journal.entries.compactMap { entry in
                if case .audit(let audit) = entry.what { audit.conversation } else { nil }
            })
        let handed = Dictionary(
            walks.filter { !$0.ticket.isQuestion }.map { ($0.ticket.conversation, $0) }
        ) { $1 }
        return
            conversations
            .filter { $0.isWhole && period.contains($0.startedAt) }
            .sorted { ($0.startedAt, $0.id) < ($1.startedAt, $1.id) }
            .map { conversation in
                ConversationSummary(
                    conversation, handed[conversation.id], options: options,
                    isAudited: audited.contains(conversation.id))
            }
    }
}

extension ConversationSummary {
    fileprivate init(
        _ record: ConversationRecord, _ walk: TicketWalk?, options: Report.Options,
        isAudited: Bool
    ) {
        let seen = walk?.observations ?? []
        func sum(_ figure: FigureName) -> Double? {
            let values = seen.filter { $0.figure == figure }.map(\.numerator)
            return values.isEmpty ? nil : values.reduce(0, +)
        }
        let ending = record.ending(closings: options.closings, comesBack: false)
        let levels: Set<FigureName> = [.firstReplyLevel, .nextReplyLevel, .resolutionLevel]
        self.init(
            conversation: record.id, at: record.startedAt,
            intent: record.intent, language: record.language,
            turns: record.turns.count, ending: walk == nil ? ending.rawValue : "person",
            ticket: walk?.ticket.id, queue: walk?.ticket.queue,
            serviceClass: walk?.ticket.serviceClass,
            handedAt: walk?.ticket.createdAt, agent: walk?.holds.last?.agent,
            waitSeconds: sum(.wait), handleSeconds: sum(.handleTime),
            leftAfterSeconds: walk?.leftAfterSeconds, grade: walk?.grade,
            wasLate: seen.contains { levels.contains($0.figure) && $0.numerator == 0 },
            wasAbandoned: (sum(.abandonment) ?? 0) > 0, wasReopened: (sum(.reopened) ?? 0) > 0,
            wasTransferred: (sum(.transferred) ?? 0) > 0, isAudited: isAudited)
    }
}
