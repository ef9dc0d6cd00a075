import Facts

/// `:list`: values, or records by their `name`, joined as the locale does. `type=disjunction` joins
/// with "or", `type=unit` with commas only.
extension MessageFormatter {
    mutating func list(_ call: FunctionCall) -> ResolvedValue {
        let kind = word(call, "type", as: ListKind.self)
        switch call.operand?.content {
        case .plain(.list(let items)): return ResolvedValue(.list(items, kind ?? .conjunction))
        case .list(let items, let inherited): return ResolvedValue(.list(items, kind ?? inherited))
        // One thing is a list of one.
        case .plain(let value): return ResolvedValue(.list([value], kind ?? .conjunction))
        case .string(let text?):
            return ResolvedValue(.list([.text(text)], kind ?? .conjunction))
        case .failed, .string, .number, .money, .moment, .suite, nil:
            note(.badOperand, call.source)
            return .failed
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
