/// What a word of `ChoiceWords` says about the choices.
enum Pointer: Sendable, Equatable {
    case neither, both, all, notAll, oneOf, except, and, not, unwanted, disliked, anymore, other,
        same, oneStep
    case comparison(Comparison)

    struct Comparison: Sendable, Equatable {
        var criterion: String
        var direction: Direction
    }

    enum Direction: String, Sendable {
        case min, max, more, less, double, half

        /// Compares with what the customer has.
        var isRelative: Bool { self != .min && self != .max }
    }
}

/// The pointing words of one language, compiled.
struct ChoicePhrases: Sendable {
    var cutter: PieceCutter
    private(set) var pointers = PhraseTable<Pointer>()
    private(set) var ignored: Set<String> = []
    /// The commonest words of the language: who writes one has not misspelt a name.
    let common: WordSet
    /// … those of every other sentence.
    let commonest: WordSet
    /// The words of the shop's names and values that are none of the commonest.
    private(set) var named: WordSet = []
    private(set) var numberCues: Set<String> = []
    private(set) var determiners: Set<String> = []
    private(set) var indefinites: Set<String> = []
    private(set) var standIns: Set<String> = []
    private(set) var belongings: Set<String> = []
    private(set) var joints: Set<String> = []
    /// Stem → what it singles out where no choice has it for a value: "small".
    private(set) var extremes: [String: Pointer.Comparison] = [:]
    /// What stands before the last digits of a number.
    private(set) var endings = PhraseTable<Void>()
    /// What stands before the thing that shall be instead: "for", "into".
    private(set) var targets = PhraseTable<Void>()

    /// `shopWords`: the pack's own translations, "lampe = lamp"; they win over the language's. `otherShopWords`: what
    /// else the same words may be. `targets`: the pack's words before what is wanted. `stems`: those that are known.
    init(
        _ words: ChoiceWords, language: String, shopWords: [String] = [],
        otherShopWords: [String] = [], targets: [String] = [], stems: StemTable? = nil
    ) {
        let ranked = CommonWords.of(language).map { Folding.fold(String($0), language: language) }
        common = WordSet(ranked)
        commonest = WordSet(
            CommonWords.everyday(of: language).map {
                Folding.fold(String($0), language: language)
            })
        var translations: [String: [String]] = [:]
        var beforeNumbers: [String: String] = [:]
        var openings: Set<String> = []
        func parts(_ entry: String) -> (everyday: [Token], stem: String)? {
            let parts = entry.split(separator: "=").map {
                StemTable.tokens(of: String($0), language: language, stems)
            }
            guard parts.count == 2, let word = parts[1].first else { return nil }
            return (parts[0], word.stem)
        }
        let entries = words.translations.split(separator: " ").map(String.init) + shopWords
        for (everyday, stem) in entries.compactMap(parts) {
            let word = everyday.map(\.folded).joined()
            if let other = translations[word]?.first, other != stem { beforeNumbers[word] = other }
            translations[word] = [stem]
            if everyday.count > 1, let first = everyday.first { openings.insert(first.folded) }
        }
        for (everyday, stem) in otherShopWords.compactMap(parts) {
            let word = everyday.map(\.folded).joined()
            if translations[word]?.contains(stem) == false { translations[word]?.append(stem) }
        }
        cutter = PieceCutter(
            language: language, translations: translations, beforeNumbers: beforeNumbers,
            openings: openings,
            spans: Set(words.spans.split(separator: " ").map { Reading.key(String($0)) }))
        cutter.stems = stems
        let lists: [(String, Pointer)] = [
            (words.notAll, .notAll), (words.oneOf, .oneOf), (words.neither, .neither),
            (words.both, .both),
            (words.all, .all), (words.except, .except), (words.and, .and), (words.not, .not),
            (words.unwanted, .unwanted), (words.disliked, .disliked), (words.anymore, .anymore),
            (words.other, .other), (words.same, .same), (words.oneStep, .oneStep),
        ]
        for entry in words.comparisons.split(separator: "|") {
            guard let (words, comparison) = Self.comparison(of: entry) else { continue }
            add(words, .comparison(comparison))
        }
        for entry in words.extremes.split(separator: "|") {
            guard let (words, comparison) = Self.comparison(of: entry) else { continue }
            for stem in cutter.stems(of: String(words)) { extremes[stem] = comparison }
        }
        for (list, pointer) in lists {
            for phrase in list.split(separator: "|") { add(phrase, pointer) }
        }
        ignored = Set(words.ignored.split(separator: " ").map { key($0) })
        numberCues = Set(words.numberCues.split(separator: " ").map { key($0) })
        belongings = Set(words.belongings.split(separator: " ").map { key($0) })
        joints = Set(words.joints.split(separator: " ").map { key($0) })
        determiners = Set(words.determiners.split(separator: " ").map { key($0) })
        indefinites = Set(words.indefinites.split(separator: " ").map { key($0) })
        standIns = Set(words.standIns.split(separator: " ").map { key($0) })
        func keys(_ phrase: Substring) -> [String] {
            Reading.keys(of: phrase, language: language).filter { $0 != "-" }
        }
        for ending in words.endings.split(separator: "|") { endings.add(keys(ending), ()) }
        for target in targets { self.targets.add(keys(target[...]), ()) }
    }

