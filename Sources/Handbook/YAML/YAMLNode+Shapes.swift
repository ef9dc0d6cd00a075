import Facts

extension YAMLNode {
    /// A text that is not empty; reports anything else.
    func text(_ report: Report, _ what: String = "a text") -> String? {
        if case .text(let text, let isPlain) = content, !(text.isEmpty && isPlain) { return text }
        report.error(
            .wrongShape, at: place, "here stands \(kind), not \(what)", cure: "write \(what)")
        return nil
    }

    /// The members of a list, or the one text that stands for a list of itself.
    func list(_ report: Report, of what: String) -> [YAMLNode] {
        switch content {
        case .list(let items): return items
        case .text where !isNothing: return [self]
        case .text, .mapping:
            report.error(
                .wrongShape, at: place, "here stands \(kind), not a list of \(what)",
                cure: "write [a, b], or one line with a dash for each")
            return []
        }
    }

    /// The texts of a list, or the one text.
    func texts(_ report: Report, of what: String) -> [(text: String, place: Place)] {
        list(report, of: what).compactMap { item in
            item.text(report).map { ($0, item.place) }
        }
    }

    /// The entries of a mapping; reports anything else, but takes nothing for an empty one.
    func mapping(_ report: Report, _ what: String) -> [Entry] {
        if isNothing { return [] }
        if case .mapping(let entries) = content { return entries }
        report.error(
            .wrongShape, at: place, "here stands \(kind), not \(what)",
            cure: "write key: value pairs")
        return []
    }

    /// The entries of a mapping whose keys are fixed; reports every other key.
    func fields(_ report: Report, _ what: String, keys: [String]) -> Fields {
        let entries = mapping(report, what)
        for (index, entry) in entries.enumerated() where !keys.contains(entry.key) {
            if isRestOfCall(entry, after: entries[..<index]) { continue }
            report.error(
                .unknownKey, at: entry.place, "\(what) has no key '\(entry.key)'",
                cure: suggestion(for: entry.key, among: keys)
                    ?? "its keys are \(keys.joined(separator: ", "))")
        }
        return Fields(place: place, what: what, entries: entries, report: report)
    }

    /// A piece of `{choices: shop.items(a, b)}`: the comma cut the call apart; its beginning is
    /// reported.
    private func isRestOfCall(_ entry: Entry, after earlier: ArraySlice<Entry>) -> Bool {
        guard entry.value.isNothing, let start = earlier.last(where: { !$0.value.isNothing }),
            let text = start.value.scalar
        else { return false }
        return text.contains("(") && !text.contains(")")
    }

    func integer(_ report: Report, in range: ClosedRange<Int>) -> Int? {
        guard let text = text(report, "a number") else { return nil }
        if let number = Int(text), range.contains(number) { return number }
        report.error(
            .badValue, at: place,
            "'\(text)' is not a whole number from \(range.lowerBound) to \(range.upperBound)",
            cure: "write such a number")
        return nil
    }

    /// A number from 0 to 1.
    func share(_ report: Report) -> Double? {
        guard let text = text(report, "a number") else { return nil }
        if let number = Double(text), (0...1).contains(number) { return number }
        report.error(
            .badValue, at: place, "'\(text)' is not a number from 0 to 1",
            cure: "write such a number, as 0.5")
        return nil
    }

    func flag(_ report: Report) -> Bool? {
        guard let text = text(report, "true or false") else { return nil }
        if text == "true" || text == "false" { return text == "true" }
        report.error(
            .badValue, at: place, "'\(text)' is a word here, not true or false",
            cure: ["yes", "on", "True", "TRUE", "Yes", "y"].contains(text)
                ? "write true" : "write false or true")
        return nil
    }

    func duration(_ report: Report) -> Duration? {
        guard let text = text(report, "a time as 10m") else { return nil }
        return Duration(reading: text, at: place, report)
    }

    /// One of the raw values of an enumeration.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ report: Report, _ what: String, of type: Choice.Type
    ) -> Choice? where Choice.RawValue == String {
        guard let text = text(report, what) else { return nil }
        let words = Choice.allCases.map(\.rawValue)
        return word(text, what, among: words, report).flatMap(Choice.init(rawValue:))
    }

    /// The text when it is one of the words; else nil and a report.
    func word(_ text: String, _ what: String, among words: [String], _ report: Report) -> String? {
        if words.contains(text) { return text }
        report.error(
            .badValue, at: place, "'\(text)' is not \(what)",
            cure: suggestion(for: text, among: words)
                ?? "write one of \(words.joined(separator: ", "))")
        return nil
    }
}

extension Duration {
    /// Reads `1h30m`; reports anything else.
    init?(reading text: String, at place: Place, _ report: Report) {
        if let duration = Duration(shortText: text) {
            self = duration
            return
        }
        report.error(
            .badValue, at: place, "'\(text)' is not a time",
            cure: "write a number with s, m, h, d or w, as 30s, 10m, 1h30m")
        return nil
    }
}

/// A mapping with fixed keys.
struct Fields {
    let place: Place
    let what: String
    let entries: [YAMLNode.Entry]
    let report: Report

    /// The value of a key; nil where it is not given.
    subscript(key: String) -> YAMLNode? { entries.first { $0.key == key }?.value }

    /// Where the key stands.
    func place(of key: String) -> Place { entries.first { $0.key == key }?.place ?? place }

    /// The text of a key that must be given.
    func required(_ key: String, cure: String) -> String? {
        guard let node = self[key] else {
            report.error(.missingKey, at: place, "\(what) lacks '\(key)'", cure: cure)
            return nil
        }
        return node.text(report)
    }
}
