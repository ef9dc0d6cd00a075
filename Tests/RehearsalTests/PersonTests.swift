import Facts
import Testing

@testable import Rehearsal

@Suite("people in transcripts")
struct PersonTests {
    static let customer: Record = [
        "name": .text("Mara Lindqvist"), "first_name": .text("Mara"),
        "email": .text("mara.lindqvist@example.com"), "phone": .text("+493055512077"),
        "address_line": .text("Kastanienallee 12"),
    ]

    @Test(
        "are taken out of what is recorded, by what is known of them and by form",
        arguments: [
            ("I am Mara Lindqvist, order 1042", "I am <name:1>, order 1042"),
            ("It's Mara. Call +493055512077!", "It's <name:1>. Call <phone:1>!"),
            ("mara.lindqvist@example.com or m@post.de", "<email:1> or <email:2>"),
            ("card 4929567123456780, order 1042", "card <card:1>, order 1042"),
            ("DE02120300000000202051.", "<iban:1>."),
            ("to Kastanienallee 12, please", "to <address:1>, please"),
            ("order #W0012345 and 1042", "order #W0012345 and 1042"),
        ])
    func redacted(text: String, expected: String) {
        var redactor = Redactor(customer: Self.customer, handbook: nil)
        #expect(redactor.redact(text) == expected)
        #expect(redactor.redact(text) == expected, "the same value has the same number")
    }

    @Test("names and addresses are found by reading, too")
    func read() throws {
        let handbook = try ShippedPack.read().handbook
        var redactor = Redactor(customer: nil, handbook: handbook)
        let text = redactor.redact("My name is Pia Schmidt, send it to Hauptstraße 5, 10827 Berlin")
        #expect(!text.contains("Pia") && !text.contains("Schmidt"), "\(text)")
        #expect(!text.contains("Hauptstraße"), "\(text)")
    }

    @Test(
        "who look real keep a transcript from being read",
        arguments: [
            ("customer: mail me at pia@gmail.com", Disclosure.Kind.email),
            ("customer: my card is 4929 5671 2345 6780.", .card),
            ("bot: 4929-5671-2345-6780", .card),
            ("customer: pay to DE89 3704 0044 0532 0130 00", .iban),
            ("# GB82WEST12345698765432", .iban),
        ])
    func refused(line: String, kind: Disclosure.Kind) {
        #expect(Disclosure.first(in: line)?.kind == kind)
        let text = "=== One\n\(line)\ncustomer: hi\n"
        #expect(throws: TalkMistakes.self) { try Transcript(text: text, file: "a.talk") }
    }

    @Test(
        "order and tracking numbers, amounts, reserved domains and the placeholders' values are nobody",
        arguments: [
            "order 1042, JJD014600001042, 01475212341011, 990012345600001019",
            "anna@example.com, juergen@shop.example.de, a@b.test", "<card:1> <iban:1> <email:1>",
            "4111 1111 1111 1111 and DE02 1203 0000 0000 2020 51", "#W0012345 costs 1,249.00 EUR",
            "2026-03-02 09:14:00", "@ 2026-03-04 10:00", "0000 0000 0000 0000",
        ])
    func nobody(line: String) {
        #expect(Disclosure.first(in: line) == nil)
    }
}
