/// A question that is about nobody's order: "how long do refunds take?". What leans on it ("and to a gift card?") is
/// read together with it.
public struct GeneralQuestion: Equatable, Sendable, Codable {
    public var intent: String
    /// As it was asked.
    public var text: String
    /// The conversation's turn in which it was answered; only the next one leans on it.
    public var turn: Int
}
