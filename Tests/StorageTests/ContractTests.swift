import Desk
import Dialogue
import Facts
import Reporting
import Testing
import Triage

@testable import Storage

/// What every store must do, run against each of them.
@Suite("The contract of a store")
struct ContractTests {
    @Test("what was committed is found", arguments: StoreKind.allCases)
    func findsCommitted(_ kind: StoreKind) throws {
        let fixture = try StoreFixture(kind)
        let store = fixture.store
        #expect(try store.conversation("c") == nil)
        #expect(try store.answer(conversation: "c", message: "m1") == nil)
        #expect(try store.ticket("T-1") == nil)
        #expect(try store.restore() == Restored())

        let conversation = Samples.conversation("c", text: "hello \"ä\" \u{1F600}\n")
        let turn = Samples.turn("c", message: "m1", number: 1, texts: ["one", "two"])
        var batch = Batch()
        batch.events = [Samples.said("c", "m1", at: 5)]
        batch.conversations = [conversation]
        batch.answers = [StoredAnswer(at: Instant(milliseconds: 5), turn: turn)]
        batch.messages = turn.messages.map {
            SentMessage(at: Instant(milliseconds: 5), message: $0)
        }
        try store.commit(batch)

        #expect(try store.conversation("c") == conversation)
        #expect(try store.answer(conversation: "c", message: "m1") == turn)
        #expect(try store.answer(conversation: "c", message: "m2") == nil)
        #expect(try store.answer(conversation: "d", message: "m1") == nil)
        #expect(try store.events(conversation: "c", limit: 10) == batch.events)
        #expect(try store.messages(conversation: "c", after: 0, limit: 10) == batch.messages)
        #expect(
            try store.messages(conversation: "c", after: 1, limit: 10)
                == Array(batch.messages.suffix(1)))
        #expect(try store.messages(conversation: "c", after: 0, limit: 1).count == 1)
        try store.close()
    }

    @Test("the last state of a conversation counts", arguments: StoreKind.allCases)
    func replacesConversations(_ kind: StoreKind) throws {
        let store = try StoreFixture(kind).store
        var batch = Batch()
        batch.conversations = [
            Samples.conversation("c", text: "1"), Samples.conversation("c", text: "2"),
        ]
        try store.commit(batch)
        #expect(try store.conversation("c")?.tail.last?.text == "2")
        batch.conversations = [Samples.conversation("c", text: "3")]
        try store.commit(batch)
        #expect(try store.conversation("c")?.tail.last?.text == "3")
    }

    @Test("events keep their order, and the last ones are given", arguments: StoreKind.allCases)
    func keepsOrder(_ kind: StoreKind) throws {
        let store = try StoreFixture(kind).store
        for number in 0..<5 {
            var batch = Batch()
            batch.events = [
                Samples.said("c", "m\(number)", at: Int64(number)),
                Samples.said("d", "m\(number)", at: Int64(number)),
            ]
            try store.commit(batch)
        }
        #expect(
            try store.events(conversation: "c", limit: 2)
                == [Samples.said("c", "m3", at: 3), Samples.said("c", "m4", at: 4)])
    }

    @Test(
        "timers come back by time; set anew they move, cancelled they are gone",
        arguments: StoreKind.allCases)
    func keepsTimers(_ kind: StoreKind) throws {
        let store = try StoreFixture(kind).store
        let (one, two) = (
            TimerKey.conversation("c", name: "silence"), TimerKey.desk(.ticket("T-1"))
        )
        let three = TimerKey.desk(.agent("ana"))
        var batch = Batch()
        batch.timers = [
            .set(one, at: Instant(milliseconds: 300)), .set(two, at: Instant(milliseconds: 200)),
            .set(three, at: Instant(milliseconds: 100)), .cancel(three),
        ]
        try store.commit(batch)
        batch.timers = [.set(two, at: Instant(milliseconds: 400)), .cancel(three)]
        try store.commit(batch)
        #expect(
            try store.restore().timers == [
                DueTimer(key: one, at: Instant(milliseconds: 300)),
                DueTimer(key: two, at: Instant(milliseconds: 400)),
            ])
    }

    @Test(
        "a write is pending until its answer came, and once however often it is announced",
        arguments: StoreKind.allCases)
    func keepsOutbox(_ kind: StoreKind) throws {
        let store = try StoreFixture(kind).store
        let (first, second) = (Samples.write("c.1.1"), Samples.write("c.2.1"))
        let now = Instant(milliseconds: 1)
        var batch = Batch()
        batch.outbox = [
            .pending(first, at: now), .pending(second, at: now), .pending(first, at: now),
        ]
        try store.commit(batch)
        #expect(try store.restore().outbox == [first, second])
        batch.outbox = [.done(call: first.id, ActionResult(outcome: "ok"), at: now)]
        try store.commit(batch)
        #expect(try store.restore().outbox == [second])
        let written = try store.writes(since: now, after: 0, limit: 10)
        #expect(written.map(\.call) == [first, second] && written.map(\.at) == [now, now])
        #expect(written.map(\.result?.outcome) == ["ok", nil])
        let next = try store.writes(since: now, after: written.first?.number ?? 0, limit: 10)
        #expect(next.map(\.call) == [second])
        #expect(try store.writes(since: now, after: 0, limit: 1).map(\.call) == [first])
        let later = Instant(milliseconds: now.milliseconds + 1)
        #expect(try store.writes(since: later, after: 0, limit: 10).isEmpty)
        batch.outbox = [.pending(first, at: now)]
        try store.commit(batch)
        #expect(try store.restore().outbox.contains(second))
    }

    @Test("a conversation in mid-turn is found after a restart", arguments: StoreKind.allCases)
    func findsUnfinished(_ kind: StoreKind) throws {
        let store = try StoreFixture(kind).store
        var conversation = Samples.conversation("c", text: "x")
        conversation.current = Utterance(conversation: "c", message: "m", text: "x")
        var batch = Batch()
        batch.conversations = [conversation, Samples.conversation("d", text: "y")]
        try store.commit(batch)
        #expect(try store.restore().unfinished == ["c"])
        conversation.current = nil
        batch.conversations = [conversation]
        try store.commit(batch)
        #expect(try store.restore().unfinished == [])
    }

    @Test(
        "the desk comes back with its open tickets, its agents and its last number",
        arguments: StoreKind.allCases)
    func keepsDesk(_ kind: StoreKind) throws {
        let store = try StoreFixture(kind).store
        var batch = Batch()
        let effects = Samples.deskEffects(conversations: ["c", "d"])
        batch.tickets = effects.tickets
        batch.agents = effects.agents
        try store.commit(batch)
        let desk = try store.restore().desk
        let last = try #require(effects.tickets.last)
        #expect(desk.lastSequence == last.sequence)
        #expect(desk.tickets == effects.tickets)
        #expect(desk.agents == effects.agents)
        #expect(try store.ticket(last.id) == last)

        var closed = last
        closed.state = .closed
        batch.tickets = [closed]
        try store.commit(batch)
        #expect(try store.restore().desk.tickets == Array(effects.tickets.dropLast()))
        #expect(try store.restore().desk.lastSequence == last.sequence)
        #expect(try store.ticket(last.id) == closed)
    }

    @Test(
        "the wait estimate goes on with what the stored tickets tell",
        arguments: StoreKind.allCases)
    func keepsWaits(_ kind: StoreKind) throws {
        let store = try StoreFixture(kind).store
        var desk = Desk(plan: Samples.plan)
        var batch = Batch()
        for (command, seconds) in [
            (DeskCommand.handoff(HandoffRequest(conversation: "c")), 10),
            (.conversationEnded(conversation: "c"), 100),
            (.handoff(HandoffRequest(conversation: "d")), 110),
            (.agent("ana", .next), 130),
            (.agent("ana", .resolve(ticket: "T-1002", epoch: 1, code: "done")), 190),
        ] {
            for case .ticketChanged(let ticket) in desk.handle(
                command, at: Instant(seconds: Int64(seconds)))
            {
                batch.tickets.append(ticket.value)
            }
        }
        try store.commit(batch)
        let learned = try store.restore().desk.statistics
        #expect(learned.handleTimes == [60_000])
        #expect(learned.abandoned == 1 && learned.exposure == 110)
        #expect(learned.handleTimes == desk.statistics.handleTimes)
        #expect(learned.abandonmentRate == desk.statistics.abandonmentRate)
    }

    @Test(
        "notices keep their order and their last state; those taken are not given back",
        arguments: StoreKind.allCases)
    func keepsNotices(_ kind: StoreKind) throws {
        let store = try StoreFixture(kind).store
        func notice(_ id: String, at milliseconds: Int64) -> Notice {
            Notice(
                id: id, hook: .page, ticket: "T-1", role: "oncall", reason: "waiting",
                at: Instant(milliseconds: milliseconds), body: "{\"ticket\":\"T-1\"}")
        }
        var batch = Batch()
        batch.notices = [notice("b", at: 5), notice("a", at: 5), notice("c", at: 6)]
        try store.commit(batch)
        #expect(try store.restore().notices == batch.notices)

        var failed = batch.notices[0]
        failed.attempts = 1
        failed.next = Instant(milliseconds: 1005)
        failed.failure = "exit 1"
        var taken = batch.notices[1]
        taken.state = .taken
        var givenUp = batch.notices[2]
        givenUp.state = .givenUp
        batch.notices = [failed, taken, givenUp]
        try store.commit(batch)
        #expect(try store.restore().notices == [failed, givenUp])
    }

    @Test("old answers are forgotten, younger ones are not", arguments: StoreKind.allCases)
    func prunes(_ kind: StoreKind) throws {
        let store = try StoreFixture(kind).store
        var batch = Batch()
        batch.answers = [10, 20, 30].map {
            StoredAnswer(
                at: Instant(milliseconds: $0),
                turn: Samples.turn("c", message: "m\($0)", number: 1, texts: []))
        }
        try store.commit(batch)
        let now = Instant(milliseconds: 30)
        #expect(try store.pruneAnswers(before: Instant(milliseconds: 20), atMost: 10) == 1)
        #expect(try store.answer(conversation: "c", message: "m10") == nil)
        #expect(try store.answer(conversation: "c", message: "m20") != nil)
        #expect(try store.pruneAnswers(before: now + .seconds(1), atMost: 1) == 1)
        #expect(try store.pruneAnswers(before: now + .seconds(1), atMost: 5) == 1)
        #expect(try store.pruneAnswers(before: now + .seconds(1), atMost: 5) == 0)
    }

    @Test("a closed store refuses", arguments: StoreKind.allCases)
    func refusesWhenClosed(_ kind: StoreKind) throws {
        let store = try StoreFixture(kind).store
        try store.close()
        var batch = Batch()
        batch.conversations = [Samples.conversation("c", text: "x")]
        #expect(throws: StoreError.self) { try store.commit(batch) }
    }
}

