import Testing

@testable import Understanding

@Suite("Entities in German")
struct GermanEntityTests {
    static let numbers: [Find] = [
        Find("zweiundzwanzig", "22 [zweiundzwanzig]", "de"),
        Find("eine Million", "1000000 [eine Million]", "de"),
        Find("hunderteins", "101 [hunderteins]", "de"),
        Find("1.234,56", "1234.56 [1.234,56]", "de"),
        Find("ein Dutzend", "12 [ein Dutzend]", "de"),
        Find("anderthalb", "1.5 [anderthalb]", "de"),
        Find("zweieinhalb", "2.5 [zweieinhalb]", "de"),
        Find("fuenfunddreissig", "35 [fuenfunddreissig]", "de"),
        Find("tausendzweihundert", "1200 [tausendzweihundert]", "de"),
        Find("zwei Komma fünf", "2.5 [zwei Komma fünf]", "de"),
        Find("neunundneunzig", "99 [neunundneunzig]", "de"),
        Find("tausendeins", "1001 [tausendeins]", "de"),
        Find("zweiundvierzigtausend", "42000 [zweiundvierzigtausend]", "de"),
        Find("neunzehn", "19 [neunzehn]", "de"),
        Find("siebenhundert", "700 [siebenhundert]", "de"),
        Find("zwei Dutzend", "24 [zwei Dutzend]", "de"),
        Find("0,5", "0.5 [0,5]", "de"),
        Find("-3", "-3 [-3]", "de"),
        Find("15.000", "15000 [15.000]", "de"),
        Find("dreihundertfünf", "305 [dreihundertfünf]", "de"),
        Find("12 Stück", "12 [12]", "de"),
        Find("einhundertdreiundzwanzig", "123 [einhundertdreiundzwanzig]", "de"),
        Find("zwei Millionen", "2000000 [zwei Millionen]", "de"),
        Find("ich brauche drei", "3 [drei]", "de"),
        Find("sechzehn", "16 [sechzehn]", "de"),
        Find("achthundertneunundneunzig", "899 [achthundertneunundneunzig]", "de"),
    ]

