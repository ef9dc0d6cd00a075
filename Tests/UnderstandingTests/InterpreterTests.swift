import Facts
import Testing

@testable import Understanding

@Suite("The interpreter")
struct InterpreterTests {
    static let today = Day(number: 20_514)

    /// A small pack in two languages.
    static let lexicon: Lexicon = {
        let intents: [(String, String, String, [String])] = [
            (
                "cancel", "en", "cancel an order",
                [
                    "I want to cancel my order", "please cancel order 1042", "stop my order",
                    "can I still cancel what I bought", "cancel it before it ships",
                    "I changed my mind, cancel everything",
                ]
            ),
            (
                "track", "en", "track a parcel",
                [
                    "where is my parcel", "when will order 1042 arrive", "track my delivery",
                    "has my package been shipped", "my delivery is late, where is it",
                    "what is the status of my shipment",
                ]
            ),
            (
                "give_back", "en", "return an item",
                [
                    "I want to return the shoes", "can I send the lamp back",
                    "it does not fit, I don't want to keep it", "return the item from order 1042",
                    "how do I return something that I do not like", "take back these shoes",
                ]
            ),
            (
                "cancel", "de", "eine Bestellung stornieren",
                [
                    "ich möchte meine Bestellung stornieren", "bitte Bestellung 1042 stornieren",
                    "kann ich das noch stornieren", "stoppen Sie meine Bestellung",
                ]
            ),
            (
                "track", "de", "ein Paket verfolgen",
                [
                    "wo ist mein Paket", "wann kommt die Bestellung 1042 an",
                    "wo bleibt meine Lieferung", "ist mein Paket schon unterwegs",
                ]
            ),
        ]
        let rule = PhraseRule(
            form: .template("[i want to] speak to (a human|an agent)"),
            place: RuleReference(file: "human/en.yaml", line: 3, text: "speak"))
        let bag = PhraseRule(
            form: .bag(all: ["cancel"], any: ["order", "purchase"], none: []),
            place: RuleReference(file: "cancel/en.yaml", line: 4, text: "bag"))
        var phrases = intents.map { intent, language, title, examples in
            IntentPhrases(intent: intent, language: language, title: title, examples: examples)
        }
        phrases[0].rules = [bag]
        phrases.append(
            IntentPhrases(
                intent: "human", language: "en", title: "speak to a human", rules: [rule],
                examples: ["let me talk to a person", "connect me with an agent, please"]))
        return Lexicon(
            languages: ["en", "de"], phrases: phrases,
            entities: [EntityDeclaration(kind: "order_number", form: .shapes(["0000"]))],
            wordLists: [
                WordList(name: "anger", language: "en", entries: ["ridiculous", "fed up"]),
                WordList(name: "law", language: "en", entries: ["lawyers"]),
                WordList(name: "not_law", language: "en", entries: ["no lawyer"]),
            ], threshold: 0.4)
    }()

    static let interpreter = Result { () throws(LexiconErrors) in try Interpreter(lexicon) }

    private func read(_ text: String, language: String? = nil) throws -> Interpretation {
        try Self.interpreter.get().interpret(text, language: language, today: Self.today)
    }

    @Test(
        "a text is read alike in one step and with its language detected before",
        arguments: [
            "where is my order 1042", "ich möchte meine Bestellung stornieren", "ok", "1042", "",
        ], [nil, "en", "de", "xx"])
    func detected(_ text: String, _ language: String?) throws {
        let interpreter = try Self.interpreter.get()
        let detection = interpreter.detect(text, language: language)
        let reading = interpreter.interpret(text, as: detection, today: Self.today)
        #expect(reading == interpreter.interpret(text, language: language, today: Self.today))
        #expect(reading.language == detection.language)
    }

