import Dialogue
import Testing

@Suite("Tracing a turn")
struct TracingTests {
    @Test("states, transitions and guards are noted in order; an undone step leaves no mark")
    func marks() throws {
        var stage = try Stage(isTraced: true)
        _ = stage.say("cancel order 1042")
        func id(_ state: String, _ way: TransitionID.Way) -> TransitionID {
            TransitionID(flow: "cancel_order", state: state, way: way)
        }
        #expect(
            stage.trace == [
                .entered(flow: "cancel_order", state: "find"),
                .tested(id("find", .branch(0)), holds: false), .taken(id("find", .branch(1))),
                .entered(flow: "cancel_order", state: "confirm"),
            ])
        stage.trace = []
        _ = stage.say("yes")
        #expect(
            stage.trace == [
                .taken(id("confirm", .agreed)), .entered(flow: "cancel_order", state: "cancel"),
                .taken(id("cancel", .outcome("ok"))),
            ])
    }

    @Test("a delayed event is a transition")
    func expiry() throws {
        var stage = try Stage(isTraced: true)
        _ = stage.say("cancel order 1042")
        _ = stage.take(.expired(timer: "cancel_order/confirm"))
        let way = TransitionID(flow: "cancel_order", state: "confirm", way: .expired)
        #expect(stage.trace.last == .taken(way))
    }

    @Test("a dialogue that is not traced notes nothing")
    func untraced() throws {
        var stage = try Stage()
        _ = stage.say("cancel order 1042")
        #expect(stage.trace.isEmpty)
    }
}
