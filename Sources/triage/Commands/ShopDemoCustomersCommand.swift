import ArgumentParser
import Dialogue
import Facts
import Shop
import Wire

struct ShopDemoCustomersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo-customers",
        abstract: "Name customers of the demo shop to try the chat as.",
        discussion: """
            Without a shop's file: of a fresh demo shop.

            Example: triage shop demo-customers --all
            """)

    @Option(help: ArgumentHelp("The shop's database, sqlite:FILE.", valueName: "place"))
    var shop: String?

    @Flag(help: "Everybody, not just two.")
    var all = false

    @Flag(help: "One JSON object per customer.")
    var json = false

    func run() throws {
        try reporting {
            let opened = try open()
            let customers = DemoCustomer.all(of: opened, now: Clock.now)
            guard !customers.isEmpty else {
                throw CommandFailure(
                    "the shop has no demo customers; see triage shop seed", Exit.failure)
            }
            for customer in all ? customers : DemoCustomer.examples(of: customers) {
                Output.line(json ? customer.json.text : customer.text)
            }
        }
    }

    private func open() throws(CommandFailure) -> EmbeddedShop {
        if let shop {
            var option = ShopOption()
            option.shop = shop
            return try option.open(mustExist: true)
        }
        return try ShopOption.reporting { () throws(ShopError) in
            try DemoShop.inMemory(now: Clock.now)
        }
    }
}

/// A customer with what is needed to be recognised, and the orders to ask about.
struct DemoCustomer {
    var id: String
    var name: String
    var email: String
    var zip: String
    var language: String
    /// Order numbers with their status.
    var orders: [(id: String, status: String)]

    /// Demo customers have the ids c-1 to c-99.
    static func all(of shop: EmbeddedShop, now: Instant) -> [DemoCustomer] {
        (1...99).compactMap { number in
            let id = "c-\(number)"
            guard let record = answer("shop.customer", of: id, shop, now)?.record else {
                return nil
            }
            let orders = (answer("shop.orders", of: id, shop, now)?.list ?? []).compactMap(\.record)
            return DemoCustomer(
                id: id, name: record["name"]?.text ?? "", email: record["email"]?.text ?? "",
                zip: record["zip"]?.text ?? "", language: record["language"]?.text ?? "",
                orders: orders.compactMap { order in
                    guard let id = order["id"]?.shownText else { return nil }
                    return (id: id, status: order["status"]?.text ?? "")
                })
        }
    }

    /// One for each of the first two languages, with something under way.
    static func examples(of customers: [DemoCustomer]) -> [DemoCustomer] {
        let lively = customers.sorted { ($1.liveliness, $0.id) < ($0.liveliness, $1.id) }
        guard let first = lively.first else { return [] }
        let second = lively.first { $0.language != first.language } ?? lively.dropFirst().first
        return [first] + (second.map { [$0] } ?? [])
    }

    /// How much there is to ask about: kinds of orders, and more for a parcel that is under way.
    private var liveliness: Int {
        let kinds = Set(orders.map(\.status))
        return kinds.count + (kinds.contains("shipped") ? 2 : 0)
    }

    private static func answer(
        _ action: String, of customer: String, _ shop: EmbeddedShop, _ now: Instant
    ) -> Value? {
        let call = ActionCall(
            id: "demo", conversation: "demo", action: action,
            arguments: ["customer": .text(customer)], access: .read)
        let result = shop.perform(call, now: now)
        return result.outcome == "ok" ? result.value : nil
    }

    var text: String {
        let shown = orders.prefix(4).map { "\($0.id) (\($0.status))" }.joined(separator: ", ")
        return "\(name), \(email), zip \(zip)\(language.isEmpty ? "" : ", writes \(language)")\n"
            + "    orders \(shown)"
    }

    var json: JSON {
        [
            "id": .string(id), "name": .string(name), "email": .string(email),
            "zip": .string(zip), "language": .string(language),
            "orders": .array(
                orders.map { ["id": .string($0.id), "status": .string($0.status)] }),
        ]
    }
}

extension Value {
    /// The value in plain words, for a listing.
    var shownText: String {
        if case .instant(let instant) = self { return Clock.wall(instant) }
        if let list { return list.map(\.shownText).joined(separator: ",") }
        guard let record else { return plainText ?? "" }
        return "{"
            + record.fields.map { "\($0.name): \($0.value.shownText)" }.joined(separator: ", ")
            + "}"
    }
}
