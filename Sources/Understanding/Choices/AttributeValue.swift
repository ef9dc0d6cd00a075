/// A value of the choices' options, or a telling part of one, and the choices that have it.
struct AttributeValue: Sendable {
    var stems: [String]
    /// The choices that have exactly this value.
    var exact = Owners()
    /// The choices whose value only contains it.
    var partial = Owners()
    /// The name of an option that is yes or no: the choices where it is no.
    var denied: ChoiceSet?

    /// The bare number of a value with a unit.
    var isMeasure: Bool { stems.count == 1 && exact.all.isEmpty && Self.isMeasure(stems[0]) }

    /// The bare digit of a value with a unit, which says something only beside the option's name: "8 RAM".
    var isDigit: Bool {
        stems.count == 1 && exact.all.isEmpty && stems[0].utf8.count == 1
            && Self.isNumber(stems[0])
    }

    /// A number of more than one digit: "90", "0.8".
    static func isMeasure(_ stem: String) -> Bool { stem.utf8.count > 1 && isNumber(stem) }

    static func isNumber(_ stem: String) -> Bool {
        stem.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
    }

    /// The options that it may be a value of, sorted.
    var attributes: [String] {
        var names = exact.all.map(\.attribute)
        names += partial.all.map(\.attribute).filter { !names.contains($0) }
        return names.count > 1 ? names.sorted() : names
    }

    func isOf(_ attribute: String) -> Bool {
        exact[attribute] != nil || partial[attribute] != nil
    }

    /// The choices that have a value, by the option that it is one of: seldom more than one.
    struct Owners: Sendable {
        private(set) var all: [(attribute: String, choices: ChoiceSet)] = []

        subscript(attribute: String) -> ChoiceSet? {
            all.first { $0.attribute == attribute }?.choices
        }

        mutating func insert(_ choices: ChoiceSet, of attribute: String) {
            if let place = all.firstIndex(where: { $0.attribute == attribute }) {
                all[place].choices.formUnion(choices)
            } else {
                all.append((attribute, choices))
            }
        }
    }
}
