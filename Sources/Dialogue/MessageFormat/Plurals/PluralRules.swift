/// Plural categories for every language of CLDR.
public enum PluralRules {
    /// Which of the two sets of rules.
    public enum Kind: String, Sendable, CaseIterable {
        /// "3 days"
        case cardinal
        /// "the 3rd day"
        case ordinal
    }

    /// The category of a number written as `operands` in `locale`. A region's own rules (`pt-PT`)
    /// come before the language's; a language without rules has only `other`.
    public static func category(
        of operands: PluralOperands, locale: String, kind: Kind
    ) -> PluralCategory {
        rules(for: locale, kind: kind).first { $0.holds(for: operands) }?.category ?? .other
    }

    /// The languages that have rules, sorted.
    public static func languages(kind: Kind) -> [String] { table(kind).keys.sorted() }

    /// The categories that numbers of the language may have, `other` last.
    public static func categories(locale: String, kind: Kind) -> [PluralCategory] {
        rules(for: locale, kind: kind).map(\.category) + [.other]
    }

    private static func rules(for locale: String, kind: Kind) -> [PluralRule] {
        let table = table(kind)
        for name in LocaleName(locale).candidates {
            if let rules = table[name] { return rules }
        }
        return []
    }

    private static func table(_ kind: Kind) -> [String: [PluralRule]] {
        switch kind {
        case .cardinal: cardinal
        case .ordinal: ordinal
        }
    }

    private static let cardinal = read(cardinalSource)
    private static let ordinal = read(ordinalSource)

    private static func read(_ source: String) -> [String: [PluralRule]] {
        var table: [String: [PluralRule]] = [:]
        for line in source.split(separator: "\n") {
            let halves = line.split(separator: "|", maxSplits: 1)
            let rules = halves.dropFirst().first.map { text in
                text.split(separator: ";").compactMap { PluralRule($0) }
            }
            for language in halves.first?.split(separator: " ") ?? [] {
                table[LocaleName(String(language)).key] = rules ?? []
            }
        }
        return table
    }
}
