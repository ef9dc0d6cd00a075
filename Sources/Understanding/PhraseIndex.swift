/// Phrases by their first words. Words are compared by their hash (see `WordKey`).
///
/// A class: lists of it are put together at every yes, and of its parts one count is kept.
public final class PhraseIndex: Sendable {
    /// Numbers the first words.
    private let firsts: FeatureIndex
    /// By the number of a first word one of its phrases, and by the phrase the next one; −1 for none.
    private let heads: [Int32]
    private let nexts: [Int32]
    /// Where the words of each phrase begin, and behind them the end.
    private let starts: [Int32]
    private let words: [UInt64]

    /// Each phrase is its folded words; empty ones are left out.
    public init(_ phrases: [[String]]) {
        var firsts = FeatureIndex(minimumCapacity: phrases.count)
        var (heads, nexts, starts): ([Int32], [Int32], [Int32]) = ([], [], [0])
        var words: [UInt64] = []
        nexts.reserveCapacity(phrases.count)
        starts.reserveCapacity(phrases.count + 1)
        words.reserveCapacity(phrases.count * 2)
        for phrase in phrases {
            guard let first = phrase.first else { continue }
            let number = Int(firsts.insert(WordKey.hash(first)))
            if number == heads.count { heads.append(-1) }
            nexts.append(heads[number])
            heads[number] = Int32(nexts.count - 1)
            for word in phrase { words.append(WordKey.hash(word)) }
            starts.append(Int32(words.count))
        }
        self.firsts = firsts
        self.heads = heads
        self.nexts = nexts
        self.starts = starts
        self.words = words
    }

    /// No phrase.
    public static let empty = PhraseIndex([])

    var isEmpty: Bool { words.isEmpty }

    func write(to writer: inout ByteWriter) {
        writer.array(firsts.keys)
        writer.array(heads)
        writer.array(nexts)
        writer.array(starts)
        writer.array(words)
    }

    /// The phrases of some bytes; nil where they are none.
    init?(from reader: inout ByteReader) {
        guard let keys: [UInt64] = reader.array(), let heads: [Int32] = reader.array(),
            let nexts: [Int32] = reader.array(), let starts: [Int32] = reader.array(),
            let words: [UInt64] = reader.array(), heads.count == keys.count,
            starts.count == nexts.count + 1, starts.isAscending(to: words.count),
            heads.allSatisfy({ nexts.indices.contains(Int($0)) }),
            // Each is behind the next one, so no chain goes in a circle.
            zip(nexts.indices, nexts).allSatisfy({ $1 >= -1 && Int($1) < $0 })
        else { return nil }
        firsts = FeatureIndex(keys: keys)
        self.heads = heads
        self.nexts = nexts
        self.starts = starts
        self.words = words
    }

    /// Marks where the phrases end that stand at the place, by folded words or stems.
    fileprivate func mark(in said: [WordKey], at place: Int, _ isReached: inout [Bool]) {
        mark(from: said[place].folded, said, place, &isReached)
        if said[place].stem != said[place].folded {
            mark(from: said[place].stem, said, place, &isReached)
        }
    }

    private func mark(
        from first: UInt64, _ said: [WordKey], _ place: Int, _ isReached: inout [Bool]
    ) {
        let number = Int(firsts.find(first))
        guard number >= 0 else { return }
        var phrase = Int(heads[number])
        while phrase >= 0 {
            let words = Int(starts[phrase])..<Int(starts[phrase + 1])
            if words.count <= said.count - place, stands(words, in: said, at: place) {
                isReached[place + words.count] = true
            }
            phrase = Int(nexts[phrase])
        }
    }

    private func stands(_ words: Range<Int>, in said: [WordKey], at place: Int) -> Bool {
        words.allSatisfy { word in
            let own = said[place + word - words.lowerBound]
            return own.folded == self.words[word] || own.stem == self.words[word]
        }
    }
}

extension [Int32] {
    /// It begins with 0, ends with the number and never falls.
    fileprivate func isAscending(to end: Int) -> Bool {
        first == 0 && last == Int32(exactly: end) && zip(self, dropFirst()).allSatisfy { $0 <= $1 }
    }
}

/// Words that are held against phrases, in one list after the other.
public struct KeyedWords: Sendable {
    private let keys: [WordKey]

    public init(_ tokens: some Sequence<Token>) {
        keys = tokens.map(WordKey.init)
    }

    /// Whether they are nothing but these phrases, one behind the other.
    public func areCovered(by lists: [PhraseIndex]) -> Bool {
        var isReached = Array(repeating: false, count: keys.count + 1)
        isReached[0] = true
        for place in keys.indices where isReached[place] {
            for list in lists { list.mark(in: keys, at: place, &isReached) }
        }
        return isReached.last ?? true
    }
}

extension [Token] {
    /// The same for tokens that are held against these lists only.
    public func isCovered(by lists: [PhraseIndex]) -> Bool {
        KeyedWords(self).areCovered(by: lists)
    }
}
