import Facts

/// Reads a `.talk` file line by line; collects every mistake.
struct TalkReader {
    private let file: String
    private var transcript: Transcript
    private var mistakes: [TalkMistake] = []
    /// Continuation lines (`  | …`, `  > …`) go to the statement before them.
    private var open = OpenStatement.none

    enum OpenStatement {
        case none
        case stimulus
        case message
    }

    init(text: String, file: String) {
        self.file = file
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        transcript = Transcript(file: file, header: .init(), cases: [], lines: lines)
        if transcript.lines.last == "" { transcript.lines.removeLast() }
    }

    mutating func read() throws(TalkMistakes) -> Transcript {
        for (index, line) in transcript.lines.enumerated() {
            do {
                try read(line, number: index + 1)
            } catch {
                mistake(index + 1, error.what, error.cure)
            }
        }
        if transcript.cases.isEmpty {
            mistake(
                max(transcript.lines.count, 1), "there is no case", "begin one: === what happens")
        }
        for empty in transcript.cases where empty.turns.isEmpty {
            mistake(empty.line, "the case is empty", "let the customer say something")
        }
        guard mistakes.isEmpty else { throw TalkMistakes(list: mistakes) }
        return transcript
    }

    struct Refusal: Error {
        var what: String
        var cure: String
    }

    private mutating func mistake(_ line: Int, _ what: String, _ cure: String) {
        mistakes.append(TalkMistake(file: file, line: line, what: what, cure: cure))
    }

    private mutating func read(_ line: String, number: Int) throws(Refusal) {
        if let found = Disclosure.first(in: line) {
            throw Refusal(
                what: "'\(found.text)' looks like \(found.kind.title) of a real person",
                cure: "write <\(found.kind.rawValue):1>, or a domain as example.com")
        }
        let body = line.drop { $0 == " " || $0 == "\t" }
        if body.isEmpty || body.hasPrefix("#") { return }
        if line.hasPrefix("===") {
            let name = line.dropFirst(3).trimmed
            transcript.cases.append(.init(name: String(name), line: number, turns: []))
            open = .none
        } else if transcript.cases.isEmpty {
            try readHeader(line)
        } else if body.count < line.count {
            try readIndented(body, number: number)
        } else {
            try readStatement(line, number: number)
        }
    }

    // MARK: Header

    private mutating func readHeader(_ line: String) throws(Refusal) {
        guard let colon = line.firstIndex(of: ":") else {
            throw Refusal(what: "a header line is 'key: value'", cure: "or begin a case: === name")
        }
        let key = String(line[..<colon])
        let value = String(line[line.index(after: colon)...].trimmed)
        switch key {
        case "title": transcript.header.title = value
        case "source", "redacted", "seed": break
        case "world":
            guard value == "demo-shop" else {
                throw Refusal(what: "the world '\(value)' is unknown", cure: "use demo-shop")
            }
        case "start": transcript.header.start = try Self.start(value)
        case "customer": transcript.header.customer = try Self.customer(value)
        case "lang", "run": transcript.header.languages = Self.list(value)
        case "tags": transcript.header.tags = Self.list(value)
        case "channel": transcript.header.channel = value
        case "with": transcript.header.settings = try Self.settings(value)
        default:
            let known =
                "title, world, start, customer, lang, run, tags, channel, with, seed, source, redacted"
            throw Refusal(what: "the header '\(key)' is unknown", cure: "known are \(known)")
        }
    }

    private static func list(_ value: String) -> [String] {
        value.split(separator: ",").map { String($0.trimmed) }
    }

    private static func settings(_ value: String) throws(Refusal) -> [TalkArgument] {
        var scanner = TalkScanner(value)
        guard let fields = try? scanner.arguments(), !fields.isEmpty else {
            throw Refusal(
                what: "'\(value)' changes nothing of the pack", cure: "write with: limits.listed=2")
        }
        return fields
    }

