/// Words of one language with their folded forms and stems: what is known here is not folded and stemmed again.
struct StemTable: Sendable {
    /// Numbers the words by their hash, A to Z in lower case.
    private var index = FeatureIndex()
    private var forms = SpellingWords()

    init() {}

    /// Adds a word; `lower` is the hash of it, A to Z in lower case.
    mutating func add(lower: UInt64, folded: String, stem: String) {
        if Int(index.insert(lower)) == forms.count { forms.append(folded, stem: stem) }
    }

    /// The forms of a word by its hash, A to Z in lower case; nil where it is not known.
    func forms(ofLower hash: UInt64) -> (folded: String, stem: String)? {
        let number = index.find(hash)
        guard number >= 0 else { return nil }
        let word = forms[Int(number)]
        return (word.folded, word.stem)
    }

    /// The tokens of a text that is not normalised yet.
    static func tokens(of text: String, language: String, _ stems: StemTable?) -> [Token] {
        Tokenizer.tokens(of: Normaliser.normalise(text), language: language, stems: stems)
    }

    func write(to writer: inout ByteWriter) {
        writer.array(index.keys)
        forms.write(to: &writer)
    }

    /// The table of some bytes; nil where they are none.
    init?(from reader: inout ByteReader) {
        guard let keys: [UInt64] = reader.array(), let forms = SpellingWords(from: &reader),
            forms.count == keys.count
        else { return nil }
        index = FeatureIndex(keys: keys)
        self.forms = forms
    }
}
