import Testing
import Understanding

@Suite("Tokens")
struct TokenizerTests {
    private func folded(_ text: String, _ language: String) -> [String] {
        Tokenizer.tokens(of: Normaliser.normalise(text), language: language).map(\.folded)
    }

    @Test("words keep their inner apostrophes, symbols and pictures stand alone")
    func words() {
        #expect(folded("I don't want #W123!", "en") == ["i", "don't", "want", "#", "w123", "!"])
        #expect(folded("'quoted' rock'n'roll'", "en") == ["'", "quoted", "'", "rock'n'roll", "'"])
        #expect(folded("ok👍🏽👨‍👩‍👧x", "en") == ["ok", "👍", "👨👩👧", "x"])
        #expect(folded("a-b 3.50€", "en") == ["a", "-", "b", "3", ".", "50", "€"])
        #expect(folded("", "en").isEmpty)
    }

    @Test("Chinese and Japanese are one token a character, Korean and Thai words are runs")
    func scripts() {
        #expect(folded("注文を123返品", "ja") == ["注", "文", "を", "123", "返", "品"])
        #expect(folded("주문 취소", "ko") == ["주문", "취소"])
        #expect(folded("می‌خواهم", "fa") == ["میخواهم"])
    }

    @Test("words that are typed as they are spoken are read as they are written")
    func spoken() {
        #expect(
            folded("jaaa, brauch ich nich mehr", "de") == [
                "ja", ",", "brauch", "ich", "nicht", "mehr",
            ])
        #expect(folded("yesss pleaseee", "en") == ["yes", "please"])
        #expect(
            folded("AAA XIII Betttuch nich 1000", "en") == [
                "aaa", "xiii", "betttuch", "nich", "1000",
            ])
    }

    @Test("offsets cut the token out of the text")
    func offsets() {
        let text = Normaliser.normalise("Zurück: 注文 👍🏽 naïve!")
        let bytes = Array(text.utf8)
        let tokens = Tokenizer.tokens(of: text, language: "de")
        let cut = tokens.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
        #expect(cut == ["Zurück", ":", "注", "文", "👍🏽", "naïve", "!"])
    }

    @Test("stems are Snowball's, without accents; without a stemmer the folded form")
    func stems() {
        func stems(_ text: String, _ language: String) -> [String] {
            Tokenizer.tokens(of: Normaliser.normalise(text), language: language).map(\.stem)
        }
        #expect(stems("Orders returned returning", "en") == ["order", "return", "return"])
        #expect(stems("orders", "en-GB") == ["order"])
        #expect(stems("Rücksendungen", "de") == ["rucksend"])
        #expect(stems("annulées annulé", "fr") == ["annul", "annul"])
        #expect(stems("l'argent d'annuler jusqu'ici", "fr") == ["argent", "annul", "ici"])
        #expect(stems("aujourd'hui", "fr") == ["aujourd'hui"])
        #expect(stems("zamówienia", "pl") == ["zamowienia"])
        #expect(Stemmer.knows("de-CH") && !Stemmer.knows("ja"))
    }

    @Test("8 KiB of anything is cut into tokens that cover what is not blank")
    func anything() {
        var seed: UInt64 = 42
        func next() -> UInt64 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return seed >> 33
        }
        for round in 0..<200 {
            var scalars = String.UnicodeScalarView()
            for _ in 0..<(next() % 60) {
                let ranges: [UInt32] = [0x20, 0x300, 0x2000, 0x3040, 0x1F300, 0x600]
                let base = ranges[Int(next() % 6)]
                if let scalar = Unicode.Scalar(base + UInt32(next() % 128)) {
                    scalars.append(scalar)
                }
            }
            let text = Normaliser.normalise(String(scalars))
            #expect(Normaliser.normalise(text) == text, "seed 42, round \(round)")
            let bytes = Array(text.utf8)
            var covered = 0
            for token in Tokenizer.tokens(of: text, language: "en") {
                #expect(bytes[covered..<token.start].allSatisfy { $0 == 0x20 })
                #expect(token.start < token.end)
                covered = token.end
            }
            #expect(bytes[covered...].allSatisfy { $0 == 0x20 })
        }
    }
}
