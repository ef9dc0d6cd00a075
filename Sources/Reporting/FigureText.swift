/// Figures as people read them.
public enum FigureText {
    /// `93.1 %`, `4m 20s`, `12`; `–` where there is nothing below the line.
    public static func value(_ figure: Report.Figure) -> String {
        guard let value = figure.value else { return "–" }
        switch figure.unit {
        case .count: return decimal(value, places: 0)
        case .seconds: return seconds(value)
        case .share: return decimal(value * 100, places: 1) + " %"
        }
    }

    /// `0.4s`, `45s`, `4m 20s`, `3h 5m`, `2d 4h`.
    public static func seconds(_ value: Double) -> String {
        guard value.isFinite else { return "∞" }
        guard value >= 10 else { return decimal(value, places: 1) + "s" }
        let whole = Int(min(value.rounded(), 1e12))
        switch whole {
        case ..<60: return "\(whole)s"
        case ..<3600: return "\(whole / 60)m \(whole % 60)s"
        case ..<86_400: return "\(whole / 3600)h \(whole / 60 % 60)m"
        default: return "\(whole / 86_400)d \(whole / 3600 % 24)h"
        }
    }

    /// With so many digits after the point, rounded half away from zero.
    public static func decimal(_ value: Double, places: Int) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "∞" }
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = Int((abs(value) * Double(scale)).rounded())
        let sign = value < 0 && scaled > 0 ? "-" : ""
        guard places > 0 else { return sign + "\(scaled)" }
        let fraction = "\(scaled % scale)"
        let zeros = String(repeating: "0", count: places - fraction.count)
        return sign + "\(scaled / scale).\(zeros)\(fraction)"
    }
}

extension Report {
    /// The table for a terminal; `formulas`: what stands above and below each line.
    public func text(formulas: Bool) -> [String] {
        groups.flatMap { group in
            let name = group.name.map { "\(dimension?.rawValue ?? "") \($0)" } ?? "everything"
            return ["", name.prefix(60) + ""] + group.text(formulas: formulas)
        }.dropFirst() + []
    }

    /// Comma-separated values (RFC 4180), one line per figure.
    public var csv: String {
        var lines = [
            "group,figure,value,unit,numerator,denominator,p50,p90,p99,maximum,formula"
        ]
        for group in groups {
            for figure in group.figures {
                lines.append(
                    ([group.name ?? "", figure.name.rawValue]
                        + [figure.value.map { number($0) } ?? "", figure.unit.rawValue]
                        + [number(figure.numerator), number(figure.denominator)]
                        + [figure.p50, figure.p90, figure.p99, figure.maximum].map {
                            $0.map { number($0) } ?? ""
                        } + [figure.formula]).map(Report.quoted).joined(separator: ","))
            }
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }

    private func number(_ value: Double) -> String {
        let text = FigureText.decimal(value, places: 4)
        guard text.contains(".") else { return text }
        return String(text.reversed().drop { $0 == "0" }.drop { $0 == "." }.reversed())
    }

    /// A value that a spreadsheet would take for a formula gets a quote before it.
    private static func quoted(_ field: String) -> String {
        let isFormula = field.first.map { "=+@\t\r".contains($0) } ?? false
        let safe = isFormula ? "'" + field : field
        guard safe.contains(where: { ",\"\r\n".contains($0) }) else { return safe }
        return "\""
            + safe.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }
}

extension Report.Group {
    fileprivate func text(formulas: Bool) -> [String] {
        let head = Report.row("", ["value", "p50", "p90", "p99", "longest", "of"])
        return [head]
            + figures.filter { $0.isShown(of: name) }.flatMap { figure in
                let spread = [figure.p50, figure.p90, figure.p99, figure.maximum].map {
                    $0.map(FigureText.seconds) ?? ""
                }
                let line = Report.row(
                    figure.name.title, [FigureText.value(figure)] + spread + [figure.fraction])
                return formulas ? [line, "    = " + figure.formula] : [line]
            }
    }
}

extension Report.Figure {
    /// A part tells only what it has; the whole tells its counts in any case.
    fileprivate func isShown(of group: String?) -> Bool {
        switch unit {
        case .count: group == nil || numerator > 0
        case .seconds, .share: denominator > 0
        }
    }

    /// `27 / 30`; what `value` was made of.
    public var fraction: String {
        switch unit {
        case .count: ""
        case .share:
            "\(FigureText.decimal(numerator, places: 0)) / \(FigureText.decimal(denominator, places: 0))"
        case .seconds:
            "\(FigureText.seconds(numerator)) / \(FigureText.decimal(denominator, places: 0))"
        }
    }
}

extension Report {
    fileprivate static func row(_ title: String, _ cells: [String]) -> String {
        let widths = [9, 9, 9, 9, 9, 0]
        let padded = zip(cells, widths).map { cell, width in
            String(repeating: " ", count: max(0, width - cell.count)) + cell
        }
        let name = title + String(repeating: " ", count: max(0, 31 - title.count))
        var line = ([name] + padded).joined(separator: " ")[...]
        while line.last == " " { line.removeLast() }
        return String(line)
    }
}
