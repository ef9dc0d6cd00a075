import Daemon
import Desk
import Dialogue
import Facts
import Reporting
import Storage
import Synchronization
import Testing
import Triage

@Suite("The driver: events in, releases out, nothing lost in between")
struct DriverTests {
    private let shop = NotingShop()
    private let start = SmallDesk.start

    private func driver(_ store: any Store, residents: Int = 100) throws -> DeskDriver {
        DeskDriver(
            handbook: try SmallDesk.handbook.get(), store: store, shop: shop, residents: residents)
    }

    private func texts(_ releases: [Release]) -> [String] {
        releases.flatMap { release -> [String] in
            switch release {
            case .turn(let turn): turn.messages.map(\.text)
            case .message(let message): [message.text]
            case .overloaded, .desk, .called, .traced: []
            }
        }
    }

    @Test("a greeting is one turn, and durable after the commit")
    func greets() throws {
        let store = MemoryStore()
        var driver = try driver(store)
        let releases = try driver.handle(SmallDesk.said("hello", "m1"), at: start)
        guard case .turn(let turn) = releases.first, releases.count == 1 else {
            Issue.record("\(releases)")
            return
        }
        #expect(turn.message == "m1")
        #expect(turn.number == 1)
        #expect(turn.intent == "hello")
        #expect(turn.messages.map(\.text) == ["Hello."])
        #expect(try store.answer(conversation: "c", message: "m1") == nil)
        #expect(
            try driver.answer(to: MessageKey(conversation: "c", message: "m1")) == turn)
        try driver.commit()
        #expect(try store.answer(conversation: "c", message: "m1") == turn)
        #expect(try store.conversation("c")?.turnCount == 1)
        #expect(
            try store.events(conversation: "c", limit: 9).map(\.event)
                == [SmallDesk.said("hello", "m1")])
    }

    @Test("what the desk says at a handoff is part of the turn's answer, not a message after it")
    func answersWithNotices() throws {
        var handbook = try SmallDesk.handbook.get()
        handbook.plan.calendars = [
            WorkCalendar(
                name: "never", zone: .utc,
                week: [[DayPeriod(start: 0, end: 1)]] + Array(repeating: [], count: 6))
        ]
        handbook.plan.defaults.hours = "never"
        handbook.plan.rules = [
            DeskRule(
                id: "always",
                when: .test(
                    Comparison(
                        field: ["channel"], relation: .equal, operand: .value(.text("chat")))),
                then: RuleAction(handOff: true, say: "hello.hello"))
        ]
        let store = MemoryStore()
        var driver = DeskDriver(handbook: handbook, store: store, shop: shop)
        let releases = try driver.handle(SmallDesk.said("human", "m1"), at: start)
        let turns = releases.compactMap { if case .turn(let turn) = $0 { turn } else { nil } }
        let said = ["Hello.", "We are closed."]
        #expect(turns.map { $0.messages.map(\.text) } == [said])
        #expect(!releases.contains { if case .message = $0 { true } else { false } })
        try driver.commit()
        #expect(
            try store.messages(conversation: "c", after: 0, limit: 9).map(\.message)
                == turns[0].messages)
        // Agents read it in the customer's order.
        let tail = try store.conversation("c")?.tail ?? []
        #expect(tail.map(\.text) == ["human"] + said)
    }

    @Test("a look-up is asked and answered within the round")
    func looksUp() throws {
        var driver = try driver(MemoryStore())
        let releases = try driver.handle(SmallDesk.said("track", "m1"), at: start)
        #expect(texts(releases) == ["It is on its way."])
        #expect(shop.actions == ["shop.order"])
        guard case .called(_, let result) = releases.first else {
            Issue.record("\(releases)")
            return
        }
        #expect(result.attempts == 1)
    }

    @Test("a shop that fails for a passing reason is asked again, as often as declared")
    func retries() throws {
        let failed = ActionResult(outcome: "failed", reason: "timeout")
        shop.state.withLock { $0.script = [failed, failed] }
        var driver = try driver(MemoryStore())
        #expect(
            texts(try driver.handle(SmallDesk.said("track", "m1"), at: start))
                == ["It is on its way."])
        #expect(shop.actions.count == 3)

        shop.state.withLock { $0.script = [failed, failed, failed] }
        let releases = try driver.handle(SmallDesk.said("track", "m2"), at: start)
        #expect(texts(releases).last == "A colleague takes over.")
        #expect(shop.actions.count == 6)
        shop.state.withLock { $0.script = [ActionResult(outcome: "failed", reason: "no_key")] }
        _ = try driver.handle(SmallDesk.said("track", "m1", in: "d"), at: start)
        #expect(shop.actions.count == 7)
    }

    @Test("a write leaves only when its outbox row is on disk, and is answered after that")
    func writesAfterCommit() throws {
        let store = FlakyStore()
        let order = Mutex<[String]>([])
        store.state.withLock { state in
            state.onCommit = { batch in
                let outbox = batch.outbox.map { change in
                    switch change {
                    case .pending: "pending"
                    case .done: "done"
                    }
                }
                order.withLock { $0.append("commit \(outbox.joined(separator: " "))") }
            }
        }
        let shop = shop
        shop.state.withLock { state in
            state.onCall = { call in order.withLock { $0.append("call \(call.action)") } }
        }
        var desk = try InProcessDesk(
            handbook: try SmallDesk.handbook.get(), shop: shop, start: start, store: store)
        _ = try desk.handle(SmallDesk.said("cancel", "m1"))
        order.withLock { $0 = [] }
        #expect(texts(try desk.handle(SmallDesk.said("yes", "m2"))) == ["Cancelled."])
        #expect(order.withLock { $0 } == ["commit pending", "call shop.cancel", "commit done"])
    }

    @Test("a crash before the shop was asked: it is asked after the restart, once")
    func crashesBeforeWrite() throws {
        let store = MemoryStore()
        var first = try driver(store)
        _ = try first.handle(SmallDesk.said("cancel", "m1"), at: start)
        #expect(texts(try first.handle(SmallDesk.said("yes", "m2"), at: start)) == [])
        try first.commit()
        #expect(shop.actions == [])

        var second = try driver(store)
        _ = try second.recover(at: start)
        let answers = second.performWrites(at: start)
        var releases: [Release] = []
        for answer in answers { releases += try second.handle(answer, at: start) }
        #expect(texts(releases) == ["Cancelled."])
        try second.commit()
        #expect(shop.actions == ["shop.cancel"])
        #expect(try store.restore().outbox == [])
        #expect(
            try store.answer(conversation: "c", message: "m2")?.messages.map(\.text)
                == ["Cancelled."])
    }

    @Test("a crash before the answer is on disk: the write is repeated under its key")
    func crashesAfterWrite() throws {
        let store = MemoryStore()
        var first = try driver(store)
        _ = try first.handle(SmallDesk.said("cancel", "m1"), at: start)
        _ = try first.handle(SmallDesk.said("yes", "m2"), at: start)
        try first.commit()
        _ = first.performWrites(at: start)

        var second = try driver(store)
        _ = try second.recover(at: start)
        for answer in second.performWrites(at: start) { _ = try second.handle(answer, at: start) }
        try second.commit()
        #expect(shop.keys.count == 2)
        #expect(Set(shop.keys).count == 1)
        #expect(try store.conversation("c")?.dialogue.done.count == 1)
    }

    @Test("a crash while a look-up is out: it is asked again after the restart")
    func crashesDuringLookUp() throws {
        let store = MemoryStore()
        shop.state.withLock { $0.isHolding = true }
        var first = try driver(store)
        #expect(try first.handle(SmallDesk.said("track", "m1"), at: start) == [])
        try first.commit()
        shop.state.withLock { $0.isHolding = false }

        var second = try driver(store)
        #expect(texts(try second.recover(at: start)) == ["It is on its way."])
        try second.commit()
        #expect(try store.restore().unfinished == [])
    }

    @Test("an answer that comes late is an event; a second answer to one call counts for nothing")
    func takesLateAnswers() throws {
        let late = Mutex<[Event]>([])
        shop.state.withLock { $0.isHolding = true }
        var driver = DeskDriver(
            handbook: try SmallDesk.handbook.get(), store: MemoryStore(), shop: shop,
            later: { event in late.withLock { $0.append(event) } })
        #expect(try driver.handle(SmallDesk.said("track", "m1"), at: start) == [])
        shop.answerHeld()
        let events = late.withLock { $0 }
        #expect(events.count == 1)
        var releases: [Release] = []
        for event in events + events { releases += try driver.handle(event, at: start) }
        #expect(texts(releases) == ["It is on its way."])
    }

    @Test("a timer fires at its time, also after a restart, and only once")
    func firesTimers() throws {
        let store = MemoryStore()
        var first = try driver(store)
        _ = try first.handle(SmallDesk.said("cancel", "m1"), at: start)
        try first.commit()
        #expect(first.nextTimer == start + .seconds(60))

        var second = try driver(store)
        _ = try second.recover(at: start + .seconds(10))
        #expect(second.nextTimer == start + .seconds(60))
        #expect(try second.fireTimers(at: start + .seconds(59)) == [])
        #expect(texts(try second.fireTimers(at: start + .seconds(61))) == ["Kept."])
        #expect(try second.fireTimers(at: start + .seconds(61)) == [])
        try second.commit()
        #expect(try store.restore().timers == [])
    }

    @Test("the virtual clock fires each timer at its own time")
    func advances() throws {
        var desk = try InProcessDesk(
            handbook: try SmallDesk.handbook.get(), shop: shop, start: start)
        _ = try desk.handle(SmallDesk.said("cancel", "m1"))
        #expect(texts(try desk.advance(to: start + .seconds(3600))) == ["Kept."])
        #expect(desk.now == start + .seconds(3600))
        #expect(desk.conversation("c")?.tail.last?.at == start + .seconds(60))
    }

    @Test("when the store fails everything is kept, and the next commit stores it")
    func keepsWhenStoreFails() throws {
        let store = FlakyStore()
        var driver = try driver(store)
        store.state.withLock { $0.isFailing = true }
        _ = try driver.handle(SmallDesk.said("hello", "m1"), at: start)
        #expect(throws: StoreError.diskFull(path: "/full/triage.db")) { try driver.commit() }
        _ = try driver.handle(SmallDesk.said("hello", "m2"), at: start)
        store.state.withLock { $0.isFailing = false }
        try driver.commit()
        #expect(try store.answer(conversation: "c", message: "m1") != nil)
        #expect(try store.answer(conversation: "c", message: "m2")?.number == 2)
        #expect(try store.events(conversation: "c", limit: 9).count == 2)
    }

    @Test("conversations that leave the memory go on where they were")
    func evicts() throws {
        var driver = try driver(MemoryStore(), residents: 3)
        for turn in 1...3 {
            for number in 0..<10 {
                let event = SmallDesk.said("hello", "m\(turn)", in: "c\(number)")
                let releases = try driver.handle(event, at: start)
                guard case .turn(let said) = releases.first else {
                    Issue.record("\(releases)")
                    return
                }
                #expect(said.number == turn)
                try driver.commit()
                #expect(driver.residentCount <= 4)
            }
        }
    }

    @Test("tickets, agents and their timers are stored with the event that changed them")
    func storesDesk() throws {
        let store = MemoryStore()
        var first = try driver(store)
        _ = try first.handle(SmallDesk.said("human", "m1"), at: start)
        _ = try first.handle(.agent("ana", .next), at: start)
        try first.commit()
        let ticket = try #require(try store.restore().desk.tickets.first)
        #expect(ticket.state == .claimed(agent: "ana"))
        #expect(try store.conversation("c")?.owner == .agent("ana"))

        var second = try driver(store)
        _ = try second.recover(at: start)
        #expect(second.machine.desk.ticket(ticket.id)?.state == .claimed(agent: "ana"))
        #expect(second.machine.desk.agent("ana")?.graceUntil == start + .seconds(60))
    }

    @Test("an answer counts for the wish that asked, whatever its words alone would mean")
    func topicOfAnswers() throws {
        let store = MemoryStore()
        var driver = try driver(store)
        _ = try driver.handle(SmallDesk.said("cancel", "m1"), at: start)
        _ = try driver.handle(SmallDesk.said("no", "m2"), at: start)
        try driver.commit()
        let intents = try store.chronicle(
            ChroniclePage(period: Period(start: start, end: start + .seconds(9)))
        )
        .compactMap { entry -> String? in
            if case .turn(let turn) = entry.entry.what { turn.intent } else { nil }
        }
        #expect(intents == ["cancel", "cancel"])
    }
}
