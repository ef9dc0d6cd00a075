public import Facts

/// The compiled, trained lexicon: immutable, shared by all threads. A class: of its dozens of parts one count is kept.
public final class Interpreter: Sendable {
    public let lexicon: Lexicon
    /// What a yes is made of, by language; languages without `agreement_words` are left out.
    public let agreements: [AgreementWords]

    let extractor: EntityExtractor
    private let matcher: PhraseMatcher
    private let masking: EntityMasking
    private let littleWords: LittleWords
    private let shopNames: ByLanguage<ShopNames>
    let picker: ChoicePicker
    let reading: LexiconReading
    private let wishes: WishReader
    /// What to call the cached files.
    public let names: LexiconNames
    /// Whether its model and its reading came from cached files; those of others are to be written anew.
    public let isCached: (model: Bool, reading: Bool)

    /// Compiles the phrase rules and trains the classifier; deterministic. Throws `LexiconError` with every mistake.
    public convenience init(_ lexicon: Lexicon) throws(LexiconErrors) {
        try self.init(lexicon, cachedModel: nil)
    }

    /// Compiles, and takes the model of `cachedModel` instead of training where it was made of the same
    /// phrases (see `modelBytes`), and what was read and compiled of the texts from `cachedReading`, which is given its
    /// name (see `readingBytes`).
    /// `vectors` are static token vectors, read for texts in their language.
    /// `workers` train where there is no model, and compile; what comes out is the same whoever they are.
    /// `names` are those of the lexicon where they are known already.
    public init(
        _ lexicon: Lexicon, cachedModel: (any ByteSource)?,
        cachedReading: (String) -> (any ByteSource)? = { _ in nil },
        vectors: StaticVectors? = nil, workers: any Workers = OneWorker(),
        names: LexiconNames? = nil
    ) throws(LexiconErrors) {
        self.lexicon = lexicon
        masking = EntityMasking(lexicon)
        self.names = names ?? LexiconNames(lexicon, vectors: vectors)
        let learnt = try Learnt(
            lexicon, self.names, cachedModel: cachedModel, cachedReading: cachedReading,
            vectors: vectors, masking: masking, workers: workers)
        reading = learnt.reading
        isCached = learnt.isCached
        let compiled = learnt.reading.compiled
        matcher = compiled.matcher
        extractor = compiled.extractor
        picker = compiled.picker
        littleWords = compiled.littleWords
        shopNames = compiled.shopNames
        agreements = compiled.agreements.all.map(\.entry)
        wishes = WishReader(
            lexicon: lexicon, ranker: learnt.ranker, negation: learnt.reading.negation,
            things: compiled.things)
    }

    /// What the texts of a lexicon teach.
    private struct Learnt {
        let reading: LexiconReading
        let ranker: IntentRanker
        let isCached: (model: Bool, reading: Bool)

        init(
            _ lexicon: Lexicon, _ names: LexiconNames, cachedModel: (any ByteSource)?,
            cachedReading: (String) -> (any ByteSource)?,
            vectors: StaticVectors?, masking: EntityMasking, workers: any Workers
        ) throws(LexiconErrors) {
            let known = cachedModel.flatMap {
                LexiconTraining.ranker(
                    cachedModel: $0, hash: names.modelHash, lexicon: lexicon, vectors: vectors)
            }
            let bytes = known == nil ? nil : cachedReading(names.reading)
            let read = bytes.flatMap {
                LexiconReading(
                    bytes: $0, hash: names.readingHash, lexicon: lexicon, vectors: vectors)
            }
            isCached = (known != nil, read != nil)
            if let known, let read {
                (ranker, reading) = (known, read)
                return
            }
            let matcher = try PhraseMatcher(lexicon, workers: workers)
            let extractor = EntityExtractor(lexicon, workers: workers)
            var training = LexiconTraining(lexicon, vectors: vectors)
            training.readPhrases(extractor: extractor, masking: masking)
            reading = training.lexiconReading(
                matcher: matcher, extractor: extractor, workers: workers)
            ranker = known ?? training.ranker(workers: workers)
        }
    }

    /// What was read of the lexicon's texts, for a cache that is handed in at the next start.
    public var readingBytes: [UInt8] { reading.bytes(hash: names.readingHash) }

    /// The trained model, for a cache that is handed in at the next start.
    public var modelBytes: [UInt8] {
        var writer = ByteWriter()
        writer.number(names.modelHash)
        wishes.ranker.classifier.write(to: &writer)
        return writer.bytes
    }

    /// What cross-validation set: the temperature of the probabilities, and for each language the scope
    /// score below which nothing is understood.
    public var thresholds: (temperature: Double, scope: [Double]) {
        let calibration = wishes.ranker.classifier.calibration
        return (calibration.temperature, lexicon.languages.map(wishes.ranker.scopeThreshold))
    }

