import Facts
import Testing
import Understanding

@testable import Dialogue

@Suite("Handlers of the open state")
struct HandlerTests {
    /// The flow that cancels, whose state `id` answers "where is my order" in its own words.
    private func cancelling(at id: String, _ handlers: [Handler]) -> Flow {
        var flow = SmallPack.cancel
        flow.slots[0].tries = 2
        for place in flow.states.indices where flow.states[place].id == id {
            flow.states[place].handlers = handlers
        }
        return flow
    }

    private func handler(_ say: String, when condition: Condition, at state: String) -> Handler {
        Handler(
            trigger: .intent("track_order"), condition: condition,
            step: Step(say: [say], destination: .state(state)))
    }

    @Test("a guard may read a fact that nobody has looked up in this turn")
    func factInGuard() throws {
        let isPacked = Condition.test(
            Comparison(
                field: ["order", "status"], relation: .equal, operand: .value(.text("packed"))))
        let flow = cancelling(
            at: "confirm",
            [
                handler("why_order", when: isPacked, at: "confirm"),
                handler("unknown", when: .always, at: "confirm"),
            ])
        var stage = try Stage([flow])
        _ = stage.say("cancel order 1042")
        #expect(stage.say("where is my order").contains("To find it."))
        stage.answers["shop.order"] = ActionResult(
            outcome: "ok", value: .record(["status": .text("sent")]))
        #expect(stage.say("where is my order").contains("No such order."))
        #expect(stage.writes == [])
    }

    @Test("a question that the state answers is no try of its slot")
    func noTry() throws {
        let flow = cancelling(at: "find", [handler("why_order", when: .always, at: "find")])
        var stage = try Stage([flow])
        _ = stage.say("cancel my order")
        for _ in 1...4 {
            #expect(stage.say("where is my order") == ["To find it.", "Which order?"])
        }
    }
}
