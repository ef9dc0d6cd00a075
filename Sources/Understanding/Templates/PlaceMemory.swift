/// Remembers what a node matches at a place: an open hash table from (node, place) to a range of a
/// pool.
struct PlaceMemory {
    private var keys: [UInt64]
    /// First place and end of each range, packed: an array of ranges costs a look-up of its type.
    private var ranges: [UInt64]
    private var count = 0
    private var mask: Int

    init(capacity: Int = 256) {
        keys = [UInt64](repeating: 0, count: capacity)
        ranges = [UInt64](repeating: 0, count: capacity)
        mask = capacity - 1
    }

    static func key(_ node: Int32, _ position: Int32, _ isWordStart: Bool) -> UInt64 {
        UInt64(UInt32(bitPattern: node)) << 32
            | UInt64(UInt32(bitPattern: position)) << 1 | (isWordStart ? 1 : 0)
    }

    private static func slot(_ key: UInt64, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    }

    func range(_ key: UInt64) -> Range<Int32>? {
        var slot = Self.slot(key, mask)
        while keys[slot] != 0 {
            if keys[slot] == key &+ 1 {
                let packed = ranges[slot]
                let first = Int32(truncatingIfNeeded: packed >> 32)
                return first..<Int32(truncatingIfNeeded: packed)
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    mutating func remember(_ key: UInt64, _ range: Range<Int32>) {
        remember(key, packed: UInt64(range.lowerBound) << 32 | UInt64(range.upperBound))
    }

    private mutating func remember(_ key: UInt64, packed: UInt64) {
        if count * 2 >= keys.count { grow() }
        var slot = Self.slot(key, mask)
        while keys[slot] != 0 { slot = (slot + 1) & mask }
        keys[slot] = key &+ 1
        ranges[slot] = packed
        count += 1
    }

    private mutating func grow() {
        var bigger = PlaceMemory(capacity: keys.count * 2)
        for (index, key) in keys.enumerated() where key != 0 {
            bigger.remember(key &- 1, packed: ranges[index])
        }
        self = bigger
    }
}
