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

    /// The lengths of the phrases that stand at the place, by folded words or stems.
    fileprivate func lengths(in tokens: [Token], at place: Int) -> [Int] {
        let token = tokens[place]
        var found = phrases[token.folded] ?? []
        if token.stem != token.folded { found += phrases[token.stem] ?? [] }
        return found.filter { phrase in
            phrase.count <= tokens.count - place
                && phrase.indices.allSatisfy { offset in
                    let said = tokens[place + offset]
                    return said.folded == phrase[offset] || said.stem == phrase[offset]
                }
        }.map(\.count)
    }
}

extension [Token] {
    /// Whether the tokens are nothing but these phrases, one behind the other.
    public func isCovered(by lists: [PhraseIndex]) -> Bool {
        var isReached = [true] + map { _ in false }
        for place in indices where isReached[place] {
            for list in lists {
                for length in list.lengths(in: self, at: place) {
                    isReached[place + length] = true
                }
            }
        }
        return isReached.last ?? true
    }
}

extension Interpreter {
    /// An article, "my", "this": folded.
    public func isDeterminer(_ word: String, language: String) -> Bool {
        picker.phrases(of: language).determiners.contains(word)
    }
}
