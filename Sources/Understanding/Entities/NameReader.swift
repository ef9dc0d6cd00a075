import Facts

/// Finds the person's name that a customer gives: "my name is Noah Brown", "Noah Brown, 80279".
struct NameReader {
    let reading: Reading
    /// Words of the shop or the handbook rather than of a person.
    let vocabulary: WordSet

    struct Found: Equatable {
        var first: String?
        var last: String?
        /// Byte offsets.
        var start: Int
        var end: Int

        var record: Record {
            var record = Record()
            record["first_name"] = first.map(Value.text)
            record["last_name"] = last.map(Value.text)
            return record
        }
    }

    /// The first name given; nil when there is none.
    func name() -> Found? { found().map(inOrder) }

    private func found() -> Found? {
        if reading.vocabulary.tag == "ja" {
            if let found = japanese() { return found }
            if let found = latin() { return found }
            // "John Miller" in a Japanese conversation: people abroad write their names as they are.
            return CodedName(reading: reading, names: self).name()?.name
                ?? (reading.bytes.allSatisfy { $0 < 0x80 } ? bare() : nil)
        }
        let cues = reading.tokens.indices.compactMap {
            reading.vocabulary.nameCues.match(reading.hashes, at: $0)
        }
        if let parted = parted(cues) { return parted }
        for cue in cues {
            let start = afterSigns(cue.end)
            // "Mein Name ist Brandt, Lukas"
            if cue.meaning == .certain, let found = listed(at: start, isCoded: false) {
                return found
            }
            switch cue.meaning {
            case .certain:
                if let found = words(at: start, trust: .certain) { return found }
            case .possible:
                if let found = words(at: start, trust: .possible) { return found }
            case .first, .last: continue
            }
        }
        return beforeHere() ?? CodedName(reading: reading, names: self).name()?.name ?? bare()
    }

    /// "Ethan Lopez here.", "Moin, Ethan Lopez hier", "Ethan Lopez mein Name": two words with capitals, or a given name
    /// that is known.
    private func beforeHere() -> Found? {
        for place in reading.tokens.indices.dropFirst(2)
        where afterNaming(place) > place
            || Self.here.contains(reading.key(place))
                && endsClause(place + 1)
        {
            let isName =
                reading.sense(place - 2).has(.firstName)
                || (place - 2..<place).allSatisfy(reading.isCapitalised)
            if isName, let found = words(at: place - 2, trust: .bare, limit: place),
                found.last != nil
            {
                return found
            }
        }
        return nil
    }

    private static let here: Set<String> = ["here", "hier"]

    // MARK: 名前は鈴木です, 山田太郎と申します

    /// A family name, with a given name where a blank parts them; or the one that the words call it: 名字は鈴木です.
    private func japanese() -> Found? {
        for index in reading.tokens.indices {
            if let cue = reading.vocabulary.nameCues.match(reading.hashes, at: index) {
                let end = japaneseEnd(from: cue.end)
                if end > cue.end { return japanese(cue.end, end, as: cue.meaning) }
            }
            guard Self.closings.contains(where: { reading.spells($0, at: index) }) else { continue }
            var start = index
            while start > 0, index - start < 8, isJapaneseLetter(start - 1) { start -= 1 }
            if start < index { return japanese(start, index, as: .certain) }
        }
        return nil
    }

    /// "Mara Lindqvistです": two words in Latin letters, with capitals.
    private func latin() -> Found? {
        for index in reading.tokens.indices where index > 1 && reading.spells("です", at: index) {
            let isName = (index - 2..<index).allSatisfy {
                reading.isWord($0) && reading.isCapitalised($0) && reading.isAllLetters($0)
            }
            if isName, let found = words(at: index - 2, trust: .bare, limit: index) {
                return found
            }
        }
        return nil
    }

    private static let closings = ["と申します", "ともうします", "といいます", "と言います"]

    private func japaneseEnd(from start: Int) -> Int {
        var end = start
        while end < reading.count, end - start < 8, isJapaneseLetter(end),
            !reading.spells("です", at: end), !reading.spells("と申", at: end)
        {
            end += 1
        }
        return end
    }

