import Dialogue
import Facts
import Testing

@testable import Shop

@Suite("Writing")
struct WriteTests {
    let shop: EmbeddedShop

    init() throws {
        shop = try DemoShop.inMemory(now: now)
    }

    @Test("each write refuses in the order of its checks, and changes nothing")
    func refusals() throws {
        let before = try shop.comparableState()
        for (action, customer, order, more, reason) in refusalRows {
            let arguments = Record(more.mapValues { Value.text($0) })
                .merging(["customer": .text(customer), "order_id": .text(order)])
            let result = shop.write(action, arguments, key: "k")
            #expect(result.outcome == "rejected", "\(action) \(more)")
            #expect(result.reason == reason, "\(action) \(more)")
            #expect(result.value?["reason"] == .text(reason), "\(action) \(more)")
            guard let preview = Writing(rawValue: action)?.preview else { continue }
            #expect(shop.read(preview, arguments).reason == reason, "\(preview) \(more)")
        }
        #expect(try shop.comparableState() == before)
        #expect(try shop.journal() == [])
    }

    @Test("a cancelled order gives the money back, and the journal has the words of the yes")
    func cancel() throws {
        let arguments: Record = [
            "order_id": "#1061", "reason": "no_longer_needed", "customer": "c-12",
        ]
        let preview = shop.read("shop.preview_cancel", arguments)
        #expect(preview.value?["amount"] == .money(Money(minorUnits: 7900, currency: "EUR")))
        #expect(preview.value?["refund_days_to"] == .integer(0))
        let done = shop.write("shop.cancel_order", arguments, key: "cancel 1061")
        #expect(done.outcome == "ok")
        #expect(done.value?["receipt"] == "R-1001")
        #expect(done.value?["status"] == "cancelled")
        let gift = shop.read("shop.payment_methods", ["customer": "c-12"]).value?.list?.last
        #expect(gift?["balance"] == .money(Money(minorUnits: 19_900, currency: "EUR")))
        let order = shop.read("shop.order", arguments).value
        #expect(order?["refund_status"] == "booked")
        #expect(order?["payment_status"] == "refunded")
        let written = try #require(try shop.journal().first)
        #expect(written.question == "Shall I?" && written.answer == "yes")
        #expect(
            try written.json == """
                {"arguments":{"order_id":"1061","reason":"no longer needed"},\
                "at":"2026-03-02T08:14:00Z","conversation":"t","tool":"cancel_pending_order"}
                """)
    }

    @Test("the same key gives the first receipt and has no second effect")
    func idempotency() throws {
        let arguments: Record = [
            "order_id": "1071", "customer": "c-77", "items": "mug-sage",
            "new_items": "mug-slate-xl", "payment_method": "gift-77",
        ]
        let first = shop.write("shop.change_items", arguments, key: "k")
        let after = try shop.comparableState()
        let second = shop.write("shop.change_items", arguments, key: "k")
        #expect(first.outcome == "ok")
        #expect(second == first)
        #expect(try shop.comparableState() == after)
        #expect(try shop.journal().count == 1)
        let other = shop.write(
            "shop.change_items", arguments.merging(["items": "speaker-sand"]), key: "k")
        #expect(other.reason == "key_conflict")
        #expect(shop.write("shop.change_items", arguments, key: "l").reason == "not_pending")
    }

    @Test("a write needs a key and its access, an unknown action fails")
    func guards() {
        let arguments: Record = ["order_id": "1071", "customer": "c-77"]
        #expect(shop.write("shop.open_trace", arguments, key: "").reason == "no_key")
        #expect(shop.read("shop.open_trace", arguments).reason == "not_a_read")
        #expect(shop.write("shop.order", arguments, key: "k").reason == "not_a_write")
        #expect(shop.read("shop.sell", arguments).reason == "unknown_action")
    }

    @Test("damaged goods come back after the window, too")
    func faults() {
        let arguments: Record = [
            "order_id": "985", "customer": "c-12", "items": "vase-smoke",
            "payment_method": "card-12", "reason": "damaged",
        ]
        let result = shop.write("shop.return_items", arguments, key: "k")
        #expect(result.outcome == "ok")
        #expect(result.value?["return_id"] == result.value?["receipt"])
    }

    @Test("a lost parcel is replaced once, a missing one searched for once")
    func parcels() {
        let lost: Record = ["order_id": "1005", "customer": "c-40"]
        #expect(shop.write("shop.replace_lost", lost, key: "a").outcome == "ok")
        #expect(shop.write("shop.replace_lost", lost, key: "b").reason == "already_open")
        let missing: Record = ["order_id": "1027", "customer": "c-40"]
        let trace = shop.write("shop.open_trace", missing, key: "c")
        #expect(trace.value?["answer_until"] == Day(iso: "2026-03-12").map(Value.day))
        #expect(shop.write("shop.open_trace", missing, key: "d").reason == "already_open")
        #expect(shop.read("shop.order", missing).value?["trace_id"] == trace.value?["trace_id"])
    }

    @Test("a price is adjusted by what the shop shows lower today, once")
    func adjustment() {
        func give(_ cents: Int, of item: String = "throw-charcoal", key: String) -> String {
            let arguments: Record = [
                "order_id": "1039", "customer": "c-48", "item": .text(item),
                "amount": .money(Money(minorUnits: cents, currency: "EUR")),
            ]
            let result = shop.write("shop.adjust_price", arguments, key: key)
            return result.reason ?? result.outcome
        }
        #expect(give(1001, key: "a") == "price_not_lower")
        #expect(give(100, of: "cushion-ochre", key: "b") == "price_not_lower")
        #expect(give(0, key: "c") == "bad_argument")
        #expect(give(1000, key: "d") == "ok")
        #expect(give(100, key: "e") == "already_open")
    }

    @Test("a price that fell by more than the share is no matter for the desk")
    func adjustmentBeyondTheShare() throws {
        try shop.write { database in
            try database.run("UPDATE variants SET price = 9000 WHERE id = 'throw-charcoal'", [])
        }
        let arguments: Record = [
            "order_id": "1039", "customer": "c-48", "item": "throw-charcoal",
            "amount": .money(Money(minorUnits: 3_900, currency: "EUR")),
        ]
        #expect(shop.write("shop.adjust_price", arguments, key: "a").reason == "over_limit")
    }

    @Test("nothing is sent to a pick-up station")
    func pickupStation() {
        let station: Record = [
            "address1": "Packstation 123", "city": "Berlin", "zip": "10115", "country": "Germany",
        ]
        let order: Record = ["order_id": "1071", "customer": "c-77", "address": .record(station)]
        for action in ["shop.change_order_address", "shop.change_profile_address"] {
            #expect(shop.write(action, order, key: action).reason == "undeliverable")
        }
    }

    @Test("a failed payment is tried again by a link")
    func retry() {
        let arguments: Record = [
            "order_id": "1063", "customer": "c-45", "payment_method": "paypal-45",
        ]
        let result = shop.write("shop.retry_payment", arguments, key: "k")
        #expect(result.value?["email"] == "lukas.brandt@example.de")
        #expect(result.value?["amount"] == .money(Money(minorUnits: 6900, currency: "EUR")))
    }

    @Test("a write survives a restart, with its key")
    func restart() throws {
        let file = TemporaryFile()
        let arguments: Record = [
            "order_id": "1071", "customer": "c-77", "reason": "ordered by mistake",
        ]
        let first = try EmbeddedShop(path: file.path)
        try DemoShop.seed(first, now: now)
        let done = first.write("shop.cancel_order", arguments, key: "k")
        let second = try EmbeddedShop(path: file.path)
        #expect(second.write("shop.cancel_order", arguments, key: "k") == done)
        #expect(try second.journal() == first.journal())
        #expect(try second.isEmpty == false)
    }
}
