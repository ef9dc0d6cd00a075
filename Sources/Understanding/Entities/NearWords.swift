/// Finds the known word that is one edit away (a letter more, less, replaced, or two swapped).
///
/// Symmetric deletes (W. Garbe, SymSpell): every known word is indexed under itself and under each
/// form
/// with one letter removed.
struct NearWords: Sendable {
    /// Shorter words are never corrected.
    static let shortest = 5
    private var index: [String: [String]] = [:]
    private var known: Set<String> = []

    var isEmpty: Bool { known.isEmpty }

    func contains(_ word: String) -> Bool { known.contains(word) }

    mutating func add(_ word: String) {
        guard known.insert(word).inserted, NearWords.isLongEnough(word) else { return }
        for form in NearWords.forms(of: word) { index[form, default: []].append(word) }
    }

    /// The word itself when known, else the only known word one edit away; nil when there is none
    /// or several.
    func nearest(to word: String) -> String? {
        if known.contains(word) { return word }
        guard NearWords.isLongEnough(word), word.utf8.count <= 32 else { return nil }
        var found: String?
        for form in NearWords.forms(of: word) {
            for candidate in index[form] ?? [] where candidate != found {
                guard NearWords.isOneEdit(Array(word.utf8), Array(candidate.utf8)) else { continue }
                if found != nil { return nil }
                found = candidate
            }
        }
        return found
    }

    private static func isLongEnough(_ word: String) -> Bool { word.utf8.count >= shortest }

    /// The word and each form with one byte removed; only words of ASCII letters.
    private static func forms(of word: String) -> [String] {
        let bytes = Array(word.utf8)
        guard bytes.allSatisfy(\.isLetter) else { return [word] }
        return [word]
            + bytes.indices.map { place in
                String(decoding: bytes[..<place] + bytes[(place + 1)...], as: UTF8.self)
            }
    }

    /// Whether two words differ by exactly one insertion, deletion, replacement or transposition.
    static func isOneEdit(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard abs(left.count - right.count) <= 1, left != right else { return false }
        var start = 0
        while start < min(left.count, right.count), left[start] == right[start] { start += 1 }
        var leftEnd = left.count
        var rightEnd = right.count
        while leftEnd > start, rightEnd > start, left[leftEnd - 1] == right[rightEnd - 1] {
            leftEnd -= 1
            rightEnd -= 1
        }
        let gaps = (leftEnd - start, rightEnd - start)
        if gaps == (1, 1) || gaps == (1, 0) || gaps == (0, 1) { return true }
        return gaps == (2, 2) && left[start] == right[start + 1] && left[start + 1] == right[start]
    }
}
