import Facts

/// Finds postal addresses and their parts.
///
/// "986 Sunset Drive, Suite 259, Denver, CO 80279, USA", "Hauptstraße 5, 10115 Berlin", and the
/// parts
/// alone: "Suite 259", "Denver, CO".
struct AddressReader {
    let reading: Reading

    struct Found: Equatable {
        var record: Record
        /// Token range.
        var start: Int
        var end: Int
    }

    private var tail: AddressTail { AddressTail(reading: reading) }

    /// The first address in the text; nil when there is none.
    func address() -> Found? {
        if reading.hasDigits {
            for index in reading.tokens.indices {
                guard let street = street(at: index) else { continue }
                return tail.completed(tail.withPreface(street))
            }
        }
        for index in reading.tokens.indices {
            if reading.symbol(index) == 0, let dwelling = tail.dwelling(at: index) {
                var found = Found(record: [:], start: index, end: dwelling.end)
                found.record["address2"] = .text(reading.text(tokens: index, dwelling.end))
                return tail.completed(found)
            }
        }
        return tail.placeAlone()
    }

    // MARK: Street

    private func street(at index: Int) -> Found? {
        if let found = numberFirst(at: index) ?? prefixed(at: index) ?? numberLast(at: index) {
            return found
        }
        return nil
    }

    /// "986 Sunset Drive", "12 rue de la Paix".
    private func numberFirst(at index: Int) -> Found? {
        guard isHouseNumber(index), !isOtherNumber(index) else { return nil }
        var next = index + 1
        if ["bis", "ter"].contains(reading.key(next)) { next += 1 }
        if reading.symbol(next) == UInt8(ascii: ","), isStreetBefore(next + 1) { next += 1 }
        if isStreetBefore(next), reading.isWord(next + 1) {
            let end = comma(from: next + 1)
            if reading.sense(next).has(.streetBefore) || isCoded(end) {
                return upTo(end, index)
            }
        }
        let limit = min(next + 5, reading.count)
        var end: Int?
        while next < limit {
            let sense = reading.sense(next)
            if sense.has(.street), next > index + 1 { end = streetEnd(next) }
            guard
                reading.isWord(next) || sense.ordinal != nil || isNumberedStreet(next)
                    || isHyphen(next)
            else { break }
            if end != nil, !sense.has(.street) { break }
            if sense.has(.article) || sense.has(.of) || sense.has(.followsNo) { return nil }
            next += 1
        }
        if end == nil, isStreetByPlace(from: index + 1, to: next) { end = next }
        return end.flatMap { upTo($0, index) }
    }

    /// "580 Broadway, Suite 162", "12 Bellevue, Denver, CO 80265": a street by what follows it.
    private func isStreetByPlace(from start: Int, to end: Int) -> Bool {
        guard end > start, reading.isCapitalised(start), reading.symbol(end) == UInt8(ascii: ",")
        else { return false }
        return tail.dwelling(at: end + 1) != nil
            || (end + 1..<min(end + 7, reading.count)).contains { isCode($0, 5) }
    }

    /// A word for a street that stands before its name, in the text's language or another.
    private func isStreetBefore(_ index: Int) -> Bool {
        reading.sense(index).has(.streetBefore) || Self.streetsBefore.contains(reading.hash(index))
            || isShortStreet(index)
    }

    /// "ul. Nowa", "al. Jerozolimskie", "nám. Míru": only with its full stop, "ul" without it too.
    private func isShortStreet(_ index: Int) -> Bool {
        let isDotted =
            reading.symbol(index + 1) == UInt8(ascii: ".") && reading.isAttached(index + 1)
        return Self.shortStreets.contains(reading.hash(index))
            && (isDotted || reading.key(index) == "ul")
    }

    private static let shortStreets: WordSet = ["ul", "al", "os", "pl", "nam"]

    private static let streetsBefore = WordSet(
        // "ru" is "rue" as German is folded.
        """
        rue ru avenue boulevard place quai chemin route allee impasse sentier ruelle \
        cours faubourg esplanade promenade montee square passage calle avenida paseo \
        plaza camino carrera carretera travesia ronda pasaje glorieta rambla via viale \
        piazza piazzale corso vicolo largo strada contrada rua travessa estrada praca
        """.split(separator: " ").map(String.init))

