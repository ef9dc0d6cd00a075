/// Bytes that someone else keeps: an array, or a file mapped into memory.
public protocol ByteSource: Sendable {
    /// Calls `body` once with the bytes; they must not change while the source lives.
    func withBytes(_ body: (UnsafeRawBufferPointer) -> Void)
}

extension [UInt8]: ByteSource {
    public func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
        withUnsafeBytes(body)
    }
}

/// Static token vectors of one language: a text's vector is the normalised mean of those of its word pieces.
///
/// Made by `Tools/static_vectors.py`, which documents the layout. The commonest pieces come first, so a
/// word's row is its rank among all words.
public struct StaticVectors: Sendable {
    /// The length of a vector.
    public let dimensions: Int
    /// The BCP 47 tag of the language whose texts it reads.
    public let language: String

    private let source: any ByteSource
    private let tokenCount: Int
    private let slotCount: Int
    /// Byte offsets of the parts.
    private let scales: Int
    private let cells: Int
    private let starts: Int
    private let names: Int
    private let slots: Int
    private let end: Int
    private static let pieceLimit = 64

    /// Reads the head of the table; nil where the bytes are no such table.
    public init?(_ source: some ByteSource, language: String = "en") {
        var head: (tokens: Int, dimensions: Int, slots: Int, nameBytes: Int, size: Int)?
        source.withBytes { bytes in
            guard bytes.count >= 24, bytes.prefix(8).elementsEqual("TRIVEC01".utf8) else { return }
            let field = { Int(bytes.loadUnaligned(fromByteOffset: $0, as: UInt32.self)) }
            head = (field(8), field(12), field(16), field(20), bytes.count)
        }
        guard let head, head.tokens < 1 << 24, head.dimensions <= 1_024, head.dimensions > 0,
            head.slots > head.tokens, head.slots & (head.slots - 1) == 0
        else { return nil }
        let padded = { (size: Int) in (size + 7) / 8 * 8 }
        scales = 24
        cells = scales + padded(head.tokens * 4)
        starts = cells + padded(head.tokens * head.dimensions)
        names = starts + padded(head.tokens * 4 + 4)
        slots = names + padded(head.nameBytes)
        end = slots + padded(head.slots * 4)
        guard end <= head.size else { return nil }
        self.source = source
        self.language = language
        dimensions = head.dimensions
        tokenCount = head.tokens
        slotCount = head.slots
    }

    /// The vector of a text, of length 1; nil where none of its words is known.
    /// `words` are folded: lower case without accents.
    public func vector(of words: some Sequence<String>) -> [Float]? {
        var sum = [Float](repeating: 0, count: dimensions)
        var isEmpty = true
        source.withBytes { bytes in
            sum.withUnsafeMutableBufferPointer { sum in
                for var word in words {
                    word.withUTF8 { add($0, to: sum, &isEmpty, bytes) }
                }
            }
        }
        return isEmpty ? nil : Self.normalised(sum)
    }

    /// A text's vector, and what it is summed up of.
    struct Meaning {
        /// Of length 1.
        var vector: [Float]
        /// What the sum is times for that.
        var factor: Float
        /// The rows of words that somebody else has summed up (see `WordRows`).
        var rows: [Int32] = []
        /// The sum of the other words; empty where there are none.
        var rest: [Float] = []
    }

    /// The same as `vector`, with what it is summed up of: each word stands beside its row, −1 where it has none.
    func meaning(of words: some Sequence<(String, Int32)>) -> Meaning? {
        var sum = [Float](repeating: 0, count: dimensions)
        var rest: [Float] = []
        var rows: [Int32] = []
        var isEmpty = true
        source.withBytes { bytes in
            for (word, row) in words {
                var word = word
                word.withUTF8 { word in
                    var isUnknown = true
                    sum.withUnsafeMutableBufferPointer { add(word, to: $0, &isUnknown, bytes) }
                    if isUnknown { return }
                    isEmpty = false
                    guard row < 0 else { return rows.append(row) }
                    if rest.isEmpty { rest = [Float](repeating: 0, count: dimensions) }
                    rest.withUnsafeMutableBufferPointer { add(word, to: $0, &isUnknown, bytes) }
                }
            }
        }
        guard !isEmpty, let factor = Self.factor(of: sum) else { return nil }
        return Meaning(
            vector: Self.scaled(sum, by: factor), factor: factor, rows: rows, rest: rest)
    }

    /// The sum of the vectors of a word's pieces; zeros where it has none.
    func sum(of word: String) -> [Float] {
        var sum = [Float](repeating: 0, count: dimensions)
        var (word, isEmpty) = (word, true)
        source.withBytes { bytes in
            word.withUTF8 { word in
                sum.withUnsafeMutableBufferPointer { add(word, to: $0, &isEmpty, bytes) }
            }
        }
        return sum
    }

    /// The rank of a whole folded word among all, 0 the commonest; nil where it is not in the table.
    public func rank(of word: [UInt8]) -> Int? {
        word.withUnsafeBufferPointer { rank(of: $0) }
    }

    func rank(of word: UnsafeBufferPointer<UInt8>) -> Int? {
        var rank: Int?
        source.withBytes { bytes in
            rank = row(of: word, hash: Self.hash(of: word), isInside: false, bytes)
        }
        return rank
    }

