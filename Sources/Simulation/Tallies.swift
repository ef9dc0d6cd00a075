/// Tallies by name, found by a small number.
struct Tallies: Sendable {
    private(set) var names: [String] = []
    var tallies: [Served] = []

    mutating func number(of name: String) -> Int {
        if let known = names.firstIndex(of: name) { return known }
        names.append(name)
        tallies.append(Served())
        return names.count - 1
    }

    var byName: [String: Served] {
        Dictionary(zip(names, tallies), uniquingKeysWith: { first, _ in first })
    }
}
