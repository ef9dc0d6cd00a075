/// How an open conversation of an older version of a flow goes on in this one (`migrate:`).
public struct Migration: Equatable, Sendable {
    /// State of the older version → state of this one. One that is not named keeps its name, where this version has it.
    public var states: [String: String]
    /// Slot of the older version → slot of this one. The others keep their names.
    public var slots: [String: String]
    /// Where to go on when neither holds; nil: where the flow starts.
    public var otherwise: String?

    public init(
        states: [String: String] = [:], slots: [String: String] = [:], otherwise: String? = nil
    ) {
        self.states = states
        self.slots = slots
        self.otherwise = otherwise
    }
}
