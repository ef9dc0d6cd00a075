import Facts
import Understanding

extension Interpretation {
    enum Answer { case yes, no }

    /// It holds a number or a place in a list.
    var tellsPlace: Bool {
        entities.contains { ["number", "ordinal"].contains($0.kind) && !$0.isNegated }
    }

    /// Nothing but a number or an ordinal: "2", "the second".
    var isOnlyPosition: Bool {
        let positions = entities.filter { $0.kind == "number" || $0.kind == "ordinal" }
        return !positions.isEmpty
            && tokens.allSatisfy { token in
                !token.folded.contains { $0.isLetter || $0.isNumber }
                    || positions.contains { $0.start <= token.start && token.end <= $0.end }
            }
    }

    /// A clear yes or no; nil for neither, maybe, or both.
    var answer: Answer? {
        let words = entities.filter { $0.kind == "yes_no" }.compactMap(\.value.text)
        if words.isEmpty || words.contains("maybe") { return nil }
        if words.allSatisfy({ $0 == "yes" }) { return .yes }
        if words.allSatisfy({ $0 == "no" }) { return .no }
        return words.first == "no" ? .no : nil
    }

    var wordCount: Int { tokens.wordCount }

    var isQuestion: Bool { tokens.last.map { ["?", "？"].contains($0.folded) } ?? false }

    /// Some sentence of it asks.
    var asksAnything: Bool { tokens.contains { ["?", "？"].contains($0.folded) } }

    /// Where the first sentence ends, and what stands behind it; nil where it is the only one.
    var behindFirstSentence: (end: Int, rest: String)? {
        guard let end = sentenceEnds.first, end + 1 < tokens.count,
            let rest = self.text(from: tokens[end + 1].start, to: text.utf8.count)
        else { return nil }
        return (end, rest)
    }

    /// The tokens that end a sentence.
    var sentenceEnds: [Int] { tokens.indices.filter { tokens[$0].endsSentence && !isInside($0) } }

    /// The tokens of each sentence, without the sign at its end.
    var sentenceRanges: [Range<Int>] {
        let ends = Set(sentenceEnds)
        return tokens.indices.split(whereSeparator: ends.contains)
            .map { $0.startIndex..<$0.endIndex }
    }

    /// A question mark stands behind the sentence.
    func isAsked(_ sentence: Range<Int>) -> Bool {
        let end = sentence.upperBound
        return end < tokens.count && ["?", "？"].contains(tokens[end].folded)
    }

    /// The sign stands inside "1.5" or "1,5", or in an e-mail address or a URL.
    func isInside(_ place: Int) -> Bool {
        let sign = tokens[place]
        let isOfAddress = entities.contains { entity in
            Self.dotted.contains(entity.kind) && entity.start <= sign.start
                && sign.end <= entity.end
        }
        if isOfAddress { return true }
        guard [".", ","].contains(sign.folded), place > 0, place + 1 < tokens.count else {
            return false
        }
        let (before, after) = (tokens[place - 1], tokens[place + 1])
        return before.end == sign.start && after.start == sign.end
            && before.folded.last?.isNumber == true && after.folded.first?.isNumber == true
    }

    private static let dotted = [BuiltInEntity.email.rawValue, BuiltInEntity.url.rawValue]

    /// It takes something back: "sorry, not 1024, I meant 1042".
    var soundsLikeCorrection: Bool {
        mentions.contains("correction_words") || entities.contains(where: \.isNegated)
    }
}

extension [Token] {
    /// About how many words these are, signs counted: where they stand without blanks, five letters are two.
    var wordCount: Int {
        let letters = count { $0.isKana || $0.isIdeograph }
        return count - letters + (letters * 2 + 4) / 5
    }
}

extension Token {
    var endsSentence: Bool {
        !beginsPlain && [".", "!", "?", ";", "。", "！", "？"].contains(folded)
    }

    /// With one of the letters a to z or a digit, as most: it is a word or a number.
    var beginsPlain: Bool {
        folded.utf8.first.map { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 } ?? false
    }

    private var firstScalar: UInt32 { folded.unicodeScalars.first?.value ?? 0 }

    var isIdeograph: Bool {
        (0x3400...0x9FFF).contains(firstScalar) || firstScalar >= 0x20000
    }

    var isKana: Bool { (0x3041...0x30FF).contains(firstScalar) }
    var isKatakana: Bool { (0x30A1...0x30FF).contains(firstScalar) }
}
