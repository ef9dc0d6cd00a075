/// A text as templates read it: folded scalars, each with its place in the original.
struct TemplateText {
    /// What is compared; single blanks, none at the ends, none at all where white space is ignored.
    private(set) var scalars: [UInt32] = []
    /// UTF-8 offsets into the original, by scalar.
    private(set) var places: [Place] = []

    /// Where a scalar starts and ends.
    struct Place: Sendable {
        var start: Int
        var end: Int
    }

    static let blank: UInt32 = 0x20

    var count: Int { scalars.count }

    mutating func append(_ scalar: UInt32, start: Int, end: Int) {
        scalars.append(scalar)
        places.append(Place(start: start, end: end))
    }

    /// Appends scalars that are a byte each, as many as in the original.
    mutating func append(plain bytes: UnsafeBufferPointer<UInt8>, start: Int) {
        var place = start
        for byte in bytes {
            append(UInt32(byte), start: place, end: place &+ 1)
            place &+= 1
        }
    }

    mutating func remove(_ range: Range<Int>) {
        scalars.removeSubrange(range)
        places.removeSubrange(range)
    }

    mutating func reserve(_ count: Int) {
        scalars.reserveCapacity(count)
        places.reserveCapacity(count)
    }
}

extension TemplateText {
    /// How letters are compared.
    enum Folding {
        /// Case only.
        case letterCase
        /// Case, accents, and what `Understanding.Folding` folds for the language.
        case accents(language: String)
    }

    /// Scalars of a piece of a template, folded; blanks are kept, runs of them are one.
    static func folded(_ text: String, _ folding: Folding, ignoresBlanks: Bool) -> [UInt32] {
        var out: [UInt32] = []
        var source = text.composed
        if case .accents(let language) = folding {
            source = Understanding.Folding.fold(source, language: language)
        }
        for scalar in source.unicodeScalars {
            if Normaliser.isBlank(scalar) {
                if !ignoresBlanks, out.last != blank { out.append(blank) }
            } else if !Normaliser.isRemoved(scalar) {
                out.append(letterCaseFolded(scalar))
            }
        }
        return withoutSentenceMarks(out)
    }

    /// Without the punctuation that a text loses: runs of it beside a blank, and marks that only
    /// ever end or open a sentence at the ends.
    private static func withoutSentenceMarks(_ scalars: [UInt32]) -> [UInt32] {
        guard scalars.count > 1, scalars.contains(where: isPunctuation) else { return scalars }
        var out: [UInt32] = []
        var index = 0
        while index < scalars.count {
            var end = index
            while end < scalars.count, isPunctuation(scalars[end]) { end += 1 }
            guard end > index else {
                out.append(scalars[index])
                index += 1
                continue
            }
            let isAtEdge = index == 0 || end == scalars.count
            let isBesideBlank = out.last == blank || scalars[safe: end] == blank
            let run = scalars[index..<end]
            if !isBesideBlank, !(isAtEdge && run.allSatisfy(isSentenceMark)) {
                out.append(contentsOf: run)
            }
            index = end
        }
        return out
    }

    private static func isSentenceMark(_ value: UInt32) -> Bool {
        switch value {
        case 0x3F, 0x21, 0xBF, 0xA1, 0x3002, 0x061F, 0x037E, 0x0964: true
        default: false
        }
    }

    /// The scalar in lower case where that is one scalar; all i of Turkish are `i`, any decimal
    /// digit is ASCII, apostrophes are `'`.
    static func letterCaseFolded(_ scalar: Unicode.Scalar) -> UInt32 {
        let value = scalar.value
        if value < 0x80, value != 0x60 {
            return value >= 0x41 && value <= 0x5A ? value | 0x20 : value
        }
        if value == 0x130 || value == 0x131 { return 0x69 }
        if Normaliser.isApostrophe(scalar) { return 0x27 }
        if value == 0x3C2 { return 0x3C3 }
        if value >= 0xFF01 && value <= 0xFF5E {
            return Unicode.Scalar(value - 0xFEE0).map(letterCaseFolded) ?? value
        }
        if value >= 0x3400 && value <= 0x9FFF { return value }
        if value < 0x180 { return latinLower[Int(value) - 0x80] }
        return lower(scalar)
    }

    /// Lower case of U+0080 to U+017F.
    private static let latinLower: [UInt32] = (0x80..<0x180 as Range<UInt32>).map { value in
        Unicode.Scalar(value).map(lower) ?? value
    }

    private static func lower(_ scalar: Unicode.Scalar) -> UInt32 {
        let properties = scalar.properties
        if properties.numericType == .decimal, let digit = properties.numericValue {
            return 0x30 + UInt32(digit)
        }
        let lower = properties.lowercaseMapping.unicodeScalars
        guard let first = lower.first, lower.count == 1 else { return scalar.value }
        return first.value
    }

    /// Marks that end or open sentences and clauses; they are dropped at the edges of words.
    static func isPunctuation(_ value: UInt32) -> Bool {
        switch value {
        case 0x2E, 0x2C, 0x3F, 0x21, 0x3B, 0x3A, 0xBF, 0xA1, 0x3002, 0xFF0C, 0xFF1F, 0xFF01,
            0xFF1B, 0xFF1A, 0x3001, 0x061F, 0x060C, 0x061B, 0x037E, 0x0964, 0x2026:
            true
        default: false
        }
    }
}
