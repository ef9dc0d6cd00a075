import Facts
import Triage

extension TurnVerdict.DiffLine {
    init(_ kind: Kind, _ expectation: Transcript.Expectation) {
        self.init(
            kind: kind, text: expectation.text, source: expectation.line...expectation.lastLine)
    }
}

extension Transcript.Expectation {
    var message: Transcript.ExpectedMessage? {
        if case .message(let message) = kind { message } else { nil }
    }

    var effect: TalkCall? { if case .effect(let call) = kind { call } else { nil } }

    /// Whether it is a message that counts when `language` is played.
    func isMessage(in language: String) -> Bool {
        guard let message else { return false }
        return message.language.isEmpty || language.isEmpty || message.language == language
    }

    /// The canonical lines.
    var text: String {
        switch kind {
        case .message(let message): message.text
        case .state(let state): state.line
        case .effect(let call): "  ! \(call.text)"
        case .nothing: "  ! nothing"
        }
    }
}

extension Transcript.ExpectedMessage {
    var text: String {
        let head =
            (conversation == SpeakerLine.firstConversation ? "" : "\(conversation)/") + speaker
            + (language.isEmpty ? "" : "[\(language)]") + mode.rawValue
        let lines = texts.map { text in
            text.utf8.contains(0x0A) ? text.replacing("\n", with: "\n  > ") : text
        }
        return "\(head): " + lines.joined(separator: "\n  | ")
    }
}

extension MessageMatch {
    /// Whether the message is the expected reply, whatever its arguments.
    func fitsReply(_ message: Message) -> Bool {
        expected.texts.contains { $0.split(separator: " ").first.map(String.init) == message.reply }
    }
}

extension Message {
    /// The message as a line of a transcript, in the mode of the line that it takes the place of.
    func line(like expected: Transcript.ExpectedMessage?, turn: Transcript.Turn) -> String {
        let prefix = conversation == SpeakerLine.firstConversation ? "" : "\(conversation)/"
        let usesReplies =
            expected?.mode == .reply || turn.expectations.contains { $0.message?.mode == .reply }
        if usesReplies, let replyLine { return "\(prefix)\(sender)=: \(replyLine)" }
        return "\(prefix)\(sender): " + text.replacing("\n", with: "\n  > ")
    }
}

extension Captures {
    /// Whether the effect is the one of the call: name, the arguments and results that are listed, the outcome.
    mutating func fit(
        _ call: TalkCall, _ effect: ObservedEffect, _ placeholders: Placeholders,
        slots: (String) -> String?
    ) -> Bool {
        guard call.name == effect.name else { return false }
        if let outcome = call.outcome, outcome != effect.outcome,
            !(outcome == "failed" && effect.outcome.map { Self.failures.contains($0) } ?? false)
        {
            return false
        }
        var bound = self
        for (arguments, record) in [
            (call.arguments, effect.arguments), (call.result, effect.result),
        ] {
            for var argument in arguments {
                argument.value = placeholders.filled(argument.value)
                guard bound.fit(argument, record, slots: slots) else { return false }
            }
        }
        self = bound
        return true
    }

    private static let failures: Set<String> = [
        "timeout", "shop_unavailable", "connection_refused", "failed",
    ]
}

extension Transcript.Stimulus {
    /// The conversation that the `?` lines below it are about.
    var conversation: String {
        switch self {
        case .customer(let conversation, _), .agent(let conversation, _, _),
            .event(let conversation, _, _):
            conversation
        case .given, .wait, .waitUntil: SpeakerLine.firstConversation
        }
    }
}
