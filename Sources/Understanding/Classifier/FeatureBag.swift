/// One word as the classifier sees it.
struct FeatureWord: Equatable, Sendable {
    /// Folded; a masked entity is its kind in angle brackets, `<order_number>`.
    var form: String
    var stem: String
    /// Nothing stands between it and the word before: characters of a script without word breaks.
    var joinsPrevious = false
    /// It stands for an entity.
    var isMask = false
}

/// The features of one text, each once with its count: stems, pairs of stems, character n-grams.
///
/// Character n-grams (2 to 5) stay inside a word padded with a blank on each side; characters of scripts
/// without word breaks are read as one run.
struct FeatureBag: Equatable, Sendable {
    /// Distinct; stems first, then pairs, then characters.
    private(set) var hashes: [UInt64] = []
    private(set) var counts: [UInt32] = []
    /// Where the pairs start.
    private(set) var stemEnd = 0
    /// Where the character n-grams start.
    private(set) var wordEnd = 0

    /// More words of a text are not read.
    static let wordLimit = 400
    private static let longestGram = 5

    init(_ words: [FeatureWord]) {
        let words = words.prefix(Self.wordLimit)
        hashes.reserveCapacity(words.count &* 20)
        counts.reserveCapacity(words.count &* 20)
        let stems = words.map { FeatureHash.hash($0.stem, from: FeatureHash.words) }
        append(distinct: stems)
        stemEnd = hashes.count
        append(distinct: zip(stems, stems.dropFirst()).map { FeatureHash.pair($0, $1) })
        wordEnd = hashes.count
        append(distinct: Self.gramHashes(of: words))
    }

    private static func gramHashes(of words: ArraySlice<FeatureWord>) -> [UInt64] {
        var out: [UInt64] = []
        out.reserveCapacity(words.count &* 24)
        // A blank, the scalars of a word or of words that are joined, a blank.
        var run: [UInt32] = [0x20]
        run.reserveCapacity(64)
        for word in words {
            if !word.joinsPrevious { closeRun(&run, &out) }
            for scalar in word.form.unicodeScalars { run.append(scalar.value) }
        }
        closeRun(&run, &out)
        return out
    }

    private static func closeRun(_ run: inout [UInt32], _ out: inout [UInt64]) {
        guard run.count > 1 else { return }
        run.append(0x20)
        run.withUnsafeBufferPointer { scalars in
            var start = 0
            while start < scalars.count {
                var hash = FeatureHash.characters
                var end = start
                while end < scalars.count, end < start &+ longestGram {
                    hash = FeatureHash.mix(hash, UInt64(truncatingIfNeeded: scalars[end]))
                    if end > start { out.append(hash) }
                    end &+= 1
                }
                start &+= 1
            }
        }
        run.removeLast(run.count &- 1)
    }

    /// Adds the hashes that differ, with how often each occurs, in order of first sight.
    private mutating func append(distinct list: [UInt64]) {
        var size = 16
        while size < list.count &* 2 { size &*= 2 }
        let mask = size &- 1
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: size) { table in
            table.initialize(repeating: -1)
            let distinct = [UInt64](unsafeUninitializedCapacity: list.count) { distinct, count in
                let times = [UInt32](unsafeUninitializedCapacity: list.count) { times, filled in
                    for hash in list {
                        var slot = Int(truncatingIfNeeded: hash) & mask
                        while table[slot] >= 0, distinct[Int(table[slot])] != hash {
                            slot = (slot &+ 1) & mask
                        }
                        if table[slot] >= 0 {
                            times[Int(table[slot])] &+= 1
                        } else {
                            table[slot] = Int32(truncatingIfNeeded: count)
                            distinct.initializeElement(at: count, to: hash)
                            times.initializeElement(at: count, to: 1)
                            count &+= 1
                        }
                    }
                    filled = count
                }
                counts += times
            }
            hashes += distinct
        }
    }
}

extension FeatureBag {
    /// The features of a text in writing, by hash, for explanations: `refund`, `my order`, `·ref·`.
    static func names(of words: [FeatureWord]) -> [UInt64: String] {
        var names: [UInt64: String] = [:]
        let stems = words.prefix(wordLimit).map(\.stem)
        let hashes = stems.map { FeatureHash.hash($0, from: FeatureHash.words) }
        for (stem, hash) in zip(stems, hashes) { names[hash] = stem }
        for index in stems.indices.dropFirst() {
            let pair = FeatureHash.pair(hashes[index - 1], hashes[index])
            names[pair] = "\(stems[index - 1]) \(stems[index])"
        }
        for word in words.prefix(wordLimit) {
            let scalars = Array(" \(word.form) ".unicodeScalars)
            for start in scalars.indices {
                for end in start..<min(start + longestGram, scalars.count) {
                    let gram = scalars[start...end]
                    let hash = gram.reduce(FeatureHash.characters) {
                        FeatureHash.mix($0, UInt64($1.value))
                    }
                    names[hash] = gram.reduce(into: "") { $0 += $1 == " " ? "·" : String($1) }
                }
            }
        }
        return names
    }
}
