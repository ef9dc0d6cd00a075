import Facts
import Testing

@testable import Reporting

@Suite("a report as text, CSV and page")
struct RenderingTests {
    let report = Report(
        HandMade.journal, period: HandMade.day, options: Report.Options(dimension: .queue))

    @Test("the table tells values, percentiles and fractions; on wish the formulas")
    func table() {
        let lines = report.text(formulas: false)
        #expect(lines.contains { $0.hasPrefix("Containment") && $0.hasSuffix("4 / 6") })
        #expect(lines.contains { $0.hasPrefix("First reply of a person") && $0.contains("1m 40s") })
        #expect(lines.contains("queue payments"))
        let long = report.text(formulas: true)
        #expect(long.contains("    = grades 4 and 5 / grades"))
        #expect(long.allSatisfy { !$0.hasSuffix(" ") })
    }

    @Test("CSV is RFC 4180, and no cell is taken for a formula")
    func csv() {
        let lines = report.csv.split(separator: "\r\n").map(String.init)
        let parts = report.groups.count * FigureName.allCases.count
        #expect(lines.count == 1 + parts)
        #expect(lines[0].split(separator: ",").count == 11)
        var odd = report
        odd.groups[1].name = "=1+1,\"x\""
        #expect(odd.csv.contains("\"'=1+1,\"\"x\"\"\","))
    }

    @Test("the page stands alone, names every figure and is well-formed")
    func page() {
        var odd = report
        odd.groups[1].name = "<script>alert('x')</script>\u{202E}"
        let html = ReportPage(odd, zone: .utc).html
        #expect(!html.contains("<script"))
        #expect(!html.contains("\u{202E}"))
        for outside in ["http://", "https://", "@import", "url(", "src="] {
            #expect(!html.contains(outside), "\(outside)")
        }
        for name in FigureName.allCases {
            #expect(html.contains(HTML.escaped(name.formula)), "\(name)")
        }
        for tag in ["svg", "figure", "table", "tr", "td", "th", "section", "div", "text"] {
            let open = html.split(separator: "<\(tag)").count - 1
            let closed = html.split(separator: "</\(tag)>").count - 1
            #expect(open == closed || tag == "th" || tag == "text" || tag == "td", "\(tag)")
        }
        #expect(html.contains("prefers-color-scheme: dark"))
        #expect(html.contains("@media print"))
    }

    @Test("a page of nothing has no figure that is not a number")
    func empty() {
        let html = ReportPage(
            Report(ReportJournal(), period: HandMade.day), zone: .utc
        ).html
        let words = Set(html.lowercased().split { !$0.isLetter }.map(String.init))
        #expect(words.isDisjoint(with: ["nan", "inf", "nil", "optional"]))
    }

    @Test("spans and numbers as people read them")
    func words() {
        let spans: [(Double, String)] = [
            (0, "0.0s"), (9.94, "9.9s"), (59.6, "1m 0s"), (260, "4m 20s"), (11_100, "3h 5m"),
            (187_200, "2d 4h"), (.infinity, "∞"),
        ]
        for (value, text) in spans { #expect(FigureText.seconds(value) == text) }
        #expect(FigureText.decimal(-1.25, places: 1) == "-1.3")
        #expect(FigureText.decimal(0.999, places: 2) == "1.00")
        #expect(FigureText.decimal(-0.001, places: 2) == "0.00")
    }

    @Test("a scale ends at the next round number, and its half is a whole one")
    func scales() {
        let scales: [(Double, Double)] = [(0, 2), (1, 2), (2.5, 4), (3, 4), (6, 10), (201, 400)]
        for (highest, ceiling) in scales { #expect(Chart.ceiling(of: [highest]) == ceiling) }
    }

    @Test("of several times on one day, the first has the date")
    func ticks() {
        #expect(Chart.short("2026-11-27 05:20", after: "2026-11-27 02:20") == "05:20")
        #expect(Chart.short("2026-11-28 02:20", after: "2026-11-27 23:20") == "2026-11-28 02:20")
        #expect(Chart.short("2026-11-28", after: "2026-11-27") == "2026-11-28")
        #expect(Chart.short("2026-11-27 02:20", after: "") == "2026-11-27 02:20")
    }
}
