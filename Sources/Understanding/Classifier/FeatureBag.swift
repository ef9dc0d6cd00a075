/// One word as the classifier sees it.
struct FeatureWord: Equatable, Sendable {
    /// Folded; a masked entity is its kind in angle brackets, `<order_number>`.
    let form: String
    let stem: String
    /// Of form and stem.
    let key: WordKey
    /// Nothing stands between it and the word before: characters of a script without word breaks.
    var joinsPrevious = false
    /// It stands for an entity.
    var isMask = false

    init(form: String, stem: String, joinsPrevious: Bool = false, isMask: Bool = false) {
        self.init(
            form: form, stem: stem, key: WordKey(form: form, stem: stem),
            joinsPrevious: joinsPrevious, isMask: isMask)
    }

    /// The same with the key, which the caller has already.
    init(
        form: String, stem: String, key: WordKey, joinsPrevious: Bool = false, isMask: Bool = false
    ) {
        self.form = form
        self.stem = stem
        self.key = key
        self.joinsPrevious = joinsPrevious
        self.isMask = isMask
    }
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
    /// The words whose n-grams are summed up already (see `WordRows`); they are not among the hashes.
    private(set) var summed: [Int32] = []

    /// More words of a text are not read.
    static let wordLimit = 400
    private static let longestGram = 5

    /// `rows` are the words whose n-grams need not be listed.
    init(_ words: [FeatureWord], summing rows: WordRows = .none) {
        let words = words.prefix(Self.wordLimit)
        let numbers = Self.numbers(of: words, in: rows)
        summed = numbers.filter { $0 >= 0 }
        // Each letter begins four grams at most.
        var limit = 2 &* words.count
        for (place, number) in zip(words.indices, numbers) where number < 0 {
            limit &+= 4 &* (words[place].form.utf8.count &+ 2)
        }
        hashes = [UInt64](unsafeUninitializedCapacity: limit) { hashes, count in
            counts = [UInt32](unsafeUninitializedCapacity: limit) { counts, filled in
                DistinctHashes.with(hashes, counts) { features in
                    for place in words.indices { features.add(words[place].key.stem) }
                    stemEnd = features.count
                    for place in words.indices.dropFirst() {
                        features.add(
                            FeatureHash.pair(words[place - 1].key.stem, words[place].key.stem))
                    }
                    wordEnd = features.count
                    Self.addGrams(of: words, numbers, to: &features)
                    (count, filled) = (features.count, features.count)
                }
            }
        }
    }

    /// The row of each word, −1 where its n-grams must be listed.
    private static func numbers(of words: ArraySlice<FeatureWord>, in rows: WordRows) -> [Int32] {
        words.indices.map { place in
            let isJoined =
                words[place].joinsPrevious
                || place + 1 < words.endIndex && words[place + 1].joinsPrevious
            return isJoined ? -1 : rows.number(of: words[place].key)
        }
    }

    /// Adds the n-grams of the words that have no row.
    private static func addGrams(
        of words: ArraySlice<FeatureWord>, _ numbers: [Int32], to features: inout DistinctHashes
    ) {
        // A blank, the scalars of a word or of words that are joined, a blank.
        var run: [UInt32] = [0x20]
        run.reserveCapacity(64)
        for (place, number) in zip(words.indices, numbers) {
            if !words[place].joinsPrevious { closeRun(&run, &features) }
            if number >= 0 { continue }
            for scalar in words[place].form.unicodeScalars { run.append(scalar.value) }
        }
        closeRun(&run, &features)
    }

    private static func closeRun(_ run: inout [UInt32], _ features: inout DistinctHashes) {
        guard run.count > 1 else { return }
        run.append(0x20)
        run.withUnsafeBufferPointer { scalars in
            var start = 0
            while start < scalars.count {
                var hash = FeatureHash.mix(
                    FeatureHash.characters, UInt64(truncatingIfNeeded: scalars[start]))
                let end = min(scalars.count, start &+ longestGram)
                var next = start &+ 1
                while next < end {
                    hash = FeatureHash.mix(hash, UInt64(truncatingIfNeeded: scalars[next]))
                    features.add(hash)
                    next &+= 1
                }
                start &+= 1
            }
        }
        run.removeLast(run.count &- 1)
    }
}

/// Hashes that differ, with how often each was added, in the order of their first time: an open-addressed table
/// over memory that somebody else owns.
private struct DistinctHashes {
    private let hashes: UnsafeMutableBufferPointer<UInt64>
    private let counts: UnsafeMutableBufferPointer<UInt32>
    /// A place in `hashes` plus one; 0 is free. The size is a power of two, at least twice that of `hashes`.
    private let slots: UnsafeMutableBufferPointer<UInt32>
    private(set) var count = 0

    /// Calls `body` with an empty table; no more hashes may be added than `hashes` and `counts` have room for.
    static func with(
        _ hashes: UnsafeMutableBufferPointer<UInt64>, _ counts: UnsafeMutableBufferPointer<UInt32>,
        _ body: (inout DistinctHashes) -> Void
    ) {
        var size = 16
        while size < hashes.count &* 2 { size &*= 2 }
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: size) { slots in
            slots.initialize(repeating: 0)
            var table = DistinctHashes(hashes: hashes, counts: counts, slots: slots)
            body(&table)
        }
    }

    private init(
        hashes: UnsafeMutableBufferPointer<UInt64>, counts: UnsafeMutableBufferPointer<UInt32>,
        slots: UnsafeMutableBufferPointer<UInt32>
    ) {
        self.hashes = hashes
        self.counts = counts
        self.slots = slots
    }

    @inline(__always)
    mutating func add(_ hash: UInt64) {
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let place = Int(truncatingIfNeeded: slots[slot]) &- 1
            if hashes[place] == hash {
                counts[place] &+= 1
                return
            }
            slot = (slot &+ 1) & mask
        }
        hashes.initializeElement(at: count, to: hash)
        counts.initializeElement(at: count, to: 1)
        count &+= 1
        slots[slot] = UInt32(truncatingIfNeeded: count)
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
