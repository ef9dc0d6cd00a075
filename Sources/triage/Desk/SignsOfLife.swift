/// Decides when the desk hears that somebody is at the keyboard. A value without a clock.
struct SignsOfLife {
    private var line = ""
    private var isNew = false
    private var toldAt: Int?

    /// The most milliseconds between two signs while somebody types.
    static let pause = 5000

    /// A line was entered.
    mutating func note() { isNew = true }

    /// Whether to tell the desk now: something was typed since the last time.
    mutating func isDue(_ standing: String, at now: Int) -> Bool {
        if standing != line {
            line = standing
            isNew = true
        }
        guard isNew, toldAt.map({ now - $0 >= Self.pause }) ?? true else { return false }
        isNew = false
        toldAt = now
        return true
    }
}
