/// Collects the rules of one language, and the mistakes in them.
struct PhraseAssembly {
    var compiler: TemplateCompiler
    var bags: KeywordBags
    private(set) var rules: [(intent: String, place: RuleReference)] = []
    let skipWords: SkipWords
    private(set) var errors: [LexiconError] = []
    let ignoresBlanks: Bool
    private var scope = TemplateCompiler.Scope()

    init(_ language: String, _ lexicon: Lexicon) {
        ignoresBlanks = Self.ignoresBlanks(language)
        bags = KeywordBags(language: language)
        let folding = TemplateText.Folding.accents(language: language)
        compiler = TemplateCompiler(
            folding: folding, ignoresBlanks: ignoresBlanks, undeclaredLists: .areWildcards)
        let kinds =
            lexicon.entities.map(\.kind) + BuiltInEntity.allCases.map(\.rawValue) + [
                PhraseMatcher.shopNameSlot, PhraseMatcher.shopWordSlot,
                PhraseMatcher.labelledThingSlot,
            ]
        for kind in Set(kinds).sorted() {
            compiler.name(compiler.addOutsideList(), kind)
        }
        let lists = lexicon.wordLists.filter { $0.language == language }
        for list in lists {
            compiler.addRule(list.name, .alternatives(list.entries.map { .text($0) }))
        }
        let skipped = lists.filter { $0.name == PhraseMatcher.skipList }.flatMap(\.entries)
        skipWords = SkipWords(
            skipped.map { [ignoresBlanks] in
                TemplateText.folded($0, folding, ignoresBlanks: ignoresBlanks)
            }, ignoresBlanks: ignoresBlanks)
    }

    /// A script without blanks between its words.
    static func ignoresBlanks(_ language: String) -> Bool {
        ["ja", "zh"].contains(String(language.prefix { $0 != "-" }))
    }

    /// Adds a rule; its owner is its index in `rules`.
    mutating func add(_ rule: PhraseRule, of intent: String) {
        let owner = rules.count
        rules.append((intent, rule.place))
        switch rule.form {
        case .bag(let all, let any, let none):
            guard let message = bags.add(all: all, any: any, none: none, owner: owner) else {
                return
            }
            errors.append(LexiconError(place: rule.place, offset: 0, message: message))
        case .template(let text):
            do throws(TemplateError) {
                let expression = try TemplateParser.parse(text)
                try compiler.addTemplate(expression, owner: Int32(owner), scope: &scope)
            } catch {
                errors.append(
                    LexiconError(
                        place: rule.place, offset: error.offset, message: error.message))
            }
        }
    }
}
