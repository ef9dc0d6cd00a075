/// The place that a customer is told: how many are served before by the same people.
extension Desk {
    /// 1 for the next; nil when the ticket does not wait.
    ///
    /// In the ticket's own queue everybody counts who waits before it and whom some agent of this ticket may take too,
    /// whatever the language. Those before it in other queues count as far as they will take these agents' time: by
    /// the share of the slots at work for them that may take this ticket.
    public func placeInQueue(of id: String) -> Int? {
        guard let ticket = entry(id), ticket.state == .queued else { return nil }
        let place = place(of: ticket)
        let ours = roster.lanes(of: ticket).map { roster.crew(of: $0) }
        func mayTake(_ number: Int) -> Bool { ours.contains { $0.contains(number) } }
        func isShared(_ crew: Crew) -> Bool {
            rows.indices.contains { mayTake($0) && crew.contains($0) }
        }

        let shared = lines.entries.filter { isShared($0.crew) }
        let own = shared.filter { $0.lane.queue == ticket.queue }
        var ahead = own.reduce(0.0) { $0 + Double($1.line.rank(of: place)) }
        for entry in shared where entry.lane.queue != ticket.queue {
            var count = entry.rankAtHome(of: place)
            // Who is also in our queue by a widening has been counted there.
            for guest in own.flatMap(\.guests) where guest.home == entry.lane {
                count -= guest.line.rank(of: place)
            }
            for guest in entry.guests where !isShared(roster.crew(of: guest.home)) {
                count += guest.line.rank(of: place)
            }
            ahead += share(of: entry.crew, mayTake) * Double(max(0, count))
        }
        return 1 + Int(ahead.rounded())
    }

    /// The share of the crew's slots at work that `isWanted`; 0 where nobody is at work.
    private func share(of crew: Crew, _ isWanted: (Int) -> Bool) -> Double {
        var (wanted, all) = (0, 0)
        for number in rows.indices where crew.contains(number) && isAtWork(number) {
            let slots = slots(of: number)
            all += slots
            if isWanted(number) { wanted += slots }
        }
        return all > 0 ? Double(wanted) / Double(all) : 0
    }

    private func isAtWork(_ number: Int) -> Bool {
        rows[number].presence == .online && rows[number].graceUntil == nil
    }

    private func slots(of number: Int) -> Int {
        min(max(roster.capacity(of: number), 0), 1000)
    }

    /// The slots of the agents at work who serve the ticket's lanes.
    func slots(for ticket: Shared<Ticket>) -> Int {
        rows.indices.reduce(0) { sum, number in
            guard isAtWork(number), !ticket.declinedBy.contains(rows[number].id),
                roster.serves(number, ticket)
            else { return sum }
            return sum + slots(of: number)
        }
    }
}
