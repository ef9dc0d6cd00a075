import Desk
import Dialogue
import Facts
import Foundation
import Storage
import Testing
import Triage

@testable import Daemon
@testable import DeskTests

/// The store of a whole day, cut where a crash may cut it, opened again and looked at.
@Suite("The store, cut at every record")
struct StoreCutTests {
    private static let commits = 40 * TestScale.factor

    @Test(
        "cut behind any commit: all that was acknowledged is there, once, and the desk goes on",
        arguments: [1, 2] as [UInt64])
    func betweenCommits(seed: UInt64) throws {
        let folder = try Folder()
        let day = try RecordedDay(folder: folder.url, seed: seed, commits: Self.commits)
        #expect(day.cuts.last?.checker.violations == [])
        for (number, cut) in day.cuts.enumerated() {
            let copy = folder.path("\(number).db")
            try day.copy(to: copy, logBytes: cut.logBytes)
            let store = try SQLiteStore(path: copy)
            try expect(store, is: cut, "seed \(seed) commit \(number)")
            try goOn(store, from: cut, shop: day.shop, "seed \(seed) commit \(number)")
            try store.close()
            try folder.remove(copy)
        }
    }

    @Test(
        "cut anywhere within a commit: it is as if it had never been begun",
        arguments: [3] as [UInt64])
    func withinCommits(seed: UInt64) throws {
        let folder = try Folder()
        let day = try RecordedDay(folder: folder.url, seed: seed, commits: Self.commits)
        var random = SeededRandom(seed: seed)
        for (cut, next) in zip(day.cuts, day.cuts.dropFirst()) {
            for place in places(from: cut.logBytes, to: next.logBytes, &random).sorted() {
                let name = "seed \(seed) byte \(place) of \(cut.logBytes)…\(next.logBytes)"
                // What stands behind is gone, or what the disk held there before.
                let isTorn = Bool.random(using: &random)
                let rest =
                    isTorn
                    ? Data((0..<5000).map { _ in .random(in: 0...255, using: &random) }) : Data()
                let copy = folder.path("\(place).db")
                try day.copy(to: copy, logBytes: place, tail: rest)
                let store = try SQLiteStore(path: copy)
                try #require(try store.restore() == cut.restored, "\(name)")
                for key in next.answers.keys where cut.answers[key] == nil {
                    let found = try store.answer(
                        conversation: key.conversation, message: key.message)
                    try #require(found == nil, "\(name)")
                }
                try store.close()
                try folder.remove(copy)
            }
        }
    }

    @Test("the day has records of every kind")
    func everyKind() throws {
        let folder = try Folder()
        let day = try RecordedDay(folder: folder.url, seed: 1, commits: Self.commits)
        let last = try #require(day.cuts.last)
        #expect(!last.answers.isEmpty && !last.messages.isEmpty && !last.events.isEmpty)
        #expect(day.cuts.contains { !$0.restored.outbox.isEmpty })
        #expect(day.cuts.contains { !$0.restored.notices.isEmpty })
        #expect(day.cuts.contains { !$0.restored.tallies.isEmpty })
        #expect(day.cuts.contains { !$0.restored.timers.isEmpty })
        let states = Set(day.cuts.flatMap { $0.desk.tickets.map(\.state.name) })
        #expect(states.isSuperset(of: ["queued", "offered", "claimed", "parked", "resolved"]))
    }

    // MARK: Looking

    /// All that the store holds is what was acknowledged at the cut: nothing less, nothing more.
    private func expect(_ store: SQLiteStore, is cut: RecordedDay.Cut, _ name: String) throws {
        let restored = try store.restore()
        try #require(restored == cut.restored, "\(name)")
        for (key, turn) in cut.answers {
            let found = try store.answer(conversation: key.conversation, message: key.message)
            try #require(found == turn, "\(name): the answer to \(key)")
        }
        for number in 0..<6 {
            let id = "c\(number)"
            let said = try store.events(conversation: id, limit: 9999).filter(\.isSaid)
            try #require(said == cut.events.filter { $0.conversation == id }, "\(name)")
            let sent = try store.messages(conversation: id, after: 0, limit: 9999)
            let told = cut.messages.filter { $0.message.conversation == id }
            try #require(sent == told, "\(name)")
            let numbers = sent.map(\.message.number)
            try #require(
                numbers == told.indices.map { $0 + 1 }, "\(name)")
        }
    }

    /// Starts a desk on the store: the invariants hold, every write that was agreed to reaches the shop under its one
    /// key, and each message that comes again has its old answer.
    private func goOn(
        _ store: SQLiteStore, from cut: RecordedDay.Cut, shop: NotingShop, _ name: String
    ) throws {
        var driver = DeskDriver(handbook: try RecordedDay.handbook(), store: store, shop: shop)
        var checker = cut.checker
        let now = cut.now + .seconds(5)
        try watch(&driver, &checker, .timer(.ticket("")), at: now) { try $0.recover(at: now) }
        try #require(checker.violations == [], "\(name)")
        let pending = Set(cut.restored.outbox.map(\.id))
        let answers = driver.performWrites(at: now)
        try #require(Set(answers.compactMap(\.call)) == pending, "\(name)")
        for answer in answers { _ = try driver.handle(answer, at: now) }
        for (key, turn) in cut.answers {
            try #require(try driver.answer(to: key) == turn, "\(name)")
        }
        for ticket in cut.desk.tickets {
            let event = SmallDesk.said("hello", "again-\(ticket.id)", in: ticket.conversation)
            try watch(&driver, &checker, .timer(.ticket("")), at: now) {
                try $0.handle(event, at: now)
            }
        }
        try driver.commit()
        try #require(checker.violations == [], "\(name)")
        try #require(try store.restore().outbox.isEmpty, "\(name)")
    }

    private func watch(
        _ driver: inout DeskDriver, _ checker: inout InvariantChecker, _ command: DeskCommand,
        at now: Instant, _ step: (inout DeskDriver) throws -> [Release]
    ) throws {
        let before = driver.machine.desk
        let effects = try step(&driver).deskEffects
        try driver.commit()
        let desk = driver.machine.desk
        checker.check(
            command, try effects + driver.store.deskEffects(of: desk), before: before, after: desk,
            at: now)
    }

    /// Places within a commit: the ends of its first, middle and last frames, one byte less, one more, and some others.
    private func places(
        from start: Int, to end: Int, _ random: inout SeededRandom
    ) -> Set<Int> {
        let frame = 24 + 4096
        let frames = (end - start) / frame
        guard frames > 0 else { return [] }
        var places = Set((0..<2).map { _ in Int.random(in: start..<end, using: &random) })
        for number in [0, frames / 2, frames - 1] {
            let edge = start + number * frame
            places.formUnion([edge, edge + 24, edge + frame - 1])
        }
        return places.filter { $0 >= start && $0 < end }
    }
}

/// A folder that is gone with the test.
private final class Folder {
    let url = FileManager.default.temporaryDirectory
        .appending(path: "triage-cut-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    func path(_ name: String) -> String { url.appending(path: name).path }

    func remove(_ path: String) throws {
        for suffix in ["", "-wal"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }
}

extension JournalEvent {
    fileprivate var isSaid: Bool { if case .said = event { true } else { false } }
}

extension Event {
    /// The call that it answers.
    fileprivate var call: String? { if case .answered(_, let call, _) = self { call } else { nil } }
}