    /// Those that stand for nothing else in another language: no postcode is needed to believe them.
    private static let certainStreets: WordSet = [
        "rue", "ru", "chemin", "calle", "avenida", "viale", "piazza", "rua", "ul",
    ]

    /// "Drive", "Ave.", "Street NW".
    private func streetEnd(_ index: Int) -> Int {
        var end = index + 1
        if reading.symbol(end) == UInt8(ascii: "."), reading.isAttached(end),
            end + 1 < reading.count
        {
            end += 1
        }
        if ["n", "s", "e", "w", "ne", "nw", "se", "sw", "north", "south", "east", "west"]
            .contains(reading.key(end)), reading.isWord(end)
        {
            end += 1
        }
        return end
    }

    private func isNumberedStreet(_ index: Int) -> Bool {
        guard index < reading.count else { return false }
        let folded = reading.tokens[index].folded
        return folded.utf8.first?.isDigit == true
            && ["st", "nd", "rd", "th"].contains { folded.hasSuffix($0) }
    }

    private func isHouseNumber(_ index: Int) -> Bool {
        guard reading.byte(reading.start(index)).isDigit else { return false }
        let folded = reading.tokens[index].folded
        let digits = folded.utf8.prefix(while: \.isDigit).count
        return (1...6).contains(digits) && folded.utf8.count <= digits + 1
    }

    /// A number that belongs to an order or an amount.
    private func isOtherNumber(_ index: Int) -> Bool {
        let before = reading.byte(reading.tokens[index].start - 1)
        return "#$€.,-".utf8.contains(before) || before >= 0x80
    }

    /// "Calle Mayor 5", "rue de la Paix 12", before the number.
    private func prefixed(at index: Int) -> Found? {
        guard isStreetBefore(index) else { return nil }
        // "C/ Mayor", "Av. Reforma".
        let isShort =
            "/.".utf8.contains(reading.symbol(index + 1)) && reading.isAttached(index + 1)
        let name = isShort ? index + 2 : index + 1
        guard reading.isWord(name) else { return nil }
        for next in (name + 1)..<max(name + 2, min(name + 7, reading.count)) {
            let start = reading.symbol(next) == UInt8(ascii: ",") ? next + 1 : next
            guard isHouseNumber(start), !isCode(start, 5) else { continue }
            if let end = codedEnd(start) { return upTo(end, index) }
            guard reading.isDigits(start) else { continue }
            let isCertain = Self.certainStreets.contains(reading.hash(index))
            let isNamed = (index..<next).contains(where: reading.isCapitalised)
            let isOwn = reading.sense(index).has(.streetBefore)
            return isOwn || isCertain && isNamed ? upTo(start + 1, index) : nil
        }
        return nil
    }

    /// Behind the house number at `index`, "27", "27/14", where a postcode comes next, or a flat and then a postcode.
    private func codedEnd(_ index: Int) -> Int? {
        guard let end = houseNumberEnd(index) else { return nil }
        let dwelling = tail.dwelling(at: tail.afterComma(end))
        return isCoded(end) || dwelling.map { isCoded($0.end) } == true ? end : nil
    }

    /// A postcode comes next: "75002", or one of four digits with its place.
    private func isCoded(_ index: Int) -> Bool {
        if isCode(tail.afterComma(index), 5) || followsGermanCode(index) { return true }
        return reading.symbol(index) == UInt8(ascii: ",") && isCode(index + 1, 4)
            && reading.isWord(index + 2)
    }

    /// "Hauptstraße 5", "Am Alten Markt 12a", "Unter den Linden 77".
    private func numberLast(at index: Int) -> Found? {
        guard reading.isWord(index) else { return nil }
        let isDotted =
            reading.symbol(index + 1) == UInt8(ascii: ".") && reading.isAttached(index + 1)
        guard let end = houseNumberEnd(isDotted ? index + 2 : index + 1) else { return nil }
        guard isGermanStreet(index) || followsGermanCode(end) else { return nil }
        guard isGermanStreet(index) || reading.isCapitalised(index) else { return nil }
        if reading.vocabulary.tag == "de" || followsGermanCode(end),
            let start = prepositionStart(index)
        {
            return inGermany(upTo(end, start))
        }
        var start = index
        let isWhole = !reading.sense(index).has(.street) && isGermanStreet(index)
        while start > 0, index - start < 3, reading.isAttachedByBlank(start),
            reading.isCapitalised(start - 1), !reading.sense(start - 1).has(.everyday) || !isWhole
        {
            start -= 1
        }
        return isGermanStreet(index) ? inGermany(upTo(end, start)) : upTo(end, start)
    }

