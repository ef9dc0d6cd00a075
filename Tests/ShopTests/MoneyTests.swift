import Dialogue
import Facts
import Testing

@testable import Shop

@Suite("Money")
struct MoneyTests {
    @Test(
        "gift cards change by what the bookings say, and orders stay paid, whatever is written",
        arguments: 1...3)
    func conserved(seed: UInt64) throws {
        let shop = try DemoShop.inMemory(now: now)
        let before = try Books(shop)
        var random = SeededGenerator(state: seed)
        var done = 0
        for step in 0..<200 where try attempt(shop, before.customers, step, &random) { done += 1 }
        let after = try Books(shop)
        #expect(done > 10, "seed \(seed)")
        for (method, balance) in after.balances {
            let booked =
                after.giftCardMoney[method, default: 0] - before.giftCardMoney[method, default: 0]
            #expect(
                balance - before.balances[method, default: 0] == booked, "\(method), seed \(seed)")
            #expect(balance >= 0, "\(method), seed \(seed)")
        }
        for order in after.orders where order.payments.first != nil {
            let net = order.payments.reduce(0) {
                $1.kind == .payment ? $0 + $1.amount : $0 - $1.amount
            }
            #expect(
                net == (order.status == .cancelled ? 0 : order.total), "\(order.id), seed \(seed)")
        }
    }

    /// One random write with random arguments; whether it was done.
    private func attempt(
        _ shop: EmbeddedShop, _ customers: [String], _ step: Int, _ random: inout SeededGenerator
    ) throws -> Bool {
        let customer = customers[Int(random.next() % UInt64(customers.count))]
        let (orders, methods) = try shop.read {
            (try $0.orders(of: customer), try $0.paymentMethods(of: customer))
        }
        let order = orders[Int(random.next() % UInt64(orders.count))]
        let item = order.items[Int(random.next() % UInt64(order.items.count))]
        let variants =
            shop.read("shop.product_variants", ["product": .text(item.product)]).value?.ids ?? []
        let variant =
            variants.isEmpty ? item.item : variants[Int(random.next() % UInt64(variants.count))]
        let writings: [Writing] = [
            .cancelOrder, .returnItems, .exchangeItems, .changeItems, .changePayment,
            .changeOrderAddress,
        ]
        let writing = writings[Int(random.next() % UInt64(writings.count))]
        let arguments: Record = [
            "customer": .text(customer), "order_id": .text(order.id),
            "reason": "no longer needed", "items": .text(item.item), "new_items": .text(variant),
            "payment_method": .text(methods[Int(random.next() % UInt64(methods.count))].id),
            "address": "profile",
        ]
        let untouched = step % 20 == 0 ? try shop.comparableState() : nil
        let promised = shop.read(writing.preview ?? "", arguments)
        if let untouched {
            #expect(try shop.comparableState() == untouched, "a preview changes nothing")
        }
        let result = shop.write(writing.rawValue, arguments, key: "\(step)")
        #expect(promised.outcome == result.outcome && promised.reason == result.reason)
        return result.outcome == "ok"
    }
}

/// The demo shop's money at one moment.
private struct Books {
    var customers: [String] = []
    var orders: [Order] = []
    var balances: [String: Int] = [:]
    /// Gift card → what the bookings of all orders gave it, less what they took.
    var giftCardMoney: [String: Int] = [:]

    init(_ shop: EmbeddedShop) throws {
        let lines = try shop.comparableState()
        customers = lines.compactMap { line in
            let fields = line.split(separator: "|")
            return fields.first == "user-address" ? String(fields[1]) : nil
        }
        for customer in customers {
            for method in try shop.read({ try $0.paymentMethods(of: customer) })
            where method.isGiftCard {
                balances[method.id] = method.balance
            }
            orders += try shop.read { try $0.orders(of: customer) }
        }
        for payment in orders.flatMap(\.payments) where balances[payment.method] != nil {
            giftCardMoney[payment.method, default: 0] +=
                payment.kind == .refund ? payment.amount : -payment.amount
        }
    }
}

/// SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
