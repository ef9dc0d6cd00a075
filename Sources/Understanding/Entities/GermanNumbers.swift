/// German numbers written in one word: `zweiundzwanzig`, `dreihundertfünf`, folded (`funf`,
/// `zwolf`).
enum GermanNumbers {
    /// The value of a folded word; nil when it is no compound number below a million.
    static func value(of word: String) -> Int? {
        guard word.utf8.count <= 60, mayBegin(word) else { return nil }
        return thousands(word[...])
    }

    /// A quick look that most words fail: whether a compound number or a half ("zweieinhalb") may begin so.
    static func mayBegin(_ word: String) -> Bool {
        guard word.utf8.count >= 6 else { return false }
        return beginnings.contains(beginning(of: word)) || word.hasPrefix("anderth")
    }

    private static let beginnings: [UInt32] = [
        "ach", "dre", "ein", "elf", "fun", "hun", "neu", "sec", "sie", "tau", "vie", "zeh", "zwa",
        "zwe", "zwo",
    ].map(beginning)

    /// The first three bytes of a word as a number.
    private static func beginning(of word: String) -> UInt32 {
        word.utf8.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static func thousands(_ word: Substring) -> Int? {
        guard let (left, right) = cut(word, at: "tausend") else { return hundreds(word) }
        guard let high = left.isEmpty ? 1 : hundreds(left),
            let low = right.isEmpty ? 0 : hundreds(dropping(right))
        else { return nil }
        return high * 1000 + low
    }

    private static func hundreds(_ word: Substring) -> Int? {
        guard let (left, right) = cut(word, at: "hundert") else { return tens(word) }
        guard let high = left.isEmpty ? 1 : small[left], high < 10,
            let low = right.isEmpty ? 0 : tens(dropping(right))
        else { return nil }
        return high * 100 + low
    }

    private static func tens(_ word: Substring) -> Int? {
        if let value = small[word] ?? round[word] { return value }
        guard let (left, right) = cut(word, at: "und"), let unit = small[left], unit < 10,
            let ten = round[right]
        else { return nil }
        return ten + unit
    }

    /// "hundertundeins" is as good as "hunderteins".
    private static func dropping(_ word: Substring) -> Substring {
        word.hasPrefix("und") ? word.dropFirst(3) : word
    }

    /// What is before and after the first `part`.
    private static func cut(_ word: Substring, at part: String) -> (Substring, Substring)? {
        let bytes = Array(word.utf8)
        let wanted = Array(part.utf8)
        guard bytes.count >= wanted.count else { return nil }
        for start in 0...(bytes.count - wanted.count)
        where bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
            let left = String(decoding: bytes[..<start], as: UTF8.self)
            let right = String(decoding: bytes[(start + wanted.count)...], as: UTF8.self)
            return (left[...], right[...])
        }
        return nil
    }

    private static let small: [Substring: Int] = [
        "ein": 1, "eins": 1, "zwei": 2, "zwo": 2, "drei": 3, "vier": 4, "funf": 5, "sechs": 6,
        "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwolf": 12, "dreizehn": 13,
        "vierzehn": 14, "funfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18,
        "neunzehn": 19,
    ]

    private static let round: [Substring: Int] = [
        "zwanzig": 20, "dreissig": 30, "vierzig": 40, "funfzig": 50, "sechzig": 60, "siebzig": 70,
        "achtzig": 80, "neunzig": 90,
    ]
}
