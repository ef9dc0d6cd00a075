import Dialogue
import Facts
import Testing
import Understanding

@Suite("Messages that say who writes, or what it is about, and wish nothing yet")
struct IntroductionTests {
    /// A flow that is needed first, so that an e-mail tells who writes.
    private static let who = Flow(
        id: "who", slots: [Slot(id: "email", type: SlotTypeUse(name: "email"), ask: "ask")],
        states: [
            State(
                id: "start",
                body: .choose([
                    Branch(
                        condition: .always, step: Step(destination: .end(outcome: "verified")))
                ]))
        ])

    private static func stage() throws -> Stage {
        var needy = SmallPack.track
        needy.id = "track_needy"
        needy.starts = ["track_needy"]
        needy.needs = "who"
        return try Stage([who, needy])
    }

    @Test("an e-mail alone is kept, and the desk asks for the wish")
    func alone() throws {
        var stage = try Self.stage()
        #expect(stage.say("ann@example.com") == ["Yes?"])
        #expect(stage.state.failedTurns == 0)
        #expect(stage.state.earlier.map(\.kind) == ["email"])
    }

    @Test("who it is does not tell which of two wishes is meant: the question comes back")
    func clarifying() throws {
        var stage = try Self.stage()
        var close = stage.dialogue.interpreter.interpret(
            "about my order", in: "en", today: Day(number: 20_500))
        close.verdict = .close(first: "cancel_order", second: "track_order")
        #expect(stage.take(.utterance(close)) == ["This or that?"])
        #expect(stage.say("ann@example.com") == ["This or that?"])
        #expect(stage.state.clarifying != nil)
        #expect(stage.say("cancel my order").contains("Which order?"))
        #expect(stage.state.clarifying == nil)
    }
}
