/// What one word may mean to the entity readers; several at once ("second", "may").
///
/// Plain bits without references, within one line of the cache: it is copied for nearly every question about a word.
struct Sense: Sendable {
    var roles: Roles = []
    var number: NumberWord?
    private var smallOrdinal: Int16?
    private var smallOffset: Int16?
    private var smallClock: Int16?
    private var smallMonth: Int8?
    private var smallWeekday: Int8?
    var period: Period?
    /// Of a currency word or sign.
    var currency: CurrencyName?

    /// 1 for first; −1 for last, −2 for the last but one.
    var ordinal: Int? {
        get { smallOrdinal.map(Int.init) }
        set { smallOrdinal = newValue.flatMap(Int16.init(exactly:)) }
    }
    /// 1…12.
    var month: Int? {
        get { smallMonth.map(Int.init) }
        set { smallMonth = newValue.flatMap(Int8.init(exactly:)) }
    }
    /// 1 is Monday.
    var weekday: Int? {
        get { smallWeekday.map(Int.init) }
        set { smallWeekday = newValue.flatMap(Int8.init(exactly:)) }
    }
    /// Days from today: 0 for today, −1 for yesterday.
    var dayOffset: Int? {
        get { smallOffset.map(Int.init) }
        set { smallOffset = newValue.flatMap(Int16.init(exactly:)) }
    }
    /// Minutes after midnight: 720 for noon.
    var clock: Int? {
        get { smallClock.map(Int.init) }
        set { smallClock = newValue.flatMap(Int16.init(exactly:)) }
    }

    static let none = Sense()

    func has(_ role: Roles) -> Bool { roles.contains(role) }
}

/// An ISO 4217 code, or `$` for the dollar that the lexicon means.
struct CurrencyName: Sendable, Equatable {
    /// Three letters at most, the first in the lowest byte.
    let letters: UInt32

    init(_ text: some StringProtocol) {
        letters = text.utf8.prefix(3).reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }

    init(letters: UInt32) {
        self.letters = letters
    }

    var text: String {
        let bytes = [0, 8, 16].map { UInt8(truncatingIfNeeded: letters >> $0) }
        return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
}

/// A word of a spelled number.
enum NumberWord: Sendable, Equatable {
    /// 0…19 (and 21…29 where a language writes them in one word).
    case unit(Int)
    /// 20, 30 … 90; 200 … 900 where they are one word.
    case round(Int)
    case hundred
    /// 1,000, 1,000,000, …
    case scale(Int)
}

/// A length of time that a date is counted in.
enum Period: String, Sendable {
    case day, week, month, year, fortnight, hour, minute
}

/// What else a word does in a phrase.
struct Roles: OptionSet, Sendable {
    let rawValue: UInt64

