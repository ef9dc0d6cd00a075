import Foundation
import Testing

@testable import Handbook

@Suite("Mistakes in a pack")
struct BreakTests {
    static let isUpdate = ProcessInfo.processInfo.environment["UPDATE"] != nil
    static let tables: [(text: String, path: String)] = [
        (YAMLBreaks.text, YAMLBreaks.path), (NameBreaks.text, NameBreaks.path),
        (FlowBreaks.text, FlowBreaks.path), (ConditionBreaks.text, ConditionBreaks.path),
        (WordBreaks.text, WordBreaks.path), (DeskBreaks.text, DeskBreaks.path),
    ]
    static let breaks = tables.flatMap { BreakTable.parse($0.text) }

    @Test("each is found, all at once, with its place and a cure", arguments: breaks)
    func isFound(one: Break) {
        guard !Self.isUpdate else { return }
        #expect(one.actual() == one.expected)
        #expect(!one.expected.isEmpty)
    }

    @Test("every code of the handbook has a mistake that shows it")
    func everyCode() {
        let shown = Set(
            Self.breaks.flatMap(\.expected).compactMap { line in
                line.hasSuffix("]")
                    ? line.dropLast().split(separator: "[").last.map(String.init) : nil
            })
        // Shown by tests of their own: files of other encodings, phrases tried against a trained
        // interpreter.
        let elsewhere: Set<String> = [
            "unreadable-file", "stolen-phrase", "missed-phrase", "yaml-depth", "missing-variable",
            "stale-transcript",
        ]
        let missing = Diagnostic.Code.allCases.map(\.rawValue).filter {
            !shown.contains($0) && !elsewhere.contains($0)
        }
        #expect(missing == [])
    }

    @Test("UPDATE=1 rewrites the tables", .enabled(if: isUpdate))
    func update() throws {
        for table in Self.tables {
            try BreakTable.update(BreakTable.parse(table.text), in: table.path)
        }
    }
}
