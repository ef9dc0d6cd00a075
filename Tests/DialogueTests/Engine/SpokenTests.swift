import Facts
import Testing

@testable import Dialogue

@Suite("Replies read aloud")
struct SpokenTests {
    @Test(
        "numbers of things are spelled, amounts, dates and quantities are not",
        arguments: [
            ("1042", "1 0 4 2"), ("#W2611340", "W 2 6 1 1 3 4 0"), ("450 ml", "450 ml"),
            ("2 lamps", "2 lamps"), ("JD0146", "JD 0 1 4 6"), ("", ""),
        ])
    func spelling(written: String, spoken: String) {
        #expect(SpokenText.spoken(written) == spoken)
    }

    @Test("a reply has a form per channel; a channel without one says the chat's, in its language")
    func forms() throws {
        var catalog = ReplyCatalog(defaultLanguage: "en")
        func template(_ text: String) throws -> MessageTemplate {
            try MessageTemplate(parsing: text)
        }
        catalog.add("a.b", language: "en", variants: [try template("See https://x.example")])
        catalog.add(
            "a.b", language: "en", channel: "speech", variants: [try template("I send it.")])
        catalog.add("a.b", language: "de", variants: [try template("Siehe dort")])
        func text(_ language: String, _ channel: String) -> String? {
            catalog.template("a.b", language: language, channel: channel, times: 0)?.source
        }
        #expect(text("en", "speech") == "I send it.")
        #expect(text("en", "email") == "See https://x.example")
        #expect(text("de", "speech") == "Siehe dort")
        #expect(text("fr", "speech") == "I send it.")
    }

    @Test("a menu is told in one sentence")
    func menu() throws {
        let template = try MessageTemplate(parsing: "Which one? {$menu}")
        let message = template.format(
            ["menu": .text("\n1042: Lamp\n1024: Mug")], locale: "en")
        #expect(SpokenText(message).text == "Which one? 1 0 4 2: Lamp; 1 0 2 4: Mug")
    }
}
