/// Chooses the entities that the classifier reads as their kind, so that "where is 1042" teaches "where is 7".
struct EntityMasking: Sendable {
    /// Kinds declared by shapes; they win over built-in ones of the same length.
    private let declared: Set<String>
    /// Kinds declared by values.
    private let valueKinds: Set<String>
    private static let builtIn: Set<String> = Set(
        [BuiltInEntity.email, .zip, .address, .phone, .money, .date, .number, .card, .iban, .url]
            .map(
                \.rawValue))

    init(_ lexicon: Lexicon) {
        var declared: Set<String> = []
        var valueKinds: Set<String> = []
        for declaration in lexicon.entities {
            switch declaration.form {
            case .shapes: declared.insert(declaration.kind)
            case .values: valueKinds.insert(declaration.kind)
            }
        }
        self.declared = declared
        self.valueKinds = valueKinds
    }

    /// Whether a text can hold anything to mask: a digit or an @.
    static func mayMask(_ normalised: String) -> Bool {
        normalised.utf8.contains { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x40 }
    }

    /// The masks, sorted and apart from each other: the longest entity first, then the declared one, then `names`.
    func masks(
        of entities: [Entity], in normalised: String, beside names: [TextReading.Mask] = []
    ) -> [TextReading.Mask] {
        if entities.isEmpty { return names }
        let bytes = Array(normalised.utf8)
        let candidates = entities.filter { entity in
            guard declared.contains(entity.kind) || Self.builtIn.contains(entity.kind),
                entity.start >= 0, entity.start < entity.end, entity.end <= bytes.count
            else { return false }
            return bytes[entity.start..<entity.end].contains {
                ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x40
            }
        }
        let sorted = candidates.sorted { left, right in
            let lengths = (left.end - left.start, right.end - right.start)
            if lengths.0 != lengths.1 { return lengths.0 > lengths.1 }
            let ranks = (
                declared.contains(left.kind) ? 0 : 1, declared.contains(right.kind) ? 0 : 1
            )
            if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
            return (left.start, left.kind) < (right.start, right.kind)
        }
        var masks: [TextReading.Mask] = []
        let found = sorted.map { TextReading.Mask(kind: $0.kind, start: $0.start, end: $0.end) }
        for mask in found + names
        where !masks.contains(where: { $0.start < mask.end && mask.start < $0.end }) {
            masks.append(mask)
        }
        return masks.sorted { $0.start < $1.start }
    }

    /// Without the declared values that are a part of a shop's name only: a "coffee maker" is no coffee.
    func outside(_ names: [TextReading.Mask], _ entities: [Entity]) -> [Entity] {
        guard !names.isEmpty else { return entities }
        return entities.filter { entity in
            !valueKinds.contains(entity.kind)
                || !names.contains {
                    $0.start <= entity.start && entity.end <= $0.end
                        && $0.end - $0.start > entity.end - entity.start
                }
        }
    }

    /// What spelling must leave alone besides the masks: names and addresses.
    static func unspelled(_ entities: [Entity]) -> [TextReading.Mask] {
        entities.filter {
            $0.kind == BuiltInEntity.name.rawValue || $0.kind == BuiltInEntity.address.rawValue
                || $0.kind == BuiltInEntity.email.rawValue
        }.map { TextReading.Mask(kind: $0.kind, start: $0.start, end: $0.end) }
    }
}
