import Understanding

/// What was read while a turn runs: a text that several slots look into is read once.
///
/// A class, so that it outlives the attempts of a step; reading is a pure function, so it does not matter who asked.
final class TurnReadings {
    private var known: [String: [String: Interpretation]] = [:]

    /// The reading of a text in a language; `read` makes it the first time.
    func reading(
        of text: String, in language: String, _ read: () -> Interpretation
    ) -> Interpretation {
        if let reading = known[language]?[text] { return reading }
        let reading = read()
        known[language, default: [:]][text] = reading
        return reading
    }
}
