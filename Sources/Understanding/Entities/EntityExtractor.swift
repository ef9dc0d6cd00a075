public import Facts

/// Finds the typed things in a text: the declared entities and those of `BuiltInEntity`.
///
/// Pure, linear in the text (each reader looks a bounded way ahead), without a trap on any input.
public struct EntityExtractor: Sendable {
    private let currency: String
    private let shapes: [ShapeReader]
    private let carriers: [(kind: String, carriers: [Carrier])]
    private let languages: ByLanguage<Language>
    private let fallback: Language
    /// Numbers that the shop's values begin with: 1080 of "1080p".
    private let ranged: Set<String>
    let known: WordSet

    /// What one language needs.
    private final class Language: Sendable {
        let tag: String
        let vocabulary: Vocabulary
        let values: ValueReader

        init(_ tag: String, _ lexicon: Lexicon) {
            self.tag = String(tag.prefix { $0 != "-" && $0 != "_" })
            vocabulary = Vocabulary(.of(tag))
            values = ValueReader(
                lexicon.entities, language: tag, everyday: CommonWords.keys(of: vocabulary.tag))
        }

        init?(from reader: inout ByteReader, _ tag: String) {
            guard let vocabulary = Vocabulary(from: &reader, .of(tag)),
                let values = ValueReader(from: &reader)
            else { return nil }
            self.tag = String(tag.prefix { $0 != "-" && $0 != "_" })
            self.vocabulary = vocabulary
            self.values = values
        }
    }

    /// Compiles the declared entities and the word tables of the lexicon's languages.
    public init(_ lexicon: Lexicon) {
        self.init(lexicon, workers: OneWorker())
    }

    /// The same; one of the `workers` compiles a language.
    init(_ lexicon: Lexicon, workers: any Workers) {
        var languages = ByLanguage<Language>()
        let compiled = workers.results(lexicon.languages.count) { place in
            Language(lexicon.languages[place], lexicon)
        }
        for (language, own) in zip(lexicon.languages, compiled) { languages[language] = own }
        self.init(lexicon, known: WordSet(KnownWords.of(lexicon)), languages)
    }

    private init(_ lexicon: Lexicon, known: WordSet, _ languages: ByLanguage<Language>) {
        self.known = known
        self.languages = languages
        currency = lexicon.currency
        ranged = Self.numbers(of: lexicon.shopVocabulary)
        shapes = lexicon.entities.flatMap { declaration -> [ShapeReader] in
            guard case .shapes(let shapes) = declaration.form else { return [] }
            let own = ShapeReader(kind: declaration.kind, shapes: shapes)
            guard !declaration.called.isEmpty else { return [own] }
            let called = ShapeReader(
                kind: declaration.kind, shapes: declaration.called, isCalled: true)
            return [own, called]
        }
        carriers = lexicon.entities.filter { !$0.carriers.isEmpty }.map { ($0.kind, $0.carriers) }
        let first = lexicon.languages.first ?? "en"
        fallback = languages[first] ?? Language(first, lexicon)
    }

    /// What was compiled for each language.
    func write(to writer: inout ByteWriter) {
        for language in languages.all {
            language.entry.vocabulary.write(to: &writer)
            language.entry.values.write(to: &writer)
        }
    }

    /// What was compiled of the same lexicon; nil where the bytes are others.
    init?(from reader: inout ByteReader, _ lexicon: Lexicon, known: WordSet) {
        var languages = ByLanguage<Language>()
        for tag in lexicon.languages where languages[tag] == nil {
            guard let language = Language(from: &reader, tag) else { return nil }
            languages[tag] = language
        }
        self.init(lexicon, known: known, languages)
    }

    /// Every entity of a text that `Normaliser` made, by position; those of different kinds may
    /// overlap.
    ///
    /// `tokens` are the text's; `today` anchors relative dates.
    public func entities(
        in normalised: String, tokens: [Token], language: String, today: Day
    ) -> [Entity] {
        entities(
            in: normalised, tokens: tokens, words: tokens.map(WordKey.init), language: language,
            today: today)
    }

    /// The same with the tokens' keys, which the caller has already.
    func entities(
        in normalised: String, tokens: [Token], words: [WordKey], language: String, today: Day
    ) -> [Entity] {
        let reading = reading(
            of: normalised, tokens: tokens, words: words, language: language, today: today)
        return entities(
            in: reading, address: AddressReader(reading: reading).address(), language: language)
    }

    /// The same of a text that is read already, with its postal address.
    func entities(
        in reading: Reading, address: AddressReader.Found?, language: String
    ) -> [Entity] {
        let language = languages[language] ?? fallback
        var collector = EntityCollector(reading: reading)
        addContacts(to: &collector, language.tag)
        if let address {
            collector.take(.address, .record(address.record), tokens: address.start..<address.end)
        }
        let matches = shapes.map { $0.matches(in: reading) }
        addShapes(matches, to: &collector, bare: false)
        addShortCode(to: &collector)
        addQuantities(to: &collector)
        addShapes(matches, to: &collector, bare: true)
        for found in language.values.matches(in: reading) {
            collector.add(found.kind, .text(found.id), tokens: found.start..<found.end)
        }
        addPerson(to: &collector)
        return collector.finished()
    }

    /// A text as the readers of a language see it.
    func reading(
        of normalised: String, tokens: [Token], words: [WordKey], language: String, today: Day
    ) -> Reading {
        Reading(
            text: normalised, tokens: tokens, words: words,
            vocabulary: (languages[language] ?? fallback).vocabulary, today: today)
    }

