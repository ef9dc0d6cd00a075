/// The few keys that one command touched, ascending and each once: cheaper than a set, and its order needs no
/// sorting.
struct ChangedKeys<Key: Comparable & Sendable>: Sequence, Sendable {
    private var keys: [Key] = []

    var count: Int { keys.count }

    /// The room is kept.
    mutating func removeAll() { keys.clear() }

    mutating func insert(_ key: Key) {
        let index = position(of: key)
        if index == keys.count || keys[index] != key { keys.insert(key, at: index) }
    }

    func contains(_ key: Key) -> Bool {
        let index = position(of: key)
        return index < keys.count && keys[index] == key
    }

    func makeIterator() -> IndexingIterator<[Key]> { keys.makeIterator() }

    /// The first index whose key is not smaller; most keys come in order.
    private func position(of key: Key) -> Int {
        guard let last = keys.last, !(last < key) else { return keys.count }
        var low = 0
        var high = keys.count
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Array {
    /// Empties a short list and keeps its room: cheaper for a few elements than
    /// `removeAll(keepingCapacity:)`.
    mutating func clear() { while popLast() != nil {} }
}
