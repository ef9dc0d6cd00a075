/// Phrases of one or more words with a meaning each, found longest first in time linear in the
/// text.
struct PhraseTable<Meaning: Sendable>: Sendable {
    private struct Entry: Sendable {
        var rest: [String]
        var meaning: Meaning
    }

    /// First word → the entries that begin with it, the longest first.
    private var entries: [String: [Entry]] = [:]

    /// Adds a phrase given by its keys; of two equal phrases the first one stays.
    mutating func add(_ keys: [String], _ meaning: Meaning) {
        guard let first = keys.first else { return }
        let rest = Array(keys.dropFirst())
        var list = entries[first] ?? []
        guard !list.contains(where: { $0.rest == rest }) else { return }
        let place = list.firstIndex { $0.rest.count < rest.count } ?? list.count
        list.insert(Entry(rest: rest, meaning: meaning), at: place)
        entries[first] = list
    }

    /// The longest phrase that starts at `index` of `keys`, and the index after it.
    func match(_ keys: [String], at index: Int) -> (meaning: Meaning, end: Int)? {
        guard index >= 0, index < keys.count, let list = entries[keys[index]] else { return nil }
        for entry in list where entry.rest.count < keys.count - index {
            let start = index + 1
            if zip(entry.rest, keys[start...]).allSatisfy(==) {
                return (entry.meaning, start + entry.rest.count)
            }
        }
        return nil
    }

    var isEmpty: Bool { entries.isEmpty }
}
