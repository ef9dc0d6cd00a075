import Facts

/// The words of a shop's range, to tell what a text asks for that a choice does not have: "green", where the kettles
/// that are left are white.
struct ShopValues: Sendable {
    private var values = PhraseTable<Void>()
    private static let longest = 4

    /// `labels` are names of options, not values: "size".
    init(_ vocabulary: [String], labels: [String], cutter: PieceCutter) {
        let labels = Set(labels.map { cutter.pieces(of: $0).map(\.stem) })
        for entry in vocabulary {
            let stems = cutter.pieces(of: entry).map(\.stem)
            guard (1...Self.longest).contains(stems.count), !labels.contains(stems) else {
                continue
            }
            values.add(stems, ())
        }
    }

    func write(to writer: inout ByteWriter) { values.write(to: &writer) { "" } }

    /// The values of some bytes; nil where they are none.
    init?(from reader: inout ByteReader) {
        guard let values = PhraseTable<Void>(from: &reader, { _ in () }) else { return nil }
        self.values = values
    }

    /// Whether a stem is a value by itself: "high".
    func has(_ stem: String) -> Bool { values.match([stem], at: 0) != nil }

    /// The stretches of pieces that name a value of the shop.
    func named(in text: PointedText) -> [Range<Int>] {
        var named: [Range<Int>] = []
        var place = 0
        while place < text.pieces.count {
            guard !text.isTaken[place], let match = values.match(text.stems, at: place) else {
                place += 1
                continue
            }
            named.append(place..<match.end)
            place = match.end
        }
        return named
    }
}

/// The words of a text that ask for values of the shop's range, to be held against one choice after the other.
public struct MissingValues: Sendable {
    private let text: PointedText
    private let tokens: [Token]
    private let cutter: PieceCutter
    /// Where the text names values.
    private let named: [Range<Int>]
    private let reference: Choice?
    /// Stems that need no explanation: what may be said of other things.
    private let besides: Set<String>
    /// Stems of the values that can be had: "fresh" may be a common word or one of them.
    private let offered: Set<String>
    /// In so few pieces a common word is said of the thing: "a green one", "something light".
    private static let shortText = 12

    init(
        in text: PointedText, tokens: [Token], cutter: PieceCutter, values: ShopValues?,
        among offered: [Choice], reference: Choice?, besides: [Choice]
    ) {
        self.text = text
        self.tokens = tokens
        self.cutter = cutter
        self.reference = reference
        named = values?.named(in: text).filter { !Self.isTurnedDown($0, text) } ?? []
        let isAsking = !named.isEmpty
        func stems(_ texts: [String]) -> Set<String> {
            isAsking ? Set(texts.flatMap { cutter.stems(of: $0) }) : []
        }
        self.besides = stems(besides.flatMap(Self.saying))
        self.offered = stems(offered.flatMap(\.attributes).map(\.value))
    }

    /// Where the text asks for a value which the choice does not have, in UTF-8 offsets.
    public func missing(from choice: Choice) -> [Range<Int>] {
        guard !named.isEmpty else { return [] }
        let replaced = reference.map { values(replacedIn: $0, by: choice) } ?? []
        let own = Set((Self.saying(choice) + replaced).flatMap(cutter.stems))
        // A bare number is a value only beside one of these.
        let labels = Set(choice.attributes.flatMap { cutter.stems(of: $0.name) })
        func isKnown(_ stem: String) -> Bool { own.contains(stem) || besides.contains(stem) }
        return named.filter { stretch in
            isTelling(stretch, labels)
                && !stretch.allSatisfy { place in
                    ([text.stems[place]] + text.pieces[place].others).contains(where: isKnown)
                }
                && !isAmount(stretch, of: choice)
        }.map { stretch in
            let first = tokens[text.pieces[stretch.lowerBound].token]
            let last = tokens[text.pieces[stretch.upperBound - 1].token]
            return first.start..<max(first.start, last.end)
        }
    }

    /// "1 litre", of a bottle of 1000 ml.
    private func isAmount(_ stretch: Range<Int>, of choice: Choice) -> Bool {
        let amounts = OrderedValue.inOtherUnits(stretch.map { text.stems[$0] })
        return !amounts.isEmpty
            && choice.attributes.contains { amounts.contains(cutter.stems(of: $0.value)) }
    }

    private func isTelling(_ stretch: Range<Int>, _ labels: Set<String>) -> Bool {
        guard stretch.count == 1 else { return true }
        let place = stretch.lowerBound
        let word = text.words[place]
        if word.utf8.allSatisfy(\.isDigit) {
            let near = max(0, place - 2)..<min(text.pieces.count, place + 2)
            return near.contains { $0 != place && labels.contains(text.stems[$0]) }
        }
        return word.count > 2 && !text.isIgnored(place)
            && (text.pieces.count <= Self.shortText || offered.contains(text.stems[place])
                || !text.isCommon(place))
    }

    /// "not the red one", "instead of red", "waterproof: no", "no water resistance".
    private static func isTurnedDown(_ stretch: Range<Int>, _ text: PointedText) -> Bool {
        if stretch.upperBound < text.words.count,
            [":", "no", "none", "nein"].contains(text.words[stretch.upperBound])
        {
            return true
        }
        if text.isTooMuch(stretch.lowerBound) || text.isLacking(stretch.lowerBound) { return true }
        for before in (max(0, stretch.lowerBound - 4)..<stretch.lowerBound).reversed() {
            switch text.pointers[before] {
            case .not, .except, .unwanted, .disliked: return true
            case .and: return false
            case .neither, .both, .all, .notAll, .oneOf, .anymore, .other, .same, .oneStep,
                .comparison,
                nil:
                continue
            }
        }
        return false
    }

    /// What may be said of a choice; "waterproof" of none that is not.
    private static func saying(_ choice: Choice) -> [String] {
        [choice.name]
            + choice.attributes.flatMap { attribute in
                AttributeValue.isDenial(attribute.value.lowercased())
                    ? [attribute.value] : [attribute.name, attribute.value]
            }
    }

    /// What may be said of the thing that is replaced: its name, and the values that the text itself changes.
    private func values(replacedIn reference: Choice, by choice: Choice) -> [String] {
        [reference.name]
            + reference.attributes.filter { old in
                choice.attributes.contains { new in
                    new.name == old.name && new.value != old.value
                        && cutter.stems(of: new.value).allSatisfy(text.stems.contains)
                }
            }.map(\.value)
    }
}

extension ChoicePicker {
    /// The words of a text that ask for values of the shop's range. `offered` can be had. `reference` is what is
    /// replaced: "the gold one in black" says "gold" of that. `besides` are other things that may be named.
    func missingValues(
        in interpretation: Interpretation, among offered: [Choice], reference: Choice?,
        besides: [Choice]
    ) -> MissingValues {
        let language = interpretation.language
        var cut = CutTexts()
        return MissingValues(
            in: pointed(interpretation.tokens, interpretation.text, language, &cut),
            tokens: interpretation.tokens, cutter: phrases(of: language).cutter,
            values: shopValues[language], among: offered, reference: reference, besides: besides)
    }
}
