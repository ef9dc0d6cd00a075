import Dialogue
import Dispatch
import Synchronization
import Testing
import Triage
import Wire

@testable import Daemon

@Suite("A conversation that is open while the pack is reloaded")
struct ReloadTests {
    /// The desk's pack with another version of the flow that cancels.
    private static func changed(_ change: (inout Flow) -> Void) throws -> LoadedHandbook {
        var other = try SmallDesk.handbook.get()
        var flow = try #require(other.book.flows["cancel"])
        flow.version = 2
        change(&flow)
        other.book.flows["cancel"] = flow
        other.fingerprint = "changed"
        return LoadedHandbook(other)
    }

    private static func reload(
        _ daemon: TestDaemon, _ client: TestClient, _ next: LoadedHandbook
    ) throws {
        daemon.nextHandbook.result.withLock { $0 = .success(next) }
        #expect(try client.call("reload")["handbook"] == "changed")
    }

    @Test("goes on in renamed states by the flow's rule; the old question's yes is asked again")
    func renamedStates() throws {
        let daemon = try TestDaemon()
        let client = try daemon.client()
        #expect(try client.say("cancel").texts == ["Sure?"])
        try Self.reload(
            daemon, client,
            try Self.changed { flow in
                flow.states[0].id = "certain"
                flow.migration = Migration(states: ["confirm": "certain"])
            })
        #expect(try client.say("yes").texts == ["Sure?"])
        #expect(daemon.shop.actions == [])
        let done = try client.say("yes")
        #expect(done.texts == ["Cancelled."])
        #expect(done["owner"]?.string == "bot")
        #expect(daemon.shop.actions == ["shop.cancel"])
    }

    @Test("is told of the files as they are when it asks, also while an older reading is under way")
    func reloadsOneByOne() throws {
        let daemon = try TestDaemon()
        let client = try daemon.client()
        let (isReading, mayEnd) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        daemon.nextHandbook.onRead.withLock {
            $0 = {
                isReading.signal()
                mayEnd.wait()
            }
        }
        daemon.reload()
        isReading.wait()
        daemon.nextHandbook.onRead.withLock { $0 = nil }
        let next = try Self.changed { $0.states[0].id = "first" }
        daemon.nextHandbook.result.withLock { $0 = .success(next) }
        let reload = client.request("reload")
        #expect(try client.call("health")["status"] == "ok")
        mayEnd.signal()
        #expect(try client.response(to: reload).get()["handbook"] == "changed")
    }

    @Test("begins anew where its state is gone and no rule says where to go")
    func goneState() throws {
        let daemon = try TestDaemon()
        let client = try daemon.client()
        _ = try client.say("cancel")
        try Self.reload(daemon, client, try Self.changed { $0.states[0].id = "first" })
        #expect(try client.say("yes").texts == ["Sure?"])
        #expect(daemon.shop.actions == [])
        #expect(try client.say("no").texts == ["Kept."])
    }

    @Test("a flow that is gone ends in a person, and the daemon goes on serving")
    func goneFlow() throws {
        let daemon = try TestDaemon()
        let client = try daemon.client()
        _ = try client.say("cancel")
        var other = try SmallDesk.handbook.get()
        other.book.flows["cancel"] = nil
        other.book.flowOfIntent["cancel"] = nil
        other.fingerprint = "changed"
        try Self.reload(daemon, client, LoadedHandbook(other))
        let answer = try client.say("yes")
        #expect(answer["owner"]?.string == "queue")
        #expect(answer.texts == ["A colleague takes over."])
        #expect(try client.say("hello", in: "other").texts == ["Hello."])
        #expect(daemon.shop.actions == [])
    }

    @Test("a write that is out at the reload gets its answer, once")
    func openWrite() throws {
        let daemon = try TestDaemon()
        let client = try daemon.client()
        _ = try client.say("cancel")
        daemon.shop.state.withLock { $0.isHolding = true }
        let asked = client.request(
            "conversation.say", ["conversation": "c", "text": "yes", "message": "m2"])
        let other = try daemon.client()
        // The write leaves after its commit: soon, not at once.
        for _ in 0..<1000 where daemon.shop.actions.isEmpty { _ = try other.call("health") }
        #expect(daemon.shop.actions == ["shop.cancel"])
        try Self.reload(daemon, other, try Self.changed { $0.states[1].id = "strike" })
        daemon.shop.answerHeld()
        #expect(try client.response(to: asked).get().texts == ["Cancelled."])
        #expect(daemon.shop.actions == ["shop.cancel"])
    }
}
