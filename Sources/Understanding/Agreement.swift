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

    /// The tokens are nothing but a yes, courtesies and `others`, one behind the other.
    public func cover(_ tokens: [Token], or others: [PhraseIndex]) -> Bool {
        tokens.isCovered(by: [agreeing, courtesies] + others)
    }

    /// They cannot be read without a word that agrees.
    public func agree(_ tokens: [Token], besides others: [PhraseIndex]) -> Bool {
        !tokens.isCovered(by: [courtesies, lookalikes] + others)
    }

    /// The token alone is a word of them.
    public func has(_ token: Token) -> Bool {
        [token].isCovered(by: [agreeing, courtesies])
    }
}

/// Phrases by their first words.
public struct PhraseIndex: Sendable {
    private var phrases: [String: [[String]]] = [:]

    /// Each phrase is its folded words; empty ones are left out.
    public init(_ phrases: [[String]]) {
        for phrase in phrases {
            guard let first = phrase.first else { continue }
            self.phrases[first, default: []].append(phrase)
        }
    }

    var isEmpty: Bool { phrases.isEmpty }

    func write(to writer: inout ByteWriter) {
        let all = phrases.keys.sorted().flatMap { phrases[$0] ?? [] }
        writer.array(all.map { Int32($0.count) })
        writer.packed(all.flatMap { $0 })
    }

    /// The phrases of some bytes; nil where they are none.
    init?(from reader: inout ByteReader) {
        guard let counts: [Int32] = reader.array(), let words = reader.packed() else { return nil }
        var all: [[String]] = []
        all.reserveCapacity(counts.count)
        var place = 0
        for count in counts {
            guard count > 0, Int(count) <= words.count - place else { return nil }
            all.append(Array(words[place..<place + Int(count)]))
            place += Int(count)
        }
        self.init(all)
    }

    /// Marks where the phrases end that stand at the place, by folded words or stems.
    fileprivate func mark(in tokens: [Token], at place: Int, _ isReached: inout [Bool]) {
        let token = tokens[place]
        mark(phrases[token.folded] ?? [], tokens, place, &isReached)
        if token.stem != token.folded {
            mark(phrases[token.stem] ?? [], tokens, place, &isReached)
        }
    }

    private func mark(
        _ found: [[String]], _ tokens: [Token], _ place: Int, _ isReached: inout [Bool]
    ) {
        for phrase in found where phrase.count <= tokens.count - place {
            let stands = phrase.indices.allSatisfy { offset in
                let said = tokens[place + offset]
                return said.folded == phrase[offset] || said.stem == phrase[offset]
            }
            if stands { isReached[place + phrase.count] = true }
        }
    }
}

extension [Token] {
    /// Whether the tokens are nothing but these phrases, one behind the other.
    public func isCovered(by lists: [PhraseIndex]) -> Bool {
        var isReached = [true] + map { _ in false }
        for place in indices where isReached[place] {
            for list in lists { list.mark(in: self, at: place, &isReached) }
        }
        return isReached.last ?? true
    }
}

extension Interpreter {
    /// The entries of a word list in one language, each as the folded words (in Japanese: characters) of a text.
    public func phrases(of list: String, language: String) -> [[String]] {
        lexicon.phrases(of: list, language: language, stems: reading.stems[language])
    }

    /// An article, "my", "this": folded.
    public func isDeterminer(_ word: String, language: String) -> Bool {
        picker.phrases(of: language).determiners.contains(word)
    }
}
