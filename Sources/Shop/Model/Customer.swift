import Facts
import Understanding

/// A customer of the shop.
struct Customer: Equatable, Sendable {
    var id: String
    var firstName: String
    var lastName: String
    var email: String
    var phone: String?
    /// `standard`, `gold`, `vip`.
    var tier: String
    /// BCP 47; nil where unknown.
    var language: String?
    var address: Address
    /// Why the account is locked; nil: it is not.
    var lockedReason: String?
    var lockedAt: Instant?

    var name: String { "\(firstName) \(lastName)" }

    /// Whether `other`, a full name as a customer writes it, is this customer's: case, accents,
    /// blanks, hyphens and German digraphs do not count.
    func isNamed(_ other: String) -> Bool {
        let written = Customer.keys(other)
        return Customer.keys(name).contains { written.contains($0) }
    }

    private static func keys(_ name: String) -> [String] {
        ["", "de"].map { language in
            Folding.fold(name, language: language).filter { $0.isLetter || $0.isNumber }
        }
    }

    func record(orderCount: Int) -> Record {
        var record: Record = [
            "id": .text(id), "name": .text(name), "first_name": .text(firstName),
            "last_name": .text(lastName), "email": .text(email), "tier": .text(tier),
            "locked": .flag(lockedReason != nil), "address": .record(address.record),
            "address_line": .text(address.line), "city": .text(address.city),
            "zip": .text(address.zip), "order_count": .integer(orderCount),
        ]
        record["phone"] = phone.map(Value.text)
        record["language"] = language.map(Value.text)
        record["locked_reason"] = lockedReason.map(Value.text)
        return record
    }
}
