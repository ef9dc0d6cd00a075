import Facts
import Foundation
import Testing
import Triage

@testable import Storage

@Suite("The store in SQLite")
struct SQLiteStoreTests {
    private func open(_ fixture: StoreFixture, _ name: String = "triage.db") throws -> SQLiteStore {
        try SQLiteStore(path: fixture.folder.appending(path: name).path)
    }

    private func batch(_ number: Int) -> Batch {
        var batch = Batch()
        batch.events = [Samples.said("c\(number)", "m", at: Int64(number))]
        batch.conversations = [
            Samples.conversation("c\(number)", text: String(repeating: "x", count: 200))
        ]
        return batch
    }

    @Test(
        "the settings that durability rests on are in force",
        arguments: [
            ("journal_mode", "wal"), ("synchronous", "2"), ("wal_autocheckpoint", "10000"),
            ("locking_mode", "exclusive"), ("user_version", "\(SQLiteSchema.steps.count)"),
        ])
    func setsPragmas(_ name: String, _ value: String) throws {
        let fixture = try StoreFixture(.memory)
        let store = try open(fixture)
        try store.commit(batch(1))
        #expect(try store.pragma(name) == value)
        try store.close()
        let again = try open(fixture)
        #expect(try again.pragma(name) == value)
    }

    @Test("everything is there when the file is opened again")
    func reopens() throws {
        let fixture = try StoreFixture(.memory)
        let store = try open(fixture)
        for number in 0..<20 { try store.commit(batch(number)) }
        try store.close()
        let again = try open(fixture)
        for number in 0..<20 {
            #expect(try again.conversation("c\(number)") == batch(number).conversations[0])
        }
    }

    @Test("a crash after any commit loses none of those before")
    func survivesCrash() throws {
        let fixture = try StoreFixture(.memory)
        let store = try open(fixture)
        for number in 0..<10 {
            try store.commit(batch(number))
            // What a power cut leaves: the files as they are, without a close.
            let copy = "copy\(number).db"
            for suffix in ["", "-wal"] {
                try FileManager.default.copyItem(
                    at: fixture.folder.appending(path: "triage.db\(suffix)"),
                    to: fixture.folder.appending(path: "\(copy)\(suffix)"))
            }
            let survivor = try open(fixture, copy)
            for earlier in 0...number {
                #expect(try survivor.conversation("c\(earlier)") != nil)
                #expect(try survivor.events(conversation: "c\(earlier)", limit: 9).count == 1)
            }
            try survivor.close()
        }
    }

    @Test("a second process is refused with a word for it")
    func refusesSecond() throws {
        let fixture = try StoreFixture(.memory)
        let store = try open(fixture)
        try store.commit(batch(1))
        let path = fixture.folder.appending(path: "triage.db").path
        #expect(throws: StoreError.inUse(path: path)) { try SQLiteStore(path: path) }
        try store.close()
    }

    @Test("a file that is no database is refused, one of a newer release too")
    func refusesForeignFiles() throws {
        let fixture = try StoreFixture(.memory)
        let path = fixture.folder.appending(path: "text.db").path
        try Data(String(repeating: "no database ", count: 1000).utf8).write(to: URL(filePath: path))
        let error = #expect(throws: StoreError.self) { try SQLiteStore(path: path) }
        guard case .damaged = try #require(error) else {
            Issue.record("\(String(describing: error))")
            return
        }
        let store = try open(fixture)
        _ = try store.pragma("user_version = 99")
        try store.close()
        let newer = fixture.folder.appending(path: "triage.db").path
        let known = SQLiteSchema.steps.count
        #expect(throws: StoreError.tooNew(path: newer, found: 99, known: known)) {
            try open(fixture)
        }
    }

    @Test("a full disk stores nothing of the batch, and the same batch goes in later")
    func survivesFullDisk() throws {
        let fixture = try StoreFixture(.memory)
        let store = try open(fixture)
        try store.commit(batch(1))
        let pages = try #require(try store.pragma("page_count").flatMap(Int.init))
        _ = try store.pragma("max_page_count = \(pages)")
        var large = Batch()
        for number in 100..<400 { large.append(batch(number)) }
        let path = fixture.folder.appending(path: "triage.db").path
        #expect(throws: StoreError.diskFull(path: path)) { try store.commit(large) }
        #expect(try store.conversation("c100") == nil)
        #expect(try store.conversation("c1") != nil)
        _ = try store.pragma("max_page_count = 1000000")
        try store.commit(large)
        #expect(try store.conversation("c399") != nil)
        #expect(try store.events(conversation: "c399", limit: 9).count == 1)
    }
}
