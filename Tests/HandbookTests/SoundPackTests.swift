import Dialogue
import Facts
import Testing
import Triage

@testable import Handbook

@Suite("A sound pack")
struct SoundPackTests {
    @Test("has no mistakes, and no warnings")
    func sound() {
        let reading = HandbookReader.check(TinyPack.source())
        #expect(reading.diagnostics == [])
        #expect(reading.handbook != nil)
    }

    @Test("becomes flows, types, actions and replies")
    func book() throws {
        let handbook = try #require(HandbookReader.check(TinyPack.source()).handbook)
        let flow = try #require(handbook.book.flows["cancel_order"])
        #expect(
            flow.states.map(\.id) == [
                "collect", "confirm", "cancel", "refuse", "kept", "refuse/offer",
            ])
        #expect(flow.needs == "identify")
        #expect(handbook.book.flowOfIntent == ["cancel_order": "cancel_order"])
        #expect(handbook.book.titles["cancel_order"] == ["en": "cancel an order"])
        #expect(handbook.book.labels["cancel_reason"]?["late"] == ["en": "too late"])
        #expect(handbook.zone.name == "Europe/Berlin")
        #expect(handbook.languages == ["en"])
        #expect(
            flow.states[3].body
                == .choose([
                    Branch(condition: .always, step: Step(destination: .state("refuse/offer")))
                ]))
        #expect(flow.states[3].say == ["cancel_order.refused"])
        #expect(
            flow.states[5].body
                == .confirm(
                    ask: "repair.offer_handoff",
                    agreed: Step(
                        destination: .handoff(Handoff(queue: "general", reason: "policy"))),
                    declined: Step(destination: .end(outcome: "unresolved"))))
        #expect(
            flow.states[1].expiry
                == Expiry(after: .seconds(86_400), step: Step(destination: .state("kept"))))
        #expect(
            flow.slots[0]
                == Slot(
                    id: "order_id", type: SlotTypeUse(name: "order"), ask: "cancel_order.ask_order",
                    sources: [.message, .earlier], takesOnlyChoice: true))
    }

    @Test("says a knowledge article as it is written, braces and all")
    func article() throws {
        let handbook = try #require(HandbookReader.check(TinyPack.source()).handbook)
        let template = try #require(
            handbook.book.replies.template("knowledge.returns", language: "en", times: 0))
        #expect(template.variables.isEmpty)
        #expect(template.source == "{{Send it back \\{within 30 days\\}.}}")
    }

    @Test("has a fingerprint that any change of a name or a byte changes")
    func fingerprint() {
        let one = TinyPack.source().fingerprint
        #expect(one == TinyPack.source().fingerprint)
        #expect(one.utf8.count == 16)
        let other = TinyPack.source([Edit("pack.yaml", "EUR", "USD")]).fingerprint
        #expect(one != other)
        #expect(TinyPack.source([Edit("x/en.yaml", "", "")]).fingerprint != one)
    }
}