    @Test("numbers are found", arguments: numbers)
    func findsNumbers(_ find: Find) {
        #expect(
            EntityDesk.shared.found(find.text, find.language, kinds: ["number"]) == find.expected)
    }

    static let days: [Find] = [
        Find("letzten Dienstag", "2026-11-24 [letzten Dienstag]", "de"),
        Find("vor zwei Tagen", "2026-11-24 [vor zwei Tagen]", "de"),
        Find("übermorgen", "2026-11-28 [übermorgen]", "de"),
        Find("vorgestern", "2026-11-24 [vorgestern]", "de"),
        Find("am 3.5.", "2027-05-03 [3.5.]", "de"),
        Find("erst nach dem 3.5. liefern", "2027-05-03 [3.5.]", "de"),
        Find("am 3. Mai", "2027-05-03 [3. Mai]", "de"),
        Find("kommenden Freitag", "2026-12-04 [kommenden Freitag]", "de"),
        Find("in 14 Tagen", "2026-12-10 [in 14 Tagen]", "de"),
        Find("seit Montag", "2026-11-23 [Montag]", "de"),
        Find("vor einer Woche", "2026-11-19 [vor einer Woche]", "de"),
        Find("heute", "2026-11-26 [heute]", "de"),
        Find("03.05.26", "2026-05-03 [03.05.26]", "de"),
        Find("diesen Freitag", "2026-11-27 [diesen Freitag]", "de"),
        Find("am Freitag", "2026-11-27 [Freitag]", "de"),
        Find("vor fünf Monaten", "2026-06-26 [vor fünf Monaten]", "de"),
        Find("vor einem Jahr", "2025-11-26 [vor einem Jahr]", "de"),
        Find("nächsten Montag", "2026-11-30 [nächsten Montag]", "de"),
        Find("gestern Abend", "2026-11-25 [gestern]", "de"),
        Find("letzten Samstag", "2026-11-21 [letzten Samstag]", "de"),
        Find("vor dem 10. Dezember", "2026-12-10 [10. Dezember]", "de"),
        Find("am 24.12.2026", "2026-12-24 [24.12.2026]", "de"),
        Find("1. Januar", "2027-01-01 [1. Januar]", "de"),
        Find("in zwei Tagen", "2026-11-28 [in zwei Tagen]", "de"),
        Find("seit drei Tagen", "2026-11-23 [seit drei Tagen]", "de"),
        Find("am 15. August 2025", "2025-08-15 [15. August 2025]", "de"),
        Find("2026-01-15", "2026-01-15 [2026-01-15]", "de"),
    ]

    @Test("days are found", arguments: days)
    func findsDays(_ find: Find) {
        #expect(
            EntityDesk.shared.found(find.text, find.language, kinds: ["date"]) == find.expected)
    }

    static let amounts: [Find] = [
        Find("12,50 €", "12.50 EUR [12,50 €]", "de"),
        Find("1.234,56 EUR", "1234.56 EUR [1.234,56 EUR]", "de"),
        Find("12 Euro 50", "12.50 EUR [12 Euro 50]", "de"),
        Find("fünfzig Euro", "50.00 EUR [fünfzig Euro]", "de"),
        Find("9,99€", "9.99 EUR [9,99€]", "de"),
        Find("20 Dollar", "20.00 USD [20 Dollar]", "de"),
        Find("€15", "15.00 EUR [€15]", "de"),
        Find("30 Cent", "0.30 USD [30 Cent]", "de"),
        Find("zwölf Euro fünfzig", "12.50 EUR [zwölf Euro fünfzig]", "de"),
        Find("5 Euro", "5.00 EUR [5 Euro]", "de"),
        Find("ein Euro", "1.00 EUR [ein Euro]", "de"),
        Find("1000 €", "1000.00 EUR [1000 €]", "de"),
        Find("20 Franken", "20.00 CHF [20 Franken]", "de"),
        Find("12,5 Euro", "12.50 EUR [12,5 Euro]", "de"),
        Find("99 Cent", "0.99 USD [99 Cent]", "de"),
        Find("3 Euro und 20 Cent", "3.20 EUR [3 Euro und 20 Cent]", "de"),
        Find("EUR 30", "30.00 EUR [EUR 30]", "de"),
        Find("15€", "15.00 EUR [15€]", "de"),
        Find("zweihundert Dollar", "200.00 USD [zweihundert Dollar]", "de"),
        Find("1.000 €", "1000.00 EUR [1.000 €]", "de"),
        Find("45 $", "45.00 USD [45 $]", "de"),
        Find("hundert Euro", "100.00 EUR [hundert Euro]", "de"),
        Find("7 Euro 20", "7.20 EUR [7 Euro 20]", "de"),
        Find("0,99 €", "0.99 EUR [0,99 €]", "de"),
        Find("USD 20", "20.00 USD [USD 20]", "de"),
        Find("dreißig Cent", "0.30 USD [dreißig Cent]", "de"),
        Find("2 Millionen Euro", "2000000.00 EUR [2 Millionen Euro]", "de"),
    ]

    @Test("amounts are found", arguments: amounts)
    func findsAmounts(_ find: Find) {
        #expect(
            EntityDesk.shared.found(find.text, find.language, kinds: ["money"]) == find.expected)
    }

    static let answers: [Find] = [
        Find("ja", "yes [ja]", "de"),
        Find("nein", "no [nein]", "de"),
        Find("jo", "yes [jo]", "de"),
        Find("nö", "no [nö]", "de"),
        Find("klar", "yes [klar]", "de"),
        Find("auf keinen Fall", "no [auf keinen Fall]", "de"),
        Find("vielleicht", "maybe [vielleicht]", "de"),
        Find("passt", "yes [passt]", "de"),
        Find("nee, lieber nicht", "no [nee]", "de"),
        Find("gerne", "yes [gerne]", "de"),
        Find("stimmt", "yes [stimmt]", "de"),
        Find("falsch", "no [falsch]", "de"),
        Find("genau", "yes [genau]", "de"),
        Find("lass mal", "no [lass mal]", "de"),
        Find("ja bitte", "yes [ja bitte]", "de"),
        Find("nein danke", "no [nein danke]", "de"),
        Find("das ist richtig", "yes [das ist richtig]", "de"),
        Find("keine Ahnung", "", "de"),
        Find("von mir aus", "yes [von mir aus]", "de"),
        Find("eher nicht", "no [eher nicht]", "de"),
        Find("jein", "maybe [jein]", "de"),
        Find("mach das", "yes [mach das]", "de"),
        Find("kommt drauf an", "maybe [kommt drauf an]", "de"),
        Find("kein Bedarf", "no [kein Bedarf]", "de"),
        Find("so ist es", "yes [so ist es]", "de"),
        Find("nicht wirklich", "no [nicht wirklich]", "de"),
        Find("👍", "yes [👍]", "de"),
    ]

    @Test("answers are found", arguments: answers)
    func findsAnswers(_ find: Find) {
        #expect(
            EntityDesk.shared.found(find.text, find.language, kinds: ["yes_no"]) == find.expected)
    }

    static let positions: [Find] = [
        Find("der zweite", "2 [zweite]", "de"),
        Find("die letzte", "-1 [letzte]", "de"),
        Find("vorletzte", "-2 [vorletzte]", "de"),
        Find("das dritte", "3 [dritte]", "de"),
        Find("den 2.", "2 [2.]", "de"),
        Find("der zwanzigste", "20 [zwanzigste]", "de"),
        Find("der drittletzte", "-3 [drittletzte]", "de"),
        Find("der erste", "1 [erste]", "de"),
        Find("der vierte", "4 [vierte]", "de"),
        Find("ich nehme den zweiten", "2 [zweiten]", "de"),
        Find("das dritte, bitte", "3 [dritte]", "de"),
        Find("die siebte", "7 [siebte]", "de"),
        Find("der achte Artikel", "8 [achte]", "de"),
        Find("die letzte Bestellung", "-1 [letzte]", "de"),
        Find("der zweite von hinten", "-2 [zweite von hinten]", "de"),
        Find("den 4.", "4 [4.]", "de"),
        Find("der fünfzehnte", "15 [fünfzehnte]", "de"),
        Find("die vorletzte", "-2 [vorletzte]", "de"),
        Find("die neunte", "9 [neunte]", "de"),
        Find("der einundzwanzigste", "21 [einundzwanzigste]", "de"),
        Find("das fünfte", "5 [fünfte]", "de"),
        Find("der zehnte", "10 [zehnte]", "de"),
        Find("das elfte", "11 [elfte]", "de"),
        Find("die zwölfte", "12 [zwölfte]", "de"),
        Find("der sechste", "6 [sechste]", "de"),
    ]

    @Test("positions are found", arguments: positions)
    func findsPositions(_ find: Find) {
        #expect(
            EntityDesk.shared.found(find.text, find.language, kinds: ["ordinal"]) == find.expected)
    }
}
