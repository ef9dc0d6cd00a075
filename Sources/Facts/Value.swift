/// Any value that flows, rules, actions and the shop exchange.
///
/// As JSON: text, numbers and flags are themselves, a list is an array, a record an object; money is
/// `{"$money": "12.50 EUR"}`, a day `{"$day": "2026-03-02"}`, an instant `{"$instant": 1772442840000}`.
public indirect enum Value: Hashable, Sendable {
    case text(String)
    case integer(Int)
    case number(Double)
    case flag(Bool)
    case money(Money)
    case day(Day)
    case instant(Instant)
    case list([Value])
    case record(Record)
}

extension Value {
    public var text: String? { if case .text(let text) = self { text } else { nil } }
    public var integer: Int? { if case .integer(let integer) = self { integer } else { nil } }
    public var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }
    public var money: Money? { if case .money(let money) = self { money } else { nil } }
    public var list: [Value]? { if case .list(let list) = self { list } else { nil } }
    public var record: Record? { if case .record(let record) = self { record } else { nil } }

    /// A value without parts as it is written everywhere; nil for a list and a record, and for an
    /// instant, whose words depend on the reader.
    public var plainText: String? {
        switch self {
        case .text(let text): text
        case .integer(let integer): String(integer)
        case .number(let number): String(number)
        case .flag(let flag): String(flag)
        case .money(let money): "\(money.decimalText) \(money.currency)"
        case .day(let day): day.iso
        case .instant, .list, .record: nil
        }
    }

    /// The value at `path` inside nested records; `count` of a list is its length; nil where a step is missing.
    public func value(at path: [String]) -> Value? { value(at: path[...]) }

    /// The same of the rest of a path.
    public func value(at path: ArraySlice<String>) -> Value? {
        var current = self
        for name in path {
            switch current {
            case .record(let record):
                guard let next = record[name] else { return nil }
                current = next
            case .list(let items) where name == "count":
                current = .integer(items.count)
            case .text, .integer, .number, .flag, .money, .day, .instant, .list:
                return nil
            }
        }
        return current
    }

    /// What identifies the value to the shop: a record's `id` (or `name`), a list's members' ids, else itself.
    public var identity: Value {
        switch self {
        case .record(let record): record["id"] ?? record["name"] ?? self
        case .list(let items): .list(items.map(\.identity))
        case .text, .integer, .number, .flag, .money, .day, .instant: self
        }
    }
}

extension Value: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let integer = try? container.decode(Int.self) {
            self = .integer(integer)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([Value].self) {
            self = .list(list)
        } else {
            self = Value(tagged: try container.decode(Record.self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .integer(let integer): try container.encode(integer)
        case .number(let number): try container.encode(number)
        case .flag(let flag): try container.encode(flag)
        case .money(let money):
            try container.encode(["$money": "\(money.decimalText) \(money.currency)"])
        case .day(let day): try container.encode(["$day": day.iso])
        case .instant(let instant): try container.encode(["$instant": instant.milliseconds])
        case .list(let list): try container.encode(list)
        case .record(let record): try container.encode(record)
        }
    }

    /// Money, a day or an instant out of its tagged record; any other record is itself.
    private init(tagged record: Record) {
        guard record.names.count == 1 else {
            self = .record(record)
            return
        }
        let moneyParts = record["$money"]?.text?.split(separator: " ") ?? []
        if moneyParts.count == 2,
            let money = Money(decimalText: String(moneyParts[0]), currency: String(moneyParts[1]))
        {
            self = .money(money)
        } else if let day = record["$day"]?.text.flatMap(Day.init(iso:)) {
            self = .day(day)
        } else if let milliseconds = record["$instant"]?.integer {
            self = .instant(Instant(milliseconds: Int64(milliseconds)))
        } else {
            self = .record(record)
        }
    }
}
