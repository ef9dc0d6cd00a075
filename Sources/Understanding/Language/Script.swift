/// The writing system of a letter, as far as it tells languages apart.
enum Script: UInt8, CaseIterable, Sendable {
    case latin, greek, cyrillic, armenian, hebrew, arabic, devanagari, bengali, gurmukhi, gujarati
    case tamil, telugu, kannada, malayalam, sinhala, thai, lao, tibetan, myanmar, georgian
    case ethiopic, khmer, hangul, kana, han

    /// Nil for digits, signs and anything else that is no letter of a known script.
    init?(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF:
            self = .latin
        case 0...0x36F: return nil
        case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
        case 0x400...0x52F: self = .cyrillic
        case 0x530...0x58F: self = .armenian
        case 0x590...0x5FF: self = .hebrew
        case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFC: self = .arabic
        case 0x900...0x963, 0x966...0x97F: self = .devanagari
        case 0x980...0x9FF: self = .bengali
        case 0xA00...0xA7F: self = .gurmukhi
        case 0xA80...0xAFF: self = .gujarati
        case 0xB80...0xBFF: self = .tamil
        case 0xC00...0xC7F: self = .telugu
        case 0xC80...0xCFF: self = .kannada
        case 0xD00...0xD7F: self = .malayalam
        case 0xD80...0xDFF: self = .sinhala
        case 0xE00...0xE7F: self = .thai
        case 0xE80...0xEFF: self = .lao
        case 0xF00...0xFFF: self = .tibetan
        case 0x1000...0x109F: self = .myanmar
        case 0x10A0...0x10FF: self = .georgian
        case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7A3: self = .hangul
        case 0x1200...0x137F: self = .ethiopic
        case 0x1780...0x17FF: self = .khmer
        case 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0xFF66...0xFF9D:
            self = .kana
        case 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3134F:
            self = .han
        default: return nil
        }
    }

    /// Words stand without blanks between them.
    var hasNoWordBreaks: Bool { self == .kana || self == .han }
}

/// How many letters of each script a text has.
struct ScriptCounts: Sendable, Equatable {
    private var counts = [Int](repeating: 0, count: Script.allCases.count)
    /// The sum.
    private(set) var total = 0
    /// Of the kana: the letters of Japanese grammar.
    private var hiragana = 0
    /// A text with one hiragana in so many letters is Japanese, whatever names stand in it ("sageです").
    private static let hiraganaShare = 12

    init() {}

    mutating func add(_ script: Script, _ scalar: Unicode.Scalar) {
        counts[Int(script.rawValue)] += 1
        total += 1
        if (0x3041...0x309F).contains(scalar.value) { hiragana += 1 }
    }

    mutating func add(_ other: ScriptCounts) {
        for index in counts.indices { counts[index] += other.counts[index] }
        total += other.total
        hiragana += other.hiragana
    }

    func write(to writer: inout ByteWriter) {
        writer.array(counts.map(Int32.init(clamping:)))
        writer.array([Int32(clamping: total), Int32(clamping: hiragana)])
    }

    /// The counts of some bytes; nil where they are none.
    init?(from reader: inout ByteReader) {
        guard let counts: [Int32] = reader.array(), counts.count == Script.allCases.count,
            let sums: [Int32] = reader.array(), sums.count == 2
        else { return nil }
        self.counts = counts.map(Int.init)
        total = Int(sums[0])
        hiragana = Int(sums[1])
    }

    subscript(script: Script) -> Int { counts[Int(script.rawValue)] }

    /// The script that decides: the most frequent, but kana before Han where both stand.
    var leading: Script? {
        if hiragana > 0, hiragana * Self.hiraganaShare >= total { return .kana }
        if self[.kana] > 0, self[.kana] * 10 >= self[.han], self[.kana] + self[.han] > total / 2 {
            return .kana
        }
        var best = 0
        for index in counts.indices where counts[index] > counts[best] { best = index }
        return counts[best] > 0 ? Script(rawValue: UInt8(best)) : nil
    }
}
