/// All keyword bags of a language, matched together.
///
/// An entry is one or more words, found in order; each by its stem or its folded form. A `*`
/// between two words stands for up to `gapLimit` words. An entry `{kind}` is found when the text
/// has such an entity.
struct KeywordBags: Sendable {
    /// Most words that a `*` skips.
    static let gapLimit = 3

    private struct Bag: Sendable {
        var owner: Int
        var all: [Int32]
        var any: [Int32]
        var none: [Int32]
    }

    private struct Word: Sendable {
        var stem: Int32
        var folded: Int32
        /// Words that may stand before it.
        var gap: Int
    }

    private enum Entry: Sendable {
        case words([Word])
        case entity(String)
    }

    private var bags: [Bag] = []
    private var entries: [Entry] = []
    private var entryIndices: [String: Int32] = [:]
    /// The entries that are an entity, by kind.
    private var entityEntries: [String: Int32] = [:]
    /// Numbers the words by their `WordKey`.
    private var wordIndices = FeatureIndex()
    /// Entries by each form of their first word.
    private var byFirstWord: [[Int32]] = []
    /// Bags by each entry of `all` and `any`.
    private var bagsByEntry: [[Int32]] = []
    private let language: String

    init(language: String) {
        self.language = language
    }

    /// Adds a bag; `owner` is the caller's. Returns the mistake, or nil.
    mutating func add(all: [String], any: [String], none: [String], owner: Int) -> String? {
        if all.isEmpty && any.isEmpty {
            return "the bag names no keyword; give 'all' or 'any' at least one"
        }
        for text in all + any + none where words(of: text).isEmpty && kind(of: text) == nil {
            return "'\(text)' has no word in it; write a word"
        }
        let bag = Bag(
            owner: owner, all: all.map { entry($0) }, any: any.map { entry($0) },
            none: none.map { entry($0) })
        for entry in Set(bag.all + bag.any).sorted() {
            bagsByEntry[Int(entry)].append(Int32(bags.count))
        }
        bags.append(bag)
        return nil
    }

    private func kind(of text: String) -> String? {
        guard text.hasPrefix("{"), text.hasSuffix("}") else { return nil }
        return String(text.dropFirst().dropLast())
    }

    private func words(of text: String) -> [Token] {
        Tokenizer.tokens(of: Normaliser.normalise(text), language: language)
    }

    private mutating func entry(_ text: String) -> Int32 {
        if let known = entryIndices[text] { return known }
        let index = Int32(entries.count)
        entryIndices[text] = index
        bagsByEntry.append([])
        if let kind = kind(of: text) {
            entityEntries[kind] = index
            entries.append(.entity(kind))
            return index
        }
        var words: [Word] = []
        var gap = 0
        for token in self.words(of: text) {
            if token.folded == "*" {
                gap = words.isEmpty ? 0 : gap + Self.gapLimit
                continue
            }
            words.append(
                Word(stem: wordIndex(token.stem), folded: wordIndex(token.folded), gap: gap))
            gap = 0
        }
        entries.append(.words(words))
        if let first = words.first {
            for form in Set([first.stem, first.folded]).sorted() {
                byFirstWord[Int(form)].append(index)
            }
        }
        return index
    }

    private mutating func wordIndex(_ word: String) -> Int32 {
        let index = wordIndices.insert(WordKey.hash(word))
        if Int(index) == byFirstWord.count { byFirstWord.append([]) }
        return index
    }

    /// A bag that the text fills.
    struct Match {
        var owner: Int
        /// How many of its entries were found.
        var found: Int
    }

    /// The bags that the text fills, most keywords first, then in the order of adding.
    func matches(_ words: ArraySlice<WordKey>, entities: [Entity]) -> [Match] {
        let present = present(words, entities)
        var touched: [Int32] = []
        for entry in present.indices where present[entry] { touched += bagsByEntry[entry] }
        if touched.isEmpty { return [] }
        var matches: [Match] = []
        var last: Int32 = -1
        for index in touched.sorted() where index != last {
            last = index
            let bag = bags[Int(index)]
            guard bag.all.allSatisfy({ present[Int($0)] }),
                bag.any.isEmpty || bag.any.contains(where: { present[Int($0)] }),
                !bag.none.contains(where: { present[Int($0)] })
            else { continue }
            let found = bag.all.count + bag.any.count { present[Int($0)] }
            matches.append(Match(owner: bag.owner, found: found))
        }
        return matches.sorted {
            $0.found != $1.found ? $0.found > $1.found : $0.owner < $1.owner
        }
    }

    /// For each entry whether the text holds it.
    private func present(_ words: ArraySlice<WordKey>, _ entities: [Entity]) -> [Bool] {
        var present = [Bool](repeating: false, count: entries.count)
        let forms = words.map { key in
            let folded = wordIndices.find(key.folded)
            return (
                stem: key.stem == key.folded ? folded : wordIndices.find(key.stem), folded: folded
            )
        }
        for position in forms.indices {
            let form = forms[position]
            mark(form.stem, forms, position, &present)
            if form.folded != form.stem { mark(form.folded, forms, position, &present) }
        }
        for entity in entities {
            if let entry = entityEntries[entity.kind] { present[Int(entry)] = true }
        }
        return present
    }

    /// Marks the entries that begin with the word and go on from it.
    private func mark(
        _ word: Int32, _ forms: [(stem: Int32, folded: Int32)], _ position: Int,
        _ present: inout [Bool]
    ) {
        guard word >= 0 else { return }
        for entry in byFirstWord[Int(word)] where !present[Int(entry)] {
            guard case .words(let words) = entries[Int(entry)] else { continue }
            if words.count == 1 || Self.follow(words.dropFirst(), in: forms, after: position) {
                present[Int(entry)] = true
            }
        }
    }

    /// Whether the words follow in order, each within its gap; the reachable places are one range
    /// of the text.
    private static func follow(
        _ words: ArraySlice<Word>, in forms: [(stem: Int32, folded: Int32)], after position: Int
    ) -> Bool {
        var places = [position]
        for word in words {
            var next: Set<Int> = []
            for place in places {
                for index in (place + 1)...(place + 1 + word.gap) where index < forms.count {
                    let form = forms[index]
                    if form.stem == word.stem || form.folded == word.folded {
                        next.insert(index)
                    }
                }
            }
            if next.isEmpty { return false }
            places = next.sorted()
        }
        return true
    }
}
