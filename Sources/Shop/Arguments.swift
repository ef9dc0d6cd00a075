import Facts

/// The arguments of a call, read leniently: a record stands for its id, a number for its digits.
struct Arguments: Sendable {
    let record: Record

    func text(_ name: String) -> String? {
        record[name].flatMap { Arguments.text($0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// One text counts as a list of one; nil when a member is no text.
    func texts(_ name: String) -> [String]? {
        guard let value = record[name] else { return nil }
        let members = value.list ?? [value]
        let texts = members.compactMap { Arguments.text($0) }
        return texts.count == members.count ? texts : nil
    }

    /// Ids of items: `x/2`, the second piece of item x, is `x`.
    func items(_ name: String) -> [String]? {
        texts(name).map { $0.map(Arguments.item) }
    }

    func item(_ name: String) -> String? { text(name).map(Arguments.item) }

    func money(_ name: String) -> Money? { record[name]?.money }

    private static func item(_ choice: String) -> String {
        guard let slash = choice.lastIndex(of: "/"),
            Int(choice[choice.index(after: slash)...]) != nil
        else { return choice }
        return String(choice[..<slash])
    }

    private static func text(_ value: Value) -> String? {
        switch value.identity {
        case .text(let text): text
        case .integer(let integer): String(integer)
        case .number, .flag, .money, .day, .instant, .list, .record: nil
        }
    }
}
