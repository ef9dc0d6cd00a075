import Facts

/// What the shop's texts are in the customer's language: its phrases, and amounts ("35.00 EUR") as they are written
/// there.
struct SaidByShop {
    let book: DialogueBook
    let language: String
    let isSpoken: Bool

    /// Every text in the value.
    func value(_ value: Value) -> Value {
        switch value {
        case .text(let text): .text(self.text(text))
        case .list(let items): .list(items.map(self.value))
        case .record(let record): .record(self.record(record))
        case .integer, .number, .flag, .money, .day, .instant: value
        }
    }

    /// What a reply reads of the value: the texts at the ends of these paths. The rest is left out of records.
    func value(_ value: Value, at paths: [ArraySlice<String>]) -> Value {
        if paths.contains(where: \.isEmpty) { return self.value(value) }
        guard case .record(let record) = value else { return value }
        var own = Record()
        for name in paths.compactMap(\.first) where own[name] == nil {
            let behind = paths.filter { $0.first == name }.map { $0.dropFirst() }
            own[name] = record[name].map { self.value($0, at: behind) }
        }
        return .record(own)
    }

    func text(_ text: String) -> String {
        guard let phrases = book.shopPhrases[language], !phrases.isEmpty else {
            return withAmounts(text)
        }
        guard text.hasBytes(of: "; ") else { return withAmounts(phrases.said(for: text) ?? text) }
        // "color: black; size: L" is said option by option.
        let said = text.split(separator: "; ").map(String.init).map { part in
            phrases.said(for: part) ?? part
        }
        return withAmounts(said.joined(separator: "; "))
    }

    private func record(_ record: Record) -> Record {
        var own = Record()
        for (name, value) in record.fields { own[name] = self.value(value) }
        return own
    }

    // MARK: Amounts

    private func withAmounts(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.count > 7, bytes.contains(UInt8(ascii: ".")) else { return text }
        var out: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if let amount = amount(in: bytes, at: index) {
                out += Array(written(amount.money).utf8)
                index = amount.end
            } else {
                out.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// `1234.50 EUR` that begins at the byte: digits, two decimals, three capitals, and nothing attached to them.
    private func amount(in bytes: [UInt8], at start: Int) -> (money: Money, end: Int)? {
        func byte(_ index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0 }
        func isDigit(_ index: Int) -> Bool { (0x30...0x39).contains(byte(index)) }
        func isCapital(_ index: Int) -> Bool { (0x41...0x5A).contains(byte(index)) }
        func isLetter(_ index: Int) -> Bool { (0x61...0x7A).contains(byte(index) | 0x20) }
        guard isDigit(start), !isDigit(start - 1), !isLetter(start - 1),
            !".,".utf8.contains(byte(start - 1))
        else { return nil }
        var point = start
        while isDigit(point), point - start < 13 { point += 1 }
        let code = point + 4
        guard byte(point) == UInt8(ascii: "."), isDigit(point + 1), isDigit(point + 2),
            byte(point + 3) == UInt8(ascii: " "), (code..<code + 3).allSatisfy(isCapital),
            !isLetter(code + 3), !isDigit(code + 3)
        else { return nil }
        let digits = bytes[start..<point] + bytes[point + 1..<point + 3]
        guard let units = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
        let currency = String(decoding: bytes[code..<code + 3], as: UTF8.self)
        return (Money(minorUnits: units, currency: currency), code + 3)
    }

    private func written(_ money: Money) -> String {
        guard money.decimalText.contains(".") else {
            return "\(money.decimalText) \(money.currency)"
        }
        return price(money)
    }

    /// An amount as it is written in the language.
    func price(_ money: Money) -> String {
        guard let template = Self.amount else { return "\(money.decimalText) \(money.currency)" }
        var options = book.formatting
        options.channel = isSpoken ? .speech : .chat
        return template.format(["amount": .money(money)], locale: language, options: options).text
    }

    private static let amount = try? MessageTemplate(parsing: "{$amount}")
}
