/// All keyword bags of a language, matched together.
///
/// An entry is one or more words, found in order; each by its stem or its folded form. A `*`
/// between two words stands for up to `gapLimit` words. An entry `{kind}` is found when the text
/// has such an entity.
struct KeywordBags: Sendable {
    /// Most words that a `*` skips.
    static let gapLimit = 3

    private struct Word: Sendable, BitwiseCopyable, Equatable {
        var stem: Int32
        var folded: Int32
        /// Words that may stand before it.
        var gap: Int
    }

    /// While bags are added.
    private var added = Added()
    /// By bag.
    private var owners: [Int32] = []
    private var (all, any, none) = (ListRows<Int32>(), ListRows<Int32>(), ListRows<Int32>())
    /// The words of each entry; none of one that is an entity.
    private var entries = ListRows<Word>()
    /// The entries that are an entity, by kind.
    private var entityEntries: [String: Int32] = [:]
    /// Numbers the words by their `WordKey`.
    private var wordIndices = FeatureIndex()
    /// Entries by each form of their first word.
    private var byFirstWord = ListRows<Int32>()
    /// The bags that an entry makes worth a look: by each of `any`, or by the one of `all` that the fewest bags
    /// name; after `seal()`.
    private var bagsByEntry = ListRows<Int32>()
    private let language: String

