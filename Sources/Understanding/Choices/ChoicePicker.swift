import Facts

/// Reads what an utterance picks among choices.
///
/// By identifier, number, ordinal, name (partial, plural, one edit), attribute, superlative,
/// relation to a
/// reference, "both", "all but …", "neither". Never guesses: what fits several equally is `.one`
/// with all of
/// them. A word that occurs in no choice does not matter.
public struct ChoicePicker: Sendable {
    private let phrases: [String: ChoicePhrases]
    private let fallback: ChoicePhrases
    /// By language.
    private(set) var shopValues: [String: ShopValues] = [:]
    private let vectors: StaticVectors?
    /// Choices after this many are not considered.
    private static let choiceLimit = 500

    /// The pack's list of everyday words for words of the shop's data: "lampe = lamp".
    static let shopWordList = "shop_words"
    /// The pack's list of words before what shall be instead: "for", "into".
    static let targetWordList = "target_words"

    /// The pack's list of what options are called: "size".
    static let labelWordList = "label_words"

    /// Compiles the pointing words of the languages (BCP 47, the default first) and of the lists the `shop_words`,
    /// `target_words` and `label_words`. `shopVocabulary`: the words of the shop's range.
    public init(languages: [String], lists: [WordList] = [], shopVocabulary: [String] = []) {
        self.init(
            languages: languages, lists: lists, shopVocabulary: shopVocabulary,
            stems: ByLanguage(), vectors: nil)
    }

    /// The same with the stems that are known, which changes nothing but the time, and with vectors that tell which
    /// words mean about the same. One of the `workers` compiles a language.
    init(
        languages: [String], lists: [WordList], shopVocabulary: [String],
        stems: ByLanguage<StemTable>, vectors: StaticVectors?,
        workers: any Workers = OneWorker()
    ) {
        self.vectors = vectors
        let names = Set(
            shopVocabulary.flatMap { $0.lowercased().split(separator: " ").map(String.init) })
        let ownNames = Set(
            shopVocabulary.map { name in name.lowercased().filter { $0 != " " && $0 != "-" } })
        let compiled = { @Sendable (language: String) in
            func entries(_ list: String) -> [String] {
                lists.filter { $0.name == list && $0.language == language }.flatMap(\.entries)
            }
            let words = Self.chosen(entries(Self.shopWordList), among: names, ownNames)
            var phrases = ChoicePhrases(
                .of(language), language: language, shopWords: words.first,
                otherShopWords: words.others, targets: entries(Self.targetWordList),
                stems: stems[language])
            phrases.cutter.learn(shopVocabulary)
            phrases.learn(names: names)
            return phrases
        }
        let all = workers.results(languages.count) { compiled(languages[$0]) }
        phrases = Dictionary(zip(languages, all), uniquingKeysWith: { first, _ in first })
        fallback = all.first ?? compiled("en")
        for (language, phrases) in phrases {
            let labels = lists.filter { $0.name == Self.labelWordList && $0.language == language }
            shopValues[language] = ShopValues(
                shopVocabulary, labels: labels.flatMap(\.entries), cutter: phrases.cutter)
        }
    }

    func write(to writer: inout ByteWriter) {
        let languages = phrases.keys.sorted()
        writer.packed(languages)
        for language in languages {
            phrases[language]?.write(to: &writer)
            shopValues[language]?.write(to: &writer)
        }
    }

    /// What was compiled for these languages; nil where the bytes are others.
    init?(
        from reader: inout ByteReader, languages: [String], stems: ByLanguage<StemTable>,
        vectors: StaticVectors?
    ) {
        guard let tags = reader.packed() else { return nil }
        var phrases: [String: ChoicePhrases] = [:]
        for tag in tags {
            phrases[tag] = ChoicePhrases(from: &reader, language: tag, stems: stems[tag])
            guard phrases[tag] != nil, let values = ShopValues(from: &reader) else { return nil }
            shopValues[tag] = values
        }
        guard let first = languages.first.flatMap({ phrases[$0] }) else { return nil }
        self.phrases = phrases
        fallback = first
        self.vectors = vectors
    }