    /// A letter of a name, or a whole word of Latin letters.
    private func isJapaneseLetter(_ index: Int) -> Bool {
        guard let scalar = reading.key(index).unicodeScalars.first else { return false }
        guard let script = Script(scalar), script.hasNoWordBreaks else {
            return reading.isWord(index) && reading.isAllLetters(index)
        }
        return !["は", "が", "の", "を"].contains(reading.key(index))
    }

    private func japanese(_ start: Int, _ end: Int, as meaning: NameCue) -> Found {
        let blank = (start + 1..<max(start + 1, end)).first { !reading.isAttached($0) }
        let text = reading.text(tokens: start, blank ?? end)
        let given = meaning == .first ? text : blank.map { reading.text(tokens: $0, end) }
        return Found(
            first: given, last: meaning == .first ? nil : text,
            start: reading.tokens[start].start, end: reading.tokens[end - 1].end)
    }

    private func afterSigns(_ index: Int) -> Int {
        var index = index
        while reading.symbol(index) == UInt8(ascii: ":") || reading.key(index) == "is" {
            index += 1
        }
        return index
    }

    // MARK: "first name Noah, last name Brown"

    private func parted(_ cues: [(meaning: NameCue, end: Int)]) -> Found? {
        var found = Found(first: nil, last: nil, start: .max, end: 0)
        for cue in cues where cue.meaning == .first || cue.meaning == .last {
            let start = afterSigns(cue.end)
            guard isNamePart(start, trust: .certain) else { continue }
            let end = partEnd(start)
            let text = reading.cased(tokens: start, end)
            if cue.meaning == .first { found.first = text } else { found.last = text }
            found.start = min(found.start, reading.tokens[start].start)
            found.end = max(found.end, reading.tokens[end - 1].end)
        }
        return found.first == nil && found.last == nil ? nil : found
    }

    // MARK: Two words in a row

    enum Trust { case certain, possible, bare }

    /// The name that begins at `index`, one to four words, none of them at or behind `limit`.
    func words(at index: Int, trust: Trust, limit: Int = .max) -> Found? {
        guard isNamePart(index, trust: trust) else { return nil }
        var parts = [index..<partEnd(index)]
        var next = parts[0].upperBound
        while parts.count < 4, next < min(limit, reading.count) {
            // "M. Brown": an initial with its dot.
            if reading.symbol(next) == UInt8(ascii: "."), isInitial(next - 1) { next += 1 }
            var surname = next
            while surname < next + 2, reading.sense(surname).has(.particle) { surname += 1 }
            let isParticle = surname > next && isNamePart(surname, trust: trust)
            guard isParticle || isNamePart(next, trust: trust, after: parts.last) else { break }
            let end = isParticle ? partEnd(surname) : partEnd(next)
            parts.append(next..<end)
            next = end
        }
        guard isTrusted(parts, trust) else { return nil }
        let last = parts.count > 1 ? parts.last : nil
        return Found(
            first: reading.cased(tokens: parts[0].lowerBound, parts[0].upperBound),
            last: last.map { reading.cased(tokens: $0.lowerBound, $0.upperBound) },
            start: reading.tokens[index].start, end: reading.tokens[next - 1].end)
    }

    private func isTrusted(_ parts: [Range<Int>], _ trust: Trust) -> Bool {
        guard let first = parts.first, let last = parts.last else { return false }
        let isKnown = reading.sense(first.lowerBound).has(.firstName)
        let isCapitalised = parts.allSatisfy { range in range.contains(where: reading.isCapitalised)
        }
        switch trust {
        case .certain:
            return parts.count > 1 || isKnown || isCapitalised || endsClause(last.upperBound)
        case .possible:
            // "I'm Ivan", and no more: a name that is known.
            guard parts.count > 1 else { return isKnown && !reading.isWord(last.upperBound) }
            return (isKnown || isCapitalised) && endsClause(last.upperBound)
        case .bare:
            guard parts.count > 1 else { return false }
            // Where few everyday words are known, two small words are hardly a name.
            return ["en", "de"].contains(reading.vocabulary.tag) || isKnown || isCapitalised
        }
    }

    // MARK: The family name first

