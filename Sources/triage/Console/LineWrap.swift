/// Breaks lines between words, so that a terminal does not break them inside.
enum LineWrap {
    /// Each line keeps its indentation; a longer word than the width stays whole.
    static func wrapped(_ text: String, width: Int) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { wrapped(line: $0, width: width) }.joined(separator: "\n")
    }

    private static func wrapped(line: Substring, width: Int) -> String {
        guard line.count > width else { return String(line) }
        let blanks = line.prefix { $0 == " " }
        let indent = hangingIndent(of: line)
        var lines: [String] = []
        var current = String(blanks)
        for word in line.dropFirst(blanks.count).split(
            separator: " ", omittingEmptySubsequences: false)
        {
            if current.count == blanks.count, lines.isEmpty {
                current += word
            } else if current.count + 1 + word.count <= width || current.allSatisfy({ $0 == " " }) {
                current += " " + word
            } else {
                lines.append(current)
                // On a narrow terminal there is no room for every word behind the indentation.
                current = (indent.count + word.count <= width ? indent : String(blanks)) + word
            }
        }
        return (lines + [current]).joined(separator: "\n")
    }

    /// Under the text after a leading `name: `, or under the line's own beginning.
    private static func hangingIndent(of line: Substring) -> String {
        let blanks = line.prefix { $0 == " " }.count
        let head = line.dropFirst(blanks).prefix(24)
        let label = head.firstRange(of: ": ").map {
            head.distance(from: head.startIndex, to: $0.upperBound)
        }
        return String(repeating: " ", count: blanks + (label ?? 0))
    }
}