    /// "not", "nicht"; what follows is negated.
    static let negation = Roles(rawValue: 1 << 0)
    /// "but", "sondern": ends a negation.
    static let contrast = Roles(rawValue: 1 << 1)
    /// "and", inside numbers.
    static let and = Roles(rawValue: 1 << 2)
    static let article = Roles(rawValue: 1 << 3)
    static let next = Roles(rawValue: 1 << 4)
    static let last = Roles(rawValue: 1 << 5)
    static let this = Roles(rawValue: 1 << 6)
    /// "in (two weeks)".
    static let ahead = Roles(rawValue: 1 << 7)
    /// "(two weeks) ago", and "vor", "hace", "il y a" before it.
    static let ago = Roles(rawValue: 1 << 8)
    /// "of" between a day and its month.
    static let of = Roles(rawValue: 1 << 9)
    /// Words that put a date into the past: "since", "ordered".
    static let past = Roles(rawValue: 1 << 10)
    /// Words that put it into the future: "until", "by".
    static let future = Roles(rawValue: 1 << 11)
    /// "street", after its name.
    static let street = Roles(rawValue: 1 << 12)
    /// "rue", "calle", before its name.
    static let streetBefore = Roles(rawValue: 1 << 13)
    /// "suite", "apt" before its number.
    static let dwelling = Roles(rawValue: 1 << 14)
    /// A function word or another everyday word that is never part of a person's name.
    static let everyday = Roles(rawValue: 1 << 15)
    static let firstName = Roles(rawValue: 1 << 16)
    /// "van", "de", inside a surname.
    static let particle = Roles(rawValue: 1 << 17)
    /// "minus", "negative".
    static let minus = Roles(rawValue: 1 << 18)
    /// "point" in "two point five".
    static let point = Roles(rawValue: 1 << 19)
    /// "cents".
    static let minorUnit = Roles(rawValue: 1 << 20)
    /// "zip", "postcode": a code of any usual length follows.
    static let zipCue = Roles(rawValue: 1 << 21)
    /// "phone", "call".
    static let phoneCue = Roles(rawValue: 1 << 22)
    /// "at" and "dot" of a spoken address.
    static let spokenAt = Roles(rawValue: 1 << 23)
    static let spokenDot = Roles(rawValue: 1 << 24)
    static let mailCue = Roles(rawValue: 1 << 25)
    /// "order", "number": what follows is one.
    static let orderCue = Roles(rawValue: 1 << 26)
    /// What an ordinal may count: "one", "order", "item"; and what it may not ("name", "time").
    static let uncounted = Roles(rawValue: 1 << 27)
    /// What may stand before "one" as a number: "want", "only".
    static let countsOne = Roles(rawValue: 1 << 28)
    /// "please", "thanks".
    static let polite = Roles(rawValue: 1 << 29)
    /// Words that may follow an answering "no": pronouns, articles, verbs.
    static let followsNo = Roles(rawValue: 1 << 30)
    /// A lead-in that says nothing: "well", "hmm", "so".
    static let filler = Roles(rawValue: 1 << 31)
    /// "actually", "wait", "I mean": an answer after it replaces the one before.
    static let retraction = Roles(rawValue: 1 << 32)
    /// "what", "when", "how": a question begins.
    static let question = Roles(rawValue: 1 << 33)
    /// An everyday word that is a surname as well, after a given name.
    static let surnameToo = Roles(rawValue: 1 << 34)
    /// "pieces", "ml", "watt": a number before it is a quantity.
    static let unit = Roles(rawValue: 1 << 35)
    /// "size", "x": a number after it is a measure.
    static let measureCue = Roles(rawValue: 1 << 36)
    /// "percent", after a number.
    static let percent = Roles(rawValue: 1 << 37)
    static let half = Roles(rawValue: 1 << 38)
    static let quarter = Roles(rawValue: 1 << 39)
    /// "o'clock", "Uhr", after an hour.
    static let oclock = Roles(rawValue: 1 << 40)
    /// "am", "morgens": the hour before it is one before noon.
    static let morning = Roles(rawValue: 1 << 41)
    /// "pm", "abends": the hour before it is one after noon.
    static let afternoon = Roles(rawValue: 1 << 42)
    /// "at", "um": an hour may follow.
    static let hourCue = Roles(rawValue: 1 << 43)
    /// "past" in "half past three".
    static let pastHour = Roles(rawValue: 1 << 44)
    /// "to" in "quarter to three".
    static let toHour = Roles(rawValue: 1 << 45)
    /// "a", "one" before a unit of time.
    static let single = Roles(rawValue: 1 << 46)
    /// "from", "between": a range begins.
    static let rangeStart = Roles(rawValue: 1 << 47)
    /// "to", "and": the end of a range follows.
    static let rangeEnd = Roles(rawValue: 1 << 48)
    /// "tracking", "parcel": a carrier's number may follow.
    static let trackingCue = Roles(rawValue: 1 << 49)
    /// "receive", "arrived", "works": its negation tells of the thing, and does not leave it out.
    static let reporting = Roles(rawValue: 1 << 50)
}

/// What an answer says.
enum Reply: String, Sendable {
    case yes, no, maybe
}

/// What an answering phrase means.
enum Answer: Sendable, Equatable {
    /// Yes or no whatever follows: "yep", "no thanks".
    case sure(Reply)
    /// Only when the clause says nothing else: "correct", "wrong".
    case clause(Reply)
    /// Only when the whole text says nothing else: "good", "ok".
    case weak(Reply)
    /// Looks like an answer and is none: "no longer", "I don't know".
    case blocked
    /// "no" itself: it may be a determiner.
    case bareNo
}

/// The words of one language, compiled for look-up; shared, not copied.
final class Vocabulary: Sendable {
    /// BCP 47 primary tag.
    let tag: String
    /// `1.234,50` rather than `1,234.50`.
    let usesDecimalComma: Bool
    /// `5/3` is the third of May.
    let writesMonthFirst: Bool
    let senses: SenseTable
    let answers: PhraseTable<Answer>
    let nameCues: PhraseTable<NameCue>
    let endingCues: PhraseTable<Bool>
    let fromEnd: PhraseTable<Bool>

