/// A carrier whose tracking numbers carry a check digit.
public enum Carrier: String, CaseIterable, Sendable {
    /// `1Z`, then fifteen letters and digits and the check digit.
    case ups
    /// 12, 15, 20 or 22 digits.
    case fedex
    /// 10 digits (Express), 12 (the German post's Identcode) or 20 (GS1's NVE).
    case dhl
    /// The Universal Postal Union's S10: two letters, nine digits, two letters, `RR123456785DE`.
    case s10

    /// Whether the number is one of the carrier's; `bytes` are capitals and digits alone.
    func accepts(_ bytes: [UInt8]) -> Bool {
        switch self {
        case .ups: isUPS(bytes)
        case .s10: isPostal(bytes)
        case .fedex: bytes.allSatisfy(\.isDigit) && isFedEx(bytes.map { Int($0) - 0x30 })
        case .dhl: bytes.allSatisfy(\.isDigit) && isDHL(bytes.map { Int($0) - 0x30 })
        }
    }

    /// Whether so few digits are so likely anything else that a word must announce them.
    func needsAnnouncing(_ bytes: [UInt8]) -> Bool {
        switch self {
        case .ups, .s10: false
        case .fedex, .dhl: bytes.count < 15
        }
    }

    /// Letters count (code − 3) modulo 10; every second place is doubled.
    private func isUPS(_ bytes: [UInt8]) -> Bool {
        guard bytes.count == 18, bytes.starts(with: "1Z".utf8), let last = bytes.last,
            last.isDigit, bytes.allSatisfy(\.isLetterOrDigit)
        else { return false }
        var sum = 0
        for (place, byte) in bytes.dropFirst(2).dropLast().enumerated() {
            let value = byte.isDigit ? Int(byte) - 0x30 : (Int(byte) - 3) % 10
            sum += place % 2 == 0 ? value : value * 2
        }
        return (10 - sum % 10) % 10 == Int(last) - 0x30
    }

    /// UPU standard S10: weights 8 6 4 2 3 5 9 7, modulo 11; ten is 0, eleven 5.
    private func isPostal(_ bytes: [UInt8]) -> Bool {
        guard bytes.count == 13, bytes[..<2].allSatisfy(\.isLetter),
            bytes[2..<11].allSatisfy(\.isDigit), bytes[11...].allSatisfy(\.isLetter)
        else { return false }
        let sum = zip(bytes[2..<10], [8, 6, 4, 2, 3, 5, 9, 7]).reduce(0) { sum, pair in
            sum + (Int(pair.0) - 0x30) * pair.1
        }
        let rest = 11 - sum % 11
        let check = rest == 10 ? 0 : rest == 11 ? 5 : rest
        return check == Int(bytes[10]) - 0x30
    }

    /// Express: weights 3 1 7, modulo 11; Ground (the last 15 of 22) and 20 digits: GS1.
    private func isFedEx(_ digits: [Int]) -> Bool {
        switch digits.count {
        case 12:
            let weights = [3, 1, 7]
            let sum = digits.dropLast().enumerated().reduce(0) { $0 + $1.1 * weights[$1.0 % 3] }
            return sum % 11 % 10 == digits[11]
        case 15, 20: return isGS1(digits[...])
        case 22: return digits.starts(with: [9, 6]) && isGS1(digits.suffix(15))
        case _: return false
        }
    }

    /// Express: nine digits modulo 7; Identcode: weights 4 9, modulo 10; NVE: GS1.
    private func isDHL(_ digits: [Int]) -> Bool {
        switch digits.count {
        case 10: return digits.dropLast().reduce(0) { ($0 * 10 + $1) % 7 } == digits[9]
        case 12:
            let sum = digits.dropLast().enumerated().reduce(0) {
                $0 + $1.1 * ($1.0 % 2 == 0 ? 4 : 9)
            }
            return (10 - sum % 10) % 10 == digits[11]
        case 20: return digits.starts(with: [0, 0]) && isGS1(digits[...])
        case _: return false
        }
    }

    /// GS1 General Specifications 7.9: weights 3 and 1 from the right, modulo 10.
    private func isGS1(_ digits: ArraySlice<Int>) -> Bool {
        let sum = digits.reversed().enumerated().reduce(0) { $0 + $1.1 * ($1.0 % 2 == 0 ? 1 : 3) }
        return sum % 10 == 0
    }
}
