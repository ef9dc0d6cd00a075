/// Phrases of one or more words with a meaning each, found longest first in time linear in the
/// text. Words are compared by their hash.
struct PhraseTable<Meaning: Sendable>: Sendable {
    private struct Entry: Sendable {
        /// The words behind the first: `rests[start..<start + count]`.
        var start: Int
        var count: Int
        /// The next entry with this beginning, −1 for none.
        var next: Int
        var meaning: Meaning
    }

    /// The only word, or the first two: hundreds begin with "it".
    private var beginnings = FeatureIndex(minimumCapacity: 8)
    /// Beginning → its longest entry.
    private var heads: [Int] = []
    private var entries: [Entry] = []
    private var rests: [UInt64] = []

    /// Adds a phrase given by its keys; of two equal phrases the first one stays.
    mutating func add(_ keys: [String], _ meaning: Meaning) {
        guard let first = keys.first else { return }
        let rest = keys.dropFirst().map(WordKey.hash)
        let beginning = Int(beginnings.insert(Self.beginning(WordKey.hash(first), rest.first)))
        if beginning == heads.count { heads.append(-1) }
        var before = -1
        var next = heads[beginning]
        while next >= 0, entries[next].count >= rest.count {
            let entry = entries[next]
            if rests[entry.start..<entry.start + entry.count].elementsEqual(rest) { return }
            before = next
            next = entry.next
        }
        if before < 0 {
            heads[beginning] = entries.count
        } else {
            entries[before].next = entries.count
        }
        entries.append(
            Entry(start: rests.count, count: rest.count, next: next, meaning: meaning))
        rests += rest
    }

    /// The longest phrase that starts at `index` of the words with these hashes, and the index after it.
    func match(_ hashes: [UInt64], at index: Int) -> (meaning: Meaning, end: Int)? {
        match(at: index, of: hashes.count) { hashes[$0] }
    }

    /// The same for a part of a text, in the indices of the text.
    func match(
        _ words: ArraySlice<WordKey>, at index: Int
    ) -> (meaning: Meaning, end: Int)? {
        match(at: index, of: words.endIndex) { words[$0].folded }
    }

    /// The same for words.
    func match(_ keys: [String], at index: Int) -> (meaning: Meaning, end: Int)? {
        match(at: index, of: keys.count) { WordKey.hash(keys[$0]) }
    }

    private func match(
        at index: Int, of size: Int, hash: (Int) -> UInt64
    ) -> (meaning: Meaning, end: Int)? {
        guard index >= 0, index < size else { return nil }
        let first = hash(index)
        // Any of two words and more is longer than that of one.
        if index + 1 < size {
            let both = Self.beginning(first, hash(index + 1))
            if let found = longest(from: both, at: index, of: size, hash) { return found }
        }
        return longest(from: first, at: index, of: size, hash)
    }

    private static func beginning(_ first: UInt64, _ second: UInt64?) -> UInt64 {
        second.map { FeatureHash.pair(first, $0) } ?? first
    }

    private func longest(
        from key: UInt64, at index: Int, of size: Int, _ hash: (Int) -> UInt64
    ) -> (meaning: Meaning, end: Int)? {
        let beginning = beginnings.find(key)
        guard beginning >= 0 else { return nil }
        var next = heads[Int(beginning)]
        while next >= 0 {
            let (start, count) = (entries[next].start, entries[next].count)
            if count < size - index,
                (0..<count).allSatisfy({ rests[start + $0] == hash(index + 1 + $0) })
            {
                return (entries[next].meaning, index + 1 + count)
            }
            next = entries[next].next
        }
        return nil
    }

    var isEmpty: Bool { entries.isEmpty }
}

extension PhraseTable {
    /// `name` tells a meaning apart from all others.
    func write(to writer: inout ByteWriter, _ name: (Meaning) -> String) {
        writer.array(beginnings.keys)
        writer.array(heads)
        writer.array(entries.map(\.start))
        writer.array(entries.map(\.count))
        writer.array(entries.map(\.next))
        writer.array(rests)
        var numbers: [String: Int32] = [:]
        var names: [String] = []
        writer.array(
            entries.map { entry in
                let name = name(entry.meaning)
                if let number = numbers[name] { return number }
                let number = Int32(names.count)
                numbers[name] = number
                names.append(name)
                return number
            })
        writer.packed(names)
    }

    /// The table of some bytes; nil where they are none.
    init?(from reader: inout ByteReader, _ meaning: (String) -> Meaning?) {
        guard let keys: [UInt64] = reader.array(), let heads: [Int] = reader.array(),
            heads.count == keys.count, let starts: [Int] = reader.array(),
            let counts: [Int] = reader.array(), let nexts: [Int] = reader.array(),
            counts.count == starts.count, nexts.count == starts.count,
            let rests: [UInt64] = reader.array(), let numbers: [Int32] = reader.array(),
            numbers.count == starts.count, let names = reader.packed()
        else { return nil }
        let meanings = names.compactMap(meaning)
        guard meanings.count == names.count,
            numbers.allSatisfy({ meanings.indices.contains(Int($0)) })
        else { return nil }
        beginnings = FeatureIndex(keys: keys)
        self.heads = heads
        self.rests = rests
        entries = starts.indices.map { number in
            Entry(
                start: starts[number], count: counts[number], next: nexts[number],
                meaning: meanings[Int(numbers[number])])
        }
    }
}
