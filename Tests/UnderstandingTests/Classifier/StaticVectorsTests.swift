import Testing

@testable import Understanding

@Suite("Static vectors")
struct StaticVectorsTests {
    /// A table of the layout that `Tools/static_vectors.py` writes.
    static func table(_ rows: [(String, [Int8])]) -> [UInt8] {
        var bytes = Array("TRIVEC01".utf8)
        let append = { (part: [UInt8]) in
            bytes += part
            while bytes.count % 8 != 0 { bytes.append(0) }
        }
        let words = { (numbers: [UInt32]) in
            numbers.flatMap { number in
                (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
            }
        }
        let names = rows.map { Array($0.0.utf8) }
        var slots = [UInt32](repeating: 0, count: 16)
        for (row, name) in names.enumerated() {
            let hash = name.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
                ($0 ^ UInt64($1)) &* 0x100_0000_01B3
            }
            var slot = Int(hash % 16)
            while slots[slot] != 0 { slot = (slot + 1) % 16 }
            slots[slot] = UInt32(row + 1)
        }
        let starts = names.reduce(into: [0 as UInt32]) {
            $0.append(($0.last ?? 0) + UInt32($1.count))
        }
        let width = rows.first?.1.count ?? 0
        append(words([UInt32(rows.count), UInt32(width), 16, starts.last ?? 0]))
        append(words(rows.map { _ in (0.5 as Float).bitPattern }))
        append(rows.flatMap { $0.1.map { UInt8(bitPattern: $0) } })
        append(words(starts))
        append(names.flatMap { $0 })
        append(words(slots))
        return bytes
    }

    static let rows: [(String, [Int8])] = [
        ("the", [0, 1]), ("refund", [3, 0]), ("pay", [0, 4]), ("##ment", [4, 0]), ("é", [1, 1]),
    ]

    @Test("a text's vector is the normalised mean of its pieces, the longest first")
    func mean() throws {
        let vectors = try #require(StaticVectors(Self.table(Self.rows)))
        #expect(vectors.dimensions == 2)
        #expect(vectors.vector(of: ["refund"]) == [1, 0])
        let payment = try #require(vectors.vector(of: ["payment"]))
        #expect(abs(payment[0] - Float(0.5).squareRoot()) < 1e-6 && payment[0] == payment[1])
        #expect(vectors.vector(of: ["<refund>"]) == [1, 0])
        #expect(vectors.vector(of: ["é", "refund", "the"]) != nil)
    }

    @Test("a word that no pieces make up is left out")
    func unknown() throws {
        let vectors = try #require(StaticVectors(Self.table(Self.rows)))
        #expect(vectors.vector(of: ["xyz"]) == nil)
        #expect(vectors.vector(of: ["paid", "refund"]) == [1, 0])
        #expect(vectors.rank(of: Array("pay".utf8)) == 2)
        #expect(vectors.rank(of: Array("##ment".utf8)) == 3)
        #expect(vectors.rank(of: Array("ment".utf8)) == nil)
    }

    @Test("bytes that are no table, or only its start, are refused; changed ones never trap")
    func broken() {
        let table = Self.table(Self.rows)
        for length in 0..<table.count { #expect(StaticVectors(Array(table.prefix(length))) == nil) }
        var shuffle = Shuffle(seed: 3)
        for _ in 0..<400 {
            var changed = table
            changed[8 + shuffle.below(table.count - 8)] = UInt8(shuffle.below(256))
            guard let vectors = StaticVectors(changed) else { continue }
            #expect((vectors.vector(of: ["payment", "refund"])?.count ?? 0) <= 1_024)
        }
    }
}
