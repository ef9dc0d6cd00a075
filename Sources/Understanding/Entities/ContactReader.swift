import Facts

/// Finds e-mail addresses, written and spoken, and web addresses.
struct ContactReader {
    let reading: Reading

    struct Found: Equatable {
        var text: String
        /// Byte offsets.
        var start: Int
        var end: Int
    }

    // MARK: name@example.com

    /// Every written address, in lower case.
    func emails() -> [Found] {
        var found: [Found] = []
        var searched = 0
        while let at = reading.firstIndex(of: UInt8(ascii: "@"), from: searched) {
            if let email = email(around: at, notBefore: searched) {
                found.append(email)
                searched = max(email.end, at + 1)
            } else {
                searched = at + 1
            }
        }
        return found
    }

    private func email(around at: Int, notBefore limit: Int) -> Found? {
        // "name @ example.com": people put blanks there.
        var localEnd = at
        if localEnd > limit, reading.byte(localEnd - 1) == UInt8(ascii: " ") { localEnd -= 1 }
        var start = localEnd
        while start > limit, isLocal(reading.byte(start - 1)) { start -= 1 }
        while start < localEnd, !reading.byte(start).isLetterOrDigit { start += 1 }
        var domain = at + 1
        if reading.byte(domain) == UInt8(ascii: " ") { domain += 1 }
        var end = domain
        while isDomain(reading.byte(end)) { end += 1 }
        while end > domain, !reading.byte(end - 1).isLetterOrDigit { end -= 1 }
        guard start < localEnd, isHost(reading.bytes[domain..<end]) else { return nil }
        let text = reading.text(start, localEnd) + "@" + reading.text(domain, end)
        return Found(text: text.lowercased(), start: start, end: end)
    }

    private func isLocal(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || "._%+-".utf8.contains(byte)
    }

    private func isDomain(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }

    /// At least two labels, the last of two letters or more.
    private func isHost(_ bytes: ArraySlice<UInt8>) -> Bool {
        let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count >= 2, let last = labels.last, last.count >= 2 else { return false }
        return last.allSatisfy(\.isLetter) && !labels.contains(where: \.isEmpty)
    }

    // MARK: "name dot surname at example dot com"

    /// Every spoken address; half spoken ones ("noah.brown at example.com") too.
    func spokenEmails() -> [Found] {
        reading.tokens.indices.compactMap { index in
            guard reading.sense(index).has(.spokenAt) else { return nil }
            return spoken(at: index)
        }
    }

    private func spoken(at index: Int) -> Found? {
        let isBracketed =
            "([".utf8.contains(reading.symbol(index - 1))
            && ")]".utf8.contains(reading.symbol(index + 1))
        let domainStart = isBracketed ? index + 2 : index + 1
        guard let domain = spokenDomain(from: domainStart) else { return nil }
        guard let local = spokenLocal(before: isBracketed ? index - 1 : index) else { return nil }
        let isLed =
            local.first == 0 || reading.sense(local.first - 1).has(.mailCue)
            || reading.symbol(local.first - 1) == UInt8(ascii: ":")
        guard isBracketed || local.isCompound || isLed else { return nil }
        return Found(
            text: local.text + "@" + domain.text, start: reading.tokens[local.first].start,
            end: reading.tokens[domain.end - 1].end)
    }

    private func spokenDomain(from start: Int) -> (text: String, end: Int)? {
        guard isPart(start) else { return nil }
        var text = spelling(start)
        var index = start + 1
        var labels = 1
        while labels < 6 {
            if let joiner = joiner(index), isPart(joiner.end) {
                text += joiner.sign + spelling(joiner.end)
                index = joiner.end + 1
                if joiner.sign == "." { labels += 1 }
            } else {
                break
            }
        }
        guard labels > 1, isHost(Array(text.utf8)[...]) else { return nil }
        return (text, index)
    }

    private struct Local {
        var text: String
        var first: Int
        /// Of several parts, or with digits: hardly a word of the sentence.
        var isCompound: Bool
    }

    private func spokenLocal(before end: Int) -> Local? {
        var first = end - 1
        guard let last = part(first) else { return nil }
        var text = last
        var isCompound = last.utf8.contains(where: \.isDigit)
        while first > 0, end - first < 16 {
            if let joiner = joinerEnding(at: first - 1), let part = part(joiner.start - 1) {
                text = part + joiner.sign + text
                first = joiner.start - 1
                isCompound = true
            } else if isSpelt(first), isSpelt(first - 1) {
                text = reading.key(first - 1) + text
                first -= 1
                isCompound = isCompound || end - first >= 3
            } else if text.utf8.first?.isDigit == true, let part = part(first - 1),
                !reading.sense(first - 1).has(.mailCue)
            {
                text = part + text
                first -= 1
                isCompound = true
            } else {
                break
            }
        }
        return Local(text: text, first: first, isCompound: isCompound)
    }

