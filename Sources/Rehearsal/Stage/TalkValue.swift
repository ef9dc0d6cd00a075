import Facts

/// Values as transcripts write and read them.
extension Value {
    /// Digits are an integer, `12.50 EUR` is money, `2026-03-02` a day, `true` a flag; else it is text.
    init(talk text: String) {
        let words = text.split(separator: " ")
        if let integer = Int(text) {
            self = .integer(integer)
        } else if text == "true" || text == "false" {
            self = .flag(text == "true")
        } else if let day = Day(iso: text) {
            self = .day(day)
        } else if words.count == 2, words[1].count == 3, words[1].allSatisfy(\.isUppercase),
            let money = Money(decimalText: String(words[0]), currency: String(words[1]))
        {
            self = .money(money)
        } else {
            self = .text(text)
        }
    }

    /// The value as a transcript writes it: a choice by its name, a list with commas.
    var talkText: String {
        if case .instant(let instant) = self { return Zone.utc.civil(at: instant).day.iso }
        if let list { return list.map(\.talkText).joined(separator: ", ") }
        guard let record else { return plainText ?? "" }
        return (record["name"] ?? record["id"])?.talkText
            ?? record.fields.map(\.value.talkText).joined(separator: ", ")
    }

    /// Every way of writing the value: a choice by its id as well as by its name.
    var talkTexts: [String] {
        switch self {
        case .record(let record):
            [record["id"], record["name"]].compactMap { $0?.talkText } + [talkText]
        case .list(let items):
            [
                talkText, items.map(\.identity.talkText).joined(separator: ", "),
                items.map(\.talkText).joined(separator: "+"),
                items.map(\.identity.talkText).joined(separator: "+"),
            ]
        case .money(let money): [talkText, money.decimalText]
        case .text, .integer, .number, .flag, .day, .instant: [talkText]
        }
    }
}

extension Record {
    /// The field that a transcript means by `name`: `order` is also `order_id`, or the name or id inside `order`.
    func talkValue(_ name: String) -> Value? {
        if let value = self[name] ?? self[name + "_id"] { return value }
        if let value = self["\(name).name"] ?? self["\(name).id"] { return value }
        return Value.record(self).value(at: name.split(separator: ".").map(String.init))
    }
}

extension TalkArgument {
    /// Whether the field of that name has the value; `*` fits any.
    func fits(_ record: Record) -> Bool {
        guard let actual = record.talkValue(name) else { return false }
        return value == "*" || actual.talkTexts.contains(value)
    }
}
