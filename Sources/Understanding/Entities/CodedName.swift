import Facts

/// Finds a name by the postcode behind it: "Noah Brown, 80279", "Isabella Santos, New York, 10020", "Daniel Nowak 1070
/// Wien".
struct CodedName {
    let reading: Reading
    let names: NameReader

    struct Found {
        var name: NameReader.Found
        /// Token range of a postcode that is one only because of the name before it: four digits.
        var shortCode: Range<Int>?
    }

    func name() -> Found? {
        guard reading.hasDigits else { return nil }
        var first: Found?
        for index in reading.tokens.indices {
            guard let found = found(at: index) else { continue }
            // "… to 10 Finsbury Sq, London EC2A 1AF. Tom Okafor E8 4RP": a given name that is known, and no street.
            if names.hasKnownPart(found.name) { return found }
            first = first ?? found
        }
        return first
    }

    private func found(at index: Int) -> Found? {
        let zips = ZipReader(reading: reading)
        let isLong = reading.isDigits(index) && reading.key(index).utf8.count == 5
        if isLong || zips.letters(at: index) != nil, let name = name(before: index) {
            return Found(name: name)
        }
        if let end = zips.pair(at: index), let name = name(before: index), name.last != nil {
            return Found(name: name, shortCode: index..<end)
        }
        if isLong, let name = name(behind: index) ?? name(opening: index) {
            return Found(name: name)
        }
        if isAnnouncedShort(index), let name = name(behind: index) ?? name(before: index) {
            return Found(name: name, shortCode: index..<index + 1)
        }
        if isShortCode(index), let name = name(before: index), name.last != nil {
            return Found(name: name, shortCode: index..<index + 1)
        }
        return nil
    }

    /// "PLZ 1070 Wien, Daniel Nowak": four digits that are called a postcode.
    private func isAnnouncedShort(_ index: Int) -> Bool {
        reading.isDigits(index) && reading.key(index).utf8.count == 4
            && reading.isCalledPostcode(index)
    }

    /// Four digits (Austria, Switzerland) at the end, before a sign or before a city: "Daniel Nowak (1070):".
    private func isShortCode(_ index: Int) -> Bool {
        guard reading.isDigits(index), reading.key(index).utf8.count == 4,
            reading.byte(reading.start(index) - 1) != UInt8(ascii: "#"),
            // "Mara Lindqvist: is 1071 here?"
            !["is", "ist", "es", "est"].contains(reading.key(index - 1))
        else { return false }
        let isFollowed =
            reading.isWord(index + 1) && !reading.isCapitalised(index + 1) && !isCity(index + 1)
        let sign = reading.symbol(index + 1)
        // "1042:30", "1200-389"
        let goesOn =
            ":-".utf8.contains(sign) && reading.isAttached(index + 1)
            && reading.isAttached(index + 2)
        return !isFollowed && !goesOn
            && (index + 1 == reading.count || sign == 0 || ".,!?:;)-".utf8.contains(sign))
    }

    /// "1070 wien": one small word more, at the end or before a sign, no everyday word and no verb ("1071 stornieren").
    private func isCity(_ index: Int) -> Bool {
        let word = reading.key(index)
        let isLast =
            index + 1 == reading.count || ".,!?:;)".utf8.contains(reading.symbol(index + 1))
        return isLast && word.utf8.count > 3
            && !(word.utf8.count > 5 && word.hasSuffix("en"))
            && !Self.everyday.contains(reading.hash(index))
    }

    private static let everyday = CommonWords.folded(of: ["en", "de", "es", "fr"])

    /// The two to four words before a postcode, perhaps with a city in between.
    private func name(before code: Int) -> NameReader.Found? {
        let end = withoutCues(code)
        if let name = listed(endingAt: end) { return name }
        if let name = name(beforeOrigin: end) { return name }
        if let name = name(endingAt: end), !isCityBehindName(end) { return name }
        if isCityBehindName(end), let name = name(endingAt: end - 1, isCut: true) { return name }
        guard reading.isCapitalised(end - 1) else { return nil }
        for city in 1...4 {
            let comma = end - city - 1
            guard comma > 1, (comma + 1..<end).allSatisfy(isInPlace) else { return nil }
            let isPlace =
                reading.symbol(comma) == UInt8(ascii: ",")
                || Self.origins.contains(reading.hash(comma))
            if isPlace, let name = name(endingAt: comma) {
                return name
            }
        }
        return nil
    }

    /// "Nowak, Daniel, 1070", "von Arnim, Henriette".
    private func listed(endingAt end: Int) -> NameReader.Found? {
        guard end > 2 else { return nil }
        let comma = (max(0, end - 4)..<end).last { reading.symbol($0) == UInt8(ascii: ",") } ?? 0
        guard comma > 0, comma + 1 < end else { return nil }
        var start = comma - 1
        while start > 0, reading.sense(start - 1).has(.particle) { start -= 1 }
        guard isOpen(start), let found = names.listed(at: start, isCoded: true),
            found.end == reading.tokens[end - 1].end
        else { return nil }
        return found
    }

    /// "Jürgen Weiß München 80337": a known first name, and two words more.
    private func isCityBehindName(_ end: Int) -> Bool {
        end > 2 && reading.sense(end - 3).has(.firstName) && !reading.sense(end - 2).has(.particle)
            && (end - 3..<end).allSatisfy(reading.isWord) && !reading.sense(end - 2).has(.firstName)
    }

