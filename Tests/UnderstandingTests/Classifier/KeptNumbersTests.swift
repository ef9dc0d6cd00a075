import Testing

@testable import Understanding

@Suite("Numbers that stay where they are kept")
struct KeptNumbersTests {
    private static let numbers: [Float] = [1, -2.5, 3, 0.25, 7]

    private static var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.number(42)
        writer.array(numbers)
        writer.array([Int8(-1), 2, 3])
        return writer.bytes
    }

    @Test("are those that were written, and equal a copy of them")
    func read() {
        var reader = ByteReader(Self.bytes)
        let number = reader.number()
        let kept: KeptNumbers<Float>? = reader.kept()
        let rest: [Int8]? = reader.array()
        let more: KeptNumbers<Int8>? = reader.kept()
        #expect(number == 42)
        #expect(kept == KeptNumbers(Self.numbers))
        #expect(kept?.count == 5)
        #expect(kept != KeptNumbers([1, 2]))
        #expect(rest == [-1, 2, 3])
        #expect(more == nil)
    }

    @Test("are none where the bytes end before them, or where no such number may stand")
    func refused() {
        let bytes = Self.bytes
        for (start, count) in [(0, 1_000), (-8, 1), (bytes.count, 1), (1, 1), (16, .max), (0, -1)] {
            #expect(KeptNumbers<Float>(bytes, from: start, count: count) == nil)
        }
        #expect(KeptNumbers<Float>(bytes, from: 16, count: 5)?.array == Self.numbers)
    }
}
