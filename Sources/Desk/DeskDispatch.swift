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
        guard !free.isEmpty, !lines.isEmpty else { return nil }
        var best: (place: Place, agents: [String])?
        // A ticket that waits in several lanes meets the agents of all of them.
        for lane in lines.keys.sorted() {
            let able = free.filter { roster.serves($0, lane) }
            guard !able.isEmpty, let line = lines[lane] else { continue }
            for place in line {
                if let best, best.place < place { break }
                guard let ticket = book[place.sequence] else { continue }
                let willing = able.filter { !ticket.declinedBy.contains($0) }
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
    private func choose(from agents: [String], for ticket: Ticket) -> String? {
        if let last = ticket.lastAgent, agents.contains(last) { return last }
        return agents.compactMap { rows[$0] }
            .map { row in
                (
                    row.tickets.count, -roster.level(of: row.id, for: ticket.queue), row.idleSince,
                    row.id
                )
            }
            .min { $0 < $1 }?.3
    }

    // MARK: Agents

    func isFree(_ id: String) -> Bool {
        guard let row = rows[id], let plan = roster.agent(id) else { return false }
        return row.presence == .online && row.graceUntil == nil
            && row.tickets.count < plan.capacity
    }

    mutating func refreshFree(_ id: String) {
        var low = 0
        var high = free.count
        while low < high {
            let middle = (low + high) / 2
            if free[middle] < id { low = middle + 1 } else { high = middle }
        }
        let listed = low < free.count && free[low] == id
        let isFree = isFree(id)
        if isFree, !listed { free.insert(id, at: low) }
        if !isFree, listed { free.remove(at: low) }
    }
}
