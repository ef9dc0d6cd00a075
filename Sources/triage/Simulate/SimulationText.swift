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

    /// A share of those who came; a dash where nobody did.
    private static func level(_ share: Double, of part: Served) -> String {
        part.arrivals == 0 ? "–" : percent(share)
    }

    /// Fewer runs say too little about chance for a band.
    static let leastRuns = 3

    /// `91.2 % ± 0.8`; `4.1 % (0–9.3)` where the band would leave what is possible.
    static func percent(_ band: Band, runs: Int) -> String {
        guard runs >= leastRuns, let half = band.halfWidth else { return percent(band.mean) }
        let number = { (share: Double) in FigureText.decimal(share * 100, places: 1) }
        guard band.low < 0 || band.high > 1 else {
            return percent(band.mean) + " ± " + number(half)
        }
        return percent(band.mean) + " (\(number(max(0, band.low)))–\(number(min(1, band.high))))"
    }

    /// `45s ± 3s`; `45s (0s–2m)` where the band would reach below nothing.
    static func seconds(_ band: Band, runs: Int) -> String {
        let mean = FigureText.seconds(band.mean)
        guard runs >= leastRuns, let half = band.halfWidth else { return mean }
        return band.low < 0
            ? "\(mean) (0s–\(FigureText.seconds(band.high)))"
            : "\(mean) ± \(FigureText.seconds(half))"
    }

    /// `5 runs each, 95 % bands`.
    static func runs(_ count: Int, each: Bool = false) -> String {
        let runs = count == 1 ? "1 run" : "\(count) runs"
        let bands = count >= leastRuns ? ", 95 % bands" : ", too few for bands"
        return runs + (each ? " each" : "") + bands
    }

    /// Arrivals, waits, level and backlog, interval by interval: the mean of so many pooled runs.
    static func intervals(_ outcome: DeskOutcome, runs: Int) -> [String] {
        let arrivals = Double(outcome.intervals.map(\.arrivals).max() ?? 0)
        let backlog = Double(outcome.intervals.map(\.backlog).max() ?? 0)
        let mean = { (count: Double) in FigureText.decimal(count / Double(runs), places: 0) }
        let head =
            "from   slots  come " + "".padded(to: 16) + " mean wait  in time " + "backlog"
        return [head]
            + outcome.intervals.map { row in
                let wait = row.served > 0 ? row.waitSeconds / Double(row.served) : 0
                let ended = row.served + row.abandoned
                let level = ended > 0 ? percent(Double(row.inTime) / Double(ended)) : "–"
                return [
                    clock(row.startSeconds).padded(to: 6),
                    mean(row.slots).leftPadded(to: 5),
                    mean(Double(row.arrivals)).leftPadded(to: 5),
                    bar(Double(row.arrivals), of: arrivals, width: 16).padded(to: 16),
                    FigureText.seconds(wait).leftPadded(to: 9), level.leftPadded(to: 8),
                    mean(Double(row.backlog)).leftPadded(to: 6),
                    bar(Double(row.backlog), of: backlog, width: 16),
                ].joined(separator: " ").trimmedRight
            }
    }

    /// One line per class and queue: the mean of so many pooled runs.
    static func parts(_ outcome: DeskOutcome, runs: Int) -> [String] {
        let mean = { (count: Int) in
            FigureText.decimal(Double(count) / Double(runs), places: 0)
        }
        let head = "".padded(to: 22) + "  came served   left  mean wait   p90 wait  promise in time"
        let named =
            [("everything", outcome.all)]
            + outcome.classes.sorted { $0.key < $1.key }.map { ("class " + $0.key, $0.value) }
            + outcome.queues.sorted { $0.key < $1.key }.map { ("queue " + $0.key, $0.value) }
        return [head]
            + named.map { name, part in
                [
                    SafeText.oneLine(name, limit: 22).padded(to: 22),
                    mean(part.arrivals).leftPadded(to: 5), mean(part.served).leftPadded(to: 6),
                    mean(part.abandoned).leftPadded(to: 6),
                    FigureText.seconds(part.meanWait).leftPadded(to: 10),
                    FigureText.seconds(part.wait(percentile: 0.9)).leftPadded(to: 10),
                    level(part.promiseLevel, of: part).leftPadded(to: 8),
                    level(part.targetLevel, of: part).leftPadded(to: 7),
                ].joined(separator: " ")
            }
    }

    static func variants(_ results: [VariantResult], runs: Int) -> [String] {
        let width = min(40, max(12, results.map(\.name.count).max() ?? 12))
        let head =
            "".padded(to: width)
            + "  hours  in time             mean wait           p90    left  busy  backlog"
            + "  gone after"
        return [head]
            + results.map { result in
                [
                    SafeText.oneLine(result.name, limit: width).padded(to: width),
                    FigureText.decimal(result.agentHours, places: 0).leftPadded(to: 6),
                    " " + percent(result.targetLevel, runs: runs).padded(to: 19),
                    seconds(result.meanWait, runs: runs).padded(to: 17),
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
