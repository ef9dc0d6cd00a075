import Testing

@Suite("sizes")
struct SizeTests {
    static let files = Repository.swift(below: "Sources") + Repository.swift(below: "Tests")

    @Test("no file has more than 400 lines")
    func fileLength() {
        let wrong = Self.files.filter { $0.lines.count > 401 }.map {
            "\($0.path): \($0.lines.count - 1) lines; look for the seam and split it at 400"
        }
        #expect(wrong == [])
    }

    @Test("no function has more than 70 lines")
    func functionLength() {
        let wrong = Self.files.flatMap { file in
            Self.functions(in: file.lines).filter { $0.length > 70 }.map {
                "\(file.path):\($0.line): a function of \($0.length) lines; move the leaves into functions, 70 at most"
            }
        }
        #expect(wrong == [])
    }

    /// Tables of expected diagnostics (`…Breaks.swift`) and word lists stand as they are printed, uncut.
    @Test("no line has more than 100 columns, no comment and no line with a text more than 120")
    func lineLength() {
        let wrong = Self.files.filter { !$0.path.hasSuffix("Breaks.swift") }.flatMap { file in
            file.lines.enumerated().compactMap { index, line -> String? in
                let isWords = line.contains("\"") || line.drop { $0 == " " }.hasPrefix("//")
                let limit = isWords ? 120 : 100
                guard line.utf8.count > limit, line.count > limit else { return nil }
                return
                    "\(file.path):\(index + 1): \(line.count) columns; break the line at \(limit)"
            }
        }
        #expect(wrong == [])
    }

    /// Functions and initialisers by their indentation, which the formatter holds: from the line that begins one to
    /// the closing brace in the same column.
    static func functions(in lines: [String]) -> [(line: Int, length: Int)] {
        var found: [(line: Int, length: Int)] = []
        for (index, line) in lines.enumerated() where isFunction(line) {
            let indent = line.prefix { $0 == " " }
            guard !line.hasSuffix("}"),
                let end = lines[(index + 1)...].firstIndex(where: { $0 == indent + "}" })
            else { continue }
            found.append((line: index + 1, length: end - index + 1))
        }
        return found
    }

    private static func isFunction(_ line: String) -> Bool {
        let words = line.split(separator: " ", maxSplits: 6).map(String.init)
        let modifiers: Set<String> = [
            "public", "private", "fileprivate", "internal", "static", "mutating", "nonmutating",
            "override", "final", "convenience", "@discardableResult", "@MainActor", "nonisolated",
        ]
        guard let first = words.first(where: { !modifiers.contains($0) }) else { return false }
        return first == "func" || first.hasPrefix("init(") || first.hasPrefix("init?(")
            || first.hasPrefix("init<")
    }

    @Test("a function is measured from its first line to its brace")
    func measuring() {
        let lines = [
            "struct A {", "    func b(", "        c: Int", "    ) {", "        d()", "    }", "}",
        ]
        #expect(Self.functions(in: lines).map(\.line) == [2])
        #expect(Self.functions(in: lines).map(\.length) == [5])
        #expect(Self.functions(in: ["    func a() { b() }", "    }"]).isEmpty)
    }
}
