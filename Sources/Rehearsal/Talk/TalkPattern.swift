/// A pattern of a `~:` line: literal text with holes as `{*}`, `{order_id}` and `{ret:return_id}`.
///
/// Matching takes at most (pattern parts × text length) steps per hole length: no pattern hangs.
public struct TalkPattern: Equatable, Sendable {
    enum Part: Equatable, Sendable {
        case literal(String)
        /// What fits is kept under `name`, where one is given.
        case hole(kind: String, name: String?)
    }

    let parts: [Part]

    public init(_ text: String) {
        var parts: [Part] = []
        var literal = ""
        var rest = text[...]
        while let character = rest.first {
            guard character == "{", let end = rest.firstIndex(of: "}") else {
                literal.append(character)
                rest = rest.dropFirst()
                continue
            }
            if !literal.isEmpty { parts.append(.literal(literal)) }
            literal = ""
            let inside = rest[rest.index(after: rest.startIndex)..<end]
            rest = rest[rest.index(after: end)...]
            if let colon = inside.firstIndex(of: ":") {
                parts.append(
                    .hole(
                        kind: String(inside[inside.index(after: colon)...].trimmed),
                        name: String(inside[..<colon].trimmed)))
            } else {
                parts.append(.hole(kind: String(inside.trimmed), name: nil))
            }
        }
        if !literal.isEmpty { parts.append(.literal(literal)) }
        self.parts = parts
    }

    /// What the holes took, or nil where the text does not fit. `value` gives a slot's text for `{order_id}`.
    func match(_ text: String, value: (String) -> String?) -> [String: String]? {
        // Where nothing is a hole: plain equality.
        var search = Search(parts: resolved(value), text: Array(text), failed: [])
        return search.match(part: 0, at: 0)
    }

    /// A hole that names a slot becomes the slot's text.
    private func resolved(_ value: (String) -> String?) -> [Part] {
        parts.map { part in
            guard case .hole(let kind, _) = part, Self.shapes[kind] == nil,
                let text = value(kind)
            else { return part }
            return .literal(text)
        }
    }

    private struct Search {
        let parts: [Part]
        let text: [Character]
        /// Places that were tried without success: part × text length.
        var failed: Set<Int>

        mutating func match(part: Int, at start: Int) -> [String: String]? {
            guard part < parts.count else { return start == text.count ? [:] : nil }
            let place = part * (text.count + 1) + start
            guard !failed.contains(place) else { return nil }
            switch parts[part] {
            case .literal(let literal):
                let end = start + literal.count
                if end <= text.count, text[start..<end].elementsEqual(literal),
                    let taken = match(part: part + 1, at: end)
                {
                    return taken
                }
            case .hole(let kind, let name):
                let shape = TalkPattern.shapes[kind] ?? TalkPattern.word
                for end in start...text.count {
                    if end > start, !shape.allows(text[end - 1]) { break }
                    let taken = text[start..<end]
                    guard shape.isComplete(taken), var more = match(part: part + 1, at: end)
                    else { continue }
                    if let name { more[name] = String(taken) }
                    return more
                }
            }
            failed.insert(place)
            return nil
        }
    }

    /// What a kind of hole takes.
    struct Shape: Sendable {
        var allows: @Sendable (Character) -> Bool
        var isComplete: @Sendable (ArraySlice<Character>) -> Bool
    }

    /// A hole of an unknown kind, as `{ret:return_id}`: something without blanks.
    static let word = Shape(allows: { !$0.isWhitespace }, isComplete: { !$0.isEmpty })

    static let shapes: [String: Shape] = [
        "*": Shape(allows: { _ in true }, isComplete: { _ in true }),
        "text": Shape(allows: { _ in true }, isComplete: { !$0.isEmpty }),
        "word": word,
        "int": Shape(allows: \.isNumber, isComplete: { !$0.isEmpty }),
        "number": Shape(
            allows: { $0.isNumber || ".,-".contains($0) },
            isComplete: { $0.contains(where: \.isNumber) }),
        "date": Shape(
            allows: { $0.isNumber || $0.isLetter || " .,-/".contains($0) },
            isComplete: { $0.count <= 40 && $0.contains(where: \.isNumber) }),
        "time": Shape(
            allows: { $0.isNumber || $0.isLetter || " .:\u{202F}\u{A0}".contains($0) },
            isComplete: { $0.count <= 12 && $0.contains(where: \.isNumber) }),
        "money": Shape(
            allows: {
                $0.isNumber || $0.isCurrencySymbol || $0.isLetter
                    || "., \u{A0}\u{202F}-".contains($0)
            },
            isComplete: { $0.count <= 24 && $0.contains(where: \.isNumber) }),
    ]
}
