/// The words of the choices in a language, for look-up: which word names or describes which choices.
public struct ChoiceIndex: Sendable {
    let choices: [Choice]
    /// Stem of a word in a name → choices that have it.
    private(set) var names: [String: Set<Int>] = [:]
    /// The words of all names, for compounds and spelling; in a stable order.
    private(set) var nameWords: [Piece] = []
    /// Per choice the stems of its name, or of each name where it is a list.
    private(set) var nameStems: [[Set<String>]] = []
    /// Per choice the stem of the last word of its name, or of each name, which says what it is: "helmet" of a cycling
    /// helmet.
    private(set) var heads: [Set<String>] = []
    private(set) var values: [AttributeValue] = []
    private(set) var valueTable = PhraseTable<Int>()
    /// Attribute name → its stems.
    private(set) var attributeStems: [String: [String]] = [:]
    /// Whether some name is a list of names ("Bookshelf, T-Shirt").
    private(set) var hasLists = false
    /// The folded words of each name, what they mean, and the choices that have it.
    private var wholeNames: [(words: [String], meaning: [Float]?, owners: Set<Int>)] = []
    private let likeness: NameLikeness?

    /// A value, or a telling part of one, and the choices that have it.
    struct AttributeValue: Sendable {
        var stems: [String]
        /// Attribute name → choices that have exactly this value.
        var exact: [String: Set<Int>] = [:]
        /// Attribute name → choices whose value only contains it.
        var partial: [String: Set<Int>] = [:]
        /// The name of an attribute that is yes or no: the choices where it is no.
        var denied: Set<Int>?

        /// The bare number of a value with a unit.
        var isMeasure: Bool { stems.count == 1 && exact.isEmpty && Self.isMeasure(stems[0]) }

        /// A number of more than one digit: "90", "0.8".
        static func isMeasure(_ stem: String) -> Bool {
            stem.utf8.count > 1 && stem.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
        }
    }

    /// A word of that stem is in a name or a value.
    func knows(_ stem: String) -> Bool {
        names[stem] != nil || values.contains { $0.stems.contains(stem) }
    }

    /// `cut` are texts of choices that are cut into words already; it learns those of these choices.
    init(
        _ choices: [Choice], cutter: PieceCutter, ignored: Set<String>, likeness: NameLikeness?,
        _ cut: inout CutTexts
    ) {
        self.choices = choices
        self.likeness = likeness
        func pieces(_ text: String) -> [Piece] { cut.pieces(of: text, cutter) }
        var places: [[String]: Int] = [:]
        for (index, choice) in choices.enumerated() {
            let parts = choice.name.split(separator: ",").map {
                pieces(String($0.drop { $0 == " " }))
            }
            nameStems.append(parts.map { addName($0, index, ignored) })
            heads.append(Set(parts.flatMap(Self.heads)))
            if parts.count > 1 { hasLists = true }
            for attribute in choice.attributes {
                if attributeStems[attribute.name] == nil {
                    attributeStems[attribute.name] = pieces(attribute.name).map(\.stem)
                }
                let value = pieces(attribute.value)
                addValue(attribute, value, index, ignored, &places)
                addJoined(attribute, value.map(\.word), index, &places, cutting: pieces)
            }
        }
        addFlags()
        for (place, value) in values.enumerated() { valueTable.add(value.stems, place) }
    }

    /// The last word, "shirt" of "T-Shirt", and "tshirt" as it is written too.
    private static func heads(of pieces: [Piece]) -> [String] {
        guard let last = pieces.last else { return [] }
        return [last.stem] + pieces.dropLast().suffix(1).map { $0.word + last.stem }
    }

    /// Notes the words of a name and returns the stems that make it whole.
    private mutating func addName(
        _ pieces: [Piece], _ index: Int, _ ignored: Set<String>
    ) -> Set<String> {
        var stems: Set<String> = []
        if let likeness { addWhole(pieces.map(\.word), index, likeness) }
        for (place, piece) in pieces.enumerated() where !ignored.contains(piece.word) {
            add(name: piece, index)
            stems.insert(piece.stem)
            // "T-Shirt" is written "tshirt" too, "Bookshelf" "book shelf" (see `Mentions`).
            guard place > 0 else { continue }
            let before = pieces[place - 1]
            let joined = before.word + piece.word
            add(name: Piece(stem: before.word + piece.stem, word: joined, token: 0), index)
        }
        return stems.filter { $0.utf8.count > 1 }
    }

    private mutating func addWhole(_ words: [String], _ index: Int, _ likeness: NameLikeness) {
        if let place = wholeNames.firstIndex(where: { $0.words == words }) {
            wholeNames[place].owners.insert(index)
        } else {
            wholeNames.append((words, likeness.meaning(of: words), [index]))
        }
    }

    private mutating func add(name piece: Piece, _ index: Int) {
        guard piece.word.utf8.count > 1, piece.word.utf8.first?.isDigit == false else { return }
        if names[piece.stem] == nil { nameWords.append(piece) }
        names[piece.stem, default: []].insert(index)
    }

