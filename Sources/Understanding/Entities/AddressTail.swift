import Facts

/// Reads what stands around a street: flat, addressee, city, state, postcode and country, in American and European
/// order and in any mixture of them.
struct AddressTail {
    let reading: Reading

    typealias Found = AddressReader.Found

    private var places: PlaceReader { PlaceReader(reading: reading) }
    /// More parts than these follow no street.
    private static let partLimit = 8
    /// Tokens before a street that may still belong to it.
    private static let prefaceLimit = 10

    /// The street with everything that follows it.
    func completed(_ street: Found) -> Found {
        var found = street
        for _ in 0..<Self.partLimit {
            guard let more = part(at: afterComma(found.end), besides: found) else { break }
            found = more
        }
        return found
    }

    private func part(at index: Int, besides found: Found) -> Found? {
        guard index > found.start, index < reading.count else { return nil }
        if let line = dwelling(at: index) ?? addressee(at: index) {
            return with(line, found)
        }
        var record = found.record
        guard record["city"] != nil else {
            guard let place = places.place(at: index) else {
                return withLetters(at: index, found) ?? withCity(found)
            }
            if place.record["country"] != nil { record["likely_country"] = nil }
            return Found(
                record: place.record.merging(record), start: found.start, end: place.end)
        }
        if record["state"] == nil, let state = places.stateOfCity(at: index) {
            record["state"] = .text(state.name)
            record["country"] = record["country"] ?? .text("USA")
            return Found(record: record, start: found.start, end: state.end)
        }
        if record["zip"] == nil, let code = places.code(at: index) {
            record["zip"] = .text(code.text)
            return Found(record: record, start: found.start, end: code.end)
        }
        guard reading.symbol(index - 1) == UInt8(ascii: ","), let end = places.country(at: index)
        else { return nil }
        record["country"] = .text(reading.text(tokens: index, end))
        record["likely_country"] = nil
        return Found(record: record, start: found.start, end: end)
    }

    private func with(_ line: (text: String, end: Int), _ found: Found) -> Found {
        var found = found
        let old = found.record["address2"]?.text
        found.record["address2"] = .text(old.map { "\($0), \(line.text)" } ?? line.text)
        found.end = line.end
        return found
    }

    // MARK: "c/o Müller, Rue de Lyon 4", "Suite 5, 10 Main Street"

    /// The street with a flat or an addressee that stands before it.
    func withPreface(_ street: Found) -> Found {
        let end =
            reading.symbol(street.start - 1) == UInt8(ascii: ",")
            ? street.start - 1 : street.start
        for start in max(0, street.start - Self.prefaceLimit)..<max(0, end) {
            guard let line = dwelling(at: start) ?? addressee(at: start), line.end == end else {
                continue
            }
            var found = street
            found.record["address2"] = .text(line.text)
            found.start = start
            return found
        }
        return street
    }

    /// "c/o Müller", up to four words.
    private func addressee(at index: Int) -> (text: String, end: Int)? {
        guard reading.key(index) == "c", reading.symbol(index + 1) == UInt8(ascii: "/"),
            reading.isAttached(index + 1), reading.key(index + 2) == "o"
        else { return nil }
        let start = index + 3
        var end = start
        while end - start < 4, reading.isWord(end) || isInName(end) { end += 1 }
        return end > start ? (reading.text(tokens: index, end), end) : nil
    }

    /// The sign in "Dr. Weiß" and "Meier-Schmidt".
    private func isInName(_ index: Int) -> Bool {
        ".-&".utf8.contains(reading.symbol(index)) && reading.isWord(index + 1)
    }

    // MARK: "Suite 12", "#4", "Postnummer 12345678"

    func dwelling(at index: Int) -> (text: String, end: Int)? {
        if let spanish = floor(at: index) { return spanish }
        if reading.isDigits(index), reading.symbol(index + 1) == UInt8(ascii: "."),
            reading.vocabulary.tag == "de",
            ["stock", "etage", "og"].contains(reading.key(index + 2))
        {
            return (reading.text(tokens: index, index + 3), index + 3)  // "3. Stock"
        }
        guard isDwelling(index) || reading.symbol(index) == UInt8(ascii: "#") else { return nil }
        var next = index + 1
        while ".#".utf8.contains(reading.symbol(next)) || ["nr", "no"].contains(reading.key(next)) {
            next += 1
        }
        guard next < reading.count else { return nil }
        let token = reading.tokens[next]
        let isCounted = reading.key(index) == "postnummer"
        guard token.end - token.start <= (isCounted ? 10 : 6) else { return nil }
        let hasDigit = reading.bytes[token.start..<token.end].contains(where: \.isDigit)
        let isLetter =
            token.end - token.start == 1 && reading.isWord(next) && reading.isCapitalised(next)
        guard hasDigit || isLetter else { return nil }
        guard reading.symbol(index) != UInt8(ascii: "#") || reading.isDigits(next) else {
            return nil
        }
        return (reading.text(tokens: index, next + 1), next + 1)
    }

    /// A word for a part of a house in the text's language, or an American one: people abroad write their address as
    /// it is.
    private func isDwelling(_ index: Int) -> Bool {
        reading.sense(index).has(.dwelling) || Self.american.contains(reading.hash(index))
            || ["m", "lok"].contains(reading.key(index))  // "m. 14" in Poland
                && reading.symbol(index + 1) == UInt8(ascii: ".") && reading.isAttached(index + 1)
    }

    private static let american: WordSet = ["suite", "ste", "apt", "apartment", "unit", "flat"]

    /// "2º B", "3º izquierda".
    private func floor(at index: Int) -> (text: String, end: Int)? {
        guard reading.vocabulary.tag == "es", index > 0,
            reading.symbol(index - 1) == UInt8(ascii: ","),
            OrdinalReader(reading: reading).ordinal(at: index) != nil, index + 1 < reading.count
        else { return nil }
        let door = reading.key(index + 1)
        let isDoor = door.utf8.count == 1 && reading.isWord(index + 1)
        let isSide = ["izquierda", "derecha", "izq", "dcha", "centro"].contains(door)
        let end = isDoor || isSide ? index + 2 : index + 1
        return (reading.text(tokens: index, end), end)
    }

    // MARK: The place

    func afterComma(_ index: Int) -> Int {
        let next = reading.symbol(index) == UInt8(ascii: ",") ? index + 1 : index
        return ["in", "at"].contains(reading.key(next)) && next > 0 ? next + 1 : next
    }

    /// ", NW1 9DP" without its city.
    private func withLetters(at index: Int, _ street: Found) -> Found? {
        guard street.record["zip"] == nil,
            let code = ZipReader(reading: reading).letters(at: index)
        else { return nil }
        var found = street
        found.record["zip"] = .text(code.text)
        found.end = reading.token(atOrAfter: code.end)
        return found
    }

    /// ", London" at the end of the clause.
    private func withCity(_ street: Found) -> Found? {
        let start = street.end + 1
        guard reading.symbol(street.end) == UInt8(ascii: ","),
            !reading.sense(start).has(.polite), !reading.sense(start).has(.negation)
        else { return nil }
        var end = start
        while end - start < 3, reading.isWord(end), reading.isCapitalised(end) { end += 1 }
        guard end > start, !reading.isWord(end), !reading.isDigits(end) else { return nil }
        var found = street
        found.record["city"] = .text(reading.text(tokens: start, end))
        found.end = end
        return found
    }

    /// "Denver, CO 80279" without a street.
    func placeAlone() -> Found? {
        places.placeAlone() ?? places.wholePlace()
    }
}
