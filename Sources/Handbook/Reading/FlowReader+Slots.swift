import Dialogue
import Facts

extension FlowReader {
    static let slotKeys = [
        "type", "ask", "why", "from", "tries", "auto", "many", "each", "optional", "when",
        "parts",
    ]

    mutating func slot(_ entry: YAMLNode.Entry) -> Slot {
        result.slots[entry.key] = entry.place
        if let place = entry.value["ask"]?.place { result.askPlaces[entry.key] = place }
        let fields = entry.value.fields(report, "slot \(entry.key)", keys: Self.slotKeys)
        var slot = Slot(
            id: entry.key, type: typeUse(fields), ask: fields["ask"].flatMap { reply($0) } ?? "",
            sources: sources(fields["from"])
        )
        slot.tries = fields["tries"]?.integer(report, in: 1...10) ?? slot.tries
        if let node = fields["auto"], let word = node.text(report, "only_choice") {
            slot.takesOnlyChoice =
                node.word(word, "a way to fill a slot", among: ["only_choice"], report) != nil
        }
        slot.isMany = fields["many"]?.flag(report) ?? false
        if let node = fields["each"], let list = node.text(report, "a slot") {
            slot.each = list
            refer(.slot, list, at: node.place)
        }
        slot.isOptional = fields["optional"]?.flag(report) ?? false
        slot.why = fields["why"].flatMap { reply($0) }
        if let node = fields["when"] { slot.condition = condition(node) }
        slot.parts = parts(fields["parts"], of: slot, at: entry.place)
        return slot
    }

    /// The question for each part of the type: a type with parts needs one for each, another has none.
    private mutating func parts(
        _ node: YAMLNode?, of slot: Slot, at place: Place
    ) -> [String: String] {
        let names = types[slot.type.name]?.type.parts.map(\.name) ?? []
        var questions: [String: String] = [:]
        for entry in node?.mapping(report, "part: reply") ?? [] {
            guard names.contains(entry.key) else {
                report.unknown(
                    .badValue, at: entry.place, "part", entry.key, among: names,
                    otherwise: "the type '\(slot.type.name)' declares its parts in entities.yaml")
                continue
            }
            questions[entry.key] = reply(entry.value)
        }
        let missing = names.filter { questions[$0] == nil }
        if !missing.isEmpty {
            report.error(
                .missingKey, at: node?.place ?? place,
                "nothing asks for \(missing.joined(separator: ", ")) of the slot '\(slot.id)'",
                cure: "add parts: with a reply for each part")
        }
        return questions
    }

    private mutating func typeUse(_ fields: Fields) -> SlotTypeUse {
        guard let text = fields.required("type", cure: "add type: with a type of entities.yaml"),
            let node = fields["type"], let call = CallSyntax(text, at: node.place, report)
        else { return SlotTypeUse(name: "") }
        guard let type = types[call.name]?.type else {
            report.unknown(
                .unknownType, at: node.place, "type", call.name, among: types.keys,
                otherwise: "declare it in entities.yaml under types:")
            return SlotTypeUse(name: call.name)
        }
        let given = call.arguments ?? []
        if given.count != type.parameters.count {
            report.error(
                .wrongArguments, at: node.place,
                "the type '\(type.name)' takes \(type.parameters.count) arguments, "
                    + "not \(given.count)",
                cure: type.parameters.isEmpty
                    ? "write \(type.name)"
                    : "write \(type.name)(\(type.parameters.joined(separator: ", ")))")
        }
        return SlotTypeUse(
            name: type.name, arguments: given.compactMap { path($0.text, at: $0.place) })
    }

    private mutating func sources(_ node: YAMLNode?) -> [Slot.Source] {
        guard let node else { return [.message, .earlier] }
        return node.texts(report, of: "sources").compactMap { text, place in
            switch text {
            case "message": return .message
            case "earlier": return .earlier
            default:
                guard text.contains(".") || ownNames.contains(text) else {
                    report.error(
                        .badValue, at: place, "'\(text)' is no source of a slot",
                        cure: suggestion(for: text, among: ["message", "earlier"])
                            ?? "write message, earlier, or a path as customer.email")
                    return nil
                }
                return path(text, at: place).map { .path($0) }
            }
        }
    }
}
