import Facts

/// Gathers the entities of one text: keeps what is taken, marks what is negated, sorts.
struct EntityCollector {
    let reading: Reading
    private var entities: [Entity] = []
    private var taken: [(range: Range<Int>, kind: BuiltInEntity?)] = []

    init(reading: Reading) {
        self.reading = reading
    }

    /// The byte ranges that belong to one reading only, by position.
    var takenRanges: [Range<Int>] {
        taken.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
    }

    func isTaken(_ range: Range<Int>) -> Bool {
        taken.contains { $0.range.overlaps(range) }
    }

    /// Whether just this has been found.
    func holds(_ kind: String, _ range: Range<Int>) -> Bool {
        entities.contains {
            $0.kind == kind && $0.start == range.lowerBound && $0.end == range.upperBound
        }
    }

    /// Whether the range is taken by that kind and no other.
    func isOnly(_ kind: BuiltInEntity, in range: Range<Int>) -> Bool {
        let owners = taken.filter { $0.range.overlaps(range) }
        return !owners.isEmpty && owners.allSatisfy { $0.kind == kind }
    }

    /// Adds an entity whose text means nothing else; left out when the text is taken already.
    mutating func take(_ kind: BuiltInEntity, _ value: Value, bytes: Range<Int>) {
        guard !isTaken(bytes) else { return }
        add(kind, value, bytes: bytes)
        taken.append((bytes, kind))
    }

    /// The same for a declared kind.
    mutating func take(_ kind: String, _ value: Value, bytes: Range<Int>) {
        guard !isTaken(bytes) else { return }
        add(kind, value, bytes: bytes, takes: true)
    }

    mutating func take(_ kind: BuiltInEntity, _ value: Value, tokens: Range<Int>) {
        guard let bytes = bytes(tokens) else { return }
        take(kind, value, bytes: bytes)
    }

    mutating func add(
        _ kind: BuiltInEntity, _ value: Value, tokens: Range<Int>, takes: Bool = false
    ) {
        guard let bytes = bytes(tokens) else { return }
        add(kind, value, bytes: bytes)
        if takes { taken.append((bytes, kind)) }
    }

    mutating func add(_ kind: BuiltInEntity, _ value: Value, bytes: Range<Int>) {
        add(kind.rawValue, value, bytes: bytes)
    }

    mutating func add(_ kind: String, _ value: Value, tokens: Range<Int>) {
        guard let bytes = bytes(tokens) else { return }
        add(kind, value, bytes: bytes)
    }

    mutating func add(_ kind: String, _ value: Value, bytes: Range<Int>, takes: Bool = false) {
        entities.append(
            Entity(kind: kind, value: value, start: bytes.lowerBound, end: bytes.upperBound))
        if takes { taken.append((bytes, nil)) }
    }

    private func bytes(_ tokens: Range<Int>) -> Range<Int>? {
        guard tokens.lowerBound >= 0, !tokens.isEmpty, tokens.upperBound <= reading.count else {
            return nil
        }
        return reading.tokens[tokens.lowerBound].start..<reading.tokens[tokens.upperBound - 1].end
    }

    /// The entities by position (the longer first, then by kind), with their negation.
    func finished() -> [Entity] {
        let sorted = entities.sorted { left, right in
            if left.start != right.start { return left.start < right.start }
            if left.end != right.end { return left.end > right.end }
            return left.kind < right.kind
        }
        let answer = entities.first { $0.kind == BuiltInEntity.yesNo.rawValue }
        let negation = NegationScope(reading: reading, answer: answer.map { $0.start..<$0.end })
        return sorted.map { entity in
            guard entity.kind != BuiltInEntity.yesNo.rawValue else { return entity }
            var entity = entity
            let isCovered =
                negation.covers(entity.start..<entity.end)
                && !(entity.kind == BuiltInEntity.email.rawValue && onlySigns(entity))
            entity.isNegated = isCovered || isTakenBack(entity)
            return entity
        }
    }

    /// "It's not here mara@example.com": the only e-mail, behind a sentence, tells who writes. "Not mara@example.com"
    /// and one beside another e-mail may well be refused.
    private func onlySigns(_ email: Entity) -> Bool {
        let others = entities.filter { $0.kind == email.kind && $0.start != email.start }
        let before = (0..<reading.token(atOrAfter: email.start)).count(where: reading.isWord)
        return others.isEmpty && before > Self.refusal
    }

    /// "It's not", "nein, nicht".
    private static let refusal = 2

    /// An e-mail with "no, sorry" behind it, and another one, a name or a postcode.
    private func isTakenBack(_ entity: Entity) -> Bool {
        guard entity.kind == BuiltInEntity.email.rawValue else { return false }
        func ranges(of kinds: [BuiltInEntity]) -> [Range<Int>] {
            entities.filter { kinds.map(\.rawValue).contains($0.kind) }.map { $0.start..<$0.end }
        }
        return TakenBack(reading: reading).covers(
            entity.start..<entity.end, claims: ranges(of: [.email, .name, .zip]),
            emails: ranges(of: [.email]))
    }
}
