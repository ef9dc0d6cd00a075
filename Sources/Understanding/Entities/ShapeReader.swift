/// Matches the shapes of a declared entity: `#W0000000`, `0000`, `RMA-00000`.
///
/// The `#` may be missing or added, letters may be in either case, one blank or hyphen may stand
/// between letters and digits (and where the shape has one, it may be missing), and letters before
/// six digits or more may be missing. What is called a number may group six digits or more.
struct ShapeReader: Sendable {
    let kind: String
    /// What it finds counts only where it is called one.
    let isCalled: Bool
    private let shapes: [Shape]
    /// Whether any shape may begin with a byte: most words of a text fail here.
    private let beginnings: [Bool]

    init(kind: String, shapes: [String], isCalled: Bool = false) {
        self.kind = kind
        self.isCalled = isCalled
        let compiled = shapes.map(Shape.init)
        self.shapes = compiled
        beginnings = (UInt8.min...UInt8.max).map { byte in
            compiled.contains { $0.mayBegin(byte) }
        }
    }

    struct Found: Equatable {
        /// As the shape writes it, in capitals.
        var text: String
        /// Byte offsets.
        var start: Int
        var end: Int
        /// Nothing but digits: it may as well be a year, a postcode or a count.
        var isBare: Bool
    }

    /// Every match, the longest at each place.
    func matches(in reading: Reading) -> [Found] {
        var found: [Found] = []
        var covered = 0
        for index in reading.tokens.indices {
            let start = reading.tokens[index].start
            guard start >= covered, beginnings[Int(reading.byte(start))] else { continue }
            guard let best = longest(in: reading, at: start) else { continue }
            found.append(best)
            covered = best.end
        }
        return found
    }

    private func longest(in reading: Reading, at start: Int) -> Found? {
        var best: Found?
        for shape in shapes {
            guard let match = shape.match(in: reading, at: start) else { continue }
            if best.map({ match.end > $0.end }) ?? true { best = match }
        }
        return best
    }
}

/// One compiled shape.
private struct Shape: Sendable {
    private enum Element: Sendable, Equatable {
        case digit, letter, either
        /// A blank or hyphen, which the customer may leave out.
        case gap(UInt8)
        case literal(UInt8)
    }

    private let elements: [Element]
    /// The shape begins with `#`.
    private let hasSign: Bool
    /// Letters before the digits, where the rest is digits only.
    private let prefix: String
    private let digitsAfterPrefix: Int
    /// Long enough that people write it in groups.
    private let canGroup: Bool

    init(_ text: String) {
        let body = text.hasPrefix("#") ? text.dropFirst() : text[...]
        hasSign = text.hasPrefix("#")
        elements = body.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "0"): .digit
            case UInt8(ascii: "A"): .letter
            case UInt8(ascii: "*"): .either
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."): .gap(byte)
            default: .literal(byte.raised)
            }
        }
        let literals = elements.prefix { if case .literal = $0 { true } else { false } }
        prefix = String(decoding: body.utf8.prefix(literals.count).map(\.raised), as: UTF8.self)
        let rest = elements.dropFirst(literals.count)
        digitsAfterPrefix = rest.allSatisfy { $0 == .digit } ? rest.count : 0
        canGroup = elements.filter { $0 == .digit }.count >= 6
    }

    func match(in reading: Reading, at start: Int) -> ShapeReader.Found? {
        guard mayBegin(reading.byte(start)) else { return nil }
        return full(in: reading, at: start) ?? bare(in: reading, at: start)
    }

    /// A quick look that most words fail.
    func mayBegin(_ byte: UInt8) -> Bool {
        if byte == UInt8(ascii: "#") { return true }
        if byte.isDigit, digitsAfterPrefix > 0 { return true }
        switch elements.first {
        case .digit?: return byte.isDigit
        case .letter?: return byte.isLetter
        case .either?: return byte.isLetterOrDigit
        case .gap?: return false
        case .literal(let literal)?: return byte.raised == literal
        case nil: return false
        }
    }

    private func full(in reading: Reading, at start: Int) -> ShapeReader.Found? {
        var offset = start
        let isMarked = reading.byte(start) == UInt8(ascii: "#")
        if isMarked { offset += 1 }
        if isMarked, reading.byte(offset) == UInt8(ascii: " ") { offset += 1 }
        guard isMarked || !reading.isInsideNumber(start) else { return nil }
        var text: [UInt8] = []
        text.reserveCapacity(elements.count + 1)
        if hasSign { text.append(UInt8(ascii: "#")) }
        var groups = 0
        for (place, element) in elements.enumerated() {
            if place > 0, element == .digit, isGap(reading, offset) {
                let isGroup = elements[place - 1] == .digit
                if isGroup { groups += 1 }
                guard !isGroup || (canGroup && groups < 4) else { return nil }
                offset += 1
            }
            if case .gap(let written) = element {
                text.append(written)
                if " -.".utf8.contains(reading.byte(offset)) { offset += 1 }
                continue
            }
            let byte = reading.byte(offset).raised
            switch element {
            case .digit: guard byte.isDigit else { return nil }
            case .letter: guard byte.isLetter else { return nil }
            case .either: guard byte.isLetterOrDigit else { return nil }
            case .gap: return nil
            case .literal(let literal): guard byte == literal else { return nil }
            }
            text.append(byte)
            offset += 1
        }
        // "order 767 8072": a grouped number must be called one.
        guard
            groups == 0 || isMarked || !prefix.isEmpty
                || reading.isNamed(reading.token(atOrAfter: start))
        else { return nil }
        return ended(reading, text, start, offset, isBare: prefix.isEmpty && !isMarked)
    }

    /// One blank or hyphen before a digit.
    private func isGap(_ reading: Reading, _ offset: Int) -> Bool {
        let byte = reading.byte(offset)
        return (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-"))
            && reading.byte(offset + 1).isDigit
    }

    /// The digits alone, where the shape puts letters before six or more.
    private func bare(in reading: Reading, at start: Int) -> ShapeReader.Found? {
        guard !prefix.isEmpty, digitsAfterPrefix >= 6 else { return nil }
        let isMarked = reading.byte(start) == UInt8(ascii: "#")
        let first = isMarked ? start + 1 : start
        guard isMarked || !reading.isInsideNumber(start) else { return nil }
        let end = first + digitsAfterPrefix
        guard end <= reading.bytes.count, reading.bytes[first..<end].allSatisfy(\.isDigit) else {
            return nil
        }
        let text = (hasSign ? "#" : "") + prefix + reading.text(first, end)
        return ended(reading, Array(text.utf8), start, end, isBare: !isMarked)
    }

    private func ended(
        _ reading: Reading, _ text: [UInt8], _ start: Int, _ end: Int, isBare: Bool
    ) -> ShapeReader.Found? {
        guard !reading.continuesWord(at: end), !reading.continuesWord(before: start) else {
            return nil
        }
        let after = reading.byte(end)
        let goesOn = reading.byte(end + 1).isDigit && ".,/:-".utf8.contains(after)
        guard after != UInt8(ascii: "%"), !goesOn else { return nil }
        return ShapeReader.Found(
            text: String(decoding: text, as: UTF8.self), start: start, end: end, isBare: isBare)
    }
}

extension Reading {
    /// Whether the number at `offset` is the tail of a longer one, or an amount.
    func isInsideNumber(_ offset: Int) -> Bool {
        let before = byte(offset - 1)
        if before == UInt8(ascii: "$") || before == UInt8(ascii: "+") { return true }
        switch before {
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: ":"),
            UInt8(ascii: "-"):
            return byte(offset - 2).isDigit
        default: return false
        }
    }
}
