/// Corrects a word that is known nowhere to a known one a single edit away (insert, delete, replace, swap
/// of neighbours).
///
/// The way of SymSpell: a word and a misspelling share what is left after a deletion in either, so a few
/// look-ups find every candidate. The words of the lexicon come first, by how often they occur; then, where
/// there is one, a general list, by rank.
struct SpellingCorrector: Sendable {
    private var words: [SpellingWord] = []
    /// Number of a known word in `words` by its folded form.
    private var numbers: [String: Int] = [:]
    private var deletions = DeletionIndex()
    /// Known, but nothing is corrected to them: words of other languages and names.
    private var others: Set<String> = []

    /// Shorter words are never corrected.
    static let shortest = 4
    /// Longer words are never corrected.
    static let longest = 32

    /// Adds one occurrence of a word that others may be corrected to.
    mutating func learn(_ folded: String, stem: String) {
        if let number = numbers[folded] {
            words[number].count += 1
        } else if Self.isSpelled(folded) {
            numbers[folded] = words.count
            let scalars = folded.unicodeScalars.map(\.value)
            words.append(SpellingWord(folded: folded, stem: stem, scalars: scalars, count: 1))
            if scalars.count >= 3, scalars.count <= Self.longest {
                deletions.insert(scalars, number: words.count - 1)
            }
        } else {
            others.insert(folded)
        }
    }

    /// Adds words that are right as they are.
    mutating func accept(_ folded: some Sequence<String>) {
        others.formUnion(folded)
    }

    func knows(_ folded: String) -> Bool {
        numbers[folded] != nil || others.contains(folded)
    }

    /// What an unknown word most likely is; nil where it is known, short, no word, or like none.
    /// With `keepsFirst` the first letter is taken to be right.
    func correction(of folded: String, keepsFirst: Bool = false) -> SpellingWord? {
        guard !knows(folded), Self.isSpelled(folded) else { return nil }
        let scalars = folded.unicodeScalars.map(\.value)
        guard scalars.count >= Self.shortest, scalars.count <= Self.longest else { return nil }
        var best: SpellingWord?
        deletions.forEachCandidate(of: scalars) { number in
            let word = words[number]
            guard !keepsFirst || word.scalars.first == scalars.first,
                EditDistance.isOneEdit(scalars, word.scalars)
            else { return }
            if let known = best, (known.count, known.folded) >= (word.count, word.folded) { return }
            best = word
        }
        return best
    }

    /// Letters only: numbers and signs are never spelling.
    private static func isSpelled(_ word: String) -> Bool {
        var letters = 0
        for scalar in word.unicodeScalars {
            switch scalar.value {
            case 0x61...0x7A: letters += 1
            case 0x27: continue
            case 0x3000...: return false
            case 0x80...:
                guard scalar.properties.isAlphabetic else { return false }
                letters += 1
            default: return false
            }
        }
        return letters > 0
    }
}

/// A word that others may be corrected to.
struct SpellingWord: Sendable, Equatable {
    var folded: String
    var stem: String
    var scalars: [UInt32]
    /// How often the lexicon uses it.
    var count: Int
}

/// Words by what is left of them when one letter, or none, is dropped.
struct DeletionIndex: Sendable {
    private var keys: [UInt64]
    /// A word's number plus one; 0 is free. The size is a power of two.
    private var numbers: [UInt32]
    private var used = 0

    init() {
        keys = Array(repeating: 0, count: 4_096)
        numbers = Array(repeating: 0, count: 4_096)
    }

    mutating func insert(_ scalars: [UInt32], number: Int) {
        let hashes = Self.hashes(of: scalars)
        while (used + hashes.count) * 2 > keys.count { grow() }
        for hash in hashes {
            place(hash, UInt32(truncatingIfNeeded: number &+ 1))
            used += 1
        }
    }

    /// Every word that shares a remainder with the scalars, some more than once.
    func forEachCandidate(of scalars: [UInt32], _ body: (Int) -> Void) {
        for hash in Self.hashes(of: scalars) {
            var slot = Int(truncatingIfNeeded: hash) & (keys.count &- 1)
            while numbers[slot] != 0 {
                if keys[slot] == hash { body(Int(numbers[slot]) &- 1) }
                slot = (slot &+ 1) & (keys.count &- 1)
            }
        }
    }

    /// The hashes of the whole and of every remainder, each once.
    private static func hashes(of scalars: [UInt32]) -> [UInt64] {
        var out = [hash(of: scalars, without: -1)]
        for dropped in scalars.indices
        where dropped == 0 || scalars[dropped] != scalars[dropped - 1] {
            out.append(hash(of: scalars, without: dropped))
        }
        return out
    }

    private static func hash(of scalars: [UInt32], without dropped: Int) -> UInt64 {
        scalars.withUnsafeBufferPointer { scalars in
            var hash = FeatureHash.characters
            var index = 0
            while index < scalars.count {
                if index != dropped {
                    hash = FeatureHash.mix(hash, UInt64(truncatingIfNeeded: scalars[index]))
                }
                index &+= 1
            }
            return hash
        }
    }

    private mutating func place(_ key: UInt64, _ number: UInt32) {
        var slot = Int(truncatingIfNeeded: key) & (keys.count &- 1)
        while numbers[slot] != 0 { slot = (slot &+ 1) & (keys.count &- 1) }
        keys[slot] = key
        numbers[slot] = number
    }

    private mutating func grow() {
        let old = zip(keys, numbers).filter { $0.1 != 0 }
        keys = Array(repeating: 0, count: keys.count * 2)
        numbers = Array(repeating: 0, count: keys.count)
        for (key, number) in old { place(key, number) }
    }
}

/// Optimal string alignment at distance 1.
enum EditDistance {
    /// Whether one insertion, deletion, replacement or swap of neighbours makes one of the other.
    static func isOneEdit(_ left: [UInt32], _ right: [UInt32]) -> Bool {
        if left.count < right.count { return isOneEdit(right, left) }
        guard left.count - right.count <= 1 else { return false }
        var at = 0
        while at < right.count, left[at] == right[at] { at += 1 }
        if left.count > right.count { return left[(at + 1)...] == right[at...] }
        guard at < left.count else { return false }
        if left[(at + 1)...] == right[(at + 1)...] { return true }
        guard at + 1 < left.count, left[at] == right[at + 1], left[at + 1] == right[at] else {
            return false
        }
        return left[(at + 2)...] == right[(at + 2)...]
    }
}
