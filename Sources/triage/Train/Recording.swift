import Rehearsal
import Wire

/// What was said and done in a recorded conversation, in order.
struct Recording {
    var entries: [Entry] = []
    /// What was done beside talking.
    var steps: [String] = []
    /// The wrap-up code; nil where it is not known.
    var resolution: String?

    enum Entry: Equatable {
        case customer(String)
        /// What the bot said, or the name of its reply where the recording has no words.
        case bot(String, isNamed: Bool)
        /// An agent's words.
        case agent(String)
        /// People took over here.
        case handoff
    }

    /// A case of a transcript, in one language; empty: the first that a line has.
    init(_ played: Transcript.Case, language: String) {
        for turn in played.turns {
            switch turn.stimulus {
            case .customer(_, let texts):
                let fitting =
                    texts.first { $0.language == language } ?? texts.first { $0.language.isEmpty }
                if let text = fitting ?? texts.first { entries.append(.customer(text.text)) }
            case .agent(_, _, let text): take(agentLine: text)
            case .event, .given, .wait, .waitUntil: break
            }
            for expectation in turn.expectations { take(expectation.kind) }
        }
    }

    /// A ticket of the desk: the result of `ticket.show`.
    init(ticket: JSON) {
        resolution = ticket["resolution"]?.string
        let handedAt = ticket["created_at"]?.integer ?? 0
        let resolvedAt = (ticket["history"]?.array ?? []).last { $0["what"]?.string == "resolved" }
        let end = resolution == nil ? nil : resolvedAt?["at"]?.integer
        var isHandedOver = false
        // What was said after the closing, as a grade, is nothing to answer.
        for line in ticket["transcript"]?.array ?? []
        where line["at"]?.integer ?? 0 < end ?? .max || Self.isAgent(line) {
            let text = line["text"]?.string ?? ""
            if !isHandedOver, line["at"]?.integer ?? 0 > handedAt {
                isHandedOver = true
                entries.append(.handoff)
            }
            switch line["speaker"]?.string {
            case "customer": entries.append(.customer(text))
            case "bot": entries.append(.bot(text, isNamed: false))
            case _: entries.append(.agent(text))
            }
        }
        for entry in ticket["history"]?.array ?? []
        where entry["what"]?.string == "requeued" && entry["who"]?.string != "desk" {
            steps.append("transfer \(entry["detail"]?.string ?? "")")
        }
    }

    /// An agent's words that were held go out with the closing.
    private static func isAgent(_ line: JSON) -> Bool {
        line["speaker"]?.string?.hasPrefix("agent.") ?? false
    }

    private mutating func take(_ kind: Transcript.Expectation.Kind) {
        switch kind {
        case .message(let message):
            guard message.mode == .exact || message.mode == .reply, let text = message.texts.first
            else { return }
            let isNamed = message.mode == .reply
            entries.append(message.speaker == "bot" ? .bot(text, isNamed: isNamed) : .agent(text))
        case .effect(let call):
            if call.name == "desk.enqueue" { entries.append(.handoff) }
            if call.name.hasPrefix("shop.") {
                steps.append(String(call.name.dropFirst("shop.".count)))
            }
        case .state, .nothing: break
        }
    }

    private mutating func take(agentLine text: String) {
        guard text.hasPrefix("/") else { return entries.append(.agent(text)) }
        let words = text.dropFirst().split(separator: " ", maxSplits: 2).map(String.init)
        switch words.first {
        case "resolve": resolution = words.count > 1 ? words[1] : "resolved"
        case "transfer": if words.count > 1 { steps.append("transfer \(words[1])") }
        case _: break
        }
    }
}