    /// "Nowak Daniel": of two words the second is surely the given name, and the first is none.
    private func inOrder(_ found: Found) -> Found {
        let start = reading.token(atOrAfter: found.start)
        guard found.first != nil, found.last != nil, start + 2 <= reading.count,
            reading.tokens[start + 1].end == found.end, isGivenOnly(start + 1),
            !reading.sense(start).has(.firstName)
        else { return found }
        return Found(first: found.last, last: found.first, start: found.start, end: found.end)
    }

    /// A known given name that is hardly a family's.
    private func isGivenOnly(_ index: Int) -> Bool {
        reading.sense(index).has(.firstName) && !Self.familyToo.contains(reading.hash(index))
    }

    /// "Noah Martin", "Mei Chen"
    private static let familyToo: WordSet = [
        "adam", "ahmed", "ali", "albert", "alexander", "ben", "bruno", "carl", "carlos", "chen",
        "david", "diego", "eric", "francis", "frank", "gabriel", "gary", "george", "gerald",
        "grace", "greg", "gregory", "harper", "harry", "hassan", "henry", "hugo", "ibrahim",
        "jack", "jacob", "james", "jason", "jean", "joan", "john", "jordan", "joseph", "justin",
        "kai", "karl", "kelly", "kim", "kyle", "larry", "lee", "lei", "leon", "lin", "louis",
        "luis", "marco", "mark", "martin", "mason", "max", "may", "mei", "mohamed", "mohammed",
        "muhammad", "nathan", "nicholas", "nico", "noah", "oliver", "omar", "oscar", "patrick",
        "paul", "peter", "philip", "pierre", "rafael", "raymond", "richard", "robert", "roger",
        "rosa", "ruth", "ryan", "scott", "sean", "sergio", "simon", "stephen", "steven",
        "thomas", "timothy", "tyler", "victor", "vincent", "walter", "wei", "wilhelm",
        "william", "xin",
    ]

    /// "Weiß, Jürgen": a family name, a comma and a given name that is known, or any before a postcode.
    func listed(at index: Int, isCoded: Bool) -> Found? {
        var surname = index
        while surname < index + 2, reading.sense(surname).has(.particle) { surname += 1 }
        let isGiven = reading.sense(surname).has(.firstName)
        let comma = partEnd(surname)
        let given = comma + 1
        guard reading.symbol(comma) == UInt8(ascii: ","), isNamePart(given, trust: .bare) else {
            return nil
        }
        // "white, julia": before a given name that is known, a word of the shop's is a name.
        let isKnown = reading.sense(given).has(.firstName)
        guard !isGiven || isKnown && Self.familyToo.contains(reading.hash(surname)) else {
            return nil
        }
        guard
            isNamePart(surname, trust: isKnown ? .certain : .bare)
                || isKnown && reading.sense(surname).has(.surnameToo)
        else { return nil }
        let isCapitalised = reading.isCapitalised(surname) && reading.isCapitalised(given)
        // "Isabella Santos, Dallas, TX": what is not known as a given name needs the beginning of a sentence.
        let isOpening = index == 0 || ".?!:".utf8.contains(reading.symbol(index - 1))
        guard isKnown || isCoded && isCapitalised && isOpening else { return nil }
        let end = partEnd(given)
        return Found(
            first: reading.cased(tokens: given, end), last: reading.cased(tokens: index, comma),
            start: reading.tokens[index].start, end: reading.tokens[end - 1].end)
    }

    /// One of its words is a given name that is known.
    func hasKnownPart(_ found: Found) -> Bool {
        reading.tokens.indices.contains { index in
            found.start <= reading.tokens[index].start && reading.tokens[index].end <= found.end
                && reading.sense(index).has(.firstName)
        }
    }

    private func endsClause(_ index: Int) -> Bool {
        index >= reading.count || !reading.isWord(index) || reading.sense(index).has(.everyday)
    }

