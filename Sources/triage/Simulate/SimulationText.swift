import Facts
import Reporting
import Simulation
import Wire

/// Simulations as people read them.
enum SimulationText {
    /// A bar of eighths of a column.
    static func bar(_ value: Double, of highest: Double, width: Int) -> String {
        guard highest > 0, value > 0 else { return "" }
        let eighths = Int((min(value / highest, 1) * Double(width * 8)).rounded())
        let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
    }

    /// `08:00`, from the start of the run.
    static func clock(_ seconds: Double) -> String {
        let minutes = Int(seconds / 60)
        return "\((minutes / 60).padded(2)):\((minutes % 60).padded(2))"
    }

    static func percent(_ share: Double) -> String {
        FigureText.decimal(share * 100, places: 1) + " %"
    }

    /// `91.2 % ± 0.8`.
    static func percent(_ band: Band) -> String {
        percent(band.mean)
            + (band.halfWidth.map { " ± " + FigureText.decimal($0 * 100, places: 1) } ?? "")
    }

    /// `45s ± 3s`.
    static func seconds(_ band: Band) -> String {
        FigureText.seconds(band.mean)
            + (band.halfWidth.map { " ± " + FigureText.seconds($0) } ?? "")
    }

    /// Arrivals, waits, level and backlog, interval by interval.
    static func intervals(_ outcome: DeskOutcome) -> [String] {
        let arrivals = Double(outcome.intervals.map(\.arrivals).max() ?? 0)
        let backlog = Double(outcome.intervals.map(\.backlog).max() ?? 0)
        let head =
            "from   slots  come " + "".padded(to: 16) + " mean wait  in time " + "backlog"
        return [head]
            + outcome.intervals.map { row in
                let mean = row.served > 0 ? row.waitSeconds / Double(row.served) : 0
                let ended = row.served + row.abandoned
                let level = ended > 0 ? percent(Double(row.inTime) / Double(ended)) : "–"
                return [
                    clock(row.startSeconds).padded(to: 6),
                    FigureText.decimal(row.slots, places: 0).leftPadded(to: 5),
                    "\(row.arrivals)".leftPadded(to: 5),
                    bar(Double(row.arrivals), of: arrivals, width: 16).padded(to: 16),
                    FigureText.seconds(mean).leftPadded(to: 9), level.leftPadded(to: 8),
                    "\(row.backlog)".leftPadded(to: 6),
                    bar(Double(row.backlog), of: backlog, width: 16),
                ].joined(separator: " ").trimmedRight
            }
    }

    /// One line per class and queue.
    static func parts(_ outcome: DeskOutcome) -> [String] {
        let head = "".padded(to: 22) + "  came served   left  mean wait   p90 wait  promise in time"
        let named =
            [("everything", outcome.all)]
            + outcome.classes.sorted { $0.key < $1.key }.map { ("class " + $0.key, $0.value) }
            + outcome.queues.sorted { $0.key < $1.key }.map { ("queue " + $0.key, $0.value) }
        return [head]
            + named.map { name, part in
                [
                    SafeText.oneLine(name, limit: 22).padded(to: 22),
                    "\(part.arrivals)".leftPadded(to: 5), "\(part.served)".leftPadded(to: 6),
                    "\(part.abandoned)".leftPadded(to: 6),
                    FigureText.seconds(part.meanWait).leftPadded(to: 10),
                    FigureText.seconds(part.wait(percentile: 0.9)).leftPadded(to: 10),
                    percent(part.promiseLevel).leftPadded(to: 8),
                    percent(part.targetLevel).leftPadded(to: 7),
                ].joined(separator: " ")
            }
    }

    static func variants(_ results: [VariantResult]) -> [String] {
        let width = min(40, max(12, results.map(\.name.count).max() ?? 12))
        let head =
            "".padded(to: width)
            + "  hours  in time          mean wait        p90    left  busy  backlog  gone after"
        return [head]
            + results.map { result in
                [
                    SafeText.oneLine(result.name, limit: width).padded(to: width),
                    FigureText.decimal(result.agentHours, places: 0).leftPadded(to: 6),
                    " " + percent(result.targetLevel).padded(to: 15),
                    seconds(result.meanWait).padded(to: 15),
                    FigureText.seconds(result.p90Wait.mean).leftPadded(to: 5),
                    percent(result.abandonment.mean).leftPadded(to: 7),
                    FigureText.decimal(result.occupancy.mean * 100, places: 0).leftPadded(to: 3)
                        + " %",
                    FigureText.decimal(result.highestBacklog.mean, places: 0).leftPadded(to: 8),
                    (result.clearedAfter.map { FigureText.seconds($0.mean) } ?? "never")
                        .leftPadded(to: 11),
                ].joined(separator: " ")
            }
    }
}

extension String {
    /// Blanks before it, up to so many characters.
    func leftPadded(to width: Int) -> String {
        String(repeating: " ", count: Swift.max(0, width - count)) + self
    }

    var trimmedRight: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