    /// "sofia marino aus mailand, 20144": a known first name, whatever stands for the city is written small.
    private func name(beforeOrigin end: Int) -> NameReader.Found? {
        for place in [end - 2, end - 3]
        where place > 1 && Self.origins.contains(reading.hash(place)) {
            guard (place + 1..<end).allSatisfy(reading.isWord),
                let name = name(endingAt: place, isCut: true),
                name.last != nil,
                reading.sense(reading.token(atOrAfter: name.start)).has(.firstName)
            else { continue }
            return name
        }
        return nil
    }

    /// "Zip 80218, Olivia Ito": a known first name and what follows it, at the end of the text.
    private func name(behind code: Int) -> NameReader.Found? {
        var start = code + 1
        // "1070 Wien, Daniel Nowak"
        if reading.isWord(start), reading.symbol(start + 1) == UInt8(ascii: ",") { start += 1 }
        if reading.symbol(start) == UInt8(ascii: ",") { start += 1 }
        guard start < reading.count, reading.sense(start).has(.firstName),
            let found = names.words(at: start, trust: .bare), found.last != nil
        else { return nil }
        let rest = reading.tokens.filter { $0.start >= found.end }
        return rest.allSatisfy { ".,!".utf8.contains(reading.byte($0.start)) } ? found : nil
    }

    /// "Yusuf Jackson. Not sure about the zip, try 98127": the name that the text or its last sentence
    /// begins with, cut off from the rest.
    private func name(opening code: Int) -> NameReader.Found? {
        let isCut = { (place: Int) in
            ".,;!".utf8.contains(reading.symbol(place)) || Self.joints.contains(reading.hash(place))
        }
        // "… by name? Yusuf Jackson, I live at 98127": or the last sentence before the postcode.
        let start = (0..<code).last { ".?!".utf8.contains(reading.symbol($0)) }.map { $0 + 1 } ?? 0
        for opening in start == 0 ? [0] : [start, 0] {
            guard let end = (opening + 2..<opening + 5).first(where: { $0 < code && isCut($0) }),
                let found = name(endingAt: end), found.start == reading.start(opening),
                found.last != nil
            else { continue }
            return found
        }
        return nil
    }

    private static let joints: WordSet = ["and", "und", "et", "y"]

    private func isInPlace(_ index: Int) -> Bool {
        reading.isWord(index) && reading.isCapitalised(index)
            || reading.symbol(index) == UInt8(ascii: ",")
    }

    /// Without "my zip code is" before the postcode.
    private func withoutCues(_ index: Int) -> Int {
        var end = index
        while end > 0,
            !reading.isWord(end - 1) || reading.sense(end - 1).has(.zipCue)
                || Self.cues.contains(reading.hash(end - 1))
        {
            guard index - end < 6, !reading.isDigits(end - 1) else { break }
            end -= 1
        }
        return end
    }

    private static let cues: WordSet = [
        "and", "my", "is", "code", "und", "with", "here", "hier", "zips", "from", "aus", "in",
        "de", "meine", "mit", "ist", "at", "von", "the",
        "now", "again", "jetzt", "nochmal", "wieder", "ici", "aqui", "ahora", "maintenant",
    ]

    /// "Liam Moore from Columbus, zip 43209"
    private static let origins: WordSet = ["from", "aus", "us", "in", "of", "de", "à", "a"]

    /// What a name follows without a verb: "im mara lindqvist", "nur meinen Namen Mara Lindqvist".
    private static let openings: WordSet = [
        "im", "its", "bin", "ich", "soy", "suis", "name", "namen", "nombre", "nom", "konto",
        "account", "cuenta", "compte", "kunde", "kundin", "customer", "unter", "under",
    ]

    /// The name of two words that ends at the token, of three or four where a particle is in it.
    /// `isCut`: what follows is not of the name, however much it looks like it.
    private func name(endingAt end: Int, isCut: Bool = false) -> NameReader.Found? {
        guard end > 1, end <= reading.count else { return nil }
        for length in 2...4 where end >= length {
            let start = end - length
            let hasParticle = (start + 1..<end - 1).contains { reading.sense($0).has(.particle) }
            guard length == 2 || hasParticle || reading.sense(start).has(.firstName),
                isOpen(start),
                let found = names.words(at: start, trust: .bare, limit: isCut ? end : .max),
                found.end == reading.tokens[end - 1].end
            else { continue }
            return found
        }
        return nil
    }

    /// "Hier nochmal Mara Lindqvist, 10435": a given name that is known, with capitals.
    private func isWrittenAsName(_ start: Int) -> Bool {
        reading.sense(start).has(.firstName)
            && (start...start + 1).allSatisfy { reading.isWord($0) && reading.isCapitalised($0) }
    }

    /// A name may begin here: nothing stands before it but a sign or a word of politeness, or it is one that is known.
    private func isOpen(_ start: Int) -> Bool {
        guard start > 0, reading.isWord(start - 1) else { return true }
        let sense = reading.sense(start - 1)
        // "I live in Milan Sofia Marino 20144": a city, and a first name that is known.
        let isBehindCity =
            Self.origins.contains(reading.hash(start - 2)) && reading.sense(start).has(.firstName)
        return isBehindCity || sense.has(.polite) || sense.has(.filler) || sense.has(.mailCue)
            || Self.openings.contains(reading.hash(start - 1)) || isWrittenAsName(start)
            || sense.has(.everyday) && reading.sense(start).has(.firstName)
    }
}
