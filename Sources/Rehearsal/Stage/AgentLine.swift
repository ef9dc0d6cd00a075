import Facts

/// What an agent types: words for the customer, or a command that begins with a slash.
public enum AgentLine: Equatable, Sendable {
    case reply(String)
    case online
    case away(reason: String)
    case takeBreak(reason: String)
    case offline
    case next
    case accept
    case decline
    /// nil: the ticket at hand.
    case claim(ticket: String?)
    case takeOver(ticket: String?)
    case note(String)
    case transfer(queue: String, note: String)
    case snooze(Duration)
    case waitOnCustomer(Duration)
    case resolve(code: String)
    case returnToBot(note: String)
    case wake(ticket: String?)
    case kick(ticket: String?)

    /// What is wrong with a command, and the cure.
    public struct Mistake: Error, Equatable, Sendable {
        public var what: String
        public var cure: String
    }

    /// The commands with their arguments, for help and completion.
    public static let usage: [(name: String, arguments: String, meaning: String)] = [
        ("next", "", "take the next ticket"),
        ("accept", "", "take the ticket that is offered"),
        ("decline", "", "leave the offer to somebody else"),
        ("note", "TEXT", "an internal note; the customer never sees it"),
        ("resolve", "[CODE]", "done; the conversation goes back to the bot"),
        ("return", "[NOTE]", "give the conversation back to the bot, unresolved"),
        ("transfer", "QUEUE [NOTE]", "hand the ticket to another queue"),
        ("snooze", "2h", "put it aside for a while"),
        ("wait", "1d", "put it aside until the customer writes"),
        ("claim", "[TICKET]", "take a waiting ticket out of order"),
        ("takeover", "[TICKET]", "take a ticket from whoever has it (leads)"),
        ("wake", "[TICKET]", "queue a ticket that was put aside"),
        ("kick", "[TICKET]", "queue a ticket that needs attention (leads)"),
        ("online", "", "ready for work"), ("away", "[REASON]", "no new offers"),
        ("break", "[REASON]", "no new offers"),
        ("offline", "", "leave; your tickets are queued again"),
    ]

    /// Reads a line; one that begins with `/` and no known command is a mistake, never words for the customer.
    public init(_ line: String) throws(Mistake) {
        guard line.hasPrefix("/") else {
            self = .reply(line)
            return
        }
        let parts = line.dropFirst().split(separator: " ", maxSplits: 1)
        let name = parts.first.map(String.init) ?? ""
        let rest = parts.count == 2 ? String(parts[1].trimmed) : ""
        let ticket = rest.isEmpty ? nil : rest
        switch name {
        case "online": self = .online
        case "away": self = .away(reason: rest)
        case "break": self = .takeBreak(reason: rest)
        case "offline": self = .offline
        case "next": self = .next
        case "accept": self = .accept
        case "decline": self = .decline
        case "claim": self = .claim(ticket: ticket)
        case "takeover": self = .takeOver(ticket: ticket)
        case "wake": self = .wake(ticket: ticket)
        case "kick": self = .kick(ticket: ticket)
        case "note": self = .note(try Self.text(rest, of: name))
        case "transfer": self = try Self.transfer(rest)
        case "snooze": self = .snooze(try Self.duration(rest, of: name))
        case "wait": self = .waitOnCustomer(try Self.duration(rest, of: name))
        case "resolve": self = .resolve(code: rest.isEmpty ? "resolved" : rest)
        case "return": self = .returnToBot(note: rest)
        default:
            throw Mistake(what: "there is no command /\(name)", cure: "see /help")
        }
    }

    private static func text(_ text: String, of name: String) throws(Mistake) -> String {
        guard !text.isEmpty else {
            throw Mistake(what: "/\(name) without a text", cure: "write /\(name) and the text")
        }
        return text
    }

    private static func duration(_ text: String, of name: String) throws(Mistake) -> Duration {
        guard let duration = TalkTime.duration(text), duration > .zero else {
            throw Mistake(
                what: "'\(text)' is no time", cure: "write /\(name) 2h or /\(name) 1d 12h")
        }
        return duration
    }

    private static func transfer(_ text: String) throws(Mistake) -> AgentLine {
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        guard let queue = parts.first else {
            throw Mistake(what: "/transfer without a queue", cure: "write /transfer payments why")
        }
        return .transfer(queue: queue, note: parts.count == 2 ? parts[1] : "")
    }
}