    init(_ words: LanguageWords) {
        let draft = VocabularyDraft(words)
        tag = words.tag
        usesDecimalComma = words.usesDecimalComma
        writesMonthFirst = words.writesMonthFirst
        senses = draft.senses
        answers = draft.answers
        nameCues = draft.nameCues
        endingCues = draft.endingCues
        fromEnd = draft.fromEnd
    }

    func write(to writer: inout ByteWriter) {
        senses.write(to: &writer)
        answers.write(to: &writer, \.name)
        nameCues.write(to: &writer, \.rawValue)
        endingCues.write(to: &writer) { $0 ? "1" : "0" }
        fromEnd.write(to: &writer) { $0 ? "1" : "0" }
    }

    /// What was compiled of the words before; nil where the bytes are others.
    init?(from reader: inout ByteReader, _ words: LanguageWords) {
        guard let senses = SenseTable(from: &reader),
            let answers = PhraseTable(from: &reader, Answer.init(named:)),
            let nameCues = PhraseTable(from: &reader, NameCue.init(rawValue:)),
            let endingCues = PhraseTable(from: &reader, { $0 == "1" }),
            let fromEnd = PhraseTable(from: &reader, { $0 == "1" })
        else { return nil }
        tag = words.tag
        usesDecimalComma = words.usesDecimalComma
        writesMonthFirst = words.writesMonthFirst
        self.senses = senses
        self.answers = answers
        self.nameCues = nameCues
        self.endingCues = endingCues
        self.fromEnd = fromEnd
    }
}

/// What words may mean, by the hash of their key (see `Reading.hashes`).
struct SenseTable: Sendable {
    private var index = FeatureIndex()
    private var senses: [Sense] = []

    /// The sense of a key; nil where the language's table does not have it.
    subscript(hash: UInt64) -> Sense? {
        let place = index.find(hash)
        return place < 0 ? nil : senses[Int(place)]
    }

    /// Where the sense of a key stands, −1 where the language's table does not have it.
    func place(of hash: UInt64) -> Int32 { index.find(hash) }

    func sense(at place: Int32) -> Sense { senses[Int(place)] }

    func contains(_ hash: UInt64) -> Bool { index.find(hash) >= 0 }

    mutating func note(_ hash: UInt64, _ change: (inout Sense) -> Void) {
        let place = Int(index.insert(hash))
        if place == senses.count { senses.append(.none) }
        change(&senses[place])
    }

    func write(to writer: inout ByteWriter) {
        writer.array(index.keys)
        writer.array(senses.flatMap(\.numbers))
    }

    init() {}

    /// The table of some bytes; nil where they are none.
    init?(from reader: inout ByteReader) {
        guard let keys: [UInt64] = reader.array(), let numbers: [Int64] = reader.array(),
            numbers.count == keys.count * Sense.width
        else { return nil }
        index = FeatureIndex(keys: keys)
        senses = keys.indices.map { Sense(numbers[($0 * Sense.width)...]) }
    }
}

/// A vocabulary that is being compiled.
private struct VocabularyDraft {
    private let words: LanguageWords
    private(set) var senses = SenseTable()
    private(set) var answers = PhraseTable<Answer>()
    private(set) var nameCues = PhraseTable<NameCue>()
    private(set) var endingCues = PhraseTable<Bool>()
    private(set) var fromEnd = PhraseTable<Bool>()

