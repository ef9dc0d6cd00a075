/// Cuts an utterance about several things into what it says of each: "the mouse in white; the black watch for a
/// gold one, and the other watch for the same".
struct PassageReader {
    let index: ChoiceIndex
    let text: PointedText
    let cutter: PieceCutter
    let mentions: [Mention]
    /// Where a mention that only describes ends → where it begins.
    private let descriptions: [Int: Int]

    init(index: ChoiceIndex, text: PointedText, cutter: PieceCutter) {
        self.index = index
        self.text = text
        self.cutter = cutter
        mentions = ChoiceMentionFinder(text: text, index: index).mentions()
        descriptions = Dictionary(
            mentions.filter { !$0.described.isEmpty || !$0.partly.isEmpty }
                .map { ($0.end, $0.start) }, uniquingKeysWith: { first, _ in first })
    }

    /// A thing that is named: its words, and what comes before them ("the black, silicone").
    struct Name {
        var start: Int
        var end: Int
        /// Where the words about it begin, an article among them.
        var opening: Int
        var choices: ChoiceSet
        var stems: Set<String>
        var isNegated: Bool
        /// "the other one": what the names before have left.
        var isOther = false
        /// "the black one": told by what it is like.
        var isDescribed = false
        /// "Instead of the 90 shelf the 60": where the words about what shall be instead begin.
        var replacement: Int?
    }

    /// The passages in the order of the text; none where it names nothing, or speaks of all ("everything but").
    func passages() -> [Passage] {
        guard !index.hasLists, !excepts else { return [] }
        let names = ownNames(of: withDescribed(named()).map(replaced))
        guard !names.isEmpty, names.contains(where: { !$0.isOther }), isOnlyAbout(names) else {
            return []
        }
        var passages: [Passage] = []
        for place in names.indices {
            let start = place == 0 ? beginning(names[0]) : cut(names[place - 1], names[place])
            let end =
                place + 1 < names.count
                ? cut(names[place], names[place + 1]) : text.pieces.count
            guard start < end else { continue }
            passages.append(passage(names[place], start..<end, after: passages))
        }
        return passages
    }

    // MARK: Names

    private func named() -> [Name] {
        var names: [Name] = []
        for mention in mentions where !mention.named.isEmpty {
            if let last = names.last, last.isNegated == mention.isNegated,
                joins(last, mention)
            {
                names[names.count - 1].end = mention.end
                names[names.count - 1].choices.formIntersection(mention.named)
                names[names.count - 1].stems.formUnion(mention.stems)
            } else {
                names.append(
                    Name(
                        start: mention.start, end: mention.end,
                        opening: opening(before: mention.start), choices: mention.named,
                        stems: Set(mention.stems), isNegated: mention.isNegated))
            }
        }
        return (names + others(besides: names)).sorted { $0.start < $1.start }
    }

    /// "tea" and "kettle" are one name: nothing but small words stand between, and no word comes twice.
    private func joins(_ name: Name, _ mention: Mention) -> Bool {
        mention.start - name.end <= 2
            && (name.end..<mention.start).allSatisfy {
                text.isIgnored($0) && text.pointers[$0] == nil
            }
            && !name.choices.isDisjoint(with: mention.named)
            && name.stems.isDisjoint(with: mention.stems)
    }

    /// "the other one", where it begins a passage of its own.
    private func others(besides names: [Name]) -> [Name] {
        text.pieces.indices.filter { text.pointers[$0] == .other }.compactMap { place in
            // "The lamp from the other" is in the other order.
            if place > 0, text.belongs(place - 1) { return nil }
            let end = text.ends[place]
            let next = names.first { $0.opening >= place || $0.start >= end }
            if let next, next.opening <= end { return nil }
            guard end == text.pieces.count || isSeparator(end) || target(at: end) != nil,
                names.contains(where: { $0.end <= place }) || index.choices.count == 2
            else { return nil }
            return Name(
                start: place, end: end, opening: opening(before: place),
                choices: ChoiceSet(index.choices.indices), stems: [], isNegated: false,
                isOther: true)
        }
    }

    /// Where the words about a name begin: "[the black, silicone] watch". Commas belong to it only behind an
    /// article, or where the text or a new sentence begins.
    private func opening(before start: Int) -> Int {
        var sure = start
        var place = start
        while place > 0 {
            let before = place - 1
            if let begin = descriptions[place], begin < place {
                if !(begin..<start).contains(where: { text.words[$0] == "," }) { sure = begin }
                place = begin
            } else if text.isDeterminer(before) {
                return before
            } else if isNumber(before) || text.words[before] == ","
                || text.pointers[before] == .other
            {
                place = before
            } else {
                return isEnd(before) ? place : article(before: place) ?? sure
            }
        }
        return 0
    }

