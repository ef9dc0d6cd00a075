/// What is compiled of a lexicon's rules and words, for one reading after the other: phrase rules, entities, choices,
/// what a yes is made of.
///
/// Compiling them takes most of a start, reading them back a tenth of that: they are kept with the lexicon's reading.
struct CompiledLexicon: Sendable {
    var matcher: PhraseMatcher
    var extractor: EntityExtractor
    var picker: ChoicePicker
    var littleWords: LittleWords
    var agreements: ByLanguage<AgreementWords>
    var shopNames: ByLanguage<ShopNames>
    var things: NamedThings

    /// `matcher` and `extractor` are there before a lexicon's texts are read, which needs them.
    init(
        _ lexicon: Lexicon, matcher: PhraseMatcher, extractor: EntityExtractor,
        stems: ByLanguage<StemTable>, vectors: StaticVectors?, workers: any Workers
    ) {
        self.matcher = matcher
        self.extractor = extractor
        littleWords = LittleWords(languages: lexicon.languages)
        agreements = ByLanguage()
        shopNames = ByLanguage()
        for language in lexicon.languages {
            agreements[language] = AgreementWords(
                lexicon, language: language, stems: stems[language])
            shopNames[language] = ShopNames(
                lexicon.shopVocabulary, language: language, stems: stems[language])
        }
        picker = ChoicePicker(
            languages: lexicon.languages, lists: lexicon.wordLists,
            shopVocabulary: lexicon.shopVocabulary, stems: stems, vectors: vectors,
            workers: workers)
        things = NamedThings(lexicon, picker: picker, stems: stems)
    }

    func write(to writer: inout ByteWriter) {
        matcher.write(to: &writer)
        extractor.write(to: &writer)
        picker.write(to: &writer)
        littleWords.write(to: &writer)
        writer.packed(agreements.all.map(\.tag))
        for agreement in agreements.all { agreement.entry.write(to: &writer) }
        writer.packed(shopNames.all.map(\.tag))
        for names in shopNames.all { names.entry.write(to: &writer) }
        things.write(to: &writer)
    }

    /// What was compiled of the same lexicon; nil where the bytes are others.
    init?(
        from reader: inout ByteReader, _ lexicon: Lexicon, names: WordSet,
        stems: ByLanguage<StemTable>, vectors: StaticVectors?
    ) {
        guard let matcher = PhraseMatcher(from: &reader, lexicon),
            let extractor = EntityExtractor(from: &reader, lexicon, known: names),
            let picker = ChoicePicker(
                from: &reader, languages: lexicon.languages, stems: stems, vectors: vectors),
            let littleWords = LittleWords(from: &reader),
            let agreements = ByLanguage(from: &reader, AgreementWords.init(from:)),
            let shopNames = ByLanguage(from: &reader, ShopNames.init(from:)),
            let things = NamedThings(from: &reader)
        else { return nil }
        self.matcher = matcher
        self.extractor = extractor
        self.picker = picker
        self.littleWords = littleWords
        self.agreements = agreements
        self.shopNames = shopNames
        self.things = things
    }
}

extension ByLanguage {
    /// The languages' things of some bytes, after their tags; nil where they are none.
    fileprivate init?(from reader: inout ByteReader, _ read: (inout ByteReader) -> Entry?) {
        self.init()
        guard let tags = reader.packed() else { return nil }
        for tag in tags {
            guard let entry = read(&reader) else { return nil }
            self[tag] = entry
        }
    }
}
