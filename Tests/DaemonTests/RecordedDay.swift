import Daemon
import Desk
import Dialogue
import Facts
import Foundation
import Reporting
import Storage
import Synchronization
import Triage

@testable import DeskTests

/// A day at a desk on a store in a file: three customers in six conversations, four agents, leads, lost connections,
/// writes to the shop, pages. What was promised to be durable is noted after each commit.
struct RecordedDay {
    /// What the store must give back when it is cut after this commit.
    struct Cut {
        /// Bytes of the write-ahead log.
        var logBytes: Int
        var restored: Restored
        /// All that was acknowledged so far: answers, messages to customers, what customers said.
        var answers: [MessageKey: Turn]
        var messages: [SentMessage]
        var events: [JournalEvent]
        /// The desk as it was, and its observer.
        var desk: Desk
        var checker: InvariantChecker
        var now: Instant
    }

    let path: String
    let shop = NotingShop()
    private let store: SQLiteStore
    private var driver: DeskDriver
    private var commands: RandomCommands
    private var checker: InvariantChecker
    private var now = Fixture.start
    private var said = 0
    private var answers: [MessageKey: Turn] = [:]
    private var messages: [SentMessage] = []
    private var events: [JournalEvent] = []
    private(set) var cuts: [Cut] = []

    /// Plays so many commits.
    init(folder: URL, seed: UInt64, commits: Int) throws {
        path = folder.appending(path: "day.db").path
        store = try SQLiteStore(path: path)
        let handbook = try Self.handbook()
        driver = DeskDriver(handbook: handbook, store: store, shop: shop)
        commands = RandomCommands(seed: seed)
        commands.isWhole = true
        checker = InvariantChecker(plan: handbook.plan)
        try note(store.restore())
        try playOpening()
        while cuts.count <= commits { try playRound() }
    }

    /// The files as a power cut leaves them, the log with its first `bytes` only and then `tail`, whose first byte is
    /// made another one than the log has there.
    func copy(to other: String, logBytes bytes: Int, tail: Data = Data()) throws {
        let log = try Data(contentsOf: URL(filePath: path + "-wal"), options: .mappedIfSafe)
        var tail = tail
        if !tail.isEmpty, bytes < log.count { tail[0] = ~log[bytes] }
        try Data(contentsOf: URL(filePath: path)).write(to: URL(filePath: other))
        try (log.prefix(bytes) + tail).write(to: URL(filePath: other + "-wal"))
    }

    static func handbook() throws -> Handbook {
        var handbook = try SmallDesk.handbook.get()
        handbook.plan = Fixture.plan(
            defaults: DeskDefaults(
                wrapUp: .seconds(15), reopenWindow: .seconds(900), maximumOffers: 3))
        handbook.plan.hooks = HookPlan(notify: ["tell"], page: ["page"])
        // A look-up that finds nobody counts as a failed identification.
        handbook.book.actions["shop.order"]?.claims = ["order"]
        return handbook
    }

    // MARK: Playing

    /// What every day has: a write, a failed identification, a ticket put aside and one that is resolved.
    private mutating func playOpening() throws {
        for text in ["cancel", "yes"] { try say(text, in: 0) }
        for answer in driver.performWrites(at: now) { try handle(answer) }
        shop.state.withLock { $0.script = [ActionResult(outcome: "missing")] }
        try say("track", in: 1)
        for number in 2...3 {
            try say("human", in: number)
            try handle(.agent("lea", .next))
        }
        let epoch = { [desk = driver.machine.desk] in desk.ticket($0)?.epoch ?? 0 }
        try handle(
            .agent(
                "lea",
                .snooze(
                    ticket: "T-1001", epoch: epoch("T-1001"), until: now + .seconds(500),
                    why: .waitingOnCustomer)))
        try handle(
            .agent("lea", .resolve(ticket: "T-1002", epoch: epoch("T-1002"), code: "done")))
    }

    /// An event of somebody, and all that is due before it: each committed by itself.
    private mutating func playRound() throws {
        let end = now + .seconds(Int.random(in: 0...40, using: &commands.random))
        while let due = driver.nextTimer, due <= end {
            now = max(now, due)
            try watch(.timer(.ticket(""))) { try $0.fireTimers(at: $1) }
        }
        now = end
        try playEvent()
        for answer in driver.performWrites(at: now) { try handle(answer) }
        for call in driver.takeNotices(at: now, atMost: 4) {
            let failure = commands.chance(30) ? "exit 1" : nil
            driver.finish(notice: call.notice.id, failure: failure, at: now)
        }
        if driver.hasUncommitted { try commit() }
    }

