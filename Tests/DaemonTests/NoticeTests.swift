import Desk
import Facts
import Storage
import Testing
import Triage

@testable import Daemon

@Suite("Notices to programs: made once, kept until they are taken")
struct NoticeTests {
    private let start = SmallDesk.start

    private func driver(
        _ store: any Store, hooks: HookPlan = HookPlan(notify: ["/bin/tell", "-q"])
    ) throws -> DeskDriver {
        var handbook = try SmallDesk.handbook.get()
        handbook.plan.hooks = hooks
        handbook.plan.rules = [
            DeskRule(
                id: "every", when: .always,
                then: RuleAction(notify: ["lead", "night"], page: "oncall"))
        ]
        return DeskDriver(handbook: handbook, store: store, shop: NotingShop())
    }

    private func handOff(_ driver: inout DeskDriver) throws {
        _ = try driver.handle(SmallDesk.said("human", "m1"), at: start)
    }

    @Test("a rule that notifies makes one notice a role, told only after the commit")
    func posts() throws {
        let store = MemoryStore()
        var driver = try driver(store)
        try handOff(&driver)
        #expect(driver.takeNotices(at: start, atMost: 9) == [])
        try driver.commit()
        #expect(driver.nextNotice == start)
        let calls = driver.takeNotices(at: start, atMost: 9)
        // No program is named for pages.
        #expect(calls.map(\.notice.role) == ["lead", "night"])
        #expect(calls.allSatisfy { $0.program == ["/bin/tell", "-q"] })
        let body = try #require(calls.first.map { String(decoding: $0.input, as: UTF8.self) })
        let id = "T-1001.notify.lead.every.\(start.milliseconds)"
        #expect(
            body.hasPrefix(
                "{\"id\":\"\(id)\",\"hook\":\"notify\",\"role\":\"lead\",\"reason\":\"every\""))
        #expect(body.contains("\"agents\":[\"ana\"],\"ticket\":{\"id\":\"T-1001\""))
        #expect(body.hasSuffix(",\"attempt\":1}"))
        // They are being called: not due, and not called twice.
        #expect(driver.takeNotices(at: start, atMost: 9) == [])
        #expect(driver.nextNotice == nil)
        driver.finish(notice: id, failure: nil, at: start)
        try driver.commit()
        #expect(driver.openNotices.map(\.role) == ["night"])
        #expect(try store.restore().notices.map(\.role) == ["night"])
    }

    @Test("a plan without programs makes none")
    func silent() throws {
        var driver = try driver(MemoryStore(), hooks: HookPlan())
        try handOff(&driver)
        try driver.commit()
        #expect(driver.openNotices == [])
    }

    @Test(
        "a failed call is made again after 1, 2, 4 seconds, then given up, then by a person's word")
    func retries() throws {
        let store = MemoryStore()
        var driver = try driver(
            store, hooks: HookPlan(page: ["/bin/page"], timeout: .seconds(1), retries: 3))
        try handOff(&driver)
        try driver.commit()
        var now = start
        var pauses: [Int64] = []
        for attempt in 1...4 {
            let call = try #require(driver.takeNotices(at: now, atMost: 1).first)
            #expect(
                String(decoding: call.input, as: UTF8.self).hasSuffix(",\"attempt\":\(attempt)}"))
            driver.finish(notice: call.notice.id, failure: "exit 1", at: now)
            try driver.commit()
            guard let next = driver.nextNotice else { break }
            #expect(driver.takeNotices(at: next - .milliseconds(1), atMost: 1) == [])
            pauses.append((next - now).milliseconds)
            now = next
        }
        #expect(pauses == [1000, 2000, 4000])
        #expect(driver.givenUpNoticeCount == 1)
        let kept = try #require(store.restore().notices.first)
        #expect(kept.state == .givenUp && kept.attempts == 4 && kept.failure == "exit 1")
        #expect(driver.retryNotices("T-9.other", at: now) == 0)
        #expect(driver.retryNotices(nil, at: now) == 1)
        #expect(driver.takeNotices(at: now, atMost: 1).count == 1)
    }

    @Test(
        "after a crash what was not taken is called again under its id, and nothing is made twice")
    func restart() throws {
        let store = MemoryStore()
        var first = try driver(store)
        try handOff(&first)
        try first.commit()
        let before = first.takeNotices(at: start, atMost: 9).map(\.notice.id)
        first.finish(notice: before[0], failure: nil, at: start)
        try first.commit()
        // The second call was out when the machine died.
        var second = try driver(store)
        _ = try second.recover(at: start + .seconds(5))
        _ = try second.handle(SmallDesk.said("human", "m2"), at: start + .seconds(6))
        try second.commit()
        #expect(
            second.takeNotices(at: start + .seconds(6), atMost: 9).map(\.notice.id) == [before[1]])
    }

    @Test("a dead program does not fill the memory")
    func limit() {
        var outbox = NoticeOutbox()
        for number in 0..<(NoticeOutbox.limit * 3) {
            _ = outbox.add(
                Notice(
                    id: "\(number)", hook: .notify, ticket: "T", role: "lead", reason: "r",
                    at: start, body: "{}"))
        }
        #expect(outbox.waitingCount == NoticeOutbox.limit)
        #expect(outbox.givenUpCount == NoticeOutbox.limit)
        #expect(outbox.takeDue(at: start, atMost: 4).map(\.id) == ["0", "1", "2", "3"])
        #expect(NoticeOutbox.pause(after: 100) == .seconds(3600))
    }
}
