import Facts
import Testing

@testable import Understanding

@Suite("What is compiled of a lexicon")
struct CompiledLexiconTests {
    /// The interpreter's lexicon with word lists, values and a shop.
    static let lexicon: Lexicon = {
        var lexicon = InterpreterTests.lexicon
        lexicon.shopVocabulary = ["Desk Lamp", "Tea Kettle", "navy blue", "size", "80 cm"]
        lexicon.entities.append(
            EntityDeclaration(
                kind: "reason",
                form: .values([
                    EntityValue(
                        id: "broken",
                        words: ["en": ["broken", "does not work"], "de": ["kaputt"]]),
                    EntityValue(id: "too_small", words: ["en": ["too small"], "de": ["zu klein"]]),
                ])))
        for (name, entries) in [
            ("agreement_words", ["yes please", "do it"]), ("courtesy_words", ["thank you"]),
            ("not_agreement_words", ["right now"]), ("shop_words", ["wall light = lamp"]),
            ("target_words", ["for", "into"]), ("skip_words", ["hello", "please"]),
        ] {
            lexicon.wordLists.append(WordList(name: name, language: "en", entries: entries))
        }
        return lexicon
    }()

    private static let fresh = Result { () throws(LexiconErrors) in try Interpreter(lexicon) }

    private func readBack(_ bytes: [UInt8], program: String? = nil) throws -> Interpreter {
        let model = try Self.fresh.get().modelBytes
        return try Interpreter(
            Self.lexicon, cachedModel: model, cachedReading: { _ in bytes },
            names: LexiconNames(Self.lexicon, program: program))
    }

    private static let texts = [
        "hello, i want to speak to an agent please", "cancel my purchase", "speak to a human",
        "the desk lamp from order 1042 is brokn", "it is too small, tomorrow at half past three",
        "my name is Noah Brown, twenty five euros", "der Teekessel ist kaputt, am 3. Mai",
        "no, the second wall light in navy blue", "everything but the tea kettle for 80 cm",
    ]

    @Test("comes back from its bytes, and reads every text alike")
    func roundTrip() throws {
        let fresh = try Self.fresh.get()
        let again = try readBack(fresh.readingBytes)
        #expect(again.readingBytes == fresh.readingBytes)
        #expect(again.isCached == (model: true, reading: true))
        #expect(fresh.isCached == (model: false, reading: false))
        let choices = ["Desk Lamp", "Tea Kettle"].enumerated().map { number, name in
            Choice(
                id: String(number), name: name,
                attributes: [Choice.Attribute(name: "size", value: "80 cm")])
        }
        for text in Self.texts {
            for language in ["en", "de"] {
                let read = [fresh, again].map {
                    $0.interpret(text, in: language, today: InterpreterTests.today)
                }
                #expect(read[0] == read[1], "\(text)")
                let picked = [fresh, again].map {
                    var cut = CutTexts()
                    let index = $0.index(of: choices, language: language, cut: &cut)
                    return $0.pick(read[0], among: index, cut: &cut)
                }
                #expect(picked[0] == picked[1], "\(text)")
                #expect(
                    fresh.shopNames(in: read[0]).map(\.name)
                        == again.shopNames(in: read[0]).map(\.name))
                let said = [fresh, again].map {
                    var cut = CutTexts()
                    return $0.shopWords(in: read[0], cut: &cut)
                }
                #expect(said[0] == said[1], "\(text)")
                #expect(
                    fresh.isPlainly(read[0], ratherThanIn: "de")
                        == again.isPlainly(read[0], ratherThanIn: "de"))
            }
        }
    }

    @Test("a yes is made of the same words")
    func agreements() throws {
        let again = try readBack(Self.fresh.get().readingBytes)
        #expect(again.agreements.count == 1)
        for (text, agrees) in [("yes please, thank you", true), ("do it right", false)] {
            let tokens = again.tokens(of: text, in: "en").filter { $0.folded != "," }
            #expect(again.agreements[0].cover(KeyedWords(tokens), or: []) == agrees, "\(text)")
        }
    }

    @Test("harmed anywhere it is compiled anew")
    func harmed() throws {
        let bytes = try Self.fresh.get().readingBytes
        for place in stride(from: 3, to: bytes.count, by: bytes.count / 24) {
            var harmed = bytes
            harmed[place] ^= 0x10
            let again = try readBack(harmed)
            #expect(again.readingBytes == bytes, "byte \(place)")
            #expect(again.isCached == (model: true, reading: false), "byte \(place)")
        }
    }

    @Test("of another build of the program is not taken")
    func programs() throws {
        let bytes = try Self.fresh.get().readingBytes
        let other = try readBack(bytes, program: "build 2")
        #expect(try other.names.reading != Self.fresh.get().names.reading)
        #expect(try other.names.model == Self.fresh.get().names.model)
        #expect(other.readingBytes != bytes)
    }
}
