/// A chart as inline SVG: bars side by side, or a line with gaps where there is no value.
struct Chart {
    var title: String
    var labels: [String]
    /// After a value, as ` %`.
    var unit: String
    /// At most two, in the colours one and two.
    var bars: [(name: String, values: [Double])] = []
    var line: [Double?] = []
    /// The top of the scale; nil: from the values.
    var ceiling: Double?

    private static let width = 960.0
    private static let height = 230.0
    private static let left = 46.0
    private static let top = 34.0
    private static let bottom = 26.0

    var svg: String {
        let scale = ceiling ?? Chart.ceiling(of: bars.flatMap(\.values) + line.compactMap { $0 })
        return """
            <svg viewBox="0 0 960 230" role="img" aria-label="\(HTML.escaped(summary))">\
            <text class="title" x="0" y="14">\(HTML.escaped(title))</text>\(legend)\
            \(grid(scale))\(barMarks(scale))\(lineMarks(scale))\(axis)</svg>
            """
    }

    /// The chart in words, for those who do not see it.
    private var summary: String {
        let parts = bars.map { bar in
            "\(bar.name) \(FigureText.decimal(bar.values.reduce(0, +), places: 0)) in all"
        }
        let known = line.compactMap { $0 }
        let range = known.min().flatMap { low in
            known.max().map { high in
                "from \(FigureText.decimal(low, places: 0)) to "
                    + "\(FigureText.decimal(high, places: 0))\(unit)"
            }
        }
        return ([title] + parts + [range].compactMap { $0 }).joined(separator: ", ")
    }

    /// The next of 2, 4, 10, 20, 40, 100 … that holds every value: its half is a whole number too.
    static func ceiling(of values: [Double]) -> Double {
        let highest = values.max() ?? 0
        var step = 1.0
        while step < 1e15 {
            for factor in [2.0, 4, 10] where factor * step >= highest { return factor * step }
            step *= 10
        }
        return step
    }

    private var legend: String {
        guard bars.count > 1 else { return "" }
        return bars.enumerated().map { index, bar in
            let x = 700.0 + Double(index) * 130
            return "<rect class=\"\(index == 0 ? "one" : "two")\" x=\"\(number(x))\" y=\"5\" "
                + "width=\"10\" height=\"10\"/>"
                + "<text x=\"\(number(x + 15))\" y=\"14\">\(HTML.escaped(bar.name))</text>"
        }.joined()
    }

    private func grid(_ scale: Double) -> String {
        [0.0, 0.5, 1].map { share in
            let y = place(share * scale, scale)
            let label = FigureText.decimal(share * scale, places: 0) + unit
            return "<line class=\"grid\" x1=\"46\" x2=\"960\" y1=\"\(number(y))\" "
                + "y2=\"\(number(y))\"/><text x=\"40\" y=\"\(number(y + 4))\" "
                + "text-anchor=\"end\">\(label)</text>"
        }.joined()
    }

    private func barMarks(_ scale: Double) -> String {
        let slot = (Chart.width - Chart.left) / Double(max(labels.count, 1))
        let thick = min(slot * 0.8 / Double(max(bars.count, 1)), 40)
        return bars.enumerated().map { index, bar in
            bar.values.enumerated().map { position, value in
                let middle = Chart.left + (Double(position) + 0.5) * slot
                let x = middle + (Double(index) - Double(bars.count) / 2) * thick
                let y = place(value, scale)
                return "<rect class=\"\(index == 0 ? "one" : "two")\" x=\"\(number(x))\" "
                    + "y=\"\(number(y))\" width=\"\(number(thick))\" "
                    + "height=\"\(number(place(0, scale) - y))\"><title>"
                    + HTML.escaped("\(label(position)): \(bar.name) ")
                    + "\(FigureText.decimal(value, places: 0))</title></rect>"
            }.joined()
        }.joined()
    }

    private func lineMarks(_ scale: Double) -> String {
        let slot = (Chart.width - Chart.left) / Double(max(labels.count, 1))
        var path = ""
        var dots = ""
        var isDrawing = false
        for (position, value) in line.enumerated() {
            guard let value else {
                isDrawing = false
                continue
            }
            let x = number(Chart.left + (Double(position) + 0.5) * slot)
            let y = number(place(value, scale))
            path += "\(isDrawing ? "L" : "M")\(x) \(y)"
            isDrawing = true
            dots +=
                "<circle class=\"one\" cx=\"\(x)\" cy=\"\(y)\" r=\"3\"><title>"
                + HTML.escaped("\(label(position)): ")
                + "\(FigureText.decimal(value, places: 1))\(unit)</title></circle>"
        }
        return path.isEmpty ? "" : "<path class=\"path\" d=\"\(path)\"/>" + dots
    }

    /// At most eight dates below; of several times on one day, the first has the date.
    private var axis: String {
        let slot = (Chart.width - Chart.left) / Double(max(labels.count, 1))
        let step = max(1, (labels.count + 7) / 8)
        let shown = Array(stride(from: 0, to: labels.count, by: step))
        return shown.enumerated().map { number, position in
            let before = number > 0 ? labels[shown[number - 1]] : ""
            return tick(position, slot, Chart.short(labels[position], after: before))
        }.joined()
    }

    /// `05:20` for `2026-11-27 05:20` after another time of that day.
    static func short(_ label: String, after other: String) -> String {
        let (parts, others) = (label.split(separator: " "), other.split(separator: " "))
        return parts.count == 2 && others.count == 2 && parts[0] == others[0]
            ? String(parts[1]) : label
    }

    private func tick(_ position: Int, _ slot: Double, _ label: String) -> String {
        let middle = Chart.left + (Double(position) + 0.5) * slot
        let (x, anchor) = position == 0 ? (Chart.left, "start") : (middle, "middle")
        return "<text x=\"\(number(x))\" y=\"224\" "
            + "text-anchor=\"\(anchor)\">\(HTML.escaped(label))</text>"
    }

    private func label(_ position: Int) -> String {
        labels.indices.contains(position) ? labels[position] : ""
    }

    private func place(_ value: Double, _ scale: Double) -> Double {
        let room = Chart.height - Chart.top - Chart.bottom
        return Chart.top + room * (1 - min(max(value / max(scale, 1e-9), 0), 1))
    }

    private func number(_ value: Double) -> String { FigureText.decimal(value, places: 1) }
}
