import Facts

/// One case of the recogniser suite (Recognizers-Text, MIT): a text and what is to be found in it.
public struct SuiteCase: Codable, Sendable {
    /// `Number`, `Ordinal`, `Percent`, `Currency`, `PhoneNumber`, `Email`, `URL`, `Boolean`,
    /// `DateTime`.
    public var kind: String
    public var input: String
    /// The moment that relative dates count from, `2016-11-07T00:00:00`; nil where none is needed.
    public var reference: String?
    public var results: [SuiteResult]

    public init(kind: String, input: String, reference: String?, results: [SuiteResult]) {
        self.kind = kind
        self.input = input
        self.reference = reference
        self.results = results
    }

    /// Whether the found results agree: count, text, type and value; the place where the case gives
    /// one
    /// and the kind is a number, a unit or a date.
    public func agrees(with found: [SuiteResult]) -> Bool {
        guard found.count == results.count else { return false }
        let comparesPlace = !["PhoneNumber", "Email", "URL", "Boolean"].contains(kind)
        return zip(results, found).allSatisfy { wanted, found in
            wanted.text.lowercased() == found.text.lowercased() && wanted.type == found.type
                && wanted.value == found.value
                && (!comparesPlace || wanted.start == nil || wanted.start == found.start)
                && (!comparesPlace || wanted.end == nil || wanted.end == found.end)
        }
    }
}

/// One thing found, in the suite's form.
public struct SuiteResult: Codable, Sendable, Equatable {
    public var text: String
    public var type: String
    /// The resolution: its value, unit or, for dates, every value with its timex.
    public var value: [String]
    /// Offsets in Unicode scalars; `end` is inclusive.
    public var start: Int?
    public var end: Int?

    private enum CodingKeys: String, CodingKey {
        case text = "Text"
        case type = "TypeName"
        case value = "Resolution"
        case start = "Start"
        case end = "End"
    }

    public init(text: String, type: String, value: [String], start: Int?, end: Int?) {
        self.text = text
        self.type = type
        self.value = value
        self.start = start
        self.end = end
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        text = try container.decode(String.self, forKey: .text)
        type = try container.decode(String.self, forKey: .type)
        start = try container.decodeIfPresent(Int.self, forKey: .start)
        end = try container.decodeIfPresent(Int.self, forKey: .end)
        value = try container.decodeIfPresent(Resolution.self, forKey: .value)?.parts ?? []
    }

    /// The parts of a resolution that are compared.
    private struct Resolution: Decodable {
        var parts: [String]

        private enum Keys: String, CodingKey {
            case value, unit, isoCurrency, values, offset, relativeTo
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Keys.self)
            if let values = try container.decodeIfPresent([[String: String]].self, forKey: .values)
            {
                parts = values.map { value in
                    ["timex", "Mod", "value", "start", "end"].compactMap { value[$0] }
                        .joined(separator: " ")
                }
                return
            }
            if let flag = try? container.decode(Bool.self, forKey: .value) {
                parts = [String(flag)]
                return
            }
            let keys: [Keys] = [.value, .unit, .isoCurrency]
            parts = try keys.compactMap { try container.decodeIfPresent(String.self, forKey: $0) }
        }
    }
}
