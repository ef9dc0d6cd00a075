import Dialogue
import Facts
import Testing

@testable import Shop

@Suite("The demo shop")
struct DemoShopTests {
    let shop: EmbeddedShop

    init() throws {
        shop = try DemoShop.inMemory(now: now)
    }

    @Test("the same moment gives the same shop, another one a shop around it")
    func deterministic() throws {
        let other = try DemoShop.inMemory(now: now)
        #expect(try shop.comparableState() == other.comparableState())
        let arguments: Record = ["order_id": "1057", "customer": "c-77"]
        #expect(shop.read("shop.order", arguments) == other.read("shop.order", arguments))
        let later = now + .seconds(90 * 86_400)
        let fresh = try DemoShop.inMemory(now: later)
        let estimate = fresh.read("shop.order", arguments, now: later).value?["estimate_to"]
        #expect(estimate == .day(OrderDesk.day(of: later).adding(days: 3)))
        #expect(throws: ShopError.notEmpty) { try DemoShop.seed(shop, now: now) }
    }

    @Test("its words are known without seeding it")
    func vocabulary() throws {
        #expect(try DemoShop.vocabulary == shop.shopVocabulary())
    }

    @Test("a shop that is lent again is as it was, whatever was written")
    func lending() throws {
        let shops = DemoShops()
        let order: Record = ["order_id": "1071", "customer": "c-77"]
        let (state, answer) = (try shop.comparableState(), shop.read("shop.order", order))
        var used: ObjectIdentifier?
        for round in 0..<3 {
            let borrowed = try shops.borrow(now: now)
            #expect(used == nil || used == ObjectIdentifier(borrowed.shop))
            used = ObjectIdentifier(borrowed.shop)
            #expect(try borrowed.shop.comparableState() == state, "round \(round)")
            #expect(borrowed.shop.read("shop.order", order) == answer)
            let cancelled = borrowed.shop.write(
                "shop.cancel_order", order.merging(["reason": "no longer needed"]), key: "k")
            #expect(cancelled.outcome == "ok")
            #expect(try borrowed.shop.comparableState() != state)
            #expect(borrowed.shop.read("shop.order", order) != answer)
            #expect(try borrowed.shop.journal().count == 1)
        }
    }

    @Test("two who borrow at once have a shop each")
    func lendingTwice() throws {
        let shops = DemoShops()
        let (one, two) = (try shops.borrow(now: now), try shops.borrow(now: now))
        let order: Record = ["order_id": "1071", "customer": "c-77"]
        _ = one.shop.write(
            "shop.cancel_order", order.merging(["reason": "no longer needed"]), key: "k")
        #expect(try two.shop.comparableState() == shop.comparableState())
    }

    @Test("the customer of the transcripts owns the two lamps")
    func lamps() {
        let first = shop.read("shop.order", ["order_id": "1024", "customer": "c-77"])
        #expect(first.value?["name"] == "Aurora desk lamp, Stoneware mug")
        #expect(first.value?["is_delivered"] == .flag(true))
        let second = shop.read("shop.items", ["order_id": "1042", "customer": "c-77"])
        #expect(second.value?.ids == ["halo-floor"])
        #expect(second.value?.list?.first?["name"] == "Halo floor lamp")
        #expect(second.value?.list?.first?["options", "color"] == "black")
        let gold = shop.read("shop.customer", ["customer": "c-12"])
        #expect(gold.value?["tier"] == "gold")
        let refund = shop.read("shop.refund", ["order_id": "977", "customer": "c-12"])
        #expect(refund.value?["status"] == "overdue")
        #expect(refund.value?["days_overdue"] == .integer(14))
    }

