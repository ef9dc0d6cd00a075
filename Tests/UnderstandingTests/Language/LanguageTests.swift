import Testing

@testable import Understanding

@Suite("Language detection")
struct LanguageTests {
    static let detector = LanguageDetector(
        languages: ["en", "de", "es", "fr", "ja", "zh"],
        texts: [
            ("en", "where is my order and when will it arrive"),
            ("en", "I would like to return the shoes that I bought"),
            ("en", "the payment did not go through, what should I do"),
            ("de", "wo ist meine Bestellung und wann kommt sie an"),
            ("de", "ich möchte die Schuhe zurückgeben, die ich gekauft habe"),
            ("de", "die Zahlung ging nicht durch, was soll ich machen"),
            ("es", "dónde está mi pedido y cuándo llegará"),
            ("es", "quiero devolver los zapatos que compré"),
            ("es", "el pago no se ha realizado, qué debo hacer"),
            ("fr", "où est ma commande et quand va-t-elle arriver"),
            ("fr", "je voudrais retourner les chaussures que j'ai achetées"),
            ("fr", "le paiement n'est pas passé, que dois-je faire"),
            ("ja", "注文した商品はどこですか"), ("ja", "靴を返品したいのですが"),
            ("zh", "我的订单在哪里"), ("zh", "我想退掉买的鞋子"),
        ])

    @Test(
        "a short message in each language",
        arguments: [
            ("when will my shoes arrive", "en"), ("wann kommen meine Schuhe", "de"),
            ("cuándo llegarán mis zapatos", "es"), ("quand arrivent mes chaussures", "fr"),
            ("返品できますか", "ja"), ("什么时候到", "zh"), ("WHERE IS MY ORDER", "en"),
        ] as [(String, String)])
    func short(text: String, language: String) {
        let found = Self.detector.detect(text)
        #expect(found.language == language)
        #expect(found.confidence > 0.5)
    }

    @Test("the conversation's language wins where the text says nothing")
    func prior() {
        for text in ["1042", "", "?!", "👍"] {
            let found = Self.detector.detect(text, prior: "fr")
            #expect(found == .init(language: "fr", confidence: 0))
        }
        #expect(Self.detector.detect("1042").language == "en")
        #expect(Self.detector.detect("1042", prior: "xx").language == "en")
    }

    @Test("a little word of several languages is one of the first")
    func shared() {
        #expect(Self.detector.detect("No").language == "en")
        #expect(Self.detector.detect("no", prior: "es").language == "es")
        #expect(Self.detector.detect("nein").language == "de")
    }

    @Test("an e-mail address says nothing of the language; what stands beside it does")
    func addresses() {
        for text in ["juergen.weiss@example.de", "jose.garcia@correo.es", "info@ou.est.fr"] {
            #expect(Self.detector.detect(text) == .init(language: "en", confidence: 0))
            #expect(Self.detector.detect(text, prior: "ja").language == "ja")
            #expect(Self.detector.detect("quand arrivent mes chaussures " + text).language == "fr")
        }
    }

    @Test("a clear message in another language beats the prior")
    func switching() {
        #expect(
            Self.detector.detect("ich möchte meine Bestellung zurückgeben", prior: "en").language
                == "de")
    }

    @Test("a script that one language alone uses decides")
    func script() {
        #expect(Self.detector.detect("ください", prior: "en").language == "ja")
        #expect(Self.detector.detect("ください", prior: "en").confidence > 0.9)
    }

    @Test("more languages than are summed up at once", arguments: 0..<19)
    func many(number: Int) {
        let words = (0..<19).map { number in
            let letter = Unicode.Scalar(UInt8(97 + number)).description
            return String(repeating: letter, count: 3) + "x" + letter
        }
        let tags = words.indices.map { "q\($0)" }
        let detector = LanguageDetector(
            languages: tags, texts: zip(tags, words).map { (language: $0, text: $1) })
        #expect(detector.detect("\(words[number]) \(words[number])").language == tags[number])
    }

    @Test("one language, no language, and a huge text")
    func bounds() {
        let one = LanguageDetector(languages: ["en"], texts: [])
        #expect(one.detect("wo ist das") == .init(language: "en", confidence: 1))
        let none = LanguageDetector(languages: [], texts: [])
        #expect(none.detect("hello") == .init(language: "", confidence: 0))
        let huge = String(repeating: "wo ist meine Bestellung ", count: 5_000)
        #expect(Self.detector.detect(huge).language == "de")
    }

    @Test("the evaluation counts what was right")
    func evaluation() {
        let train: [LanguageEvaluation.Sample] = [
            .init(text: "where is my order", language: "en"),
            .init(text: "wo ist meine Bestellung", language: "de"),
        ]
        let scores = LanguageEvaluation(
            train: train, test: train + [.init(text: "my order", language: "de")], clock: { 0 }
        ).scores
        #expect(scores.cases == 3)
        #expect(scores.passed == 2)
    }

    @Test(
        "words that no phrase has are known by what is common in each language",
        arguments: [
            ("você não pode mudar isso", "pt"), ("os dados foram salvos", "pt"),
            ("no puedes cambiar eso", "es"), ("los datos se guardaron", "es"),
            ("it should be enough", "en"), ("das sollte genügen", "de"),
            ("cela devrait suffire", "fr"), ("enable god mode", "en"),
        ] as [(String, String)])
    func common(text: String, language: String) {
        let detector = LanguageDetector(
            languages: ["de", "en", "es", "fr", "pt"],
            texts: [
                ("de", "wo ist meine Bestellung"), ("en", "where is my order"),
                ("es", "dónde está mi pedido"), ("fr", "où est ma commande"),
                ("pt", "onde está o meu pedido"),
            ])
        #expect(detector.detect(text).language == language)
    }

    @Test("a list of common words has each word once, folded to lower case")
    func lists() {
        for tag in ["de", "en-GB", "es", "fr", "it", "nl", "pt_BR"] {
            let words = CommonWords.of(tag)
            #expect(words.count == 2_000)
            #expect(Set(words).count == words.count)
            #expect(words.allSatisfy { $0.lowercased() == $0 })
        }
        #expect(CommonWords.of("ja").isEmpty)
        #expect(CommonWords.weight(rank: 0) == 30)
        #expect(CommonWords.weight(rank: 1_999) == 1)
    }
}
