/// Corrects a word that is known nowhere to a known one a single edit away (insert, delete, replace, swap
/// of neighbours).
///
/// The way of SymSpell: a word and a misspelling share what is left after a deletion in either, so a few
/// look-ups find every candidate. The words of the lexicon come first, by how often they occur; then, where
/// there is one, a general list, by rank.
struct SpellingCorrector: Sendable {
    private var words = SpellingWords()
    /// Numbers the known words as they stand in `words`, by `WordKey.folded`.
    private var numbers = FeatureIndex()
    private var deletions = DeletionIndex()
    /// Known, but nothing is corrected to them: words of other languages and names.
    private var others = FeatureIndex()

    /// Shorter words are never corrected.
    static let shortest = 4
    /// Longer words are never corrected.
    static let longest = 32

    /// Adds one occurrence of a word that others may be corrected to.
    mutating func learn(_ folded: String, stem: String) {
        let hash = WordKey.hash(folded)
        let number = Int(numbers.find(hash))
        if number >= 0 {
            words.countUse(of: number)
        } else if Self.isSpelled(folded) {
            _ = numbers.insert(hash)
            words.append(folded, stem: stem)
            let scalars = folded.unicodeScalars.map(\.value)
            if scalars.count >= 3, scalars.count <= Self.longest {
                deletions.insert(scalars, number: words.count - 1)
            }
        } else {
            _ = others.insert(hash)
        }
    }

    /// Adds words that are right as they are.
    mutating func accept(_ folded: some Sequence<String>) {
        for word in folded { _ = others.insert(WordKey.hash(word)) }
    }

    func knows(_ folded: String) -> Bool {
        let hash = WordKey.hash(folded)
        return numbers.find(hash) >= 0 || others.find(hash) >= 0
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
            let letters = word.scalars
            guard !keepsFirst || letters.first == scalars.first,
                EditDistance.isOneEdit(scalars, letters)
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

extension SpellingCorrector {
    func write(to writer: inout ByteWriter) {
        words.write(to: &writer)
        writer.array(numbers.keys)
        writer.array(others.keys)
        deletions.write(to: &writer)
    }

    /// The corrector of some bytes; nil where they are none.
    init?(from reader: inout ByteReader) {
        guard let words = SpellingWords(from: &reader), let known: [UInt64] = reader.array(),
            known.count == words.count, let others: [UInt64] = reader.array(),
            let deletions = DeletionIndex(from: &reader, words: words.count)
        else { return nil }
        self.words = words
        numbers = FeatureIndex(keys: known)
        self.others = FeatureIndex(keys: others)
        self.deletions = deletions
    }
}

/// Words by what is left of them when one letter, or none, is dropped.
struct DeletionIndex: Sendable {
    /// A word's number plus one in the lower half, half of the remainder's hash in the upper; 0 is free. The
    /// size is a power of two. A wrong candidate does no harm: it is compared anyway.
    private var slots: [UInt64]
    private var used = 0

    init() {
        slots = Array(repeating: 0, count: 4_096)
    }

    mutating func insert<Letter: FixedWidthInteger>(_ letters: [Letter], number: Int) {
        while (used + letters.count + 1) * 3 > slots.count * 2 { grow() }
        Self.forEachHash(of: letters) { hash in
            place(Self.entry(hash, number))
            used += 1
        }
    }

    /// Every word that shares a remainder with the letters, some more than once.
    func forEachCandidate<Letter: FixedWidthInteger>(of letters: [Letter], _ body: (Int) -> Void) {
        Self.forEachHash(of: letters) { hash in
            var slot = Self.slot(Self.entry(hash, 0), slots.count)
            while slots[slot] != 0 {
                if (slots[slot] ^ hash) >> 32 == 0 {
                    body(Int(UInt32(truncatingIfNeeded: slots[slot])) &- 1)
                }
                slot = (slot &+ 1) & (slots.count &- 1)
            }
        }
    }

    /// The hashes of the whole and of every remainder, each once.
    private static func forEachHash<Letter: FixedWidthInteger>(
        of letters: [Letter], _ body: (UInt64) -> Void
    ) {
        letters.withUnsafeBufferPointer { letters in
            // Of the letters before the one that is dropped.
            var start = FeatureHash.characters
            body(hash(of: letters, from: 0, start))
            for dropped in letters.indices {
                if dropped == 0 || letters[dropped] != letters[dropped - 1] {
                    body(hash(of: letters, from: dropped + 1, start))
                }
                start = FeatureHash.mix(start, UInt64(truncatingIfNeeded: letters[dropped]))
            }
        }
    }

    private static func hash<Letter: FixedWidthInteger>(
        of letters: UnsafeBufferPointer<Letter>, from first: Int, _ start: UInt64
    ) -> UInt64 {
        var hash = start
        var index = first
        while index < letters.count {
            hash = FeatureHash.mix(hash, UInt64(truncatingIfNeeded: letters[index]))
            index &+= 1
        }
        return hash
    }

    func write(to writer: inout ByteWriter) { writer.array(slots) }

    /// The index of some bytes; nil where they are none, or number more than `words`.
    init?(from reader: inout ByteReader, words: Int) {
        guard let slots: [UInt64] = reader.array(), slots.count >= 16,
            slots.count & (slots.count - 1) == 0
        else { return nil }
        var used = 0
        for slot in slots where slot != 0 {
            let number = Int(UInt32(truncatingIfNeeded: slot))
            guard number >= 1, number <= words else { return nil }
            used += 1
        }
        guard used * 3 <= slots.count * 2 else { return nil }
        self.slots = slots
        self.used = used
    }

    private static func entry(_ hash: UInt64, _ number: Int) -> UInt64 {
        hash & ~0xFFFF_FFFF | UInt64(UInt32(truncatingIfNeeded: number &+ 1))
    }

    /// Where to look first: by what the entry itself keeps of the hash.
    private static func slot(_ entry: UInt64, _ size: Int) -> Int {
        Int(truncatingIfNeeded: (entry >> 32) &* 0x9E37_79B1 >> 8) & (size &- 1)
    }

    private mutating func place(_ entry: UInt64) {
        var slot = Self.slot(entry, slots.count)
        while slots[slot] != 0 { slot = (slot &+ 1) & (slots.count &- 1) }
        slots[slot] = entry
    }

    private mutating func grow() {
        let old = slots.filter { $0 != 0 }
        slots = Array(repeating: 0, count: slots.count * 2)
        for entry in old { place(entry) }
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
