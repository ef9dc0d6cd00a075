import Facts
import Understanding

/// What conditions and replies may read: slots, the answers of look-ups, the customer, the conversation, the message.
struct KnownFacts: FactSource {
    let run: TurnRun

    var now: Instant { run.now }

    func value(at path: [String]) -> Value? {
        guard let root = path.first else { return nil }
        // Its fields are worked out one by one.
        if root == "conversation", path.count > 1 {
            return conversation(path[1])?.value(at: path.dropFirst(2))
        }
        guard let value = rootValue(root) ?? begunValue(path) else { return nil }
        return value.value(at: path.dropFirst())
    }

    /// Of a record that the customer has begun to give its parts are known, not the whole.
    private func begunValue(_ path: [String]) -> Value? {
        path.count > 1 ? run.state.stack.last?.begun[path[0]] : nil
    }

    private func rootValue(_ root: String) -> Value? {
        switch root {
        case "customer": run.state.customer.map(Value.record)
        case "conversation": .record(conversation)
        case "message": .record(message)
        case "said": .record(["human": .flag(mentions.contains("human_words"))])
        case "result": run.state.stack.last?.result
        default:
            run.state.stack.last?.slots[root] ?? run.knownFact(root) ?? run.eventFields[root]
        }
    }

    private var message: Record {
        var record: Record = ["mentions": .list(mentions.map(Value.text))]
        record["opening"] = run.state.stack.last?.utterances.first.map(Value.text)
        return record
    }

    private var mentions: [String] { run.state.working?.mentions ?? [] }

    private var conversation: Record {
        var record = Record()
        for name in Self.conversationFields { record[name] = conversation(name) }
        return record
    }

    private static let conversationFields = [
        "failed_turns", "turn", "stack", "open", "language", "channel", "wishes", "done",
        "reminders", "times", "languages", "intent", "outcome", "flow", "answers", "is_asking",
        "explains", "can_skip", "last_wish",
    ]

    private func conversation(_ field: String) -> Value? {
        let state = run.state
        switch field {
        case "failed_turns": return .integer(state.failedTurns)
        case "turn": return .integer(state.turn)
        case "stack": return .integer(state.stack.count)
        case "open": return .integer(openFlows.count)
        case "language": return .text(state.language)
        case "channel": return .text(state.channel)
        case "wishes": return .integer(state.wishes.count)
        case "done": return .integer(state.done.count)
        case "reminders": return .integer(state.reminders)
        case "times": return (state.stack.last?.flow).map { .integer(state.begun[$0] ?? 0) }
        case "languages": return .list(run.book.languages.map(Value.text))
        case "intent": return state.intent.map(Value.text)
        case "outcome": return state.outcome.map(Value.text)
        case "last_wish": return state.lastWish.map(Value.text)
        case "flow": return openFlows.last.map(Value.text)
        case "answers", "is_asking", "explains", "can_skip":
            return run.currentFlow?.kind == .repair ? run.questionFacts[field] : nil
        default: return nil
        }
    }

    private var openFlows: [String] {
        run.state.stack.map(\.flow).filter { run.book.flows[$0]?.kind == .intent }
    }
}

extension TurnRun {
    /// The answer to a flow's fact, where it was looked up in this turn already.
    func knownFact(_ name: String) -> Value? {
        knownResult(name)?.foundValue
    }

    private func knownResult(_ name: String) -> ActionResult? {
        guard state.working?.answers.isEmpty == false || !shared.answers.isEmpty else { return nil }
        let question = FactQuestion(revision: revision, name: name)
        if let known = shared.results[question] { return known }
        let result = factLookUp(name).flatMap { knownAnswer(signature(of: $0)) }
        shared.results.note(result, to: question)
        return result
    }

    /// The value of a flow's fact; asks the shop when it is not known yet. nil: there is none, or an argument
    /// is missing.
    func fact(_ name: String) throws(Interruption) -> Value? {
        if let known = knownResult(name), known.outcome != "failed" { return known.foundValue }
        guard let lookUp = factLookUp(name) else { return nil }
        return try answer(to: lookUp, signature(of: lookUp)).foundValue
    }

    /// The shop's answer to a look-up; throws to ask for it, or when it failed for good.
    func answer(
        to lookUp: LookUp, _ signature: String
    ) throws(Interruption) -> ActionResult {
        if let known = knownAnswer(signature) { return try sound(known, of: lookUp.action) }
        let call = call(lookUp.action, lookUp.arguments)
        return try sound(try answer(to: call, signature), of: lookUp.action)
    }

    /// The look-up's signature; a turn asks the same few things over and over.
    func signature(of lookUp: LookUp) -> String {
        if let known = shared.signatures[lookUp] { return known }
        let signature = lookUp.signature
        shared.signatures.note(signature, to: lookUp)
        return signature
    }