    private mutating func addValue(
        _ attribute: Choice.Attribute, _ pieces: [Piece], _ index: Int, _ ignored: Set<String>,
        _ places: inout [[String]: Int]
    ) {
        let stems = pieces.map(\.stem)
        guard !stems.isEmpty, stems.count <= 12 else { return }
        note(stems, &places) { $0.exact[attribute.name, default: []].insert(index) }
        guard stems.count > 1 else { return }
        for other in OrderedValue.inOtherUnits(stems) where places[other] == nil {
            note(other, &places) { $0.exact[attribute.name, default: []].insert(index) }
        }
        for piece in pieces where piece.word.utf8.count > 2 && !ignored.contains(piece.word) {
            guard piece.word.utf8.first?.isDigit == false else { continue }
            note([piece.stem], &places) { $0.partial[attribute.name, default: []].insert(index) }
        }
        // "90 cm", "140 x 200 cm" by its number, see `MentionFinder.isMeasured`.
        if AttributeValue.isMeasure(stems[0]), !AttributeValue.isMeasure(stems[1]) {
            note([stems[0]], &places) {
                $0.partial[attribute.name, default: []].insert(index)
            }
        }
        // "256GB SSD" by "256GB".
        if stems.count > 2, stems[0].utf8.allSatisfy(\.isDigit) {
            note(Array(stems[..<2]), &places) {
                $0.partial[attribute.name, default: []].insert(index)
            }
        }
    }

    /// "Hard cover" is written "hardcover" too.
    private mutating func addJoined(
        _ attribute: Choice.Attribute, _ words: [String], _ index: Int,
        _ places: inout [[String]: Int], cutting pieces: (String) -> [Piece]
    ) {
        guard words.count == 2, words.allSatisfy({ $0.utf8.first?.isDigit == false }) else {
            return
        }
        let stems = pieces(words.joined()).map(\.stem)
        guard stems.count == 1 else { return }
        note(stems, &places) { $0.exact[attribute.name, default: []].insert(index) }
    }

    private mutating func note(
        _ stems: [String], _ places: inout [[String]: Int], _ change: (inout AttributeValue) -> Void
    ) {
        let place = places[stems] ?? values.count
        if place == values.count {
            values.append(AttributeValue(stems: stems))
            places[stems] = place
        }
        change(&values[place])
    }

    /// "waterproof: yes" is found by its name, "armrest: padded" too where other choices have none; of "water
    /// resistance" one word is enough where nothing else has it.
    private mutating func addFlags() {
        let denials: Set<String> = ["no", "none"]
        for name in attributeStems.keys.sorted() {
            let given = choices.indices.filter { value(name, of: $0) != nil }
            let denied = Set(
                given.filter { denials.contains(value(name, of: $0)?.lowercased() ?? "") })
            let isYesOrNo = given.allSatisfy {
                ["yes", "no"].contains(value(name, of: $0)?.lowercased() ?? "")
            }
            let owners = Set(given).subtracting(denied)
            guard isYesOrNo || !denied.isEmpty, !owners.isEmpty,
                let stems = attributeStems[name], !stems.isEmpty
            else { continue }
            let parts =
                stems.count == 1 ? [] : stems.filter { isOnlyIn(name, stem: $0) }.map { [$0] }
            for stems in [stems] + parts {
                var flag = AttributeValue(stems: stems)
                flag.exact[name] = owners
                flag.denied = denied
                values.append(flag)
            }
        }
    }

    /// No name, no value and no other attribute of a choice has the word.
    private func isOnlyIn(_ name: String, stem: String) -> Bool {
        stem.utf8.count > 3 && names[stem] == nil
            && !values.contains { $0.stems.contains(stem) }
            && attributeStems.allSatisfy { $0.key == name || !$0.value.contains(stem) }
    }

    /// The choices with a name that means about what the word says; none where it names an option of other choices.
    func alike(_ piece: Piece) -> Set<Int> {
        guard let likeness else { return [] }
        let near = likeness.nearest(to: piece.word, among: wholeNames.map(\.meaning))
        let owners = near.reduce(into: Set<Int>()) { $0.formUnion(wholeNames[$1].owners) }
        let options = attributeStems.filter { $0.value.contains(piece.stem) }.keys
        let isOption = choices.indices.contains { choice in
            !owners.contains(choice) && options.contains { value($0, of: choice) != nil }
        }
        return isOption ? [] : owners
    }

    /// A word of what an option is called: "size".
    func isLabel(_ stem: String) -> Bool {
        attributeStems.values.contains { $0.contains(stem) }
    }

    /// The one value that a word begins: "soft" of "softshell", but not "wire" of "wireless".
    func place(beginningWith word: String) -> Int? {
        let places = values.indices.filter { place in
            guard values[place].stems.count == 1, values[place].denied == nil else { return false }
            let value = values[place].stems[0]
            return value.utf8.count >= word.utf8.count + Self.shortestRest && value.hasPrefix(word)
                && !Self.denyingEnds.contains(where: value.hasSuffix)
        }
        return places.count == 1 ? places[0] : nil
    }

    private static let shortestRest = 4
    private static let denyingEnds = ["less", "free", "los", "frei", "proof", "resist"]

    /// In how many attributes of a choice the value stands.
    func count(of place: Int, in choice: Int) -> Int {
        values[place].exact.values.filter { $0.contains(choice) }.count
    }

    /// The value of an attribute of a choice.
    func value(_ name: String, of index: Int) -> String? {
        choices[index].attributes.first { $0.name == name }?.value
    }

    /// The attribute names in the order of the choices.
    var attributeNames: [String] {
        var seen: Set<String> = []
        return choices.flatMap(\.attributes).map(\.name).filter { seen.insert($0).inserted }
    }
}
