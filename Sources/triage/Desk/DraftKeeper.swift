/// Decides when what stands in the line is kept as a draft: after a pause, and only if it changed. A value without a
/// clock.
struct DraftKeeper {
    private var seen = ""
    private var seenAt = 0
    private var kept = ""

    /// A pause of so many milliseconds.
    static let pause = 1500

    /// The text to keep now; nil for nothing. Commands are no drafts, and an emptied line leaves the draft as it is.
    mutating func textToKeep(_ text: String, at now: Int) -> String? {
        if text != seen {
            seen = text
            seenAt = now
        }
        guard !text.isEmpty, !text.hasPrefix("/"), text != kept, text != "next",
            now - seenAt >= Self.pause
        else { return nil }
        kept = text
        return text
    }
}
