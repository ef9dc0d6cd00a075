/// What the texts of a lexicon teach besides intents: the words that are known to spelling and to names, what each
/// language looks like, which intents refuse, and the word lists cut into words; and what is compiled of it.
///
/// Reading some ten thousand texts takes a third of a second, reading these back a few milliseconds.
struct LexiconReading: Sendable {
    var words: TextReading
    var names: WordSet
    var negation: WishNegation
    var detector: LanguageDetector
    var stems: ByLanguage<StemTable>
    var mentions: MentionFinder
    var compiled: CompiledLexicon

    /// Everything as bytes, for a cache.
    func bytes(hash: UInt64) -> [UInt8] {
        var writer = ByteWriter()
        words.write(to: &writer)
        names.write(to: &writer)
        negation.write(to: &writer)
        detector.write(to: &writer)
        writer.texts(stems.all.map(\.tag))
        for table in stems.all { table.entry.write(to: &writer) }
        mentions.write(to: &writer)
        compiled.write(to: &writer)
        return writer.sealed(hash)
    }
}

extension LexiconReading {
    /// What was read before of a lexicon with this hash; nil where the bytes are another's.
    init?(bytes: any ByteSource, hash: UInt64, lexicon: Lexicon, vectors: StaticVectors?) {
        guard var reader = ByteReader(sealed: bytes, hash),
            let words = TextReading(from: &reader, vectors: vectors),
            let names = WordSet(from: &reader),
            let negation = WishNegation(from: &reader, languages: lexicon.languages),
            let detector = LanguageDetector(from: &reader, languages: lexicon.languages),
            let stems = Self.stems(from: &reader),
            let mentions = MentionFinder(from: &reader, lists: lexicon.wordLists),
            let compiled = CompiledLexicon(
                from: &reader, lexicon, names: names, stems: stems, vectors: vectors)
        else { return nil }
        self.words = words
        self.names = names
        self.negation = negation
        self.detector = detector
        self.stems = stems
        self.mentions = mentions
        self.compiled = compiled
    }

    private static func stems(from reader: inout ByteReader) -> ByLanguage<StemTable>? {
        guard let tags = reader.texts() else { return nil }
        var stems = ByLanguage<StemTable>()
        for tag in tags {
            guard let table = StemTable(from: &reader) else { return nil }
            stems[tag] = table
        }
        return stems
    }

    /// Raise it when the same lexicon would be read otherwise: when a stemmer, the folding or the way of
    /// counting changes. Texts and word tables of the engine need no care, they are a part of the hash.
    private static let version: UInt64 = 11

    /// A hash of everything that the reading depends on. `program` names the build that compiled it, where it is known.
    static func contentHash(
        _ lexicon: Lexicon, vectors: StaticVectors?, program: String?
    ) -> UInt64 {
        var hash = ContentHash(from: FeatureHash.mix(version, vectors?.fingerprint ?? 0))
        hash.add(program ?? "")
        for language in lexicon.languages { hash.addTables(of: language) }
        hash.addExamples(of: lexicon)
        for phrases in lexicon.phrases {
            hash.add(String(phrases.rules.count))
            for rule in phrases.rules { hash.add(rule) }
        }
        for list in lexicon.wordLists {
            let form = list.isVerbatim ? "entries" : "lines"
            hash.add([list.name, list.language, form] + list.lines)
        }
        for declaration in lexicon.entities {
            hash.add([declaration.kind] + declaration.carriers.map(\.rawValue))
            switch declaration.form {
            case .shapes(let shapes): hash.add(shapes + declaration.called)
            case .values(let values): for value in values { hash.add(value) }
            }
        }
        hash.add(lexicon.shopVocabulary)
        hash.add(lexicon.currency)
        return hash.value
    }
}
