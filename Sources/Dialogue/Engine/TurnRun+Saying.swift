import Facts

/// Saying replies: what they may read, and values as people call them.
extension TurnRun {
    /// Says replies of the current flow (or full ids), looking up the facts that they read.
    mutating func sayAll(_ ids: [String], arguments: Record = Record()) throws(Interruption) {
        for id in ids {
            let full = fullID(id)
            if let template = template(full) { try prefetch(template.variables) }
            say(full, arguments: arguments)
        }
    }

    /// A fact that the reply reads is not there any more: what has been done meanwhile has changed it.
    func lacksWords(for id: String) throws(Interruption) -> Bool {
        let paths = template(fullID(id))?.variables ?? []
        try prefetch(paths)
        let facts = KnownFacts(run: self)
        let names = Set((currentFlow?.facts ?? []).map(\.name))
        return paths.contains { path in
            path.first.map(names.contains) == true && facts.value(at: path) == nil
        }
    }

    /// The variant that comes next.
    func template(_ id: String) -> MessageTemplate? {
        book.replies.template(
            id, language: state.language, channel: state.channel, times: state.timesSaid[id] ?? 0)
    }

    /// `ask_order` of the current flow is `return_item.ask_order`; a full id stays.
    func fullID(_ id: String) -> String {
        guard let frame = state.stack.last, !id.contains(".") else { return id }
        let prefix = book.flows[frame.flow]?.kind == .repair ? "repair" : frame.flow
        return "\(prefix).\(id)"
    }

    mutating func say(_ id: String, arguments: Record = Record()) {
        guard let (said, isWhole) = rendering(id, arguments) else { return }
        // Nobody reads "{$preview.amount} back to {$preview.method}".
        guard isWhole else { return giveUp(reason: "value_missing") }
        state.timesSaid[id, default: 0] += 1
        state.working?.said.append(said)
    }

    /// The reply would have a value to say that is not there: the order has changed since that was looked up.
    func leavesGaps(_ id: String) throws(Interruption) -> Bool {
        let full = fullID(id)
        try prefetch(template(full)?.variables ?? [])
        return rendering(full, Record())?.isWhole == false
    }

    private func rendering(
        _ id: String, _ arguments: Record
    ) -> (reply: SaidReply, isWhole: Bool)? {
        let all = replyArguments(for: id).merging(arguments)
        return book.rendering(id, arguments: all, state: state)
    }

    /// The values that the reply's variables may need: slots as people call them, facts, the customer, the result.
    private func replyArguments(for id: String) -> Record {
        let facts = KnownFacts(run: self)
        var arguments = Record()
        for path in template(id)?.variables ?? [] {
            guard let root = path.first, arguments[root] == nil else { continue }
            arguments[root] = facts.value(at: [root]).map { named($0, slot: root) }
        }
        return arguments
    }

    /// A value as people call it: a value-set entity by its label (`damaged` becomes {id: damaged, name:
    /// "beschädigt"}), an order by its number.
    func named(_ value: Value, slot id: String) -> Value {
        if case .record(var record) = value, let slot = currentFlow?.slot(id),
            dialogue.isNamedByID(slot)
        {
            record["name"] = record["id"]
            return .record(record)
        }
        guard let slot = currentFlow?.slot(id), let kind = book.types[slot.type.name]?.entity,
            let labels = book.labels[kind], case .text(let text) = value,
            let languages = labels[text]
        else { return value }
        let label = languages[state.language] ?? languages[book.replies.defaultLanguage] ?? text
        return .record(["id": value, "name": .text(label)])
    }
}
