/// The rows of the agents. Each has a number that it keeps, so that a set of agents is a list of
/// small numbers.
struct AgentBook: Sendable {
    private var rows: [AgentRow] = []
    /// How many tickets each agent is offered, by number: every command of an agent asks.
    private var offers: [Int] = []
    /// Open addressing: a number plus one, 0 in an empty slot. Ids are the plan's own, so they need no
    /// hash that withstands an attacker, and every command looks its agent up several times.
    private var slots: [Int] = Array(repeating: 0, count: 8)

    /// The ids in ascending order.
    var ids: [String] { rows.map(\.id).sorted() }

    /// The numbers in use.
    var indices: Range<Int> { rows.indices }

    func number(of id: String) -> Int? {
        let slot = slots[position(of: id)]
        return slot == 0 ? nil : slot - 1
    }

    /// A number comes from `indices` or `number(of:)`.
    subscript(number: Int) -> AgentRow {
        _read { yield rows[number] }
        _modify { yield &rows[number] }
    }

    /// Nobody is ever taken out: nil changes nothing.
    subscript(id: String) -> AgentRow? {
        get { number(of: id).map { rows[$0] } }
        set {
            guard let newValue else { return }
            if let number = number(of: id) { return rows[number] = newValue }
            rows.append(newValue)
            offers.append(0)
            if 2 * rows.count > slots.count { grow() }
            slots[position(of: id)] = rows.count
        }
    }

    /// Whether the agent with the number is offered a ticket.
    func isOffered(_ number: Int) -> Bool { offers[number] > 0 }

    /// A ticket's state changes: an offer begins or ends with it.
    mutating func countOffers(from before: TicketState?, to after: TicketState) {
        if case .offered(let id, _) = before, let number = number(of: id) { offers[number] -= 1 }
        if case .offered(let id, _) = after, let number = number(of: id) { offers[number] += 1 }
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: 2 * slots.count)
        for number in rows.indices.dropLast() { slots[position(of: rows[number].id)] = number + 1 }
    }

    /// Where the id is, else where it would be put.
    private func position(of id: String) -> Int {
        let mask = slots.count - 1
        var position = Self.hash(of: id) & mask
        while slots[position] != 0, rows[slots[position] - 1].id != id {
            position = (position + 1) & mask
        }
        return position
    }

    /// FNV-1a (Fowler, Noll and Vo) over the bytes.
    private static func hash(of id: String) -> Int {
        var id = id
        // The bytes side by side: an iterator over them costs more than the hash.
        let hash = id.withUTF8 { bytes in
            bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
                ($0 ^ UInt64($1)) &* 0x0100_0000_01B3
            }
        }
        return Int(truncatingIfNeeded: hash ^ (hash >> 32))
    }
}
