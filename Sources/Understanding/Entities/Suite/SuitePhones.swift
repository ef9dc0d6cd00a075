/// Phone numbers of the suite: any country's way of writing, as they stand.
struct SuitePhones {
    let text: SuiteText
    private var scalars: [Unicode.Scalar] { text.scalars }

    init(text: SuiteText) {
        self.text = text
    }

    func results() -> [SuiteResult] {
        var results: [SuiteResult] = []
        var offset = 0
        while offset < scalars.count {
            guard mayBegin(offset) else {
                offset += 1
                continue
            }
            let run = run(from: offset)
            if isPhone(run) {
                let found = text.text(run.start, run.end)
                results.append(
                    SuiteResult(
                        text: found, type: "phonenumber", value: [found], start: run.start,
                        end: run.end - 1))
            }
            offset = max(run.end, offset + 1)
        }
        return results
    }

    private struct Run {
        var start: Int
        var end: Int
        var groups: [Int] = []
        var marks: [String] = []
        var hasPlus = false
        var digits: Int { groups.reduce(0, +) }
    }

    private func isDigit(_ offset: Int) -> Bool {
        offset >= 0 && offset < scalars.count && (0x30...0x39).contains(scalars[offset].value)
    }

    private func isLetter(_ offset: Int) -> Bool {
        offset >= 0 && offset < scalars.count && scalars[offset].properties.isAlphabetic
    }

    private func scalar(_ offset: Int) -> Unicode.Scalar {
        offset >= 0 && offset < scalars.count ? scalars[offset] : " "
    }

    /// A digit, or `+` or `(` with a digit soon after.
    private func mayBegin(_ offset: Int) -> Bool {
        if isDigit(offset) { return true }
        switch scalar(offset) {
        case "+": return isDigit(offset + 1)
        case "(":
            return isDigit(offset + 1) || (scalar(offset + 1) == " " && isDigit(offset + 2))
                || (scalar(offset + 1) == "+" && isDigit(offset + 2))
        default: return false
        }
    }

    private func run(from start: Int) -> Run {
        var run = Run(start: start, end: start)
        var offset = start
        while !isDigit(offset), offset < scalars.count {
            if scalar(offset) == "+" { run.hasPlus = true }
            offset += 1
        }
        while true {
            let first = offset
            while isDigit(offset) { offset += 1 }
            run.groups.append(offset - first)
            run.end = offset
            var next = offset
            while next - offset < 4, next < scalars.count,
                " -./()".unicodeScalars.contains(scalar(next))
            { next += 1 }
            guard next > offset, isDigit(next) else { break }
            // A date after the number is none of its groups.
            if run.digits >= 10, scalar(next + 2) == "/" { break }
            run.marks.append(text.text(offset, next))
            offset = next
        }
        return balanced(withExtension(run))
    }

    /// Without an area code whose parenthesis is missing: "19) 35831647".
    private func balanced(_ run: Run) -> Run {
        var run = run
        let opening = (run.start..<run.end).filter { scalar($0) == "(" }
        let closing = (run.start..<run.end).filter { scalar($0) == ")" }
        if closing.isEmpty, opening == [run.start] { run.start += 1 }
        if opening.isEmpty, let last = closing.last, run.groups.count > 1 {
            run.start = last + 1
            while scalar(run.start) == " ", run.start < run.end { run.start += 1 }
            run.groups.removeFirst()
            run.marks.removeFirst()
        }
        return run
    }

    /// "ext 123", "x068".
    private func withExtension(_ run: Run) -> Run {
        var run = run
        var next = run.end
        while scalar(next) == " ", next < scalars.count { next += 1 }
        for mark in ["extension", "ext.", "ext", "x"] {
            let end = next + mark.unicodeScalars.count
            guard text.text(next, end) == mark else { continue }
            var digits = end
            while scalar(digits) == " ", digits < scalars.count { digits += 1 }
            var last = digits
            while isDigit(last) { last += 1 }
            guard last > digits, last - digits <= 5 else { continue }
            run.end = last
            return run
        }
        return run
    }

    private func isPhone(_ run: Run) -> Bool {
        guard (7...(run.hasPlus ? 16 : 15)).contains(run.digits), !isAttached(run),
            !isAnnouncedOtherwise(run.start)
        else { return false }
        if run.groups.allSatisfy({ $0 == 1 }) { return false }
        if run.groups.count == 1 { return true }
        if isDate(run) || isSocialSecurity(run) || isDecimal(run) { return false }
        if run.digits == 7 {
            return run.hasPlus || (run.groups == [3, 4] && scalar(run.start) != "1")
        }
        let isBroken = run.marks.contains { $0.contains("((") || $0.contains("))") }
        return !isBroken
    }

    /// Letters, signs or another number touch it.
    private func isAttached(_ run: Run) -> Bool {
        if isLetter(run.end) { return true }
        let after = scalar(run.end)
        if "=*%".unicodeScalars.contains(after) || (after == ":" && isDigit(run.end + 1)) {
            return true
        }
        if after == ",", isDigit(run.end + 1) { return true }
        if after == ")", run.groups.count == 1 { return true }
        let before = scalar(run.start - 1)
        if run.hasPlus, isLetter(run.start - 1) { return false }
        if isLetter(run.start - 1) || isDigit(run.start - 1) { return true }
        if before == "-", run.groups.count >= 3 { return isDigit(run.start - 2) }
        if "#=*/.,+@-".unicodeScalars.contains(before), run.start > 0 {
            return !(before == "," || before == "@")
        }
        return false
    }

    private func isAnnouncedOtherwise(_ start: Int) -> Bool {
        let before = text.pieces.filter { $0.end <= start }.suffix(7).map(\.text)
        let others = ["account", "card", "omb", "formula"]
        guard let other = before.lastIndex(where: { others.contains($0) }) else { return false }
        return !before[other...].contains("phone")
    }

    private func isDate(_ run: Run) -> Bool {
        let isPlain = run.marks.allSatisfy { $0 == "/" || $0 == "-" || $0 == "." }
        guard isPlain, Set(run.marks).count == 1 else { return false }
        return [[2, 2, 4], [1, 2, 4], [2, 1, 4], [1, 1, 4], [4, 2, 2], [4, 4]].contains(run.groups)
            && (run.groups.count == 3 || run.marks[0] == "/")
    }

    private func isSocialSecurity(_ run: Run) -> Bool {
        run.groups == [3, 2, 4] && run.marks == ["-", "-"]
    }

    private func isDecimal(_ run: Run) -> Bool {
        run.marks.count == 1 && run.marks[0] == "."
    }
}