    /// Of an everyday word with several words of the shop ("kaffeemaschine = coffee", "= espresso") the first that the
    /// shop has, or the first; and the others that it has, which count where the first is not among the choices.
    private static func chosen(
        _ entries: [String], among names: Set<String>, _ ownNames: Set<String>
    ) -> (first: [String], others: [String]) {
        var chosen: [String: (place: Int, isThere: Bool)] = [:]
        var others: [Int] = []
        for (place, entry) in entries.enumerated() {
            let parts = entry.split(separator: "=").map { $0.split(separator: " ") }
            guard parts.count == 2 else { continue }
            let word = parts[0].joined(separator: " ")
            let isThere = parts[1].first.map { names.contains(String($0)) } ?? false
            // "smartwatch = smartwatch", where the shop itself says "Smart Watch".
            if !isThere, ownNames.contains(parts[0].joined()) { continue }
            if let known = chosen[word], known.isThere || !isThere {
                if isThere { others.append(place) }
            } else {
                chosen[word] = (place, isThere)
            }
        }
        return (
            chosen.values.map(\.place).sorted().map { entries[$0] }, others.map { entries[$0] }
        )
    }

    func phrases(of language: String) -> ChoicePhrases { phrases[language] ?? fallback }

    /// The utterance with its pointing words.
    /// `index`: the choices that decide which of several things an everyday word is.
    func pointed(
        _ tokens: [Token], _ text: String, _ language: String, among index: ChoiceIndex? = nil,
        _ cut: inout CutTexts
    ) -> PointedText {
        let phrases = phrases(of: language)
        var pieces = cut.pieces(ofSaid: text, tokens, phrases.cutter)
        for place in pieces.indices where !pieces[place].others.isEmpty {
            guard let index, !index.knows(pieces[place].stem),
                let other = pieces[place].others.first(where: index.knows)
            else { continue }
            pieces[place].stem = other
        }
        return PointedText(
            pieces, of: tokens, text: Array(text.utf8), phrases: phrases,
            vectors: vectors?.language == language ? vectors : nil)
    }

    /// The stems of the shop's words that an utterance says in everyday words of its language.
    func shopWords(
        in tokens: [Token], _ text: String, _ language: String, _ cut: inout CutTexts
    ) -> Set<String> {
        let pieces = cut.pieces(ofSaid: text, tokens, phrases(of: language).cutter)
        return Set(pieces.filter(\.isTranslated).flatMap { [$0.stem] + $0.others })
    }

    func cutWords(
        of tokens: [Token], _ text: String, _ language: String, _ cut: inout CutTexts
    ) -> Set<String> {
        let pieces = cut.pieces(ofSaid: text, tokens, phrases(of: language).cutter)
        // "30 megapixels" is written "30MP" in the shop, "1 litre" perhaps "1000ml"; "more megapixels, 30 instead
        // of 24".
        let numbers = pieces.indices.filter { pieces[$0].word.utf8.first?.isDigit == true }
        let units = Set(pieces.map(\.stem).filter(Measures.isUnit))
        let amounts = numbers.flatMap { place in
            let next = place + 1 < pieces.count ? pieces[place + 1].stem : ""
            return (units.contains(next) ? [next] : units.sorted()).flatMap { unit in
                let said = [pieces[place].word, unit]
                let others = OrderedValue.inOtherUnits(said)
                return ([said] + others).map { $0.joined() }
                    + others.map { $0[0] }
                    .filter(AttributeValue.isMeasure)
            }
        }
        return Set(pieces.map(\.word) + amounts)
    }

    /// What phrase rules read as `{shop_word}`.
    func shopWords(in tokens: [Token], keys: [WordKey], language: String) -> [Entity] {
        let phrases = phrases(of: language)
        return zip(tokens, keys).compactMap { token, key in
            guard phrases.isOfShop(token, key) else { return nil }
            return Entity(
                kind: PhraseMatcher.shopWordSlot, value: .text(token.folded), start: token.start,
                end: token.end)
        }
    }

