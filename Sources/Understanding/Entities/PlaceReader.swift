import Facts

/// Reads the end of an address: city, state, postcode and country, in American and European order.
struct PlaceReader {
    let reading: Reading

    /// The place that begins at token `index`.
    func place(at index: Int) -> AddressReader.Found? {
        codeFirst(at: index) ?? lettersLast(at: index) ?? cityFirst(at: index)
    }

    /// "Denver, CO 80279" or "10115 Berlin" anywhere in the text.
    func placeAlone() -> AddressReader.Found? {
        for index in reading.tokens.indices {
            guard let state = state(at: index), !isAttachedSign(index) else { continue }
            let hasComma = reading.symbol(index - 1) == UInt8(ascii: ",")
            let hasCode = isCode(afterComma(state.end), 5)
            guard hasComma ? (state.isSure || hasCode) : hasCode else { continue }
            let cityEnd = hasComma ? index - 1 : index
            guard let start = cityStart(cityEnd), start < cityEnd,
                !isPerson(start, cityEnd, before: state.end),
                state.isSure || !reading.sense(cityEnd - 1).has(.everyday),
                let found = cityFirst(at: start)
            else { continue }
            return found
        }
        return nil
    }

    /// "Isabella Santos, New York, 10020": who lives there, not a city in the state of that name.
    private func isPerson(_ start: Int, _ end: Int, before next: Int) -> Bool {
        reading.sense(start).has(.firstName) && end - start > 1
            && reading.symbol(next) == UInt8(ascii: ",")
    }

    /// "10115 Berlin" or "TX 77001", and little else in the text.
    func wholePlace() -> AddressReader.Found? {
        guard reading.count <= 8 else { return nil }
        let index = reading.tokens.indices.first { !reading.sense($0).has(.everyday) } ?? 0
        if let found = codeFirst(at: index) {
            return reading.isWord(found.end) ? nil : found
        }
        guard let state = state(at: index), isCode(afterComma(state.end), 5) else { return nil }
        var record = Record()
        record["state"] = .text(reading.text(tokens: index, state.end))
        let found = withCode(record, index, afterComma(state.end), isAmerican: true)
        return reading.isWord(found.end) ? nil : found
    }

    private func isAttachedSign(_ index: Int) -> Bool {
        reading.isAttached(index) && reading.symbol(index - 1) != UInt8(ascii: ",")
    }

    /// Up to three capitalised words, or the one word, before `end`.
    private func cityStart(_ end: Int) -> Int? {
        guard reading.isWord(end - 1), !reading.sense(end - 1).has(.article) else { return nil }
        var start = end - 1
        while start > 0, end - start < 3, reading.isWord(start - 1),
            reading.isCapitalised(start - 1),
            reading.isCapitalised(start), start - 1 > 0 || !reading.sense(start - 1).has(.polite)
        {
            start -= 1
        }
        return start
    }

    // MARK: "10115 Berlin, Germany"

    private func codeFirst(at index: Int) -> AddressReader.Found? {
        var next = index
        if reading.key(next) == "d", reading.symbol(next + 1) == UInt8(ascii: "-") { next += 2 }
        if let code = foreignCode(at: next) {
            return placed(code: code.text, from: index, city: code.end)
        }
        guard isCode(next, 5) || isCode(next, 4), reading.isWord(next + 1),
            reading.isCapitalised(next + 1) || isCode(next, 5), state(at: next + 1) == nil,
            !reading.sense(next + 1).has(.everyday)
        else { return nil }
        let isDutch =
            isCode(next, 4) && reading.key(next + 1).utf8.count == 2
            && reading.isCapitalised(next + 1) && reading.isWord(next + 2)
            && reading.isCapitalised(next + 2)
        let city = isDutch ? next + 2 : next + 1
        let end = cityEnd(city)
        var record = Record()
        record["zip"] = .text(reading.text(tokens: next, city))
        record["city"] = .text(reading.text(tokens: city, end))
        // "60614 Chicago, IL, USA": the German order of an American place.
        if isCode(next, 5), let state = stateOfCity(at: afterComma(end)) {
            record["state"] = .text(state.name)
            return withCountry(record, index, state.end, otherwise: "USA")
        }
        if isCode(next, 5), reading.vocabulary.tag == "de" {
            record["likely_country"] = .text("Germany")
        }
        return withCountry(record, index, end, otherwise: nil)
    }