    /// A German street before a postcode of five digits, whatever language is spoken.
    private func inGermany(_ street: Found?) -> Found? {
        guard var street else { return nil }
        let isCoded = isCode(tail.afterComma(street.end), 5)
        street.record["likely_country"] = isCoded ? .text("Germany") : nil
        return street
    }

    /// "An der alten Eiche 14": a street that begins with a capital preposition.
    private func prepositionStart(_ index: Int) -> Int? {
        return (1...3).map { index - $0 }.first { place in
            Self.prepositions.contains(reading.hash(place)) && reading.isCapitalised(place)
                && (place > 0 || reading.isCapitalised(index) && place < index - 1)
                && ((place + 1)..<index).allSatisfy { reading.isWord($0) }
        }
    }

    private static let prepositions: WordSet = [
        "am", "an", "auf", "im", "in", "zum", "zur", "unter", "hinter", "vor", "bei", "beim",
    ]

    private func houseNumberEnd(_ index: Int) -> Int? {
        guard index < reading.count, isHouseNumber(index),
            reading.byte(reading.tokens[index].start).isDigit,
            reading.tokens[index].folded.utf8.count <= 5
        else { return nil }
        // "99/12": house and door.
        if reading.symbol(index + 1) == UInt8(ascii: "/"), reading.isAttached(index + 1),
            reading.isAttached(index + 2), isHouseNumber(index + 2)
        {
            return index + 3
        }
        let letter = reading.key(index + 1)
        let isFlat = reading.symbol(index + 2) == UInt8(ascii: ".") && reading.isAttached(index + 2)
        let hasLetter =
            letter.utf8.count == 1 && reading.isWord(index + 1) && reading.isDigits(index)
            && !isFlat
        return hasLetter ? index + 2 : index + 1
    }

    private func isGermanStreet(_ index: Int) -> Bool {
        guard reading.vocabulary.tag == "de" || reading.key(index).utf8.count > 6 else {
            return false
        }
        if reading.sense(index).has(.street), reading.vocabulary.tag == "de" { return true }
        let key = reading.key(index)
        let endings = [
            "strasse", "str", "weg", "platz", "allee", "gasse", "damm", "ufer", "chaussee", "ring",
            "straat", "laan", "gracht", "plein",
        ]
        return endings.contains { key.utf8.count > $0.utf8.count + 1 && key.hasSuffix($0) }
    }

    /// ", 10115 Berlin" comes next.
    private func followsGermanCode(_ index: Int) -> Bool {
        let next = reading.symbol(index) == UInt8(ascii: ",") ? index + 1 : index
        if let city = ZipReader(reading: reading).pair(at: next) {
            return reading.isWord(city) && reading.isCapitalised(city)
        }
        return next > index && (isCode(next, 5) || isCode(next, 4)) && reading.isWord(next + 1)
            && reading.isCapitalised(next + 1)
    }

    private func upTo(_ end: Int, _ start: Int) -> Found? {
        guard end > start, end <= reading.count else { return nil }
        var record = Record()
        record["address1"] = .text(reading.text(tokens: start, end))
        return Found(record: record, start: start, end: end)
    }

    /// Behind the words of a name, "Saint-Maur" among them.
    private func comma(from index: Int) -> Int {
        var end = index
        while end < reading.count, end - index < 8, reading.isWord(end) || isHyphen(end) {
            end += 1
        }
        return end
    }

    /// Between two words, with no blank.
    private func isHyphen(_ index: Int) -> Bool {
        reading.symbol(index) == UInt8(ascii: "-") && reading.isAttached(index)
            && reading.isAttached(index + 1) && reading.isWord(index - 1)
            && reading.isWord(index + 1)
    }

    func isCode(_ index: Int, _ length: Int) -> Bool {
        reading.isDigits(index) && reading.tokens[index].folded.utf8.count == length
    }
}

extension Reading {
    /// Whether exactly one blank stands before the token.
    func isAttachedByBlank(_ index: Int) -> Bool {
        index > 0 && index < tokens.count && tokens[index].start - tokens[index - 1].end == 1
    }
}