    @Test("a phrase rule is certain and says where it stands")
    func rule() throws {
        let found = try read("I want to speak to a human")
        #expect(
            found.verdict
                == .rule(
                    intent: "human",
                    rule: RuleReference(file: "human/en.yaml", line: 3, text: "speak")))
        #expect(found.verdict.confidence == 1)
    }

    @Test(
        "the classifier finds the intent in the language of the text",
        arguments: [
            ("where is the package I ordered", "track", "en"),
            ("wo ist denn nur mein Paket", "track", "de"),
            ("ich will die Bestellung 7731 stornieren", "cancel", "de"),
            ("how can I return these shoes", "give_back", "en"),
        ] as [(String, String, String)])
    func ranked(text: String, intent: String, language: String) throws {
        let found = try read(text)
        #expect(found.ranking.first?.intent == intent)
        #expect(found.verdict.intent == intent)
        #expect(found.language == language)
        #expect(abs(found.ranking.reduce(0) { $0 + $1.probability } - 1) < 1e-9)
    }

    @Test(
        "what is about nothing in the pack is not understood",
        arguments: ["xyzzy plugh", "", "?!", "1 2 3"])
    func notUnderstood(text: String) throws {
        #expect(try read(text).verdict == .notUnderstood)
    }

    @Test("entities keep the customer's text, spelling is corrected for the intent only")
    func spelling() throws {
        let text = "pleese canccel order 7731"
        let explanation = try Self.interpreter.get().explain(text, today: Self.today)
        #expect(
            explanation.corrections == [
                SpellingCorrection(from: "pleese", to: "please"),
                SpellingCorrection(from: "canccel", to: "cancel"),
            ])
        #expect(explanation.interpretation.text == text)
        #expect(
            explanation.interpretation.tokens.map(\.folded) == [
                "pleese", "canccel", "order", "7731",
            ])
        #expect(explanation.interpretation.verdict.intent == "cancel")
        let number = explanation.interpretation.entities.first { $0.kind == "order_number" }
        #expect(number?.value == .text("7731"))
        #expect(number.map { [$0.start, $0.end] } == [21, 25])
    }

    @Test("a refused wish is a negated clause and no intent")
    func refusal() throws {
        let found = try read("I don't want to cancel my order")
        #expect(found.verdict == .notUnderstood)
        #expect(found.clauses.map(\.isNegated) == [true])
        #expect(found.clauses.map(\.verdict.intent) == ["cancel"])
    }

    @Test("a complaint in the negative is no refusal")
    func complaint() throws {
        let found = try read("I don't want to keep it, can I send it back")
        #expect(found.verdict.intent == "give_back")
        #expect(found.clauses.allSatisfy { !$0.isNegated })
    }

    @Test(
        "a refusal beside the wish's own words refuses it, one in another clause does not",
        arguments: [
            ("no, I don't want to cancel it", nil),
            ("I want to cancel my order, I don't want to wait any longer", "cancel"),
            ("I don't want to cancel my order, where is my parcel", "track"),
            ("ich möchte die Bestellung 1042 stornieren, ich brauche sie nicht. Danke", "cancel"),
            ("ich möchte meine Bestellung nicht stornieren", nil),
            ("ich möchte, dass Sie die Bestellung nicht stornieren", nil),
            ("please don't cancel it, where is my parcel", "track"),
            ("NOT cancel. Where is my parcel?", "track"),
            ("how do I cancel my order? no wait, I don't want to cancel", nil),
        ] as [(String, String?)])
    func refusedBeside(text: String, intent: String?) throws {
        #expect(try read(text).verdict.intent == intent)
    }

    @Test(
        "everyday talk is not understood",
        arguments: [
            "who wrote Romeo and Juliet", "wer schrieb Romeo und Julia",
            "bei wie viel Grad kocht Wasser",
        ])
    func everyday(text: String) throws {
        #expect(try read(text).verdict == .notUnderstood)
    }

    @Test("two wishes are two clauses, each with its intent and its place")
    func clauses() throws {
        let found = try read("Please cancel my order 1042. Also where is my parcel?")
        #expect(found.clauses.map(\.verdict.intent) == ["cancel", "track"])
        #expect(found.clauses.map(\.start) == [0, 34])
        #expect(found.clauses.last?.end == found.text.utf8.count)
        #expect(found.verdict.intent == "cancel")
    }

    @Test("one wish in two sentences is one clause")
    func oneWish() throws {
        let found = try read("Hello there. I want to return the shoes. They are for my son.")
        #expect(found.clauses.count == 1)
        #expect(found.clauses.first?.start == 0)
        #expect(found.clauses.first?.end == found.text.utf8.count)
    }

    @Test("word lists are mentioned by stem, in order of name")
    func mentions() throws {
        #expect(try read("I am fed up, my lawyer will call").mentions == ["anger", "law"])
        #expect(try read("where is my parcel").mentions == [])
    }

    @Test("what a list with not_ covers is no mention; the same word elsewhere is one")
    func takenBack() throws {
        #expect(try read("no lawyer is needed").mentions == ["not_law"])
        let both = "no lawyer so far, but my lawyer will call"
        #expect(try read(both).mentions == ["law", "not_law"])
        let often = String(repeating: "no lawyer and ", count: 100)
        #expect(try read(often).mentions == ["not_law"])
        #expect(try read(often + "a lawyer").mentions == ["law", "not_law"])
    }

    @Test("the conversation's language is kept where the text does not decide")
    func prior() throws {
        #expect(try read("1042", language: "de").language == "de")
        #expect(try read("1042").language == "en")
        #expect(try read("ok", language: "xx").language == "en")
    }

    @Test("an explanation names the features that speak for the intent")
    func explanation() throws {
        let explanation = try Self.interpreter.get().explain(
            "where is my parcel", today: Self.today)
        #expect(explanation.features.contains { $0.name == "parcel" })
        #expect(
            explanation.features.map(\.weight) == explanation.features.map(\.weight).sorted(by: >))
        #expect(explanation.scopeScore >= explanation.scopeThreshold)
    }

    @Test("a cached model gives the same reading; one of other phrases is not taken")
    func cache() throws {
        let trained = try Self.interpreter.get()
        let bytes = trained.modelBytes
        let cached = try Interpreter(Self.lexicon, cachedModel: bytes)
        #expect(cached.modelBytes == bytes)
        let text = "when does my delivery come"
        #expect(
            cached.interpret(text, today: Self.today) == trained.interpret(text, today: Self.today))
        var other = Self.lexicon
        other.phrases[0].examples[0] += " now"
        #expect(LexiconNames(other).model != LexiconNames(Self.lexicon).model)
        let retrained = try Interpreter(other, cachedModel: bytes)
        #expect(retrained.modelBytes != bytes)
        #expect(
            try Interpreter(other, cachedModel: [1, 2, 3] as [UInt8]).modelBytes
                == retrained.modelBytes)
    }

    /// What an interpreter says of texts that spelling, names, refusals and languages decide.
    private static func readings(of interpreter: Interpreter) -> [Interpretation] {
        [
            "where is my parcell", "I don't want to cancel", "wo ist mein Paket",
            "hi, I'm Noah Brown",
        ]
        .map { interpreter.interpret($0, today: today) }
    }

    @Test("what was read of the texts comes back from its bytes, for the same lexicon only")
    func cachedReading() throws {
        let fresh = try Self.interpreter.get()
        let (model, bytes) = (fresh.modelBytes, fresh.readingBytes)
        let cached = try Interpreter(
            Self.lexicon, cachedModel: model, cachedReading: { _ in bytes })
        #expect(cached.readingBytes == bytes)
        #expect(Self.readings(of: cached) == Self.readings(of: fresh))
        var other = Self.lexicon
        other.shopVocabulary.append("Zanzibar stool")
        let read = try Interpreter(other, cachedModel: model, cachedReading: { _ in bytes })
        #expect(read.readingBytes != bytes)
        #expect(read.names != fresh.names)
    }

    @Test("bytes that are cut short or changed never stop the program")
    func brokenReading() throws {
        let fresh = try Self.interpreter.get()
        let (model, bytes) = (fresh.modelBytes, fresh.readingBytes)
        for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 40)) {
            let read = try Interpreter(
                Self.lexicon, cachedModel: model, cachedReading: { _ in Array(bytes[..<length]) })
            #expect(read.readingBytes == bytes, "cut after \(length) bytes")
        }
        let seed: UInt64 = 20_260_302
        var state = seed
        for _ in 0..<60 {
            var broken = bytes
            for _ in 0..<8 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let place = Int(state >> 33) % (bytes.count - 8) + 8
                broken[place] = UInt8(truncatingIfNeeded: state >> 25)
            }
            let read = try Interpreter(
                Self.lexicon, cachedModel: model, cachedReading: { [broken] _ in broken })
            #expect(Self.readings(of: read).count == 4, "seed \(seed)")
        }
    }

    @Test("mistakes in rules are reported with their place")
    func mistakes() {
        var lexicon = Self.lexicon
        let place = RuleReference(file: "cancel/en.yaml", line: 9, text: "[cancel")
        lexicon.phrases[0].rules.append(PhraseRule(form: .template("[cancel"), place: place))
        #expect {
            try Interpreter(lexicon)
        } throws: { error in
            (error as? LexiconErrors)?.errors.map(\.place) == [place]
        }
    }

    @Test("eight kilobytes of anything are read without a trap")
    func anything() throws {
        var shuffle = Shuffle(seed: 23)
        for round in 0..<12 {
            let range = round % 2 == 0 ? 0..<256 : 32..<127
            let bytes = (0..<9_000).map { _ in
                UInt8(range.lowerBound + shuffle.below(range.count))
            }
            let found = try read(String(decoding: bytes, as: UTF8.self))
            #expect(found.text.utf8.count <= Normaliser.byteLimit, "seed 23")
            #expect(found.entities.allSatisfy { 0 <= $0.start && $0.start < $0.end }, "seed 23")
            #expect(found.clauses.allSatisfy { $0.start <= $0.end }, "seed 23")
        }
    }

    @Test("a message of typing in the dark is read within its limits")
    func repeated() throws {
        for piece in ["don't want to, ", "1042, ", "cancel it and ", "qwzrtx kdlpwq ", "@"] {
            let found = try read(String(repeating: piece, count: 8_192 / piece.utf8.count))
            #expect(found.clauses.count <= ClauseSplitter.pieceLimit)
        }
    }
}