    /// "00-100 Warszawa", "1100-053 Lisboa", "NW1 9DP London": the code, where a city comes next.
    private func foreignCode(at index: Int) -> (text: String, end: Int)? {
        let zips = ZipReader(reading: reading)
        var code = zips.pair(at: index).map { (text: reading.text(tokens: index, $0), end: $0) }
        if code == nil, let letters = zips.letters(at: index) {
            code = (letters.text, reading.token(atOrAfter: letters.end))
        }
        guard let code, reading.isWord(code.end), reading.isCapitalised(code.end),
            !reading.sense(code.end).has(.everyday), reading.sense(code.end).currency == nil,
            country(at: code.end) == nil
        else { return nil }
        return code
    }

    /// The country whose postcodes look so: "00-100", "1100-053", "M5H 1J8", "NW1 9DP".
    private static func country(ofCode code: String) -> String {
        guard code.first?.isLetter == true else {
            return code.prefix { $0 != "-" }.count == 2 ? "Poland" : "Portugal"
        }
        return code.last?.isNumber == true ? "Canada" : "United Kingdom"
    }

    private func placed(code: String, from start: Int, city: Int) -> AddressReader.Found {
        let end = cityEnd(city)
        let record: Record = [
            "zip": .text(code), "city": .text(reading.text(tokens: city, end)),
            "likely_country": .text(Self.country(ofCode: code)),
        ]
        return withCountry(record, start, end, otherwise: nil)
    }

