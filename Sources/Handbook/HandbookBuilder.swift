import Dialogue
import Facts
import Triage
import Understanding

/// Makes the handbook out of a draft.
struct HandbookBuilder {
    let draft: Draft
    let fingerprint: String
    let options: HandbookReader.Options
    private let lexicon: Lexicon
    let names: LexiconNames

    /// `names`: of the lexicon, where they are known.
    init(
        draft: Draft, fingerprint: String, options: HandbookReader.Options, names: LexiconNames?
    ) {
        self.draft = draft
        self.fingerprint = fingerprint
        self.options = options
        lexicon = draft.lexicon(shopVocabulary: options.shopVocabulary)
        self.names =
            names ?? LexiconNames(lexicon, vectors: options.vectors, program: options.program)
    }

    enum Depth {
        /// Only the phrase rules: enough to find their mistakes.
        case rules
        case classifier
    }

    /// Whether the classifier was trained before.
    var hasModel: Bool { options.cachedModel(names.model) != nil }

    /// Compiles, and trains if wished; nil, with the mistakes reported, where a phrase cannot be
    /// compiled.
    func interpreter(_ depth: Depth, _ report: Report) -> Interpreter? {
        var lexicon = lexicon
        if depth == .rules {
            // Nothing of it is cached.
            lexicon.phrases = lexicon.phrases.filter { !$0.rules.isEmpty }
            for index in lexicon.phrases.indices { lexicon.phrases[index].examples = [] }
        }
        do {
            let model = depth == .classifier ? options.cachedModel(names.model) : nil
            return try Interpreter(
                lexicon, cachedModel: model, cachedReading: options.cachedModel,
                vectors: options.vectors, workers: options.workers, names: names)
        } catch {
            for mistake in error.errors {
                let place = draft.place(of: mistake.place)
                report.error(
                    .phraseSyntax, at: place, "'\(mistake.place.text)': \(mistake.message)",
                    cure: "at character \(mistake.offset + 1); see \"Phrases\" in docs/intents.md")
            }
            return nil
        }
    }

    func handbook(_ interpreter: Interpreter) -> Handbook {
        Handbook(
            interpreter: interpreter, book: book, plan: draft.plan, fingerprint: fingerprint,
            zone: draft.settings.zone, currency: draft.settings.currency,
            languages: draft.settings.languages,
            identification: draft.settings.identification)
    }

    private var book: DialogueBook {
        var flowOfIntent: [String: String] = [:]
        for flow in draft.flows {
            for intent in flow.flow.starts where flowOfIntent[intent] == nil {
                flowOfIntent[intent] = flow.flow.id
            }
        }
        var book = DialogueBook(
            flows: Dictionary(
                draft.flows.map { ($0.flow.id, $0.flow) }, uniquingKeysWith: { first, _ in first }),
            flowOfIntent: flowOfIntent, types: draft.types.mapValues(\.type),
            actions: draft.actions.mapValues(\.declaration), replies: replies, labels: labels,
            titles: titles, languages: draft.settings.languages, limits: draft.settings.limits,
            pauses: draft.settings.pauses, formatting: formatting)
        book.questionsWithYes = Set(draft.settings.questionsWithYes.map(\.name))
        book.alike = draft.settings.alike.map { $0.map(\.name) }
        book.reasons = Set(draft.settings.reasons.map(\.name))
        book.asides = draft.settings.asides.map(\.aside)
        for language in draft.settings.languages {
            let list = draft.wordLists.first {
                $0.name == EntitiesReader.shopPhrases && $0.language == language
            }
            book.shopPhrases[language] = list.map {
                ShopPhrases($0.entries.compactMap(ShopPhrase.init))
            }
        }
        return book
    }

    /// Dates in the pack's zone; plain blanks, because people write transcripts by hand.
    private var formatting: FormattingOptions {
        let zone = draft.settings.zone
        return FormattingOptions(defaultCurrency: draft.settings.currency, plainSpaces: true) {
            instant in
            zone.offset(at: instant)
        }
    }

    private var titles: [String: [String: String]] {
        var titles: [String: [String: String]] = [:]
        let phrases = draft.words.flatMap(\.phrases) + draft.articles.map(\.phrases)
        for one in phrases.map(\.phrases) where !one.title.isEmpty {
            titles[one.intent, default: [:]][one.language] = one.title
        }
        return titles
    }

    private var replies: ReplyCatalog {
        var catalog = ReplyCatalog(defaultLanguage: draft.settings.languages.first ?? "en")
        for words in draft.words {
            for reply in words.replies {
                for channel in ReplyCatalog.channels {
                    let forms = reply.variants.filter { $0.channel == channel }.map(\.template)
                    guard !forms.isEmpty else { continue }
                    catalog.add(
                        reply.id, language: words.language, channel: channel, variants: forms)
                }
            }
        }
        for article in draft.articles {
            guard let text = article.text else { continue }
            catalog.add("knowledge.\(article.name)", language: article.language, variants: [text])
        }
        return catalog
    }

    /// The first word of each value in each language.
    private var labels: [String: [String: [String: String]]] {
        var labels: [String: [String: [String: String]]] = [:]
        for entity in draft.entities {
            guard case .values(let values) = entity.form else { continue }
            for value in values {
                labels[entity.kind, default: [:]][value.id] = value.labels
            }
        }
        return labels
    }
}

extension Draft {
    fileprivate func lexicon(shopVocabulary: [String]) -> Lexicon {
        let phrases = words.flatMap(\.phrases).map(\.phrases).filter { phrases in
            // A title alone belongs to a flow that nothing opens, as `identify`.
            !phrases.rules.isEmpty || !phrases.examples.isEmpty
        }
        return Lexicon(
            languages: settings.languages, phrases: phrases + articles.map(\.phrases.phrases),
            entities: entities, wordLists: wordLists, threshold: settings.threshold,
            margin: settings.margin, languageThreshold: settings.languageThreshold,
            shopVocabulary: shopVocabulary, currency: settings.currency)
    }

    /// The place of a rule, with the column where it is known.
    func place(of rule: RuleReference) -> Place { Place(file: rule.file, line: rule.line) }
}
