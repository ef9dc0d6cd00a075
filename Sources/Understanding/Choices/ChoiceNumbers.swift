import Facts

/// Picks by identifier ("1042", "W2611340", "ending in 1340") and by place in the list ("2", "the
/// second").
struct ChoiceNumbers {
    let choices: [Choice]
    let text: PointedText
    let entities: [Entity]
    let tokens: [Token]
    let numberCues: Set<String>

    // MARK: Identifiers

    /// The choices whose identifier is given; a wrong digit or a missing prefix counts when only
    /// one is near.
    func identified() -> Picking? {
        if let ending = endingIn() { return ending }
        let runs = writtenRuns()
        guard !runs.isEmpty else { return nil }
        var found: ChoiceSet = []
        for run in runs {
            if let owners = owners(of: run) {
                if owners.count > 1 { return Picking(indices: owners.sorted(), kind: .one) }
                found.formUnion(owners)
            }
        }
        guard !found.isEmpty else { return nil }
        return Picking(indices: found.sorted(), kind: found.count > 1 ? .all : .one)
    }

    /// "the one ending in 66": the choices whose identifier ends with the digits; nil where none does.
    private func endingIn() -> Picking? {
        for place in text.endings.compactMap({ $0 }) {
            let next = text.words[place..<min(place + 3, text.words.count)]
            guard let digits = next.first(where: { $0.utf8.allSatisfy(\.isDigit) }),
                digits.utf8.count > 1
            else { continue }
            let owners = choices.indices.filter { choices[$0].id.hasSuffix(digits) }
            if !owners.isEmpty { return Picking(indices: owners, kind: .one) }
        }
        return nil
    }

    /// Words with digits in them, without signs, of three characters and more, that are not
    /// negated.
    private func writtenRuns() -> [[UInt8]] {
        let negated = entities.filter(\.isNegated)
        return tokens.prefix(600).compactMap { token in
            let bytes = Array(token.folded.utf8).filter(\.isLetterOrDigit)
            guard bytes.count >= 3, bytes.count <= 40, bytes.contains(where: \.isDigit) else {
                return nil
            }
            let isNegated = negated.contains { $0.start <= token.start && token.end <= $0.end }
            return isNegated ? nil : bytes
        }
    }

    private func owners(of run: [UInt8]) -> ChoiceSet? {
        let ids = choices.map { Array($0.id.lowercased().utf8).filter(\.isLetterOrDigit) }
        let digits = run.filter(\.isDigit)
        let isNumber = digits.count == run.count
        let tests: [([UInt8]) -> Bool] = [
            { $0 == run },
            { isNumber && run.count >= 4 && $0.filter(\.isDigit) == run },
            { run.count >= 5 && NearWords.isOneEdit($0, run) },
            { isNumber && run.count >= 5 && NearWords.isOneEdit($0.filter(\.isDigit), run) },
            {
                isNumber && run.count >= 4 && $0.count > run.count
                    && $0.suffix(run.count).elementsEqual(run)
            },
        ]
        for (strictness, test) in tests.enumerated() {
            let owners = ChoiceSet(ids.indices.filter { test(ids[$0]) })
            if owners.count == 1 || (!owners.isEmpty && strictness < 2) { return owners }
            if owners.count > 1 { return nil }
        }
        return nil
    }

    // MARK: Place in the list

    /// A position given by an ordinal ("the second", "last but one").
    struct Position: Equatable {
        /// Index into the choices.
        var index: Int
        /// As given: 2, −1.
        var ordinal: Int
    }

    /// The ordinals of the text that fall into the list, outside the pointing phrases.
    func ordinals(negated: Bool = false) -> [Position] {
        entities.compactMap { entity in
            guard entity.kind == BuiltInEntity.ordinal.rawValue, entity.isNegated == negated,
                let ordinal = entity.value.integer, !isInsidePhrase(entity)
            else { return nil }
            let index = ordinal > 0 ? ordinal - 1 : choices.count + max(ordinal, -choices.count - 1)
            return choices.indices.contains(index) ? Position(index: index, ordinal: ordinal) : nil
        }
    }

