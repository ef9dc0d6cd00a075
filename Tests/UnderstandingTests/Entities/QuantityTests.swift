import Facts
import Testing

@testable import Understanding

@Suite("Numbers, money, dates and positions")
struct QuantityTests {
    static let dates: [Find] = [
        Find("since May 3", "2026-05-03 [May 3]"),
        Find("by May 3", "2027-05-03 [May 3]"),
        Find("on the 3rd of May 2025", "2025-05-03 [3rd of May 2025]"),
        Find("December 24th", "2026-12-24 [December 24th]"),
        Find("2026-02-28, 2026-02-30", "2026-02-28 [2026-02-28]"),
        Find("12/31/2025", "2025-12-31 [12/31/2025]"),
        Find("open 24/7, 3/4 of it", ""),
        Find("last Tuesday", "2026-11-24 [last Tuesday]"),
        Find("next Friday", "2026-12-04 [next Friday]"),
        Find("in two weeks", "2026-12-10 [in two weeks]"),
        Find("a month ago", "2026-10-26 [a month ago]"),
        Find("the day before yesterday", "2026-11-24 [day before yesterday]"),
        Find("May I return it? It may be 3.", ""),
        Find("am 3.5.2026", "2026-05-03 [3.5.2026]", "de"),
        Find("seit dem 3. Mai", "2026-05-03 [3. Mai]", "de"),
        Find("vor drei Tagen", "2026-11-23 [vor drei Tagen]", "de"),
        Find("letzten Dienstag", "2026-11-24 [letzten Dienstag]", "de"),
        Find("übermorgen, guten Morgen", "2026-11-28 [übermorgen]", "de"),
        Find("hace tres días", "2026-11-23 [hace tres días]", "es"),
        Find("el 3 de mayo de 2026", "2026-05-03 [3 de mayo de 2026]", "es"),
        Find("il y a 3 jours", "2026-11-23 [il y a 3 jours]", "fr"),
        Find("mardi dernier", "2026-11-24 [mardi dernier]", "fr"),
        Find("三日前", "2026-11-23 [三日前]", "ja"),
        Find("5月3日に注文しました", "2026-05-03 [5月3日]", "ja"),
    ]

    @Test("days are found, absolute and relative to today", arguments: dates)
    func findsDates(_ find: Find) {
        #expect(EntityDesk.shared.found(find.text, find.language, kinds: ["date"]) == find.expected)
    }

    static let amounts: [Find] = [
        Find("$12.50", "12.50 USD [$12.50]"),
        Find("1,234.50 USD", "1234.50 USD [1,234.50 USD]"),
        Find("twenty dollars and 50 cents", "20.50 USD [twenty dollars and 50 cents]"),
        Find("99 cents", "0.99 USD [99 cents]"),
        Find("20eur", "20.00 EUR [20eur]"),
        Find("12,50 €", "12.50 EUR [12,50 €]", "de"),
        Find("1.234 Euro", "1234.00 EUR [1.234 Euro]", "de"),
        Find("12 Euro 50", "12.50 EUR [12 Euro 50]", "de"),
        Find("cuesta 12,50 euros", "12.50 EUR [12,50 euros]", "es"),
        Find("quatre-vingt-dix-sept euros", "97.00 EUR [quatre-vingt-dix-sept euros]", "fr"),
        Find("五千円", "5000 JPY [五千円]", "ja"),
    ]

