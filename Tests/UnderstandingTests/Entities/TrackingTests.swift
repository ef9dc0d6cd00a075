import Facts
import Testing

@testable import Understanding

@Suite("Order and tracking numbers")
struct TrackingTests {
    private static let extractor = EntityExtractor(
        Lexicon(
            languages: ["en", "de", "ja"],
            entities: [
                EntityDeclaration(
                    kind: "order_number", form: .shapes(["000", "0000000", "RMA-00000"])),
                EntityDeclaration(
                    kind: "tracking_number", form: .shapes(["1Z****************"]),
                    carriers: Carrier.allCases),
            ]))

    private func found(_ text: String, _ language: String, _ kind: String) -> String {
        let text = Normaliser.normalise(text)
        return Self.extractor.entities(
            in: text, tokens: Tokenizer.tokens(of: text, language: language), language: language,
            today: EntityDesk.today
        ).filter { $0.kind == kind }.map(\.value.shown).joined(separator: "; ")
    }

    static let tracking: [Find] = [
        Find("where is 1Z5R89390357567127", "1Z5R89390357567127"),
        Find("track 1Z 5R8 939 03 5756 7127", "1Z5R89390357567127"),
        Find("1z999aa10000000985?", "1Z999AA10000000985"),
        Find("fedex 9865 7878 8855", "986578788855"), Find("041441760228964", "041441760228964"),
        Find("it says 9611020987654312345672", "9611020987654312345672"),
        Find("package 3318810025", "3318810025"), Find("package 3318810026", ""),
        Find("call 986578788855", ""), Find("RR123456785DE", "RR123456785DE"),
        Find("RR 123 456 785 DE", "RR123456785DE"), Find("RR123456786DE", ""),
        Find("Sendung 986578788855", "986578788855", "de"),
        Find("追跡番号はRR123456785JPです", "RR123456785JP", "ja"),
    ]

    @Test(
        "a tracking number is one of the pack's shapes or has a carrier's check digit",
        arguments: tracking)
    func findsTracking(_ find: Find) {
        #expect(found(find.text, find.language, "tracking_number") == find.expected)
    }

    static let orders: [Find] = [
        Find("order 977", "977"), Find("977", "977"), Find("order #977", "977"),
        Find("I have 977 items", ""), Find("my order number is 767-8072", "7678072"),
        Find("order 767 8072", "7678072"), Find("767 8072", ""), Find("#767 8072", "7678072"),
        Find("rma 12345", "RMA-12345"), Find("RMA12345", "RMA-12345"),
        Find("Bestellung 977", "977", "de"), Find("注文番号は1042042です", "1042042", "ja"),
        Find("1042042の注文", "1042042", "ja"),
    ]

    @Test(
        "three digits and groups are an order's number where they are called one",
        arguments: orders)
    func findsOrders(_ find: Find) {
        let found = found(find.text, find.language, "order_number")
        #expect(found.split(separator: ";").first.map(String.init) ?? "" == find.expected)
    }
}
