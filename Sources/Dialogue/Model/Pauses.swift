/// When the desk speaks up by itself while nothing happens (pack.yaml, `silence` and `satisfaction`).
public struct Pauses: Equatable, Sendable {
    /// Without an answer to an open question for so long: a reminder. nil: none.
    public var remindAfter: Duration?
    /// After the reminder, for so long without an answer: the conversation is left for now. nil: never.
    public var closeAfter: Duration?
    /// So long after the bot resolved something, if the customer is silent: "how well did I help?". nil: not asked.
    public var rateAfter: Duration?

    public init(
        remindAfter: Duration? = nil, closeAfter: Duration? = nil, rateAfter: Duration? = nil
    ) {
        self.remindAfter = remindAfter
        self.closeAfter = closeAfter
        self.rateAfter = rateAfter
    }
}
