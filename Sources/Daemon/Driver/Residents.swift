/// Which conversations are in memory, and which were used longest ago.
struct Residents: Sendable {
    let limit: Int
    private var lastUse: [String: Int] = [:]
    private var clock = 0

    init(limit: Int) {
        self.limit = limit
    }

    var count: Int { lastUse.count }

    mutating func touch(_ id: String) {
        clock += 1
        lastUse[id] = clock
    }

    /// When there are too many: the tenth that was used longest ago, oldest first. Sorting so many
    /// at once makes it cheap per conversation.
    mutating func takeIdle() -> [String] {
        guard lastUse.count > limit else { return [] }
        let idle = lastUse.sorted { $0.value < $1.value }.prefix(max(1, limit / 10)).map(\.key)
        for id in idle { lastUse[id] = nil }
        return idle
    }
}
