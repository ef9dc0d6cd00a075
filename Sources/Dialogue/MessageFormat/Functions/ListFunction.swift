import Facts

/// `:list`: values, or records by their `name`, joined as the locale does. `type=disjunction` joins
/// with "or", `type=unit` with commas only, `type=lines` on a line each. `fields=|id name total|` writes
/// these fields of each record, with commas, in place of its name.
extension MessageFormatter {
    mutating func list(_ call: FunctionCall) -> ResolvedValue {
        let kind = word(call, "type", as: ListKind.self)
        switch call.operand?.content {
        case .plain(.list(let items)):
            return ResolvedValue(.list(fields(of: items, call), kind ?? .conjunction))
        case .list(let items, let inherited):
            return ResolvedValue(.list(fields(of: items, call), kind ?? inherited))
        // One thing is a list of one.
        case .plain(let value): return ResolvedValue(.list([value], kind ?? .conjunction))
        case .string(let text?):
            return ResolvedValue(.list([.text(text)], kind ?? .conjunction))
        case .failed, .string, .number, .money, .moment, .suite, nil:
            note(.badOperand, call.source)
            return .failed
        }
    }

    /// Of each record the fields that the option names, as a list of its own.
    private func fields(of items: [Value], _ call: FunctionCall) -> [Value] {
        guard let names = call.option("fields")?.text.split(separator: " ") else { return items }
        return items.map { item in
            item.record.map { record in .list(names.compactMap { record[String($0)] }) } ?? item
        }
    }
}

extension LocaleFormats {
    /// The items as one text.
    func joined(_ items: [String], kind: ListKind) -> String {
        switch kind {
        case .conjunction: return and.joined(items)
        case .disjunction: return or.joined(items)
        case .unit: return items.joined(separator: and.comma)
        case .lines: return items.map { "\n\($0)" }.joined()
        }
    }
}

extension LocaleFormats.ListPattern {
    fileprivate func joined(_ items: [String]) -> String {
        guard let final = items.last, items.count > 1 else { return items.first ?? "" }
        let varied = variation.flatMap { $0.applies(to: final) ? $0 : nil }
        let word = items.count == 2 ? varied?.pair ?? pair : varied?.last ?? last
        return items.dropLast().joined(separator: comma) + word + final
    }
}

extension LocaleFormats.ListPattern.Variation {
    fileprivate func applies(to item: String) -> Bool {
        let start = item.prefix(4).lowercased() + " "
        return before.contains { start.hasPrefix($0) }
            && !notBefore.contains { start.hasPrefix($0) }
    }
}
