public import Facts

extension JSON {
    /// The value in the form of its `Codable`: money, days and instants as tagged objects.
    public init(_ value: Facts.Value) {
        switch value {
        case .text(let text): self = .string(text)
        case .integer(let integer): self = .integer(integer)
        case .number(let number): self = .number(number)
        case .flag(let flag): self = .bool(flag)
        case .money(let money):
            self = ["$money": .string("\(money.decimalText) \(money.currency)")]
        case .day(let day): self = ["$day": .string(day.iso)]
        case .instant(let instant): self = ["$instant": .integer(Int(instant.milliseconds))]
        case .list(let list): self = .array(list.map { JSON($0) })
        case .record(let record): self.init(record)
        }
    }

    /// An object with the fields in the order of their names.
    public init(_ record: Record) {
        self = .object(record.fields.map { Member($0.name, JSON($0.value)) })
    }
}

extension Value {
    /// The value that `json` stands for; nil for `null`, alone or inside.
    public init?(json: JSON) {
        switch json {
        case .null: return nil
        case .bool(let bool): self = .flag(bool)
        case .integer(let integer): self = .integer(integer)
        case .number(let number): self = .number(number)
        case .string(let string): self = .text(string)
        case .array(let elements):
            let values = elements.compactMap { Value(json: $0) }
            guard values.count == elements.count else { return nil }
            self = .list(values)
        case .object(let members):
            if let tagged = Value(taggedMembers: members) {
                self = tagged
            } else if let record = Record(json: json) {
                self = .record(record)
            } else {
                return nil
            }
        }
    }

    /// Money, a day or an instant; nil for any other object.
    private init?(taggedMembers members: [JSON.Member]) {
        guard members.count == 1, let member = members.first else { return nil }
        switch (member.name, member.value) {
        case ("$money", .string(let text)):
            let parts = text.split(separator: " ")
            guard parts.count == 2,
                let money = Money(decimalText: String(parts[0]), currency: String(parts[1]))
            else { return nil }
            self = .money(money)
        case ("$day", .string(let text)):
            guard let day = Day(iso: text) else { return nil }
            self = .day(day)
        case ("$instant", .integer(let milliseconds)):
            self = .instant(Instant(milliseconds: Int64(milliseconds)))
        default:
            return nil
        }
    }
}

extension Record {
    /// The fields of a JSON object; nil for another value, or when a member is `null`.
    public init?(json: JSON) {
        guard case .object(let members) = json else { return nil }
        var values: [String: Value] = [:]
        for member in members {
            guard let value = Value(json: member.value) else { return nil }
            values[member.name] = value
        }
        self.init(values)
    }
}
