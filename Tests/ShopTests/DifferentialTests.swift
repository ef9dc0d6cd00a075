import Dialogue
import Facts
import Testing

@testable import Shop

@Suite(
    "The shop against the reference model",
    .enabled(
        if: RetailSet.isThere && RetailSet.python != nil,
        "needs python3 and the retail set (../shared/retail, or TRIAGE_RETAIL)"))
struct DifferentialTests {
    @Test("random writes end as in the reference model", arguments: [1, 2])
    func randomWrites(seed: Int) throws {
        let file = TemporaryFile()
        let lines = try RetailSet.reference(seed: seed, count: 600, database: file.path)
        let shop = try EmbeddedShop(path: ":memory:")
        _ = try RetailImport.read(file: file.path, into: shop)
        var outcomes: Set<String> = []
        let steps = try lines.map { try ReferenceLine($0) }
        for (index, step) in steps.dropLast().enumerated() {
            let place = "seed \(seed), step \(index): \(lines[index])"
            outcomes.insert(step.text("expected"))
            try check(shop, step, place: place)
        }
        let state = try #require(steps.last).texts("state").sorted()
        #expect(try shop.comparableState() == state, "seed \(seed)")
        #expect(outcomes.count >= 14, "the steps of seed \(seed) meet only \(outcomes.sorted())")
        let done = steps.filter { $0.text("expected") == "ok" }
        let journal = try shop.journal()
        #expect(journal.map(\.tool) == done.map { $0.text("tool") })
        #expect(journal.map(\.arguments) == done.map { $0.record("theirs") })
    }

    private func check(_ shop: EmbeddedShop, _ step: ReferenceLine, place: String) throws {
        let action = step.text("action")
        let preview = try #require(Writing(rawValue: action)?.preview)
        let promised = shop.read(preview, step.record("arguments"))
        let done = shop.write(action, step.record("arguments"), key: place)
        let outcome = done.outcome == "ok" ? "ok" : done.reason
        #expect(outcome == step.text("expected"), "\(place)")
        #expect(promised.outcome == done.outcome, "\(place)")
        #expect(promised.reason == done.reason, "\(place)")
        #expect(promise(promised) == promise(done), "\(place)")
    }

    /// What a preview and its write must say alike.
    private func promise(_ result: ActionResult) -> Record? {
        result.value?.record?.without(
            "receipt", "at", "status", "possible", "return_id", "exchange_id")
    }

    @Test("the retail shop is read whole, and quickly")
    func retailImport() throws {
        let shop = try EmbeddedShop(path: ":memory:")
        let clock = ContinuousClock()
        var count: RetailImport.Count?
        let time = try clock.measure {
            count = try RetailImport.read(file: RetailSet.database, into: shop)
        }
        #expect(
            count == RetailImport.Count(customers: 500, orders: 1000, products: 50, variants: 591))
        #expect(time < .seconds(10), "the import took \(time)")
        #expect(throws: ShopError.notEmpty) {
            try RetailImport.read(file: RetailSet.database, into: shop)
        }
    }
}
