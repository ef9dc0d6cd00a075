/// The words of the choices in a language, for look-up: which word names or describes which choices.
public struct ChoiceIndex: Sendable {
    let choices: [Choice]
    /// Stem of a word in a name → choices that have it.
    private(set) var names: [String: ChoiceSet] = [:]
    /// The words of all names, for compounds and spelling; in a stable order.
    private(set) var nameWords: [Piece] = []
    /// Per choice the stems of its name, or of each name where it is a list.
    private(set) var nameStems: [[Set<String>]] = []
    /// Per choice the stem of the last word of its name, or of each name, which says what it is: "helmet" of a cycling
    /// helmet.
    private(set) var heads: [Set<String>] = []
    private(set) var values: [AttributeValue] = []
    private(set) var valueTable = PhraseTable<Int>()
    /// What the options are called, in the order of the choices.
    private(set) var attributes: [Attribute] = []
    /// Whether some name is a list of names ("Bookshelf, T-Shirt").
    private(set) var hasLists = false
    /// The folded words of each name, what they mean, and the choices that have it.
    private var wholeNames: [(words: [String], meaning: [Float]?, owners: ChoiceSet)] = []
    private var likeness: NameLikeness?

    /// An option: its name, and the value that each choice has which has one.
    struct Attribute: Sendable {
        var name: String
        var stems: [String]
        var given: [(choice: Int, value: String)] = []
    }

    /// The same where only what is called so counts, not what is near it.
    public var strict: ChoiceIndex {
        var index = self
        index.likeness = nil
        return index
    }

    /// The same with words of a customer's own: "box" → "Bluetooth Speaker".
    func calling(_ nicknames: [String: String], cutter: PieceCutter) -> ChoiceIndex {
        var index = self
        for (word, name) in nicknames.sorted(by: { $0.key < $1.key }) {
            let pieces = cutter.pieces(of: word)
            for (place, choice) in choices.enumerated() where choice.names.contains(name) {
                for piece in pieces { index.add(name: piece, place) }
                index.heads[place].formUnion(Self.heads(of: pieces))
            }
        }
        return index
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
        var known = KnownPlaces()
        for (index, choice) in choices.enumerated() {
            let parts = choice.names.map { cut.pieces(of: $0, cutter) }
            nameStems.append(parts.map { addName($0, index, ignored) })
            heads.append(Set(parts.flatMap(Self.heads)))
            if parts.count > 1 { hasLists = true }
            for attribute in choice.attributes {
                let place =
                    known.attributes[attribute.name]
                    ?? addAttribute(cut.pieces(of: attribute.name, cutter), attribute.name, &known)
                if attributes[place].given.last?.choice != index {
                    attributes[place].given.append((index, attribute.value))
                }
                let value = cut.pieces(of: attribute.value, cutter)
                addValue(attribute, value, index, ignored, &known)
                if let joined = Self.joined(value) {
                    addJoined(attribute, cut.pieces(of: joined, cutter), index, &known)
                }
            }
        }
        addFlags()
    }

    /// Where what has come already stands, while the words are added.
    private struct KnownPlaces {
        /// By name.
        var attributes: [String: Int] = [:]
        /// By the stems (see `WordKey`).
        var values: [UInt64: Int] = [:]

        static func key(_ stems: some Sequence<String>) -> UInt64 {
            stems.reduce(FeatureHash.words) { FeatureHash.pair($0, WordKey.hash($1)) }
        }
    }

    private mutating func addAttribute(
        _ pieces: [Piece], _ name: String, _ known: inout KnownPlaces
    ) -> Int {
        known.attributes[name] = attributes.count
        attributes.append(Attribute(name: name, stems: pieces.map(\.stem)))
        return attributes.count - 1
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
        _ known: inout KnownPlaces
    ) {
        let stems = pieces.map(\.stem)
        guard !stems.isEmpty, stems.count <= 12 else { return }
        let place = place(of: stems, &known)
        values[place].exact.insert([index], of: attribute.name)
        guard stems.count > 1 else { return }
        for other in OrderedValue.inOtherUnits(stems) {
            let place = self.place(of: other, &known)
            values[place].exact.insert([index], of: attribute.name)
        }
        for piece in pieces where piece.word.utf8.count > 2 && !ignored.contains(piece.word) {
            guard piece.word.utf8.first?.isDigit == false else { continue }
            addPart([piece.stem], attribute.name, index, &known)
        }
        // "90 cm", "140 x 200 cm" by its number, see `MentionFinder.isMeasured`.
        if AttributeValue.isNumber(stems[0]), !AttributeValue.isNumber(stems[1]) {
            addPart([stems[0]], attribute.name, index, &known)
        }
        // "256GB SSD" by "256GB".
        if stems.count > 2, stems[0].utf8.allSatisfy(\.isDigit) {
            addPart(Array(stems[..<2]), attribute.name, index, &known)
        }
    }