    /// The answer to a question for one part of a record, as "it's Santos" for a last name; nil where the tokens
    /// are none.
    func part(
        _ shape: PartShape, in normalised: String, tokens: [Token], language: String, today: Day
    ) -> String? {
        let language = languages[language] ?? fallback
        let reading = Reading(
            text: normalised, tokens: tokens, words: tokens.map(WordKey.init),
            vocabulary: language.vocabulary, today: today)
        return PartReader(reading: reading).part(shape)
    }

    private func addQuantities(to collector: inout EntityCollector) {
        let reader = QuantityReader(reading: collector.reading, currency: currency)
        let quantities = reader.quantities(outside: collector.takenRanges)
        for found in quantities {
            let isTaken = found.kind == .money || found.kind == .date || found.kind == .time
            collector.add(found.kind, found.value, tokens: found.start..<found.end, takes: isTaken)
            if let number = found.number {
                collector.add(.number, number.value, tokens: found.start..<number.end)
            }
        }
        let dates = quantities.filter { $0.kind == .date }
        for found in PeriodReader(reading: collector.reading).periods(dates) {
            collector.add(
                .dateRange, .record(["from": .day(found.from), "to": .day(found.to)]),
                tokens: found.start..<found.end)
        }
    }

    private func addContacts(to collector: inout EntityCollector, _ language: String) {
        let reading = collector.reading
        let contacts = ContactReader(reading: reading)
        for found in contacts.emails() + contacts.spokenEmails() {
            collector.take(.email, .text(found.text), bytes: found.start..<found.end)
        }
        for found in contacts.urls() {
            collector.take(.url, .text(found.text), bytes: found.start..<found.end)
        }
        let codes = NumberCodes(reading: reading, language: language)
        let runs = reading.digitRuns(minimum: 7)
        for found in codes.ibans() {
            collector.take(.iban, .text(found.text), bytes: found.start..<found.end)
        }
        for found in codes.cards(runs) {
            collector.take(.card, .text(found.text), bytes: found.start..<found.end)
        }
        for (kind, carriers) in carriers {
            for found in CarrierNumbers(reading: reading).numbers(of: carriers, runs) {
                collector.take(kind, .text(found.text), bytes: found.start..<found.end)
            }
        }
        for found in codes.phones(runs) {
            collector.take(.phone, .text(found.text), bytes: found.start..<found.end)
        }
    }

    /// Shapes of digits alone yield to what is surely something else, and take nothing from others.
    private func addShapes(
        _ matches: [[ShapeReader.Found]], to collector: inout EntityCollector, bare: Bool
    ) {
        let others = bare ? OtherDigits(collector.reading).starts : []
        for (reader, matches) in zip(shapes, matches) {
            for found in matches where found.isBare == bare {
                let range = found.start..<found.end
                if bare, collector.isTaken(range) || others.contains(found.start) { continue }
                if collector.holds(reader.kind, range) { continue }
                if reader.isCalled, !CalledNumber(collector.reading).isCalled(found) { continue }
                if bare, !reader.isCalled, !isLongEnough(found, collector.reading) { continue }
                if bare, isOfRange(found, collector.reading) { continue }
                collector.add(reader.kind, .text(found.text), bytes: range, takes: !bare)
            }
        }
    }

    /// Up to three digits are no order's number unless they are called one or are the whole text.
    private func isLongEnough(_ found: ShapeReader.Found, _ reading: Reading) -> Bool {
        guard found.text.utf8.count <= 3 else { return true }
        return reading.count == 1 || reading.isNamed(reading.token(atOrAfter: found.start))
    }

    /// "The camera in 1080 is enough": a number of the shop's range is no order's, unless it is called one or is the
    /// whole text.
    private func isOfRange(_ found: ShapeReader.Found, _ reading: Reading) -> Bool {
        ranged.contains(found.text) && reading.count > 1
            && !reading.isNamed(reading.token(atOrAfter: found.start))
    }

    private static func numbers(of vocabulary: [String]) -> Set<String> {
        Set(
            vocabulary.map { String($0.prefix { $0.isASCII && $0.isNumber }) }.filter {
                !$0.isEmpty
            })
    }

    /// "Daniel Nowak, 1070 Wien": four digits behind a name are no order's number.
    private func addShortCode(to collector: inout EntityCollector) {
        let reading = collector.reading
        let names = NameReader(reading: reading, vocabulary: known)
        guard let code = CodedName(reading: reading, names: names).name()?.shortCode else { return }
        collector.take(
            .zip, .text(reading.text(tokens: code.lowerBound, code.upperBound)), tokens: code)
    }

    private func addPerson(to collector: inout EntityCollector) {
        let reading = collector.reading
        for found in ZipReader(reading: reading).zips() {
            let isInAddress = collector.isOnly(.address, in: found.start..<found.end)
            if isInAddress || !collector.isTaken(found.start..<found.end) {
                collector.add(.zip, .text(found.text), bytes: found.start..<found.end)
            }
        }
        let names = NameReader(reading: reading, vocabulary: known)
        if let name = names.name(), !collector.isTaken(name.start..<name.end) {
            collector.add(.name, .record(name.record), bytes: name.start..<name.end)
        }
        if let found = YesNoReader(reading: reading).answer() {
            collector.add(.yesNo, .text(found.answer.rawValue), tokens: found.start..<found.end)
        }
    }
}
