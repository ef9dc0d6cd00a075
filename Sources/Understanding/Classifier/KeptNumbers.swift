/// Numbers that are read where they are kept: in an array, or in a file that is mapped into memory, of which only the
/// pages that are looked at take up any.
struct KeptNumbers<Number: BitwiseCopyable & Sendable & Equatable>: Sendable, Equatable {
    private let place: Place
    let count: Int

    private enum Place: Sendable {
        case array([Number])
        /// From this byte of the source on.
        case bytes(any ByteSource, from: Int)
    }

    init(_ numbers: [Number]) {
        place = .array(numbers)
        count = numbers.count
    }

    /// `count` numbers from a byte of the source on; nil where it does not hold them, or not where numbers may stand.
    init?(_ source: any ByteSource, from start: Int, count: Int) {
        let (size, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Number>.stride)
        var holds = false
        source.withBytes { bytes in
            guard !overflow, start >= 0, size >= 0, start <= bytes.count,
                size <= bytes.count - start, let base = bytes.baseAddress
            else { return }
            holds = UInt(bitPattern: base + start) % UInt(MemoryLayout<Number>.alignment) == 0
        }
        guard holds else { return nil }
        place = .bytes(source, from: start)
        self.count = count
    }

    /// Calls `body` once with the numbers.
    func withNumbers(_ body: (UnsafeBufferPointer<Number>) -> Void) {
        switch place {
        case .array(let numbers): numbers.withUnsafeBufferPointer(body)
        case .bytes(let source, let start):
            source.withBytes { bytes in
                let size = count &* MemoryLayout<Number>.stride
                let own = UnsafeRawBufferPointer(rebasing: bytes[start..<start &+ size])
                body(own.assumingMemoryBound(to: Number.self))
            }
        }
    }

    /// A copy.
    var array: [Number] {
        var numbers: [Number] = []
        withNumbers { numbers = Array($0) }
        return numbers
    }

    static func == (left: Self, right: Self) -> Bool { left.array == right.array }
}
