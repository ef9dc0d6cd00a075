import Dialogue
public import Facts
public import Triage
import Understanding

extension JSON {
    /// The result of `conversation.say`.
    public init(_ turn: Turn) {
        var members: [Member] = [
            Member("conversation", .string(turn.conversation)),
            Member("message", .string(turn.message)),
            Member("turn", .integer(turn.number)),
            Member("messages", .array(turn.messages.map { JSON(answer: $0) })),
            Member("owner", .string(turn.owner)),
            Member("intent", JSON(turn.intent)),
            Member("confidence", .number(turn.confidence)),
            Member("state", .string(turn.state)),
        ]
        if let ticket = turn.ticket { members.append(Member("ticket", .string(ticket))) }
        if let outcome = turn.outcome { members.append(Member("outcome", .string(outcome))) }
        if let taken = turn.takenAs {
            members.append(Member("taken_as", .string(taken.rawValue)))
        }
        if let rating = turn.satisfaction {
            members.append(Member("satisfaction", .integer(rating)))
        }
        if let rule = turn.rule {
            members.append(
                Member(
                    "rule",
                    [
                        "file": .string(rule.file), "line": .integer(rule.line),
                        "text": .string(rule.text),
                    ]))
        }
        self = .object(members)
    }

    /// A message inside of a turn: its number, text, and the reply it came from.
    public init(answer message: Message) {
        var members: [Member] = [
            Member("number", .integer(message.number)), Member("text", .string(message.text)),
        ]
        if let reply = message.reply {
            members.append(Member("reply", .string(reply)))
            if !message.arguments.isEmpty {
                members.append(Member("arguments", JSON(message.arguments)))
            }
        }
        self = .object(members)
    }

    /// The parameters of a `conversation.message` notification; `name` is what the customer calls its agent.
    public init(notification message: Message, name: String? = nil) {
        let named = name.map { [Member("name", .string($0))] } ?? []
        self = .object(
            [
                Member("conversation", .string(message.conversation)),
                Member("sender", .string(message.sender)),
            ] + named + (JSON(answer: message).members ?? []))
    }

    public init(_ text: String?) {
        self = text.map { .string($0) } ?? .null
    }

    /// Milliseconds since the epoch.
    public init(_ instant: Instant) {
        self = .integer(Int(instant.milliseconds))
    }

    public init(_ instant: Instant?) {
        self = instant.map { JSON($0) } ?? .null
    }

    /// A line of a conversation's tail.
    public init(_ line: Line) {
        self = ["at": JSON(line.at), "speaker": .string(line.speaker), "text": .string(line.text)]
    }
}
