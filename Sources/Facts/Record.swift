/// Named values. Iteration is always in the order of the names, never in hash order.
///
/// A list in that order: a record has a handful of fields, and a few short names are compared faster than one is
/// hashed.
public struct Record: Sendable, ExpressibleByDictionaryLiteral {
    /// The fields in the order of their names.
    public private(set) var fields: [(name: String, value: Value)]

    public init(_ values: [String: Value] = [:]) {
        fields = values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Of fields with the same name the last one counts.
    public init(dictionaryLiteral elements: (String, Value)...) {
        fields = []
        fields.reserveCapacity(elements.count)
        for (name, value) in elements { self[name] = value }
    }

    public subscript(name: String) -> Value? {
        get {
            let place = place(of: name)
            return isNamed(name, at: place) ? fields[place].value : nil
        }
        set {
            let place = place(of: name)
            switch (isNamed(name, at: place), newValue) {
            case (true, let value?): fields[place].value = value
            case (true, nil): fields.remove(at: place)
            case (false, let value?) where place == fields.count: fields.append((name, value))
            case (false, let value?): fields.insert((name, value), at: place)
            case (false, nil): break
            }
        }
    }

    /// The names in ascending order.
    public var names: [String] { fields.map(\.name) }

    public var isEmpty: Bool { fields.isEmpty }

    /// These fields, with those of `other` in place of equal names.
    public func merging(_ other: Record) -> Record {
        if isEmpty { return other }
        var merged = Record()
        merged.fields.reserveCapacity(fields.count + other.fields.count)
        var next = 0
        for field in other.fields {
            while next < fields.count, fields[next].name < field.name {
                merged.fields.append(fields[next])
                next += 1
            }
            if next < fields.count, fields[next].name == field.name { next += 1 }
            merged.fields.append(field)
        }
        merged.fields += fields[next...]
        return merged
    }

    /// Where the field stands, or where it would be put; most records are made in the order of their names.
    private func place(of name: String) -> Int {
        guard let last = fields.last, name <= last.name else { return fields.count }
        var (low, high) = (0, fields.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if fields[middle].name < name { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func isNamed(_ name: String, at place: Int) -> Bool {
        place < fields.count && fields[place].name == name
    }
}

extension Record: Hashable {
    public static func == (left: Record, right: Record) -> Bool {
        left.fields.elementsEqual(right.fields) { $0 == $1 }
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(fields.count)
        for (name, value) in fields {
            hasher.combine(name)
            hasher.combine(value)
        }
    }
}

extension Record: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode([String: Value].self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(
            Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0.value) }))
    }
}
