import Facts

extension Desk {
    /// Offers waiting tickets until no eligible agent is idle: after every event, without polling.
    mutating func dispatch() {
        failUnplaceable()
        while !free.isEmpty, lines.waiting > 0, let match = nextMatch() {
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
            guard let ticket = book[sequence], case .queued = ticket.state,
                !roster.canPlace(ticket)
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
        var best: (place: Place, lane: Int)?
        for index in lines.entries.indices where !lines.entries[index].line.isEmpty {
            if let place = firstPlace(inLane: index, before: best?.place) { best = (place, index) }
        }
        guard let best, let ticket = book[best.place.sequence],
            let agent = choose(for: ticket, inLane: best.lane)
        else { return nil }
        return (best.place.sequence, rows[agent].id)
    }

    /// The first ticket of the lane that some free agent may take; nil when it does not go before
    /// `limit`.
    private func firstPlace(inLane index: Int, before limit: Place?) -> Place? {
        guard free.contains(where: { lines.entries[index].crew.contains($0) }) else { return nil }
        for place in lines.entries[index].line {
            if let limit, !(place < limit) { return nil }
            guard let ticket = book[place.sequence] else { continue }
            let isWanted = free.contains { number in
                lines.entries[index].crew.contains(number) && mayTake(number, ticket)
            }
            if isWanted { return place }
        }
        return nil
    }

    /// The first waiting ticket of the agent's lanes. Of a free agent, after `dispatch`: one that they declined.
    func firstLeft(by id: String) -> Int? {
        guard let number = rows.number(of: id) else { return nil }
        return lines.entries.filter { $0.crew.contains(number) }
            .compactMap(\.line.first).min()?.sequence
    }

    private func mayTake(_ number: Int, _ ticket: Shared<Ticket>) -> Bool {
        ticket.declinedBy.isEmpty || !ticket.declinedBy.contains(rows[number].id)
    }

    /// The free agent who had it last, else who has the least to do, is most skilled, idle longest.
    /// A ticket that waits in several lanes meets the agents of all of them.
    private func choose(for ticket: Shared<Ticket>, inLane lane: Int) -> Int? {
        let widened = ticket.widened
        let isAtHome = widened.isEmpty
        let home = isAtHome ? lines.entries[lane].crew : crew(of: ticket, in: ticket.queue)
        let levels = isAtHome ? home : roster.crew(of: ticket.queue)
        func serves(_ number: Int) -> Bool {
            if let home, home.contains(number) { return true }
            return widened.contains { crew(of: ticket, in: $0)?.contains(number) ?? false }
        }
        var best: (agent: Int, level: Int)?
        for number in free where serves(number) && mayTake(number, ticket) {
            if let last = ticket.lastAgent, rows[number].id == last { return number }
            let level = levels?.level(of: number) ?? 0
            if let best, !goesBefore(number, level, best.agent, best.level) { continue }
            best = (number, level)
        }
        return best?.agent
    }

    private func crew(of ticket: Shared<Ticket>, in queue: String) -> Crew? {
        lines.crew(of: roster.lane(of: ticket, in: queue))
    }

    private func goesBefore(_ one: Int, _ level: Int, _ other: Int, _ otherLevel: Int) -> Bool {
        let (load, otherLoad) = (rows[one].tickets.count, rows[other].tickets.count)
        if load != otherLoad { return load < otherLoad }
        if level != otherLevel { return level > otherLevel }
        let (idle, otherIdle) = (rows[one].idleSince, rows[other].idleSince)
        return idle == otherIdle ? rows[one].id < rows[other].id : idle < otherIdle
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

    @inline(__always)
    private func isFree(_ number: Int) -> Bool {
        guard case .online = rows[number].presence else { return false }
        return rows[number].graceUntil == nil
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
