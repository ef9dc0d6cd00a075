import Facts

/// A way of a customer to pay.
struct PaymentMethod: Equatable, Sendable {
    var id: String
    var customer: String
    /// `credit_card`, `paypal`, `gift_card`, `bank_transfer`.
    var kind: String
    /// Of a card: `mastercard`.
    var brand: String?
    var lastFour: String?
    /// Of a gift card, in minor units; 0 for the others.
    var balance: Int

    var isGiftCard: Bool { kind == "gift_card" }

    /// `Mastercard ending in 9212`, `PayPal`, `gift card (balance 51.00 EUR)`.
    func name(currency: String) -> String {
        let balance = Money(minorUnits: balance, currency: currency).decimalText
        return switch kind {
        case "gift_card": "gift card (balance \(balance) \(currency))"
        case "paypal": "PayPal"
        case "bank_transfer": "bank transfer"
        default: cardName
        }
    }

    private var cardName: String {
        let brand = brand.map { $0.prefix(1).uppercased() + $0.dropFirst() } ?? "credit card"
        return lastFour.map { "\(brand) ending in \($0)" } ?? brand
    }

    func record(currency: String) -> Record {
        var record: Record = [
            "id": .text(id), "name": .text(name(currency: currency)), "kind": .text(kind),
        ]
        record["brand"] = brand.map(Value.text)
        record["last_four"] = lastFour.map(Value.text)
        // "The card" is one that a bank gave, not a gift card.
        if kind == "credit_card" { record["means"] = .text("card") }
        if isGiftCard {
            record["balance"] = .money(Money(minorUnits: balance, currency: currency))
        }
        return record
    }
}