    private static func start(_ value: String) throws(Refusal) -> Transcript.Start {
        let parts = value.split(separator: " ")
        guard parts.count >= 2, parts.count <= 3,
            let civil = TalkTime.civil(Substring(parts.prefix(2).joined(separator: " ")))
        else {
            throw Refusal(
                what: "'\(value)' is no start", cure: "write start: 2026-03-02 09:14 Europe/Berlin")
        }
        return .init(civil: civil, zone: parts.count == 3 ? String(parts[2]) : nil)
    }

    private static func customer(_ value: String) throws(Refusal) -> Transcript.KnownCustomer {
        var scanner = TalkScanner(value)
        let id = scanner.take { $0.isTalkName }
        let isVerified = scanner.skip("verified")
        guard !id.isEmpty, let fields = try? scanner.arguments() else {
            throw Refusal(
                what: "'\(value)' is no customer", cure: "write customer: c-77 verified tier=gold")
        }
        return .init(id: id, isVerified: isVerified, fields: fields)
    }

    // MARK: Statements

    private mutating func readStatement(_ line: String, number: Int) throws(Refusal) {
        open = .none
        if line.hasPrefix("+") {
            guard let duration = TalkTime.duration(String(line.dropFirst())) else {
                throw Refusal(what: "'\(line)' is no time to wait", cure: "write +2d 3h")
            }
            return begin(.wait(duration), number)
        }
        if line.hasPrefix("@") {
            guard let time = TalkTime.civil(line.dropFirst().trimmed) else {
                throw Refusal(what: "'\(line)' is no time", cure: "write @ 2026-03-04 10:00")
            }
            return begin(.waitUntil(time), number)
        }
        var speaker = try SpeakerLine(line)
        switch speaker.name {
        case "given":
            do {
                begin(.given(try TalkCall(speaker.text)), number)
            } catch {
                throw Refusal(
                    what: error.what, cure: "write given: shop.order(order_id=1042) -> timeout x3")
            }
        case "event":
            var scanner = TalkScanner(speaker.text)
            let name = scanner.take { $0.isTalkName }
            guard !name.isEmpty, let fields = try? scanner.arguments() else {
                throw Refusal(
                    what: "'\(speaker.text)' is no event",
                    cure: "write event: carrier.scanned return=R-1")
            }
            begin(.event(conversation: speaker.conversation, name: name, fields: fields), number)
        case "customer": try readCustomer(speaker, number)
        case "bot": expect(speaker, number)
        case let name where name.hasPrefix("agent."):
            let agent = String(name.dropFirst("agent.".count))
            guard speaker.mode == .exact else { return expect(speaker, number) }
            speaker.name = agent
            begin(
                .agent(conversation: speaker.conversation, agent: agent, text: speaker.text), number
            )
            open = .stimulus
        default:
            throw Refusal(
                what: "the speaker '\(speaker.name)' is unknown",
                cure: "use customer, bot, agent.<name>, event or given")
        }
    }

    private mutating func begin(_ stimulus: Transcript.Stimulus, _ number: Int) {
        let turn = Transcript.Turn(
            line: number, lastLine: number, stimulus: stimulus, expectations: [])
        transcript.cases[transcript.cases.count - 1].turns.append(turn)
    }

    /// Consecutive lines in different languages are one turn.
    private mutating func readCustomer(_ speaker: SpeakerLine, _ number: Int) throws(Refusal) {
        guard speaker.mode == .exact else {
            throw Refusal(
                what: "a customer's line has the mode '\(speaker.mode.rawValue)'",
                cure: "write customer: and the words")
        }
        defer { open = .stimulus }
        let text = (language: speaker.language, text: speaker.text)
        if !speaker.language.isEmpty, let last = lastTurn, last.expectations.isEmpty,
            case .customer(speaker.conversation, let texts) = last.stimulus,
            texts.allSatisfy({ !$0.language.isEmpty && $0.language != speaker.language })
        {
            changeLastTurn {
                $0.stimulus = .customer(
                    conversation: speaker.conversation, texts: texts + [text])
                $0.lastLine = number
            }
        } else {
            begin(.customer(conversation: speaker.conversation, texts: [text]), number)
        }
    }

