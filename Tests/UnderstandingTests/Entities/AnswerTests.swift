import Facts
import Testing

@testable import Understanding

@Suite("Yes, no and neither")
struct AnswerTests {
    static let answers: [(language: String, answer: String, texts: String)] = [
        (
            "en", "yes",
            """
            yes|Yes, please.|yep go ahead|yeah sure|sure|ok|okay, thanks|ok do it|sounds good|
            that's right|that's correct|yes that is correct|yes, but send it to my office|
            please do|of course|why not|👍|👍🏽|great 👍|I'd say yes|absolutely|go for it|
            perfect, thanks|yes i want to return it|correct|exactly|Yes!!!|YES|yes no problem|
            hmm yes|oh yes please|ok but use my gift card
            """
        ),
        (
            "en", "no",
            """
            no|No.|Actually no|nope|nah I'm good|no thanks|No thanks, that's all|not really|
            no, the other one|
            no I want to keep it|no wait|no, it's the blue one|don't|please don't|that's wrong|
            no way|👎|I said no|yes wait no|absolutely not|no no no|no change the address to Boston|
            no i meant the other|i don't think so|wrong
            """
        ),
        (
            "en", "",
            """
            I don't know|I know|no longer needed|no order arrived|no refund yet|is that correct?|
            ok, what about my order?|the blue one|not sure what you mean by that|wrong size|
            can you confirm my order|I have no idea|it is not yet here|correct the address|no idea|
            right now I need help|good morning|never received it
            """
        ),
        ("en", "maybe", "maybe|not sure|perhaps|🤷|I'm not sure|it depends"),
        (
            "de", "yes",
            """
            ja|ja gerne|ja bitte|jo|passt|passt so|klar|genau|stimmt|das stimmt|in ordnung|ok|
            ja, aber an meine Büroadresse|mach das|machen Sie das|gerne|sicher|einverstanden
            """
        ),
        (
            "de", "no",
            """
            nein|nee|nö|nein danke|nee lass mal|lieber nicht|auf keinen fall|nein, die andere|
            passt nicht|das stimmt nicht|bitte nicht|nein das ist falsch|danke nein
            """
        ),
        (
            "de", "",
            "ich weiß nicht|weiß nicht|keine Ahnung|nicht mehr gebraucht|die blaue"
        ),
        ("de", "maybe", "vielleicht|bin mir nicht sicher|kommt drauf an"),
        ("es", "yes", "sí|sí, claro|vale|por supuesto|de acuerdo"),
        ("es", "no", "no|no, gracias|para nada|mejor no"),
        ("es", "", "no sé|no tengo el número"),
        ("fr", "yes", "oui|oui merci|d'accord|bien sûr|ça marche"),
        ("fr", "no", "non|non merci|pas du tout"),
        ("fr", "", "je ne sais pas"),
        ("ja", "yes", "はい|はい、お願いします|お願いします|いいですよ"),
        ("ja", "no", "いいえ|違います|結構です"),
        ("ja", "", "わかりません"),
    ]

    @Test("an answer is an answer only where one is given", arguments: answers)
    func findsAnswers(_ row: (language: String, answer: String, texts: String)) {
        for text in row.texts.unfolded.split(separator: "|") {
            let found = EntityDesk.shared.entities(String(text), row.language)
                .filter { $0.kind == "yes_no" }.map(\.value.shown).joined(separator: " ")
            #expect(found == row.answer, "\(row.language): \(text)")
        }
    }
}
