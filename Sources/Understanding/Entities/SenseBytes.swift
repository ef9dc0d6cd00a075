/// A sense as plain numbers, for a cache. If you add a field to it, add it here.
extension Sense {
    /// How many numbers each is.
    static let width = 11
    /// Stands for nothing.
    private static let nothing = Int64.min

    var numbers: [Int64] {
        func number(_ value: Int?) -> Int64 { value.map(Int64.init) ?? Self.nothing }
        return [
            Int64(bitPattern: roles.rawValue), self.number?.kind ?? Self.nothing,
            number(self.number?.value), number(ordinal), number(dayOffset), number(clock),
            number(month), number(weekday),
            number(period.map { Period.all.firstIndex(of: $0) ?? 0 }),
            currency == nil ? 0 : 1, currency.map { Int64($0.letters) } ?? 0,
        ]
    }

    /// `numbers` are at least `width`.
    init(_ numbers: ArraySlice<Int64>) {
        let first = numbers.startIndex
        func number(_ place: Int) -> Int? {
            let number = numbers[first + place]
            return number == Self.nothing ? nil : Int(number)
        }
        roles = Roles(rawValue: UInt64(bitPattern: numbers[first]))
        self.number = number(1).flatMap { NumberWord(kind: $0, value: number(2) ?? 0) }
        ordinal = number(3)
        dayOffset = number(4)
        clock = number(5)
        month = number(6)
        weekday = number(7)
        period = number(8).flatMap { Period.all.indices.contains($0) ? Period.all[$0] : nil }
        currency =
            number(9) == 1
            ? CurrencyName(letters: UInt32(truncatingIfNeeded: numbers[first + 10])) : nil
    }
}

extension Period {
    fileprivate static let all: [Period] = [.day, .week, .month, .year, .fortnight, .hour, .minute]
}

extension NumberWord {
    fileprivate var kind: Int64 {
        switch self {
        case .unit: 0
        case .round: 1
        case .hundred: 2
        case .scale: 3
        }
    }

    fileprivate var value: Int {
        switch self {
        case .unit(let value), .round(let value), .scale(let value): value
        case .hundred: 100
        }
    }

    fileprivate init?(kind: Int, value: Int) {
        switch kind {
        case 0: self = .unit(value)
        case 1: self = .round(value)
        case 2: self = .hundred
        case 3: self = .scale(value)
        default: return nil
        }
    }
}

extension Answer {
    private static let all: [(name: String, answer: Answer)] = [
        ("sure yes", .sure(.yes)), ("sure no", .sure(.no)), ("sure maybe", .sure(.maybe)),
        ("clause yes", .clause(.yes)), ("clause no", .clause(.no)),
        ("clause maybe", .clause(.maybe)), ("weak yes", .weak(.yes)), ("weak no", .weak(.no)),
        ("weak maybe", .weak(.maybe)), ("blocked", .blocked), ("bare no", .bareNo),
    ]

    var name: String { Self.all.first { $0.answer == self }?.name ?? "" }

    init?(named name: String) {
        guard let known = Self.all.first(where: { $0.name == name }) else { return nil }
        self = known.answer
    }
}
