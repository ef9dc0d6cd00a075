import Facts
import Testing

@testable import Desk

@Suite("What agents typed and did not send")
struct DeskDraftTests {
    @Test("a reply takes only its own draft away; words that could not go out stand behind another")
    func draftsStay() {
        var scene = Scene(Fixture.plan(claimed: []))
        scene.agent("ana", .online)
        scene.run(
            .handoff(
                HandoffRequest(
                    conversation: "c", customer: ["id": .text("u-1")], language: "en")))
        scene.agent("ana", .next)
        func drafts() -> [String] { scene.desk.ticket("T-1001")?.drafts.map(\.text) ?? [] }
        scene.agent("ana", .draft(ticket: "T-1001", text: "The refund comes on Monday."))
        scene.agent("ana", .reply(ticket: "T-1001", epoch: 1, text: "One moment, please."))
        #expect(drafts() == ["The refund comes on Monday."])
        scene.agent("ana", .reply(ticket: "T-1001", epoch: 0, text: "Are you there?"))
        #expect(drafts() == ["The refund comes on Monday.\nAre you there?"])
        scene.agent("ana", .draft(ticket: "T-1001", text: "Hel"))
        scene.agent("ana", .reply(ticket: "T-1001", epoch: 1, text: "Hello"))
        #expect(drafts().isEmpty)
    }
}
