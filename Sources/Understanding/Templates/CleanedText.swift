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
        var slice = bytes[text.places[Int(start)].start..<text.places[Int(end) - 1].end]
        while slice.first == 0x20 { slice.removeFirst() }
        while slice.last == 0x20 { slice.removeLast() }
        return String(decoding: slice, as: UTF8.self)
    }

    /// The text without the skip words; nil where there are none.
    func removing(_ skipWords: SkipWords) -> CleanedText? {
        skipWords.removed(from: text).map {
            var copy = self
            copy.text = $0
            return copy
        }
    }
}