    init(_ words: LanguageWords) {
        self.words = words
        addValues()
        addRoles()
        addAnswers()
        addNameCues()
        for cue in words.endingCues.split(separator: "|") { endingCues.add(keys(cue), true) }
        for phrase in words.fromEnd.split(separator: "|") { fromEnd.add(keys(phrase), true) }
    }

    /// The keys of a phrase, folded and cut as a customer's text is.
    private func keys(_ phrase: some StringProtocol) -> [String] {
        Reading.keys(of: phrase, language: words.tag)
    }

    private mutating func note(_ word: some StringProtocol, _ change: (inout Sense) -> Void) {
        let key = Reading.key(Folding.fold(String(word), language: words.tag))
        senses.note(WordKey.hash(key), change)
    }

    private mutating func addValues() {
        for (word, value) in pairs(words.units) { note(word) { $0.number = .unit(value) } }
        for (word, value) in pairs(words.rounds) { note(word) { $0.number = .round(value) } }
        for (word, value) in pairs(words.scales) {
            note(word) { $0.number = value == 100 ? .hundred : .scale(value) }
        }
        for (word, value) in pairs(words.ordinals) { note(word) { $0.ordinal = value } }
        for (word, value) in pairs(words.months) { note(word) { $0.month = value } }
        for (word, value) in pairs(words.weekdays) { note(word) { $0.weekday = value } }
        for (word, value) in pairs(words.clocks) { note(word) { $0.clock = value } }
        for (word, value) in pairs(words.dayOffsets) { note(word) { $0.dayOffset = value } }
        for entry in words.periods.split(separator: " ") {
            let parts = entry.split(separator: "=")
            guard parts.count == 2, let period = Period(rawValue: String(parts[1])) else {
                continue
            }
            note(parts[0]) { $0.period = period }
        }
        for entry in (LanguageWords.currencySigns + words.currencies).split(separator: " ") {
            let parts = entry.split(separator: "=")
            guard parts.count == 2 else { continue }
            note(parts[0]) { $0.currency = CurrencyName(parts[1]) }
        }
    }

    private func pairs(_ table: String) -> [(Substring, Int)] {
        table.split(separator: " ").compactMap { entry in
            let parts = entry.split(separator: "=")
            guard parts.count == 2, let value = Int(parts[1]) else { return nil }
            return (parts[0], value)
        }
    }

    private mutating func addRoles() {
        for (role, list) in words.roles {
            for word in list.split(separator: " ") { note(word) { $0.roles.insert(role) } }
        }
    }

    private mutating func addAnswers() {
        let tables: [(String, Answer)] = [
            (words.blocked, .blocked), (words.yes, .sure(.yes)), (words.no, .sure(.no)),
            (words.clauseYes, .clause(.yes)), (words.clauseNo, .clause(.no)),
            (words.maybe, .clause(.maybe)), (words.weakYes, .weak(.yes)),
            (words.bareNo, .bareNo),
        ]
        for (list, answer) in tables {
            for phrase in list.split(separator: "|") { answers.add(keys(phrase), answer) }
        }
        for (list, answer) in LanguageWords.signs {
            for sign in list.split(separator: " ") { answers.add(keys(sign), answer) }
        }
    }

    private mutating func addNameCues() {
        for (cue, list) in words.nameCues {
            for phrase in list.split(separator: "|") { nameCues.add(keys(phrase), cue) }
        }
    }
}

/// What an introduction says about the words after it.
enum NameCue: String, Sendable {
    /// "my name is": a name follows.
    case certain
    /// "it's", "I am": perhaps a name.
    case possible
    /// "first name", "last name".
    case first
    case last
}
