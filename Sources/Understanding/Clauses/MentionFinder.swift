/// Finds which word lists a text mentions: an entry's words in a row, in whatever inflection. `*` in an entry is
/// any one word. What lies within an entry of `not_x` is no mention of `x`: "the vase in smoke".
struct MentionFinder: Sendable {
    private var tables = ByLanguage<MentionTable>()
    /// The names of the lists, sorted.
    private let names: [String]
    /// For each list the one that takes mentions of it back, and whether there is any.
    private let exceptions: [Int?]
    private let hasExceptions: Bool

    /// `stems` are those that are known; one of the `workers` reads a language.
    init(_ lists: [WordList], stems: ByLanguage<StemTable>, workers: any Workers) {
        self.init(of: lists)
        let languages = Set(lists.map(\.language)).sorted()
        let read = workers.results(languages.count) { [names] place in
            let language = languages[place]
            return MentionTable(
                lists.filter { $0.language == language }, names: names, stems: stems[language])
        }
        for (language, table) in zip(languages, read) { tables[language] = table }
    }

    private init(of lists: [WordList]) {
        let names = Set(lists.map(\.name)).sorted()
        self.names = names
        exceptions = names.map { names.firstIndex(of: "not_\($0)") }
        hasExceptions = exceptions.contains { $0 != nil }
    }

    func write(to writer: inout ByteWriter) {
        writer.texts(tables.all.map(\.tag))
        for table in tables.all { table.entry.write(to: &writer) }
    }

    /// What was written of the same lists; nil where the bytes are none.
    init?(from reader: inout ByteReader, lists: [WordList]) {
        self.init(of: lists)
        guard let tags = reader.texts() else { return nil }
        for tag in tags {
            guard let table = MentionTable(from: &reader, lists: names.count) else { return nil }
            tables[tag] = table
        }
    }

    /// The names of the lists mentioned, sorted. `keys` are those of the tokens, which may be corrected. The words of
    /// `names` mention nothing: a "fire pit" is no fire.
    func mentions(
        in tokens: [Token], keys: [WordKey], language: String, besides names: [TextReading.Mask]
    ) -> [String] {
        // Of hundreds a text mentions a few.
        var found: [Int] = []
        forEachPlace(in: tokens, keys: keys, language: language, besides: names) { list, _ in
            if !found.contains(list) { found.append(list) }
        }
        return found.sorted().map { self.names[$0] }
    }

    /// Calls `body` with each list and the tokens that mention it, in the order of the text.
    func forEachMention(
        in tokens: [Token], keys: [WordKey], language: String, besides names: [TextReading.Mask],
        _ body: (String, Range<Int>) -> Void
    ) {
        forEachPlace(in: tokens, keys: keys, language: language, besides: names) { list, place in
            body(self.names[list], place)
        }
    }

    private func forEachPlace(
        in tokens: [Token], keys: [WordKey], language: String, besides names: [TextReading.Mask],
        _ body: (Int, Range<Int>) -> Void
    ) {
        guard hasExceptions else {
            return forEachEntry(
                in: tokens, keys: keys, language: language, besides: names, body)
        }
        var places: [(list: Int, place: Range<Int>)] = []
        places.reserveCapacity(2 * tokens.count)
        forEachEntry(in: tokens, keys: keys, language: language, besides: names) {
            places.append(($0, $1))
        }
        // How far the mentions of each list reach that begin so early: they come in the order of the text.
        var reach = [Int](repeating: 0, count: self.names.count)
        var next = 0
        for (list, place) in places {
            while next < places.count, places[next].place.lowerBound <= place.lowerBound {
                let (cover, end) = (places[next].list, places[next].place.upperBound)
                reach[cover] = max(reach[cover], end)
                next += 1
            }
            if let exception = exceptions[list], reach[exception] >= place.upperBound { continue }
            body(list, place)
        }
    }

    private func forEachEntry(
        in tokens: [Token], keys: [WordKey], language: String, besides names: [TextReading.Mask],
        _ body: (Int, Range<Int>) -> Void
    ) {
        guard let table = tables[language] else { return }
        table.forEachEntry(in: keys) { entry, start in
            guard start < tokens.count else { return }
            let token = tokens[start]
            let list = Int(entry.list)
            // What takes back may begin in a name: "the glass vase in smoke".
            if names.contains(where: { $0.start <= token.start && token.end <= $0.end }),
                !exceptions.contains(list)
            {
                return
            }
            if table.stands(entry, at: start, in: tokens) {
                body(list, start..<start + Int(entry.count))
            }
        }
    }
}