    private mutating func playEvent() throws {
        if commands.chance(40) { return try say() }
        switch commands.next(for: driver.machine.desk, at: now) {
        case .agent(let agent, let command): try handle(.agent(agent, command))
        case .agentLost(let agent): try handle(.agentLost(agent))
        case .conversationEnded(let conversation): try handle(.conversationEnded(conversation))
        case .handoff, .customerWrote, .customerAsked, .retold: try say()
        case .timer: break
        }
    }

    private mutating func say() throws {
        let texts = ["human", "human", "hello", "track", "cancel", "yes", "no"]
        try say(
            commands.pick(texts, or: ""), in: Int.random(in: 0..<6, using: &commands.random))
    }

    private mutating func say(_ text: String, in number: Int) throws {
        said += 1
        try handle(
            .said(
                Utterance(
                    conversation: "c\(number)", message: "m\(said)", text: text,
                    customer: "u-\(number % 3)")))
    }

    private mutating func handle(_ event: Event) throws {
        if case .said(let said) = event {
            events.append(JournalEvent(at: now, conversation: said.conversation, event: event))
        }
        try watch(event.command) { try $0.handle(event, at: $1) }
    }

    private mutating func watch(
        _ command: DeskCommand, _ step: (inout DeskDriver, Instant) throws -> [Release]
    ) throws {
        let before = driver.machine.desk
        let releases = try step(&driver, now)
        for release in releases {
            switch release {
            case .turn(let turn):
                answers[MessageKey(turn)] = turn
                messages += turn.messages.map { SentMessage(at: now, message: $0) }
            case .message(let message): messages.append(SentMessage(at: now, message: message))
            case .overloaded, .desk, .called, .traced: break
            }
        }
        try driver.commit()
        let (desk, stored) = (driver.machine.desk, try store.restore())
        checker.check(
            command, try releases.deskEffects + store.deskEffects(of: desk), before: before,
            after: desk, at: now)
        try note(stored)
    }

    private mutating func commit() throws {
        try driver.commit()
        try note(store.restore())
    }

    private mutating func note(_ stored: Restored) throws {
        let size = try URL(filePath: path + "-wal").resourceValues(forKeys: [.fileSizeKey])
        cuts.append(
            Cut(
                logBytes: size.fileSize ?? 0, restored: stored, answers: answers,
                messages: messages, events: events, desk: driver.machine.desk, checker: checker,
                now: now))
    }
}

extension Event {
    /// What the desk's observer needs to know of it: whose conversation it is.
    var command: DeskCommand {
        guard case .said(let said) = self else { return .timer(.ticket("")) }
        return .handoff(
            HandoffRequest(
                conversation: said.conversation,
                customer: ["id": .text(said.customer ?? "")]))
    }
}

extension [Release] {
    var deskEffects: [DeskEffect] {
        compactMap { if case .desk(let effect, _) = $0 { effect } else { nil } }
    }
}

extension Store {
    /// Who speaks in each conversation and when which timer rings, as it is stored: what the machine keeps to itself.
    func deskEffects(of desk: Desk) throws -> [DeskEffect] {
        var effects: [DeskEffect] = []
        for number in 0..<6 {
            guard let conversation = try conversation("c\(number)") else { continue }
            let queue = desk.ticket(ofConversation: conversation.id)?.queue ?? ""
            let owner: ConversationOwner =
                switch conversation.owner {
                case .bot: .bot
                case .queue: .queue(queue)
                case .agent(let agent): .agent(agent)
                }
            effects.append(.ownerChanged(conversation: conversation.id, owner: owner))
        }
        let known = desk.tickets.map { DeskTimer.ticket($0.id) } + desk.agents.map { .agent($0.id) }
        effects += known.map { .cancelTimer($0) }
        for timer in try restore().timers {
            if case .desk(let key) = timer.key { effects.append(.setTimer(key, at: timer.at)) }
        }
        return effects
    }
}
