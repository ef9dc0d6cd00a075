import Foundation
import Testing

@Suite("words that must not stand in the code")
struct WordTests {
    struct Ban: Sendable, CustomTestStringConvertible {
        var name: String
        var cure: String
        /// Under which folders it holds.
        var folders: [String]
        var isIn: @Sendable (String) -> Bool

        var testDescription: String { name }
    }

    static let everywhere = ["Sources", "Tests"]
    static let core = [
        "Facts", "Understanding", "Dialogue", "Desk", "Triage", "Reporting", "Wire",
    ].map {
        "Sources/\($0)"
    }

    static let bans: [Ban] = [
        Ban(name: "try!", cure: "throw, or handle the error", folders: everywhere) {
            $0.contains("try" + "!")
        },
        Ban(name: "as!", cure: "use as? and say what happens otherwise", folders: everywhere) {
            $0.contains(" as" + "! ")
        },
        Ban(
            name: "a forced unwrap", cure: "use guard let, or #require in a test",
            folders: ["Sources"]
        ) {
            WordTests.isForced($0)
        },
        Ban(
            name: "an unchecked promise", cure: "use a value type, an actor or a Mutex",
            folders: everywhere
        ) { $0.contains("@unchecked" + " Sendable") || $0.contains("nonisolated" + "(unsafe)") },
        Ban(
            name: "an open end", cure: "finish it, or leave it out and say so in ARCHITECTURE.md",
            folders: everywhere
        ) {
            line in ["TO" + "DO", "FIX" + "ME", "XX" + "X"].contains { line.contains($0) }
        },
        Ban(name: "print in the core", cure: "return an effect", folders: core) {
            $0.contains("print(") && !$0.contains("func ")
        },
        Ban(name: "a clock in the core", cure: "take the instant with the event", folders: core) {
            line in
            ["Date()", "Date.now", "ContinuousClock", "SuspendingClock", "clock_gettime"].contains {
                line.contains($0)
            }
        },
        Ban(
            name: "chance in the core", cure: "take a seeded generator or an id with the event",
            folders: core
        ) {
            line in
            [".random(", ".randomElement(", ".shuffled()", "UUID("].contains { line.contains($0) }
        },
        Ban(name: "a task in the core", cure: "be a value: the shell runs things", folders: core) {
            line in
            ["Task {", "Task.", "await ", " async "].contains { line.contains($0) }
        },
        Ban(name: "an empty word for a type", cure: "name what it is or does", folders: ["Sources"])
        { line in
            WordTests.declaredType(line).map { name in
                ["Manager", "Helper", "Util", "Utils", "Common", "Info", "Data"].contains {
                    name.hasSuffix($0)
                }
            } ?? false
        },
    ]

    @Test("is nowhere", arguments: bans)
    func isNowhere(ban: Ban) {
        var wrong: [String] = []
        for file in ban.folders.flatMap(Repository.swift)
        where !file.path.hasSuffix("WordTests.swift") {
            var isText = false
            for (index, line) in file.lines.enumerated() {
                // Between """ and """ stands data.
                let marks = line.components(separatedBy: "\"\"\"").count - 1
                if marks % 2 == 1 { isText.toggle() }
                guard !isText, ban.isIn(line.code) else { continue }
                wrong.append("\(file.path):\(index + 1): \(ban.name); \(ban.cure)")
            }
        }
        #expect(wrong == [])
    }

    /// A name, a bracket or a call that is followed by `!` and neither by `=` nor inside an operator.
    static func isForced(_ code: String) -> Bool {
        let characters = Array(code)
        for (index, character) in characters.enumerated() where character == "!" && index > 0 {
            let before = characters[index - 1]
            let after = index + 1 < characters.count ? characters[index + 1] : " "
            let isOperand = before.isLetter || before.isNumber || ")]_?".contains(before)
            let isType = code.contains("as!") || code.contains("try!")
            if isOperand, after != "=", !after.isLetter, !isType { return true }
        }
        return false
    }

    /// The name after `struct`, `class`, `enum`, `actor` or `protocol`.
    static func declaredType(_ code: String) -> String? {
        let words = code.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
        guard
            let place = words.firstIndex(where: {
                ["struct", "class", "enum", "actor", "protocol"].contains($0)
            }),
            place + 1 < words.count
        else { return nil }
        return words[place + 1]
    }

    @Test("a forced unwrap is told from a negation and an inequality")
    func forced() {
        for line in ["let a = b!", "b![0]", "call()!.name", "f(x!)"] {
            #expect(Self.isForced(line), "\(line)")
        }
        for line in ["if !a {", "a != b", "guard !(a && b)", "return a ! == b", "\"hello!\"".code] {
            #expect(!Self.isForced(line), "\(line)")
        }
    }
}
