import Testing

@testable import triage

@Suite("what is typed and not sent")
struct DraftKeeperTests {
    @Test("it is kept after a pause, once, and again when it has changed")
    func pauses() {
        var keeper = DraftKeeper()
        #expect(keeper.textToKeep("", at: 0) == nil)
        #expect(keeper.textToKeep("Dear", at: 100) == nil)
        #expect(keeper.textToKeep("Dear Mara", at: 1500) == nil)
        #expect(keeper.textToKeep("Dear Mara", at: 2999) == nil)
        #expect(keeper.textToKeep("Dear Mara", at: 3000) == "Dear Mara")
        #expect(keeper.textToKeep("Dear Mara", at: 9000) == nil)
        #expect(keeper.textToKeep("Dear Mara,", at: 9100) == nil)
        #expect(keeper.textToKeep("Dear Mara,", at: 10_600) == "Dear Mara,")
    }

    @Test("commands are no drafts, and an emptied line leaves the draft as it is")
    func commands() {
        var keeper = DraftKeeper()
        for text in ["/note x", "next", ""] {
            #expect(keeper.textToKeep(text, at: 0) == nil)
            #expect(keeper.textToKeep(text, at: 5000) == nil)
        }
    }
}