    /// Takes the words of the shop's names and values, in lower case, and their stems; of "t-shirt" the shirt too.
    mutating func learn(names: Set<String>) {
        let parts = names.filter { $0.contains("-") }.flatMap { name in
            name.split(separator: "-").map(String.init).filter { $0.utf8.count > 3 }
        }
        let words = names.union(parts).sorted()
        let stems = words.map { cutter.words(of: $0) }
            .compactMap { $0.count == 1 ? $0[0].stem : nil }.filter { $0.utf8.count > 3 }
        named = WordSet((words + stems).filter { !commonest.contains(WordKey.hash($0)) })
    }

    private func key(_ word: Substring) -> String {
        Reading.key(Folding.fold(String(word), language: cutter.language))
    }

    private mutating func add(_ phrase: Substring, _ pointer: Pointer) {
        let keys = Reading.keys(of: phrase, language: cutter.language).filter { $0 != "-" }
        pointers.add(keys, pointer)
    }

    /// "bigger=size-more".
    private static func comparison(of entry: Substring) -> (Substring, Pointer.Comparison)? {
        let parts = entry.split(separator: "=")
        guard parts.count == 2 else { return nil }
        let meaning = parts[1].split(separator: "-")
        guard meaning.count == 2, let direction = Pointer.Direction(rawValue: String(meaning[1]))
        else { return nil }
        return (parts[0], Pointer.Comparison(criterion: String(meaning[0]), direction: direction))
    }
}

extension Pointer {
    private static let plain: [(name: String, pointer: Pointer)] = [
        ("neither", .neither), ("both", .both), ("all", .all), ("notAll", .notAll),
        ("oneOf", .oneOf), ("except", .except), ("and", .and), ("not", .not),
        ("unwanted", .unwanted), ("disliked", .disliked), ("anymore", .anymore), ("other", .other),
        ("same", .same),
        ("oneStep", .oneStep),
    ]

    fileprivate var name: String {
        if case .comparison(let comparison) = self { return comparison.name }
        return Self.plain.first { $0.pointer == self }?.name ?? ""
    }

    fileprivate init?(named name: String) {
        if let plain = Self.plain.first(where: { $0.name == name }) {
            self = plain.pointer
            return
        }
        guard let comparison = Comparison(named: name) else { return nil }
        self = .comparison(comparison)
    }
}

extension Pointer.Comparison {
    fileprivate var name: String { "\(direction.rawValue) \(criterion)" }

    fileprivate init?(named name: String) {
        let words = name.split(separator: " ", maxSplits: 1).map(String.init)
        guard words.count == 2, let direction = Pointer.Direction(rawValue: words[0]) else {
            return nil
        }
        self.init(criterion: words[1], direction: direction)
    }
}

extension ChoicePhrases {
    func write(to writer: inout ByteWriter) {
        cutter.write(to: &writer)
        pointers.write(to: &writer, \.name)
        endings.write(to: &writer) { "" }
        targets.write(to: &writer) { "" }
        let singling = extremes.keys.sorted()
        writer.packed(singling)
        writer.packed(singling.map { extremes[$0]?.name ?? "" })
        for words in [common, commonest, named] { words.write(to: &writer) }
        for words in [
            ignored, numberCues, determiners, indefinites, standIns, belongings, joints,
        ] {
            writer.packed(words.sorted())
        }
    }

    /// What was compiled for a language; nil where the bytes are others.
    init?(from reader: inout ByteReader, language: String, stems: StemTable?) {
        guard let cutter = PieceCutter(from: &reader, language: language, stems: stems),
            let pointers = PhraseTable(from: &reader, Pointer.init(named:)),
            let endings = PhraseTable<Void>(from: &reader, { _ in () }),
            let targets = PhraseTable<Void>(from: &reader, { _ in () }),
            let singling = reader.packed(), let singled = reader.packed(),
            singling.count == singled.count, let common = WordSet(from: &reader),
            let commonest = WordSet(from: &reader),
            let named = WordSet(from: &reader), let ignored = reader.packed(),
            let numberCues = reader.packed(), let determiners = reader.packed(),
            let indefinites = reader.packed(), let standIns = reader.packed(),
            let belongings = reader.packed(), let joints = reader.packed()
        else { return nil }
        self.cutter = cutter
        self.pointers = pointers
        self.endings = endings
        self.targets = targets
        for (stem, name) in zip(singling, singled) {
            extremes[stem] = Pointer.Comparison(named: name)
        }
        self.common = common
        self.commonest = commonest
        self.named = named
        self.ignored = Set(ignored)
        self.numberCues = Set(numberCues)
        self.determiners = Set(determiners)
        self.indefinites = Set(indefinites)
        self.standIns = Set(standIns)
        self.belongings = Set(belongings)
        self.joints = Set(joints)
    }
}
