/// Puts spelling mistakes into texts, the same ones every time: `triage evaluate --typo N`.
public struct TypingErrors: Sendable {
    private var shuffle: Shuffle
    private static let letters = Array("abcdefghijklmnopqrstuvwxyz")

    public init(seed: UInt64 = 1) {
        shuffle = Shuffle(seed: seed)
    }

    /// The text with `count` edits (insert, delete, replace, swap) inside words of four letters and more.
    public mutating func misspell(_ text: String, edits count: Int) -> String {
        var characters = Array(text)
        for _ in 0..<max(0, count) { edit(&characters) }
        return String(characters)
    }

    private mutating func edit(_ characters: inout [Character]) {
        let words = Self.words(in: characters)
        guard !words.isEmpty else { return }
        let word = words[shuffle.below(words.count)]
        let at = word.lowerBound + shuffle.below(word.count)
        let letter = Self.letters[shuffle.below(Self.letters.count)]
        switch shuffle.below(4) {
        case 0: characters.insert(letter, at: at)
        case 1: characters.remove(at: at)
        case 2: characters[at] = letter
        case _: characters.swapAt(at, at + 1 < word.upperBound ? at + 1 : at - 1)
        }
    }

    private static func words(in characters: [Character]) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start = 0
        for at in 0...characters.count where at == characters.count || !characters[at].isLetter {
            if at - start >= 4 { words.append(start..<at) }
            start = at + 1
        }
        return words
    }
}
