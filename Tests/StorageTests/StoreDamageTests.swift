import Desk
import Facts
import Foundation
import Testing
import Triage

@testable import Storage

@Suite("A store with damaged pages")
struct StoreDamageTests {
    private static let count = 20

    /// A closed store with tickets, timers and conversations on many pages.
    private func sound(in fixture: StoreFixture) throws -> Data {
        let file = fixture.folder.appending(path: "sound.db")
        let store = try SQLiteStore(path: file.path)
        let names = (0..<Self.count).map { "c\($0)" }
        let desk = Samples.deskEffects(conversations: names)
        for (number, name) in names.enumerated() {
            var batch = Batch()
            batch.events = [Samples.said(name, "m", at: Int64(number))]
            batch.conversations = [
                Samples.conversation(name, text: String(repeating: "x", count: 200))
            ]
            batch.timers = [
                .set(.conversation(name, name: "silence"), at: Instant(milliseconds: 9))
            ]
            batch.tickets = [desk.tickets[number]]
            batch.agents = desk.agents
            try store.commit(batch)
        }
        try store.close()
        return try Data(contentsOf: file)
    }

    /// Opens it and reads all; the number of open tickets that it knows.
    private func readAll(_ path: String, checkedBytes: Int) throws(StoreError) -> Int {
        let store = try SQLiteStore(path: path, checkedBytes: checkedBytes)
        let restored = try store.restore()
        for number in 0..<Self.count {
            _ = try store.conversation("c\(number)")
            _ = try store.messages(conversation: "c\(number)", after: 0, limit: 9)
            _ = try store.events(conversation: "c\(number)", limit: 9)
        }
        try store.close()
        return restored.desk.tickets.count
    }

    @Test(
        "an error names the file: no trap, and no desk that has silently lost a ticket",
        arguments: [SQLiteStore.checkedBytes, 0])
    func damagedPage(checkedBytes: Int) throws {
        let fixture = try StoreFixture(.memory)
        let sound = try sound(in: fixture)
        var noise = UInt64(7)
        var refused = 0
        for page in 0..<(sound.count / 4096) {
            var bytes = sound
            // Behind the page's head, where SQLite does not look when it reads the page.
            let start = page * 4096 + (page == 0 ? 100 : 8)
            for index in start..<(start + 600) {
                noise = noise &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes[index] = UInt8(truncatingIfNeeded: noise >> 56)
            }
            let path = fixture.folder.appending(path: "\(page).db").path
            try bytes.write(to: URL(filePath: path))
            do {
                let found = try readAll(path, checkedBytes: checkedBytes)
                // Of a large store the open tickets' index is believed.
                #expect(found == Self.count || checkedBytes == 0, "page \(page)")
            } catch {
                refused += 1
                #expect(error.message.hasPrefix("the store \(path) is damaged ("))
                #expect(error.message.contains("restore a backup"))
            }
        }
        #expect(refused >= 10)
    }
}
