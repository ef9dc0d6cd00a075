import Testing
import Wire

@Suite("Lines out of a stream")
struct LineFramerTests {
    /// Feeds `bytes` in pieces that end at `cuts`; gives the lines, with nil for one that is too
    /// long.
    private func frame(_ bytes: [UInt8], cuts: [Int], limit: Int) -> [String?] {
        var framer = LineFramer(limit: limit)
        var found: [String?] = []
        var start = 0
        for cut in cuts + [bytes.count] {
            Array(bytes[start..<cut]).withUnsafeBufferPointer { piece in
                framer.feed(piece) { frame in
                    switch frame {
                    case .line(let line): found.append(String(decoding: line, as: UTF8.self))
                    case .tooLong: found.append(nil)
                    }
                }
            }
            start = cut
        }
        return found
    }

    @Test(
        "LF ends a line, CR before it is dropped, an overlong line is reported once",
        arguments: [
            ("a\nb\n", ["a", "b"]), ("a\r\nb\r\r\n", ["a", "b\r"]), ("\n\na\n", ["", "", "a"]),
            ("12345678\n", ["12345678"]), ("123456789\nok\n", [nil, "ok"]), ("open", []),
            ("123456789012345678901234567890\nok\n", [nil, "ok"]), ("1234567\r\n", ["1234567"]),
        ] as [(String, [String?])])
    func frames(_ text: String, _ lines: [String?]) {
        let bytes = Array(text.utf8)
        #expect(frame(bytes, cuts: [], limit: 8) == lines)
        #expect(frame(bytes, cuts: Array(0..<bytes.count), limit: 8) == lines)
    }

    @Test("the cuts of the stream do not matter", arguments: 0..<100)
    func ignoresCuts(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let alphabet = Array("abc\n\r\n".utf8)
        let bytes = (0..<Int.random(in: 0..<400, using: &random)).map { _ in
            Int.random(in: 0..<30, using: &random) == 0
                ? alphabet[3] : alphabet[Int.random(in: 0..<3, using: &random)]
        }
        let cuts = (0..<20).map { _ in Int.random(in: 0...bytes.count, using: &random) }.sorted()
        #expect(
            frame(bytes, cuts: cuts, limit: 16) == frame(bytes, cuts: [], limit: 16),
            "seed \(seed)")
    }

    @Test("an overlong line without an end takes no memory and no second report")
    func skips() {
        var framer = LineFramer(limit: 10)
        var reports = 0
        let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 8)
        for _ in 0..<1000 {
            piece.withUnsafeBufferPointer { framer.feed($0) { _ in reports += 1 } }
        }
        #expect(reports == 1)
        #expect(framer.isInsideLine)
    }
}
