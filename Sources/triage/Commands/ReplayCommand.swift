import ArgumentParser
import Handbook
import Rehearsal
import Shop
import Simulation
import Triage
import Wire

struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Play transcripts (.talk) through the desk and compare.",
        discussion: """
            In process, on a virtual clock, with the demo shop in memory. Replies and effects \
            that a case does not list fail it. Exit 0 when every case passed, 1 when one \
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

    @Flag(help: "Play in another order, anew in each round.")
    var shuffle = false

    @Option(help: "The order's seed.")
    var seed: UInt64 = 1

    @Option(
        name: .customLong("repeat"),
        help: ArgumentHelp("Play everything so often; all must be alike.", valueName: "n"))
    var repeats = 1

    @Option(
        help: ArgumentHelp(
            "Play against a running daemon, as far as possible.",
            valueName: "socket"))
    var live: String?

    @Option(help: ArgumentHelp("Threads that play at the same time.", valueName: "n"))
    var jobs = 2

    @Flag(help: "Say how much of the pack was reached, by kind.")
    var coverage = false

    @Flag(help: "Name what was not, with its place in the pack.")
    var uncovered = false

    @Option(help: ArgumentHelp("Fail below transitions=90 (percent).", valueName: "share"))
    var minCoverage: [String] = []

    @Option(help: ArgumentHelp("Write the coverage as an lcov trace.", valueName: "file"))
    var lcov: String?

    @Flag(help: "Rewrite the files in the canonical form, and play nothing.")
    var format = false

    @Flag(help: "Walk ways that no case takes, and draft the missing cases.")
    var explore = false

    @Option(help: ArgumentHelp("With --explore: walks for each flow.", valueName: "n"))
    var walks = 300

    @Flag(help: "Harm the pack in every way, and say which harm the cases notice.")
    var mutate = false

    @Option(help: ArgumentHelp("With --mutate: fail below this percentage.", valueName: "percent"))
    var minNoticed: Double?

    func validate() throws {
        guard (1...1000).contains(repeats) else {
            throw ValidationError("--repeat is not within 1…1000")
        }
        guard (1...64).contains(jobs) else { throw ValidationError("--jobs is not within 1…64") }
        if live != nil, update != nil || wantsCoverage || explore || mutate || repeats > 1 {
            throw ValidationError(
                "--live goes without --update, --repeat, --explore, --mutate and coverage")
        }
        for share in minCoverage where CoverageGoal(share) == nil {
            throw ValidationError("'\(share)' is no goal; write \(CoverageGoal.usage)")
        }
    }

    func run() throws {
        try reporting {
            let transcripts = try ReplayFiles.read(paths)
            if format { return try ReplayFiles.format(transcripts) }
            if let live { return try play(transcripts, at: live) }
            let (handbook, places) = try pack.loadWithPlaces()
            let played = ReplayRun(
                rehearsal: Rehearsal(
                    handbook: handbook, traced: wantsCoverage, keepsProtocol: repeats > 1),
                transcripts: transcripts, filters: filter, seed: shuffle ? seed : nil, jobs: jobs)
            let results = played.play()
            guard !results.isEmpty else {
                throw CommandFailure("no case ran; see the paths and --filter", Exit.noTest)
            }
            try repeatAll(played, like: results)
            if let update {
                try ReplayFiles.update(transcripts, results, behaviour: update == .behaviour)
            }
            report(results)
            if let junit { try Files.write(JUnitReport.text(of: results), to: junit) }
            var isFailed = results.contains { !$0.isPassed }
            if explore { try draftCases(of: handbook, places, transcripts, played) }
            if mutate {
                let isMet = try reportMutations(of: handbook, places, played)
                isFailed = isFailed || !isMet
            }
            if wantsCoverage {
                let catalog = CoverageCatalog(handbook, places)
                let isMet = try report(Coverage(results: results, of: catalog))
                isFailed = isFailed || !isMet
            }
            if isFailed { throw Exit.failure }
        }
    }

    /// Plays against a running daemon: its pack, its shop, its clock.
    private func play(_ transcripts: [Transcript], at socket: String) throws {
        let plays = ReplayRun.plays(of: transcripts, filters: filter, seed: shuffle ? seed : nil)
        var replay = LiveReplay()
        let results = try replay.play(plays, at: socket)
        for note in replay.notes { Output.error(note) }
        guard !results.isEmpty else {
            throw CommandFailure("no case ran; see the paths and --filter", Exit.noTest)
        }
        report(results)
        if let junit { try Files.write(JUnitReport.text(of: results), to: junit) }
        if results.contains(where: { !$0.isPassed }) { throw Exit.failure }
    }

    private var wantsCoverage: Bool {
        coverage || uncovered || lcov != nil || !minCoverage.isEmpty
    }

    /// Prints a draft for each thing that no case reaches and a walk did.
    private func draftCases(
        of handbook: Handbook, _ places: PackPlaces, _ transcripts: [Transcript],
        _ played: ReplayRun
    ) throws(CommandFailure) {
        let results = played.traced(handbook).playInOrder()
        let coverage = Coverage(results: results, of: CoverageCatalog(handbook, places))
        let missed = Set(coverage.lines.filter { $0.cases == 0 }.map(\.item))
        let shop = try ShopOption.reporting { () throws(ShopError) in
            try DemoShop.inMemory(now: Clock.now)
        }
        let explorer = Explorer(
            handbook: handbook, transcripts: transcripts,
            customers: DemoCustomer.all(of: shop, now: Clock.now).map(\.id), walks: walks)
        let (flows, seed) = (explorer.flows, seed)
        let drafts = Parallel.map(flows.count, jobs: jobs) {
            explorer.drafts(in: flows[$0], missed: missed, seed: seed)
        }.flatMap { $0 }
        for draft in drafts {
            Output.line(
                "# Transcripts/\(draft.flow)/: " + draft.reached.map(\.name).joined(separator: ", ")
            )
            Output.line(draft.text)
        }
        Output.error(
            "\(drafts.count) drafts; what they say is what happens now: read before you keep them")
    }

    /// False where fewer are noticed than wanted.
    private func reportMutations(
        of handbook: Handbook, _ places: PackPlaces, _ played: ReplayRun
    ) throws(CommandFailure) -> Bool {
        let run = played.traced(handbook)
        let baseline = run.playInOrder()
        guard baseline.allSatisfy(\.isPassed) else {
            throw CommandFailure(
                "the cases must pass before the pack can be harmed", Exit.failure)
        }
        let mutations = MutationRun(
            handbook: handbook, plays: run.plays, baseline: baseline, jobs: jobs)
        let report = MutationReport(
            outcomes: mutations.run(Mutation.all(of: handbook, places)))
        for line in report.lines { Output.line(line) }
        return report.percent >= minNoticed ?? 0
    }

    private func repeatAll(_ run: ReplayRun, like first: [CaseResult]) throws {
        let expected = first.map(ReplayRun.print)
        for round in 1..<max(repeats, 2) where round < repeats {
            let again = shuffle ? run.shuffled(seed: seed &+ UInt64(round)) : run
            guard again.play().map(ReplayRun.print) == expected else {
                throw CommandFailure(
                    "round \(round + 1) went otherwise than the first: the desk is not deterministic",
                    Exit.failure)
            }
        }
    }

    private func report(_ results: [CaseResult]) {
        if json {
            for result in results { Output.line(result.json.text) }
            return
        }
        if tap { return Output.line(TapReport.text(of: results)) }
        for result in results where !result.isPassed { Output.line(TextReport.text(of: result)) }
        Output.line(TextReport.summary(of: results))
    }

    /// False where a goal is not met. In a form for programs the words go to standard error.
    private func report(_ covered: Coverage) throws(CommandFailure) -> Bool {
        let print = json || tap ? Output.error : Output.line
        if coverage { print(covered.summary) }
        if uncovered { for line in covered.uncovered { print(line) } }
        if let lcov { try Files.write(covered.lcov, to: lcov) }
        let missed = minCoverage.compactMap(CoverageGoal.init).filter { !$0.isMet(by: covered) }
        for goal in missed { Output.error("coverage: \(goal.text(of: covered))") }
        return missed.isEmpty
    }
}
