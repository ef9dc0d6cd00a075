import Facts
import GRDB

extension Address {
    init(row: Row) {
        self.init(
            address1: row["address1"], address2: row["address2"], city: row["city"],
            state: row["state"], country: row["country"], zip: row["zip"])
    }
}

extension Customer {
    init(row: Row) {
        self.init(
            id: row["id"], firstName: row["first_name"], lastName: row["last_name"],
            email: row["email"], phone: row["phone"], tier: row["tier"],
            language: row["language"], address: Address(row: row),
            lockedReason: row["locked_reason"], lockedAt: row.instant("locked_at"))
    }
}

extension Row {
    func instant(_ column: String) -> Instant? {
        let milliseconds: Int64? = self[column]
        return milliseconds.map(Instant.init(milliseconds:))
    }

    func day(_ column: String) -> Day? {
        let number: Int? = self[column]
        return number.map(Day.init(number:))
    }
}

extension Database {
    /// The id of the only customer with this e-mail, case apart.
    func customer(email: String) throws -> String? {
        let rows = try rows(
            "SELECT id FROM customers WHERE lower(email) = lower(?) LIMIT 2",
            [email.filter { !$0.isWhitespace }])
        return rows.count == 1 ? rows.first?["id"] : nil
    }

    /// The id of the only customer of this full name at this postal code.
    func customer(name: String, zip: String) throws -> String? {
        let key = zip.filter { $0.isLetter || $0.isNumber }.uppercased()
        let rows = try rows(
            """
            SELECT * FROM customers
            WHERE upper(replace(replace(zip, ' ', ''), '-', '')) = ? LIMIT 1000
            """, [key])
        let named = rows.map(Customer.init(row:)).filter { $0.isNamed(name) }
        return named.count == 1 ? named.first?.id : nil
    }

    func paymentMethods(of customer: String) throws -> [PaymentMethod] {
        try rows(
            "SELECT * FROM payment_methods WHERE customer = ? ORDER BY rowid", [customer]
        ).map { row in
            PaymentMethod(
                id: row["id"], customer: row["customer"], kind: row["kind"], brand: row["brand"],
                lastFour: row["last_four"], balance: row["balance"] ?? 0)
        }
    }
}
