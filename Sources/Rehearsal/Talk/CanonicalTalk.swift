import Facts

/// The one way to write a transcript, so that differences between two versions are as small as they can be.
///
/// Line by line: the header's keys in their order, one blank line before a case, none between what is said and what
/// must follow, two blanks of indentation, calls and times in their canonical form. Words, comments and the order of
/// the lines stay.
public enum CanonicalTalk {
    static let headerKeys = [
        "title", "world", "start", "customer", "channel", "with", "tags", "lang", "run", "seed",
        "source",
        "redacted",
    ]

    /// The file's text in the canonical form, with a LF at its end; twice gives the same as once.
    public static func text(of transcript: Transcript) -> String {
        var writer = Writer()
        let lines = transcript.lines.map { line in
            String(line.replacing("\r", with: "").trimmedAtEnd)
        }
        let first = lines.firstIndex { $0.hasPrefix("===") } ?? lines.count
        // Comments right above the first case are its own.
        let isOwn = lines[..<first].reversed().prefix { $0.isEmpty || $0.isComment }
        let head = lines[..<(first - isOwn.count)]
        for line in header(Array(head)) { writer.out.append(line) }
        for line in lines[head.endIndex...] { writer.add(line) }
        return writer.out.joined(separator: "\n") + "\n"
    }

    /// The keys in their order, each with the comments above it.
    private static func header(_ lines: [String]) -> [String] {
        var entries: [(rank: Int, lines: [String])] = []
        var comments: [String] = []
        for line in lines where !line.isEmpty {
            guard !line.isComment, let colon = line.firstIndex(of: ":") else {
                comments.append(line)
                continue
            }
            let key = String(line[..<colon].trimmed)
            let value = String(line[line.index(after: colon)...].trimmed)
            let rank = headerKeys.firstIndex(of: key) ?? headerKeys.count
            entries.append((rank, comments + ["\(key): \(headerValue(value, of: key))"]))
            comments = []
        }
        let sorted = entries.enumerated().sorted {
            ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
        }
        return sorted.flatMap(\.element.lines) + comments
    }

    private static func headerValue(_ value: String, of key: String) -> String {
        switch key {
        case "tags", "lang", "run":
            value.split(separator: ",").map { String($0.trimmed) }.joined(separator: ", ")
        case "start", "customer":
            value.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
        default: value
        }
    }

    /// Writes the lines of cases.
    private struct Writer {
        var out: [String] = []
        /// Comments that wait for the line they stand above.
        private var comments: [String] = []
        private var isAfterBlank = false

        mutating func add(_ line: String) {
            if line.isEmpty {
                isAfterBlank = true
            } else if line.isComment {
                comments.append(line)
            } else if line.hasPrefix("===") {
                put("=== " + line.dropFirst(3).trimmed, afterBlank: !out.isEmpty)
            } else if line.first == " " || line.first == "\t" {
                put(CanonicalTalk.indented(line), afterBlank: false)
            } else {
                let isStimulus = !CanonicalTalk.isExpectation(line)
                let follows = out.last?.hasPrefix("===") ?? true
                put(
                    CanonicalTalk.statement(line),
                    afterBlank: isAfterBlank && isStimulus && !follows)
            }
        }

        private mutating func put(_ line: String, afterBlank: Bool) {
            if afterBlank { out.append("") }
            let isInner = line.first == " "
            out += comments.map { isInner ? "  " + $0.trimmed : String($0.trimmed) } + [line]
            comments = []
            isAfterBlank = false
        }
    }

    /// What the bot or an agent must say.
    private static func isExpectation(_ line: String) -> Bool {
        guard let speaker = try? SpeakerLine(line) else { return false }
        return speaker.name == "bot" || speaker.name.hasPrefix("agent.") && speaker.mode != .exact
    }

    private static func indented(_ line: String) -> String {
        let body = line.drop { $0 == " " || $0 == "\t" }
        let text = body.dropFirst().first == " " ? body.dropFirst(2) : body.dropFirst()
        switch body.first {
        case "!":
            guard text.trimmed != "nothing", let call = try? TalkCall(String(text.trimmed)) else {
                return "  ! \(text.trimmed)"
            }
            return "  ! \(call.text)"
        case "?":
            let words = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: true)
            return "  ? " + words.map { String($0.trimmed) }.joined(separator: " ")
        case .some(let sign): return "  \(sign) \(text)"
        case nil: return ""
        }
    }

    private static func statement(_ line: String) -> String {
        if line.hasPrefix("+") {
            let duration = TalkTime.duration(String(line.dropFirst()))
            return duration.map { "+" + TalkTime.text($0) } ?? line
        }
        if line.hasPrefix("@") { return "@ " + line.dropFirst().trimmed }
        guard let speaker = try? SpeakerLine(line), let colon = line.firstIndex(of: ":") else {
            return line
        }
        return line[...colon] + (speaker.text.isEmpty ? "" : " ") + body(of: speaker)
    }

    private static func body(of speaker: SpeakerLine) -> String {
        switch (speaker.name, speaker.mode) {
        case ("given", _): return (try? TalkCall(speaker.text))?.givenText ?? speaker.text
        case ("bot", .reply):
            var scanner = TalkScanner(speaker.text)
            scanner.skipBlanks()
            let id = scanner.take { $0.isTalkName }
            guard let arguments = try? scanner.arguments() else { return speaker.text }
            return ([id] + arguments.map(\.text)).joined(separator: " ")
        default: return speaker.text
        }
    }
}

extension StringProtocol {
    fileprivate var isComment: Bool { self.drop { $0 == " " || $0 == "\t" }.first == "#" }

    fileprivate var trimmedAtEnd: SubSequence {
        var text = self[...]
        while let last = text.last, last == " " || last == "\t" { text = text.dropLast() }
        return text
    }
}

extension String {
    fileprivate var trimmed: Substring { self[...].trimmed }
}
