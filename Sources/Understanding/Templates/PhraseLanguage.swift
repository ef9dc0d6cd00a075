/// The phrase rules of one language. A class: of its parts one count is kept.
final class PhraseLanguage: Sendable {
    private let grammar: TemplateGrammar
    private let bags: KeywordBags
    /// By owner.
    private let rules: [(intent: String, place: RuleReference)]
    private let skipWords: SkipWords
    private let ignoresBlanks: Bool

    init(_ language: String, _ lexicon: Lexicon, _ errors: inout [LexiconError]) {
        var assembly = PhraseAssembly(language, lexicon)
        for phrases in lexicon.phrases where phrases.language == language {
            for rule in phrases.rules { assembly.add(rule, of: phrases.intent) }
        }
        errors += assembly.errors
        grammar = assembly.compiler.finished()
        assembly.bags.seal()
        bags = assembly.bags
        rules = assembly.rules
        skipWords = assembly.skipWords
        ignoresBlanks = assembly.ignoresBlanks
    }

    func write(to writer: inout ByteWriter) {
        grammar.write(to: &writer)
        bags.write(to: &writer)
        skipWords.write(to: &writer)
    }

    /// What was compiled of a language's rules; nil where the bytes are others.
    init?(from reader: inout ByteReader, _ language: String, _ lexicon: Lexicon) {
        let ignoresBlanks = PhraseAssembly.ignoresBlanks(language)
        guard let grammar = TemplateGrammar(from: &reader),
            let bags = KeywordBags(from: &reader, language: language),
            let skipWords = SkipWords(from: &reader, ignoresBlanks: ignoresBlanks)
        else { return nil }
        self.grammar = grammar
        self.bags = bags
        self.skipWords = skipWords
        self.ignoresBlanks = ignoresBlanks
        // In the order in which they were added.
        rules = lexicon.phrases.filter { $0.language == language }.flatMap { phrases in
            phrases.rules.map { (phrases.intent, $0.place) }
        }
    }

    func matches(
        _ tokens: ArraySlice<Token>, _ keys: ArraySlice<WordKey>, _ entities: [Entity]
    ) -> [PhraseMatch] {
        let text = TemplateText(tokens, ignoresBlanks: ignoresBlanks)
        let first = round(text, but: [], entities)
        var found = first.matches.map { (match: $0, phrase: phrase($0, first, text)) }
        if let rest = skipWords.removed(from: text) {
            let second = round(rest, but: first.matches, entities)
            found += second.matches.map { (match: $0, phrase: phrase($0, second, rest)) }
        }
        found.sort { TemplateRound.Match.isBetter($0.match, than: $1.match) }
        let filled = bags.matches(keys, entities: entities)
        return found.map(\.phrase)
            + filled.map {
                PhraseMatch(
                    intent: rules[$0.owner].intent, rule: rules[$0.owner].place, slots: [])
            }
    }

    /// Nothing is left of the tokens without the words that phrases need not mention.
    func areSkipped(_ tokens: ArraySlice<Token>) -> Bool {
        let rest = skipWords.removed(from: TemplateText(tokens, ignoresBlanks: ignoresBlanks))
        return rest.map { $0.scalars.allSatisfy { $0 == TemplateText.blank } } ?? false
    }

    private func round(
        _ text: TemplateText, but before: [TemplateRound.Match], _ entities: [Entity]
    ) -> TemplateRound {
        let spans = entities.compactMap { entity in
            grammar.listIndices[entity.kind].flatMap {
                text.span(of: $0, from: entity.start, to: entity.end)
            }
        }
        var round = TemplateRound(text, in: grammar, spans: spans)
        round.run(but: before) { _ in ContextCheck.none }
        return round
    }

    private func phrase(
        _ match: TemplateRound.Match, _ round: TemplateRound, _ text: TemplateText
    ) -> PhraseMatch {
        let rule = rules[Int(grammar.templates[Int(match.template)].owner)]
        let slots = round.captures(of: match).map { capture in
            PhraseSlot(
                name: grammar.slotNames[Int(capture.slot)],
                start: text.places[safe: Int(capture.start)]?.start ?? 0,
                end: text.places[safe: Int(capture.end) - 1]?.end ?? 0)
        }
        return PhraseMatch(intent: rule.intent, rule: rule.place, slots: slots)
    }
}
