/// A text as a grammar of the suite reads it: normalised, without punctuation at the edges of
/// words.
struct CleanedText {
    /// What captures are cut from.
    private(set) var bytes: [UInt8] = []
    /// The same, folded, with offsets into `bytes`.
    private(set) var text = TemplateText()

    init(_ source: String, ignoresBlanks: Bool) {
        let normalised = Normaliser.normalise(source)
        bytes.reserveCapacity(normalised.utf8.count)
        text.reserve(normalised.utf8.count)
        var held: [Unicode.Scalar] = []
        var blankDue = false
        var atEdge = true
        func isEdge(_ scalar: Unicode.Scalar) -> Bool { scalar == " " }
        for scalar in normalised.unicodeScalars {
            if isEdge(scalar) {
                held.removeAll(keepingCapacity: true)
                blankDue = !bytes.isEmpty
                atEdge = true
            } else if TemplateText.isPunctuation(scalar.value) {
                if !atEdge { held.append(scalar) }
            } else {
                if blankDue { append(" ", ignoresBlanks: ignoresBlanks) }
                blankDue = false
                for inner in held { append(inner, ignoresBlanks: ignoresBlanks) }
                held.removeAll(keepingCapacity: true)
                append(scalar, ignoresBlanks: ignoresBlanks)
                atEdge = false
            }
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar, ignoresBlanks: Bool) {
        let start = bytes.count
        scalar.encode(into: &bytes)
        if scalar == " ", ignoresBlanks { return }
        text.append(TemplateText.letterCaseFolded(scalar), start: start, end: bytes.count)
    }

    /// The text between two places, as written.
    func slice(_ start: Int32, _ end: Int32) -> String {
        guard start < end, Int(end) <= text.count else { return "" }
        var slice = bytes[text.starts[Int(start)]..<text.ends[Int(end) - 1]]
        while slice.first == 0x20 { slice.removeFirst() }
        while slice.last == 0x20 { slice.removeLast() }
        return String(decoding: slice, as: UTF8.self)
    }

    /// The text without the skip words, longest first; nil where there are none.
    func removing(_ skipWords: [[UInt32]], ignoresBlanks: Bool) -> CleanedText? {
        let removed = text.removing(skipWords, ignoresBlanks: ignoresBlanks)
        return removed.map {
            var copy = self
            copy.text = $0
            return copy
        }
    }
}

extension TemplateText {
    /// The text without the words, in the order of the words; nil where none occurs.
    func removing(_ words: [[UInt32]], ignoresBlanks: Bool) -> TemplateText? {
        // One bit for each remainder of a scalar that a word of the text starts with.
        var starts: UInt64 = 0
        for (index, scalar) in scalars.enumerated()
        where ignoresBlanks || index == 0 || scalars[index - 1] == Self.blank {
            starts |= 1 << UInt64(scalar & 63)
        }
        var copy: TemplateText?
        for word in words {
            guard let first = word.first, starts & (1 << UInt64(first & 63)) != 0 else { continue }
            guard (copy ?? self).mayHold(word) else { continue }
            var rest = copy ?? self
            rest.remove(word, anywhere: ignoresBlanks)
            if rest.count < count { copy = rest }
        }
        return copy
    }

    /// Whether the word's scalars stand anywhere in a row.
    private func mayHold(_ word: [UInt32]) -> Bool {
        guard word.count <= count else { return false }
        return scalars.withUnsafeBufferPointer { scalars in
            word.withUnsafeBufferPointer { word in
                for start in 0...(scalars.count - word.count) {
                    var index = 0
                    while index < word.count, scalars[start &+ index] == word[index] { index &+= 1 }
                    if index == word.count { return true }
                }
                return false
            }
        }
    }

    /// Removes every occurrence of the word, with one of the blanks around it.
    private mutating func remove(_ word: [UInt32], anywhere: Bool) {
        guard let first = word.first else { return }
        var position = 0
        while position + word.count <= count {
            let end = position + word.count
            guard scalars[position] == first, scalars[position..<end].elementsEqual(word),
                anywhere || isWord(position, end)
            else {
                position += 1
                continue
            }
            if anywhere {
                remove(position..<end)
            } else if end < count {
                remove(position..<(end + 1))
            } else {
                remove(max(0, position - 1)..<end)
            }
        }
    }

    private func isWord(_ start: Int, _ end: Int) -> Bool {
        (start == 0 || scalars[start - 1] == Self.blank)
            && (end == count || scalars[end] == Self.blank)
    }
}
