/// Finds the answer that a text gives to a yes/no question, if it gives one.
///
/// An answer stands at the beginning of a clause. "No, the other one" says no; "no longer needed",
/// "no order arrived" and "I don't know" say neither.
struct YesNoReader {
    let reading: Reading
    /// For each token, how far courtesy and answers reach without a gap from it; one more at the
    /// end.
    private let reach: [Int]
    /// For each token, whether it separates clauses.
    private let boundaries: [Bool]

    init(reading: Reading) {
        self.reading = reading
        let boundaries = reading.tokens.indices.map { YesNoReader.separates($0, reading) }
        self.boundaries = boundaries
        reach = YesNoReader.reach(in: reading, boundaries)
    }

    struct Found: Equatable {
        var answer: Reply
        /// Token range.
        var start: Int
        var end: Int
    }

    /// The answer: the first one given, or a later one that takes it back.
    func answer() -> Found? {
        var result: Found?
        var index = 0
        while index < reading.count {
            let clauseEnd = self.clauseEnd(from: index)
            for found in answers(index, clauseEnd) {
                guard let earlier = result else {
                    result = found
                    continue
                }
                if earlier.answer != found.answer,
                    isRetracted(earlier.end, found.start) || isHeard(earlier, before: found)
                {
                    result = found
                }
            }
            index = clauseEnd + 1
        }
        return result
    }

    /// The index of the punctuation that ends the clause, `count` where none does.
    private func clauseEnd(from index: Int) -> Int {
        var end = index
        while end < reading.count, !isBoundary(end) { end += 1 }
        return end
    }

    private func isBoundary(_ index: Int) -> Bool {
        index >= 0 && index < boundaries.count && boundaries[index]
    }

    private static func separates(_ index: Int, _ reading: Reading) -> Bool {
        let first = reading.byte(reading.tokens[index].start)
        if first.isLetterOrDigit { return false }
        let symbol = reading.symbol(index)
        if symbol == UInt8(ascii: "-") {
            return !reading.isAttached(index) || !reading.isAttached(index + 1)
        }
        if symbol != 0 { return symbol != UInt8(ascii: "'") && symbol != UInt8(ascii: "#") }
        // The signs that are meant begin with one of three bytes.
        guard first == 0xE2 || first == 0xE3 || first == 0xC2 else { return false }
        return ["…", "。", "、", "–", "—", "¡", "¿"].contains(reading.key(index))
    }

    /// "Ok, no": the "ok" has only heard what was asked.
    private func isHeard(_ earlier: Found, before found: Found) -> Bool {
        found.answer == .no && earlier.end - earlier.start == 1
            && Self.hearing.contains(reading.hash(earlier.start))
            && (earlier.end..<max(earlier.end, found.start)).allSatisfy { !reading.isWord($0) }
    }

    private static let hearing: WordSet = ["ok", "okay", "okey", "k", "alright", "okidoki"]

    private func isRetracted(_ start: Int, _ end: Int) -> Bool {
        (start..<max(start, end)).contains { reading.sense($0).has(.retraction) }
    }

    /// The answers of one clause, in order.
    private func answers(_ start: Int, _ end: Int) -> [Found] {
        var found: [Found] = []
        var index = start
        while index < end {
            if let match = reading.vocabulary.answers.match(reading.hashes, at: index),
                match.end <= end
            {
                if match.meaning == .blocked { return found }
                if let answer = accepted(match.meaning, index, match.end, end) {
                    found.append(Found(answer: answer, start: index, end: match.end))
                    index = match.end
                    continue
                }
            }
            let sense = reading.sense(index)
            let isSkipped =
                sense.has(.filler) || sense.has(.polite)
                || sense.has(.retraction)
            guard isSkipped else { break }
            index += 1
        }
        if found.isEmpty, let stated = stated(index, end) { found.append(stated) }
        return found + signs(max(index, start), end)
    }

