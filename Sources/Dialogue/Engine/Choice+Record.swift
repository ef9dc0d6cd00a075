import Facts
import Understanding

extension Choice {
    /// The entity is the choice's id, as people write it: without `#`, in small letters.
    func isCalled(_ entity: Value) -> Bool {
        guard case .text(let text) = entity else { return false }
        if id == text { return true }
        func letters(_ text: String) -> [Character] {
            Array(text.lowercased()).filter { $0.isLetter || $0.isNumber }
        }
        let (own, other) = (letters(id), letters(text))
        return own == other || (own.first?.isLetter == true && own.dropFirst() == other[...])
    }

    /// A choice out of the shop's record: `id` and `name`, `price`, and every other plain field as an attribute;
    /// `options_text` beside the record `options` says these once more.
    init?(_ record: Record) {
        guard let id = record["id"]?.text ?? record["id"]?.integer.map(String.init) else {
            return nil
        }
        let known = ["id", "name", "price"]
        var attributes: [Attribute] = []
        for (name, value) in record.fields
        where !known.contains(name) && !record.saysAgain(name) && !Self.counts(name) {
            if let nested = value.record {
                attributes += nested.fields.compactMap { Attribute(name: $0.name, $0.value) }
            } else if let attribute = Attribute(name: name, value) {
                attributes.append(attribute)
            }
        }
        self.init(
            id: id, name: record["name"]?.text ?? id, attributes: attributes,
            price: record["price"]?.money)
    }

    /// How many there are of something tells no product from others: "2" is the second of the list, and not the one
    /// with two versions. Of an order it does: "the one with three things".
    private static func counts(_ field: String) -> Bool {
        ["count", "stock"].contains(field)
            || field.hasSuffix("_count") && field != "items_count"
    }
}

extension Record {
    /// The field is the text of another one that is a record.
    fileprivate func saysAgain(_ name: String) -> Bool {
        name.hasSuffix("_text") && self[String(name.dropLast("_text".count))]?.record != nil
    }
}

extension Choice.Attribute {
    fileprivate init?(name: String, _ value: Value) {
        switch value {
        case .text(let text) where !text.utf8.contains(UInt8(ascii: "_")):
            self.init(name: name, value: text)
        case .text(let text):
            self.init(name: name, value: text.split(separator: "_").joined(separator: " "))
        case .integer(let integer): self.init(name: name, value: String(integer))
        case .number, .flag, .money, .day, .instant, .list, .record: return nil
        }
    }
}
