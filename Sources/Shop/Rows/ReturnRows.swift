import Facts
import GRDB

/// A return or an exchange that was opened for an order.
struct TakenBack: Equatable, Sendable {
    var id: String
    /// When it was opened; nil where nobody noted it.
    var at: Instant?
    /// The ids of the items that come back.
    var items: [String] = []
    /// What goes out for them, one for each; empty for a return.
    var newItems: [String] = []
}

extension Database {
    /// With the order each belongs to, the oldest first. `table`: `returns` or `exchanges`.
    func takenBack(
        of customer: String, in table: String
    ) throws -> [(order: String, TakenBack)] {
        let isExchange = table == "exchanges"
        var pieces: [String: TakenBack] = [:]
        let columns =
            isExchange ? "i.exchange AS owner, i.item, i.new_item" : "i.return_id AS owner, i.item"
        let join = isExchange ? "exchange_items i ON i.exchange" : "return_items i ON i.return_id"
        for row in try rows(
            """
            SELECT \(columns) FROM orders CROSS JOIN \(table) t ON t.order_id = orders.id
              CROSS JOIN \(join) = t.id
            WHERE orders.customer = ? ORDER BY i.rowid
            """, [customer])
        {
            let owner: String = row["owner"]
            pieces[owner, default: TakenBack(id: owner)].items.append(row["item"])
            if isExchange { pieces[owner]?.newItems.append(row["new_item"]) }
        }
        return try rows(ofOrdersOf: customer, table, by: "t.at, t.rowid").map { row in
            let id: String = row["id"]
            var taken = pieces[id] ?? TakenBack(id: id)
            taken.at = row.instant("at")
            return (row["order_id"], taken)
        }
    }
}