    /// What the shop has answered in this turn.
    private func knownAnswer(_ signature: String) -> ActionResult? {
        state.working?.answers[signature] ?? shared.answers[signature]
    }

    /// The shop's answer to a look-up, also where it failed; throws to wait for it, where it does not come at once.
    func answer(
        to call: ActionCall, _ signature: String
    ) throws(Interruption) -> ActionResult {
        if let known = knownAnswer(signature) { return known }
        guard shared.isTrying,
            (state.working?.calls ?? 0) + shared.answers.count < book.limits.callsPerTurn,
            let result = shared.shop(call, state)
        else { throw .need(call) }
        shared.answers[signature] = result
        return result
    }

    private func sound(
        _ result: ActionResult, of action: String
    ) throws(Interruption) -> ActionResult {
        if result.outcome == "failed" { throw .failed(action: action, result) }
        return result
    }

    private func factLookUp(_ name: String) -> LookUp? {
        guard let top = state.stack.indices.last,
            let fact = book.flows[state.stack[top].flow]?.facts.first(where: { $0.name == name })
        else { return nil }
        return lookUp(fact.call, bindings: state.stack[top].slots)
    }

    /// Makes sure that the facts which `paths` read are known.
    func prefetch(_ paths: some Sequence<[String]>) throws(Interruption) {
        for path in paths {
            if let root = path.first { _ = try fact(root) }
        }
    }

    /// An action with its arguments, as a call; nil while an argument that it needs has no value.
    func call(_ use: ActionUse, bindings: Record) -> ActionCall? {
        lookUp(use, bindings: bindings).map { call($0.action, $0.arguments) }
    }

    /// What is asked; nil while an argument that it needs has no value.
    func lookUp(_ use: ActionUse, bindings: Record) -> LookUp? {
        var arguments = Record()
        for (name, expression) in use.arguments {
            let value: Value?
            switch expression {
            case .literal(let literal): value = literal
            case .path(let path):
                value =
                    path.first.flatMap { bindings[$0] }?.value(at: path.dropFirst())
                    ?? KnownFacts(run: self).value(at: path)
            }
            guard let value else { return nil }
            arguments[name] = value.argument
        }
        return LookUp(action: use.action, arguments: arguments)
    }

    private func call(_ action: String, _ arguments: Record) -> ActionCall {
        ActionCall(
            id: nextCallID, conversation: state.conversation, action: action,
            arguments: arguments, access: book.actions[action]?.access ?? .read)
    }

    var nextCallID: String {
        let number = (state.working?.calls ?? 0) + shared.answers.count + 1
        return "\(state.conversation)/\(state.turn)/\(number)"
    }
}

/// What a call asks, before it is one: most look-ups have their answer already.
struct LookUp: Equatable {
    var action: String
    var arguments: Record

    /// Equal for calls that must give the same answer within a turn.
    var signature: String { action + arguments.canonicalText }
}

extension ActionResult {
    /// The value that came back, also of a preview that says why not; nil for `missing`.
    var foundValue: Value? { outcome == "missing" ? nil : value }
}

extension ActionCall {
    /// Equal for calls that must give the same answer within a turn.
    var signature: String { LookUp(action: action, arguments: arguments).signature }
}

extension Value {
    /// What an action receives: a choice's id, an address or another record without one as it is.
    var argument: Value {
        switch self {
        case .record(let record): record["id"] ?? self
        case .list(let items): .list(items.map(\.argument))
        case .text, .integer, .number, .flag, .money, .day, .instant: self
        }
    }

    /// Text that is equal only for equal values; fields in the order of their names.
    var canonicalText: String {
        var text = ""
        writeCanonical(to: &text)
        return text
    }

    fileprivate func writeCanonical(to text: inout String) {
        switch self {
        case .text(let own):
            text += "\""
            text += own
            text += "\""
        case .integer(let integer): text += String(integer)
        case .number(let number): text += String(number)
        case .flag(let flag): text += String(flag)
        case .money(let money):
            text += money.decimalText
            text += " "
            text += money.currency
        case .day(let day): text += day.iso
        case .instant(let instant):
            text += "@"
            text += String(instant.milliseconds)
        case .list(let items):
            text += "["
            for (index, item) in items.enumerated() {
                if index > 0 { text += "," }
                item.writeCanonical(to: &text)
            }
            text += "]"
        case .record(let record): record.writeCanonical(to: &text)
        }
    }
}

extension Record {
    var canonicalText: String {
        var text = ""
        writeCanonical(to: &text)
        return text
    }

    fileprivate func writeCanonical(to text: inout String) {
        text += "("
        for (index, field) in fields.enumerated() {
            if index > 0 { text += "," }
            text += field.name
            text += "="
            field.value.writeCanonical(to: &text)
        }
        text += ")"
    }
}
