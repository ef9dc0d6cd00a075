import Facts
import Testing

@testable import Understanding

@Suite("Times, lengths of time, percentages and spans of days")
struct TimeTests {
    static let times: [Find] = [
        Find("at 3:30 pm", "15:30 [3:30 pm]"), Find("9:15am", "09:15 [9:15am]"),
        Find("3 p.m. on Friday", "15:00 [3 p.m.]"), Find("12 am", "00:00 [12 am]"),
        Find("half past three", "03:30 [half past three]"),
        Find("at quarter to five", "04:45 [quarter to five]"), Find("by noon", "12:00 [noon]"),
        Find("at 3", ""), Find("the score was 3:30:45:10", ""), Find("25:10", ""),
        Find("um halb vier", "03:30 [halb vier]", "de"),
        Find("15.30 Uhr", "15:30 [15.30 Uhr]", "de"),
        Find("um 15 Uhr 30", "15:30 [15 Uhr 30]", "de"),
        Find("gegen Viertel vor drei", "02:45 [Viertel vor drei]", "de"),
        Find("um 8 Uhr abends", "20:00 [8 Uhr abends]", "de"),
        Find("a las tres y media", "03:30 [tres y media]", "es"),
        Find("a las 3 de la tarde", "15:00 [3 de la tarde]", "es"),
        Find("a las cinco menos cuarto", "04:45 [cinco menos cuarto]", "es"),
        Find("las tres lámparas", "", "es"), Find("à 15h30", "15:30 [15h30]", "fr"),
        Find("à 3 heures", "03:00 [3 heures]", "fr"), Find("à midi", "12:00 [midi]", "fr"),
        Find("trois heures", "", "fr"), Find("午後3時半", "15:30 [午後3時半]", "ja"),
        Find("15時30分に", "15:30 [15時30分]", "ja"), Find("3時間", "", "ja"),
    ]

    @Test("times of day are found, in 24 hours", arguments: times)
    func findsTimes(_ find: Find) {
        #expect(EntityDesk.shared.found(find.text, find.language, kinds: ["time"]) == find.expected)
    }

    static let lengths: [Find] = [
        Find("for two weeks", "P2W [two weeks]"), Find("half an hour", "PT30M [half an hour]"),
        Find("an hour and a half", "PT90M [an hour and a half]"),
        Find("a 2-year warranty", "P2Y [2-year]"), Find("two weeks ago", ""),
        Find("my day", ""), Find("anderthalb Stunden", "PT90M [anderthalb Stunden]", "de"),
        Find("eine halbe Stunde", "PT30M [eine halbe Stunde]", "de"),
        Find("drei Tage", "P3D [drei Tage]", "de"), Find("dos semanas", "P2W [dos semanas]", "es"),
        Find("trois heures", "PT3H [trois heures]", "fr"), Find("2週間", "P2W [2週間]", "ja"),
        Find("30分待ちました", "PT30M [30分]", "ja"), Find("3日以内", "P3D [3日]", "ja"),
    ]

    @Test("lengths of time are found, as ISO 8601", arguments: lengths)
    func findsLengths(_ find: Find) {
        #expect(
            EntityDesk.shared.found(find.text, find.language, kinds: ["duration"]) == find.expected)
    }

    static let percentages: [Find] = [
        Find("10% off", "10 [10%]"), Find("ten per cent", "10 [ten per cent]"),
        Find("12,5 Prozent", "12.5 [12,5 Prozent]", "de"),
        Find("10 por ciento", "10 [10 por ciento]", "es"),
        Find("10 pour cent", "10 [10 pour cent]", "fr"), Find("10パーセント", "10 [10パーセント]", "ja"),
        Find("１０％", "10 [10%]", "ja"), Find("ten people", ""),
    ]

    @Test("percentages are found, and their number too", arguments: percentages)
    func findsPercentages(_ find: Find) {
        let desk = EntityDesk.shared
        #expect(desk.found(find.text, find.language, kinds: ["percent"]) == find.expected)
        #expect(!desk.found(find.text, find.language, kinds: ["number"]).isEmpty)
    }

    /// The reference is Thursday 2026-11-26.
    static let spans: [Find] = [
        Find("between 3 and 5 May", "2027-05-03 | 2027-05-05 [3 and 5 May]"),
        Find("from Monday to Friday", "2026-11-23 | 2026-11-27 [Monday to Friday]"),
        Find("May 3-5", "2027-05-03 | 2027-05-05 [May 3-5]"),
        Find("May 3rd until June 5th", "2027-05-03 | 2027-06-05 [May 3rd until June 5th]"),
        Find("last week", "2026-11-16 | 2026-11-22 [last week]"),
        Find("this month", "2026-11-01 | 2026-11-30 [this month]"),
        Find("next year", "2027-01-01 | 2027-12-31 [next year]"),
        Find("in December", "2026-12-01 | 2026-12-31 [December]"),
        Find("on Monday and on Friday", ""), Find("I may return it", ""),
        Find("vom 3. bis 5. Mai", "2027-05-03 | 2027-05-05 [3. bis 5. Mai]", "de"),
        Find("zwischen dem 3. und 5. Mai", "2027-05-03 | 2027-05-05 [3. und 5. Mai]", "de"),
        Find("vom 3.5. bis 5.5.", "2027-05-03 | 2027-05-05 [3.5. bis 5.5.]", "de"),
        Find("nächste Woche", "2026-11-30 | 2026-12-06 [nächste Woche]", "de"),
        Find("del 3 al 5 de mayo", "2027-05-03 | 2027-05-05 [3 al 5 de mayo]", "es"),
        Find("la semana pasada", "2026-11-16 | 2026-11-22 [semana pasada]", "es"),
        Find("el mes que viene", "2026-12-01 | 2026-12-31 [mes que viene]", "es"),
        Find("du 3 au 5 mai", "2027-05-03 | 2027-05-05 [3 au 5 mai]", "fr"),
        Find("l'année dernière", "2025-01-01 | 2025-12-31 [l'année dernière]", "fr"),
        Find("3月3日から5日まで", "2027-03-03 | 2027-03-05 [3月3日から5日]", "ja"),
        Find("先月", "2026-10-01 | 2026-10-31 [先月]", "ja"),
    ]

    @Test("spans of days are found, both ends included", arguments: spans)
    func findsSpans(_ find: Find) {
        #expect(
            EntityDesk.shared.found(find.text, find.language, kinds: ["date_range"])
                == find.expected)
    }
}
