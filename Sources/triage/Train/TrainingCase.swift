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

    /// A message of the customer, and the recorded answers to it.
    struct Exchange: Equatable {
        var customer: String
        var answers: [String] = []
        /// What the bot said; it counts where no person answered in the whole conversation.
        var byBot: [String] = []
    }

    var answers: [String] { exchanges.flatMap(\.answers) }

    /// Whether there is anything to compare with.
    var isUsable: Bool { !exchanges.isEmpty && (!answers.isEmpty || resolution != nil) }
}

extension TrainingCase {
    /// A case of a transcript, in one language; empty: the first that a line has.
    init(_ played: Transcript.Case, of transcript: Transcript, language: String) {
        self.init(
            title: "\(transcript.header.title): \(played.name)", exchanges: [], steps: [],
            resolution: nil)
        for turn in played.turns {
            switch turn.stimulus {
            case .customer(_, let texts):
                let fitting =
                    texts.first { $0.language == language } ?? texts.first { $0.language.isEmpty }
                guard let text = fitting ?? texts.first else { continue }
                exchanges.append(Exchange(customer: text.text))
            case .agent(_, _, let text): take(agentLine: text)
            case .event, .given, .wait, .waitUntil: break
            }
            for expectation in turn.expectations { take(expectation.kind) }
        }
        settleAnswers()
    }

    /// People's answers are the measure; without any, the bot's.
    private mutating func settleAnswers() {
        let hasPerson = exchanges.contains { !$0.answers.isEmpty }
        for index in exchanges.indices {
            if !hasPerson { exchanges[index].answers = exchanges[index].byBot }
            exchanges[index].byBot = []
        }
    }

    private mutating func take(_ kind: Transcript.Expectation.Kind) {
        switch kind {
        case .message(let message) where message.mode == .exact:
            if let text = message.texts.first { answer(text, byBot: message.speaker == "bot") }
        case .effect(let call) where call.name.hasPrefix("shop."):
            steps.append(String(call.name.dropFirst("shop.".count)))
        case .message, .effect, .state, .nothing: break
        }
    }

    /// Words, or a command as `/resolve refunded`.
    mutating func take(agentLine text: String) {
        guard text.hasPrefix("/") else { return answer(text) }
        let words = text.dropFirst().split(separator: " ", maxSplits: 2).map(String.init)
        switch words.first {
        case "resolve": resolution = words.count > 1 ? words[1] : "resolved"
        case "transfer": if words.count > 1 { steps.append("transfer \(words[1])") }
        case "step": if words.count > 1 { steps.append(words[1...].joined(separator: " ")) }
        case _: break
        }
    }

    private mutating func answer(_ text: String, byBot: Bool = false) {
        guard let last = exchanges.indices.last else { return }
        if byBot {
            exchanges[last].byBot.append(text)
        } else {
            exchanges[last].answers.append(text)
        }
    }

    /// A ticket of the desk: the result of `ticket.show`.
    init(ticket: JSON) {
        self.init(
            title: "Ticket \(ticket["id"]?.string ?? "")", exchanges: [], steps: [],
            resolution: ticket["resolution"]?.string)
        for line in ticket["transcript"]?.array ?? [] {
            let text = line["text"]?.string ?? ""
            if line["speaker"]?.string == "customer" {
                exchanges.append(Exchange(customer: text))
            } else {
                answer(text, byBot: line["speaker"]?.string == "bot")
            }
        }
        settleAnswers()
        for entry in ticket["history"]?.array ?? []
        where entry["what"]?.string == "requeued" && entry["who"]?.string != "desk" {
            steps.append("transfer \(entry["detail"]?.string ?? "")")
        }
    }
}