    /// The index after the capitalised words of a city: "Ciudad de México", "Frankfurt am Main".
    private func cityEnd(_ start: Int) -> Int {
        var end = start + 1
        while end < reading.count, end - start < 5, reading.isWord(end) {
            if reading.isCapitalised(end), country(at: end) == nil, stateOfCity(at: end) == nil {
                end += 1
            } else if Self.cityParticles.contains(reading.hash(end)), reading.isWord(end + 1),
                reading.isCapitalised(end + 1), end + 1 - start < 5
            {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    private static let cityParticles: WordSet = [
        "de", "del", "la", "las", "los", "am", "an", "der", "im", "ob", "sur", "les", "en", "le",
    ]

    // MARK: "London SW1A 2AA, UK", "Toronto, ON M5H 1J8"

    private func lettersLast(at index: Int) -> AddressReader.Found? {
        guard reading.isWord(index), reading.isCapitalised(index) else { return nil }
        let zips = ZipReader(reading: reading)
        var end = index + 1
        while end - index < 4 {
            if end - index <= 3, let code = zips.letters(at: end) {
                var record = Record()
                record["city"] = .text(reading.text(tokens: index, end))
                return withLetters(record, code, index, end)
            }
            let next = afterComma(end)
            if Self.provinces.contains(reading.hash(next)), reading.isCapitalised(next),
                let code = zips.letters(at: afterComma(next + 1))
            {
                var record = Record()
                record["city"] = .text(reading.text(tokens: index, end))
                record["state"] = .text(reading.text(tokens: next, next + 1))
                return withLetters(record, code, index, afterComma(next + 1))
            }
            guard reading.isWord(end), reading.isCapitalised(end) else { return nil }
            end += 1
        }
        return nil
    }

    private func withLetters(
        _ record: Record, _ code: ZipReader.Found, _ start: Int, _ index: Int
    ) -> AddressReader.Found {
        var record = record
        record["zip"] = .text(code.text)
        record["likely_country"] = .text(Self.country(ofCode: code.text))
        return withCountry(record, start, reading.token(atOrAfter: code.end), otherwise: nil)
    }

    private static let provinces = set("on qc bc ab mb sk ns nb nl pe yt nt nu")

    // MARK: "Denver, CO 80279, USA"

    private func cityFirst(at index: Int) -> AddressReader.Found? {
        guard reading.isWord(index) else { return nil }
        var end = index + 1
        while end < reading.count, end - index < 4, reading.isWord(end), !isStateOfPlace(end) {
            end += 1
        }
        let next = afterComma(end)
        var record = Record()
        if isCode(next, 5), end - index <= 3 {
            record["city"] = .text(reading.text(tokens: index, end))
            return withCode(record, index, next)
        }
        guard let state = state(at: next),
            state.isSure || next > end || isCode(afterComma(state.end), 5)
        else { return nil }
        record["city"] = .text(reading.text(tokens: index, end))
        record["state"] = .text(reading.text(tokens: next, state.end))
        return withCode(
            record, index, afterComma(state.end), otherwise: state.end, isAmerican: true)
    }

    /// A state that is followed by a code, so that "in" is not Indiana.
    private func isStateOfPlace(_ index: Int) -> Bool {
        guard let state = state(at: index) else { return false }
        return isCode(afterComma(state.end), 5) || state.isSure
    }

    private func withCode(
        _ record: Record, _ start: Int, _ index: Int, otherwise end: Int? = nil,
        isAmerican: Bool = false
    ) -> AddressReader.Found {
        var record = record
        var end = end ?? index
        if isCode(index, 5) {
            end = index + 1
            let isLong =
                reading.symbol(end) == UInt8(ascii: "-") && reading.isAttached(end)
                && isCode(end + 1, 4)
            if isLong { end += 2 }
            record["zip"] = .text(reading.text(tokens: index, end))
        }
        return withCountry(record, start, end, otherwise: isAmerican ? "USA" : nil)
    }

    private func withCountry(
        _ record: Record, _ start: Int, _ end: Int, otherwise country: String?
    ) -> AddressReader.Found {
        var record = record
        let next = afterComma(end)
        if let named = self.country(at: next) {
            record["country"] = .text(reading.text(tokens: next, named))
            record["likely_country"] = nil
            return AddressReader.Found(record: record, start: start, end: named)
        }
        record["country"] = country.map(Value.text)
        if country == nil, record["likely_country"] == nil, let city = record["city"]?.text {
            record["likely_country"] = LargeCities.country(of: city).map(Value.text)
        }
        return AddressReader.Found(record: record, start: start, end: end)
    }

    private func afterComma(_ index: Int) -> Int {
        reading.symbol(index) == UInt8(ascii: ",") ? index + 1 : index
    }

    private func isCode(_ index: Int, _ length: Int) -> Bool {
        reading.isDigits(index) && reading.tokens[index].folded.utf8.count == length
    }

    /// Five digits or letters and digits, alone: "60614", "E8 4RP".
    func code(at index: Int) -> (text: String, end: Int)? {
        if isCode(index, 5) { return (reading.text(tokens: index, index + 1), index + 1) }
        if let end = ZipReader(reading: reading).pair(at: index) {
            return (reading.text(tokens: index, end), end)
        }
        let letters = ZipReader(reading: reading).letters(at: index)
        return letters.map { ($0.text, reading.token(atOrAfter: $0.end)) }
    }

    // MARK: Names of states and countries

    /// A state behind its city; "DE" behind a postcode and a city is Germany rather than Delaware.
    func stateOfCity(at index: Int) -> (name: String, end: Int)? {
        guard reading.key(index) != "de", let state = state(at: index), state.isSure else {
            return nil
        }
        return (reading.text(tokens: index, state.end), state.end)
    }

    /// The index after the state at `index`; sure when written out or in capitals.
    private func state(at index: Int) -> (end: Int, isSure: Bool)? {
        guard index < reading.count else { return nil }
        if Self.codes.contains(reading.hash(index)) {
            let token = reading.tokens[index]
            let isCapitals = reading.bytes[token.start..<token.end].allSatisfy(\.isCapital)
            // "I'm Ethan Muller in 98128" is not of Indiana.
            let isWord = reading.sense(index).has(.everyday)
            if !isCapitals, isWord, reading.symbol(index - 1) != UInt8(ascii: ",") { return nil }
            return (index + 1, isCapitals)
        }
        return Self.states.match(reading.hashes, at: index).map { ($0.end, $0.meaning) }
    }

    /// The index after the country at `index`.
    func country(at index: Int) -> Int? {
        guard index < reading.count else { return nil }
        let key = reading.key(index)
        if key == "united", ["states", "kingdom"].contains(reading.key(index + 1)) {
            let isLong = reading.key(index + 2) == "of" && reading.key(index + 3) == "america"
            return isLong ? index + 4 : index + 2
        }
        return Self.countries.contains(reading.hash(index)) ? index + 1 : nil
    }

    private static func set(_ list: String) -> WordSet {
        WordSet(list.split(separator: " ").map(String.init))
    }

    private static let codes = set(
        """
        al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj \
        nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc pr
        """)

    /// Sure by themselves; the words of a name are joined by `_`.
    private static let states: PhraseTable<Bool> = {
        var states = PhraseTable<Bool>()
        for name in stateNames.split(separator: " ") {
            states.add(name.split(separator: "_").map(String.init), true)
        }
        return states
    }()

    private static let stateNames =
        """
        alabama alaska arizona arkansas california colorado connecticut delaware florida georgia \
        hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts \
        michigan minnesota mississippi missouri montana nebraska nevada new_hampshire new_jersey \
        new_mexico new_york north_carolina north_dakota ohio oklahoma oregon pennsylvania \
        rhode_island south_carolina south_dakota tennessee texas utah vermont virginia washington \
        west_virginia wisconsin wyoming
        """

    private static let countries = set(
        """
        usa us germany deutschland allemagne alemania canada kanada uk england scotland wales \
        austria osterreich autriche switzerland schweiz suisse suiza france frankreich francia \
        spain spanien espana espagne italy italien italia italie luxembourg belgique nederland \
        netherlands niederlande belgium \
        belgien japan mexico mexiko poland polen denmark sweden norway finland ireland portugal \
        australia
        """)
}
