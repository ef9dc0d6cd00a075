import Testing

@testable import Understanding

@Suite("Words near to a text's")
struct VicinityTests {
    private static func vectors() throws -> StaticVectors {
        let table = StaticVectorsTests.table([
            ("parcel", [10, 0]), ("package", [8, 6]), ("courier", [6, 8]), ("colour", [0, 10]),
            ("dye", [1, 9]), ("shade", [-10, 0]),
        ])
        return try #require(StaticVectors(table))
    }

    private static func words(_ text: String) -> [FeatureWord] {
        text.split(separator: " ").map { FeatureWord(form: String($0), stem: String($0)) }
    }

    private static func vicinity() throws -> Vicinity {
        Vicinity(["parcel", "parcel package", "colour"].map(words), try vectors())
    }

    /// The word of each cell and how near it is.
    private static func near(_ text: String) throws -> [Int32: Float] {
        let cells = try vicinity().cells(of: words(text), vectors())
        return Dictionary(uniqueKeysWithValues: cells.map { ($0.word, $0.value) })
    }

    @Test("the commonest word is the first feature; a word is near to itself and to those like it")
    func known() throws {
        let near = try Self.near("package")
        #expect(Set(near.keys) == [0, 1, 2])
        let (parcel, package, colour) = (near[0] ?? 0, near[1] ?? 0, near[2] ?? 0)
        #expect(package > parcel && parcel > colour)
        #expect(abs(parcel / package - 0.8) < 0.01 && abs(colour / package - 0.6) < 0.01)
    }

    @Test("a word that no example has is near to the examples' words, and to none that is far")
    func unseen() throws {
        let near = try Self.near("dye")
        #expect(near[0] == nil && (near[2] ?? 0) > (near[1] ?? 0))
        #expect(try Self.near("shade").isEmpty && Self.near("qqq").isEmpty)
        #expect(try Self.near("").isEmpty)
    }

    @Test("of two words that are near the nearer one counts, and no word twice")
    func nearest() throws {
        let (both, one) = (try Self.near("colour package colour"), try Self.near("colour"))
        #expect(both[2] == one[2])
    }

    @Test("entities are near to nothing")
    func masks() throws {
        let mask = FeatureWord(form: "<parcel>", stem: "<parcel>", isMask: true)
        #expect(try Self.vicinity().cells(of: [mask], Self.vectors()).isEmpty)
        #expect(try Self.vicinity().own([mask]).isEmpty)
        #expect(try Self.vicinity().own(Self.words("colour dye parcel")) == [2, 0])
    }

    @Test("an unseen word is understood by the words near to it")
    func classified() throws {
        var reading = TextReading(vectors: nil)
        let samples = ["where is my", "when comes the", "late is the", "lost was my", "track the"]
            .flatMap { start in
                [
                    IntentEvaluation.Sample(text: start + " parcel", intent: "delivery"),
                    IntentEvaluation.Sample(text: start + " colour", intent: "look"),
                ]
            }
        let ranker = IntentEvaluation.ranker(
            samples, language: "en", vectors: try Self.vectors(), reading: &reading)
        for (word, intent) in [("courier", "look"), ("package", "delivery"), ("dye", "look")] {
            let words = Self.words("where is my " + word)
            #expect(ranker.rank(words, language: "en").ranking.first?.intent == intent)
        }
    }

    @Test("what was written is read again, and nothing that was cut")
    func bytes() throws {
        var writer = ByteWriter()
        let vicinity = try Self.vicinity()
        vicinity.write(to: &writer)
        var reader = ByteReader(writer.bytes)
        #expect(Vicinity(from: &reader) == vicinity)
        for length in stride(from: 0, to: writer.bytes.count, by: 8) {
            var cut = ByteReader(Array(writer.bytes.prefix(length)))
            #expect(Vicinity(from: &cut) == nil)
        }
    }
}
