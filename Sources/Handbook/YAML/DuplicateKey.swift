/// A key that stands twice in a mapping. The composer gives up on it, so the first of the two is
/// renamed to private characters of the same length, and the file read again: no other mistake is
/// hidden.
struct DuplicateKey {
    /// What it is called now.
    let marker: String
    let name: String

    /// The text with the key at the given line and column renamed; nil where it is not found there.
    static func rename(
        _ name: String, in text: String, line: Int, column: Int, number: Int
    ) -> (text: String, key: DuplicateKey)? {
        var scalars = Array(text.unicodeScalars)
        guard var start = offset(in: scalars, line: line, column: column),
            let first = UnicodeScalar(0xE000 + number),
            let filler = UnicodeScalar(0xF8FF as UInt32),
            !name.isEmpty
        else { return nil }
        let letters = Array(name.unicodeScalars)
        if start < scalars.count, scalars[start] == "\"" || scalars[start] == "'" { start += 1 }
        guard start + letters.count <= scalars.count,
            scalars[start..<start + letters.count].elementsEqual(letters)
        else { return nil }
        let marker = [first] + Array(repeating: filler, count: letters.count - 1)
        scalars.replaceSubrange(start..<start + letters.count, with: marker)
        return (string(scalars), DuplicateKey(marker: string(marker), name: name))
    }

    private static func offset(in scalars: [UnicodeScalar], line: Int, column: Int) -> Int? {
        var lineNumber = 1
        var index = 0
        while lineNumber < line {
            guard let feed = scalars[index...].firstIndex(of: "\n") else { return nil }
            index = feed + 1
            lineNumber += 1
        }
        return index + column - 1 < scalars.count ? index + column - 1 : nil
    }

    private static func string(_ scalars: [UnicodeScalar]) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }
}