    /// Reads one utterance. `language` is the conversation's, a prior; nil where it is not known.
    /// `today` anchors relative dates.
    public func interpret(_ text: String, language: String? = nil, today: Day) -> Interpretation {
        let normalised = Normaliser.normalise(text)
        let (detection, cut) = detect(in: normalised, language, today)
        return read(normalised, as: detection, cut, today: today).interpretation
    }

    /// Reads one utterance in a language that is known for sure, one of the lexicon's.
    public func interpret(_ text: String, in language: String, today: Day) -> Interpretation {
        guard lexicon.languages.contains(language) else {
            return interpret(text, language: language, today: today)
        }
        let sure = LanguageDetector.Detection(language: language, confidence: 1)
        return interpret(text, as: sure, today: today)
    }

    /// Reads one utterance in the language that `detect` has found.
    public func interpret(
        _ text: String, as detection: LanguageDetector.Detection, today: Day
    ) -> Interpretation {
        read(Normaliser.normalise(text), as: detection, today: today).interpretation
    }

    /// The language that a text is read in, and how sure that is: a small part of reading it. `language` as in
    /// `interpret`.
    public func detect(
        _ text: String, language: String? = nil
    ) -> LanguageDetector.Detection {
        detect(in: Normaliser.normalise(text), language, Day(number: 0)).detection
    }

    /// The words of a text that is no customer's: nothing is understood.
    public func tokens(of text: String, in language: String) -> [Token] {
        tokens(in: Normaliser.normalise(text), language)
    }

    func tokens(in normalised: String, _ language: String) -> [Token] {
        Tokenizer.tokens(of: normalised, language: language, stems: reading.stems[language])
    }

    /// The utterance as the answer to a question for one part of a record, without the words around it: "it's Santos".
    /// nil where it can hardly be one.
    public func part(_ shape: PartShape, in interpretation: Interpretation, today: Day) -> String? {
        extractor.part(
            shape, in: interpretation.text, tokens: interpretation.tokens,
            language: interpretation.language, today: today)
    }

    /// A record of an entity in which `said`, some of its fields, takes the place of what was told before. What cannot
    /// be true any more goes: the postcode of another city.
    public func corrected(_ record: Record, of entity: String, by said: Record) -> Record {
        entity == BuiltInEntity.address.rawValue
            ? AddressReader.corrected(record, by: said) : record.merging(said)
    }

    /// The records of an entity are of one place: two houses of a street.
    public func isNear(_ one: Record, _ other: Record, of entity: String) -> Bool {
        entity == BuiltInEntity.address.rawValue && AddressReader.isSameStreet(one, other)
    }

    /// The stems of the shop's words that the utterance says in everyday words of its language: "tapis" is "rug".
    /// `cut` are texts that are cut already, as in `index`.
    public func shopWords(in interpretation: Interpretation, cut: inout CutTexts) -> Set<String> {
        picker.shopWords(
            in: interpretation.namingTokens, interpretation.text, interpretation.language, &cut)
    }

    /// The words as they are held against those of the shop: the "60" and "cm" of "60cm", the "60" of "das 60er".
    public func cutWords(of interpretation: Interpretation, cut: inout CutTexts) -> Set<String> {
        picker.cutWords(
            of: interpretation.namingTokens, interpretation.text, interpretation.language, &cut)
    }

    /// Whether the tokens hold a word of one of the shop's names or values, as "grill" or "navy", or an everyday word
    /// for one.
    public func namesAnyOfShop(_ tokens: [Token], language: String) -> Bool {
        picker.namesAnyOfShop(tokens, language: language)
    }

    /// Whether a folded word is one of every other sentence: "set" tells no towel set.
    public func isOfEveryday(_ word: String, language: String) -> Bool {
        picker.isOfEveryday(word, language: language)
    }

    /// Whether a folded word is one of the pack's own phrases of the language, or of the shop: no stranger's name.
    public func isOfPack(_ word: String, language: String) -> Bool {
        reading.words.knows(word, language: language)
    }

    /// The UTF-8 ranges between commas, sentence ends and joining words.
    public func parts(of interpretation: Interpretation) -> [Range<Int>] {
        let tokens = interpretation.tokens
        return wishes.splitter.pieces(
            of: tokens[...], keys: tokens.map(WordKey.init)[...], language: interpretation.language,
            atCommas: true
        ).compactMap { piece in
            guard let first = tokens[piece].first, let last = tokens[piece].last else { return nil }
            return first.start..<last.end
        }
    }

    /// The shop's names of several words in a text, as the shop writes them, with their UTF-8 ranges in the
    /// interpretation's text.
    public func shopNames(
        in interpretation: Interpretation
    ) -> [(name: String, range: Range<Int>)] {
        let tokens = interpretation.tokens
        let places = shopNames[interpretation.language]?.places(
            in: tokens, keys: tokens.map(WordKey.init))
        return ShopNames.long(places ?? [], in: tokens).map { place in
            let (first, last) = (place.tokens.lowerBound, place.tokens.upperBound - 1)
            return (place.name, tokens[first].start..<tokens[last].end)
        }
    }

