/// Reads Japanese numbers character by character: 12, 千二百, 三万五千, 1万2千, ふたつ.
struct JapaneseNumbers {
    let reading: Reading

    struct Found {
        var number: DecimalNumber
        var end: Int
        /// Of kanji or kana alone: it may be part of another word.
        var isKanji: Bool
        /// A number that ends in its own counter (ひとつ).
        var isCounted = false

        /// The whole number; nil for a fraction.
        var value: Int? { number.isWhole ? number.digits : nil }
    }

    /// Tokens of one number.
    private static let limit = 16

    /// The number that starts at token `index`; nil for a character of a longer word (一緒, 千代田).
    func number(at index: Int) -> Found? {
        if let native = native(at: index) { return native }
        guard let found = sum(from: index) else { return nil }
        guard found.isKanji, found.end == index + 1 else { return found }
        return isWordPart(index) ? nil : found
    }

    /// Digits, kanji digits and steps added up.
    private func sum(from index: Int) -> Found? {
        var total = 0
        var part = 0
        var pending: Int?
        var isKanji = true
        var next = index
        while next < reading.count, next - index < Self.limit {
            let key = reading.key(next)
            if let digit = Self.digits[key] {
                guard let value = joined(pending, digit) else { return nil }
                pending = value
            } else if let step = Self.steps[key] {
                guard let value = scaled(pending ?? 1, step, onto: part) else { return nil }
                part = value
                pending = nil
            } else if let scale = Self.scales[key] {
                let base = part + (pending ?? (part == 0 ? 1 : 0))
                guard let value = scaled(base, scale, onto: total) else { return nil }
                total = value
                part = 0
                pending = nil
            } else if pending == nil,
                let written = NumberReader(reading: reading).written(at: next)
            {
                guard written.number.isWhole else { return fraction(written, index, next) }
                pending = written.number.digits
                isKanji = false
                next = written.end
                continue
            } else {
                break
            }
            next += 1
        }
        guard next > index, let value = scaled(pending ?? 0, 1, onto: total) else { return nil }
        let (sum, overflow) = value.addingReportingOverflow(part)
        guard !overflow else { return nil }
        return Found(number: DecimalNumber(digits: sum), end: next, isKanji: isKanji)
    }

    /// 2.5, 3.5万.
    private func fraction(_ written: NumberReader.Found, _ index: Int, _ next: Int) -> Found? {
        guard next == index else { return nil }
        guard let scale = Self.scales[reading.key(written.end)] else {
            return Found(number: written.number, end: written.end, isKanji: false)
        }
        return written.number.times(scale).map {
            Found(number: $0, end: written.end + 1, isKanji: false)
        }
    }

    private func joined(_ pending: Int?, _ digit: Int) -> Int? {
        scaled(pending ?? 0, 10, onto: digit)
    }

    private func scaled(_ value: Int, _ factor: Int, onto sum: Int) -> Int? {
        let (product, tooLarge) = value.multipliedReportingOverflow(by: factor)
        let (total, overflow) = product.addingReportingOverflow(sum)
        return tooLarge || overflow ? nil : total
    }

    /// Whether a lone kanji number belongs to a longer word: 一緒, 千代田, 統一.
    private func isWordPart(_ index: Int) -> Bool {
        if isHan(index - 1), !Self.leaders.contains(reading.key(index - 1)) { return true }
        return isHan(index + 1) && !Self.counters.contains(reading.key(index + 1))
    }

    private func isHan(_ index: Int) -> Bool {
        guard let scalar = reading.key(index).unicodeScalars.first else { return false }
        return Script(scalar) == .han
    }

    /// ひとつ … とお.
    private func native(at index: Int) -> Found? {
        guard Self.nativeStarts.contains(reading.key(index)) else { return nil }
        for (place, word) in Self.native.enumerated() where reading.spells(word, at: index) {
            return Found(
                number: DecimalNumber(digits: place + 1), end: index + word.count, isKanji: true,
                isCounted: true)
        }
        return nil
    }

    private static let native = ["ひとつ", "ふたつ", "みっつ", "よっつ", "いつつ", "むっつ", "ななつ", "やっつ", "ここのつ"]
    private static let nativeStarts: [String] = ["ひ", "ふ", "み", "よ", "い", "む", "な", "や", "こ"]
    private static let digits: [String: Int] = [
        "〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    private static let steps: [String: Int] = ["十": 10, "百": 100, "千": 1000]
    private static let scales: [String: Int] = ["万": 10_000, "億": 100_000_000]
    /// What a number without digits begins with.
    static let beginnings = nativeStarts + digits.keys + steps.keys + scales.keys
    private static let leaders: Set<String> = [
        "第", "約", "全", "計", "月", "年", "日", "各", "前", "後", "数", "午", "週", "円", "時",
    ]
    private static let counters: Set<String> = Set(
        "個本枚人件点着足台冊回番円日月年週時分秒箱袋組種倍割階号歳匹杯通名度目以前後週周丁".map(String.init))
}

extension Reading {
    /// Whether the tokens from `index` on are the characters of `word`.
    func spells(_ word: String, at index: Int) -> Bool {
        // Most words begin otherwise.
        guard word.isEmpty || key(index).unicodeScalars.first == word.unicodeScalars.first else {
            return false
        }
        var next = index
        for character in word {
            guard key(next).unicodeScalars.elementsEqual(String(character).unicodeScalars) else {
                return false
            }
            next += 1
        }
        return true
    }
}
