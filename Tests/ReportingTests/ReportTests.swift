import Facts
import Testing

@testable import Reporting

@Suite("a report is a pure function of the journal")
struct ReportTests {
    let report = Report(HandMade.journal, period: HandMade.day)

    struct Row: Sendable, CustomTestStringConvertible {
        var name: FigureName
        var numerator: Double
        var denominator: Double

        var testDescription: String { name.rawValue }
    }

    /// Computed by hand from `HandMade`; why, beside each.
    static let rows: [Row] = [
        Row(name: .conversations, numerator: 6, denominator: 6),  // a b c d e f
        Row(name: .tickets, numerator: 4, denominator: 4),
        Row(name: .backlog, numerator: 2, denominator: 1),  // T-2 reopened, T-4
        Row(name: .botFirstReply, numerator: 12, denominator: 6),  // 2 + 4 + 0 + 6 + 0 + 0
        Row(name: .wait, numerator: 180, denominator: 4),  // 60 + 40 + 30 + 50
        Row(name: .firstReply, numerator: 340, denominator: 2),  // 100 + 240
        Row(name: .nextReply, numerator: 200, denominator: 1),  // from the first of two messages
        Row(name: .resolution, numerator: 1040, denominator: 2),  // 700 + 340
        Row(name: .handleTime, numerator: 930, denominator: 2),  // 640 + 20; 100 + 170
        Row(name: .firstReplyLevel, numerator: 1, denominator: 2),
        Row(name: .nextReplyLevel, numerator: 0, denominator: 1),
        Row(name: .resolutionLevel, numerator: 2, denominator: 2),
        Row(name: .abandonment, numerator: 1, denominator: 5),  // T-3 of 4 takings and 1 leaving
        // ana: 640 + 20 + 170 until the break, then 3590 of 3600; ben: 100 of 1000.
        Row(name: .occupancy, numerator: 4520, denominator: 8600),
        Row(name: .containment, numerator: 4, denominator: 6),  // a b e f
        Row(name: .resolvedConfirmed, numerator: 1, denominator: 6),  // a
        Row(name: .resolvedAssumed, numerator: 1, denominator: 6),  // b; e came back
        Row(name: .reopened, numerator: 1, denominator: 2),
        Row(name: .transferred, numerator: 1, denominator: 3),  // T-2 of T-1, T-2, T-3
        Row(name: .satisfaction, numerator: 1, denominator: 1),
        Row(name: .satisfactionAnswers, numerator: 1, denominator: 2),
        Row(name: .quality, numerator: 0, denominator: 0),
    ]

    @Test("every figure is what the pencil says", arguments: rows)
    func figure(row: Row) throws {
        let figure = try #require(report[row.name])
        #expect(figure.numerator == row.numerator)
        #expect(figure.denominator == row.denominator)
        let value = row.denominator > 0 ? row.numerator / row.denominator : nil
        switch row.name.unit {
        case .count: #expect(figure.value == row.numerator)
        case .seconds, .share: #expect(figure.value == value)
        }
    }

    @Test("no figure is left out of the table")
    func complete() {
        #expect(Self.rows.map(\.name) == FigureName.allCases)
        #expect(report.groups.first?.figures.map(\.name) == FigureName.allCases)
    }

    @Test("the parts of a breakdown add up to the whole", arguments: Dimension.allCases)
    func addsUp(dimension: Dimension) throws {
        let split = Report(
            HandMade.journal, period: HandMade.day, options: Report.Options(dimension: dimension))
        #expect(split.groups.first == report.groups.first)
        for name in FigureName.allCases {
            let parts = split.groups.dropFirst().compactMap { group in
                group.figures.first { $0.name == name }
            }
            let whole = try #require(report[name])
            #expect(parts.reduce(0) { $0 + $1.numerator } == whole.numerator, "\(name)")
            guard name != .backlog else { continue }
            #expect(parts.reduce(0) { $0 + $1.denominator } == whole.denominator, "\(name)")
        }
    }

    @Test("by agent: who took how many, and for how long")
    func byAgent() throws {
        let split = Report(
            HandMade.journal, period: HandMade.day, options: Report.Options(dimension: .agent))
        let ben = try #require(split.groups.first { $0.name == "ben" })
        let occupancy = try #require(ben.figures.first { $0.name == .occupancy })
        #expect(occupancy.value == 0.1)
        let wait = try #require(ben.figures.first { $0.name == .wait })
        #expect(wait.p50 == 40)
    }