    private mutating func expect(_ speaker: SpeakerLine, _ number: Int) {
        let message = Transcript.ExpectedMessage(
            conversation: speaker.conversation, speaker: speaker.name, language: speaker.language,
            mode: speaker.mode, texts: [speaker.text])
        add(.init(line: number, lastLine: number, kind: .message(message)))
        open = .message
    }

    private mutating func add(_ expectation: Transcript.Expectation) {
        if lastTurn == nil { begin(.wait(.zero), expectation.line) }
        changeLastTurn {
            $0.expectations.append(expectation)
            $0.lastLine = expectation.line
        }
    }

    private var lastTurn: Transcript.Turn? { transcript.cases.last?.turns.last }

    private mutating func changeLastTurn(_ change: (inout Transcript.Turn) -> Void) {
        let index = transcript.cases.count - 1
        let turn = transcript.cases[index].turns.count - 1
        change(&transcript.cases[index].turns[turn])
    }

    // MARK: Indented lines

    private mutating func readIndented(_ body: Substring, number: Int) throws(Refusal) {
        let sign = body.prefix(1)
        let text = body.dropFirst().first == " " ? body.dropFirst(2) : body.dropFirst()
        switch sign {
        case "|", ">": try continueStatement(sign, String(text), number)
        case "?":
            open = .none
            let state = try Self.state(text.trimmed)
            add(.init(line: number, lastLine: number, kind: .state(state)))
        case "!":
            open = .none
            if text.trimmed == "nothing" {
                add(.init(line: number, lastLine: number, kind: .nothing))
                return
            }
            do {
                let call = try TalkCall(String(text.trimmed))
                add(.init(line: number, lastLine: number, kind: .effect(call)))
            } catch {
                throw Refusal(what: error.what, cure: "write ! shop.cancel_order(order=1042) -> ok")
            }
        default:
            throw Refusal(
                what: "'\(body.prefix(20))' is not understood",
                cure: "an indented line begins with | > ? or !")
        }
    }

    private mutating func continueStatement(
        _ sign: Substring, _ text: String, _ number: Int
    ) throws(Refusal) {
        switch open {
        case .message:
            changeLastTurn { turn in
                let last = turn.expectations.count - 1
                guard case .message(var message) = turn.expectations[last].kind else { return }
                if sign == "|" {
                    message.texts.append(text)
                } else {
                    message.texts[message.texts.count - 1] += "\n" + text
                }
                turn.expectations[last].kind = .message(message)
                turn.expectations[last].lastLine = number
                turn.lastLine = number
            }
        case .stimulus where sign == ">":
            changeLastTurn { turn in
                turn.stimulus.append(line: text)
                turn.lastLine = number
            }
        case .none, .stimulus:
            throw Refusal(
                what: "'\(sign)' follows no message", cure: "put it under the message it belongs to"
            )
        }
    }

    private static func state(_ text: Substring) throws(Refusal) -> Transcript.ExpectedState {
        let parts = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: true)
        if parts.count == 2, parts[0] == "no" {
            return .init(path: String(parts[1]), test: .absent, value: "")
        }
        guard parts.count >= 2,
            let test = Transcript.ExpectedState.Test(rawValue: String(parts[1])),
            test != .absent
        else {
            throw Refusal(
                what: "'? \(text)' is not understood", cure: "write ? slot.reason = damaged")
        }
        let value = parts.count == 3 ? String(parts[2].trimmed) : ""
        return .init(path: String(parts[0]), test: test, value: value)
    }
}

extension Transcript {
    /// Reads a file's text; throws every mistake in it.
    public init(text: String, file: String) throws(TalkMistakes) {
        var reader = TalkReader(text: text, file: file)
        self = try reader.read()
    }
}

extension Transcript.Stimulus {
    fileprivate mutating func append(line: String) {
        switch self {
        case .customer(let conversation, var texts):
            guard !texts.isEmpty else { return }
            texts[texts.count - 1].text += "\n" + line
            self = .customer(conversation: conversation, texts: texts)
        case .agent(let conversation, let agent, let text):
            self = .agent(conversation: conversation, agent: agent, text: text + "\n" + line)
        case .event, .given, .wait, .waitUntil: return
        }
    }
}
