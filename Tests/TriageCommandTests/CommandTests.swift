import Foundation
import Testing

@Suite("the command")
struct CommandTests {
    static let commands = [
        [], ["chat"], ["desk"], ["pipe"], ["status"], ["queue"], ["record"], ["check"], ["replay"],
        ["explain"], ["graph"], ["evaluate"], ["shop"], ["shop", "import"], ["shop", "journal"],
        ["shop", "seed"], ["shop", "demo-customers"], ["match"], ["entities"], ["messages"],
        ["man"], ["hooks"], ["report"], ["simulate"], ["audit"], ["audit", "sample"], ["train"],
        ["ticket"],
        ["rules"], ["rules", "lint"],
    ]

    @Test("help fits a screen, and says how it is used", arguments: commands)
    func help(command: [String]) throws {
        let result = try Program.run(command + ["--help"])
        #expect(result.status == 0)
        let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= 50, "\(command): \(lines.count) lines")
        #expect(
            lines.allSatisfy { $0.count <= 80 || $0.hasPrefix("USAGE:") },
            "\(command): a line is wider than 80")
        #expect(result.output.contains("USAGE: triage"))
    }

    struct Row: Sendable, CustomTestStringConvertible {
        var arguments: [String]
        var status: Int32
        var message: String

        var testDescription: String { arguments.joined(separator: " ") }
    }

    static let mistakes: [Row] = [
        Row(arguments: ["chatt"], status: 64, message: "Unexpected argument 'chatt'"),
        Row(arguments: ["desk"], status: 64, message: "Missing expected argument '--agent <id>'"),
        Row(arguments: ["status"], status: 69, message: "no desk at "),
        Row(arguments: ["status", "--quiet"], status: 69, message: ""),
        Row(arguments: ["chat"], status: 69, message: "start one with triaged"),
        Row(arguments: ["desk", "--agent", "ana"], status: 69, message: "no desk at "),
        Row(arguments: ["queue"], status: 69, message: "no desk at "),
        Row(arguments: ["record", "--conversation", "a"], status: 69, message: "no desk at "),
        Row(
            arguments: ["desk", "--agent", "ana", "--delay", "999"], status: 64,
            message: "--delay is not within 0…300"),
        Row(arguments: ["check", "nowhere"], status: 65, message: "the folder cannot be read"),
        Row(
            arguments: ["rules", "lint", "--intents", "nowhere"], status: 65,
            message: "the folder cannot be read"),
        Row(
            arguments: ["audit", "sample", "--scorecard", "none.yaml"], status: 66,
            message: "none.yaml: there is no such file; look at the path"),
        Row(
            arguments: ["replay", "nowhere"], status: 2,
            message: "nowhere: there is no such file or folder"),
        Row(
            arguments: ["replay", "--min-coverage", "all"], status: 64, message: "'all' is no goal"),
        Row(
            arguments: ["shop", "journal", "--shop", "file"], status: 64,
            message: "write --shop sqlite:FILE"),
        Row(
            arguments: ["shop", "journal", "--shop", "sqlite:none.db"], status: 66,
            message: "there is no shop"),
        Row(
            arguments: ["shop", "import", "--database", "none.json", "--shop", "sqlite:s.db"],
            status: 65,
            message: "SHOP_CANNOT_IMPORT none.json"),
        Row(arguments: ["evaluate"], status: 64, message: "name a pack, or --train and --test"),
        Row(
            arguments: ["pipe", "--window", "0"], status: 64,
            message: "--window is not within 1…100000"),
        Row(
            arguments: ["match", "--grammar", "g", "--cases", "c"], status: 66,
            message: "g: there is no such file; look at the path"),
    ]

    @Test("a mistake has its exit code and says the cure", arguments: mistakes)
    func mistake(row: Row) throws {
        let result = try Program.run(row.arguments)
        #expect(result.status == row.status)
        #expect(
            row.message.isEmpty ? result.errors.isEmpty : result.errors.contains(row.message),
            "\(result.errors)")
        #expect(result.output.isEmpty)
    }

    @Test("no case is an error; a broken transcript is named with its line")
    func noCase() throws {
        let folder = try Program.makeFolder()
        try "title: x\n".write(
            to: folder.appending(path: "a.talk"), atomically: true, encoding: .utf8)
        let result = try Program.run(["replay", "a.talk"], in: folder)
        #expect(result.status == 2)
        #expect(result.errors == "a.talk:1: there is no case; begin one: === what happens\n")
        try FileManager.default.removeItem(at: folder.appending(path: "a.talk"))
        #expect(try Program.run(["replay", "."], in: folder).status != 0)
    }

    @Test("a demo shop is seeded once, and its customers are named")
    func demoShop() throws {
        let folder = try Program.makeFolder()
        let shop = ["--shop", "sqlite:shop.db"]
        #expect(try Program.run(["shop", "seed"] + shop, in: folder).status == 0)
        let again = try Program.run(["shop", "seed"] + shop, in: folder)
        #expect(again.status == 1)
        #expect(again.errors.contains("SHOP_NOT_EMPTY"))
        let customers = try Program.run(["shop", "demo-customers"] + shop, in: folder)
        #expect(customers.status == 0)
        #expect(customers.output.split(separator: "\n").count == 4)
        #expect(customers.output.contains("@example."))
        let journal = try Program.run(["shop", "journal", "--json"] + shop, in: folder)
        #expect(journal.status == 0)
        #expect(journal.output.isEmpty)
    }

    @Test("the pipe answers each line or says which it could not")
    func pipeWithoutDesk() throws {
        let result = try Program.run(
            ["pipe", "--wait", "0"], input: "{\"conversation\":\"a\",\"text\":\"hi\"}\n")
        #expect(result.status == 69)
        #expect(result.errors.contains("1 lines have no answer"))
    }

    @Test("the manual pages in docs/man are those that the program prints")
    func manual() throws {
        let folder = try Program.makeFolder()
        #expect(try Program.run(["man", "--directory", "man"], in: folder).status == 0)
        let written = try FileManager.default.contentsOfDirectory(
            atPath: folder.appending(path: "man").path
        ).sorted()
        var root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        for _ in 0..<3 { root.deleteLastPathComponent() }
        for name in written {
            let new = try String(contentsOf: folder.appending(path: "man/\(name)"), encoding: .utf8)
            let old = try? String(
                contentsOf: root.appending(path: "docs/man/\(name)"), encoding: .utf8)
            #expect(new == old, "docs/man/\(name) is out of date; run: make man")
        }
    }
}
