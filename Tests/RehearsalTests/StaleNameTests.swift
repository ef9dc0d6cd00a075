import Handbook
import Rehearsal
import Testing

@Suite("names in transcripts")
struct StaleNameTests {
    @Test(
        "that the pack has no more are found with their line and the nearest name",
        arguments: [
            (
                "bot=: cancel_order.confirm_cancle",
                "reply 'cancel_order.confirm_cancle'; did you mean"
            ),
            ("  ? intent = cancel_ordr", "intent 'cancel_ordr'"),
            ("  ? state = cancel_order/conferm", "state 'cancel_order/conferm'"),
            ("  ? slot.order_nr = 1", "slot 'order_nr'"), ("  ! shop.cancel(x=1) -> ok", "action"),
            ("  ! shop.cancel_order(x=1) -> gone", "outcome 'shop.cancel_order gone'"),
            ("  ! desk.enqueue(queue=nobody)", "queue 'nobody'"),
            ("agent.zoe: hi", "agent 'zoe'"), ("given: shop.ordr -> missing", "action 'shop.ordr'"),
        ])
    func stale(line: String, message: String) throws {
        let names = StaleNames(try ShippedPack.read().handbook)
        let text = "=== One\ncustomer: hi\n\(line)\n"
        let found = names.diagnostics(of: try Transcript(text: text, file: "a.talk"))
        #expect(found.count == 1)
        #expect(found.first?.line == 3)
        #expect(found.first?.description.contains("has no \(message)") == true, "\(found)")
    }

    @Test("the shipped transcripts name nothing that is gone")
    func shipped() throws {
        let names = StaleNames(try ShippedPack.read().handbook)
        #expect(try ShippedPack.transcripts().flatMap { names.diagnostics(of: $0) } == [])
    }
}