    private struct Added: Sendable {
        var all: [[Int32]] = []
        var any: [[Int32]] = []
        var none: [[Int32]] = []
        var entries: [[Word]] = []
        var entryIndices: [String: Int32] = [:]
        var byFirstWord: [[Int32]] = []
    }

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
        owners.append(Int32(owner))
        added.all.append(all.map { entry($0) })
        added.any.append(any.map { entry($0) })
        added.none.append(none.map { entry($0) })
        return nil
    }

    /// Sorts the bags by what leads to them; none may be added after.
    mutating func seal() {
        var uses = [Int](repeating: 0, count: added.entries.count)
        for entry in (added.all + added.any).joined() { uses[Int(entry)] += 1 }
        var bagsByEntry = [[Int32]](repeating: [], count: added.entries.count)
        for number in owners.indices {
            let rarest = added.all[number].min { uses[Int($0)] < uses[Int($1)] }
            for entry in rarest.map({ [$0] }) ?? Set(added.any[number]).sorted() {
                bagsByEntry[Int(entry)].append(Int32(number))
            }
        }
        (all, any, none) = (ListRows(added.all), ListRows(added.any), ListRows(added.none))
        entries = ListRows(added.entries)
        byFirstWord = ListRows(added.byFirstWord)
        self.bagsByEntry = ListRows(bagsByEntry)
        added = Added()
    }

    /// Of bags that are sealed.
    func write(to writer: inout ByteWriter) {
        writer.array(owners)
        for part in [all, any, none, byFirstWord, bagsByEntry] { part.write(to: &writer) }
        entries.write(to: &writer)
        let kinds = entityEntries.keys.sorted()
        writer.packed(kinds)
        writer.array(kinds.map { entityEntries[$0] ?? 0 })
        writer.array(wordIndices.keys)
    }

    /// The sealed bags of some bytes; nil where they are none.
    init?(from reader: inout ByteReader, language: String) {
        guard let owners: [Int32] = reader.array(), let all = ListRows<Int32>(from: &reader),
            let any = ListRows<Int32>(from: &reader), let none = ListRows<Int32>(from: &reader),
            all.count == owners.count, any.count == owners.count, none.count == owners.count,
            let byFirstWord = ListRows<Int32>(from: &reader),
            let bagsByEntry = ListRows<Int32>(from: &reader),
            let entries = ListRows<Word>(from: &reader), bagsByEntry.count == entries.count,
            let kinds = reader.packed(), let entityEntries: [Int32] = reader.array(),
            kinds.count == entityEntries.count, let words: [UInt64] = reader.array(),
            byFirstWord.count == words.count
        else { return nil }
        self.owners = owners
        (self.all, self.any, self.none) = (all, any, none)
        self.entries = entries
        self.entityEntries = Dictionary(
            zip(kinds, entityEntries), uniquingKeysWith: { first, _ in first })
        wordIndices = FeatureIndex(keys: words)
        self.byFirstWord = byFirstWord
        self.bagsByEntry = bagsByEntry
        self.language = language
    }

    private func kind(of text: String) -> String? {
        guard text.hasPrefix("{"), text.hasSuffix("}") else { return nil }
        return String(text.dropFirst().dropLast())
    }

    private func words(of text: String) -> [Token] {
        Tokenizer.tokens(of: Normaliser.normalise(text), language: language)
    }

    private mutating func entry(_ text: String) -> Int32 {
        if let known = added.entryIndices[text] { return known }
        let index = Int32(added.entries.count)
        added.entryIndices[text] = index
        if let kind = kind(of: text) {
            entityEntries[kind] = index
            added.entries.append([])
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
        added.entries.append(words)
        if let first = words.first {
            for form in Set([first.stem, first.folded]).sorted() {
                added.byFirstWord[Int(form)].append(index)
            }
        }
        return index
    }

    private mutating func wordIndex(_ word: String) -> Int32 {
        let index = wordIndices.insert(WordKey.hash(word))
        if Int(index) == added.byFirstWord.count { added.byFirstWord.append([]) }
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
        var present = Present(entryCount: entries.count)
        find(words, entities, &present)
        var touched: [Int32] = []
        for entry in present.found {
            for place in bagsByEntry.places(of: Int(entry)) { touched.append(bagsByEntry[place]) }
        }
        if touched.isEmpty { return [] }
        var matches: [Match] = []
        var last: Int32 = -1
        for index in touched.sorted() where index != last {
            last = index
            let bag = Int(index)
            let found = any.places(of: bag).count { present.has(any[$0]) }
            guard all.places(of: bag).allSatisfy({ present.has(all[$0]) }),
                found > 0 || any.isEmpty(bag),
                !none.places(of: bag).contains(where: { present.has(none[$0]) })
            else { continue }
            matches.append(
                Match(owner: Int(owners[bag]), found: all.places(of: bag).count + found))
        }
        return matches.sorted {
            $0.found != $1.found ? $0.found > $1.found : $0.owner < $1.owner
        }
    }

    /// Which entries a text holds.
    private struct Present {
        private var marks: [Bool]
        private(set) var found: [Int32] = []

        init(entryCount: Int) {
            marks = [Bool](repeating: false, count: entryCount)
        }

        func has(_ entry: Int32) -> Bool { marks[Int(entry)] }

        mutating func add(_ entry: Int32) {
            guard !marks[Int(entry)] else { return }
            marks[Int(entry)] = true
            found.append(entry)
        }
    }

    private func find(
        _ words: ArraySlice<WordKey>, _ entities: [Entity], _ present: inout Present
    ) {
        let forms = words.map { key in
            let folded = wordIndices.find(key.folded)
            return (
                stem: key.stem == key.folded ? folded : wordIndices.find(key.stem), folded: folded
            )
        }
        entries.withView { entries in
            byFirstWord.withView { firsts in
                let tables = Tables(entries: entries, firsts: firsts)
                for position in forms.indices {
                    let form = forms[position]
                    tables.mark(form.stem, forms, position, &present)
                    if form.folded != form.stem {
                        tables.mark(form.folded, forms, position, &present)
                    }
                }
            }
        }
        for entity in entities {
            if let entry = entityEntries[entity.kind] { present.add(entry) }
        }
    }

    /// The entries and those by each form of their first word, where they lie.
    private struct Tables {
        let entries: ListRows<Word>.View
        let firsts: ListRows<Int32>.View

        /// Marks the entries that begin with the word and go on from it.
        func mark(
            _ word: Int32, _ forms: [(stem: Int32, folded: Int32)], _ position: Int,
            _ present: inout Present
        ) {
            guard word >= 0 else { return }
            for place in firsts.places(of: Int(word)) {
                let entry = firsts[place]
                if present.has(entry) { continue }
                let words = entries.places(of: Int(entry))
                if words.count == 1 || follow(words.dropFirst(), in: forms, after: position) {
                    present.add(entry)
                }
            }
        }

        /// Whether the words follow in order, each within its gap; the reachable places ascend.
        private func follow(
            _ words: Range<Int>, in forms: [(stem: Int32, folded: Int32)], after position: Int
        ) -> Bool {
            var places = [position]
            for word in words {
                let word = entries[word]
                var next: [Int] = []
                var index = 0
                for place in places {
                    index = max(index, place + 1)
                    while index <= place + 1 + word.gap, index < forms.count {
                        if forms[index].stem == word.stem || forms[index].folded == word.folded {
                            next.append(index)
                        }
                        index += 1
                    }
                }
                if next.isEmpty { return false }
                places = next
            }
            return true
        }
    }
}
