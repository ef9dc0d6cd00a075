import Facts
import GRDB

extension Database {
    /// Reads what the checks of a write on an order need.
    func orderDesk(_ order: Order, customer: Customer, now: Instant) throws -> OrderDesk {
        var products: [String: Product] = [:]
        var policies: [String: ReturnPolicy] = [:]
        for item in order.items where products[item.product] == nil {
            guard let product = try product(item.product) else { continue }
            products[item.product] = product
            guard let category = product.category else { continue }
            policies[category] = try returnPolicy(category: category)
        }
        return OrderDesk(
            order: order, customer: customer, methods: try paymentMethods(of: customer.id),
            products: products, policies: policies, shipments: try shipments(of: order.id),
            failures: try paymentFailures(of: order.id), trace: try trace(of: order.id),
            hasReplacement: try hasReplacement(of: order.id),
            adjustments: try adjustments(of: order.id),
            settings: try settings(), today: OrderDesk.day(of: now))
    }
}
