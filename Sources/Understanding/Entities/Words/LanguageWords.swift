/// The word table of one language; another language is one more value of this type.
///
/// Lists are blank-separated words or `word=value` pairs; lists of phrases are separated by `|`.
/// Words are
/// written as in a dictionary: they are folded when the table is compiled.
struct LanguageWords: Sendable {
    /// BCP 47 primary tag.
    var tag: String
    /// `1.234,50` rather than `1,234.50`.
    var usesDecimalComma: Bool
    /// `5/3` is the third of May.
    var writesMonthFirst: Bool = false
    /// 0…19.
    var units = ""
    /// 20 … 90.
    var rounds = ""
    /// 100, 1000, …
    var scales = ""
    var ordinals = ""
    var months = ""
    /// 1 is Monday.
    var weekdays = ""
    /// Days from today.
    var dayOffsets = ""
    /// Word = a case of `Period`.
    var periods = ""
    /// Times of day that are one word, in minutes after midnight.
    var clocks = ""
    /// What counts a position from the end, after an ordinal.
    var fromEnd = ""
    /// Word = ISO 4217 code, or `$`.
    var currencies = ""
    var roles: [(Roles, String)] = []
    /// Yes whatever follows.
    var yes = ""
    /// Yes when the clause says nothing else.
    var clauseYes = ""
    /// Yes when the whole text says nothing else.
    var weakYes = ""
    var no = ""
    var clauseNo = ""
    /// The word that says no but is a determiner too.
    var bareNo = ""
    var maybe = ""
    /// Look like an answer and are none.
    var blocked = ""
    var nameCues: [(NameCue, String)] = []
    /// Digits after them are the end of a card's number, not an order's.
    var endingCues = ""

    /// The table of a BCP 47 tag; English where the language has none.
    static func of(_ language: String) -> LanguageWords {
        let primary = language.prefix { $0 != "-" && $0 != "_" }
        return all.first { $0.tag == primary } ?? english
    }

    static let all: [LanguageWords] = [english, german, spanish, french, japanese]

    static let currencySigns = "$=$ €=EUR £=GBP ¥=JPY ￥=JPY ₹=INR "

    /// Emoji and signs of every language.
    static let signs: [(String, Answer)] = [
        ("👍 👌 ✅ ✔ 🆗 🙆 ☑ 🤝 💯", .sure(.yes)), ("👎 ❌ 🙅 ✖ 🚫", .sure(.no)),
        ("🤷", .sure(.maybe)),
    ]
}