    private func isInsidePhrase(_ entity: Entity) -> Bool {
        text.pieces.indices.contains { position in
            let token = tokens[text.pieces[position].token]
            return text.isTaken[position] && token.start >= entity.start && token.end <= entity.end
        }
    }

    /// The numbers of the list that are given: after "number", or when the text says nothing else.
    func numbers(negated: Bool = false) -> [Int] {
        let isBare = isBare
        let enumerated = enumerated
        return entities.compactMap { entity in
            guard entity.kind == BuiltInEntity.number.rawValue, entity.isNegated == negated,
                let number = entity.value.integer, number >= 1, number <= choices.count
            else { return nil }
            let isPlace =
                isBare || isAnnounced(entity) || isOpening(entity)
                || enumerated.contains(entity.start)
            return isPlace ? number - 1 : nil
        }
    }

    /// Where the numbers of a row begin that opens the text: "1 2 and 4, to my card", "items 1, 3 and 4 as I said".
    private var enumerated: Set<Int> {
        var pieces: [Int: Int] = [:]
        for position in text.pieces.indices { pieces[text.pieces[position].token] = position }
        func isSmall(_ place: Int) -> Bool {
            guard let position = pieces[place] else { return true }
            return text.isIgnored(position) || text.isCommon(position)
                || numberCues.contains(text.words[position])
        }
        func isNumber(_ place: Int) -> Bool {
            entities.contains {
                $0.kind == BuiltInEntity.number.rawValue && $0.start == tokens[place].start
                    && $0.end == tokens[place].end
            }
        }
        func joins(_ place: Int) -> Bool {
            [",", "&", "+", ";"].contains(tokens[place].folded)
                || pieces[place].map { text.pointers[$0] == .and } ?? false
        }
        var place = 0
        while place < min(tokens.count, 3), !isNumber(place), isSmall(place) { place += 1 }
        var starts: Set<Int> = []
        while place < tokens.count, isNumber(place) || joins(place) {
            if isNumber(place) { starts.insert(tokens[place].start) }
            place += 1
        }
        guard starts.count > 1 else { return [] }
        let isEnded =
            place >= tokens.count || isSmall(place)
            || !tokens[place].folded.utf8.contains(where: \.isLetterOrDigit)
            || [",", "."].contains(tokens[place - 1].folded)
        return isEnded ? starts : []
    }

    /// The text says nothing but numbers.
    var isBare: Bool { text.pieces.indices.allSatisfy { isNumberOrSmall($0) } }

    private func isNumberOrSmall(_ position: Int) -> Bool {
        let token = tokens[text.pieces[position].token]
        let isNumber = entities.contains {
            $0.kind == BuiltInEntity.number.rawValue && $0.start <= token.start
                && token.end <= $0.end
        }
        return isNumber || text.isIgnored(position) || text.pointers[position] == .and
            || numberCues.contains(text.words[position])
            || [".", ")", "!"].contains(text.words[position])
    }

    /// The text begins with a number of its own.
    var opens: Bool {
        entities.contains { $0.kind == BuiltInEntity.number.rawValue && isOpening($0) }
    }

    /// "2, but which items are in it?": cut off from the rest at the beginning.
    private func isOpening(_ entity: Entity) -> Bool {
        guard tokens.count > 1, entity.start == tokens[0].start, entity.end == tokens[0].end
        else { return false }
        return [",", ".", ")", ";"].contains(tokens[1].folded)
    }

    /// "number 2", "option 3", "#1", with nothing counted after it.
    private func isAnnounced(_ entity: Entity) -> Bool {
        guard let first = tokens.firstIndex(where: { $0.start >= entity.start }), first > 0 else {
            return false
        }
        return numberCues.contains(Reading.key(tokens[first - 1]))
    }
}
