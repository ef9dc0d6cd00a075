import Facts
import Testing
import Triage
import Understanding

@Suite("The languages of the shipped pack")
struct ShippedLanguageTests {
    /// Short messages with nothing before them; two of them may be taken for another language.
    private static let messages: [(language: String, texts: [String])] = [
        ("en", ["where is my parcel", "I want my money back"]),
        ("en", ["cancel it please", "thanks a lot"]),
        ("de", ["wo ist mein Paket", "ich will mein Geld zurück"]),
        ("de", ["bitte stornieren", "vielen Dank"]),
        ("fr", ["où est mon colis", "je veux être remboursé"]),
        ("fr", ["annulez la commande", "merci beaucoup"]),
        ("es", ["dónde está mi paquete", "quiero mi dinero"]),
        ("es", ["cancela el pedido", "muchas gracias"]),
        ("ja", ["荷物はどこですか", "返金してほしい", "キャンセルで", "どうもありがとう"]),
        ("en", ["it arrived broken", "can I pay later", "no idea", "the lamp is too small"]),
        ("de", ["kam kaputt an", "kann ich später zahlen"]),
        ("de", ["keine Ahnung", "die Lampe ist zu klein"]),
        ("fr", ["arrivé cassé", "je peux payer plus tard"]),
        ("fr", ["aucune idée", "la lampe est trop petite"]),
        ("es", ["llegó roto", "puedo pagar más tarde", "ni idea", "la lámpara es muy pequeña"]),
        ("ja", ["壊れていました", "後で払えますか", "わかりません", "ランプが小さい"]),
        ("en", ["is anybody there", "that is not right", "when are you open"]),
        ("de", ["ist da jemand", "das stimmt nicht", "wann haben Sie offen"]),
        ("fr", ["il y a quelqu'un", "ce n'est pas juste", "vous ouvrez quand"]),
        ("es", ["hay alguien ahí", "eso no es correcto", "cuándo abrís"]),
        ("ja", ["誰かいますか", "それは違います", "何時に開きますか"]),
    ]

    @Test("a short message is read in its own language")
    func detection() throws {
        let handbook = try ShippedPack.read().handbook
        var missed: [String] = []
        var count = 0
        for (language, texts) in Self.messages {
            for text in texts {
                count += 1
                let reading = handbook.interpreter.interpret(text, today: Day(number: 20_514))
                if reading.language != language {
                    missed.append("\(text): \(reading.language)")
                }
            }
        }
        #expect(missed.count <= 2, "\(missed.count) of \(count): \(missed)")
    }
}
