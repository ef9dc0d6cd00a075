/// A run of digits with the separators people put between them: a phone, card or account number.
struct DigitRun: Equatable {
    /// The digits alone.
    var digits: [UInt8]
    /// Byte offsets; `start` includes a leading `+` or `(`.
    var start: Int
    var end: Int
    var hasPlus: Bool
    /// Lengths of the groups between separators.
    var groups: [Int]
}

extension Reading {
    /// Every run of at least `minimum` digits, separated by at most two of ` `, `-`, `.`, `/`, `(`,
    /// `)`.
    func digitRuns(minimum: Int) -> [DigitRun] {
        guard hasDigits else { return [] }
        var runs: [DigitRun] = []
        var offset = 0
        while offset < bytes.count {
            guard bytes[offset].isDigit, !continuesWord(before: offset) else {
                offset += 1
                continue
            }
            let run = digitRun(at: offset)
            if run.digits.count >= minimum, !continuesWord(at: run.end) { runs.append(run) }
            offset = max(run.end, offset + 1)
        }
        return runs
    }

    private func digitRun(at first: Int) -> DigitRun {
        var run = DigitRun(digits: [], start: first, end: first, hasPlus: false, groups: [])
        var offset = first
        while true {
            let groupStart = offset
            while byte(offset).isDigit {
                run.digits.append(bytes[offset])
                offset += 1
            }
            run.groups.append(offset - groupStart)
            run.end = offset
            var next = offset
            while next - offset < 2, " -./()".utf8.contains(byte(next)) { next += 1 }
            guard next > offset, byte(next).isDigit else { break }
            offset = next
        }
        if byte(run.start - 1) == UInt8(ascii: "(") { run.start -= 1 }
        if byte(run.start - 1) == UInt8(ascii: "+") {
            run.start -= 1
            run.hasPlus = true
        }
        return run
    }
}
