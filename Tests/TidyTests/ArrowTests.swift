import Foundation
import Testing

@Suite("the arrows between targets")
struct ArrowTests {
    static let core = ["Facts", "Understanding", "Dialogue", "Desk", "Triage"]
    static let middle = core + ["Handbook", "Reporting", "Wire", "Storage", "Shop"]
    static let nio = ["NIOCore", "NIOPosix", "Logging"]

    /// Target → what its files may import. The same table stands in ARCHITECTURE.md and Package.swift.
    static let allowed: [String: [String]] = [
        "Facts": [],
        "Understanding": ["Facts", "CStemmer"],
        "Dialogue": ["Facts", "Understanding"],
        "Desk": ["Facts", "Glibc"],  // `exp`, for the Erlang formulas
        "Triage": ["Facts", "Understanding", "Dialogue", "Desk"],
        "Handbook": core + ["Reporting", "Yams"] + shell,
        "Reporting": ["Facts", "Desk"],
        // `log` and `sqrt`; threads, for runs that know nothing of each other.
        "Simulation": ["Facts", "Desk", "Glibc", "Dispatch", "Synchronization"],
        "Wire": core + ["Reporting"],
        "Storage": core + ["Reporting", "Wire", "GRDB"] + shell,
        "Shop": core + ["Wire", "GRDB"] + shell,
        "ShopHTTP": ["Facts", "Dialogue", "Wire", "Shop", "CCurl"] + shell,
        "Hooks": ["CSpawn", "Glibc"],
        "Daemon": middle + ["ShopHTTP", "Hooks"] + nio + shell,
        "Rehearsal": middle + ["Daemon"] + shell,
        "triaged": ["Daemon", "Handbook", "Logging", "ArgumentParser"] + shell,
        "triage": middle
            + [
                "ShopHTTP", "Hooks", "Daemon", "Rehearsal", "Simulation", "CReadline",
                "ArgumentParser",
            ]
            + shell,
    ]

    /// What the machine offers: not for the core, which has no clock, no file and no thread.
    static let shell = [
        "Foundation", "FoundationEssentials", "Glibc", "Synchronization", "Dispatch",
    ]

    @Test("every target stands in the table")
    func everyTarget() {
        let targets = Repository.folders(in: "Sources").filter {
            !["CCurl", "CReadline", "CSpawn", "CStemmer"].contains($0)
        }
        #expect(targets == Self.allowed.keys.sorted())
    }

    @Test("a file imports only what its target may", arguments: allowed.keys.sorted())
    func imports(target: String) {
        let allowed = Set((Self.allowed[target] ?? []) + ["Swift"])
        var wrong: [String] = []
        for file in Repository.swift(below: "Sources/\(target)") {
            for (index, line) in file.lines.enumerated() {
                guard let module = Self.importedModule(line), !allowed.contains(module) else {
                    continue
                }
                wrong.append(
                    "\(file.path):\(index + 1): \(target) must not import \(module); "
                        + "move the code to a target that may, or pass the value in")
            }
        }
        #expect(wrong == [])
    }

    /// `Facts` of `public import Facts` and of `import struct Facts.Day`.
    static func importedModule(_ line: String) -> String? {
        var words = line.split(separator: " ").map(String.init)
        while let first = words.first,
            ["public", "internal", "private", "fileprivate", "package"].contains(first)
                || first.hasPrefix("@")
        {
            words.removeFirst()
        }
        guard words.count >= 2, words[0] == "import" else { return nil }
        let isKind = ["struct", "class", "enum", "func", "protocol", "var", "let"].contains(
            words[1])
        let name = isKind && words.count >= 3 ? words[2] : words[1]
        return name.split(separator: ".").first.map(String.init)
    }

    @Test("an import line is read whatever stands before it")
    func reading() {
        #expect(Self.importedModule("public import Facts") == "Facts")
        #expect(Self.importedModule("@testable import Wire") == "Wire")
        #expect(Self.importedModule("import struct Facts.Day") == "Facts")
        #expect(Self.importedModule("let important = 1") == nil)
    }
}
