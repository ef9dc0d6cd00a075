import Daemon
import Dialogue
import Facts
import Storage
import Synchronization
import Testing
import Triage

@Suite("A slow shop")
struct SlowShopTests {
    private let shop = NotingShop()
    private let start = SmallDesk.start

    @Test("after three seconds the customer hears that we are checking, once, and then the answer")
    func checking() throws {
        var replies = try SmallDesk.handbook.get()
        replies.book.replies.add(
            "repair.checking", language: "en",
            variants: [try MessageTemplate(parsing: "Let me check.")])
        shop.state.withLock { $0.isHolding = true }
        let store = MemoryStore()
        let inbox = Inbox()
        var driver = DeskDriver(handbook: replies, store: store, shop: shop) { inbox.put($0) }
        #expect(try driver.handle(SmallDesk.said("track", "m1"), at: start) == [])
        try driver.commit()
        #expect(try driver.fireTimers(at: start + .seconds(2)) == [])
        let told = try driver.fireTimers(at: start + .seconds(3))
        guard case .message(let message) = told.first, told.count == 1 else {
            Issue.record("\(told)")
            return
        }
        #expect(message.text == "Let me check.")
        shop.answerHeld()
        let event = try #require(inbox.take())
        let releases = try driver.handle(event, at: start + .seconds(4))
        #expect(releases.count == 1)
        #expect(try driver.fireTimers(at: start + .seconds(99)) == [])
    }

    @Test("an answer before that leaves no timer behind")
    func quick() throws {
        shop.state.withLock { $0.isHolding = true }
        let inbox = Inbox()
        var driver = DeskDriver(
            handbook: try SmallDesk.handbook.get(), store: MemoryStore(), shop: shop
        ) { inbox.put($0) }
        _ = try driver.handle(SmallDesk.said("track", "m1"), at: start)
        shop.answerHeld()
        _ = try driver.handle(try #require(inbox.take()), at: start + .seconds(1))
        #expect(driver.timerCount == 0)
    }
}

/// Events that came late, in order.
private final class Inbox: Sendable {
    private let events = Mutex<[Event]>([])

    func put(_ event: Event) { events.withLock { $0.append(event) } }
    func take() -> Event? { events.withLock { $0.isEmpty ? nil : $0.removeFirst() } }
}
