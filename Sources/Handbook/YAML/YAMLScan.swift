/// Looks through a YAML text before it is composed, for what must not reach the composer: anchors,
/// aliases (386 bytes of nested ones take a minute and 2 GB), tags, and nesting deeper than 64.
struct YAMLScan {
    struct Finding {
        var code: Diagnostic.Code
        var line: Int
        var column: Int
        var what: String
        var cure: String
    }

    static let maximumDepth = 64
    private static let maximumFindings = 20

    private(set) var findings: [Finding] = []
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    private var lineStart = 0
    /// Open `[` and `{`.
    private var depth = 0
    /// Where the next token may begin: a value, not the middle of a text.
    private var isTokenStart = true
    /// The column of the key or dash that a block scalar belongs to.
    private var parentIndent = -1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Goes through the whole text.
    mutating func run() {
        beginLine()
        while position < bytes.count, findings.count < Self.maximumFindings { step() }
    }

    private mutating func step() {
        let byte = bytes[position]
        switch byte {
        case 0x0A: newLine()
        case 0x20, 0x09, 0x0D: position += 1
        case UInt8(ascii: "#") where position == lineStart || isBlank(before: position): skipLine()
        case UInt8(ascii: "\"") where isTokenStart: skipQuoted(byte, escape: UInt8(ascii: "\\"))
        case UInt8(ascii: "'") where isTokenStart: skipQuoted(byte, escape: nil)
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            if isTokenStart || depth > 0 { open() } else { text() }
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            if depth > 0 { depth -= 1 }
            position += 1
        case UInt8(ascii: ","):
            if depth > 0 { isTokenStart = true }
            position += 1
        case UInt8(ascii: ":"):
            if isBlank(after: position) { isTokenStart = true }
            position += 1
        case UInt8(ascii: "|") where isTokenStart && depth == 0,
            UInt8(ascii: ">") where isTokenStart && depth == 0:
            skipBlockScalar()
        case UInt8(ascii: "?") where isTokenStart && isBlank(after: position): position += 1
        case UInt8(ascii: "&") where isTokenStart, UInt8(ascii: "*") where isTokenStart,
            UInt8(ascii: "!") where isTokenStart:
            refuse(byte)
        default: text()
        }
    }

    private mutating func text() {
        isTokenStart = false
        position += 1
    }

    private mutating func refuse(_ byte: UInt8) {
        let word: (code: Diagnostic.Code, name: String)
        switch byte {
        case UInt8(ascii: "!"): word = (.yamlTag, "tags are not read")
        case UInt8(ascii: "&"): word = (.yamlAnchor, "anchors are not read")
        default: word = (.yamlAnchor, "aliases are not read")
        }
        let character = String(UnicodeScalar(byte))
        find(
            word.code, word.name,
            cure: "quote a text that begins with '\(character)', or write it out")
        // What follows an anchor or a tag is a value again.
        while position < bytes.count, bytes[position] > 0x20, bytes[position] != UInt8(ascii: ",") {
            text()
        }
        isTokenStart = byte != UInt8(ascii: "*")
    }

    private mutating func open() {
        depth += 1
        if depth == Self.maximumDepth + 1 { tooDeep() }
        isTokenStart = true
        position += 1
    }

    private mutating func tooDeep() {
        find(
            .yamlDepth, "nested deeper than \(Self.maximumDepth) levels",
            cure: "remove the nesting; no file of a pack needs it")
    }

    private mutating func find(_ code: Diagnostic.Code, _ what: String, cure: String) {
        let column = bytes[lineStart..<min(position, bytes.count)].count { $0 & 0xC0 != 0x80 } + 1
        findings.append(Finding(code: code, line: line, column: column, what: what, cure: cure))
    }

    private mutating func newLine() {
        position += 1
        line += 1
        lineStart = position
        beginLine()
    }

    /// Skips the indentation and the dashes of a line, and remembers the column of what follows.
    private mutating func beginLine() {
        guard depth == 0 else { return }
        isTokenStart = true
        var dashes = 0
        var lastDash = -1
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0x20 || byte == 0x09 {
                position += 1
            } else if byte == UInt8(ascii: "-"), isBlank(after: position) {
                dashes += 1
                lastDash = position - lineStart
                position += 1
            } else {
                break
            }
        }
        if dashes > Self.maximumDepth || position - lineStart > 8 * Self.maximumDepth { tooDeep() }
        let startsScalar =
            position < bytes.count && (bytes[position] == 0x7C || bytes[position] == 0x3E)
        parentIndent = startsScalar ? lastDash : position - lineStart
    }

    private mutating func skipLine() {
        while position < bytes.count, bytes[position] != 0x0A { position += 1 }
    }

    private mutating func skipQuoted(_ quote: UInt8, escape: UInt8?) {
        position += 1
        isTokenStart = false
        while position < bytes.count, bytes[position] != quote {
            if bytes[position] == escape { position += 1 }
            if position < bytes.count, bytes[position] == 0x0A {
                line += 1
                lineStart = position + 1
            }
            position += 1
        }
        position += 1
    }

    /// Skips the lines that are indented deeper than the key of the scalar, and blank ones.
    private mutating func skipBlockScalar() {
        let parent = parentIndent
        skipLine()
        while position < bytes.count {
            var next = position + 1
            while next < bytes.count, bytes[next] == 0x20 { next += 1 }
            let isEmpty = next >= bytes.count || bytes[next] == 0x0A || bytes[next] == 0x0D
            guard isEmpty || next - position - 1 > parent else { return }
            position = next
            line += 1
            lineStart = next
            skipLine()
        }
    }

    private func isBlank(after index: Int) -> Bool {
        index + 1 >= bytes.count || bytes[index + 1] <= 0x20
    }

    private func isBlank(before index: Int) -> Bool { index == 0 || bytes[index - 1] <= 0x20 }
}
