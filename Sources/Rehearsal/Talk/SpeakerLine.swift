/// The parts of `c2/bot[de]~: words`.
struct SpeakerLine {
    var conversation = Self.firstConversation
    var name: String
    /// Empty where none is named.
    var language = ""
    var mode = Transcript.Mode.exact
    var text: String

    /// The conversation of lines without a prefix.
    static let firstConversation = "c1"

    init(_ line: String) throws(TalkReader.Refusal) {
        guard let colon = line.firstIndex(of: ":") else {
            throw .init(what: "the line has no speaker", cure: "write customer: and the words")
        }
        var head = line[..<colon]
        let tail = line[line.index(after: colon)...]
        text = String(tail.hasPrefix(" ") ? tail.dropFirst() : tail)
        if let last = head.last, let mode = Transcript.Mode(rawValue: String(last)) {
            self.mode = mode
            head = head.dropLast()
        }
        if head.hasSuffix("]"), let bracket = head.firstIndex(of: "[") {
            language = String(head[head.index(after: bracket)...].dropLast())
            head = head[..<bracket]
        }
        if let slash = head.firstIndex(of: "/") {
            conversation = String(head[..<slash])
            head = head[head.index(after: slash)...]
        }
        name = String(head)
    }
}

extension Substring {
    /// Without blanks at both ends.
    var trimmed: Substring {
        var text = self.drop { $0 == " " || $0 == "\t" || $0 == "\r" }
        while let last = text.last, last == " " || last == "\t" || last == "\r" {
            text = text.dropLast()
        }
        return text
    }
}
