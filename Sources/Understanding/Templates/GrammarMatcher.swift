/// A grammar of sentence templates, compiled: finds the best match of a text.
public struct GrammarMatcher: Sendable {
    private let grammar: TemplateGrammar
    private let parts: Parts
    private var overlay: ListOverlay?

    /// What does not change with the lists.
    private final class Parts: Sendable {
        let compiler: TemplateCompiler
        let blocks: [CompiledBlock]
        let skipWords: SkipWords
        let rangeWords: [String: [String: Double]]

        init(_ assembly: GrammarAssembly) {
            compiler = assembly.compiler
            blocks = assembly.blocks
            rangeWords = assembly.source.rangeWords
            let ignoresBlanks = assembly.source.settings.ignoresWhiteSpace
            skipWords = SkipWords(
                assembly.source.skipWords.map {
                    TemplateText.folded($0, .letterCase, ignoresBlanks: ignoresBlanks)
                }, ignoresBlanks: ignoresBlanks)
        }
    }

    /// Compiles the grammar; throws every mistake, each with its place in the template.
    public init(_ source: GrammarSource) throws(GrammarErrors) {
        let (matcher, mistakes) = Self.lenient(source)
        if !mistakes.isEmpty { throw GrammarErrors(errors: mistakes) }
        self = matcher
    }

    /// The grammar without the parts that have mistakes, and the mistakes.
    static func lenient(_ source: GrammarSource) -> (GrammarMatcher, [GrammarError]) {
        var assembly = GrammarAssembly(source)
        assembly.addLists()
        assembly.addBlocks()
        let grammar = assembly.compiler.finished()
        return (GrammarMatcher(grammar, Parts(assembly)), assembly.errors)
    }

    private init(_ grammar: TemplateGrammar, _ parts: Parts) {
        self.grammar = grammar
        self.parts = parts
    }

    /// The matcher with lists that are added to the grammar's, or replace those of the same name.
    public func with(_ lists: [String: SlotList]) throws(GrammarErrors) -> GrammarMatcher {
        var compiler = parts.compiler
        var scope = TemplateCompiler.Scope()
        var indices = [Int32](repeating: -1, count: grammar.lists.count)
        for name in lists.keys.sorted() {
            guard let list = lists[name], let index = grammar.listIndices[name] else { continue }
            do {
                indices[Int(index)] = try compiler.addList(
                    list, words: parts.rangeWords[name] ?? [:], scope: &scope)
            } catch {
                throw GrammarErrors(
                    errors: [GrammarError(place: "list {\(name)}", error: error)])
            }
        }
        var copy = self
        copy.overlay = compiler.overlay(indices: indices)
        return copy
    }

    /// The best match of the text; nil where no template matches.
    ///
    /// A match with text in the slot `preferred` wins, the longest first, then the fewest
    /// wildcards, the most literal characters, the fewest characters in wildcards, and the order of
    /// the grammar.
    public func match(
        _ text: String, context: [String: MatchValue] = [:], preferring preferred: String? = nil
    ) -> GrammarMatch? {
        let cleaned = CleanedText(text, ignoresBlanks: grammar.ignoresBlanks)
        let first = round(cleaned, but: [], context, preferred)
        let winner = first.best
        guard let rest = cleaned.removing(parts.skipWords) else {
            return winner.map { match($0, first, cleaned, context) }
        }
        let second = round(rest, but: first.matches, context, preferred)
        guard let other = second.best else {
            return winner.map { match($0, first, cleaned, context) }
        }
        if let winner, !TemplateRound.Match.isBetter(other, than: winner) {
            return match(winner, first, cleaned, context)
        }
        return match(other, second, rest, context)
    }

    private func round(
        _ cleaned: CleanedText, but before: [TemplateRound.Match],
        _ context: [String: MatchValue], _ preferred: String?
    ) -> TemplateRound {
        let slot = preferred.flatMap { grammar.slotNames.firstIndex(of: $0) } ?? -1
        var round = TemplateRound(
            cleaned.text, in: grammar, overlay: overlay,
            outside: overlay?.occurring(in: cleaned.text.scalars) ?? [], preferred: Int32(slot))
        round.run(but: before) {
            ContextCheck(block: parts.blocks[Int($0)], context: context)
        }
        return round
    }

    private func match(
        _ match: TemplateRound.Match, _ round: TemplateRound, _ cleaned: CleanedText,
        _ context: [String: MatchValue]
    ) -> GrammarMatch {
        let block = parts.blocks[Int(grammar.templates[Int(match.template)].owner)]
        var slots: [String: MatchValue] = [:]
        for capture in round.captures(of: match) {
            slots[grammar.slotNames[Int(capture.slot)]] = value(capture, cleaned)
        }
        for (name, value) in block.slots where slots[name] == nil { slots[name] = value }
        for key in block.keys where key.required?.fillsSlot == true && slots[key.name] == nil {
            slots[key.name] = context[key.name]
        }
        return GrammarMatch(
            intent: block.intent, combination: block.combination, slots: slots)
    }

    private func value(_ capture: TemplateSearch.Capture, _ cleaned: CleanedText) -> MatchValue {
        switch capture.content {
        case .value(let list, let index):
            let place = overlay?.indices[Int(list)] ?? -1
            if place >= 0, let overlay {
                return overlay.lists[Int(place)].values[Int(index)].output
            }
            return grammar.lists[Int(list)].values[Int(index)].output
        case .number(let number): return .number(number)
        case .text: return .text(cleaned.slice(capture.start, capture.end))
        }
    }
}

/// The best match of a text.
public struct GrammarMatch: Equatable, Sendable {
    public var intent: String
    /// The block's slot combination.
    public var combination: String?
    public var slots: [String: MatchValue]

    public init(intent: String, combination: String? = nil, slots: [String: MatchValue] = [:]) {
        self.intent = intent
        self.combination = combination
        self.slots = slots
    }
}

/// Every mistake of a grammar.
public struct GrammarErrors: Error, Equatable, Sendable {
    public var errors: [GrammarError]
}

/// A mistake in a grammar.
public struct GrammarError: Error, Equatable, Sendable {
    /// The rule, the list, or the sentence as written.
    public var place: String
    public var error: TemplateError

    public init(place: String, error: TemplateError) {
        self.place = place
        self.error = error
    }
}
