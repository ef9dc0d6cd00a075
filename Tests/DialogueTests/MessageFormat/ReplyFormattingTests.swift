import Dialogue
import Facts
import Testing

/// Replies as the packs write them. The expected texts are those of ICU 78.
@Suite("formatting a reply")
struct ReplyFormattingTests {
    static let arguments: Record = [
        "order_id": "1042".value,
        "item": .record(["id": "sku-1".value, "name": "Desk lamp".value]),
        "order": .record([
            "return_until": .day(Day(number: 20_514)),  // 2026-03-02, a Monday
            "total": .money(Money(minorUnits: 123_450, currency: "EUR")),
        ]),
        "choices": .list([
            .record(["id": "1".value, "name": "Lamp".value]), .record(["id": "2".value]),
            "Shoes".value,
        ]),
        "count": .integer(1234), "rate": .number(0.125), "paid": .flag(true),
        "shipped": .instant(Instant(milliseconds: 1_772_493_840_000)),  // 2026-03-02T23:24Z
        "trap": "{$item.name} \\{ |x|".value, "none": .list([]),
    ]

    @Test(
        "each value is written by its type and in the locale",
        arguments: [
            (
                "en", "Return {$item.name} from order {$order_id}?",
                "Return Desk lamp from order 1042?"
            ),
            ("en", "{$item}", "Desk lamp"),
            ("en", "{$order.return_until :date}", "Mar 2, 2026"),
            ("en", "{$order.return_until}", "Mar 2, 2026"),
            ("en-GB", "{$order.return_until}", "2 Mar 2026"),
            ("de", "{$order.return_until :date}", "02.03.2026"),
            ("de", "{$order.return_until :date length=long}", "2. März 2026"),
            ("es", "{$order.return_until :date length=long}", "2 de marzo de 2026"),
            ("fr", "{$order.return_until}", "2 mars 2026"),
            ("ja", "{$order.return_until :date length=long}", "2026年3月2日"),
            (
                "en", "{$order.return_until :date fields=month-day-weekday length=long}",
                "Monday, March 2"
            ),
            ("en", "{$order.total}", "€1,234.50"), ("de", "{$order.total}", "1.234,50\u{A0}€"),
            ("de-AT", "{$order.total}", "€\u{A0}1.234,50"),
            ("es", "{$order.total}", "1234,50\u{A0}€"),
            ("fr", "{$order.total :money}", "1\u{202F}234,50\u{A0}€"),
            ("ja", "{$order.total}", "€1,234.50"),
            ("de", "{$order.total :currency currencyDisplay=name}", "1.234,50 Euro"),
            ("en", "{$choices :list}", "Lamp, 2, and Shoes"),
            ("de", "{$choices :list}", "Lamp, 2 und Shoes"),
            ("en-GB", "{$choices :list type=disjunction}", "Lamp, 2 or Shoes"),
            ("ja", "{$choices}", "Lamp、2、Shoes"), ("en", "{$choices.count} items", "3 items"),
            ("en", "[{$none :list}]", "[]"), ("en", "{$item :list}", "Desk lamp"),
            ("en", "{$count}", "1,234"), ("de", "{$count}", "1.234"), ("es", "{$count}", "1234"),
            ("de-CH", "{$count}", "1'234"), ("en", "{$count :string}", "1234"),
            ("fr", "{$rate}", "0,125"),
            ("de", "{$rate :percent maximumFractionDigits=1}", "12,5\u{A0}%"),
            ("en", "{$paid} {$paid :string}", "yes true"), ("de", "{$paid}", "ja"),
            ("en", "{$shipped :datetime}", "Mar 2, 2026, 11:24 PM"),
            ("en", "{$shipped}", "Mar 2, 2026"),
            ("xx", "{$count}", "1,234"), ("de-Latn-DE", "{$count}", "1.234"),
            ("DE_de", "{$count}", "1.234"),
        ] as [(String, String, String)])
    func writes(locale: String, source: String, text: String) throws {
        let message = try MessageTemplate(parsing: source).format(Self.arguments, locale: locale)
        #expect(message.text == text)
        #expect(message.problems == [])
    }

    @Test("a list says the named fields of its records, each record on a line of its own")
    func writesFields() throws {
        let orders: Value = .list([
            .record([
                "id": .text("#W1"), "name": .text("Lamp, Mug"),
                "total": .money(Money(minorUnits: 1250, currency: "EUR")),
            ]), .record(["id": .text("#W2"), "name": .text("Shoes")]), .text("a text"),
        ])
        let table = [
            (
                "en", "Open:{$orders :list type=lines fields=|id name total|}",
                "Open:\n#W1, Lamp, Mug, €12.50\n#W2, Shoes\na text"
            ),
            ("de", "{$orders :list fields=|id total|}", "#W1, 12,50\u{A0}€, #W2 und a text"),
            ("en", "{$orders :list type=lines}", "\nLamp, Mug\nShoes\na text"),
        ]
        for (locale, source, text) in table {
            let message = try MessageTemplate(parsing: source)
                .format(["orders": orders], locale: locale)
            #expect(message.text == text)
            #expect(message.problems == [])
        }
    }