    /// Whether a text's little words are rather those of its own language than of `other`: at least `lead` more.
    public func isPlainly(
        _ interpretation: Interpretation, ratherThanIn other: String, by lead: Int = 1
    ) -> Bool {
        littleWords.speak(
            for: interpretation.language, ratherThan: other, by: lead, in: interpretation.tokens)
    }

    /// How the decision came about, for `triage explain` and `:why`.
    public func explain(_ text: String, language: String? = nil, today: Day) -> Explanation {
        let normalised = Normaliser.normalise(text)
        let (detection, cut) = detect(in: normalised, language, today)
        let read = read(normalised, as: detection, cut, today: today, for: .explanation)
        var explanation = Explanation(interpretation: read.interpretation)
        explanation.matchedRules = read.wish.rules.map(\.rule)
        explanation.corrections = read.corrections
        explanation.mentioned = read.mentioned
        explanation.scopeScore = read.wish.result.scopeScore
        explanation.scopeThreshold = wishes.ranker.scopeThreshold(read.interpretation.language)
        let best = read.interpretation.verdict.intent ?? read.wish.result.ranking.first?.intent
        if let best {
            explanation.features = wishes.ranker.classifier.evidence(
                for: best, in: read.wish.words)
        }
        return explanation
    }

    /// Everything that was found out about a text.
    private struct Read {
        var interpretation: Interpretation
        var corrections: [SpellingCorrection]
        var wish: WishReader.Wish
        var mentioned: [Explanation.Mention] = []
    }

    /// `cut` is the text as telling its language has cut it, if it has, in whatever language that was.
    private func read(
        _ normalised: String, as detection: LanguageDetector.Detection, _ cut: Cut? = nil,
        today: Day, for purpose: WishReader.Purpose = .whole
    ) -> Read {
        let language = detection.language
        let cut =
            cut.flatMap { $0.language == language ? $0 : nil }
            ?? self.cut(normalised, language, today)
        let (tokens, keys) = (cut.tokens, cut.keys)
        let shopNames = shopNames[language]
        let names = ShopNames.masks(of: shopNames?.places(in: tokens, keys: keys) ?? [], in: tokens)
        let entities = masking.outside(
            names,
            extractor.entities(in: cut.reading, address: cut.address, language: language))
        let masks = masking.masks(of: entities, in: normalised, beside: names)
        let corrected = reading.words.corrected(
            tokens, keys: keys, limit: FeatureBag.wordLimit,
            masks: masks + EntityMasking.unspelled(entities), language: language)
        let named = shopNames?.places(in: corrected.tokens, keys: corrected.keys) ?? []
        let stretch = WishReader.Stretch(
            tokens: corrected.tokens.prefix(FeatureBag.wordLimit),
            keys: corrected.keys.prefix(FeatureBag.wordLimit),
            entities: entities + ShopNames.entities(of: named, in: corrected.tokens)
                + picker.shopWords(in: corrected.tokens, keys: corrected.keys, language: language)
                + picker.labelledThings(in: corrected.tokens, language: language),
            masks: masks,
            language: language)
        let whole = wishes.wish(in: stretch, matcher: matcher, for: purpose)
        let (verdict, clauses) = wishes.clauses(of: stretch, whole: whole, matcher: matcher)
        let interpretation = Interpretation(
            text: normalised, language: language, languageConfidence: detection.confidence,
            verdict: verdict, ranking: Array(whole.result.ranking.prefix(5)),
            entities: refusing(whole.refused, in: stretch, entities),
            mentions: reading.mentions.mentions(
                in: corrected.tokens, keys: corrected.keys, language: language, besides: names),
            clauses: clauses, tokens: tokens)
        var read = Read(
            interpretation: interpretation, corrections: corrected.corrections, wish: whole)
        guard purpose == .explanation else { return read }
        reading.mentions.forEachMention(
            in: corrected.tokens, keys: corrected.keys, language: language, besides: names
        ) { list, place in
            let (start, end) = (
                corrected.tokens[place.lowerBound], corrected.tokens[place.upperBound - 1]
            )
            let words = interpretation.text(from: start.start, to: end.end) ?? ""
            read.mentioned.append(Explanation.Mention(list: list, words: words))
        }
        return read
    }

    /// "No return, please": what is named in what is refused is not wanted; a number there still says which one.
    private func refusing(
        _ refused: WishReader.Refused?, in stretch: WishReader.Stretch, _ entities: [Entity]
    ) -> [Entity] {
        guard let part = refused?.part, let first = stretch.tokens[part].first,
            let last = stretch.tokens[part].last
        else { return entities }
        return entities.map { entity in
            var entity = entity
            if first.start <= entity.start, entity.end <= last.end,
                lexicon.entities.contains(where: { $0.kind == entity.kind && $0.isNamed })
            {
                entity.isNegated = true
            }
            return entity
        }
    }
}
