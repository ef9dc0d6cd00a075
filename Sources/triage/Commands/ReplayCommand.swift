import ArgumentParser
import Rehearsal
import Wire

struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Play transcripts (.talk) through the desk and compare.",
        discussion: """
            In process, on a virtual clock, with the demo shop in memory. Replies and effects \
            that a transcript does not list fail it. Exit 0 when every case passed, 1 when one \
            failed, 2 when a file cannot be read or no case ran.

            Example: triage replay Transcripts/track_order --filter tag:smoke
            """)

    @Argument(help: ArgumentHelp("Transcripts, or folders of them.", valueName: "path"))
    var paths = ["Transcripts"]

    @OptionGroup var pack: PackOptions

    @Option(
        help: ArgumentHelp(
            "Only cases with this: tag:x, lang:de, or a part of the name.", valueName: "what"))
    var filter: [String] = []

    @Option(
        defaultAsFlag: .wording,
        help: ArgumentHelp(
            "Rewrite what failed in wording; with =behaviour everything.", valueName: "class"))
    var update: Updating?

    enum Updating: String, ExpressibleByArgument, CaseIterable {
        case wording, behaviour
    }

    @Flag(help: "One JSON object per case.")
    var json = false

    @Flag(help: "The Test Anything Protocol.")
    var tap = false

    @Option(help: ArgumentHelp("Write a JUnit report.", valueName: "file"))
    var junit: String?

    @Flag(help: "Play the cases in another order.")
    var shuffle = false

    @Option(help: "The order's seed.")
    var seed: UInt64 = 1

    @Option(
        name: .customLong("repeat"),
        help: ArgumentHelp("Play everything so often; all must be alike.", valueName: "n"))
    var repeats = 1

    @Flag(help: "Say which states and replies were reached.")
    var coverage = false

    @Flag(help: "Name those that were not.")
    var uncovered = false

    @Option(
        help: ArgumentHelp("Fail below: states=90 or replies=80 (percent).", valueName: "share"))
    var minCoverage: [String] = []

    func validate() throws {
        guard (1...1000).contains(repeats) else {
            throw ValidationError("--repeat is not within 1…1000")
        }
        for share in minCoverage where CoverageGoal(share) == nil {
            throw ValidationError("'\(share)' is no goal; write states=90 or replies=80")
        }
    }

    func run() throws {
        try reporting {
            let transcripts = try ReplayFiles.read(paths)
            let handbook = try pack.load()
            let played = ReplayRun(
                rehearsal: Rehearsal(handbook: handbook), transcripts: transcripts,
                filters: filter, seed: shuffle ? seed : nil)
            var results = played.play()
            guard !results.isEmpty else {
                throw CommandFailure("no case ran; see the paths and --filter", Exit.noTest)
            }
            try repeatAll(played, like: results)
            if let update {
                try ReplayFiles.update(transcripts, results, behaviour: update == .behaviour)
            }
            report(&results)
            if let junit { try Files.write(JUnitReport.text(of: results), to: junit) }
            let covered = Coverage(results: results, of: handbook)
            report(covered)
            let isFailed = results.contains { !$0.isPassed }
            let missed = minCoverage.compactMap(CoverageGoal.init).filter { !$0.isMet(by: covered) }
            for goal in missed { Output.error("coverage: \(goal.text(of: covered))") }
            if isFailed || !missed.isEmpty { throw Exit.failure }
        }
    }

    private func repeatAll(_ run: ReplayRun, like first: [CaseResult]) throws {
        let expected = first.map(ReplayRun.print)
        for round in 1..<max(repeats, 2) where round < repeats {
            guard run.play().map(ReplayRun.print) == expected else {
                throw CommandFailure(
                    "round \(round + 1) went otherwise than the first: the desk is not deterministic",
                    Exit.failure)
            }
        }
    }

    private func report(_ results: inout [CaseResult]) {
        if json {
            for result in results { Output.line(result.json.text) }
            return
        }
        if tap { return Output.line(TapReport.text(of: results)) }
        for result in results where !result.isPassed { Output.line(TextReport.text(of: result)) }
        Output.line(TextReport.summary(of: results))
    }

    private func report(_ covered: Coverage) {
        if coverage { Output.line(covered.summary) }
        if uncovered { for line in covered.uncovered { Output.line(line) } }
    }
}
