import Facts

/// A line of the demo shop's tables: a word and fields, separated by `|`.
struct DemoLine: Equatable, Sendable {
    /// From 1.
    var number: Int
    var keyword: String
    var fields: [String]

    /// All tables, read once.
    static let all = [DemoCatalogue.text, DemoCustomers.text, DemoOrders.text].flatMap(lines)

    /// The lines of `text` that are not empty.
    static func lines(_ text: String) -> [DemoLine] {
        text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .enumerated().compactMap { index, line in
                let parts = line.split(
                    separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
                let fields = parts.map { String($0.trimmed) ?? "" }
                guard let keyword = fields.first, !keyword.isEmpty else { return nil }
                return DemoLine(
                    number: index + 1, keyword: keyword, fields: Array(fields.dropFirst()))
            }
    }

    /// The field at `index`; empty: nil.
    func optional(_ index: Int) -> String? {
        guard fields.indices.contains(index), !fields[index].isEmpty else { return nil }
        return fields[index]
    }

    func text(_ index: Int) throws(ShopError) -> String {
        guard let text = optional(index) else { throw bad("field \(index + 1) is missing") }
        return text
    }

    func flag(_ index: Int) throws(ShopError) -> Bool {
        switch try text(index) {
        case "yes": return true
        case "no": return false
        case let other: throw bad("'\(other)' is not yes or no")
        }
    }

    func integer(_ index: Int) throws(ShopError) -> Int {
        let text = try text(index)
        guard let number = Int(text) else { throw bad("'\(text)' is no number") }
        return number
    }

    /// Minor units of euros; empty: nil.
    func amount(_ index: Int) throws(ShopError) -> Int? {
        guard let text = optional(index) else { return nil }
        guard let money = Money(decimalText: text, currency: "EUR") else {
            throw bad("'\(text)' is no amount")
        }
        return money.minorUnits
    }

    /// `a, b, c`.
    func list(_ index: Int) throws(ShopError) -> [String] {
        try text(index).split(separator: ",").map { $0.trimmed }
    }

    /// `color: black; size: M`.
    func options(_ index: Int) throws(ShopError) -> Options {
        var pairs: [Options.Pair] = []
        for part in try text(index).split(separator: ";") {
            let halves = part.split(separator: ":", maxSplits: 1).map { $0.trimmed }
            guard halves.count == 2 else { throw bad("'\(part)' is no option") }
            pairs.append(Options.Pair(name: halves[0], value: halves[1]))
        }
        return Options(pairs: pairs)
    }

    /// `-3d2h` as an instant around `now`; empty: nil.
    func instant(_ index: Int, now: Instant) throws(ShopError) -> Instant? {
        guard let (days, hours) = try offset(index) else { return nil }
        let minute = Instant(milliseconds: now.milliseconds - now.milliseconds % 60_000)
        return minute + .seconds(days * 86_400 + hours * 3600)
    }

    /// `+2d` as a day around `today`; empty: nil.
    func day(_ index: Int, today: Day) throws(ShopError) -> Day? {
        try offset(index).map { today.adding(days: $0.days) }
    }

    private func offset(_ index: Int) throws(ShopError) -> (days: Int, hours: Int)? {
        guard let text = optional(index) else { return nil }
        let isPast = text.hasPrefix("-")
        let parts = text.dropFirst().split(separator: "d", omittingEmptySubsequences: false)
        let hours = parts.last.map { $0.hasSuffix("h") ? $0.dropLast() : $0 } ?? ""
        guard isPast || text.hasPrefix("+"), parts.count == 2, let days = Int(parts[0]),
            let hours = hours.isEmpty ? 0 : Int(hours), days < 10_000, hours < 24
        else { throw bad("'\(text)' is no time such as -3d2h or +2d") }
        return isPast ? (-days, -hours) : (days, hours)
    }

    func bad(_ reason: String) -> ShopError { .badTable(line: number, reason: reason) }
}

extension Substring {
    fileprivate var trimmed: String { String(utf8.trimmed) ?? "" }
}

extension Substring.UTF8View {
    /// Without the blanks around it.
    fileprivate var trimmed: Substring.UTF8View {
        let blank = UInt8(ascii: " ")
        guard let first = firstIndex(where: { $0 != blank }),
            let last = lastIndex(where: { $0 != blank })
        else { return self[endIndex...] }
        return self[first...last]
    }
}
