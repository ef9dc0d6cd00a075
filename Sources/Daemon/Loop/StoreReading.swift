import Desk
import Dialogue
import Facts
import Reporting
import Storage
import Wire

/// A request that reads much of the store: on another thread, page by page between the commits.
struct StoreReading: Sendable {
    var connection: ConnectionID
    var id: RequestID?
    var store: any Store
    var read: @Sendable (any Store) -> Result<JSON, ProtocolError>

    func run() -> Result<JSON, ProtocolError> { read(store) }
}

extension Result where Success == JSON, Failure == ProtocolError {
    /// The figures of a period.
    static func report(_ store: any Store, _ period: Period, by dimension: Dimension?) -> Self {
        reading(store, period) { journal in
            try JSON(
                bytes: JSONCoder.encode(
                    Report(journal, period: period, options: .init(dimension: dimension))))
        }
    }

    /// What became of the conversations that began in the period.
    static func summaries(
        _ store: any Store, _ period: Period, offset: Int, limit: Int
    ) -> Self {
        reading(store, period) { journal in
            let all = ConversationSummary.all(in: journal, period: period)
            let page = all.dropFirst(offset).prefix(limit)
            return [
                "conversations": .array(
                    try page.map { try JSON(bytes: JSONCoder.encode($0)) }),
                "total": .integer(all.count),
            ]
        }
    }

    /// A page of what was written to the shop.
    static func writes(
        _ store: any Store, since instant: Instant, after number: Int, limit: Int
    ) -> Self {
        answering {
            let writes = try store.writes(since: instant, after: number, limit: limit)
            return ["writes": .array(writes.map(\.json))]
        }
    }

    private static func reading(
        _ store: any Store, _ period: Period, _ body: (ReportJournal) throws -> JSON
    ) -> Self {
        answering { try body(try JournalReading(store: store, period: period).journal()) }
    }

    private static func answering(_ body: () throws -> JSON) -> Self {
        do {
            return .success(try body())
        } catch let error as StoreError {
            return .failure(ProtocolError(.storageFailed, error.summary))
        } catch let error as ProtocolError {
            return .failure(error)
        } catch {
            return .failure(ProtocolError(.internalError, "\(type(of: error))"))
        }
    }
}

extension RecordedWrite {
    /// `agreed`: the customer was asked and said something; a write without both is an alarm.
    fileprivate var json: JSON {
        let consent = call.consent
        return [
            "number": .integer(number), "at": JSON(at), "action": .string(call.action),
            "conversation": .string(call.conversation),
            "customer": call.arguments["customer"].map { JSON($0) } ?? .null,
            "agreed": .bool(consent?.isWhole == true),
            "question": consent.map { .string($0.question) } ?? .null,
            "answer": consent.map { .string($0.answer) } ?? .null,
            "key": call.key.map(JSON.string) ?? .null,
            "outcome": result.map { .string($0.outcome) } ?? .null,
            "receipt": result?.value.map { JSON($0) } ?? .null,
        ]
    }
}

/// Collects what a report of a period needs, page by page.
struct JournalReading {
    var store: any Store
    var period: Period

    /// Entries and tickets that one report may need.
    static let entryLimit = 2_000_000
    static let ticketLimit = 300_000

    func journal() throws -> ReportJournal {
        // An agent who came before the period is still there; what customers wanted, and whether
        // they came back, stands beside it.
        let presence = try entries(
            .presence, Period(start: period.start - .seconds(30 * 86_400), end: period.end))
        let around = Period(
            start: period.start - .seconds(86_400), end: period.end + .seconds(72 * 3600))
        let turns = try entries(.turn, around)
        let audits = try entries(.audit, period)
        return ReportJournal(
            entries: (presence + turns + audits).sorted { $0.at < $1.at },
            tickets: try tickets(since: around.start))
    }

    private func entries(
        _ kind: ChronicleEntry.Kind, _ period: Period
    ) throws -> [ChronicleEntry] {
        var found: [ChronicleEntry] = []
        var page = ChroniclePage(kind: kind, period: period, limit: 1000)
        while true {
            let next = try store.chronicle(page)
            found += next.map(\.entry)
            guard let last = next.last, next.count == page.limit else { return found }
            guard found.count < Self.entryLimit else { throw Self.tooMuch }
            page.after = last.number
        }
    }

    private func tickets(since: Instant) throws -> [TicketRecord] {
        var found: [TicketRecord] = []
        var last = 0
        while true {
            let next = try store.tickets(touchedSince: since, after: last, limit: 250)
            found += next.map(TicketRecord.init)
            guard let sequence = next.last?.sequence, next.count == 250 else { return found }
            guard found.count < Self.ticketLimit else { throw Self.tooMuch }
            last = sequence
        }
    }

    private static var tooMuch: ProtocolError {
        ProtocolError(
            .invalidParams, "the period has more than a report can hold",
            cure: "name a shorter one")
    }
}
