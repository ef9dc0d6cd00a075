import Foundation
import Testing

@testable import Handbook

/// A mistake put into the tiny pack, and every diagnostic that must follow.
///
/// Written as `### name`, the file, `- ` lines that are replaced by `+ ` lines (`- *`: the whole
/// file; `+ removed`: the file goes), then `> ` lines with what is reported. `UPDATE=1 swift test
/// --filter BreakTests` rewrites the `> ` lines; read the difference before you keep it.
struct Break: CustomTestStringConvertible, Sendable {
    var name: String
    var edits: [Edit]
    var expected: [String]
    /// The lines up to the first `> `.
    var head: [String]

    var testDescription: String { name }

    /// `flow.yaml:5:14: message; cure [code]`, without the pack's folder.
    func actual() -> [String] {
        diagnostics().map { diagnostic in
            "\(diagnostic) [\(diagnostic.code.rawValue)]".replacingFirst("Intents/", with: "")
        }
    }

    /// The phrase rules are compiled only where they were touched: that takes longer than all the
    /// rest.
    private func diagnostics() -> [Diagnostic] {
        let source = TinyPack.source(edits)
        if edits.contains(where: { $0.file.hasSuffix("/en.yaml") }) {
            return HandbookReader.check(source, options: .init(trains: false)).diagnostics
        }
        let report = Report()
        if let draft = PackReader(source: source, report: report).read() {
            PackChecks(draft: draft, report: report).run()
        }
        return report.diagnostics
    }
}

enum BreakTable {
    static func parse(_ text: String) -> [Break] {
        var breaks: [Break] = []
        for block in text.components(separatedBy: "### ").dropFirst() {
            let lines = block.components(separatedBy: "\n").filter { !$0.isEmpty }
            let head = Array(lines.prefix { !$0.hasPrefix("> ") })
            breaks.append(
                Break(
                    name: lines.first ?? "", edits: edits(in: head.dropFirst()),
                    expected: lines.filter { $0.hasPrefix("> ") }.map { String($0.dropFirst(2)) },
                    head: head))
        }
        return breaks
    }

    private static func edits(in lines: ArraySlice<String>) -> [Edit] {
        var edits: [Edit] = []
        var file = ""
        var find: [String] = []
        var replace: [String] = []
        func finish() {
            guard !file.isEmpty else { return }
            let (old, new) = (find.joined(separator: "\n"), replace.joined(separator: "\n"))
            if new == "removed" {
                edits.append(Edit(file, "x", Edit.removedFile))
            } else {
                edits.append(Edit(file, old == "*" ? "" : old, new))
            }
            (find, replace) = ([], [])
        }
        for line in lines {
            if line.hasPrefix("- ") || line == "-" {
                find.append(String(line.dropFirst(2)))
            } else if line.hasPrefix("+ ") || line == "+" {
                replace.append(String(line.dropFirst(2)))
            } else {
                finish()
                file = line
            }
        }
        finish()
        return edits
    }

    /// The `> ` lines of a source file written anew.
    static func update(_ breaks: [Break], in path: String) throws {
        let file = URL(filePath: path)
        let source = try String(contentsOf: file, encoding: .utf8)
        let start = try #require(source.range(of: "### "))
        let indent = "        "
        let end = try #require(source.range(of: indent + "\"\"\"#", options: .backwards))
        let blocks = breaks.map { one in
            (["### " + one.head.joined(separator: "\n")] + one.actual().map { "> " + $0 })
                .joined(separator: "\n")
        }
        let text = blocks.joined(separator: "\n\n").components(separatedBy: "\n")
            .map { $0.isEmpty ? "" : indent + $0 }.joined(separator: "\n")
        let new =
            source[..<start.lowerBound] + text.dropFirst(indent.count) + "\n"
            + source[end.lowerBound...]
        try String(new).write(to: file, atomically: true, encoding: .utf8)
    }
}
