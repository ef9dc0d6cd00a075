public import Facts

/// A report as one HTML page that needs nothing else: no script, no font, no network. Charts are
/// inline SVG; colours follow the reader's light or dark; it prints on paper.
public struct ReportPage {
    let report: Report
    /// The wall clock of the reader, for the dates.
    let zone: Zone

    public init(_ report: Report, zone: Zone) {
        self.report = report
        self.zone = zone
    }

    public var html: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Desk report, \(span)</title>
        <style>\(ReportPage.style)</style>
        </head>
        <body>
        <header>
        <h1>Desk report</h1>
        <p>\(span) (\(HTML.escaped(zone.name)))</p>
        </header>
        <main>
        <section class="tiles" aria-label="At a glance">\(tiles)</section>
        \(charts)
        \(breakdown)
        \(figures)
        </main>
        </body>
        </html>

        """
    }

    private var span: String {
        "\(DateText.minute(report.period.start, zone)) – \(DateText.minute(report.period.end, zone))"
    }

    // MARK: At a glance

    private var tiles: String {
        let names: [FigureName] = [
            .conversations, .containment, .tickets, .firstReply, .firstReplyLevel, .abandonment,
            .occupancy, .satisfaction, .backlog,
        ]
        return names.compactMap { report[$0] }.map { figure in
            """
            <div class="tile"><b>\(HTML.escaped(FigureText.value(figure)))</b>\
            <span>\(HTML.escaped(figure.name.title))</span>\
            <small>\(HTML.escaped(tileNote(figure)))</small></div>
            """
        }.joined()
    }

    private func tileNote(_ figure: Report.Figure) -> String {
        switch figure.unit {
        case .count: ""
        case .share: figure.fraction
        case .seconds: figure.p90.map { "9 of 10 within \(FigureText.seconds($0))" } ?? ""
        }
    }

    // MARK: Charts

    private var charts: String {
        let labels = report.series.map { DateText.minute($0.start, zone) }
        let level = report.series.map { bucket in
            bucket.promised > 0 ? Double(bucket.kept) / Double(bucket.promised) * 100 : nil
        }
        return [
            Chart(
                title: "Conversations and tickets", labels: labels, unit: "",
                bars: [
                    ("conversations", report.series.map { Double($0.conversations) }),
                    ("tickets", report.series.map { Double($0.tickets) }),
                ]),
            Chart(
                title: "Backlog at the end of each stretch", labels: labels, unit: "",
                line: report.series.map { Double($0.backlog) }),
            Chart(
                title: "Service level, first reply", labels: labels, unit: " %", line: level,
                ceiling: 100),
            Chart(
                title: "Resolved and abandoned", labels: labels, unit: "",
                bars: [
                    ("resolved", report.series.map { Double($0.resolved) }),
                    ("abandoned", report.series.map { Double($0.abandoned) }),
                ]),
        ].map { "<figure>\($0.svg)</figure>" }.joined(separator: "\n")
    }

    // MARK: Tables

    private var breakdown: String {
        guard let dimension = report.dimension else { return "" }
        let columns: [FigureName] = [
            .conversations, .tickets, .containment, .wait, .firstReply, .firstReplyLevel,
            .resolution, .handleTime, .abandonment, .transferred, .occupancy, .satisfaction,
            .backlog,
        ]
        let used = columns.filter { name in
            report.groups.contains { group in
                group.figures.contains { $0.name == name && $0.numerator > 0 }
            }
        }
        let head = used.map { "<th>\(HTML.escaped($0.title))</th>" }.joined()
        let rows = report.groups.dropFirst().map { group in
            let cells = used.map { name in
                let figure = group.figures.first { $0.name == name }
                return "<td>\(HTML.escaped(figure.map(FigureText.value) ?? "–"))</td>"
            }.joined()
            return "<tr><th>\(HTML.escaped(group.name ?? ""))</th>\(cells)</tr>"
        }.joined(separator: "\n")
        return """
            <section><h2>By \(dimension.rawValue)</h2><div class="wide"><table>
            <thead><tr><th></th>\(head)</tr></thead><tbody>
            \(rows)
            </tbody></table></div></section>
            """
    }

    private var figures: String {
        let rows = (report.groups.first?.figures ?? []).map { figure in
            let spread = [figure.p50, figure.p90, figure.p99, figure.maximum].map {
                "<td>\($0.map(FigureText.seconds) ?? "")</td>"
            }.joined()
            return """
                <tr><th>\(HTML.escaped(figure.name.title))<small>\
                \(HTML.escaped(figure.formula))</small></th>\
                <td><b>\(HTML.escaped(FigureText.value(figure)))</b></td>\(spread)\
                <td>\(HTML.escaped(figure.fraction))</td></tr>
                """
        }.joined(separator: "\n")
        return """
            <section><h2>Every figure</h2><div class="wide"><table>
            <thead><tr><th>Figure and formula</th><th>Value</th><th>p50</th><th>p90</th>\
            <th>p99</th><th>Longest</th><th>Numerator / denominator</th></tr></thead><tbody>
            \(rows)
            </tbody></table></div>
            <p class="note">A percentile is the smallest value that at least that share of all \
            values does not exceed (nearest rank).</p></section>
            """
    }
}

/// Text inside of a page.
enum HTML {
    static func escaped(_ text: String) -> String {
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": safe += "&amp;"
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "\"": safe += "&quot;"
            case "'": safe += "&#39;"
            // No control character and no change of direction.
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}",
                "\u{2066}"..."\u{2069}":
                safe += " "
            case _: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }
}

/// Dates of a zone's wall clock.
enum DateText {
    /// `2026-03-02 09:14`.
    static func minute(_ instant: Instant, _ zone: Zone) -> String {
        let civil = zone.civil(at: instant)
        return "\(civil.day.iso) \(civil.clock)"
    }
}
