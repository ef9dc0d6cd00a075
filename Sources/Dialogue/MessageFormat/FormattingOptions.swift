public import Facts

/// What formatting needs beyond the arguments and the locale. The core has no clock and no time
/// zone data: the zone comes in as a function.
public struct FormattingOptions: Sendable {
    /// How the message reaches the customer.
    public enum Channel: String, Sendable, CaseIterable {
        case chat
        /// Read aloud: long dates, currencies by name, digits without grouping marks.
        case speech
    }

    /// Seconds east of UTC that the customer's clock shows at the given instant; default 0 (UTC).
    public var secondsEastOfUTC: @Sendable (Instant) -> Int
    /// ISO 4217 code for `:currency` on a plain number without the option `currency`; nil: an
    /// error.
    public var defaultCurrency: String?
    /// Wraps values in Unicode isolates as the specification's default strategy does; default off.
    public var bidiIsolation: Bool
    /// Writes U+0020 where CLDR has a non-breaking space (`12,50 €`); default off.
    public var plainSpaces: Bool
    /// Default chat.
    public var channel: Channel
    /// Knows the functions `:test:…` of the public test suite; for `MessageSuite` only.
    var suiteFunctions = false

    /// The defaults are those of the members.
    public init(
        defaultCurrency: String? = nil, bidiIsolation: Bool = false, plainSpaces: Bool = false,
        channel: Channel = .chat,
        secondsEastOfUTC: @escaping @Sendable (Instant) -> Int = { _ in 0 }
    ) {
        self.secondsEastOfUTC = secondsEastOfUTC
        self.defaultCurrency = defaultCurrency
        self.bidiIsolation = bidiIsolation
        self.plainSpaces = plainSpaces
        self.channel = channel
    }
}