    @Test("amounts of money are found", arguments: amounts)
    func findsMoney(_ find: Find) {
        #expect(
            EntityDesk.shared.found(find.text, find.language, kinds: ["money"]) == find.expected)
    }

    static let numbers: [Find] = [
        Find("two lamps and twenty-three mugs", "2 [two]; 23 [twenty-three]"),
        Find("one hundred and five", "105 [one hundred and five]"),
        Find("I want one", "1 [one]"),
        Find("this one, that one", ""),
        Find("half a dozen", "6 [half a dozen]"),
        Find("two point five", "2.5 [two point five]"),
        Find("1,234 or 12.5", "1234 [1,234]; 12.5 [12.5]"),
        Find("99999999999999999999999999", ""),
        Find("zweiundzwanzig", "22 [zweiundzwanzig]", "de"),
        Find("dreihundertfünf", "305 [dreihundertfünf]", "de"),
        Find("treinta y dos", "32 [treinta y dos]", "es"),
        Find("soixante et onze", "71 [soixante et onze]", "fr"),
        Find("二十三", "23 [二十三]", "ja"),
    ]

    @Test("numbers are found in digits and in words", arguments: numbers)
    func findsNumbers(_ find: Find) {
        #expect(
            EntityDesk.shared.found(find.text, find.language, kinds: ["number"]) == find.expected)
    }

    static let ordinals: [Find] = [
        Find("the second one", "2 [second]"),
        Find("the 3rd", "3 [3rd]"),
        Find("last but one", "-2 [last but one]"),
        Find("the last one", "-1 [last]"),
        Find("one second please, my first name, last week, at first", ""),
        Find("First, I want to know something", ""),
        Find("die zweite", "2 [zweite]", "de"),
        Find("der vorletzte", "-2 [vorletzte]", "de"),
        Find("el segundo", "2 [segundo]", "es"),
        Find("le deuxième", "2 [deuxième]", "fr"),
        Find("二番目", "2 [二番目]", "ja"),
    ]

    @Test("positions are found", arguments: ordinals)
    func findsOrdinals(_ find: Find) {
        #expect(
            EntityDesk.shared.found(find.text, find.language, kinds: ["ordinal"]) == find.expected)
    }

    static let declared: [Find] = [
        Find("#W7678072", "#W7678072 [#W7678072]"),
        Find("order w7678072", "#W7678072 [w7678072]"),
        Find("W 7678072 or 7678073", "#W7678072 [W 7678072]; #W7678073 [7678073]"),
        Find("not 1024, I meant 1042", "not 1024 [1024]; 1042 [1042]"),
        Find("die 1024 nicht, sondern 1042", "not 1024 [1024]; 1042 [1042]", "de"),
        Find("$1024, 1024ml, 10.1024, W76780721", ""),
        Find("ordered on May 3, 2026", ""),
        Find("it's no longer needed", "unneeded [no longer needed]"),
        Find("it arrived damged", "damaged [damged]"),
        Find("it is not broken", "not damaged [broken]"),
        Find("das Ding ist kaputt", "damaged [kaputt]", "de"),
    ]

    @Test("the pack's own entities are found by shape and by word", arguments: declared)
    func findsDeclared(_ find: Find) {
        let found = EntityDesk.shared.found(
            find.text, find.language, kinds: ["order_number", "reason"])
        #expect(found == find.expected)
    }

    static let orderNumbers: [Find] = [
        Find("where is 1057", "1057 [1057]"),
        Find("in order 1024 items are missing", "1024 [1024]"),
        Find("order #1024: 2 pieces are broken", "1024 [#1024]"),
        Find("exchange the 1000 piece puzzle for a 1500-piece one", ""),
        Find("a lamp with 1500 watt, 1000 ml and 2048 GB", ""),
        Find("a rug of 1200 x 1500 cm", ""),
        Find("size 4042 please", ""),
        Find("cancel 1042. Pieces are missing", "1042 [1042]"),
        Find("das Puzzle mit 1000 Teilen, 1500 Watt, 1000 Stück", "", "de"),
        Find("in Bestellung 1024 Teile falsch", "1024 [1024]", "de"),
        Find("ich warte seit 1000 Tagen auf 1057", "1057 [1057]", "de"),
        Find("Größe 4042, Bestellung 1071", "1071 [1071]", "de"),
    ]

    @Test("a count or a measure is no order number", arguments: orderNumbers)
    func countsAreNoOrders(_ find: Find) {
        #expect(
            EntityDesk.shared.found(find.text, find.language, kinds: ["order_number"])
                == find.expected)
    }
}
