/// Phrases by their first words. Words are compared by their hash (see `WordKey`).
public struct PhraseIndex: Sendable {
    /// Numbers the first words.
    private var firsts: FeatureIndex
    /// By the number of the first word where its phrases begin, and behind them the end.
    private var groups: [Int32] = [0]
    /// Where the words of each phrase begin, and behind them the end.
    private var starts: [Int32] = [0]
    private var words: [UInt64] = []

    /// Each phrase is its folded words; empty ones are left out.
    public init(_ phrases: [[String]]) {
        firsts = FeatureIndex(minimumCapacity: phrases.count)
        var byFirst: [[[UInt64]]] = []
        for phrase in phrases where !phrase.isEmpty {
            let words = phrase.map(WordKey.hash)
            let number = Int(firsts.insert(words[0]))
            if number == byFirst.count { byFirst.append([]) }
            byFirst[number].append(words)
        }
        for group in byFirst {
            for phrase in group {
                words += phrase
                starts.append(Int32(words.count))
            }
            groups.append(Int32(starts.count - 1))
        }
    }

    var isEmpty: Bool { words.isEmpty }

    func write(to writer: inout ByteWriter) {
        writer.array(firsts.keys)
        writer.array(groups)
        writer.array(starts)
        writer.array(words)
    }

    /// The phrases of some bytes; nil where they are none.
    init?(from reader: inout ByteReader) {
        guard let keys: [UInt64] = reader.array(), let groups: [Int32] = reader.array(),
            let starts: [Int32] = reader.array(), let words: [UInt64] = reader.array(),
            groups.count == keys.count + 1, groups.isAscending(to: starts.count - 1),
            starts.isAscending(to: words.count)
        else { return nil }
        firsts = FeatureIndex(keys: keys)
        self.groups = groups
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
        for phrase in Int(groups[number])..<Int(groups[number + 1]) {
            let words = Int(starts[phrase])..<Int(starts[phrase + 1])
            guard words.count <= said.count - place else { continue }
            let stands = words.allSatisfy { word in
                let own = said[place + word - words.lowerBound]
                return own.folded == self.words[word] || own.stem == self.words[word]
            }
            if stands { isReached[place + words.count] = true }
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

    public var isEmpty: Bool { keys.isEmpty }

    /// Whether they are nothing but these phrases, one behind the other.
    public func areCovered(by lists: [PhraseIndex]) -> Bool {
        var isReached = [true] + keys.map { _ in false }
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
