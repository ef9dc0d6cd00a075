/// Builds the compiled parts of a grammar, and collects the mistakes.
struct GrammarAssembly {
    let source: GrammarSource
    var compiler: TemplateCompiler
    var blocks: [CompiledBlock] = []
    var errors: [GrammarError] = []
    /// What names mean outside of blocks.
    private var shared = TemplateCompiler.Scope()

    init(_ source: GrammarSource) {
        self.source = source
        compiler = TemplateCompiler(
            folding: .letterCase, ignoresBlanks: source.settings.ignoresWhiteSpace,
            undeclaredLists: .comeWithTheText)
        for (name, text) in source.expansionRules.sorted(by: { $0.key < $1.key }) {
            if let rule = parsed(text, place: "rule <\(name)>") { compiler.addRule(name, rule) }
        }
    }

    mutating func parsed(_ text: String, place: String) -> TemplateExpression? {
        do {
            return try TemplateParser.parse(text)
        } catch {
            errors.append(GrammarError(place: place, error: error))
            return nil
        }
    }

    mutating func addLists() {
        var scope = shared
        for (name, list) in source.lists.sorted(by: { $0.key < $1.key }) {
            if let index = add(list, name, scope: &scope) { compiler.name(index, name) }
        }
        shared = scope
    }

    private mutating func add(
        _ list: SlotList, _ name: String, scope: inout TemplateCompiler.Scope
    ) -> Int32? {
        do {
            return try compiler.addList(
                list, words: source.rangeWords[name] ?? [:], scope: &scope)
        } catch {
            errors.append(GrammarError(place: "list {\(name)}", error: error))
            return nil
        }
    }

    mutating func addBlocks() {
        for intent in source.intents {
            for block in intent.blocks { add(block, of: intent.name) }
        }
    }

    private mutating func add(_ block: Block, of intent: String) {
        let owner = Int32(blocks.count)
        blocks.append(CompiledBlock(intent: intent, block))
        if block.expansionRules.isEmpty && block.lists.isEmpty {
            var scope = shared
            shared = TemplateCompiler.Scope()
            for sentence in block.sentences { add(sentence, owner, scope: &scope) }
            shared = scope
            return
        }
        var local = TemplateCompiler.Scope()
        for (name, text) in block.expansionRules.sorted(by: { $0.key < $1.key }) {
            local.rules[name] = parsed(text, place: "rule <\(name)> of \(intent)")
        }
        for (name, list) in block.lists.sorted(by: { $0.key < $1.key }) {
            local.lists[name] = add(list, name, scope: &local)
        }
        for sentence in block.sentences { add(sentence, owner, scope: &local) }
    }

    private mutating func add(
        _ sentence: String, _ owner: Int32, scope: inout TemplateCompiler.Scope
    ) {
        guard let expression = parsed(sentence, place: sentence) else { return }
        do {
            try compiler.addTemplate(expression, owner: owner, scope: &scope)
        } catch {
            errors.append(GrammarError(place: sentence, error: error))
        }
    }
}
