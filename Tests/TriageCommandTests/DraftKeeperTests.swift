import FoundationEssentials
import Testing

@testable import triage

@Suite("what is typed and not sent")
struct DraftKeeperTests {
    @Test("it is kept after a pause, once, and again when it has changed")
    func pauses() {
        var keeper = DraftKeeper()
        #expect(keeper.textToKeep("", at: 0) == nil)
        #expect(keeper.textToKeep("Dear", at: 100) == nil)
        #expect(keeper.textToKeep("Dear Mara", at: 700) == nil)
        #expect(keeper.textToKeep("Dear Mara", at: 1399) == nil)
        #expect(keeper.textToKeep("Dear Mara", at: 1400) == "Dear Mara")
        #expect(keeper.textToKeep("Dear Mara", at: 1900) == nil)
        #expect(keeper.textToKeep("Dear Mara,", at: 2000) == nil)
        #expect(keeper.textToKeep("Dear Mara,", at: 2700) == "Dear Mara,")
    }

    @Test("who types without a pause loses two seconds at most")
    func typesOn() {
        var keeper = DraftKeeper()
        var kept: [String] = []
        for key in 0..<50 {
            let text = String(repeating: "x", count: key + 1)
            if let keep = keeper.textToKeep(text, at: 100 + key * 100) { kept.append(keep) }
        }
        #expect(kept.map(\.count) == [21, 41])
    }

    @Test("commands are no drafts, and an emptied line leaves the draft as it is")
    func commands() {
        var keeper = DraftKeeper()
        for text in ["/note x", "next", ""] {
            #expect(keeper.textToKeep(text, at: 0) == nil)
            #expect(keeper.textToKeep(text, at: 5000) == nil)
        }
    }

    @Test("the agent's own file keeps the line after every key, with its ticket")
    func unsentLine() throws {
        let process = ProcessInfo.processInfo.processIdentifier
        let folder = FileManager.default.temporaryDirectory.path + "/unsent-\(process)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/state/unsent-ana"
        func found() -> UnsentLine.Words { UnsentLine(path: path).words }
        #expect(found() == UnsentLine.Words())
        for (text, ticket) in [
            ("Dear Mara", "T-1"), ("Dear Mara, 你好 \u{1F44B}\nsecond line", nil), ("Hi", "T-2"),
            ("", nil), ("x", nil),
        ] as [(String, String?)] {
            let words = UnsentLine.Words(text: text, ticket: ticket)
            do {
                let line = UnsentLine(path: path)
                line.keep(words)
            }
            #expect(found() == words)
        }
        let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect(rights as? Int == 0o600)
    }

    @Test("two consoles of one agent keep their lines apart; what is no line is none")
    func unsentLines() throws {
        let process = ProcessInfo.processInfo.processIdentifier
        let folder = FileManager.default.temporaryDirectory.path + "/unsents-\(process)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/unsent-ana"
        let first = UnsentLine(path: path)
        first.keep(UnsentLine.Words(text: "one"))
        let second = UnsentLine(path: path)
        #expect(second.words.text.isEmpty)
        second.keep(UnsentLine.Words(text: "two"))
        #expect(UnsentLine(path: path + "-2-x").words.text.isEmpty)
        withExtendedLifetime((first, second)) {}
        for (bytes, text) in [
            ("", ""), ("x", ""), ("5 T-1\nabc", "abc"), ("2 \nabc", "ab"), ("-1 \nabc", ""),
            ("a b c\n", ""), ("\n\n", ""),
        ] {
            try Data(bytes.utf8).write(to: URL(filePath: folder + "/other"))
            #expect(UnsentLine(path: folder + "/other").words.text == text)
        }
    }
}