    /// A word of an address, number words as digits.
    private func part(_ index: Int) -> String? {
        guard isPart(index) else { return nil }
        switch reading.sense(index).number {
        case .unit(let value)?, .round(let value)?: return String(value)
        case .hundred?, .scale?, nil: return spelling(index)
        }
    }

    /// The word as it is written in an address: "müller" is "mueller" there.
    private func spelling(_ index: Int) -> String {
        let token = reading.tokens[index]
        let written = reading.text(token.start, token.end).lowercased()
        guard written.utf8.contains(where: { $0 >= 0x80 }) else { return written }
        let umlauts: [Character: String] = ["ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"]
        return Folding.fold(written.map { umlauts[$0] ?? String($0) }.joined())
    }

    private func isPart(_ index: Int) -> Bool {
        guard index >= 0, index < reading.count else { return false }
        let sense = reading.sense(index)
        return !sense.has(.spokenDot) && !sense.has(.spokenAt)
            && reading.key(index).utf8.allSatisfy(\.isLetterOrDigit)
    }

    /// One letter by itself: "j o h n at example dot com".
    private func isSpelt(_ index: Int) -> Bool {
        reading.isWord(index) && reading.key(index).utf8.count == 1
            && !(index > 0 && reading.isAttached(index))
    }

    /// "dot", ".", "underscore", "dash" at `index`.
    private func joiner(_ index: Int) -> (sign: String, end: Int)? {
        if reading.sense(index).has(.spokenDot) { return (".", index + 1) }
        if reading.key(index) == "guion", reading.key(index + 1) == "bajo" {
            return ("_", index + 2)
        }
        if let sign = Self.spokenSigns[reading.key(index)] { return (sign, index + 1) }
        let symbol = reading.symbol(index)
        if "([".utf8.contains(symbol), reading.sense(index + 1).has(.spokenDot),
            ")]".utf8.contains(reading.symbol(index + 2))
        {
            return (".", index + 3)
        }
        guard "._-".utf8.contains(symbol), reading.isAttached(index), reading.isAttached(index + 1)
        else { return nil }
        return (String(UnicodeScalar(symbol)), index + 1)
    }

    private func joinerEnding(at index: Int) -> (sign: String, start: Int)? {
        if index >= 1, let pair = joiner(index - 1), pair.end == index + 1 {
            return (pair.sign, index - 1)
        }
        if index >= 2, let long = joiner(index - 2), long.end == index + 1 {
            return (long.sign, index - 2)
        }
        guard let short = joiner(index), short.end == index + 1 else { return nil }
        return (short.sign, index)
    }

    private static let spokenSigns: [String: String] = [
        "underscore": "_", "unterstrich": "_", "dash": "-", "hyphen": "-", "minus": "-",
        "bindestrich": "-", "guion": "-", "tiret": "-", "plus": "+",
    ]

    // MARK: https://example.com/path

    /// Every web address with a scheme or `www.`.
    func urls() -> [Found] {
        var found: [Found] = []
        var index = 0
        while index < reading.count {
            let start = reading.tokens[index].start
            guard isURLStart(index) else {
                index += 1
                continue
            }
            let runEnd = urlRunEnd(from: start)
            let end = urlEnd(from: start, in: runEnd)
            if let end {
                found.append(Found(text: reading.text(start, end), start: start, end: end))
            }
            index = max(reading.token(atOrAfter: end ?? runEnd), index + 1)
        }
        return found
    }

    private func isURLStart(_ index: Int) -> Bool {
        let first = reading.byte(reading.tokens[index].start) | 0x20
        guard first == UInt8(ascii: "h") || first == UInt8(ascii: "w") else { return false }
        let key = reading.key(index)
        let start = reading.tokens[index].end
        if key == "http" || key == "https" {
            return reading.byte(start) == UInt8(ascii: ":")
                && reading.byte(start + 1) == UInt8(ascii: "/")
        }
        return key == "www" && reading.byte(start) == UInt8(ascii: ".")
    }

    private func urlRunEnd(from start: Int) -> Int {
        var end = start
        while end < reading.bytes.count, !" <>\"".utf8.contains(reading.byte(end)) { end += 1 }
        return end
    }

    private func urlEnd(from start: Int, in runEnd: Int) -> Int? {
        var end = runEnd
        while end > start, ".,;:!?)'".utf8.contains(reading.byte(end - 1)) { end -= 1 }
        let hasDot = reading.bytes[start..<end].contains(UInt8(ascii: "."))
        return hasDot && end - start > 6 ? end : nil
    }
}
