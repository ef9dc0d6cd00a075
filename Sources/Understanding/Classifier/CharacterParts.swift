/// The character n-grams of one text, each once: an open-addressed table over borrowed memory.
///
/// Those of known words are summed up already (see `WordRows`); what is left here is what they lack.
struct CharacterParts {
    /// One n-gram of the text.
    struct Part {
        var feature: Int32
        /// How often the text has it.
        var count: UInt32
        /// What the sums of known words hold of it: the sublinear frequencies, and their squares.
        var covered: Float
        var coveredSquare: Float
        /// A single known word is all that has it.
        var isWhole: Bool

        /// What is missing in the sums, and in their squares.
        var rest: (value: Float, square: Float) {
            let frequency = sublinear(count)
            return (frequency - covered, frequency * frequency - coveredSquare)
        }
    }

    private let parts: UnsafeMutableBufferPointer<Part>
    /// A place in `parts` plus one; 0 is free. The size is a power of two, at least twice that of `parts`.
    private let slots: UnsafeMutableBufferPointer<UInt32>
    private var count = 0

    /// Calls `body` with an empty table that has room for `limit` n-grams.
    static func with(limit: Int, _ body: (inout CharacterParts) -> Void) {
        var size = 16
        while size < limit &* 2 { size &*= 2 }
        withUnsafeTemporaryAllocation(of: Part.self, capacity: limit) { parts in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: size) { slots in
                slots.initialize(repeating: 0)
                var table = CharacterParts(parts: parts, slots: slots)
                body(&table)
            }
        }
    }

    private init(
        parts: UnsafeMutableBufferPointer<Part>, slots: UnsafeMutableBufferPointer<UInt32>
    ) {
        self.parts = parts
        self.slots = slots
    }

    /// Adds an n-gram that a word has `count` times; `isCovered`: that word is known.
    @inline(__always)
    mutating func add(_ feature: Int32, count: UInt32, isCovered: Bool) {
        let frequency = isCovered ? sublinear(count) : 0
        let mask = slots.count &- 1
        // Neighbouring numbers lie in one word: multiplied, they fill no run of slots.
        var slot = (Int(feature) &* 0x9E37_79B1) >> 8 & mask
        while slots[slot] != 0 {
            let place = Int(truncatingIfNeeded: slots[slot]) &- 1
            if parts[place].feature == feature {
                parts[place].count &+= count
                parts[place].covered += frequency
                parts[place].coveredSquare += frequency * frequency
                parts[place].isWhole = false
                return
            }
            slot = (slot &+ 1) & mask
        }
        guard self.count < parts.count else { return }
        parts.initializeElement(
            at: self.count,
            to: Part(
                feature: feature, count: count, covered: frequency,
                coveredSquare: frequency * frequency, isWhole: isCovered))
        self.count &+= 1
        slots[slot] = UInt32(truncatingIfNeeded: self.count)
    }

    /// The n-grams that no sum holds wholly, in the order of their first time.
    @inline(__always)
    func forEachLoose(_ body: (Part) -> Void) {
        for place in 0..<count where !parts[place].isWhole { body(parts[place]) }
    }
}
