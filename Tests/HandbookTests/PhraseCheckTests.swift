import Testing

@testable import Handbook

@Suite("Phrases tried against the interpreter")
struct PhraseCheckTests {
    @Test(
        "a template's shortest and longest sentence",
        arguments: [
            ("cancel [my] order [{n}]", ["cancel order", "cancel my order 7"]),
            ("(stop|end [it]) now", ["stop now", "end it now"]),
            ("[(i want|i need) to] go", ["go", "i need to go"]),
            ("plain words", ["plain words"]),
            ("see <rule>", []),
            ("broken (a", ["broken a"]),
        ] as [(String, [String])])
    func samples(template: String, expected: [String]) {
        #expect(PhraseSample { _ in "7" }.sentences(of: template) == expected)
    }

    @Test("an example that the rule of another intent takes is an error at the example")
    func stolen() {
        let source = TinyPack.source([
            Edit(
                "knowledge/returns/en.md", "questions: [how do returns work]",
                "questions: [cancel my order, how do returns work]")
        ])
        let reading = HandbookReader.check(source, options: .init(phrases: true))
        let stolen = reading.diagnostics.filter { $0.code == .stolenPhrase }.map(\.description)
        #expect(
            stolen == [
                "Intents/knowledge/returns/en.md:3:13: the example 'cancel my order' of "
                    + "'knowledge.returns' is taken by a rule of 'cancel_order'; make that rule "
                    + "narrower (Intents/cancel_order/en.yaml:4), or move the phrase there"
            ])
        #expect(reading.handbook == nil)
    }

    @Test("words that a rule itself excludes are missed, which is a warning")
    func missed() {
        let source = TinyPack.source([
            Edit("cancel_order/en.yaml", "none: [return]", "none: [cancel]")
        ])
        let reading = HandbookReader.check(source, options: .init(phrases: true))
        let missed = reading.diagnostics.filter {
            $0.code == .missedPhrase && $0.message.hasPrefix("the words of this rule 'cancel'")
        }
        #expect(missed.map(\.line) == [5])
        #expect(missed.map(\.isWarning) == [true])
    }
}
