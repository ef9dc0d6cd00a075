import Daemon
import Dialogue
import Facts
import Triage
import Understanding

/// One conversation of the explorer.
struct Walk {
    let explorer: Explorer
    let flow: Flow
    let customer: String?
    let given: TalkCall?
    var random: WalkRandom
    /// What was done, up to the last turn that reached something new.
    private var steps: [Step] = []

    private enum Step {
        case said(LinePool.Line)
        case waited(Duration)
    }

    /// More turns than this are no example for anybody.
    private static let limit = 7

    init(
        explorer: Explorer, flow: Flow, customer: String?, given: TalkCall?, random: WalkRandom
    ) {
        self.explorer = explorer
        self.flow = flow
        self.customer = customer
        self.given = given
        self.random = random
    }

    /// Walks; what it reached of `wanted`.
    mutating func run(_ wanted: Set<CoverageItem>) -> Set<CoverageItem> {
        let language = explorer.pool.languages[0]
        guard let stage = try? Stage(explorer.world, header: header(language), language: language)
        else { return [] }
        if let given { _ = try? stage.play(.given(given)) }
        var found: Set<CoverageItem> = []
        var all: [Step] = []
        for _ in 0..<Self.limit {
            guard let step = nextStep(on: stage),
                let happening = try? play(step, on: stage, language)
            else { break }
            all.append(step)
            let fresh = happening.reached(stage).intersection(wanted).subtracting(found)
            if !fresh.isEmpty {
                found.formUnion(fresh)
                steps = all
            }
            guard stage.desk.conversation(SpeakerLine.firstConversation)?.owner == .bot else {
                break
            }
        }
        return found
    }

    private func header(_ language: String) -> Transcript.Header {
        var header = Transcript.Header()
        header.languages = [language]
        header.customer = customer.map { .init(id: $0, isVerified: true, fields: []) }
        return header
    }

    private mutating func nextStep(on stage: Stage) -> Step? {
        let pool = explorer.pool
        let book = explorer.world.handbook.book
        let dialogue = stage.desk.conversation(SpeakerLine.firstConversation)?.dialogue
        guard let frame = dialogue?.stack.last, let current = book.flows[frame.flow],
            case .asking(let question) = frame.phase
        else {
            return random.pick(pool.answers(to: nil, in: flow, shown: [], book)).map { .said($0) }
        }
        if let expiry = current.state(frame.state)?.expiry, random.chance(5) {
            return .waited(expiry.after)
        }
        let answers = pool.answers(
            to: question, in: current, shown: dialogue?.shown ?? [], book)
        return random.pick(answers).map { .said($0) }
    }

    private func play(
        _ step: Step, on stage: Stage, _ language: String
    ) throws -> Happening {
        switch step {
        case .said(let line):
            let texts = [(language: language, text: line[language] ?? "")]
            return try stage.play(
                .customer(conversation: SpeakerLine.firstConversation, texts: texts))
        case .waited(let duration): return try stage.play(.wait(duration))
        }
    }
}

// MARK: - Writing it down

extension Walk {
    /// The walk as a file, in every language in which it goes alike; nil where it cannot be played again.
    func text(titled title: String) -> String? {
        let pool = explorer.pool
        guard let first = record(pool.languages[0]) else { return nil }
        let languages = pool.languages.filter { record($0) == first }
        var lines = ["title: \(title)", "world: demo-shop"]
        if let customer { lines.append("customer: \(customer) verified") }
        lines += [
            "tags: explored", "run: \(languages.joined(separator: ", "))", "", "=== \(title)",
        ]
        if let given { lines.append("given: \(given.givenText)") }
        for (step, heard) in zip(steps, first) {
            switch step {
            case .said(let line):
                let isSame = Set(languages.map { line[$0] ?? "" }).count == 1
                for language in languages where !isSame || language == languages[0] {
                    let mark = isSame ? "" : "[\(language)]"
                    lines.append("customer\(mark): \(line[language] ?? "")")
                }
            case .waited(let duration): lines.append("+\(TalkTime.text(duration))")
            }
            lines += heard.replies.map { "bot=: \($0)" } + heard.effects.map { "  ! \($0)" }
            lines.append("  ? state = \(heard.state)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What is compared between languages, and written.
    private struct Heard: Equatable {
        var replies: [String]
        var effects: [String]
        var state: String
    }

    private func record(_ language: String) -> [Heard]? {
        guard let stage = try? Stage(explorer.world, header: header(language), language: language)
        else { return nil }
        if let given { _ = try? stage.play(.given(given)) }
        var heard: [Heard] = []
        for step in steps {
            guard let happening = try? play(step, on: stage, language) else { return nil }
            let dialogue = stage.desk.conversation(SpeakerLine.firstConversation)?.dialogue
            heard.append(
                Heard(
                    replies: happening.messages.compactMap(\.reply),
                    effects: happening.effects.filter(\.mustBeListed).map(\.call.text),
                    state: dialogue?.stack.last.map { "\($0.flow)/\($0.state)" } ?? "idle"))
        }
        return heard
    }
}
