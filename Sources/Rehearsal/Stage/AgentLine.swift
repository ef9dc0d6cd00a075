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
    case snooze(AgentTime)
    case waitOnCustomer(AgentTime)
    case resolve(code: String)
    /// Ends the wrap-up; a code replaces that of the resolution.
    case done(code: String?)
    case returnToBot(note: String)
    case wake(ticket: String?)
    case kick(ticket: String?)
    /// Takes back what was done last, or the reply that is held.
    case undo
    /// Sends the held reply now.
    case send
    /// Asks another team.
    case ask(queue: String, text: String)
    /// Answers the question of a colleague.
    case answer(String)
    /// Joins the ticket at hand into another one of the same customer.
    case merge(into: String)
    /// Calls the customer back after a while.
    case callBack(AgentTime)
    /// Puts the ticket aside until the other team has answered.
    case waitOnTeam(AgentTime)
    case assign(agent: String)
    case whisper(String)

    /// What is wrong with a command, and the cure.
    public struct Mistake: Error, Equatable, Sendable {
        public var what: String
        public var cure: String
    }

    /// The commands with their arguments, for help and completion.
    public static let usage: [(name: String, arguments: String, meaning: String)] = [
        ("next", "", "take the next ticket"),
        ("accept", "[TICKET]", "take the ticket that is offered"),
        ("decline", "[TICKET]", "leave the offer to somebody else"),
        ("note", "[TICKET] TEXT", "an internal note; the customer never sees it"),
        ("resolve", "[CODE]", "done; the conversation goes back to the bot"),
        ("done", "[TICKET] [CODE]", "end the wrap-up; a code replaces the one of /resolve"),
        ("return", "[NOTE]", "give the conversation back to the bot, unresolved"),
        ("transfer", "QUEUE [NOTE]", "hand the ticket to another queue"),
        ("ask", "QUEUE TEXT", "ask another team; the answer comes to this ticket"),
        ("answer", "TEXT", "answer the question of a colleague"),
        ("merge", "TICKET", "join this ticket into another one of the same customer"),
        ("undo", "[TICKET]", "take back the held reply, else your last note, transfer or snooze"),
        ("send", "", "send the held reply now"),
        ("snooze", "TIME", "put it aside: 2h, 14:30, tomorrow 9:00, mon 9am"),
        ("wait", "TIME", "put it aside until the customer writes"),
        ("callback", "TIME", "put it aside and call back then"),
        ("team", "TIME", "put it aside until the other team has answered"),
        ("claim", "[TICKET]", "take a waiting ticket out of order"),
        ("takeover", "[TICKET]", "take a ticket from whoever has it (leads)"),
        ("wake", "[TICKET]", "queue a ticket that was put aside"),
        ("kick", "[TICKET]", "queue a ticket that needs attention (leads)"),
        ("assign", "[TICKET] AGENT", "give the ticket to somebody (leads)"),
        ("whisper", "[TICKET] TEXT", "tell its agent, unseen by the customer (leads)"),
        ("online", "", "ready for work"), ("away", "[REASON]", "no new offers"),
        ("break", "[REASON]", "no new offers"),
        ("offline", "", "leave; your tickets are queued again"),
    ]

    /// The commands whose text may have several lines.
    private static let takesLines: Set<String> = [
        "note", "ask", "answer", "whisper", "transfer", "return",
    ]

    /// Reads a line; one that begins with `/` and no known command is a mistake, never words for the customer.
    public init(_ line: String) throws(Mistake) {
        guard line.hasPrefix("/") else {
            self = .reply(line)
            return
        }
        let parts = line.dropFirst().split(
            maxSplits: 1, whereSeparator: { $0 == " " || $0 == "\n" })
        let name = parts.first.map(String.init) ?? ""
        guard !line.contains("\n") || Self.takesLines.contains(name) else {
            throw Mistake(
                what: "several lines that begin with / are no command",
                cure: "write a word before the /, or the command alone")
        }
        let rest = parts.count == 2 ? String(parts[1].trimmed) : ""
        let ticket = rest.isEmpty ? nil : rest
        if let line = try Self.late(name, rest) {
            self = line
            return
        }
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
        case "snooze": self = .snooze(try Self.time(rest, of: name))
        case "wait": self = .waitOnCustomer(try Self.time(rest, of: name))
        case "resolve": self = .resolve(code: rest.isEmpty ? "resolved" : rest)
        case "done": self = .done(code: ticket)
        case "return": self = .returnToBot(note: rest)
        default:
            throw Mistake(what: "there is no command /\(name)", cure: "see /help")
        }
    }

    private static let aimable: Set<Substring> = [
        "/whisper", "/assign", "/note", "/done", "/accept", "/decline",
    ]

    /// A command about another ticket, as `/whisper T-1042 be kind`: the ticket, and the
    /// line without it. Any other line is about the ticket at hand (nil).
    public static func aimed(_ line: String) -> (ticket: String?, line: String) {
        let parts = line.split(separator: " ", maxSplits: 2)
        guard parts.count > 1, aimable.contains(parts[0]),
            parts[1].hasPrefix("T-"), Int(parts[1].dropFirst(2)) != nil
        else { return (nil, line) }
        let rest = parts.count > 2 ? " " + parts[2] : ""
        return (String(parts[1]), parts[0] + rest)
    }

    /// The commands about colleagues and second thoughts.
    private static func late(_ name: String, _ rest: String) throws(Mistake) -> AgentLine? {
        switch name {
        case "undo": return .undo
        case "send": return .send
        case "ask":
            let parts = rest.split(separator: " ", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw Mistake(
                    what: "/ask without a queue and a text", cure: "write /ask technical why")
            }
            return .ask(queue: parts[0], text: parts[1])
        case "answer": return .answer(try text(rest, of: name))
        case "merge":
            guard !rest.isEmpty else {
                throw Mistake(
                    what: "/merge without a ticket",
                    cure: "write /merge T-1042; /show names the customer's other ones as related")
            }
            return .merge(into: rest)
        case "callback": return .callBack(try time(rest, of: name))
        case "team": return .waitOnTeam(try time(rest, of: name))
        case "assign": return .assign(agent: try text(rest, of: name))
        case "whisper": return .whisper(try text(rest, of: name))
        default: return nil
        }
    }

    private static func text(_ text: String, of name: String) throws(Mistake) -> String {
        guard !text.isEmpty else {
            throw Mistake(what: "/\(name) without a text", cure: "write /\(name) and the text")
        }
        return text
    }

    private static func time(_ text: String, of name: String) throws(Mistake) -> AgentTime {
        guard let time = AgentTime(text) else {
            throw Mistake(
                what: text.isEmpty ? "/\(name) without a time" : "'\(text)' is no time",
                cure: "write /\(name) 2h, /\(name) 14:30 or /\(name) tomorrow 9:00")
        }
        return time
    }

    private static func transfer(_ text: String) throws(Mistake) -> AgentLine {
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        guard let queue = parts.first else {
            throw Mistake(what: "/transfer without a queue", cure: "write /transfer payments why")
        }
        return .transfer(queue: queue, note: parts.count == 2 ? parts[1] : "")
    }
}
