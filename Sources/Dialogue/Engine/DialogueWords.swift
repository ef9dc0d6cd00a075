import Understanding

/// The word lists of the pack that a turn reads by itself: the folded words of each entry, by language.
struct DialogueWords: Sendable {
    private let lists: [List: [String: [[String]]]]
    /// The lists that a yes may hold.
    private let indexes: [List: [String: PhraseIndex]]
    /// Those that are looked for at each word of a text.
    private let openings: [List: [String: Openings]]

    /// Named as in the pack.
    enum List: String, CaseIterable, Sendable {
        case targets = "target_words"
        case fallbacks = "fallback_words"
        case keeping = "keep_words"
        case contentment = "content_words"
        case arrivals = "arrived_words"
        case omissions = "left_out_words"
        case absences = "absent_words"
        case hesitation = "hesitation_words"
        case refusals = "refusal_words"
        case sources = "source_words"
        case likeness = "likeness_words"
        case landmarks = "landmark_words"
        case orders = "order_words"
        case remarks = "remark_words"
        case joints = "joint_words"
        case sequences = "sequence_words"
        case labels = "label_words"
        case acknowledgements = "acknowledging_words"
        case praises = "praising_words"
        case goodbyes = "goodbye_words"
        case askings = "asking_words"
        case pointings = "pointing_words"
        case tellings = "telling_words"
        case negations = "negation_words"
        case rests = "rest_words"
        case things = "thing_words"
        case restatings = "restating_words"
        case wholes = "whole_words"
        case onlys = "only_words"
        case interjections = "interjection_words"
        case attachments = "attached_words"
        case places = "place_words"
        case boths = "both_words"
        case additions = "addition_words"
        case tags = "tag_words"
        case turnings = "turning_words"
        case denials = "denial_words"
    }

    init(_ interpreter: Interpreter) {
        let named = Dictionary(grouping: interpreter.lexicon.wordLists, by: \.name)
        var lists: [List: [String: [[String]]]] = [:]
        for list in List.allCases {
            for own in named[list.rawValue] ?? [] {
                lists[list, default: [:]][own.language, default: []] += interpreter.phrases(of: own)
            }
        }
        self.lists = lists
        indexes = lists.filter { Self.indexed.contains($0.key) }
            .mapValues { $0.mapValues(PhraseIndex.init) }
        openings = lists.filter { Self.soughtAnywhere.contains($0.key) }
            .mapValues { $0.mapValues(Openings.init) }
    }

    private static let indexed: Set<List> = [.remarks, .acknowledgements, .praises]

    private static let soughtAnywhere: Set<List> = [
        .sources, .likeness, .landmarks, .keeping, .contentment, .omissions, .absences, .arrivals,
        .rests,
    ]

    subscript(list: List, language: String) -> [[String]] { lists[list]?[language] ?? [] }

    /// The bytes of the reading's text in which a phrase of the list stands, at the token `start` or behind it.
    func spans(of list: List, in reading: Interpretation, from start: Int = 0) -> [Range<Int>] {
        let words = reading.tokens.map(\.folded)
        return words.indices[start...].compactMap { place in
            let phrase = self[list, reading.language].first { words[place...].starts(with: $0) }
            guard let phrase, !phrase.isEmpty else { return nil }
            return reading.tokens[place].start..<reading.tokens[place + phrase.count - 1].end
        }
    }

    /// The entries of one of the lists `soughtAnywhere`.
    func openings(of list: List, _ language: String) -> Openings {
        openings[list]?[language] ?? Openings(self[list, language])
    }

    /// The entries of a list by their first words.
    struct Openings: Sendable {
        private let phrases: [String: [[String]]]

        init(_ phrases: [[String]]) {
            self.phrases = Dictionary(grouping: phrases) { $0.first ?? "" }
        }

        /// Those that stand at the beginning of these words, in the order of the list.
        func standing(at words: ArraySlice<String>) -> [[String]] {
            words.first.flatMap { phrases[$0] }?.filter { words.starts(with: $0) } ?? []
        }
    }

    /// The same by first words.
    func index(of list: List, _ language: String) -> PhraseIndex {
        indexes[list]?[language] ?? PhraseIndex(self[list, language])
    }
}
