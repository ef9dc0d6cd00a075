/// The evidence behind an interpretation.
public struct Explanation: Equatable, Sendable {
    public var interpretation: Interpretation
    /// Phrase rules that matched, the winner first.
    public var matchedRules: [RuleReference] = []
    /// The features that weighed most for the best intent, heaviest first.
    public var features: [(name: String, weight: Double)] = []
    /// Words that were read as others.
    public var corrections: [SpellingCorrection] = []
    /// Which words mention which lists, in the order of the text.
    public var mentioned: [Mention] = []
    /// How surely the text is about anything in the lexicon, 0…1; below `scopeThreshold` nothing is understood.
    public var scopeScore = 0.0
    /// Found by cross-validation. 0…1.
    public var scopeThreshold = 0.0

    /// A word list and the customer's words that mention it.
    public struct Mention: Equatable, Sendable {
        public var list: String
        public var words: String
    }

    public static func == (left: Explanation, right: Explanation) -> Bool {
        left.interpretation == right.interpretation && left.matchedRules == right.matchedRules
            && left.features.elementsEqual(right.features, by: ==)
            && left.corrections == right.corrections && left.mentioned == right.mentioned
            && left.scopeScore == right.scopeScore
            && left.scopeThreshold == right.scopeThreshold
    }
}
