import Facts

/// How a text of the shop is said in a language: `{1} ending in {2} = {1} mit Endziffern {2}`.
public struct ShopPhrase: Equatable, Sendable {
    /// What stands around the places; one more than there are places.
    private let shop: [String]
    /// The first byte of it, where that is a plain character: most texts begin otherwise.
    fileprivate let opening: UInt8?
    private let said: [Part]

    /// A text that is said, and the place whose text follows it; nil behind the last.
    private struct Part: Equatable {
        var text: String
        var place: Int?
    }

    /// Longer texts are no name of anything.
    private static let textLimit = 200

    /// Reads `the shop's words = the words that are said`; nil where a side is missing.
    public init?(_ entry: String) {
        let sides = entry.split(separator: " = ", maxSplits: 1).map(String.init)
        guard sides.count == 2 else { return nil }
        var pieces: [String] = []
        var rest = sides[0][...]
        while let place = rest.firstRange(of: Self.place(pieces.count)) {
            pieces.append(String(rest[..<place.lowerBound]))
            rest = rest[place.upperBound...]
        }
        shop = pieces + [String(rest)]
        said = Self.parts(of: sides[1], places: pieces.count)
        opening = shop.first?.utf8.first.flatMap { $0 < 0x80 ? $0 : nil }
    }

    private static func parts(of said: String, places: Int) -> [Part] {
        var parts: [Part] = []
        var rest = said[...]
        while let next = (0..<places).compactMap({ index in
            rest.firstRange(of: place(index)).map { (index: index, range: $0) }
        }).min(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            parts.append(Part(text: String(rest[..<next.range.lowerBound]), place: next.index))
            rest = rest[next.range.upperBound...]
        }
        return parts + [Part(text: String(rest))]
    }

    /// `{1}` for the first.
    private static func place(_ index: Int) -> String { "{\(index + 1)}" }

    /// The text as it is said; nil where it is another one.
    func said(for text: String) -> String? {
        guard text.utf8.count <= Self.textLimit, let first = shop.first, text.hasPrefix(first),
            shop.allSatisfy({ text.hasBytes(of: $0) })
        else { return nil }
        var rest = text.dropFirst(first.count)
        var between: [Substring] = []
        for piece in shop.dropFirst() {
            guard !piece.isEmpty else {
                between.append(rest)
                rest = ""
                continue
            }
            guard let place = rest.firstBytes(of: piece) else { return nil }
            between.append(rest[..<place.lowerBound])
            rest = rest[place.upperBound...]
        }
        guard rest.isEmpty, between.allSatisfy({ !$0.isEmpty }) else { return nil }
        return said.reduce(into: "") { out, part in
            out += part.text
            if let place = part.place { out += between[place] }
        }
    }
}

/// All of them in a language, by what they begin with: the shop's texts are looked up one by one, and few are any of
/// these.
public struct ShopPhrases: Equatable, Sendable {
    private let all: [ShopPhrase]
    /// By the first byte of a text the places of those that it may be.
    private let byOpening: [[Int]]
    private static let plainCharacters: UInt8 = 0x80

    public init(_ phrases: [ShopPhrase]) {
        all = phrases
        byOpening = (0..<Self.plainCharacters).map { byte in
            phrases.indices.filter { phrases[$0].opening.map { $0 == byte } ?? true }
        }
    }

    public var isEmpty: Bool { all.isEmpty }

    /// The text as the first that fits says it; nil where none does.
    func said(for text: String) -> String? {
        let places =
            text.utf8.first.flatMap { $0 < Self.plainCharacters ? byOpening[Int($0)] : nil }
            ?? Array(all.indices)
        for place in places {
            if let said = all[place].said(for: text) { return said }
        }
        return nil
    }
}
