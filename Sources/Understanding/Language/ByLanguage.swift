/// A thing for each of a few languages: found by looking at one short tag after the other, which is quicker than
/// hashing.
struct ByLanguage<Entry: Sendable>: Sendable {
    private var tags: [String] = []
    private var entries: [Entry] = []

    init() {}

    /// The tags with their things, in the order in which they came.
    var all: [(tag: String, entry: Entry)] { zip(tags, entries).map { ($0, $1) } }

    subscript(tag: String) -> Entry? {
        get { tags.firstIndex(of: tag).map { entries[$0] } }
        set {
            guard let newValue else { return }
            if let place = tags.firstIndex(of: tag) {
                entries[place] = newValue
            } else {
                tags.append(tag)
                entries.append(newValue)
            }
        }
    }

    /// The language's thing, `start` where there was none.
    subscript(tag: String, default start: @autoclosure () -> Entry) -> Entry {
        get { self[tag] ?? start() }
        _modify {
            let place = tags.firstIndex(of: tag) ?? tags.count
            if place == tags.count {
                tags.append(tag)
                entries.append(start())
            }
            yield &entries[place]
        }
    }
}