    /// Whether the word can be part of a name.
    private func isNamePart(_ index: Int, trust: Trust, after previous: Range<Int>? = nil) -> Bool {
        guard reading.isWord(index), reading.isAllLetters(index) else { return false }
        let sense = reading.sense(index)
        let length = reading.tokens[index].folded.unicodeScalars.count
        if length < 2, !(isInitial(index) && reading.isCapitalised(index)) { return false }
        let followsName = previous.map { reading.sense($0.lowerBound).has(.firstName) } ?? false
        if sense.has(.surnameToo), followsName { return true }
        if sense.has(.everyday) || sense.has(.polite) || sense.has(.dwelling) { return false }
        if sense.number != nil || sense.has(.zipCue) || sense.has(.mailCue) || sense.has(.phoneCue)
        {
            return false
        }
        if sense.has(.firstName) || followsName { return true }
        if sense.period != nil || sense.month != nil || sense.ordinal != nil { return false }
        if sense.weekday != nil || sense.dayOffset != nil || sense.has(.negation) { return false }
        switch trust {
        case .certain: return true
        case .possible, .bare: return !vocabulary.contains(reading.hash(index))
        }
    }

    private func isInitial(_ index: Int) -> Bool {
        index >= 0 && index < reading.count
            && reading.tokens[index].end - reading.tokens[index].start == 1
            && reading.isWord(index)
    }

    /// The index after the part: "Anna-Maria" is one.
    private func partEnd(_ index: Int) -> Int {
        var end = index + 1
        while reading.symbol(end) == UInt8(ascii: "-"), reading.isAttached(end),
            reading.isAttached(end + 1), reading.isWord(end + 1)
        {
            end += 2
        }
        return end
    }

    // MARK: Names without an introduction

    /// The whole answer is a name: "First Last", perhaps after "sure," and before an e-mail.
    private func bare() -> Found? {
        var start = 0
        while start < reading.count,
            !reading.isWord(start) || reading.sense(start).has(.filler)
                || reading.sense(start).has(.polite) || isAnswer(start)
        {
            start += 1
        }
        guard let found = words(at: start, trust: .bare) ?? listed(at: start, isCoded: false)
        else { return nil }
        let after = afterNaming(reading.token(atOrAfter: found.end))
        guard after >= reading.count || !reading.isWord(after) else { return nil }
        let restIsShort = reading.count - after <= 24
        let words = (after..<reading.count).filter { reading.isWord($0) }
        let isRestPlain = words.allSatisfy { index in
            let sense = reading.sense(index)
            return sense.has(.polite) || sense.has(.zipCue) || sense.has(.mailCue)
                || isInsideEmail(index) || sense.has(.everyday) && words.count <= 3
        }
        return restIsShort && isRestPlain ? found : nil
    }

    /// Behind "… is the name".
    private func afterNaming(_ index: Int) -> Int {
        let phrase = Self.namings.first { words in
            words.indices.allSatisfy { place in
                index + place < reading.count
                    && reading.tokens[index + place].folded == words[place]
            }
        }
        return index + (phrase?.count ?? 0)
    }

    private static let namings = [
        ["is", "the", "name"], ["is", "my", "name"], ["mein", "name"],
        ["ist", "mein", "name"], ["ist", "der", "name"], ["heiße", "ich"], ["heisse", "ich"],
        ["es", "mi", "nombre"], ["est", "mon", "nom"],
    ]

    private func isAnswer(_ index: Int) -> Bool {
        guard let match = reading.vocabulary.answers.match(reading.hashes, at: index) else {
            return false
        }
        return match.end == index + 1 && match.meaning != .blocked
    }

    private func isInsideEmail(_ index: Int) -> Bool {
        let token = reading.tokens[index]
        return ".@_+-".utf8.contains(reading.byte(token.start - 1))
            || ".@_+-".utf8.contains(reading.byte(token.end))
    }
}

extension Reading {
    /// Whether the token holds letters (of any script) and apostrophes only.
    func isAllLetters(_ index: Int) -> Bool {
        guard index >= 0, index < tokens.count else { return false }
        let token = tokens[index]
        return bytes[token.start..<token.end].allSatisfy {
            $0.isLetter || $0 >= 0x80 || $0 == UInt8(ascii: "'")
        }
    }

    /// As written; with capitals when the customer wrote none or only capitals.
    func cased(tokens start: Int, _ end: Int) -> String {
        let text = text(tokens: start, end)
        let isPlain = text == text.lowercased() || (text == text.uppercased() && text.count > 1)
        guard isPlain else { return text }
        var startsWord = true
        var out = ""
        for character in text.lowercased() {
            out += startsWord ? character.uppercased() : String(character)
            startsWord = character == "-" || character == " " || character == "'"
        }
        return out
    }
}
