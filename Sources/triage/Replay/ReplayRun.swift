import Rehearsal

/// The cases of a run, in their order.
struct ReplayRun {
    let rehearsal: Rehearsal
    private let cases: [(transcript: Transcript, played: Transcript.Case)]
    private let filters: [Filter]

    init(rehearsal: Rehearsal, transcripts: [Transcript], filters: [String], seed: UInt64?) {
        self.rehearsal = rehearsal
        let filters = filters.map(Filter.init)
        self.filters = filters
        var all = transcripts.flatMap { transcript in
            transcript.cases.map { (transcript: transcript, played: $0) }
        }
        all = all.filter { one in
            filters.allSatisfy { $0.allows(one.transcript, one.played) }
        }
        if let seed {
            var random = SplitMix(seed: seed)
            all.shuffle(using: &random)
        }
        cases = all
    }

    /// Results in the order of the files, whatever the order of playing.
    func play() -> [CaseResult] {
        let results = cases.flatMap { rehearsal.play($0.played, of: $0.transcript) }
        return results.filter { result in filters.allSatisfy { $0.allows(result) } }
            .sorted { ($0.file, $0.line, $0.language) < ($1.file, $1.line, $1.language) }
    }

    /// All that must not differ between two runs.
    static func print(_ result: CaseResult) -> String {
        "\(result.title) \(result.states) \(result.replies) \(TextReport.text(of: result))"
    }
}

/// `tag:smoke`, `lang:de`, or a part of the case's or the file's name.
struct Filter {
    private let text: String

    init(_ text: String) { self.text = text }

    func allows(_ transcript: Transcript, _ played: Transcript.Case) -> Bool {
        if text.hasPrefix("tag:") {
            return transcript.header.tags.contains(String(text.dropFirst(4)))
        }
        if text.hasPrefix("lang:") { return true }
        return played.name.contains(text) || transcript.file.contains(text)
    }

    func allows(_ result: CaseResult) -> Bool {
        !text.hasPrefix("lang:") || result.language == text.dropFirst(5)
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

/// `states=90`: the share of something that must be reached, in percent.
struct CoverageGoal {
    private let what: String
    private let percent: Double

    init?(_ text: String) {
        let parts = text.split(separator: "=")
        guard parts.count == 2, ["states", "replies"].contains(parts[0]),
            let percent = Double(parts[1]), (0...100).contains(percent)
        else { return nil }
        what = String(parts[0])
        self.percent = percent
    }

    func isMet(by coverage: Coverage) -> Bool { share(of: coverage) >= percent }

    func text(of coverage: Coverage) -> String {
        "\(what) \(Int(share(of: coverage))) %, \(Int(percent)) % are wanted; see --uncovered"
    }

    private func share(of coverage: Coverage) -> Double {
        what == "states" ? coverage.states.percent : coverage.replies.percent
    }
}
