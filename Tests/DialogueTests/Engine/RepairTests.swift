import Dialogue
import Facts
import Testing

@Suite("Repairs of the open question, silence, and the question after a resolution")
struct RepairTests {
    private static let pauses = Pauses(
        remindAfter: .seconds(600), closeAfter: .seconds(3600), rateAfter: .seconds(300))

    /// The flow with a note that may be left out, and a reason for its first question.
    private static var withNote: Flow {
        var flow = SmallPack.cancel
        flow.slots[0].why = "cancel_order.why_order"
        flow.slots.append(
            Slot(id: "note", type: SlotTypeUse(name: "note"), ask: "ask_note", isOptional: true))
        flow.states[0].body = .collect(
            slots: ["order_id", "note"],
            next: [Branch(condition: .always, step: Step(destination: .state("confirm")))])
        return flow
    }

    @Test("undo takes the last answer back and asks for it again, without counting a try")
    func undo() throws {
        var stage = try Stage()
        _ = stage.say("cancel my order")
        _ = stage.say("1042")
        #expect(
            stage.say("undo") == ["NO TIMER cancel_order/confirm", "One back.", "Which order?"])
        #expect(stage.state.stack.last?.tries["order_id"] == 1)
        #expect(stage.say("1024").last == "Cancel 1024?")
        _ = stage.say("yes")
        #expect(stage.writes == ["shop.cancel(order_id=1024)"])
    }

    @Test("an optional question may be skipped, one that is needed comes back")
    func skip() throws {
        var stage = try Stage([Self.withNote])
        _ = stage.say("cancel my order")
        #expect(stage.say("skip") == ["Which order?"])
        #expect(stage.say("1042") == ["Anything else?"])
        #expect(stage.say("skip").last == "Cancel 1042?")
        #expect(stage.state.stack.last?.slots["note"] == nil)
    }

    @Test("a question gives its reason and comes back")
    func why() throws {
        var stage = try Stage([Self.withNote])
        _ = stage.say("cancel my order")
        #expect(stage.say("why do you ask") == ["To find it.", "Which order?"])
    }

    @Test("a moment's wait leaves the confirmation open: the yes after it counts")
    func wait() throws {
        var stage = try Stage()
        _ = stage.say("cancel order 1042")
        #expect(
            stage.say("one moment") == [
                "NO TIMER cancel_order/confirm", "TIMER cancel_order/confirm", "Fine.",
            ])
        #expect(stage.writes == [])
        #expect(stage.say("yes").last == "Cancelled 1042.")
    }

    @Test("silence: a reminder, then it waits; the customer's return takes the question up again")
    func silence() throws {
        var stage = try Stage(pauses: Self.pauses)
        #expect(stage.say("cancel my order") == ["TIMER pause/silence", "Which order?"])
        stage.now = Instant(milliseconds: 600_000)
        #expect(
            stage.take(.expired(timer: "pause/silence"))
                == ["TIMER pause/silence", "Still there?", "Which order?"])
        stage.now = Instant(milliseconds: 4_200_000)
        #expect(stage.take(.expired(timer: "pause/silence")) == ["Later, then."])
        #expect(stage.state.isPaused)
        #expect(
            stage.say("purple elephants")
                == ["TIMER pause/silence", "Back at cancel_order.", "Which order?"])
        #expect(stage.state.stack.last?.tries == ["order_id": 1])
    }

    @Test("a message in time moves the reminder, whatever the timer says")
    func answered() throws {
        var stage = try Stage(pauses: Self.pauses)
        _ = stage.say("cancel my order")
        stage.now = Instant(milliseconds: 500_000)
        _ = stage.say("1042")
        stage.now = Instant(milliseconds: 600_000)
        #expect(stage.take(.expired(timer: "pause/silence")) == ["TIMER pause/silence"])
        _ = stage.say("no")
        stage.now = Instant(milliseconds: 1_100_000)
        #expect(stage.take(.expired(timer: "pause/silence")) == [])
    }

    @Test("a yes to the reminder's question counts, one after the pause is asked again")
    func yesAfterSilence() throws {
        var stage = try Stage(pauses: Self.pauses)
        _ = stage.say("cancel order 1042")
        stage.now = Instant(milliseconds: 600_000)
        _ = stage.take(.expired(timer: "pause/silence"))
        stage.now = Instant(milliseconds: 4_200_000)
        _ = stage.take(.expired(timer: "pause/silence"))
        #expect(stage.say("yes").last == "Cancel 1042?")
        #expect(stage.writes == [])
        _ = stage.say("yes")
        #expect(stage.writes == ["shop.cancel(order_id=1042)"])
    }

    @Test("e-mail has no silence")
    func email() throws {
        var stage = try Stage(pauses: Self.pauses)
        stage.state.channel = "email"
        #expect(stage.say("cancel my order") == ["Which order?"])
    }

    @Test(
        "after a resolution the customer is asked once how well it went, and any other message goes on"
    )
    func rating() throws {
        var stage = try Stage(pauses: Self.pauses)
        _ = stage.say("cancel order 1042")
        #expect(stage.say("yes").first == "NO TIMER cancel_order/confirm")
        #expect(stage.state.armed.contains("pause/rating"))
        stage.now = Instant(milliseconds: 300_000)
        #expect(stage.take(.expired(timer: "pause/rating")) == ["1 to 5?"])
        #expect(stage.say("4") == ["Thanks."])
        #expect(stage.state.satisfaction == 4)
        _ = stage.say("cancel order 1024")
        _ = stage.say("yes")
        #expect(!stage.state.armed.contains("pause/rating"))
    }

    @Test("numbers that are no rating are none", arguments: ["0", "6", "1042", "4 5", "no"])
    func noRating(answer: String) throws {
        var stage = try Stage(pauses: Self.pauses)
        _ = stage.say("cancel order 1042")
        _ = stage.say("yes")
        stage.now = Instant(milliseconds: 300_000)
        _ = stage.take(.expired(timer: "pause/rating"))
        _ = stage.say(answer)
        #expect(stage.state.satisfaction == nil)
        #expect(!stage.state.isRating)
    }
}
