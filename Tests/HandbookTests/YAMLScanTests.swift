import Testing

@testable import Handbook

@Suite("Reading YAML")
struct YAMLScanTests {
    private func read(_ bytes: [UInt8]) -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
        let report = Report()
        var reader = YAMLReader(file: "x.yaml", report: report)
        return (reader.read(bytes), report.diagnostics)
    }

    private func codes(_ text: String) -> [String] {
        var scan = YAMLScan(Array(text.utf8))
        scan.run()
        return scan.findings.map { "\($0.line):\($0.column) \($0.code.rawValue)" }
    }

    @Test(
        "an anchor, an alias or a tag is found where a value begins",
        arguments: [
            ("a: *b", "1:4 yaml-anchor"),
            ("a: &b 1", "1:4 yaml-anchor"),
            ("- !x 1", "1:3 yaml-tag"),
            ("a:\n  - {b: [*c]}", "2:10 yaml-anchor"),
            ("a: |\n  *x\nb: *y", "3:4 yaml-anchor"),
            ("- k: |\n    *x\n  m: *y", "3:6 yaml-anchor"),
            ("a: 'it''s'\nb: &c d", "2:4 yaml-anchor"),
            ("a: \"x \\\" *y\"\n? *k : v", "2:3 yaml-anchor"),
            ("ä: ü\nö: [é, *b]", "2:8 yaml-anchor"),
        ] as [(String, String)])
    func found(text: String, expected: String) {
        #expect(codes(text) == [expected])
    }

    @Test(
        "inside texts, comments and block scalars it is nothing",
        arguments: [
            "a: Tom & Jerry", "a: 2 * 3!", "a: b*c", "# *a &b !c", "a: 'x: *y'", "a: \"- *y\"",
            "a: |\n  *x\n  &y\n\n  - !z", "a: >-\n  {*x}", "- |\n  *a", "a: b # *c", "a: [x*y, z!]",
            "a: b\n  c & d", "a: 'two\n  * lines'",
        ])
    func nothing(text: String) {
        #expect(codes(text) == [])
    }

    @Test("more than 64 levels are refused before anything is composed")
    func depth() {
        let flow = "a: " + String(repeating: "[", count: 100_000)
        #expect(codes(flow) == ["1:68 yaml-depth"])
        #expect(codes(String(repeating: "- ", count: 100_000)) == ["1:200001 yaml-depth"])
        let fine = "a: " + String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(codes(fine) == [])
        let reading = read(Array(flow.utf8))
        #expect(reading.root == nil)
        #expect(reading.diagnostics.map(\.code) == [.yamlDepth])
    }

    @Test("aliases nested in each other, which take the composer a minute, are refused at once")
    func bomb() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<9 {
            let names = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(names)]\n"
        }
        let reading = read(Array(text.utf8))
        #expect(reading.root == nil)
        #expect(reading.diagnostics.allSatisfy { $0.code == .yamlAnchor })
        #expect(reading.diagnostics.count == 20)
    }

    @Test("a file that is too large or not UTF-8 is refused")
    func unreadable() {
        for bytes in [[UInt8](repeating: 0x61, count: 1_048_577), [0x61, 0x3A, 0x20, 0xFF]] {
            let reading = read(bytes)
            #expect(reading.root == nil)
            #expect(reading.diagnostics.map(\.code) == [.unreadableFile])
        }
    }

    @Test("every scalar stays a text, with its place")
    func texts() throws {
        let reading = read(Array("a: yes\nb: [1, ~, \"on\"]\n".utf8))
        let root = try #require(reading.root)
        #expect(root["a"]?.scalar == "yes")
        #expect(root["b"]?.items?.map(\.scalar) == ["1", "~", "on"])
        #expect(root["b"]?.items?.map(\.place.column) == [5, 8, 11])
        #expect(root["b"]?.place.line == 2)
        #expect(reading.diagnostics == [])
    }

    @Test("of several keys that stand twice each is reported")
    func duplicates() throws {
        let text = "a: 1\n\"b\": 2\na: 3\nb: 4\na: 5\nc: {d: 1, d: 2}\n"
        let reading = read(Array(text.utf8))
        let root = try #require(reading.root)
        #expect(
            reading.diagnostics.map { "\($0.line):\($0.column)" } == ["3:1", "4:1", "5:1", "6:11"])
        #expect(root.entries?.map(\.key) == ["b", "a", "c"])
    }
}
