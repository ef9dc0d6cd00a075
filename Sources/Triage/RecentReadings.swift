import Dialogue

/// What was read for conversations: for the turns that wait for the shop, and for the last few that are over. The next
/// turn looks into the same texts and the same choices; whoever spoke longer ago reads them anew.
struct RecentReadings: Sendable {
    private var readings: [String: TurnReadings] = [:]
    /// The conversations whose turn is over, the latest last.
    private var idle: [String] = []
    /// Some hundred kilobytes each.
    private static let limit = 16

    subscript(conversation: String) -> TurnReadings {
        get { readings[conversation] ?? TurnReadings() }
        _modify { yield &readings[conversation, default: TurnReadings()] }
    }

    mutating func endTurn(of conversation: String) {
        idle.removeAll { $0 == conversation }
        idle.append(conversation)
        if idle.count > Self.limit { readings[idle.removeFirst()] = nil }
    }

    mutating func forget(_ conversation: String) {
        idle.removeAll { $0 == conversation }
        readings[conversation] = nil
    }
}
