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

    @Test(
        "where the desk cannot keep it, the agent's own file does, until it is sent or emptied"
    )
    func unsentLine() throws {
        let process = ProcessInfo.processInfo.processIdentifier
        let folder = FileManager.default.temporaryDirectory.path + "/unsent-\(process)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/state/unsent-ana"
        var line = UnsentLine(path: path)
        #expect(line.text.isEmpty)
        for text in ["Dear Mara", "Dear Mara, 你好 \u{1F44B}", "Hi"] {
            line.keep(text)
            #expect(UnsentLine(path: path).text == text)
        }
        let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect(rights as? Int == 0o600)
        line.keep("")
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(UnsentLine(path: path).text.isEmpty)
    }
}
