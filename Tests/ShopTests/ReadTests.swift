import Dialogue
import Facts
import Testing

@testable import Shop

@Suite("Looking up")
struct ReadTests {
    let shop: EmbeddedShop

    init() throws {
        shop = try DemoShop.inMemory(now: now)
    }

    @Test("somebody else's order and none at all give the same answer, for every action")
    func sameMissing() {
        let strangers: Record = [
            "order_id": "1042", "customer": "c-12", "item": "halo-floor", "items": "halo-floor",
            "orders": "1042", "reason": "no_longer_needed", "payment_method": "card-12",
            "new_items": "halo-floor-white",
            "amount": .money(Money(minorUnits: 1, currency: "EUR")),
            "description": "x", "address": "1042",
        ]
        let nobodys = strangers.merging(["order_id": "9999", "orders": "9999", "address": "9999"])
        let reads =
            OrderReading.allCases.map(\.rawValue) + ItemReading.allCases.map(\.rawValue)
            + ["shop.orders_total"]
        for action in reads {
            let missing = ActionResult(outcome: "missing")
            #expect(shop.read(action, strangers) == missing, "\(action)")
            #expect(shop.read(action, nobodys) == missing, "\(action)")
        }
        for writing in Writing.allCases {
            let results = [strangers, nobodys].map {
                shop.write(writing.rawValue, $0, key: writing.rawValue)
            }
            #expect(results.allSatisfy { $0.outcome == "rejected" }, "\(writing)")
            #expect(results[0] == results[1], "\(writing)")
            guard let preview = writing.preview else { continue }
            #expect(shop.read(preview, strangers) == shop.read(preview, nobodys), "\(preview)")
        }
    }

    @Test("an order is found however its number is written, when it is the customer's")
    func orderNumbers() {
        let ids = ["#W2611340", "#W6304490", "#W6304491", "1042"]
        let table: [(String, String?)] = [
            ("#W2611340", "#W2611340"), ("w2611340", "#W2611340"), ("2611340", "#W2611340"),
            ("# W 630 4490", "#W6304490"), ("1042", "1042"), ("104", nil), ("42", nil), ("", nil),
            ("#", nil), ("W9999999", nil),
        ]
        for (text, expected) in table {
            #expect(OrderNumber.match(text, among: ids) == expected, "\(text)")
        }
    }

    @Test("lists hold the orders that fit, newest first")
    func lists() {
        let table: [(String, [String])] = [
            ("shop.orders", ["1071", "1057", "1042", "1024"]), ("shop.pending_orders", ["1071"]),
            ("shop.changeable_orders", ["1071"]), ("shop.delivered_orders", ["1042", "1024"]),
            ("shop.open_orders", ["1071", "1057"]), ("shop.payable_orders", ["1071", "1057"]),
            ("shop.sent_orders", ["1057", "1042", "1024"]),
            ("shop.missing_orders", ["1057", "1042", "1024"]),
        ]
        for (action, expected) in table {
            #expect(shop.read(action, ["customer": "c-77"]).value?.ids == expected, "\(action)")
            #expect(shop.read(action, ["customer": "nobody"]).outcome == "missing", "\(action)")
        }
    }

