/// What CLDR says about writing numbers, money, dates and lists in one locale. The values are those
/// of CLDR 48 as ICU 78 prints them; patterns use its letters (`d`, `MMM`, `EEEE`, `H`…).
struct LocaleFormats: Sendable {
    var decimalMark: String
    var groupMark: String
    /// How many digits stand before the first mark at least, 1, or 2 where `1234` has none.
    var minimumGroupingDigits = 1
    /// `{0}` is the number.
    var percentPattern = "{0}%"
    /// `{0}` is the number, `¤` the currency's sign.
    var currencyPattern: String
    /// Nil: a minus sign before the pattern.
    var negativeCurrencyPattern: String?
    /// Differing marks inside amounts of money, as the point of `€ 1.234,50` in Austria.
    var currencyGroupMark: String?
    /// Signs that are not the code itself.
    var currencySigns: [String: String]
    var currencyNames: [String: CurrencyName]
    /// Between a number and the name of a currency.
    var currencyNameGap = " "
    var calendar: CalendarNames
    var dates: DatePatterns
    var times: TimePatterns
    var and: ListPattern
    var or: ListPattern
    var yes: String
    var no: String

    /// The names of a currency after 1 and after other numbers, by the language's plural rules.
    struct CurrencyName: Sendable {
        var one: String
        var other: String

        init(_ one: String, _ other: String) {
            self.one = one
            self.other = other
        }
    }

    /// Names inside a date, January and Monday first.
    struct CalendarNames: Sendable {
        var months: [String]
        var shortMonths: [String]
        var weekdays: [String]
        var shortWeekdays: [String]
        var morning = "AM"
        var afternoon = "PM"
    }

    /// Patterns in the order of `DateFields.allCases`.
    struct DatePatterns: Sendable {
        var long: [String]
        var medium: [String]
        var short: [String]
        /// `{0}` is the time, `{1}` the date.
        var longWithTime: String
        var withTime: String
    }

    struct TimePatterns: Sendable {
        var hour: String
        var minute: String
        var second: String
    }

    /// How items are joined: two of them; before the last of three or more; between the others.
    struct ListPattern: Sendable {
        var pair: String
        var last: String
        var comma = ", "
        /// Replaces the joining word before a vowel sound: `y` becomes `e` before `i`.
        var variation: Variation?

        struct Variation: Sendable {
            var pair: String
            var last: String
            /// Lower-case beginnings of the item that ask for it, and longer ones that do not; a
            /// space stands for the end of a word.
            var before: [String]
            var notBefore: [String] = []
        }
    }

    /// The data for a BCP 47 tag: its own, else its language's, else that of `en`.
    static func named(_ tag: String) -> LocaleFormats {
        if let formats = table[tag] { return formats }
        for name in LocaleName(tag).candidates {
            if let formats = table[name] { return formats }
        }
        return english
    }

    private static let table: [String: LocaleFormats] = [
        "en": english, "en-GB": britishEnglish, "de": german, "de-AT": austrianGerman,
        "de-CH": swissGerman, "es": spanish, "es-MX": mexicanSpanish, "fr": french, "ja": japanese,
    ]
}
