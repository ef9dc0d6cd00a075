import Desk
import Dialogue
import Facts
import Triage
import Understanding
import Wire

/// The conversations of one case at a running desk, and what it told about them.
struct LiveStage: Observed {
    private let header: Transcript.Header
    /// The language that is played; empty: the first that a line has.
    private let language: String
    private let prefix: String
    private var seen: [String: Conversation] = [:]
    /// The highest number of a message, by conversation of the transcript.
    private var numbers: [String: Int] = [:]
    private var lastMessage = 0
    let placeholders: Placeholders
    let lastResults: [String: ActionResult] = [:]
    let handedOverAt: [String: Instant] = [:]
    let firstHumanReplyAt: [String: Instant] = [:]

    /// How often a desk is asked for the messages of an event before it counts as silent.
    private static let patience = 10

    init(header: Transcript.Header, language: String, prefix: String) {
        self.header = header
        self.language = language
        self.prefix = prefix
        placeholders = Placeholders(customer: nil)
    }

    func conversation(_ id: String) -> Conversation? { seen[id] }
    func ticket(of conversation: String) -> Ticket? { nil }

    /// Paths that only a desk in process answers.
    static func isHidden(_ path: String) -> Bool {
        let root = path.split(separator: ".").first.map(String.init) ?? path
        return ["action", "handoff", "ticket", "metric", "rule", "fact"].contains(root)
    }

    /// Plays what a customer says or what happens. Other stimuli do nothing: `LiveRehearsal.obstacle`.
    mutating func play(
        _ stimulus: Transcript.Stimulus, at desk: inout some LiveDesk
    ) throws -> Happening {
        switch stimulus {
        case .customer(let conversation, let texts):
            return try say(texts, in: conversation, at: &desk)
        case .event(let conversation, let name, let fields):
            return try tell(name, fields, in: conversation, at: &desk)
        case .agent, .given, .wait, .waitUntil: return Happening()
        }
    }

    private mutating func say(
        _ texts: [(language: String, text: String)], in conversation: String,
        at desk: inout some LiveDesk
    ) throws -> Happening {
        let fitting = texts.first { $0.language == language } ?? texts.first { $0.language.isEmpty }
        guard let text = fitting ?? (language.isEmpty ? texts.first : nil) else {
            return Happening(refusals: ["the customer says nothing in '\(language)'"])
        }
        lastMessage += 1
        var members: [JSON.Member] = [
            .init("conversation", .string(prefix + conversation)),
            .init("message", .string("m\(lastMessage)")),
            .init("text", .string(placeholders.filled(text.text))),
        ]
        if let channel = header.channel { members.append(.init("channel", .string(channel))) }
        if let known = header.customer, known.isVerified {
            members.append(.init("customer", .string(known.id)))
        }
        let answer = try desk.answer(.say, .object(members))
        var happening = Happening()
        for message in answer["messages"]?.array ?? [] {
            happening.messages += Message(live: message, in: conversation).map { [$0] } ?? []
        }
        happening.turn = Turn(live: answer, in: conversation)
        try look(at: conversation, &desk)
        return happening
    }

    private mutating func tell(
        _ name: String, _ fields: [TalkArgument], in conversation: String,
        at desk: inout some LiveDesk
    ) throws -> Happening {
        let record = fields.map { JSON.Member($0.name, .string($0.value)) }
        _ = try desk.answer(
            .event,
            [
                "conversation": .string(prefix + conversation), "event": .string(name),
                "fields": .object(record),
            ])
        var happening = Happening()
        for _ in 0..<Self.patience where happening.messages.isEmpty {
            desk.pause()
            happening.messages = try look(at: conversation, &desk)
        }
        return happening
    }

    /// Takes in what the desk shows; the messages since the last look.
    @discardableResult
    private mutating func look(
        at conversation: String, _ desk: inout some LiveDesk
    ) throws -> [Message] {
        let last = numbers[conversation] ?? 0
        let shown = try desk.answer(
            .show,
            ["conversation": .string(prefix + conversation), "after": .integer(last)])
        var open = Conversation(
            id: conversation, language: shown["language"]?.string ?? "",
            channel: header.channel ?? "chat", at: Instant(milliseconds: 0))
        if let dialogue = shown["dialogue"] {
            open.dialogue = try JSONCoder.decode(DialogueState.self, from: dialogue)
        }
        open.turnCount = shown["turns"]?.integer ?? 0
        switch shown["owner"]?.string ?? "bot" {
        case "bot": open.owner = .bot
        case "queue": open.owner = .queue
        case let owner: open.owner = .agent(String(owner.dropFirst("agent.".count)))
        }
        seen[conversation] = open
        let messages = (shown["messages"]?.array ?? []).compactMap {
            Message(live: $0, in: conversation)
        }
        numbers[conversation] = max(last, messages.map(\.number).max() ?? 0)
        return messages
    }
}

extension Message {
    /// Of an answer or a notification; nil for another shape.
    fileprivate init?(live json: JSON, in conversation: String) {
        guard let text = json["text"]?.string, let number = json["number"]?.integer else {
            return nil
        }
        self.init(
            conversation: conversation, number: number, sender: json["sender"]?.string ?? "bot",
            text: text, reply: json["reply"]?.string,
            arguments: json["arguments"].flatMap { Value(json: $0)?.record } ?? Record())
    }
}

extension Turn {
    fileprivate init(live json: JSON, in conversation: String) {
        self.init(
            conversation: conversation, message: json["message"]?.string ?? "",
            number: json["turn"]?.integer ?? 0, messages: [], owner: json["owner"]?.string ?? "",
            intent: json["intent"]?.string, confidence: json["confidence"]?.share ?? 0,
            rule: json["rule"].flatMap { RuleReference(live: $0) },
            state: json["state"]?.string ?? "",
            ticket: json["ticket"]?.string, outcome: json["outcome"]?.string)
    }
}

extension RuleReference {
    fileprivate init?(live json: JSON) {
        guard let file = json["file"]?.string, let line = json["line"]?.integer,
            let text = json["text"]?.string
        else { return nil }
        self.init(file: file, line: line, text: text)
    }
}

extension JSON {
    /// A number, whole or not.
    fileprivate var share: Double? {
        if case .number(let number) = self { number } else { integer.map(Double.init) }
    }
}