/// What reports read.
@Suite("The contract of a store, for reports")
struct ChronicleContractTests {
    private let all = Period(start: Instant(milliseconds: 0), end: Instant(milliseconds: 1000))

    private func presence(_ at: Int64, _ agent: String) -> ChronicleEntry {
        ChronicleEntry(
            at: Instant(milliseconds: at),
            what: .presence(PresenceChange(agent: agent, presence: .online)))
    }

    private func turn(_ at: Int64) -> ChronicleEntry {
        ChronicleEntry(
            at: Instant(milliseconds: at),
            what: .turn(
                BotTurn(conversation: "c", number: 1, saidAt: Instant(milliseconds: at))))
    }

    @Test(
        "the chronicle is read by kind, by time and page by page", arguments: StoreKind.allCases)
    func chronicle(_ kind: StoreKind) throws {
        let store = try StoreFixture(kind).store
        var batch = Batch()
        batch.chronicle = [presence(5, "ana"), turn(6), turn(1000)]
        try store.commit(batch)
        batch.chronicle = [presence(7, "ben")]
        try store.commit(batch)
        let first = try store.chronicle(ChroniclePage(period: all, limit: 2))
        #expect(first.map(\.entry) == [presence(5, "ana"), turn(6)])
        let next = try store.chronicle(
            ChroniclePage(period: all, after: first.last?.number ?? 0, limit: 2))
        #expect(next.map(\.entry) == [presence(7, "ben")])
        let agents = try store.chronicle(ChroniclePage(kind: .presence, period: all))
        #expect(agents.map(\.entry) == [presence(5, "ana"), presence(7, "ben")])
    }

    @Test("open tickets are always given, closed ones by time", arguments: StoreKind.allCases)
    func tickets(_ kind: StoreKind) throws {
        let store = try StoreFixture(kind).store
        var batch = Batch()
        batch.tickets = Samples.deskEffects(conversations: ["c", "d"]).tickets
        var closed = try #require(batch.tickets.last)
        closed.state = .closed
        batch.tickets.append(closed)
        try store.commit(batch)
        let last = try #require(closed.history.last?.at)
        let touched = try store.tickets(touchedSince: last, after: 0, limit: 10)
        #expect(Set(touched.map(\.sequence)).count == touched.count)
        #expect(touched.contains { $0.id == closed.id })
        let later = try store.tickets(
            touchedSince: last + .milliseconds(1), after: 0, limit: 10)
        #expect(!later.isEmpty)
        #expect(!later.contains { $0.id == closed.id })
        #expect(
            try store.tickets(touchedSince: last, after: closed.sequence, limit: 10).isEmpty)
    }
}