    /// The article of "a white optical mouse", where the things that are there are neither white nor optical.
    private func article(before end: Int) -> Int? {
        for place in (max(0, end - Self.mostAdjectives - 1)..<end).reversed() {
            if text.isDeterminer(place) { return place }
            let isOther =
                isSeparator(place) || text.words[place] == "," || target(at: place) != nil
                || text.isIgnored(place)
                || mentions.contains { $0.start <= place && place < $0.end && !$0.named.isEmpty }
            if isOther { return nil }
        }
        return nil
    }

    private static let mostAdjectives = 3

    private func isNumber(_ place: Int) -> Bool {
        text.words[place] == "%" || text.words[place].utf8.allSatisfy(\.isDigit)
    }

    /// The names that are things of their own: not those behind "for" ("the watch for the gold watch"), and no bare
    /// word of what is wanted ("the kettle: glass, electric").
    private func ownNames(of names: [Name]) -> [Name] {
        var own: [Name] = []
        for name in names {
            guard let last = own.last else {
                own.append(name)
                continue
            }
            let between = stretch(from: last, to: name)
            // "the mouse and the shelf of order 7: a white mouse, the shelf in glass"
            let isNamedAgain =
                last.choices.isDisjoint(with: name.choices)
                && own.contains { !$0.choices.isDisjoint(with: name.choices) }
            if between.contains(where: isEnd) || isNamedAgain
                || isOfItsOwn(name, besides: last) || !isWanted(name, after: last)
            {
                own.append(name)
            }
        }
        return own
    }

    /// "Kettle glass for gas, helmet L black": a helmet is no version of a kettle. Right behind the word it is one that
    /// the customer would like to have: "the lamp for a helmet".
    private func isOfItsOwn(_ name: Name, besides last: Name) -> Bool {
        guard name.choices.isDisjoint(with: last.choices),
            let target = firstTarget(in: stretch(from: last, to: name)),
            target.end < name.opening
        else { return false }
        // "Speed settings: low" names no dumbbell set.
        return !name.stems.contains(where: index.isLabel)
            && (text.pieces[name.start].isTranslated
                || name.choices.allSatisfy { !index.heads[$0].isDisjoint(with: name.stems) })
    }

    /// What stands between two names; nothing where the words about the second begin before the first ends.
    private func stretch(from left: Name, to right: Name) -> Range<Int> {
        left.end..<max(left.end, right.opening)
    }

    /// Whether the name stands in what is wanted of the one before.
    private func isWanted(_ name: Name, after last: Name) -> Bool {
        guard let target = firstTarget(in: stretch(from: last, to: name)) else { return false }
        if target.end == name.opening { return !isJoined(target.start) }
        let hasArticle = text.isDeterminer(name.opening)
        let isLabelled = name.end < text.pieces.count && self.target(at: name.end) != nil
        return !hasArticle && !isLabelled && name.stems.count < 2 && !name.isOther
    }

    /// "and for the lamp": the word belongs to a new thing.
    private func isJoined(_ place: Int) -> Bool { place > 0 && isSeparator(place - 1) }

    /// "Everything but the lamp"; "the shelf without the picture" leaves out nothing.
    private var excepts: Bool {
        guard let place = text.first(.except) else { return false }
        return text.ends[place] > place + 1 || text.first(.all) != nil || text.first(.both) != nil
    }

    // MARK: Cuts

    /// Where the words about the first name begin: of several things, a sentence before it may be about another.
    private func beginning(_ name: Name) -> Int {
        guard index.choices.count > 1 else { return 0 }
        return (0..<name.opening).last(where: isEnd).map { $0 + 1 } ?? 0
    }

    /// The piece where the next name's words begin.
    private func cut(_ left: Name, _ right: Name) -> Int {
        let between = stretch(from: left, to: right)
        if let end = between.last(where: isEnd) { return end + 1 }
        if right.opening < right.start, right.opening >= left.end { return right.opening }
        let joiners = between.filter(isSeparator)
        let article = joiners.last {
            $0 + 1 < text.pieces.count && text.isDeterminer($0 + 1)
        }
        let word = joiners.last { text.words[$0] != "," }
        if let comma = joiners.last, let word, word < comma, comma + 1 == right.opening,
            !describes(right, in: word + 1..<comma)
        {
            return comma + 1  // "the phone with 8 GB and 6 inch, kettle in steel"
        }
        return (article ?? word ?? joiners.last).map { $0 + 1 } ?? max(left.end, right.opening)
    }

    /// The words tell which of the name's things is meant: "the lamp and blue, ceramic mug".
    private func describes(_ name: Name, in range: Range<Int>) -> Bool {
        mentions.contains { mention in
            range.contains(mention.start)
                && !mention.described.union(mention.partly).isDisjoint(with: name.choices)
        }
    }

    func isSeparator(_ place: Int) -> Bool { text.pointers[place] == .and || isEnd(place) }

    /// The sign ends a sentence or an item of a list.
    func isEnd(_ place: Int) -> Bool {
        [";", ".", "!", "?", "。", "！", "？"].contains(text.words[place])
    }

