import Daemon
import Dialogue
import Facts
import Foundation
import Handbook
import Storage
import Testing
import Triage

@testable import Shop

@Suite(
    "Random conversations over random shops",
    .enabled(
        if: RetailSet.isThere && RetailSet.python != nil,
        "needs python3 and the retail set (../shared/retail, or TRIAGE_RETAIL)"))
struct RandomConversationTests {
    /// How many; `TRIAGE_CONVERSATIONS=10000 swift test --filter RandomConversation` for the long run.
    static let count =
        Int(
            ProcessInfo.processInfo.environment["TRIAGE_CONVERSATIONS"] ?? "") ?? 200
    /// Conversations in one random shop.
    static let perShop = 100

    @Test(
        "every write has a yes, none is one that the reference model refuses, and every cent is where it says",
        arguments: 1...max(1, count / perShop))
    func conversations(seed: Int) throws {
        let (database, journalFile) = (TemporaryFile(), TemporaryFile())
        _ = try RetailSet.reference(seed: seed, count: 0, database: database.path)
        let shop = try EmbeddedShop(path: ":memory:")
        _ = try RetailImport.read(file: database.path, into: shop)
        let before = try paid(shop)
        var talk = try Talk(shop: shop, seed: seed)
        for number in 0..<Self.perShop { try talk.converse(number) }
        let journal = try shop.journal()
        #expect(journal.count > 2, "seed \(seed): the customers got nothing done")
        for write in journal {
            let place = "seed \(seed), \(write.conversation), write \(write.number)"
            #expect(write.isAgreed, "\(place)")
            #expect(
                talk.asked[write.conversation]?.contains(write.question ?? "") == true, "\(place)")
            #expect(Talk.yes.contains(write.answer ?? ""), "\(place): '\(write.answer ?? "")'")
            #expect(
                talk.customers[write.conversation] == write.customer,
                "\(place): of another customer")
        }
        #expect(Set(journal.map(\.key)).count == journal.count)
        try journal.map { try $0.json + "\n" }.joined()
            .write(toFile: journalFile.path, atomically: true, encoding: .utf8)
        let lines = try RetailSet.reference(
            seed: seed, count: 0, database: database.path, journal: journalFile.path
        ).map { try ReferenceLine($0) }
        #expect(try #require(lines.first).texts("refused") == [], "seed \(seed)")
        let expected = try #require(lines.last).texts("state").sorted()
        #expect(try shop.comparableState() == expected, "seed \(seed)")
        #expect(try conserved(shop, before: before), "seed \(seed): money is lost or made")
    }

    /// Minor units that each order's customer has paid and not got back.
    private func paid(_ shop: EmbeddedShop) throws -> [String: Int] {
        var paid: [String: Int] = [:]
        for line in try shop.comparableState() where line.hasPrefix("order|") {
            let fields = line.split(separator: "|", omittingEmptySubsequences: false)
            for booking in fields[4].split(separator: " ") {
                let parts = booking.split(separator: ":")
                let amount = Int(parts[1]) ?? 0
                paid[String(fields[1]), default: 0] += parts[0] == "payment" ? amount : -amount
            }
        }
        return paid
    }

    /// A cancelled order is paid back in full; a changed one differs by what its items differ.
    private func conserved(_ shop: EmbeddedShop, before: [String: Int]) throws -> Bool {
        let after = try paid(shop)
        var expected = before
        for write in try shop.journal() {
            guard let order = write.arguments["order_id"]?.text else { continue }
            switch write.tool {
            case "cancel_pending_order":
                // The retail shop gives back every booking of the order.
                expected[order] = after[order]
                #expect((after[order] ?? 1) <= 0)
            case "modify_pending_order_items":
                expected[order, default: 0] += write.receipt["difference"]?.money?.minorUnits ?? 0
            default: break
            }
        }
        return after == expected
    }
}
