/// Finds carriers' tracking numbers by their form and check digit.
struct CarrierNumbers {
    let reading: Reading

    struct Found: Equatable {
        /// Capitals and digits alone.
        var text: String
        /// Byte offsets.
        var start: Int
        var end: Int
    }

    /// Longest number that is looked at, in letters and digits.
    private static let longest = 22

    /// The numbers of the carriers; `runs` are the text's longer runs of digits.
    func numbers(of carriers: [Carrier], _ runs: [DigitRun]) -> [Found] {
        var found: [Found] = []
        for run in runs where !run.hasPlus && run.digits.count <= Self.longest {
            let isOne = carriers.contains { carrier in
                carrier.accepts(run.digits)
                    && (!carrier.needsAnnouncing(run.digits) || isAnnounced(run))
            }
            guard isOne else { continue }
            let text = String(decoding: run.digits, as: UTF8.self)
            found.append(Found(text: text, start: run.start, end: run.end))
        }
        for index in reading.tokens.indices {
            guard let number = mixed(from: reading.tokens[index].start, carriers) else { continue }
            found.append(number)
        }
        return found
    }

    /// "1Z 5R8 939 03 5756 7127", "RR 123 456 785 DE".
    private func mixed(from start: Int, _ carriers: [Carrier]) -> Found? {
        guard !reading.continuesWord(before: start), mayBegin(start, carriers) else { return nil }
        var characters: [UInt8] = []
        var offset = start
        while characters.count < 18 {
            let byte = reading.byte(offset)
            if byte.isLetterOrDigit {
                characters.append(byte.raised)
                offset += 1
                guard characters.count == 13 || characters.count == 18,
                    !reading.continuesWord(at: offset),
                    carriers.contains(where: { $0.accepts(characters) })
                else { continue }
                let text = String(decoding: characters, as: UTF8.self)
                return Found(text: text, start: start, end: offset)
            }
            guard byte == 0x20 || byte == UInt8(ascii: "-"),
                reading.byte(offset + 1).isLetterOrDigit
            else { return nil }
            offset += 1
        }
        return nil
    }

    /// `1Z`, or two letters and then a digit.
    private func mayBegin(_ start: Int, _ carriers: [Carrier]) -> Bool {
        let first = reading.byte(start)
        let second = reading.byte(start + 1)
        if first == UInt8(ascii: "1") { return second.raised == UInt8(ascii: "Z") }
        guard first.isLetter, second.isLetter else { return false }
        let third = reading.byte(start + 2)
        return third.isDigit || third == 0x20 && reading.byte(start + 3).isDigit
    }

    /// A word for a parcel stands among the six tokens before, or the number is the whole text.
    private func isAnnounced(_ run: DigitRun) -> Bool {
        let index = reading.token(atOrAfter: run.start)
        if run.start == 0, run.end >= reading.bytes.count - 1 { return true }
        return (1...6).contains { reading.sense(index - $0).has(.trackingCue) }
    }
}