    @Test("an order says what of it comes back, and what goes out instead")
    func comingBack() throws {
        let customer: Record = ["customer": "c-60"]
        #expect(
            shop.read("shop.returning_orders", customer).value?.ids == ["1048", "1030", "1017"])
        let returned = shop.read("shop.order", customer.merging(["order_id": "1030"])).value
        #expect(returned?["return_id"] == "RT-1030")
        #expect(returned?["return_items_text"] == "Stoneware mug")
        #expect(returned?["return_at"] != nil)
        #expect(returned?["exchange_id"] == nil)
        let exchanged = shop.read("shop.order", customer.merging(["order_id": "1048"])).value
        #expect(exchanged?["exchange_id"] == "EX-1048")
        #expect(
            exchanged?["exchange_text"] == "Pour-over kettle (steel, 0.8 l) → black, 0.8 l")
        #expect(exchanged?["return_id"] == nil)
        let none = shop.read("shop.order", ["order_id": "1042", "customer": "c-77"]).value
        #expect(none?["return_id"] == nil)
        #expect(none?["exchange_text"] == nil)
        let cancelled = shop.read("shop.cancelled_orders", ["customer": "c-66"]).value
        #expect(cancelled?.ids == ["1046"])
    }

    @Test("some items of an order have one answer to whether they go back")
    func itemsPolicy() {
        let both: Record = [
            "order_id": "1045", "customer": "c-51", "items": .list(["clock-40", "planter-20"]),
        ]
        let answer = shop.read("shop.items_policy", both).value
        #expect(answer?["returnable"] == .flag(false))
        #expect(answer?["is_open"] == .flag(false))
        #expect(answer?["excluded_text"] == "Terracotta planter")
        #expect(answer?["categories"] == .list(["final_sale", "standard"]))
        #expect(answer?["days"] == nil)
        let clock = both.merging(["items": .list(["clock-40"])])
        let alone = shop.read("shop.items_policy", clock).value
        #expect(alone?["returnable"] == .flag(true))
        #expect(alone?["days"] == .integer(30))
        #expect(alone?["needs_original_packaging"] == .flag(false))
        let none = both.merging(["items": .list([])])
        #expect(shop.read("shop.items_policy", none).outcome == "missing")
        let coming = shop.read("shop.order", ["order_id": "1057", "customer": "c-77"]).value
        #expect(coming?["return_days"] == .integer(30))
        #expect(coming?["return_until"] == nil)
    }

    @Test("the price of today is that of the same version in the shop, beside what was paid")
    func priceToday() {
        func today(_ item: String) -> Value? {
            let throwOrder: Record = ["order_id": "1039", "customer": "c-48", "item": .text(item)]
            return shop.read("shop.price_today", throwOrder).value
        }
        let lower = today("throw-charcoal")
        #expect(lower?["price"] == .money(Money(minorUnits: 12_900, currency: "EUR")))
        #expect(lower?["price_now"] == .money(Money(minorUnits: 11_900, currency: "EUR")))
        #expect(lower?["difference"] == .money(Money(minorUnits: 1_000, currency: "EUR")))
        let same = today("cushion-ochre")
        #expect(same?["price_now"] == same?["price"])
        #expect(same?["difference"] == nil)
        #expect(today("throw-cream") == nil)
    }

    @Test("pieces of the same item can be told apart")
    func repeatedItems() {
        let arguments: Record = ["order_id": "1044", "customer": "c-53"]
        let ids = ["chair-natural-felt", "chair-natural-felt/2", "rug-grey-200"]
        #expect(shop.read("shop.items", arguments).value?.ids == ids)
        let both = arguments.merging(["items": .list([.text(ids[0]), .text(ids[1])])])
        #expect(
            shop.read("shop.items_total", both).value?["total"]
                == .money(Money(minorUnits: 43_800, currency: "EUR")))
        let thrice = arguments.merging(["items": .list(ids.map { _ in .text(ids[0]) })])
        #expect(shop.read("shop.items_total", thrice).outcome == "missing")
    }

    @Test("variants are the available others, with the difference")
    func variants() {
        let arguments: Record = ["order_id": "1024", "customer": "c-77", "item": "aurora-black"]
        let others = shop.read("shop.variants", arguments).value
        #expect(others?.ids == ["aurora-white", "aurora-brass"])
        #expect(
            others?.list?.last?["difference"] == .money(Money(minorUnits: 1500, currency: "EUR")))
        let same = shop.read("shop.exchange_variants", arguments).value
        #expect(same?.ids == ["aurora-black", "aurora-white", "aurora-brass"])
    }

    @Test("ways to pay have readable names; a return may go to the first of them or a gift card")
    func methods() {
        let all = shop.read("shop.payment_methods", ["customer": "c-77"]).value?.list
        #expect(
            all?.map { $0["name"] } == [
                "Visa ending in 4242", "PayPal", "gift card (balance 35.00 EUR)",
            ])
        let order: Record = ["order_id": "1042", "customer": "c-77"]
        #expect(shop.read("shop.refund_methods", order).value?.ids == ["card-77", "gift-77"])
        #expect(
            shop.read("shop.other_payment_methods", order).value?.ids == ["paypal-77", "gift-77"])
    }

    @Test("products are found by name, plural and words, and counted")
    func products() throws {
        for name in ["Stoneware mug", "stoneware mugs", "STONEWARE MUG", "p-mug"] {
            let product = shop.read("shop.product", ["product": .text(name)]).value
            #expect(product?["id"] == "p-mug", "\(name)")
            #expect(product?["available_count"] == .integer(3))
            #expect(product?["stock"] == .integer(270))
            #expect(product?["options", "color"] == "slate, sage")
        }
        #expect(shop.read("shop.find_products", ["words": "a floor lamp"]).value?.ids == ["p-halo"])
        #expect(
            shop.read("shop.find_products", ["words": "lamps"]).value?.ids == [
                "p-aurora", "p-halo",
            ])
        #expect(shop.read("shop.find_products", ["words": "tractor"]).value?.ids == [])
        let policy = shop.read("shop.policy", ["category": "oak dining table"]).value
        #expect(policy?["returnable"] == .flag(false))
        #expect(try shop.shopVocabulary().contains("night blue"))
    }

    @Test("addresses can be referred to")
    func addresses() {
        _ = shop.write(
            "shop.change_profile_address",
            [
                "customer": "c-77",
                "address": .record(
                    ["address1": "Elbchaussee 4", "city": "Hamburg", "zip": "22765"]),
            ], key: "a")
        let list = shop.read("shop.addresses", ["customer": "c-77"]).value
        #expect(list?.ids == ["profile", "1071"])
        #expect(list?.list?.first?["name"] == "Elbchaussee 4, 22765 Hamburg, Germany")
    }

    @Test("each address tells what it is for")
    func addressesByUse() {
        let list = shop.read("shop.addresses", ["customer": "c-77"]).value?.list
        #expect(list?.first?["is_profile"] == .flag(true))
        #expect(list?.first?["orders"]?.list?.contains("1071") == true)
        #expect(list?.first?["contents"]?.list?.contains("Stoneware mug") == true)
    }

    @Test("money that went back is a refund, though it stands among the payments alone")
    func paidBack() {
        let here = Address(
            address1: "1 Elm Street", address2: "", city: "Dallas", state: "TX", country: "USA",
            zip: "75277")
        func order(_ id: String, _ status: OrderStatus) -> Order {
            Order(
                id: id, customer: "c", status: status, currency: "USD", address: here, items: [],
                payments: [
                    Payment(kind: .payment, amount: 100, method: "card"),
                    Payment(kind: .refund, amount: 100, method: "card"),
                ])
        }
        let orders = [order("1", .cancelled), order("2", .delivered), order("3", .cancelled)]
        let noted = Refund(id: "r", order: "3", amount: 100, currency: "USD", method: "card")
        let found = Refund.paidBack(of: orders, besides: [noted])
        #expect(found.map(\.order) == ["1"])
        #expect(found.first?.status(on: Day(number: 0)) == "paid")
        #expect(found.first?.amount == 100)
    }

    @Test(
        "what an address leaves out: the country stays, a foreign postcode or an American one tells more"
    )
    func completesAddresses() {
        let chicago = Address(
            address1: "1 Elm Street", address2: "", city: "Dallas", state: "TX", country: "USA",
            zip: "75277")
        func line(_ record: Record, _ old: Address) -> String? {
            Address(given: record, old: old)?.line
        }
        let american: Record = [
            "address1": "Kastanienallee 5", "city": "Chicago", "zip": "60614",
            "likely_country": "Germany",
        ]
        #expect(line(american, chicago) == "Kastanienallee 5, Chicago, IL, 60614, USA")
        let swiss = Address(
            address1: "Langstrasse 150", address2: "", city: "Zürich", state: "ZH",
            country: "Switzerland", zip: "8004")
        let german: Record = [
            "address1": "Lindenweg 4", "city": "Köln", "zip": "50667", "likely_country": "Germany",
        ]
        #expect(line(german, swiss) == "Lindenweg 4, 50667 Köln, Germany")
        #expect(line(german, chicago) == "Lindenweg 4, 50667 Köln, Germany")
        #expect(AmericanState.code(ofZip: "05501") == "MA")
        #expect(AmericanState.code(ofZip: "00001") == nil)
    }

    @Test("the shop and actions.yaml name the same actions, and no answer has an undeclared field")
    func declarations() throws {
        let declared = try ActionsFile.read()
        let known =
            Reading.actions
            + Writing.allCases.flatMap { [$0.rawValue, $0.preview].compactMap { $0 } }
        #expect(declared.map(\.name).sorted() == known.sorted())
        for customer in ["c-12", "c-34", "c-40", "c-45", "c-53", "c-58", "c-60", "c-66", "c-77"] {
            for order in try shop.read({ try $0.orders(of: customer) }) {
                let arguments: Record = [
                    "customer": .text(customer), "order_id": .text(order.id),
                    "item": .text(order.items[0].item), "items": .text(order.items[0].item),
                    "orders": .text(order.id), "reason": "no_longer_needed", "address": "profile",
                    "payment_method": .text(order.payments.first?.method ?? ""),
                    "new_items": "halo-floor-white", "category": "standard", "words": "lamp",
                    "product": .text(order.items[0].name), "email": "tom.okafor@example.com",
                    "amount": .money(Money(minorUnits: 100, currency: "EUR")), "name": "Tom Okafor",
                    "first_name": "Tom", "last_name": "Okafor", "zip": "E84RP",
                    "description": "dark",
                ]
                for action in declared where action.name != "shop.cancel_order" {
                    let result =
                        action.access == "read"
                        ? shop.read(action.name, arguments)
                        : shop.write(action.name, arguments, key: "\(order.id) \(action.name)")
                    #expect(action.outcomes.contains(result.outcome), "\(action.name)")
                    let answers = result.value?.list ?? result.value.map { [$0] } ?? []
                    for name in answers.flatMap({ $0.record?.names ?? [] }) {
                        #expect(action.gives.contains(name), "\(action.name) gives '\(name)'")
                    }
                }
            }
        }
    }
}
