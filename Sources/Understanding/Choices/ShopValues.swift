import Facts

/// The words of a shop's range, to tell what a text asks for that a choice does not have: "green", where the kettles
/// that are left are white.
struct ShopValues: Sendable {
    private var values = PhraseTable<Void>()
    private static let longest = 4
    /// In so few pieces a common word is said of the thing: "a green one", "something light".
    private static let shortText = 12

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

    /// The stretches of pieces that name a value of the shop which `choice` has not and `besides` do not explain.
    /// `labels` are the stems of the choice's attributes: a bare number is a value only beside one; `offered` those of
    /// the values that can be had: "fresh" may be a common word or one of them.
    func missing(
        in text: PointedText, from known: Set<String>, labels: Set<String>, offered: Set<String>
    ) -> [Range<Int>] {
        var missing: [Range<Int>] = []
        var place = 0
        while place < text.pieces.count {
            guard !text.isTaken[place], let match = values.match(text.stems, at: place) else {
                place += 1
                continue
            }
            let stretch = place..<match.end
            if isTelling(stretch, text, labels, offered), !isTurnedDown(stretch, text),
                !stretch.allSatisfy({ known.contains(text.stems[$0]) })
            {
                missing.append(stretch)
            }
            place = match.end
        }
        return missing
    }

    private func isTelling(
        _ stretch: Range<Int>, _ text: PointedText, _ labels: Set<String>, _ offered: Set<String>
    ) -> Bool {
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

    /// "not the red one", "instead of red", "waterproof: no".
    private func isTurnedDown(_ stretch: Range<Int>, _ text: PointedText) -> Bool {
        if stretch.upperBound < text.words.count,
            [":", "no", "none", "nein"].contains(text.words[stretch.upperBound])
        {
            return true
        }
        for before in (max(0, stretch.lowerBound - 4)..<stretch.lowerBound).reversed() {
            switch text.pointers[before] {
            case .not, .except, .unwanted: return true
            case .and: return false
            case .neither, .both, .all, .notAll, .anymore, .other, .same, .oneStep, .comparison,
                nil:
                continue
            }
        }
        return false
    }
}

extension ChoicePicker {
    /// The words of a text that ask for a value of the shop's range which the choice does not have, where they
    /// stand. `offered` can be had instead. `reference` is what it replaces: "the gold one in black" says "gold" of
    /// that. `besides` are other things that may be named.
    func missing(
        in interpretation: Interpretation, from choice: Choice, among offered: [Choice],
        reference: Choice?, besides: [Choice]
    ) -> [Range<Int>] {
        let cutter = phrases(of: interpretation.language).cutter
        guard let values = shopValues[interpretation.language] else { return [] }
        let tokens = interpretation.tokens
        let text = PointedText(
            tokens: tokens, text: Array(interpretation.text.utf8),
            phrases: phrases(of: interpretation.language))
        func stems(_ text: String) -> [String] { cutter.pieces(of: text).map(\.stem) }
        var known = ([choice] + besides).flatMap(Self.saying)
        if let reference {
            known += Self.replaced(reference, by: choice, stems, in: Set(text.stems))
        }
        return values.missing(
            in: text, from: Set(known.flatMap(stems)),
            labels: Set(choice.attributes.flatMap { stems($0.name) }),
            offered: Set(offered.flatMap(\.attributes).flatMap { stems($0.value) })
        ).map { stretch in
            let first = tokens[text.pieces[stretch.lowerBound].token]
            let last = tokens[text.pieces[stretch.upperBound - 1].token]
            return first.start..<max(first.start, last.end)
        }
    }

    /// What may be said of a choice; "waterproof" of none that is not.
    private static func saying(_ choice: Choice) -> [String] {
        [choice.name]
            + choice.attributes.flatMap { attribute in
                ["no", "none"].contains(attribute.value.lowercased())
                    ? [attribute.value] : [attribute.name, attribute.value]
            }
    }

    /// What may be said of the thing that is replaced: its name, and the values that the text itself changes.
    private static func replaced(
        _ reference: Choice, by choice: Choice, _ stems: (String) -> [String], in said: Set<String>
    ) -> [String] {
        [reference.name]
            + reference.attributes.filter { old in
                choice.attributes.contains { new in
                    new.name == old.name && new.value != old.value
                        && stems(new.value).allSatisfy(said.contains)
                }
            }.map(\.value)
    }
}
