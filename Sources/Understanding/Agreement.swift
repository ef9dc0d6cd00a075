/// What a yes is made of in one language, from the word lists `agreement_words`, `courtesy_words` ("please", "sorry, I
/// was on the phone"), which agree to nothing by themselves, and `not_agreement_words`, which look like a yes and are
/// none ("right now").
public struct AgreementWords: Sendable {
    private let agreeing: PhraseIndex
    private let courtesies: PhraseIndex
    private let lookalikes: PhraseIndex

    /// nil where the language has no `agreement_words`.
    init?(_ lexicon: Lexicon, language: String, stems: StemTable?) {
        func index(_ list: String) -> PhraseIndex {
            PhraseIndex(lexicon.phrases(of: list, language: language, stems: stems))
        }
        agreeing = index("agreement_words")
        courtesies = index("courtesy_words")
        lookalikes = index("not_agreement_words")
        if agreeing.isEmpty { return nil }
    }

    func write(to writer: inout ByteWriter) {
        for index in [agreeing, courtesies, lookalikes] { index.write(to: &writer) }
    }

    /// The words of some bytes; nil where they are none.
    init?(from reader: inout ByteReader) {
        guard let agreeing = PhraseIndex(from: &reader),
            let courtesies = PhraseIndex(from: &reader),
            let lookalikes = PhraseIndex(from: &reader)
        else { return nil }
        self.agreeing = agreeing
        self.courtesies = courtesies
        self.lookalikes = lookalikes
    }

    /// The words are nothing but a yes, courtesies and `others`, one behind the other.
    public func cover(_ words: KeyedWords, or others: [PhraseIndex]) -> Bool {
        words.areCovered(by: [agreeing, courtesies] + others)
    }

    /// They cannot be read without a word that agrees.
    public func agree(_ words: KeyedWords, besides others: [PhraseIndex]) -> Bool {
        !words.areCovered(by: [courtesies, lookalikes] + others)
    }

    /// The token alone is a word of them.
    public func has(_ token: Token) -> Bool {
        KeyedWords([token]).areCovered(by: [agreeing, courtesies])
    }
}

extension Interpreter {
    /// The entries of a word list in one language, each as the folded words (in Japanese: characters) of a text.
    public func phrases(of list: String, language: String) -> [[String]] {
        lexicon.phrases(of: list, language: language, stems: reading.stems[language])
    }

    /// The same of a list of the lexicon.
    public func phrases(of list: WordList) -> [[String]] {
        list.phrases(reading.stems[list.language])
    }

    /// An article, "my", "this": folded.
    public func isDeterminer(_ word: String, language: String) -> Bool {
        picker.phrases(of: language).determiners.contains(word)
    }

    /// "The", "my": what follows is there already. Folded.
    public func isDefinite(_ word: String, language: String) -> Bool {
        isDeterminer(word, language: language)
            && !picker.phrases(of: language).indefinites.contains(word)
    }
}