    private func accepted(
        _ meaning: Answer, _ start: Int, _ end: Int, _ clauseEnd: Int
    ) -> Reply? {
        let isAsked =
            reading.symbol(clauseEnd) == UInt8(ascii: "?") && end == clauseEnd
            && reading.key(start) != "why"
        switch meaning {
        case .sure(let answer): return isAsked && end - start == 1 ? nil : answer
        case .clause(let answer):
            return !isAsked && saysNothingElse(end, clauseEnd) ? answer : nil
        case .weak(let answer):
            return !isAsked && confirms(end) ? answer : nil
        case .bareNo: return !isAsked && isAnsweringNo(end, clauseEnd) ? .no : nil
        case .blocked: return nil
        }
    }

    /// Whether the rest is courtesy and further answers only.
    private func saysNothingElse(_ start: Int, _ end: Int) -> Bool {
        start >= end || reach[start] >= end
    }

    private static func reach(in reading: Reading, _ boundaries: [Bool]) -> [Int] {
        var reach = Array(0...reading.count)
        for index in reading.tokens.indices.reversed() {
            let sense = reading.sense(index)
            if boundaries[index] || sense.has(.polite) || sense.has(.filler) {
                reach[index] = reach[index + 1]
            } else if let match = reading.vocabulary.answers.match(reading.hashes, at: index),
                match.meaning != .blocked
            {
                reach[index] = reach[match.end]
            }
        }
        return reach
    }

    /// Whether "ok", "good" and the like agree here: nothing else is said, or a surer yes or "but"
    /// follows.
    private func confirms(_ end: Int) -> Bool {
        if saysNothingElse(end, reading.count) { return true }
        var index = end
        while isBoundary(index) || reading.sense(index).has(.filler) { index += 1 }
        if ["but", "aber", "pero", "mais"].contains(reading.key(index)) { return true }
        guard let match = reading.vocabulary.answers.match(reading.hashes, at: index) else {
            return false
        }
        let clauseEnd = self.clauseEnd(from: index)
        switch match.meaning {
        case .sure(.yes): return true
        case .clause(.yes): return saysNothingElse(match.end, clauseEnd)
        case .sure, .clause, .weak, .blocked, .bareNo: return false
        }
    }

    /// Whether a "no" answers, rather than belonging to a noun ("no refund").
    private func isAnsweringNo(_ end: Int, _ clauseEnd: Int) -> Bool {
        guard end < clauseEnd else { return true }
        let next = reading.sense(end)
        if next.has(.followsNo) || next.has(.polite) || next.has(.filler) { return true }
        if !reading.isWord(end), !reading.isDigits(end) { return true }
        guard let match = reading.vocabulary.answers.match(reading.hashes, at: end) else {
            return false
        }
        switch match.meaning {
        case .sure(.no), .bareNo: return true
        case .clause(.no): return saysNothingElse(match.end, clauseEnd)
        case .sure, .clause, .weak, .blocked: return false
        }
    }

    /// "I said no", "the answer is yes", at the end of a clause.
    private func stated(_ start: Int, _ end: Int) -> Found? {
        let index = end - 1
        guard index > start, Self.reporting.contains(reading.hash(index - 1)),
            let match = reading.vocabulary.answers.match(reading.hashes, at: index),
            match.end == end
        else { return nil }
        switch match.meaning {
        case .sure(let answer): return Found(answer: answer, start: index, end: end)
        case .bareNo: return Found(answer: .no, start: index, end: end)
        case .clause, .weak, .blocked: return nil
        }
    }

    private static let reporting: WordSet = [
        "say", "said", "is", "a", "definitely", "sage", "sag", "ist", "ein", "digo", "dis",
    ]

    /// Emoji anywhere: "great 👍".
    private func signs(_ start: Int, _ end: Int) -> [Found] {
        (start..<max(start, end)).compactMap { index in
            guard !reading.isWord(index), !reading.isDigits(index),
                let match = reading.vocabulary.answers.match(reading.hashes, at: index),
                case .sure(let answer) = match.meaning
            else { return nil }
            return Found(answer: answer, start: index, end: match.end)
        }
    }
}
