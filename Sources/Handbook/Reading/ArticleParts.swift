/// An article's file: a YAML head between two lines `---`, and the text behind it.
struct ArticleParts {
    private let file: String
    private let head: ArraySlice<UInt8>
    /// Without blank lines around it.
    let text: ArraySlice<UInt8>

    /// Whether a file holds an article.
    static func isArticle(_ file: PackSource.File) -> Bool {
        file.path.hasPrefix("knowledge/") && file.path.hasSuffix(".md")
    }

    /// Nil, with a report, where there is no head.
    init?(of bytes: [UInt8], file: String, _ report: Report) {
        let rule = Array("---".utf8)
        let first = rule + [Self.lineEnd]
        guard bytes.count <= YAMLReader.maximumBytes, bytes.starts(with: first),
            let end = Self.line(rule, in: bytes[first.count...])
        else {
            report.error(
                .wrongShape, at: Place(file: file), "the article has no head",
                cure: "begin with a line ---, then title: and questions:, then a line ---")
            return nil
        }
        self.file = file
        head = bytes[first.count..<max(first.count, end.lowerBound - 1)]
        text = Self.withoutBlankLines(bytes[end.upperBound...])
    }

    /// The head's root; nil, with a report, where it cannot be read.
    func head(_ report: Report) -> YAMLNode? {
        var reader = YAMLReader(file: file, lineOffset: 1, report: report)
        return reader.read(Array(head))
    }

    private static let lineEnd = UInt8(ascii: "\n")

    /// The first such line, with its end.
    private static func line(_ line: [UInt8], in bytes: ArraySlice<UInt8>) -> Range<Int>? {
        var start = bytes.startIndex
        while true {
            let end = bytes[start...].firstIndex(of: lineEnd)
            if bytes[start..<(end ?? bytes.endIndex)].elementsEqual(line) {
                return start..<(end.map { $0 + 1 } ?? bytes.endIndex)
            }
            guard let end else { return nil }
            start = end + 1
        }
    }

    private static func withoutBlankLines(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = bytes
        while let end = text.firstIndex(of: lineEnd), isBlank(text[..<end]) {
            text = text[(end + 1)...]
        }
        while let start = text.lastIndex(of: lineEnd), isBlank(text[(start + 1)...]) {
            text = text[..<start]
        }
        return isBlank(text) ? [] : text
    }

    private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
        String(decoding: line, as: UTF8.self).allSatisfy(\.isWhitespace)
    }
}