    @Test("a value that looks like a placeholder is printed as it is")
    func neverExpandsTwice() throws {
        let template = try MessageTemplate(
            parsing: ".local $x = {$trap :string} {{{$trap} / {$x}}}")
        let trap = #"{$item.name} \{ |x|"#
        #expect(template.format(Self.arguments, locale: "en").text == trap + " / " + trap)
    }

    @Test("a variable that is missing leaves its fallback and a problem, and the rest of the text")
    func missing() throws {
        let template = try MessageTemplate(
            parsing: "{$order.tracking} for {$nobody :number}: {$item.name}")
        let message = template.format(Self.arguments, locale: "en")
        #expect(message.text == "{$order.tracking} for {$nobody}: Desk lamp")
        #expect(
            message.problems == [
                FormattingProblem(.unresolvedVariable, source: "$order.tracking"),
                FormattingProblem(.unresolvedVariable, source: "$nobody"),
                FormattingProblem(.badOperand, source: "$nobody"),
            ])
    }

    @Test("an argument with exactly the dotted name comes before the path")
    func exactNameFirst() throws {
        var arguments = Self.arguments
        arguments["item.name"] = "Chair".value
        let template = try MessageTemplate(parsing: "{$item.name}")
        #expect(template.format(arguments, locale: "en").text == "Chair")
    }

    @Test(
        "plurals, exact numbers and words choose the variant",
        arguments: [
            ("en", 0, "nothing"), ("en", 1, "one item"), ("en", 2, "2 items"), ("pl", 22, "22 few"),
        ] as [(String, Int, String)])
    func selects(locale: String, count: Int, text: String) throws {
        let template = try MessageTemplate(
            parsing: """
                .input {$count :number}
                .match $count
                0   {{nothing}}
                one {{one item}}
                few {{{$count} few}}
                *   {{{$count} items}}
                """)
        let message = template.format(["count": .integer(count)], locale: locale)
        #expect(message == template.format(["count": .integer(count)], locale: locale))
        #expect(message.text == text)
        #expect(message.problems == [])
    }

    @Test("the best variant wins, the first selector weighing most")
    func bestVariant() throws {
        let template = try MessageTemplate(
            parsing: """
                .input {$a :number} .input {$b :string}
                .match $a $b
                * x {{any x}}  one * {{one any}}  1 * {{1 any}}  1 x {{1 x}}  * * {{any any}}
                """)
        func text(_ number: Int, _ word: String) -> String {
            template.format(["a": .integer(number), "b": word.value], locale: "en").text
        }
        #expect(text(1, "x") == "1 x")
        #expect(text(1, "y") == "1 any")
        #expect(text(2, "x") == "any x")
        #expect(text(2, "y") == "any any")
    }

    @Test("the zone function moves instants to the customer's day")
    func zone() throws {
        let options = FormattingOptions(secondsEastOfUTC: { _ in 3600 })
        let template = try MessageTemplate(parsing: "{$shipped :datetime} {$shipped :date}")
        let message = template.format(Self.arguments, locale: "de", options: options)
        #expect(message.text == "03.03.2026, 00:24 03.03.2026")
    }

    @Test("speech names the currency, writes dates out and leaves grouping marks away")
    func speech() throws {
        let options = FormattingOptions(channel: .speech)
        let template = try MessageTemplate(
            parsing: "{$order.total}, {$order.return_until}, {$count}")
        let english = template.format(Self.arguments, locale: "en", options: options).text
        #expect(english == "1234.50 euros, March 2, 2026, 1234")
        let german = template.format(Self.arguments, locale: "de", options: options).text
        #expect(german == "1234,50 Euro, 2. März 2026, 1234")
    }

    @Test("plain spaces replace the non-breaking ones of values, not those of the template")
    func plainSpaces() throws {
        let options = FormattingOptions(plainSpaces: true)
        let template = try MessageTemplate(parsing: "à\u{A0}{$order.total}")
        let message = template.format(Self.arguments, locale: "fr", options: options)
        #expect(message.text == "à\u{A0}1 234,50 €")
    }

    @Test("a plain number becomes money in the default currency; money keeps its own")
    func currency() throws {
        let options = FormattingOptions(defaultCurrency: "USD")
        let template = try MessageTemplate(
            parsing: "{$count :currency} {$order.total :currency currency=USD}")
        let message = template.format(Self.arguments, locale: "en", options: options)
        #expect(message.text == "$1,234.00 €1,234.50")
        #expect(message.problems == [FormattingProblem(.badOption, source: "currency")])
    }

    @Test("what a template reads and calls is known without formatting")
    func reads() throws {
        let template = try MessageTemplate(
            parsing: """
                .input {$count :number minimumFractionDigits=$digits} .local $name = {$item.name}
                .match $count one {{{$name}}} * {{{$order.total :money} {$place-.} {$count :frob}}}
                """)
        #expect(
            template.variables == [
                ["count"], ["digits"], ["item", "name"], ["order", "total"], ["place-."],
            ])
        #expect(template.functions == ["number", "money", "frob"])
        #expect(!MessageTemplate.functionNames.contains("frob"))
        #expect(Set(template.functions).subtracting(MessageTemplate.functionNames) == ["frob"])
    }
}

extension String {
    fileprivate var value: Value { .text(self) }
}
