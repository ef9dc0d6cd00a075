/// What a `{slot}` of a template accepts.
public enum SlotList: Equatable, Sendable, Codable {
    case values([SlotValue])
    case range(SlotRange)
    /// Any text that is not empty, as short as the rest of the template allows.
    case wildcard

    private enum CodingKeys: String, CodingKey {
        case values, range, wildcard
    }

    public init(from decoder: any Decoder) throws {
        if let values = try? decoder.singleValueContainer().decode([SlotValue].self) {
            self = .values(values)
            return
        }
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let range = try container.decodeIfPresent(SlotRange.self, forKey: .range) {
            self = .range(range)
        } else if try container.decodeIfPresent(Bool.self, forKey: .wildcard) == true {
            self = .wildcard
        } else {
            self = .values(try container.decodeIfPresent([SlotValue].self, forKey: .values) ?? [])
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .values(let values): try container.encode(values, forKey: .values)
        case .range(let range): try container.encode(range, forKey: .range)
        case .wildcard: try container.encode(true, forKey: .wildcard)
        }
    }
}

/// One value of a list.
public struct SlotValue: Equatable, Sendable, Codable {
    /// The words, a template without slots.
    public var input: String
    /// What the slot holds; the words themselves by default.
    public var output: MatchValue
    /// Context that the value brings: `domain: light`.
    public var context: [String: MatchValue]

    public init(_ input: String, output: MatchValue? = nil, context: [String: MatchValue] = [:]) {
        self.input = input
        self.output = output ?? .text(input)
        self.context = context
    }

    private enum CodingKeys: String, CodingKey {
        case input = "in"
        case output = "out"
        case context
    }

    public init(from decoder: any Decoder) throws {
        if let input = try? decoder.singleValueContainer().decode(MatchValue.self) {
            self.init(input.description, output: input)
            return
        }
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let input = try container.decode(MatchValue.self, forKey: .input)
        self.init(
            input.description,
            output: try container.decodeIfPresent(MatchValue.self, forKey: .output) ?? input,
            context: try container.decodeIfPresent([String: MatchValue].self, forKey: .context)
                ?? [:])
    }
}

/// Numbers from `from` to `to`, in digits or in the number words of the list.
public struct SlotRange: Equatable, Sendable, Codable {
    public var from: Double
    public var to: Double
    public var step: Double
    /// The slot holds the number times this.
    public var multiplier: Double
    public var fractions: Fractions?

    public enum Fractions: String, Sendable, Codable {
        case halves, tenths
    }

    public init(
        from: Double, to: Double, step: Double = 1, multiplier: Double = 1,
        fractions: Fractions? = nil
    ) {
        self.from = from
        self.to = to
        self.step = step
        self.multiplier = multiplier
        self.fractions = fractions
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            from: try container.decode(Double.self, forKey: .from),
            to: try container.decode(Double.self, forKey: .to),
            step: try container.decodeIfPresent(Double.self, forKey: .step) ?? 1,
            multiplier: try container.decodeIfPresent(Double.self, forKey: .multiplier) ?? 1,
            fractions: try container.decodeIfPresent(Fractions.self, forKey: .fractions))
    }

    /// Whether the range holds the number, by its steps or its fractions.
    func contains(_ number: Double) -> Bool {
        guard number >= from, number <= to else { return false }
        switch fractions {
        case .halves: return (number * 2).rounded() == number * 2
        case .tenths: return abs((number * 10).rounded() - number * 10) < 1e-6
        case nil:
            guard step > 0 else { return number.rounded() == number }
            let steps = (number - from) / step
            return abs(steps.rounded() - steps) < 1e-9
        }
    }
}