    /// Tells tables apart: a hash of the head and of some thirty bytes all over the table. Looking at more of
    /// them would fetch every page of the file, most of which are never needed.
    var fingerprint: UInt64 {
        var hash = FeatureHash.mix(UInt64(tokenCount), UInt64(dimensions))
        source.withBytes { bytes in
            for at in stride(from: 0, to: end, by: max(1, end / 32)) {
                hash = FeatureHash.mix(hash, UInt64(bytes[at]))
            }
        }
        return hash
    }

    private static let hashStart: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    private static func hash(of word: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = hashStart
        for byte in word { hash = Self.hash(hash, byte) }
        return hash
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x61...0x7A, 0x80...: true
        default: false
        }
    }

    private static func normalised(_ vector: [Float]) -> [Float]? {
        factor(of: vector).map { scaled(vector, by: $0) }
    }

    /// What makes a vector one of length 1.
    private static func factor(of vector: [Float]) -> Float? {
        var square: Float = 0
        for number in vector { square += number * number }
        return square > 0 ? 1 / square.squareRoot() : nil
    }

    private static func scaled(_ vector: [Float], by factor: Float) -> [Float] {
        var normalised = vector
        normalised.withUnsafeMutableBufferPointer { numbers in
            for place in numbers.indices { numbers[place] *= factor }
        }
        return normalised
    }

    /// Adds the runs of letters and digits of a word.
    private func add(
        _ word: UnsafeBufferPointer<UInt8>, to sum: UnsafeMutableBufferPointer<Float>,
        _ isEmpty: inout Bool, _ bytes: UnsafeRawBufferPointer
    ) {
        var start = 0
        while start < word.count {
            guard Self.isLetterOrDigit(word[start]) else {
                start += 1
                continue
            }
            var end = start
            while end < word.count, Self.isLetterOrDigit(word[end]) { end += 1 }
            addRun(UnsafeBufferPointer(rebasing: word[start..<end]), to: sum, &isEmpty, bytes)
            start = end
        }
    }

    /// Adds the pieces of a run, the longest first, unless a part of it is in no piece.
    private func addRun(
        _ run: UnsafeBufferPointer<UInt8>, to sum: UnsafeMutableBufferPointer<Float>,
        _ isEmpty: inout Bool, _ bytes: UnsafeRawBufferPointer
    ) {
        guard run.count <= Self.pieceLimit else { return }
        let hash = Self.hash(of: run)
        if let whole = row(of: run, hash: hash, isInside: false, bytes) {
            isEmpty = false
            addRow(whole, to: sum, bytes)
        } else if let rows = pieces(of: run, bytes) {
            isEmpty = false
            for row in rows { addRow(row, to: sum, bytes) }
        }
    }

    private func addRow(
        _ row: Int, to sum: UnsafeMutableBufferPointer<Float>, _ bytes: UnsafeRawBufferPointer
    ) {
        let scale = bytes.loadUnaligned(fromByteOffset: scales + row * 4, as: Float.self)
        let start = cells + row * dimensions
        guard let base = sum.baseAddress, let table = bytes.baseAddress else { return }
        let row = (table + start).assumingMemoryBound(to: Int8.self)
        var dimension = 0
        while dimension < sum.count {
            base[dimension] += Float(row[dimension]) * scale
            dimension &+= 1
        }
    }

    private func pieces(
        of word: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeRawBufferPointer
    ) -> [Int]? {
        var rows: [Int] = []
        var start = 0
        while start < word.count {
            var hash = Self.hashStart
            if start > 0 { hash = Self.hash(Self.hash(hash, 0x23), 0x23) }
            var hashes: [UInt64] = []
            for byte in word[start...] {
                hash = Self.hash(hash, byte)
                hashes.append(hash)
            }
            var end = word.count
            var found: Int?
            while end > start, found == nil {
                found = row(
                    of: UnsafeBufferPointer(rebasing: word[start..<end]),
                    hash: hashes[end - start - 1], isInside: start > 0, bytes)
                if found == nil { end -= 1 }
            }
            guard let found else { return nil }
            rows.append(found)
            start = end
        }
        return rows
    }

    /// The row of a piece, without its "##" where it stands inside a word.
    private func row(
        of piece: UnsafeBufferPointer<UInt8>, hash: UInt64, isInside: Bool,
        _ bytes: UnsafeRawBufferPointer
    ) -> Int? {
        let mask = slotCount &- 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        for _ in 0..<slotCount {
            let entry = Int(bytes.loadUnaligned(fromByteOffset: slots + slot * 4, as: UInt32.self))
            guard entry > 0, entry <= tokenCount else { return nil }
            if isName(entry - 1, piece, isInside: isInside, bytes) { return entry - 1 }
            slot = (slot &+ 1) & mask
        }
        return nil
    }

    private func isName(
        _ row: Int, _ piece: UnsafeBufferPointer<UInt8>, isInside: Bool,
        _ bytes: UnsafeRawBufferPointer
    ) -> Bool {
        let offset = starts + row * 4
        var from = Int(bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        let to = Int(bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self))
        guard from <= to, to <= slots - names else { return false }
        if isInside {
            guard to - from > 2, bytes[names + from] == 0x23, bytes[names + from + 1] == 0x23
            else { return false }
            from += 2
        }
        guard to - from == piece.count else { return false }
        var at = names + from
        for byte in piece {
            if bytes[at] != byte { return false }
            at += 1
        }
        return true
    }
}
