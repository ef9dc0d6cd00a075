import Dialogue
import Facts
import Testing

@testable import Shop

@Suite("What fits, and what it would cost")
struct OptionTests {
    let shop: EmbeddedShop

    init() throws {
        shop = try DemoShop.inMemory(now: now)
    }

    @Test("options are choices, each value once, those of sold-out variants too")
    func options() {
        let list = shop.read("shop.product_options", ["product": "p-aurora"]).value?.list
        let ids = list?.compactMap { $0.record?["id"]?.text }
        #expect(
            ids == [
                "color=black", "base=clamp", "color=white", "color=brass", "base=stand",
                "color=green",
            ])
    }

    @Test("of one option any of the wanted values fits, of several options all must")
    func matches() {
        let table: [(wanted: [String], fitting: Int, cheapest: String?)] = [
            (["color=black"], 1, "aurora-black"),
            (["color=black", "color=brass"], 2, "aurora-black"),
            (["color=brass", "base=stand"], 1, "aurora-brass"),
            (["color=white", "base=stand"], 0, nil),
            (["color=green"], 0, nil), (["p-aurora"], 3, "aurora-black"), ([], 3, "aurora-black"),
        ]
        for row in table {
            let found = shop.read(
                "shop.product_matches",
                ["product": "p-aurora", "wanted": .list(row.wanted.map(Value.text))]
            ).value?.record
            #expect(found?["fitting_count"]?.integer == row.fitting, "\(row.wanted)")
            #expect(
                found?["cheapest"]?.record?["id"]?.text == row.cheapest, "\(row.wanted)")
        }
    }

    @Test("where nothing fits, the nearest are those that have most of it")
    func nearest() {
        let found = shop.read(
            "shop.product_matches",
            ["product": "p-aurora", "wanted": .list(["color=white", "base=stand"])]
        ).value?.record
        let ids = found?["nearest"]?.list?.compactMap { $0.record?["id"]?.text }
        #expect(ids == ["aurora-white", "aurora-brass"])
    }

    @Test("what another version costs is known before it is known how it is paid")
    func swapCost() {
        let found = shop.read(
            "shop.swap_cost",
            [
                "order_id": "1024", "customer": "c-77", "items": .list(["aurora-black"]),
                "new_items": .list(["aurora-brass"]),
            ]
        ).value?.record
        #expect(found?["to_pay"] == .money(Money(minorUnits: 1500, currency: "EUR")))
        #expect(found?["to_refund"] == nil)
    }

    @Test("delivered items are added up over the orders; one that is none of them gives no sum")
    func itemsValue() {
        let all = shop.read("shop.delivered_items", ["customer": "c-77"]).value?.list ?? []
        let ids = all.compactMap { $0.record?["id"] }
        #expect(ids.count == 3)
        let sum = shop.read("shop.items_value", ["customer": "c-77", "items": .list(ids)])
        #expect(
            sum.value?.record?["total"] == .money(Money(minorUnits: 20_340, currency: "EUR")))
        let strange = shop.read(
            "shop.items_value", ["customer": "c-77", "items": .list(ids + ["1047 x"])])
        #expect(strange == ActionResult(outcome: "missing"))
        #expect(
            shop.read("shop.items_value", ["customer": "c-12", "items": .list(ids)])
                == ActionResult(outcome: "missing"))
    }
}
