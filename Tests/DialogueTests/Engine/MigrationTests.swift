import Dialogue
import Facts
import Testing
import Understanding

@Suite("Open conversations when the pack is reloaded")
struct MigrationTests {
    /// The second version of the flow, its first state and slot renamed by the test.
    private static func second(
        rename change: (inout Flow) -> Void = { _ in }
    ) -> Flow {
        var flow = SmallPack.cancel
        flow.version = 2
        change(&flow)
        return flow
    }

    @Test("where the states are the same, the open question goes on and its answer counts")
    func sameStates() throws {
        var stage = try Stage()
        _ = stage.say("cancel my order")
        stage.dialogue = try SmallPack.dialogue([Self.second()])
        #expect(stage.say("1042").last == "Cancel 1042?")
        #expect(stage.state.stack.last?.version == 2)
        _ = stage.say("yes")
        #expect(stage.writes == ["shop.cancel(order_id=1042)"])
    }

    @Test("a yes to words of the older version writes nothing: the question is asked anew")
    func oldYes() throws {
        var stage = try Stage()
        _ = stage.say("cancel order 1042")
        stage.dialogue = try SmallPack.dialogue([Self.second()])
        #expect(stage.say("yes").last == "Cancel 1042?")
        #expect(stage.writes == [])
        _ = stage.say("yes")
        #expect(stage.writes == ["shop.cancel(order_id=1042)"])
    }

    @Test("a state that was renamed is found by the flow's rule, a slot too; no answer is lost")
    func renamed() throws {
        var stage = try Stage()
        _ = stage.say("cancel order 1042")
        let moved = Self.second { flow in
            flow.slots = [Slot(id: "number", type: SmallPack.order, ask: "ask_order")]
            flow.facts = []
            flow.states = [
                State(
                    id: "which",
                    body: .collect(
                        slots: ["number"],
                        next: [
                            Branch(condition: .always, step: Step(destination: .state("sure")))
                        ])),
                State(
                    id: "sure",
                    body: .confirm(
                        ask: "kept", agreed: Step(destination: .end(outcome: "resolved")),
                        declined: Step(destination: .end(outcome: "cancelled")))),
            ]
            flow.migration = Migration(
                states: ["confirm": "sure"], slots: ["order_id": "number"], otherwise: "which")
        }
        stage.dialogue = try SmallPack.dialogue([moved])
        _ = stage.say("hmm")
        #expect(stage.state.stack.map(\.state) == ["sure"])
        #expect(stage.state.stack.last?.slots["number"] == .text("1042"))
        #expect(stage.state.stack.last?.slots["order_id"] == nil)
    }

    @Test("a state that is gone, without a rule: the flow begins again and asks nothing twice")
    func withoutRule() throws {
        var stage = try Stage()
        _ = stage.say("cancel order 1042")
        let shorter = Self.second { flow in
            flow.states[0].id = "search"
            flow.states[1].id = "certain"
            flow.states[0].body = .collect(
                slots: ["order_id"],
                next: [Branch(condition: .always, step: Step(destination: .state("certain")))])
        }
        stage.dialogue = try SmallPack.dialogue([shorter])
        #expect(stage.say("hello again").last == "Cancel 1042?")
        #expect(stage.state.stack.map(\.state) == ["certain"])
    }

    @Test("a flow that the pack has no more ends in a person who sees the customer's words")
    func removed() throws {
        var stage = try Stage()
        _ = stage.say("cancel my order")
        var smaller = stage.dialogue.book
        smaller.flows["cancel_order"] = nil
        stage.dialogue = Dialogue(book: smaller, interpreter: stage.dialogue.interpreter)
        #expect(stage.say("1042").contains("HANDOFF flow_removed"))
        #expect(stage.state.wishes.map(\.text) == ["cancel my order"])
    }

    @Test(
        "a write that is out when the pack changes finds its answer in the state that does the same"
    )
    func openWrite() throws {
        var stage = try Stage()
        _ = stage.say("cancel order 1042")
        let yes = stage.dialogue.interpreter.interpret(
            "yes", language: "en", today: Day(number: 20_500))
        var open: ActionCall?
        var inputs: [DialogueInput] = [.utterance(yes)]
        while open == nil, let next = inputs.popLast() {
            for case .call(let call) in stage.dialogue.take(
                next, state: &stage.state, now: stage.now, today: Day(number: 20_500))
            {
                if call.access == .write {
                    open = call
                } else {
                    inputs.append(
                        .answer(
                            call: call.id, stage.answers[call.action] ?? ActionResult(outcome: "ok")
                        ))
                }
            }
        }
        let call = try #require(open)
        stage.dialogue = try SmallPack.dialogue([Self.second { $0.states[2].id = "strike" }])
        let said = stage.take(.answer(call: call.id, ActionResult(outcome: "ok")))
        #expect(said.last == "Cancelled 1042.")
        #expect(stage.state.done.count == 1)
    }

    @Test("whatever comes after whatever reload, nothing traps and no order number is lost")
    func random() throws {
        let lines = [
            "cancel my order", "1042", "yes", "no", "undo", "skip", "where is my order 1024", "hm",
        ]
        let packs = try [
            SmallPack.dialogue(),
            SmallPack.dialogue([Self.second { $0.states[1].id = "certain" }]),
            SmallPack.dialogue([
                Self.second {
                    $0.version = 3
                    $0.states[0].id = "first"
                    $0.migration = Migration(states: ["find": "first"], otherwise: "first")
                }
            ]),
        ]
        for seed in 1...200 as ClosedRange<UInt64> {
            var stage = try Stage()
            var random = Seeded(seed)
            for _ in 0..<12 {
                stage.dialogue = packs[random.next(below: packs.count)]
                let before = stage.state.stack.first?.slots["order_id"]
                _ = stage.take(
                    .expired(
                        timer: ["pause/silence", "cancel_order/confirm"][random.next(below: 2)]))
                _ = stage.say("when are you open")
                if let after = stage.state.stack.first, let before {
                    #expect(after.slots["order_id"] == before, "seed \(seed)")
                }
                _ = stage.say(lines[random.next(below: lines.count)])
            }
        }
    }
}

/// A small generator with a seed (SplitMix64).
struct Seeded {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((value ^ (value >> 31)) % UInt64(bound))
    }
}
