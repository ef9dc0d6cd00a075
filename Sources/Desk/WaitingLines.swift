/// The waiting tickets by lane, in the order of the lanes. A lane that was used once stays, empty or
/// not: there are at most as many as the plan has queues times languages.
struct WaitingLines: Sendable {
    /// A lane with its tickets and with those who may take them.
    struct Entry: Sendable {
        var lane: Lane
        var line = WaitingLine()
        var crew: Crew
        /// Those of `line` that are here by a widening, by the lane where they are at home.
        var guests: [(home: Lane, line: WaitingLine)] = []

        /// How many go before `place`, without guests.
        func rankAtHome(of place: Place) -> Int {
            guests.reduce(line.rank(of: place)) { $0 - $1.line.rank(of: place) }
        }

        fileprivate mutating func changeGuests(
            from home: Lane, _ change: (inout WaitingLine) -> Void
        ) {
            if let index = guests.firstIndex(where: { $0.home == home }) {
                change(&guests[index].line)
                if guests[index].line.isEmpty { guests.remove(at: index) }
            } else {
                var line = WaitingLine()
                change(&line)
                if !line.isEmpty { guests.append((home, line)) }
            }
        }
    }

    private(set) var entries: [Entry] = []
    /// The places in all lines: a ticket that waits in two lanes has two.
    private(set) var waiting = 0

    subscript(lane: Lane) -> WaitingLine? {
        let index = position(of: lane)
        return index < entries.count && entries[index].lane == lane ? entries[index].line : nil
    }

    /// Who may take tickets of the lane; nil before its first ticket.
    func crew(of lane: Lane) -> Crew? {
        let index = position(of: lane)
        return index < entries.count && entries[index].lane == lane ? entries[index].crew : nil
    }

    /// `home`: the ticket's own lane, where `lane` is another one by a widening.
    mutating func insert(
        _ place: Place, into lane: Lane, from home: Lane? = nil, of roster: Roster
    ) {
        let index = position(of: lane)
        if index == entries.count || entries[index].lane != lane {
            entries.insert(Entry(lane: lane, crew: roster.crew(of: lane)), at: index)
        }
        waiting -= entries[index].line.count
        entries[index].line.insert(place)
        waiting += entries[index].line.count
        if let home { entries[index].changeGuests(from: home) { $0.insert(place) } }
    }

    mutating func remove(_ place: Place, from lane: Lane, guestOf home: Lane? = nil) {
        let index = position(of: lane)
        guard index < entries.count, entries[index].lane == lane else { return }
        waiting -= entries[index].line.count
        entries[index].line.remove(place)
        waiting += entries[index].line.count
        if let home { entries[index].changeGuests(from: home) { $0.remove(place) } }
    }

    /// The first index whose lane is not smaller.
    private func position(of lane: Lane) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].lane < lane { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
