/// Decides when what stands in the line is kept as a draft: after a pause, and only if it changed. A value without a
/// clock.
struct DraftKeeper {
    private var seen = ""
    private var seenAt = 0
    private var kept = ""
    private var keptAt: Int?

    /// A pause of so many milliseconds.
    static let pause = 700
    /// Who types without a pause: after so many.
    static let longest = 2000

    /// The text to keep now; nil for nothing. Commands are no drafts, and an emptied line leaves the draft as it is.
    mutating func textToKeep(_ text: String, at now: Int) -> String? {
        if text != seen {
            if seen.isEmpty { keptAt = now }
            seen = text
            seenAt = now
        }
        guard !text.isEmpty, !text.hasPrefix("/"), text != kept, text != "next",
            now - seenAt >= Self.pause || now - (keptAt ?? now) >= Self.longest
        else { return nil }
        kept = text
        keptAt = now
        return text
    }
}