    private mutating func addPart(
        _ stems: [String], _ attribute: String, _ index: Int, _ known: inout KnownPlaces
    ) {
        let place = place(of: stems, &known)
        values[place].partial.insert([index], of: attribute)
    }

    /// "Hard cover" is written "hardcover" too.
    private static func joined(_ value: [Piece]) -> String? {
        guard value.count == 2, value.allSatisfy({ $0.word.utf8.first?.isDigit == false }) else {
            return nil
        }
        return value[0].word + value[1].word
    }

    private mutating func addJoined(
        _ attribute: Choice.Attribute, _ pieces: [Piece], _ index: Int, _ known: inout KnownPlaces
    ) {
        guard pieces.count == 1 else { return }
        let place = place(of: [pieces[0].stem], &known)
        values[place].exact.insert([index], of: attribute.name)
    }

    /// Where the value with these stems stands, which is a new one perhaps.
    private mutating func place(of stems: [String], _ known: inout KnownPlaces) -> Int {
        let key = KnownPlaces.key(stems)
        if let place = known.values[key] { return place }
        known.values[key] = values.count
        append(AttributeValue(stems: stems))
        return values.count - 1
    }

    private mutating func append(_ value: AttributeValue) {
        valueTable.add(value.stems, values.count)
        values.append(value)
    }

    /// "waterproof: yes" is found by its name, "armrest: padded" too where other choices have none; of "water
    /// resistance" one word is enough where nothing else has it.
    private mutating func addFlags() {
        for attribute in attributes.sorted(by: { $0.name < $1.name }) {
            let said = attribute.given.map { $0.value.lowercased() }
            func places(_ isMeant: (String) -> Bool) -> ChoiceSet {
                ChoiceSet(zip(attribute.given, said).filter { isMeant($1) }.map(\.0.choice))
            }
            let denied = places(AttributeValue.isDenial)
            let owners = places { !AttributeValue.isDenial($0) }
            let isYesOrNo = said.allSatisfy { $0 == "yes" || $0 == "no" }
            guard isYesOrNo || !denied.isEmpty, !owners.isEmpty, !attribute.stems.isEmpty
            else { continue }
            let stems = attribute.stems
            let parts =
                stems.count == 1
                ? [] : stems.filter { isOnlyIn(attribute.name, stem: $0) }.map { [$0] }
            for stems in [stems] + parts {
                var flag = AttributeValue(stems: stems)
                flag.exact.insert(owners, of: attribute.name)
                flag.denied = denied
                append(flag)
            }
        }
    }

    /// No name, no value and no other attribute of a choice has the word.
    private func isOnlyIn(_ name: String, stem: String) -> Bool {
        stem.utf8.count > 3 && names[stem] == nil
            && !values.contains { $0.stems.contains(stem) }
            && attributes.allSatisfy { $0.name == name || !$0.stems.contains(stem) }
    }

    /// The choices with a name that means about what the word says; none where it names an option of other choices.
    func alike(_ piece: Piece) -> ChoiceSet {
        guard let likeness else { return [] }
        let near = likeness.nearest(to: piece.word, among: wholeNames.map(\.meaning))
        let owners = near.reduce(into: ChoiceSet()) { $0.formUnion(wholeNames[$1].owners) }
        let options = attributes.filter { $0.stems.contains(piece.stem) }.map(\.name)
        let isOption = choices.indices.contains { choice in
            !owners.contains(choice) && options.contains { value($0, of: choice) != nil }
        }
        return isOption ? [] : owners
    }

    /// A word of what an option is called: "size".
    func isLabel(_ stem: String) -> Bool {
        attributes.contains { $0.stems.contains(stem) }
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
        values[place].exact.all.count { $0.choices.contains(choice) }
    }

    /// The value of an attribute of a choice.
    func value(_ name: String, of index: Int) -> String? {
        choices[index].attributes.first { $0.name == name }?.value
    }

    /// The stems of an attribute's name; none of one that no choice has.
    func stems(ofAttribute name: String) -> [String] {
        attributes.first { $0.name == name }?.stems ?? []
    }
}
