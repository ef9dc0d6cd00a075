import Facts
import Rehearsal
import Wire

/// A recorded conversation to learn from: what the customer wrote, and what was done about it.
struct TrainingCase: Equatable {
    var title: String
    var exchanges: [Exchange]
    /// What was done beside talking, as `create_return` or `transfer payments`.
    var steps: [String]
    /// The wrap-up code; nil where it is not known.
    var resolution: String?

    /// What was said before the first exchange, as `customer: …` and `bot: …`.
    var lead: [String] = []

    /// What the customer wrote until somebody answered, and the recorded answers to it.
    struct Exchange: Equatable {
        /// One or more messages, each a line.
        var customer: String
        var answers: [String] = []
        /// What the bot said before, since the last answer: shown, and not to be answered.
        var before: [String] = []
    }

    var answers: [String] { exchanges.flatMap(\.answers) }

    /// Whether there is anything to compare with.
    var isUsable: Bool { !exchanges.isEmpty && (!answers.isEmpty || resolution != nil) }
}

extension TrainingCase {
    /// A case of a transcript, in one language; empty: the first that a line has.
    init(_ played: Transcript.Case, of transcript: Transcript, language: String) {
        self.init(
            title: "\(transcript.header.title): \(played.name)",
            Recording(played, language: language))
    }

    /// A ticket of the desk: the result of `ticket.show`.
    init(ticket: JSON) {
        self.init(title: "Ticket \(ticket["id"]?.string ?? "")", Recording(ticket: ticket))
    }

    /// The part for people begins with the message that was handed over, without a handoff with the one that the
    /// first of them answered. Where no person answered, the bot's answers are the measure.
    init(title: String, _ recording: Recording) {
        self.init(
            title: title, exchanges: [], steps: recording.steps, resolution: recording.resolution)
        let entries = recording.entries
        let firstAnswer = entries.firstIndex { if case .agent = $0 { true } else { false } }
        let end = entries.firstIndex(of: .handoff).map { min($0, firstAnswer ?? $0) } ?? firstAnswer
        let start =
            end.flatMap { end in
                entries[..<end].lastIndex { if case .customer = $0 { true } else { false } }
            } ?? 0
        let byBot = firstAnswer == nil
        lead = (byBot ? [] : entries[..<start]).compactMap(Self.line)
        var before: [String] = []
        for entry in byBot ? entries[...] : entries[start...] {
            switch entry {
            case .customer(let text):
                if let last = exchanges.last, last.answers.isEmpty, before.isEmpty {
                    exchanges[exchanges.count - 1].customer += "\n" + text
                } else {
                    exchanges.append(Exchange(customer: text, before: before))
                    before = []
                }
            case .agent(let text): answer(text)
            case .bot(let text, let isNamed) where byBot: if !isNamed { answer(text) }
            case .bot, .handoff: before += [Self.line(entry)].compactMap { $0 }
            }
        }
    }

    private static func line(_ entry: Recording.Entry) -> String? {
        switch entry {
        case .customer(let text): "customer: \(text)"
        case .bot(let text, let isNamed): isNamed ? "bot: (\(text))" : "bot: \(text)"
        case .agent(let text): "agent: \(text)"
        case .handoff: nil
        }
    }

    /// Words, or a command as `/resolve refunded`, of the trainee.
    ///
    /// Returns what is said to a command: that it was taken, or what there is.
    @discardableResult
    mutating func take(agentLine text: String) -> String? {
        guard text.hasPrefix("/") else {
            answer(text)
            return nil
        }
        let words = text.dropFirst().split(separator: " ", maxSplits: 2).map(String.init)
        switch (words.first, words.count > 1) {
        case ("resolve", let isNamed):
            resolution = isNamed ? words[1] : "resolved"
            return "-- resolved: \(resolution ?? "")"
        case ("transfer", true):
            steps.append("transfer \(words[1])")
            return "-- transferred to \(words[1])"
        case ("step", true):
            steps.append(words[1...].joined(separator: " "))
            return "-- done: \(words[1...].joined(separator: " "))"
        case _:
            return "-- \(text) is no command of a training; there are /step NAME, /transfer QUEUE, "
                + "/resolve CODE, /hint and /quit"
        }
    }

    private mutating func answer(_ text: String) {
        guard let last = exchanges.indices.last else { return }
        exchanges[last].answers.append(text)
    }
}
