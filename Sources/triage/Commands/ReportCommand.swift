import ArgumentParser
import Facts
import Reporting
import Wire

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Say how the desk does, each figure with its formula.",
        discussion: """
            Each figure is a numerator over a denominator; --formulas says which. Percentiles are \
            values by the nearest rank. The HTML page needs nothing else and prints well.

            Example: triage report --since 7d --by queue --html > week.html
            """)

    @OptionGroup var period: PeriodOptions

    @Option(
        help: ArgumentHelp(
            "Also one part per intent, queue, agent or language.", valueName: "dimension"),
        transform: { text in
            guard let dimension = Dimension(rawValue: text) else {
                throw ValidationError("use intent, queue, agent or language")
            }
            return dimension
        })
    var by: Dimension?

    @Flag(help: "The daemon's own answer.")
    var json = false

    @Flag(help: "Comma-separated values.")
    var csv = false

    @Flag(help: "One self-contained page with charts.")
    var html = false

    @Flag(help: "What stands above and below the line of each figure.")
    var formulas = false

    @OptionGroup var socket: SocketOption

    func validate() throws {
        guard [json, csv, html].count(where: { $0 }) <= 1 else {
            throw ValidationError("choose one of --json, --csv and --html")
        }
    }

    func run() throws {
        try reporting {
            _ = try period.period()
            var caller = try DeskCaller(socket)
            // Days are the desk's.
            let asked = try period.period()
            let by = by.map { [JSON.Member("by", .string($0.rawValue))] } ?? []
            let result = try caller.call(.report, .object(asked.params + by), patience: 120)
            if json { return Output.line(result.text) }
            let report = try Self.report(result)
            if csv {
                Output.write(report.csv, to: 1)
            } else if html {
                Output.write(ReportPage(report, zone: ShownZone.current).html, to: 1)
            } else {
                let start = Clock.wall(asked.start)
                Output.line("\(start) to \(Clock.wall(asked.end, beside: asked.start))")
                for line in report.text(formulas: formulas) {
                    Output.line(SafeText.shown(line))
                }
            }
        }
    }

    static func report(_ result: JSON) throws(CommandFailure) -> Report {
        do {
            return try JSONCoder.decode(Report.self, from: result)
        } catch {
            throw CommandFailure(
                "the desk's report cannot be read: is it of another release?", Exit.badData)
        }
    }
}