    @Test("a customer is found by e-mail, or by name and postal code, however written")
    func identity() {
        let found = ["mara.lindqvist@example.com", " Mara.Lindqvist@Example.com"].map {
            shop.read("shop.identify_by_email", ["email": .text($0)]).value?["customer", "id"]
        }
        #expect(found == ["c-77", "c-77"])
        let weiss: [Record] = [
            ["first_name": "Jürgen", "last_name": "Weiß", "zip": "80337"],
            ["first_name": "JUERGEN", "last_name": "weiss", "zip": "80 337"],
            ["first_name": "jurgen ", "last_name": " Weiss", "zip": .integer(80337)],
        ]
        for arguments in weiss {
            let result = shop.read("shop.identify_by_name", arguments)
            #expect(result.value?["customer", "id"] == "c-21", "\(arguments)")
        }
        let whole = shop.read("shop.identify_by_full_name", ["name": "tom okafor", "zip": "e84rp"])
        #expect(whole.value?["customer", "id"] == "c-12")
        let missing = ActionResult(outcome: "missing")
        #expect(shop.read("shop.identify_by_email", ["email": "x@example.com"]) == missing)
        let wrongZip = shop.read(
            "shop.identify_by_name", ["first_name": "Tom", "last_name": "Okafor", "zip": "80337"])
        #expect(wrongZip == missing)
        #expect(
            shop.read("shop.identify_by_name", ["first_name": "Tom", "zip": "E8 4RP"]) == missing)
    }

    @Test("each story of the demo can be told")
    func stories() {
        let late = shop.read("shop.order", ["order_id": "1011", "customer": "c-21"]).value
        #expect(late?["is_late"] == .flag(true))
        #expect(late?["days_late"] == .integer(4))
        #expect(late?["last_event"] == "delivery_failed")
        let onTime = shop.read("shop.order", ["order_id": "1057", "customer": "c-77"]).value
        #expect(onTime?["is_late"] == .flag(false))
        let customs = shop.read("shop.shipment", ["order_id": "1019", "customer": "c-34"]).value
        #expect(customs?["last_event"] == "customs_hold")
        #expect(customs?["events"]?.list?.count == 3)
        let failures = [("1063", "c-45"), ("1064", "c-48"), ("1065", "c-51")].map {
            order, customer in
            shop.read("shop.payment", ["order_id": .text(order), "customer": .text(customer)])
                .value?["failure"]
        }
        #expect(failures == ["card_expired", "insufficient_funds", "three_d_secure_failed"])
        let old = shop.read("shop.order", ["order_id": "985", "customer": "c-12"]).value
        #expect(old?["returnable"] == .flag(false))
        #expect(shop.read("shop.account", ["customer": "c-58"]).value?["locked"] == .flag(true))
        let refunds = shop.read("shop.refunds", ["customer": "c-60"]).value?.list
        #expect(refunds?.map { $0["status"] } == ["pending", "booked"])
        let lost = shop.read("shop.preview_replacement", ["order_id": "1005", "customer": "c-40"])
        #expect(lost.outcome == "ok")
        #expect(shop.read("shop.customer", ["customer": "c-53"]).value?["tier"] == "vip")
    }

    @Test("no date of the past lies in the future, and every item has its variant")
    func consistent() throws {
        let state = try shop.comparableState().filter { $0.hasPrefix("order|") }
        #expect(state.count == 36)
        for customer in ["c-12", "c-21", "c-34", "c-40", "c-45", "c-48", "c-51", "c-53", "c-77"] {
            let orders = try shop.read { try $0.orders(of: customer) }
            #expect(!orders.isEmpty)
            for order in orders {
                #expect(order.placedAt.map { $0 < now } == true, "\(order.id)")
                #expect(order.deliveredAt.map { $0 < now } ?? true, "\(order.id)")
                #expect((order.deliveredAt != nil) == (order.status == .delivered), "\(order.id)")
            }
            #expect(
                orders.map(\.placedAt?.milliseconds)
                    == orders.map(\.placedAt?.milliseconds)
                    .sorted { ($0 ?? 0) > ($1 ?? 0) }, "newest first")
        }
    }
}
