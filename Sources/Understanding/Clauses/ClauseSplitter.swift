/// Cuts a text where one wish may end and another begin: behind sentence ends and semicolons, before words
/// like "and" and "also".
struct ClauseSplitter: Sendable {
    /// The joiners of each language, folded.
    private var joiners = ByLanguage<FeatureIndex>()
    /// What may begin a refusal, and is never left out.
    private var refusing = ByLanguage<Set<String>>()

    /// More pieces of a text are not looked at.
    static let pieceLimit = 8
    /// A piece has at least so many tokens.
    private static let shortest = 2

    init(languages: [String]) {
        for language in languages {
            var index = FeatureIndex(minimumCapacity: 64)
            for word in ClauseWords.of(language).joiners.sorted() {
                _ = index.insert(WordKey.hash(word))
            }
            joiners[language] = index
            let words = ClauseWords.of(language)
            refusing[language] = words.openings.union(words.signals)
        }
    }

    /// The token ranges of the pieces, in order, without the signs and joiners between them; one range where
    /// there is nothing to cut.
    /// With `atCommas` a comma is a place to cut as well.
    func pieces(
        of tokens: ArraySlice<Token>, keys: ArraySlice<WordKey>, language: String,
        atCommas: Bool = false
    ) -> [Range<Int>] {
        let joiners = joiners[language]
        let numbers = Self.listNumbers(in: tokens)
        var pieces: [Range<Int>] = []
        var start = tokens.startIndex
        for (index, key) in zip(tokens.indices, keys) {
            if numbers.contains(index), pieces.count < Self.pieceLimit - 1 {
                if index - start >= Self.shortest { pieces.append(start..<index) }
                start = index + 2
                continue
            }
            let isSign = Self.isSign(tokens[index])
            let isEnd =
                isSign && Self.ends.contains(tokens[index].folded) && isSentenceEnd(index, tokens)
            let isComma = isSign && atCommas && Self.isComma(tokens[index])
            let isJoiner = !isSign && (joiners?.find(key.folded) ?? -1) >= 0
            guard isEnd || isComma || isJoiner else { continue }
            // "Hi. My shoes should be yellow"
            if isEnd, start == tokens.startIndex, index - start == 1,
                refusing[language]?.contains(tokens[start].folded) == false
            {
                start = index + 1
                continue
            }
            let isLongEnough = index - start >= Self.shortest
            if isLongEnough, pieces.count < Self.pieceLimit - 1 {
                pieces.append(start..<index)
                start = index + 1
            } else if index == start {
                start = index + 1
            }
        }
        let end = tokens.endIndex
        if end - start >= Self.shortest || pieces.isEmpty {
            pieces.append(min(start, end)..<end)
        } else if let last = pieces.last {
            pieces[pieces.count - 1] = last.lowerBound..<end
        }
        return pieces
    }

    /// The numbers of a list of wishes: the "1" and the "2" of "1) pay by card 2) send it to Denver". What stands
    /// before a colon belongs to the first: "order 1042: 1) pay by card".
    private static func listNumbers(in tokens: ArraySlice<Token>) -> Set<Int> {
        let numbers = tokens.indices.filter { isListNumber(at: $0, in: tokens) }
        guard numbers.count > 1, let first = numbers.first else { return [] }
        let isHeaded = tokens[..<first].last?.folded == ":"
        return Set(isHeaded ? Array(numbers.dropFirst()) : numbers)
    }

    /// "2)".
    private static func isListNumber(at place: Int, in tokens: ArraySlice<Token>) -> Bool {
        guard place + 1 < tokens.endIndex else { return false }
        let (number, sign) = (tokens[place], tokens[place + 1])
        return sign.folded == ")" && number.end == sign.start
            && number.folded.utf8.count == 1 && number.folded.utf8.allSatisfy(\.isDigit)
    }

    /// The ranges between commas and sentence ends; a comma before one of the `subordinates` ("dass") cuts
    /// nothing.
    static func parts(
        of tokens: ArraySlice<Token>, keeping subordinates: Set<String>
    ) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = tokens.startIndex
        for index in tokens.indices {
            guard isSign(tokens[index]) else { continue }
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

    /// Whether a token may be a sign: it begins with no ASCII letter or digit.
    static func isSign(_ token: Token) -> Bool {
        guard let first = token.folded.utf8.first else { return false }
        return !first.isLetterOrDigit
    }

    /// What ends a sentence.
    static func isEnd(_ token: Token) -> Bool { ends.contains(token.folded) }

    /// A comma, or what parts a text as one does.
    static func isComma(_ token: Token) -> Bool { commas.contains(token.folded) }

    private static let commas: Set<String> = [",", ":", "–", "—", "(", ")", "、", "，"]
    private static let ends: Set<String> = [".", "!", "?", ";", "。", "！", "？", "…"]

    /// Whether nothing but the signs at its ends stands before and behind the part, up to the sentences next to it; a
    /// joiner at its beginning ("Also, …") is none of it.
    func isSentence(
        _ part: Range<Int>, of tokens: ArraySlice<Token>, language: String
    ) -> Bool {
        func isJoiner(_ token: Token) -> Bool {
            joiners[language].map { $0.find(WordKey.hash(token.folded)) >= 0 } ?? false
        }
        let start = tokens[..<part.lowerBound].lastIndex { token in
            !isJoiner(token) && !Self.commas.contains(token.folded)
        }
        func isEnd(_ token: Token?) -> Bool { token.map { Self.ends.contains($0.folded) } ?? true }
        func isNumber(_ place: Int) -> Bool {
            tokens.indices.contains(place) && Self.isListNumber(at: place, in: tokens)
        }
        return (isEnd(start.map { tokens[$0] }) || isNumber(part.lowerBound - 2))
            && (isEnd(tokens[part].last) || isEnd(tokens[part.upperBound...].first)
                || isNumber(part.upperBound))
    }

    /// A full stop inside "3.50" or "example.com" ends nothing.
    private func isSentenceEnd(_ index: Int, _ tokens: ArraySlice<Token>) -> Bool {
        guard tokens[index].folded == ".", index + 1 < tokens.endIndex else { return true }
        return tokens[index + 1].start > tokens[index].end
    }
}