    /// The piece behind a word like "for", or a colon.
    func target(at place: Int) -> Int? {
        if text.words[place] == ":" { return place + 1 }
        return text.targets[place]
    }

    private func firstTarget(in range: Range<Int>) -> (start: Int, end: Int)? {
        for place in range {
            if let end = target(at: place), end <= range.upperBound { return (place, end) }
        }
        return nil
    }

    // MARK: Which one

    private func passage(
        _ name: Name, _ range: Range<Int>, after passages: [Passage]
    ) -> Passage {
        let behind = min(name.end, range.upperBound)..<range.upperBound
        // "The red one white": what follows is what it shall be.
        let target =
            name.replacement.map { (start: $0, end: $0) } ?? firstTarget(in: behind)
            ?? wishedAnew(in: behind)
            ?? (name.isDescribed || isCompared(name, beforeWish: behind)
                ? (start: behind.lowerBound, end: behind.lowerBound) : nil)
        let description = range.lowerBound..<(target?.start ?? range.upperBound)
        var candidates = name.choices
        if name.isOther || description.contains(where: { text.pointers[$0] == .other }) {
            candidates = left(of: candidates, after: passages)
        }
        candidates = compared(candidates, by: name.opening..<name.start)
        let isAll = description.contains { text.pointers[$0] == .both || text.pointers[$0] == .all }
        let isOne = !isAll && description.contains { text.pointers[$0] == .oneOf }
        let own = mentions.filter { mention in
            description.contains(mention.start)
                && (!mention.isNegated || name.replacement != nil || isReplaced(mention))
        }.map(\.affirmed)
        let picking =
            isAll || name.isNegated
            ? nil : Description(index: index).picking(own, among: candidates)
        let wanted = target.map { $0.end..<range.upperBound }
        return Passage(
            indices: picking.map(\.indices) ?? candidates.sorted(),
            isEach: isAll || picking?.kind == .all && !isOne, isNegated: name.isNegated,
            tokens: tokens(range), wanted: wanted.flatMap { $0.isEmpty ? nil : tokens($0) })
    }

    /// What "the other" means: the namesakes of the thing before, else whatever has not been named.
    private func left(of candidates: ChoiceSet, after passages: [Passage]) -> ChoiceSet {
        let used = ChoiceSet(passages.flatMap(\.indices))
        let names = Set((passages.last?.indices ?? []).map { index.choices[$0].name })
        let namesakes = candidates.filter { names.contains(index.choices[$0].name) }
            .subtracting(used)
        let left = namesakes.isEmpty ? candidates.subtracting(used) : namesakes
        return left.isEmpty ? candidates : left
    }

    private func tokens(_ range: Range<Int>) -> Range<Int> {
        let pieces = text.pieces
        let start = range.lowerBound == 0 ? 0 : pieces[range.lowerBound].token
        let end =
            range.upperBound < pieces.count ? pieces[range.upperBound].token : text.tokenCount
        return start..<max(start, end)
    }

    /// "All of the lamps"; "everything from the order with the lamp", "all of the lamp order" is all of it.
    private func isSaidOf(_ name: Name, behind end: Int) -> Bool {
        text.isSaid(of: name.start..<name.end, behind: end)
            || (end..<name.start).contains { $0 >= name.opening && !text.isIgnored($0) }
    }

    /// "Both of course. The lamp should be white, and the mouse black": it answers what was asked, and the sentences
    /// behind it go on with each.
    private func isSentence(_ words: Range<Int>, apartFrom names: [Name]) -> Bool {
        guard names.count > 1, let end = (words.upperBound..<text.pieces.count).first(where: isEnd)
        else { return false }
        return names.allSatisfy { $0.opening > end }
    }

    /// "Everything, the lamp leaks": all are meant, not the one that is named; "both lamps" is about the named.
    private func isOnlyAbout(_ names: [Name]) -> Bool {
        text.pieces.indices.allSatisfy { place in
            guard text.pointers[place] == .both || text.pointers[place] == .all else { return true }
            let end = text.ends[place]
            if text.pointers[place] == .both, isSentence(place..<end, apartFrom: names) {
                return true
            }
            // "The mouse and the shelf, I'd like to swap both of them, and the lamp in white"; "the mouse, the shelf,
            // the lamp, all back"
            let before = names.filter { $0.end <= place }
            let isBoth = text.pointers[place] == .both
            if isBoth, before.count == 2 { return true }
            if !isBoth, before.count > 1, before.count == names.count, let first = before.first,
                !(first.end..<place).contains(where: isEnd)
            {
                return true
            }
            return names.contains { name in
                end <= name.start && isSaidOf(name, behind: end)
                    && (end..<name.start).allSatisfy {
                        text.isIgnored($0) || $0 >= name.opening
                    }
            }
        }
    }
}
