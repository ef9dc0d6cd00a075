import Facts

/// Lists of lists and of texts as bytes: everything in a row, after where each ends.
extension ByteWriter {
    /// `Element` is a plain number.
    mutating func lists<Element: BitwiseCopyable>(_ lists: [[Element]]) {
        var end: Int32 = 0
        array(
            lists.map { list in
                end &+= Int32(truncatingIfNeeded: list.count)
                return end
            })
        array(lists.flatMap { $0 })
    }

    mutating func packed(_ texts: [String]) {
        lists(texts.map { Array($0.utf8) })
    }
}

extension ByteReader {
    mutating func lists<Element: BitwiseCopyable & Sendable & Equatable>() -> [[Element]]? {
        parts { (part: UnsafeBufferPointer<Element>) in Array(part) }
    }

    mutating func packed() -> [String]? {
        parts { (part: UnsafeBufferPointer<UInt8>) in String(decoding: part, as: UTF8.self) }
    }

    private mutating func parts<Element: BitwiseCopyable & Sendable & Equatable, Part>(
        _ make: (UnsafeBufferPointer<Element>) -> Part
    ) -> [Part]? {
        guard let ends: [Int32] = array(), let kept: KeptNumbers<Element> = kept() else {
            return nil
        }
        var parts: [Part] = []
        parts.reserveCapacity(ends.count)
        kept.withNumbers { numbers in
            var start = 0
            for end in ends {
                guard start <= Int(end), Int(end) <= numbers.count else { return }
                parts.append(make(UnsafeBufferPointer(rebasing: numbers[start..<Int(end)])))
                start = Int(end)
            }
        }
        return parts.count == ends.count ? parts : nil
    }
}

extension Array where Element: Comparable {
    /// No element is lower than the one before it.
    var isAscending: Bool {
        var place = 1
        while place < count {
            if self[place] < self[place - 1] { return false }
            place += 1
        }
        return true
    }
}

/// Lists in a row, after where each begins: of thousands of lists one count is kept.
struct ListRows<Element: BitwiseCopyable & Sendable & Equatable>: Sendable {
    private var starts: [Int32] = [0]
    private var cells: [Element] = []

    init(_ lists: [[Element]] = []) {
        starts.reserveCapacity(lists.count + 1)
        for list in lists {
            cells += list
            starts.append(Int32(truncatingIfNeeded: cells.count))
        }
    }

    var count: Int { starts.count - 1 }

    /// The places of a list's elements.
    func places(of list: Int) -> Range<Int> { Int(starts[list])..<Int(starts[list + 1]) }

    subscript(place: Int) -> Element { cells[place] }

    func isEmpty(_ list: Int) -> Bool { starts[list] == starts[list + 1] }

    /// The lists where they lie, for who looks at many of them.
    struct View {
        fileprivate let starts: UnsafeBufferPointer<Int32>
        fileprivate let cells: UnsafeBufferPointer<Element>

        @inline(__always)
        func places(of list: Int) -> Range<Int> { Int(starts[list])..<Int(starts[list &+ 1]) }

        @inline(__always)
        subscript(place: Int) -> Element { cells[place] }
    }

    @inline(__always)
    func withView(_ body: (View) -> Void) {
        starts.withUnsafeBufferPointer { starts in
            cells.withUnsafeBufferPointer { body(View(starts: starts, cells: $0)) }
        }
    }

    /// As `ByteWriter.lists` writes them.
    func write(to writer: inout ByteWriter) {
        writer.array(Array(starts.dropFirst()))
        writer.array(cells)
    }

    init?(from reader: inout ByteReader) {
        guard let ends: [Int32] = reader.array(), let cells: [Element] = reader.array() else {
            return nil
        }
        starts.reserveCapacity(ends.count + 1)
        for end in ends {
            guard let last = starts.last, last <= end, Int(end) <= cells.count else { return nil }
            starts.append(end)
        }
        self.cells = cells
    }
}

/// Bytes that are taken only whole: a file that was cut or harmed leads nowhere.
extension ByteWriter {
    /// The bytes behind `name` and a hash of both.
    func sealed(_ name: UInt64) -> [UInt8] {
        var sealed = ByteWriter()
        sealed.number(name)
        sealed.number(bytes.withUnsafeBytes { ByteHash.hash(of: $0, from: name) })
        return sealed.bytes + bytes
    }
}

extension ByteReader {
    /// Reads what was sealed under this name; nil where the bytes are others.
    init?(sealed source: any ByteSource, _ name: UInt64) {
        self.init(source)
        guard number() == name, let seal = number() else { return nil }
        var isWhole = false
        source.withBytes { bytes in
            let own = UnsafeRawBufferPointer(rebasing: bytes[16...])
            isWhole = ByteHash.hash(of: own, from: name) == seal
        }
        guard isWhole else { return nil }
    }
}