    @Test("what happened outside the period does not count, but its presence does")
    func period() throws {
        let hour = Period(start: HandMade.at(3600), end: HandMade.at(7200))
        let later = Report(HandMade.journal, period: hour)
        #expect(later[.conversations]?.value == 1)  // e
        #expect(later[.firstReply]?.denominator == 0)
        #expect(later[.firstReply]?.value == nil)
        #expect(later[.abandonment]?.numerator == 1)
        // ana came before the period: 400 s and 3160 s of it.
        #expect(later[.occupancy]?.denominator == 3960)
        #expect(later[.backlog]?.value == 1)
    }

    @Test("the hours of the day: arrivals, endings and what stays open")
    func series() {
        #expect(report.series.count == 24)
        #expect(report.series.map(\.conversations).reduce(0, +) == 6)
        let second = report.series[1]
        #expect(second.conversations == 1)
        #expect(second.abandoned == 1)
        #expect(second.backlog == 1)
        #expect(report.series[23].backlog == 2)
        #expect(report.series[0].kept == 1)
        #expect(report.series[0].promised == 2)
    }

    @Test("a failed audit gives no points; the rest counts by points")
    func quality() {
        var journal = HandMade.journal
        journal.entries += [
            audit("c", points: 8, isFailed: false), audit("a", points: 9, isFailed: true),
        ]
        let report = Report(journal, period: HandMade.day)
        #expect(report[.quality]?.numerator == 8)
        #expect(report[.quality]?.denominator == 20)
        let split = Report(
            journal, period: HandMade.day, options: Report.Options(dimension: .agent))
        let ana = split.groups.first { $0.name == "ana" }?.figures.first { $0.name == .quality }
        #expect(ana?.value == 0.8)
    }

    private func audit(_ conversation: String, points: Int, isFailed: Bool) -> ChronicleEntry {
        ChronicleEntry(
            at: HandMade.at(80_000),
            what: .audit(
                AuditResult(
                    conversation: conversation, scorecard: "care", auditor: "ana", points: points,
                    maximum: 10, isFailed: isFailed)))
    }

    @Test("an empty journal gives a report without a value, and no trap")
    func empty() {
        let report = Report(ReportJournal(), period: HandMade.day)
        #expect(report.groups.count == 1)
        #expect(report[.occupancy]?.value == nil)
        #expect(report[.conversations]?.value == 0)
        let backwards = Period(start: HandMade.at(10), end: HandMade.at(0))
        #expect(Report(HandMade.journal, period: backwards).series.isEmpty)
    }

    @Test("percentiles are values by the nearest rank")
    func percentiles() {
        let values: [Double] = [15, 20, 35, 40, 50]
        let expected: [(Double, Double)] = [
            (0, 15), (0.05, 15), (0.3, 20), (0.4, 20), (0.5, 35), (0.9, 50), (1, 50),
        ]
        for (share, value) in expected {
            #expect(Percentile.value(share, of: values) == value, "\(share)")
        }
        #expect(Percentile.value(0.5, of: []) == nil)
    }

    @Test("a question to a team is no customer's ticket; who was given a ticket is who has it")
    func questionsAndGifts() throws {
        var journal = HandMade.journal
        var question = HandMade.ticket(
            "T-5", "c",
            [
                HandMade.step(2200, "asked", "ana"), HandMade.step(2210, "accepted", "ben"),
                HandMade.step(2220, "resolved", "ben", "answered"),
                HandMade.step(2220, "closed", "ben", "answered"),
            ])
        question.isQuestion = true
        journal.tickets.append(question)
        let figures = Report(journal, period: HandMade.day)
        for name in [FigureName.tickets, .resolution, .handleTime, .backlog] {
            #expect(figures[name] == report[name], "\(name)")
        }
        let given = HandMade.ticket(
            "T-6", "a",
            [
                HandMade.step(2000, "handed_off", "desk"),
                HandMade.step(2010, "taken_over", "ana"),
                HandMade.step(2020, "taken_over", "ana", "ben"),
            ])
        let walk = TicketWalk(given, intent: nil)
        #expect(walk.holds.map(\.agent) == ["ana", "ben"])
    }
}
