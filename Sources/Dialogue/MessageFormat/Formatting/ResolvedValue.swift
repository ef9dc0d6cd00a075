import Facts

/// What an expression stands for before it is written: a value with the style its functions gave
/// it.
struct ResolvedValue {
    enum Content {
        /// Something failed, and its problem is noted; the value prints as its fallback.
        case failed
        /// No function was applied: the value is written by its type.
        case plain(Value)
        /// Nil where `:string` had nothing to read: selects nothing, prints as its fallback.
        case string(String?)
        case number(NumberValue)
        case money(MoneyValue)
        case moment(MomentValue)
        case list([Value], ListKind)
        case suite(SuiteValue)
    }

    enum Direction: String {
        case leftToRight = "ltr"
        case rightToLeft = "rtl"
        case auto
    }

    var content: Content
    /// The option `u:dir`.
    var direction: Direction?
    /// The option `u:id`.
    var id: String?

    init(_ content: Content) {
        self.content = content
    }

    static let failed = ResolvedValue(.failed)
}

/// A number with its style and how it selects a variant.
struct NumberValue {
    enum Kind { case decimal, integer, percent }

    enum Selection: String {
        case plural, ordinal, exact
        /// The option `select` was not a literal of the message, so the number selects nothing.
        case none
    }

    var number: DecimalNumber
    var kind = Kind.decimal
    var style = NumberStyle()
    var selection = Selection.plural
    /// Whether the option `select` was set; it may be set once only.
    var hasSelection = false

    init(_ number: DecimalNumber) {
        self.number = number
    }

    /// The digits as they will stand; a percentage is multiplied by 100.
    var written: WrittenNumber {
        switch kind {
        case .decimal: style.digits(of: number, fractionDigits: 0...3)
        case .integer: style.digits(of: number, fractionDigits: 0...0)
        case .percent: style.digits(of: number.shifted(by: 2), fractionDigits: 0...0)
        }
    }
}

/// An amount of money with its style.
struct MoneyValue {
    /// How the currency is named; without the option, by sign in a chat and by name in speech.
    enum Display: String { case symbol, narrowSymbol, code, name, never }

    var number: DecimalNumber
    /// ISO 4217 code in capitals.
    var currency: String
    var style = NumberStyle()
    var display: Display?
}

/// A day and a time of that day, as the customer's calendar and clock show them, with their style.
struct MomentValue {
    enum Kind { case date, time, datetime }
    enum Length: String { case long, medium, short }
    enum Precision: String { case hour, minute, second }

    var day: Day
    /// 0…86,399.
    var secondOfDay: Int
    var kind = Kind.date
    var fields = DateFields.yearMonthDay
    var length: Length?
    var precision: Precision?
    /// Nil: the locale's habit.
    var isTwelveHour: Bool?
}

/// Which parts of a date are written; in the order of the locales' tables.
enum DateFields: String, CaseIterable {
    case weekday
    case dayWeekday = "day-weekday"
    case monthDay = "month-day"
    case monthDayWeekday = "month-day-weekday"
    case yearMonthDay = "year-month-day"
    case yearMonthDayWeekday = "year-month-day-weekday"
}

/// How a list is joined: with "and", with "or", with commas only, or each on a line of its own.
enum ListKind: String {
    case conjunction, disjunction, unit, lines
}
