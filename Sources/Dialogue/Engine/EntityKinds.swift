import Understanding

/// Kinds of entities with a part in the flows of a pack, worked out once.
struct EntityKinds: Sendable {
    /// What an identity check asks for.
    let ofIdentity: Set<String>
    /// Called by their ids, as orders are: see `Dialogue.isNamedByID`.
    let namedByID: Set<String>
    /// Types with choices whose entity has a shape.
    private let typesByID: Set<String>

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
        let used = book.flows.values.flatMap(\.slots).map(\.type.name)
        namedByID = Set(used.compactMap { typesByID[$0]?.entity })
    }

    func isNamedByID(type: String) -> Bool { typesByID.contains(type) }
}
