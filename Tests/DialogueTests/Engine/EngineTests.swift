import Facts
import Testing
import Understanding

@testable import Dialogue

@Suite("The dialogue engine")
struct EngineTests {
    @Test("without a number it asks, and writes only after a yes")
    func writesAfterYes() throws {
        var stage = try Stage()
        #expect(stage.say("cancel my order") == ["Which order?"])
        #expect(stage.say("1042") == ["TIMER cancel_order/confirm", "Cancel 1042?"])
        #expect(stage.writes == [])
        #expect(stage.say("yes") == ["NO TIMER cancel_order/confirm", "Cancelled 1042."])
        #expect(stage.writes == ["shop.cancel(order_id=1042)"])
        #expect(stage.state.stack == [])
        #expect(stage.state.outcome == "resolved")
        #expect(stage.state.done.map(\.orderID) == ["1042"])
    }

    @Test("a turn that waits for the shop says the same with what it has read before")
    func keptReadings() throws {
        let lines = ["cancel order 1042 and where is order 1024?", "no, 1024", "yes", "thanks"]
        var anew = try Stage()
        var kept = try Stage()
        kept.readings = TurnReadings()
        for line in lines {
            #expect(anew.say(line) == kept.say(line), "\(line)")
            #expect(anew.state == kept.state, "\(line)")
        }
        #expect(anew.calls == kept.calls)
    }

    @Test(
        "a look-up that is answered within the step does what one does that ends it",
        arguments: ["ok", "missing", "failed"])
    func lookUpsWithinSteps(outcome: String) throws {
        let lines = ["cancel order 1042 and where is order 1024?", "no, 1024", "yes", "thanks"]
        var waiting = try Stage()
        waiting.answers["shop.order"]?.outcome = outcome
        waiting.readings = TurnReadings()
        var atOnce = waiting
        atOnce.answersAtOnce = true
        for line in lines {
            #expect(waiting.say(line) == atOnce.say(line), "\(line)")
            #expect(waiting.state == atOnce.state, "\(line)")
        }
        #expect(waiting.calls == atOnce.calls)
        #expect(!waiting.calls.isEmpty)
    }

    @Test("what the shop has offered is read once a turn, and anew in the next")
    func keptOffers() {
        let offer = TurnRun.Offer(
            choice: Choice(id: "1042", name: "Order 1042"), record: ["id": .text("1042")])
        var readings = TurnReadings()
        #expect(readings.offers(of: "shop.orders()") { [offer] }.map(\.choice.id) == ["1042"])
        #expect(readings.offers(of: "shop.orders()") { [] }.map(\.choice.id) == ["1042"])
        #expect(readings.offers(of: "shop.items()") { [] }.isEmpty)
        readings.beginTurn()
        #expect(readings.offers(of: "shop.orders()") { [] }.isEmpty)
    }

    @Test(
        "a no, a hesitant yes, silence and words that are no answer write nothing",
        arguments: ["no", "yes, but wait", "hmm", "maybe"])
    func doesNotWrite(answer: String) throws {
        var stage = try Stage()
        _ = stage.say("cancel order 1042")
        _ = stage.say(answer)
        #expect(stage.writes == [])
    }

    @Test(
        "a correction at the confirmation changes the slot and asks again; only the new order is cancelled"
    )
    func correction() throws {
        var stage = try Stage()
        _ = stage.say("cancel order 1024")
        let said = stage.say("yes, but I meant 1042")
        #expect(said.contains("1042, then."))
        #expect(said.contains("Cancel 1042?"))
        #expect(stage.writes == [])
        _ = stage.say("yes")
        #expect(stage.writes == ["shop.cancel(order_id=1042)"])
    }

    @Test(
        "an order that does not exist is said so and asked anew; after its tries a person takes over"
    )
    func exhausted() throws {
        var stage = try Stage()
        stage.answers["shop.order"] = ActionResult(outcome: "missing")
        #expect(stage.say("cancel order 1111") == ["No such order.", "Which order?"])
        #expect(stage.say("1112") == ["No such order.", "Which order?"])
        #expect(stage.say("1113") == ["HANDOFF slot_not_given", "No such order."])
        #expect(stage.writes == [])
    }

    @Test("a look-up that fails is no missing order: a person takes over")
    func failedLookUp() throws {
        var stage = try Stage()
        stage.answers["shop.order"] = ActionResult(
            outcome: "failed", reason: "timeout", attempts: 3)
        #expect(
            stage.say("cancel order 1042") == ["HANDOFF action_failed", "No answer from the shop."])
        #expect(
            stage.state.failures
                == [FailedAction(action: "shop.order", reason: "timeout", attempts: 3)])
    }

    @Test("a question in between is answered, then the open confirmation comes back")
    func digression() throws {
        var stage = try Stage()
        _ = stage.say("cancel order 1042")
        let said = stage.say("when are you open")
        #expect(said == ["TIMER cancel_order/confirm", "Nine to five.", "Cancel 1042?"])
        #expect(stage.writes == [])
    }

    @Test("another wish in between is done first, then the open question comes back")
    func stack() throws {
        var stage = try Stage()
        _ = stage.say("cancel my order")
        #expect(stage.say("where is my order 1042") == ["It is packed.", "Which order?"])
        #expect(stage.state.stack.map(\.flow) == ["cancel_order"])
    }

    @Test(
        "what is not understood is said so, and the open question comes back without counting as a try"
    )
    func notUnderstood() throws {
        var stage = try Stage()
        _ = stage.say("cancel my order")
        #expect(stage.say("purple elephants") == ["Sorry?", "Which order?"])
        #expect(stage.state.failedTurns == 1)
        #expect(stage.state.stack.last?.tries == ["order_id": 1])
    }

    @Test("a confirmation that nobody answers expires")
    func expiry() throws {
        var stage = try Stage()
        _ = stage.say("cancel order 1042")
        #expect(stage.take(.expired(timer: "cancel_order/confirm")).contains("Kept."))
        #expect(stage.state.stack == [])
        #expect(stage.take(.expired(timer: "cancel_order/confirm")) == [])
        #expect(stage.writes == [])
    }

    @Test("a late or repeated answer of the shop changes nothing")
    func strayAnswer() throws {
        var stage = try Stage()
        _ = stage.say("cancel order 1042")
        let before = stage.state
        #expect(stage.take(.answer(call: "c1/1/1", ActionResult(outcome: "ok"))) == [])
        #expect(stage.state == before)
    }
}
