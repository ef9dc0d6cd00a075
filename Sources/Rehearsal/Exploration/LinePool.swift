import Dialogue
import Facts
import Triage
import Understanding

/// What a customer may say, taken from the pack's phrases and from what customers say in the transcripts.
struct LinePool: Sendable {
    /// The same words in several languages.
    typealias Line = [String: String]

    let languages: [String]
    /// What opens a flow.
    private(set) var openers: [String: [Line]] = [:]
    /// What was said in the transcripts of a flow.
    private(set) var spoken: [String: [Line]] = [:]
    private(set) var yes: Line = [:]
    private(set) var no: Line = [:]

    init(_ handbook: Handbook, transcripts: [Transcript]) {
        languages = handbook.languages
        readPhrases(handbook)
        readTranscripts(handbook, transcripts)
    }

    private mutating func readPhrases(_ handbook: Handbook) {
        let phrases = handbook.interpreter.lexicon.phrases
        for (intent, flow) in handbook.book.flowOfIntent.sorted(by: { $0.key < $1.key }) {
            let own = phrases.filter { $0.intent == intent }
            let count = own.map(\.examples.count).min() ?? 0
            for index in 0..<count {
                var line: Line = [:]
                for phrases in own { line[phrases.language] = phrases.examples[index] }
                openers[flow, default: []].append(line)
            }
        }
    }

    private mutating func readTranscripts(_ handbook: Handbook, _ transcripts: [Transcript]) {
        let day = Day(number: 20_514)
        var answers: [YesNoKey: Int] = [:]
        for transcript in transcripts {
            let folder = transcript.file.split(separator: "/").dropLast().last.map(String.init)
            for case .customer(_, let texts) in transcript.cases.flatMap(\.turns).map(\.stimulus) {
                let line = self.line(texts)
                if let folder { spoken[folder, default: []].append(line) }
                for (language, text) in line where text.count < 12 {
                    let reading = handbook.interpreter.interpret(
                        text, in: language, today: day)
                    let answer = reading.entities.first { $0.kind == "yes_no" }?.value.text
                    guard reading.tokens.count == 1, answer == "yes" || answer == "no" else {
                        continue
                    }
                    let key = YesNoKey(language: language, isYes: answer == "yes", text: text)
                    answers[key, default: 0] += 1
                }
            }
        }
        // The commonest way to say it; of equals the first in the alphabet.
        for (key, _) in answers.sorted(by: { ($0.value, $1.key.text) < ($1.value, $0.key.text) }) {
            if key.isYes { yes[key.language] = key.text } else { no[key.language] = key.text }
        }
    }

    private func line(_ texts: [(language: String, text: String)]) -> Line {
        var line: Line = [:]
        for (language, text) in texts {
            // Words without a language are the same in all of them.
            for name in language.isEmpty ? languages : [language] { line[name] = text }
        }
        return line
    }

    private struct YesNoKey: Hashable {
        var language: String
        var isYes: Bool
        var text: String
    }
}

extension LinePool {
    /// The same text in every language.
    func same(_ text: String) -> Line {
        Dictionary(languages.map { ($0, text) }, uniquingKeysWith: { first, _ in first })
    }

    /// What may answer the open question: choices by number and name, the values' labels, lines of the flow.
    func answers(
        to question: Question?, in flow: Flow, shown: [Choice], _ book: DialogueBook
    ) -> [Line] {
        switch question {
        case .confirmation: return [yes, yes, yes, no, no]
        case .slot(let id, _):
            var lines = shown.prefix(6).enumerated().flatMap { index, choice in
                [same(String(index + 1)), same(choice.name)]
            }
            if let entity = flow.slot(id).flatMap({ book.types[$0.type.name]?.entity }) {
                let labels = book.labels[entity] ?? [:]
                lines += labels.keys.sorted().compactMap { labels[$0] }
            }
            return lines + (spoken[flow.id] ?? [])
        case nil: return (openers[flow.id] ?? []) + (spoken[flow.id] ?? [])
        }
    }
}
