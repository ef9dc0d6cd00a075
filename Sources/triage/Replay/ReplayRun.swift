import Rehearsal
import Simulation
import Triage

/// The cases of a run, in their order.
struct ReplayRun {
    let rehearsal: Rehearsal
    /// In the order of playing.
    let plays: [Rehearsal.Play]
    private let jobs: Int

    /// `jobs`: threads that play cases at the same time, from 1. `seed`: of the order; nil: that of the files.
    init(
        rehearsal: Rehearsal, transcripts: [Transcript], filters: [String], seed: UInt64?, jobs: Int
    ) {
        self.rehearsal = rehearsal
        self.jobs = jobs
        plays = Self.plays(of: transcripts, filters: filters, seed: seed)
    }

    /// The cases that are wanted, in the order of playing. `seed`: of the order; nil: that of the files.
    static func plays(
        of transcripts: [Transcript], filters: [String], seed: UInt64?
    ) -> [Rehearsal.Play] {
        let filters = filters.map(Filter.init)
        var plays = Rehearsal.plays(of: transcripts).filter { play in
            filters.allSatisfy { $0.allows(play) }
        }
        if let seed {
            var random = SplitMix(seed: seed)
            plays.shuffle(using: &random)
        }
        return plays
    }

    private init(rehearsal: Rehearsal, plays: [Rehearsal.Play], jobs: Int) {
        self.rehearsal = rehearsal
        self.plays = plays
        self.jobs = jobs
    }

    /// The same plays in another order.
    func shuffled(seed: UInt64) -> ReplayRun {
        var random = SplitMix(seed: seed)
        return ReplayRun(rehearsal: rehearsal, plays: plays.shuffled(using: &random), jobs: jobs)
    }

    /// The same plays, so that results tell what they reached.
    func traced(_ handbook: Handbook) -> ReplayRun {
        ReplayRun(
            rehearsal: Rehearsal(handbook: handbook, traced: true), plays: plays, jobs: jobs)
    }

    /// Results in the order of the files, whatever the order of playing.
    func play() -> [CaseResult] {
        playInOrder().sorted {
            ($0.file, $0.line, $0.language) < ($1.file, $1.line, $1.language)
        }
    }

    /// Results in the order of the plays.
    func playInOrder() -> [CaseResult] {
        let (rehearsal, plays) = (rehearsal, plays)
        return Parallel.map(plays.count, jobs: jobs) { rehearsal.play(plays[$0]) }
    }

    /// All that must not differ between two runs.
    static func print(_ result: CaseResult) -> String {
        "\(result.title)\n\(result.protocolText)\(TextReport.text(of: result))"
    }
}

/// `tag:smoke`, `lang:de`, or a part of the case's or the file's name.
struct Filter {
    private let text: String

    init(_ text: String) { self.text = text }

    func allows(_ play: Rehearsal.Play) -> Bool {
        if text.hasPrefix("tag:") {
            return play.transcript.header.tags.contains(String(text.dropFirst(4)))
        }
        if text.hasPrefix("lang:") { return play.language == text.dropFirst(5) }
        return play.played.name.contains(text) || play.transcript.file.contains(text)
    }
}

/// A seeded generator (SplitMix64): the same seed shuffles alike everywhere.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// `transitions=90`: the share of a kind that must be reached, in percent.
struct CoverageGoal {
    private let kind: CoverageItem.Kind
    private let percent: Double

    init?(_ text: String) {
        let parts = text.split(separator: "=")
        guard parts.count == 2, let kind = CoverageItem.Kind(rawValue: String(parts[0])),
            let percent = Double(parts[1]), (0...100).contains(percent)
        else { return nil }
        self.kind = kind
        self.percent = percent
    }

    static let usage =
        "transitions=90, or another of "
        + CoverageItem.Kind.allCases.map(\.rawValue).joined(separator: ", ")

    func isMet(by coverage: Coverage) -> Bool { coverage.percent(of: kind) >= percent }

    func text(of coverage: Coverage) -> String {
        "\(kind.rawValue) \(Int(coverage.percent(of: kind))) %, \(Int(percent)) % are wanted; see --uncovered"
    }
}
