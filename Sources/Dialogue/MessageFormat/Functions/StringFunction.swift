import Facts

/// `:string`: the value as bare text, to print or to select by.
extension MessageFormatter {
    mutating func string(_ call: FunctionCall) -> ResolvedValue {
        guard let operand = call.operand else {
            note(.badOperand, call.source)
            return .failed
        }
        switch operand.content {
        // Its problem is noted already; as a selector it matches only `*`.
        case .failed: return ResolvedValue(.string(nil))
        case .plain(let value):
            if let text = value.plainText { return ResolvedValue(.string(text)) }
        case .string: return operand
        case .number(let value): return ResolvedValue(.string(value.number.literal))
        case .money(let value):
            return ResolvedValue(.string(value.number.literal + " " + value.currency))
        case .moment(let value): return ResolvedValue(.string(value.iso))
        case .list, .suite: break
        }
        note(.badOperand, call.source)
        return .failed
    }
}
