/// The rows of the agents. Each has a number that it keeps, so that a set of agents is a list of
/// small numbers.
struct AgentBook: Sendable {
    private var rows: [AgentRow] = []
    private var numbers: [String: Int] = [:]

    /// The ids in ascending order.
    var ids: [String] { numbers.keys.sorted() }

    /// The numbers in use.
    var indices: Range<Int> { rows.indices }

    func number(of id: String) -> Int? { numbers[id] }

    /// A number comes from `indices` or `number(of:)`.
    subscript(number: Int) -> AgentRow {
        _read { yield rows[number] }
        _modify { yield &rows[number] }
    }

    /// Nobody is ever taken out: nil changes nothing.
    subscript(id: String) -> AgentRow? {
        get { numbers[id].map { rows[$0] } }
        set {
            guard let newValue else { return }
            guard let number = numbers[id] else {
                numbers[id] = rows.count
                return rows.append(newValue)
            }
            rows[number] = newValue
        }
    }
}
