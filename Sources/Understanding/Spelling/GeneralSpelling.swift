/// Corrections by a general word list: the whole words of the static vectors, the commonest first.
struct GeneralSpelling: Sendable {
    let list: StaticVectors

    private static let letters = Array("abcdefghijklmnopqrstuvwxyz".utf8)

    func knows(_ folded: String) -> Bool {
        var folded = folded
        return folded.withUTF8 { list.rank(of: $0) } != nil
    }

    /// The commonest listed word of at least four letters one edit from an ASCII word.
    func correction(of folded: String) -> String? {
        let word = Array(folded.utf8)
        guard (SpellingCorrector.shortest...SpellingCorrector.longest).contains(word.count),
            word.allSatisfy({ (0x61...0x7A).contains($0) })
        else { return nil }
        var best: (rank: Int, word: [UInt8])?
        Self.forEachEdit(of: word) { candidate in
            guard candidate.count >= SpellingCorrector.shortest,
                let rank = list.rank(of: candidate), rank < best?.rank ?? Int.max
            else { return }
            best = (rank, candidate)
        }
        return best.map { String(decoding: $0.word, as: UTF8.self) }
    }

    private static func forEachEdit(of word: [UInt8], _ body: ([UInt8]) -> Void) {
        for at in 0...word.count {
            var edited = word
            edited.insert(0, at: at)
            for letter in letters {
                edited[at] = letter
                body(edited)
            }
            guard at < word.count else { continue }
            edited = word
            for letter in letters where letter != word[at] {
                edited[at] = letter
                body(edited)
            }
            edited = word
            edited.remove(at: at)
            body(edited)
            guard at + 1 < word.count, word[at] != word[at + 1] else { continue }
            edited = word
            edited.swapAt(at, at + 1)
            body(edited)
        }
    }
}
