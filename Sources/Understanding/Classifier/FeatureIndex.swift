/// Numbers features by their 64-bit hash, in order of first sight: an open-addressed table.
///
/// Two features with one hash would share a number; among a million features that happens once in
/// forty million packs.
struct FeatureIndex: Sendable, Equatable {
    /// The hash of each feature, by number.
    private(set) var keys: [UInt64] = []
    /// A feature's number plus one in the lower half, or 0, and the upper half of its hash: one look tells a
    /// feature that is not there. The size is a power of two, at most two thirds full.
    private var slots: [UInt64]

    init(minimumCapacity: Int = 512) {
        var size = 16
        while size &* 2 < minimumCapacity &* 3 { size &*= 2 }
        slots = Array(repeating: 0, count: size)
    }

    /// The index of distinct keys in this order; of a key that stands twice the first number is found.
    init(keys: [UInt64]) {
        self.init(minimumCapacity: keys.count)
        self.keys = keys
        placeAll()
    }

    var count: Int { keys.count }

    /// The number of a feature, new if it was not there.
    mutating func insert(_ key: UInt64) -> Int32 {
        let known = find(key)
        if known >= 0 { return known }
        keys.append(key)
        place(key, number: keys.count &- 1)
        if keys.count &* 3 > slots.count &* 2 { grow() }
        return Int32(truncatingIfNeeded: keys.count &- 1)
    }

    /// The number of a feature, −1 where it is not there.
    func find(_ key: UInt64) -> Int32 {
        probe(key) { keys[Int($0)] == key }
    }

    /// The same without the last look at the whole hash: one look less into memory for each of the hundreds of
    /// grams of a text, at the price of one gram in some hundred million texts taken for another.
    func likely(_ key: UInt64) -> Int32 {
        probe(key) { _ in true }
    }

    /// The first number whose hash begins like the key's and which `isKey` takes.
    @inline(__always)
    private func probe(_ key: UInt64, _ isKey: (Int32) -> Bool) -> Int32 {
        slots.withUnsafeBufferPointer { slots in
            let mask = slots.count &- 1
            var slot = Int(truncatingIfNeeded: key) & mask
            while true {
                let entry = slots[slot]
                if entry == 0 { return -1 }
                if (entry ^ key) >> 32 == 0 {
                    let number = Int32(truncatingIfNeeded: entry) &- 1
                    if isKey(number) { return number }
                }
                slot = (slot &+ 1) & mask
            }
        }
    }

    private mutating func place(_ key: UInt64, number: Int) {
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: key) & mask
        while slots[slot] != 0 { slot = (slot &+ 1) & mask }
        slots[slot] = key & ~0xFFFF_FFFF | UInt64(truncatingIfNeeded: number &+ 1)
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count &* 2)
        placeAll()
    }

    private mutating func placeAll() {
        let mask = slots.count &- 1
        slots.withUnsafeMutableBufferPointer { slots in
            for number in keys.indices {
                let key = keys[number]
                var slot = Int(truncatingIfNeeded: key) & mask
                while slots[slot] != 0 { slot = (slot &+ 1) & mask }
                slots[slot] = key & ~0xFFFF_FFFF | UInt64(truncatingIfNeeded: number &+ 1)
            }
        }
    }
}

/// Hashes features and texts: multiply and shift, the same on every machine.
enum FeatureHash {
    /// Where the hash of a word feature starts.
    static let words: UInt64 = 0x243F_6A88_85A3_08D3
    /// Where the hash of a character feature starts.
    static let characters: UInt64 = 0x1319_8A2E_0370_7344
    /// Where the hash of a word that is near to one of the text starts.
    static let near: UInt64 = 0xA409_3822_299F_31D0

    static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
        let product = (hash ^ value) &* 0x9E37_79B9_7F4A_7C15
        return product ^ (product >> 29)
    }

    /// The hash of two features in this order (`mix` alone does not tell the order).
    static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
        mix(mix(words, first), second)
    }

    /// The hash of a text's bytes after `start`.
    static func hash(_ text: String, from start: UInt64) -> UInt64 {
        var text = text
        return text.withUTF8 { hash($0, from: start) }
    }

    static func hash(_ bytes: some Collection<UInt8>, from start: UInt64) -> UInt64 {
        var hash = start
        for byte in bytes { hash = mix(hash, UInt64(truncatingIfNeeded: byte)) }
        return hash
    }
}
