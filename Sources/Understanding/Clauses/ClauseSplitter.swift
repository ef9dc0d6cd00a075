/// Cuts a text where one wish may end and another begin: behind sentence ends and semicolons, before words
/// like "and" and "also".
struct ClauseSplitter: Sendable {
    private var words: [String: ClauseWords] = [:]

    /// More pieces of a text are not looked at.
    static let pieceLimit = 8
    /// A piece has at least so many tokens.
    private static let shortest = 2

    init(languages: [String]) {
        for language in languages { words[language] = ClauseWords.of(language) }
    }

    /// The token ranges of the pieces, in order, without the signs and joiners between them; one range where
    /// there is nothing to cut.
    /// With `atCommas` a comma is a place to cut as well.
    func pieces(
        of tokens: [Token], language: String, atCommas: Bool = false
    ) -> [Range<Int>] {
        let joiners = words[language]?.joiners ?? []
        var pieces: [Range<Int>] = []
        var start = 0
        for (index, token) in tokens.enumerated() {
            let isEnd = Self.ends.contains(token.folded) && isSentenceEnd(index, tokens)
            let isComma = atCommas && Self.commas.contains(token.folded)
            guard isEnd || isComma || joiners.contains(token.folded) else { continue }
            let isLongEnough = index - start >= Self.shortest
            if isLongEnough, pieces.count < Self.pieceLimit - 1 {
                pieces.append(start..<index)
                start = index + 1
            } else if index == start {
                start = index + 1
            }
        }
        if tokens.count - start >= Self.shortest || pieces.isEmpty {
            pieces.append(min(start, tokens.count)..<tokens.count)
        } else if let last = pieces.last {
            pieces[pieces.count - 1] = last.lowerBound..<tokens.count
        }
        return pieces
    }

    /// The ranges between commas and sentence ends; a comma before one of the `subordinates` ("dass") cuts
    /// nothing.
    static func parts(
        of tokens: ArraySlice<Token>, keeping subordinates: Set<String>
    ) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = tokens.startIndex
        for index in tokens.indices {
            let sign = tokens[index].folded
            let next = index + 1
            let isComma =
                commas.contains(sign)
                && !(next < tokens.endIndex && subordinates.contains(tokens[next].folded))
            guard isComma || ends.contains(sign) else { continue }
            if start < index { parts.append(start..<index) }
            start = next
        }
        if start < tokens.endIndex { parts.append(start..<tokens.endIndex) }
        return parts
    }

    private static let commas: Set<String> = [",", ":", "–", "—", "(", ")", "、", "，"]
    private static let ends: Set<String> = [".", "!", "?", ";", "。", "！", "？", "…"]

    /// A full stop inside "3.50" or "example.com" ends nothing.
    private func isSentenceEnd(_ index: Int, _ tokens: [Token]) -> Bool {
        guard tokens[index].folded == ".", index + 1 < tokens.count else { return true }
        return tokens[index + 1].start > tokens[index].end
    }
}
