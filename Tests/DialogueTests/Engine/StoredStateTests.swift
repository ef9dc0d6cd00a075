import Dialogue
import Facts
import Foundation
import Testing

@Suite("A stored conversation")
struct StoredStateTests {
    @Test("comes back as it was, in the middle of a confirmation")
    func roundTrip() throws {
        var stage = try Stage(pauses: Pauses(remindAfter: .seconds(600)))
        _ = stage.say("cancel my order")
        _ = stage.say("1042")
        _ = stage.say("one moment")
        stage.state.satisfaction = 3
        let stored = try JSONEncoder().encode(stage.state)
        #expect(try JSONDecoder().decode(DialogueState.self, from: stored) == stage.state)
    }

    @Test("of an older release is read, with defaults for what it did not have")
    func older() throws {
        let stored = """
            {"conversation": "c1", "language": "de", "channel": "chat", "turn": 3,
            "stack": [{"flow": "cancel_order", "version": 1, "state": "find"}]}
            """
        let state = try JSONDecoder().decode(DialogueState.self, from: Data(stored.utf8))
        #expect(state.turn == 3)
        #expect(state.stack == [Frame(flow: "cancel_order", version: 1, state: "find")])
        #expect(state.armed == [])
        #expect(!state.isPaused)
    }
}
