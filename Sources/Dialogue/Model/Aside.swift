public import Facts

/// What a question about the open request is answered with, before its words are taken for anything else: "what is
/// all in there?" at the confirmation of a cancellation (pack.yaml, `asides`).
public struct Aside: Sendable {
    /// The word list that such a question mentions.
    public var asked: String
    /// What must hold of the open flow.
    public var when: Condition
    /// Full ids of what is said; the open question follows.
    public var say: [String]
    /// Or the intent that it stands for, where the open state answers that.
    public var intent: String?
    /// Only of things that the order at hand has: "what colour is the helmet?"
    public var isOfThings: Bool
    /// The question tells an amount; where that is the one that is confirmed, the confirmation itself is the answer.
    public var tellsAmount: Bool
    /// Beside a yes the yes counts, whatever the answer is: "yes please! Where do I send it?"
    public var countsYes: Bool

    public init(
        asked: String, when: Condition, say: [String] = [], intent: String? = nil,
        isOfThings: Bool = false, tellsAmount: Bool = false, countsYes: Bool = false
    ) {
        self.asked = asked
        self.when = when
        self.say = say
        self.intent = intent
        self.isOfThings = isOfThings
        self.tellsAmount = tellsAmount
        self.countsYes = countsYes
    }
}
