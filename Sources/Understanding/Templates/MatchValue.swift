/// What a slot of a template holds, or a context key.
public enum MatchValue: Hashable, Sendable, Codable, CustomStringConvertible {
    case text(String)
    case number(Double)
    case flag(Bool)

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .text("")
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else {
            self = .text(try container.decode(String.self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .flag(let flag): try container.encode(flag)
        }
    }

    /// The text; whole numbers without a fraction.
    public var description: String {
        switch self {
        case .text(let text): return text
        case .number(let number):
            guard let whole = Int(exactly: number) else { return String(number) }
            return String(whole)
        case .flag(let flag): return flag ? "true" : "false"
        }
    }
}
