import Understanding

/// Kinds of entities with a part in the flows of a pack, worked out once.
struct EntityKinds: Sendable {
    /// What an identity check asks for.
    let ofIdentity: Set<String>
    /// Called by their ids, as orders are: see `Dialogue.isNamedByID`.
    let namedByID: Set<String>
    /// Types with choices whose entity has a shape.
    private let typesByID: Set<String>
    /// By flow and kind the slots that hold such an entity.
    private let slots: [String: [String: [String]]]

    init(_ book: DialogueBook, _ lexicon: Lexicon) {
        let checks = book.flows.values.compactMap(\.needs).compactMap { book.flows[$0] }
        ofIdentity = Set(checks.flatMap(\.slots).compactMap { book.types[$0.type.name]?.entity })
        let shaped = lexicon.entities.filter { entity in
            if case .shapes = entity.form { true } else { false }
        }.map(\.kind)
        let typesByID = book.types.filter { _, type in
            type.choices != nil && type.entity.map(shaped.contains) == true
        }
        self.typesByID = Set(typesByID.keys)
        slots = book.flows.mapValues { flow in
            flow.slots.reduce(into: [:]) { slots, slot in
                guard let kind = book.types[slot.type.name]?.entity else { return }
                slots[kind, default: []].append(slot.id)
            }
        }
        let used = book.flows.values.flatMap(\.slots).map(\.type.name)
        namedByID = Set(used.compactMap { typesByID[$0]?.entity })
    }

    /// The ids of the flow's slots that hold an entity of the kind.
    func slots(of flow: String, holding kind: String) -> [String] { slots[flow]?[kind] ?? [] }

    func isNamedByID(type: String) -> Bool { typesByID.contains(type) }
}
