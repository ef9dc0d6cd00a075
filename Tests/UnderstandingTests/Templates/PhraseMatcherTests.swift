import Facts
import Testing
import Understanding

/// A lexicon with one template an intent, in one language.
private func lexicon(
    _ language: String, templates: [(String, String)], bags: [(String, PhraseRule.Form)] = [],
    wordLists: [WordList] = []
) -> Lexicon {
    var rules: [(String, PhraseRule.Form)] = []
    for (intent, text) in templates { rules.append((intent, .template(text))) }
    rules += bags
    let phrases = rules.enumerated().map { index, rule in
        IntentPhrases(
            intent: rule.0, language: language, title: rule.0,
            rules: [PhraseRule(form: rule.1, place: place(index + 1))])
    }
    return Lexicon(
        languages: [language], phrases: phrases,
        entities: [EntityDeclaration(kind: "order_number", form: .shapes(["0000"]))],
        wordLists: wordLists)
}

private func place(_ line: Int) -> RuleReference {
    RuleReference(file: "Intents/test/en.yaml", line: line, text: "rule \(line)")
}

private func matches(
    _ text: String, _ lexicon: Lexicon, entities: [Entity] = []
) throws -> [PhraseMatch] {
    let language = lexicon.languages[0]
    let normalised = Normaliser.normalise(text)
    return try PhraseMatcher(lexicon).match(
        tokens: Tokenizer.tokens(of: normalised, language: language), language: language,
        entities: entities)
}

@Suite("Phrase rules")
struct PhraseMatcherTests {
    @Test("a template matches the whole utterance, whatever its case, accents and punctuation")
    func wholeUtterance() throws {
        let german = lexicon(
            "de", templates: [("return", "[ich möchte] {item} (zurückgeben|zurück schicken)")])
        #expect(
            try matches("Ich moechte die Lampe zurueckgeben!", german).map(\.intent) == ["return"])
        #expect(
            try matches("ich möchte die Lampe zurück schicken.", german).map(\.intent) == ["return"]
        )
        #expect(try matches("ich möchte die Lampe zurückgeben können", german).isEmpty)
    }

    @Test("an entity slot matches the entity only, and says where it stands")
    func entitySlot() throws {
        let source = lexicon("en", templates: [("status", "where is [my] order [#]{order_number}")])
        let text = "Where's my order? Where is my order #1042?"
        #expect(try matches(text, source).isEmpty)
        let order = Entity(kind: "order_number", value: .text("1042"), start: 19, end: 23)
        let found = try matches("Where is my order #1042?", source, entities: [order])
        #expect(
            found == [
                PhraseMatch(
                    intent: "status", rule: place(1),
                    slots: [PhraseSlot(name: "order_number", start: 19, end: 23)])
            ])
        #expect(try matches("Where is my order #1042?", source).isEmpty)
    }

    @Test("a slot of no known kind is a wildcard, as short as the rest allows")
    func wildcardSlot() throws {
        let source = lexicon("en", templates: [("return", "return [the] {item} from {place}")])
        let found = try matches("return the lamp from the town from hell", source)
        #expect(
            found.first?.slots == [
                PhraseSlot(name: "item", start: 11, end: 15),
                PhraseSlot(name: "place", start: 21, end: 39),
            ])
    }

    @Test("skip words may be left out, and word lists are rules")
    func skipWords() throws {
        let lists = [
            WordList(name: "skip_words", language: "en", entries: ["please", "hi", "could you"]),
            WordList(name: "parcel", language: "en", entries: ["parcel", "package", "box"]),
        ]
        let source = lexicon("en", templates: [("track", "track my <parcel>")], wordLists: lists)
        #expect(
            try matches("Hi, could you track my box please?", source).map(\.intent) == ["track"])
        #expect(try matches("Hi, could you trick my box please?", source).isEmpty)
    }

    @Test("fewer wildcards win over more, then more literal text, then the earlier rule")
    func order() throws {
        let source = lexicon(
            "en",
            templates: [
                ("any", "{anything}"), ("cancel", "cancel {thing}"), ("order", "cancel [my] order"),
                ("later", "cancel my order"),
            ])
        #expect(
            try matches("cancel my order", source).map(\.intent)
                == ["order", "later", "cancel", "any"])
    }

    @Test("a bag needs all of 'all', one of 'any', none of 'none', by stem")
    func bags() throws {
        let source = lexicon(
            "en", templates: [],
            bags: [
                ("refund", .bag(all: ["refund"], any: ["when", "how long"], none: ["policy"])),
                ("gap", .bag(all: ["turn * off"], any: [], none: [])),
                ("entity", .bag(all: ["{order_number}"], any: ["lost"], none: [])),
            ])
        #expect(try matches("How long do refunds take?", source).map(\.intent) == ["refund"])
        #expect(try matches("How very long do refunds take?", source).isEmpty)
        #expect(try matches("when does your refund policy apply", source).isEmpty)
        #expect(try matches("I want a refund", source).isEmpty)
        #expect(try matches("turn all these mails off", source).map(\.intent) == ["gap"])
        #expect(try matches("turn all of these many mails off", source).isEmpty)
        let order = Entity(kind: "order_number", value: .text("1042"), start: 0, end: 4)
        let found = try matches("1042 got lost", source, entities: [order])
        #expect(found.map(\.intent) == ["entity"])
    }

    @Test("Japanese is matched without word breaks")
    func japanese() throws {
        let source = lexicon(
            "ja", templates: [("cancel", "(注文|ご注文)[{order_number}](を|の)(キャンセル|取り消し)[したい|です]")])
        #expect(try matches("注文を キャンセルしたい。", source).map(\.intent) == ["cancel"])
        let order = Entity(kind: "order_number", value: .text("1042"), start: 6, end: 10)
        let found = try matches("注文１０４２のキャンセル", source, entities: [order])
        #expect(found.first?.slots == [PhraseSlot(name: "order_number", start: 6, end: 10)])
    }

    @Test(
        "a mistake has its place, its offset and a cure",
        arguments: [
            ("where is (my|the order", 9, "this bracket is never closed; add ')'"),
            ("where is my] order", 11, "']' closes nothing; remove it or write '\\]'"),
            ("é {", 3, "the name is never closed; add '}'"),
            ("a {} b", 2, "the name is empty; write one"),
            ("my <parcle>", 3, "rule 'parcle' is not declared; did you mean 'parcel'?"),
            ("a \\", 2, "nothing follows the backslash; write '\\\\' for one"),
        ] as [(String, Int, String)])
    func mistakes(_ template: String, _ offset: Int, _ message: String) throws {
        let lists = [WordList(name: "parcel", language: "en", entries: ["parcel"])]
        let source = lexicon("en", templates: [("x", template)], wordLists: lists)
        do {
            _ = try PhraseMatcher(source)
            Issue.record("the template was accepted")
        } catch {
            #expect(error.errors.map(\.place) == [place(1)])
            #expect(error.errors.map(\.offset) == [offset])
            #expect(error.errors.map(\.message) == [message])
        }
    }
}
