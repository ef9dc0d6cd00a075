import Facts

extension Desk {
    /// Offers waiting tickets until no eligible agent is idle: after every event, without polling.
    mutating func dispatch() {
        failUnplaceable()
        while let match = nextMatch() {
            let until = turn.now + plan.defaults.offerTime
            guard
                move(
                    match.sequence, .offer(agent: match.agent, until: until), who: "desk",
                    detail: match.agent),
                let ticket = book[match.sequence]
            else { return }
            emit(
                .offered(
                    ticket: ticket.id, agent: match.agent, epoch: ticket.epoch, until: until))
        }
    }

    /// A ticket that nobody of the plan may ever take needs a lead.
    private mutating func failUnplaceable() {
        for sequence in turn.tickets {
            guard let ticket = book[sequence], ticket.state == .queued, !roster.canPlace(ticket)
            else { continue }
            fail(sequence, why: "nobody_eligible")
        }
    }

    mutating func fail(_ sequence: Int, why: String, withdraw: WithdrawReason? = nil) {
        guard move(sequence, .fail(why: why), who: "desk", detail: why, withdraw: withdraw),
            let ticket = book[sequence]
        else { return }
        emit(.notify(role: "lead", ticket: ticket.id, reason: why))
    }

    /// The first ticket in the order that some free agent may take, and the best of those agents.
    private func nextMatch() -> (sequence: Int, agent: String)? {
        var best: (place: Place, agents: [Int])?
        // A ticket that waits in several lanes meets the agents of all of them.
        for entry in lines.entries where !entry.line.isEmpty {
            let able = free.filter(entry.crew.contains)
            guard !able.isEmpty else { continue }
            for place in entry.line {
                if let best, best.place < place { break }
                guard let ticket = book[place.sequence] else { continue }
                let willing = able.filter { !ticket.declinedBy.contains(rows[$0].id) }
                guard !willing.isEmpty else { continue }
                best =
                    best?.place == place
                    ? (place, (best?.agents ?? []) + willing) : (place, willing)
                break
            }
        }
        guard let best, let ticket = book[best.place.sequence],
            let agent = choose(from: best.agents, for: ticket)
        else { return nil }
        return (best.place.sequence, agent)
    }

    /// The agent who had it last, else who has the least to do, is most skilled, idle longest.
    private func choose(from agents: [Int], for ticket: Shared<Ticket>) -> String? {
        if let last = ticket.lastAgent, let number = rows.number(of: last), agents.contains(number)
        {
            return last
        }
        let crew = roster.crew(of: ticket.queue)
        return agents.map { number in
            (
                rows[number].tickets.count, -(crew?.level(of: number) ?? 0), rows[number].idleSince,
                rows[number].id
            )
        }.min { $0 < $1 }?.3
    }

    // MARK: Agents

    func isFree(_ id: String) -> Bool {
        guard let number = rows.number(of: id) else { return false }
        return isFree(number)
    }

    /// Whether the agent may have the ticket at all.
    func serves(_ id: String, _ ticket: Shared<Ticket>) -> Bool {
        guard let number = rows.number(of: id) else { return false }
        return roster.serves(number, ticket)
    }

    private func isFree(_ number: Int) -> Bool {
        rows[number].presence == .online && rows[number].graceUntil == nil
            && rows[number].tickets.count < roster.capacity(of: number)
    }

    mutating func refreshFree(_ number: Int) {
        var low = 0
        var high = free.count
        while low < high {
            let middle = (low + high) / 2
            if free[middle] < number { low = middle + 1 } else { high = middle }
        }
        let listed = low < free.count && free[low] == number
        let isFree = isFree(number)
        if isFree, !listed { free.insert(number, at: low) }
        if !isFree, listed { free.remove(at: low) }
    }
}