    /// Whether the tokens hold a word of the shop's names and values, or an everyday word for one.
    func namesAnyOfShop(_ tokens: [Token], language: String) -> Bool {
        let phrases = phrases(of: language)
        return tokens.contains { token in
            phrases.named.contains(WordKey.hash(token.folded))
                || phrases.named.contains(WordKey.hash(token.stem))
        } || !phrases.cutter.translated(tokens).isEmpty
    }

    /// One of the words of every other sentence: "set" tells no towel set.
    func isOfEveryday(_ word: String, language: String) -> Bool {
        phrases(of: language).commonest.contains(WordKey.hash(word))
    }

    /// The words of choices, for texts of the language.
    public func index(of choices: [Choice], language: String) -> ChoiceIndex {
        var cut = CutTexts()
        return index(of: choices, language: language, &cut)
    }

    /// The same with texts that are cut already.
    func index(
        of choices: [Choice], language: String, _ cut: inout CutTexts
    ) -> ChoiceIndex {
        let phrases = phrases(of: language)
        return ChoiceIndex(
            Array(choices.prefix(Self.choiceLimit)), cutter: phrases.cutter,
            ignored: phrases.ignored,
            likeness: vectors.flatMap { vectors in
                vectors.language == language
                    ? NameLikeness(vectors: vectors, known: phrases.named) : nil
            }, &cut)
    }

    /// What the utterance says of each of the choices that it names, in its order; none where it names none.
    public func passages(
        tokens: [Token], text: String, language: String, among index: ChoiceIndex
    ) -> [Passage] {
        var cut = CutTexts()
        return passages(tokens: tokens, text: text, language: language, among: index, &cut)
    }

    /// The same with what is cut already.
    func passages(
        tokens: [Token], text: String, language: String, among index: ChoiceIndex,
        _ cut: inout CutTexts
    ) -> [Passage] {
        guard !index.choices.isEmpty, !tokens.isEmpty else { return [] }
        return PassageReader(
            index: index, text: pointed(tokens, text, language, among: index, &cut),
            cutter: phrases(of: language).cutter
        ).passages()
    }

    /// What the utterance picks. `tokens`, `text` and `entities` are the interpretation's;
    /// `reference` is what
    /// "bigger", "same" and "the other one" compare with.
    public func pick(
        tokens: [Token], text: String, entities: [Entity], language: String,
        among index: ChoiceIndex, reference: Choice? = nil, holdsThings: Bool = false
    ) -> Picking {
        var cut = CutTexts()
        return pick(
            tokens: tokens, text: text, entities: entities, language: language, among: index,
            reference: reference, holdsThings: holdsThings, &cut)
    }

    /// The same with what is cut already.
    func pick(
        tokens: [Token], text: String, entities: [Entity], language: String,
        among index: ChoiceIndex, reference: Choice?, holdsThings: Bool, _ cut: inout CutTexts
    ) -> Picking {
        guard !index.choices.isEmpty, !tokens.isEmpty else { return .none }
        let phrases = phrases(of: language)
        let pointed = pointed(tokens, text, language, among: index, &cut)
        let numbers = ChoiceNumbers(
            choices: index.choices, text: pointed, entities: entities, tokens: tokens,
            numberCues: phrases.numberCues)
        return ChoiceReading(
            index: index, text: pointed, numbers: numbers, cutter: phrases.cutter,
            reference: reference, holdsThings: holdsThings,
            turn: pointed.piece(at: entities.turn)
        ).picking()
    }
}

extension [Entity] {
    /// Where the last "no" begins, in UTF-8 offsets: what stands behind it takes the place of what stands before.
    fileprivate var turn: Int? {
        last { $0.kind == BuiltInEntity.yesNo.rawValue && $0.value == .text("no") }?.start
    }
}
