import Facts

@testable import Desk

/// What customers and agents do with tickets, in the naive model.
extension NaiveDesk {
    // MARK: Customers

    private func open(_ index: Int) -> Bool {
        ["queued", "offered", "claimed", "parked", "attention"].contains(items[index].state)
    }

    mutating func customerWrote(_ name: String) {
        guard let index = items.firstIndex(where: { $0.conversations.contains(name) }),
            open(index)
        else { return }
        items[index].owed = items[index].owed ?? now
        items[index].held?.at = nil
        if items[index].state == "parked", items[index].why != .callback { queue(index) }
    }

    mutating func ended(_ name: String) {
        guard let index = items.firstIndex(where: { $0.conversations.contains(name) }) else {
            return
        }
        if items[index].conversations.count > 1 {
            items[index].conversations.removeAll { $0 == name }
        } else {
            remove(index)
        }
    }

    mutating func grant(_ request: CustomerRequest, _ name: String) {
        guard let index = items.firstIndex(where: { $0.conversations.contains(name) }) else {
            return
        }
        switch request {
        case .withdraw:
            let isAtWork = items[index].state == "claimed"
            if open(index), !isAtWork { remove(index) }
        case .callBack(let at?, _):
            guard open(index) else { return }
            // The next quarter of an hour, a minute from now at the soonest.
            let soonest = max(at, now + .seconds(60)).milliseconds
            let until = Instant(milliseconds: (soonest + 899_999) / 900_000 * 900_000)
            if items[index].state == "offered" { queue(index, keepRefusals: true) }
            guard ["queued", "parked"].contains(items[index].state) else { return }
            items[index].state = "parked"
            items[index].why = .callback
            items[index].until = until
        case .wait, .callBack(at: nil, _), .contact, .rate: break
        }
    }

    /// A ticket ends, and its questions with it.
    private mutating func remove(_ index: Int) {
        let id = items[index].id
        items.removeAll { $0.id == id || $0.parent == id }
    }

    // MARK: Shifts

    mutating func set(_ id: String, _ presence: String, _ reason: String = "") {
        let boundary = presence == "offline" ? nil : shift(id)?.nextChange(after: now)
        if presence == "online", rows[id]?.presence != "online" { rows[id]?.idle = now }
        rows[id]?.presence = presence
        rows[id]?.breakReason = reason
        rows[id]?.boundary = boundary
        if presence != "online" { withdraw(id) }
        if presence == "offline" { release(id) }
    }

    private func shift(_ id: String) -> ShiftPlan? {
        let name = plan.agents.first { $0.id == id }?.shift
        return plan.shifts.first { $0.name == name }
    }

    mutating func ring(agent id: String) {
        guard let row = rows[id] else { return }
        if let boundary = row.boundary, boundary <= now, let shift = shift(id) {
            rows[id]?.boundary = shift.nextChange(after: boundary)
            let isBlock = shift.blocks.contains { $0.name == row.breakReason }
            switch (shift.scheduled(at: now), row.presence) {
            case (.block(let name), "online"): set(id, "break", name)
            case (.work, "break") where isBlock: set(id, "online")
            case (.off, "online"): set(id, "away")
            case (.block, _), (.work, _), (.off, _): break
            }
        }
        guard let lost = rows[id]?.lost, lost <= now else { return }
        rows[id]?.lost = nil
        rows[id]?.boundary = nil
        rows[id]?.presence = "offline"
        release(id)
    }

    // MARK: Replies

    /// A reply goes out.
    mutating func say(_ index: Int) {
        items[index].held = nil
        items[index].owed = nil
    }

    /// False when a held reply waits for its agent's word; one that does not goes out first.
    private mutating func settle(_ index: Int) -> Bool {
        guard let held = items[index].held else { return true }
        guard held.at != nil else { return false }
        say(index)
        return true
    }

    /// Only the owner's reply is held.
    mutating func dropHeld() {
        for index in items.indices {
            guard let held = items[index].held else { continue }
            let isOwn = items[index].state == "claimed" && items[index].agent == held.agent
            if !isOwn { items[index].held = nil }
        }
    }

    private mutating func reply(
        _ ticket: String, _ epoch: Int, _ text: String, _ delay: Duration, _ id: String
    ) {
        guard !text.isEmpty, let index = mine(ticket, epoch, id, "claimed"),
            items[index].parent == nil, settle(index)
        else { return }
        guard delay > .zero else { return say(index) }
        items[index].held = Held(agent: id, at: now + min(delay, .seconds(60)))
    }

    // MARK: Commands

    mutating func obey(_ command: AgentCommand, _ id: String) {
        switch command {
        case .online: set(id, "online")
        case .away: set(id, "away")
        case .takeBreak(let reason): set(id, "break", reason)
        case .offline: set(id, "offline")
        case .next: next(id)
        case .accept(let ticket, let epoch):
            if let index = mine(ticket, epoch, id, "offered") { hold(index, id) }
        case .decline(let ticket, let epoch):
            guard let index = mine(ticket, epoch, id, "offered") else { return }
            items[index].declined.append(id)
            failOffer(index)
        case .claim(let ticket): claim(ticket, id)
        case .takeOver(let ticket):
            guard isLead(id), let index = find(ticket), canBeTaken(index, by: id) else { return }
            if rows[id]?.presence == "offline" { set(id, "online") }
            give(index, to: id)
            shedOffers(id)
        case .assign(let ticket, let agent):
            guard isLead(id), let index = find(ticket), rows[agent] != nil,
                canBeTaken(index, by: agent),
                isFree(agent) || items[index].agent == agent && items[index].state != "wrap-up"
            else { return }
            give(index, to: agent)
        case .transfer(let ticket, let epoch, let name, _): transfer(ticket, epoch, name, id)
        case .snooze(let ticket, let epoch, let until, let why):
            snooze(ticket, epoch, until, why, id)
        case .wake(let ticket):
            guard let index = find(ticket), items[index].state == "parked",
                items[index].last == id || isLead(id)
            else { return }
            queue(index)
        case .resolve(let ticket, let epoch, _): resolve(ticket, epoch, id)
        case .endWrapUp(let ticket, _):
            guard let index = find(ticket), items[index].state == "wrap-up",
                items[index].agent == id
            else { return }
            endWrapUp(index)
        case .returnToBot(let ticket, let epoch, _):
            guard let index = mine(ticket, epoch, id, "claimed"), items[index].parent == nil,
                settle(index)
            else { return }
            remove(index)
        case .kick(let ticket):
            guard isLead(id), let index = find(ticket), items[index].state == "attention" else {
                return
            }
            queue(index)
        case .reply(let ticket, let epoch, let text): reply(ticket, epoch, text, .zero, id)
        case .replyLater(let ticket, let epoch, let text, let delay):
            reply(ticket, epoch, text, delay, id)
        case .sendNow(let ticket):
            if let index = find(ticket), items[index].held?.agent == id { say(index) }
        case .undo(let ticket): if let ticket { undo(ticket, id) }
        case .ask(let ticket, let epoch, let name, let text): ask(ticket, epoch, name, text, id)
        case .answer(let ticket, let epoch, let text):
            guard !text.isEmpty, let index = mine(ticket, epoch, id, "claimed"),
                items[index].parent != nil
            else { return }
            answered(index)
        case .merge(let ticket, let epoch, let into): merge(ticket, epoch, into, id)
        case .note(let ticket, let text):
            guard !text.isEmpty, let index = find(ticket) else { return }
            items[index].act = Act(agent: id, at: now, before: nil)
        case .whisper, .draft, .active: break
        }
    }

    func find(_ ticket: String) -> Int? { items.firstIndex { $0.id == ticket } }

    private func isLead(_ id: String) -> Bool { plan.agent(id)?.roles == ["lead"] }

    private func mine(_ ticket: String, _ epoch: Int, _ id: String, _ state: String) -> Int? {
        guard let index = find(ticket), items[index].agent == id, items[index].state == state,
            items[index].epoch == epoch
        else { return nil }
        return index
    }

    private mutating func next(_ id: String) {
        if rows[id]?.presence != "online" { set(id, "online") }
        offerAll()
        func isOffered(_ index: Int) -> Bool {
            items[index].state == "offered" && items[index].agent == id
        }
        if !items.indices.contains(where: isOffered), isFree(id) { reconsider(id) }
        let offers = items.indices.filter(isOffered)
        let first = offers.min {
            (rank(items[$0]), items[$0].number) < (rank(items[$1]), items[$1].number)
        }
        if let first { hold(first, id) }
    }

    /// Offers that a full lead cannot take go back, the newest first.
    private mutating func shedOffers(_ id: String) {
        while load(id) > plan.agent(id)?.capacity ?? 0 {
            let offered = items.indices.filter {
                items[$0].state == "offered" && items[$0].agent == id
            }
            guard let newest = offered.max(by: { items[$0].offerNumber < items[$1].offerNumber })
            else { return }
            queue(newest, keepRefusals: true)
        }
    }

    /// What the agent declined is theirs after all, where nobody else has taken it.
    private mutating func reconsider(_ id: String) {
        guard let agent = plan.agent(id) else { return }
        let left = items.indices.filter {
            items[$0].state == "queued" && canTake(agent, items[$0])
        }
        guard
            let first = left.min(by: {
                (rank(items[$0]), items[$0].number) < (rank(items[$1]), items[$1].number)
            })
        else { return }
        items[first].declined.removeAll { $0 == id }
        offerAll()
    }

    private mutating func claim(_ ticket: String, _ id: String) {
        guard let index = find(ticket), ["queued", "parked"].contains(items[index].state),
            isFree(id), let agent = plan.agent(id), canTake(agent, items[index])
        else { return }
        give(index, to: id)
    }

    private func canBeTaken(_ index: Int, by id: String) -> Bool {
        open(index) && !(items[index].state == "claimed" && items[index].agent == id)
    }

    private mutating func give(_ index: Int, to id: String) {
        // What was offered to the same agent already counted as their latest work.
        if items[index].agent != id { rows[id]?.idle = now }
        items[index].epoch += 1
        hold(index, id)
    }

    private mutating func transfer(_ ticket: String, _ epoch: Int, _ name: String, _ id: String) {
        guard let index = mine(ticket, epoch, id, "claimed"),
            let queue = plan.queues.first(where: { $0.name == name }), settle(index)
        else { return }
        items[index].act = Act(
            agent: id, at: now, before: (items[index].queue, items[index].serviceClass))
        items[index].queue = queue.name
        items[index].widened = []
        raise(index, queue.serviceClass)
        self.queue(index, keepRefusals: true)
        let others = plan.agents.filter {
            $0.id != id && canTake($0, items[index]) && !items[index].declined.contains($0.id)
        }
        if !others.isEmpty, !items[index].declined.contains(id) { items[index].declined.append(id) }
        overflow(index)
    }

    private mutating func snooze(
        _ ticket: String, _ epoch: Int, _ until: Instant, _ why: ParkReason, _ id: String
    ) {
        guard let index = mine(ticket, epoch, id, "claimed"), until > now,
            why != .waitingOnTeam || items.contains(where: { $0.parent == ticket }),
            settle(index)
        else { return }
        items[index].state = "parked"
        items[index].why = why
        items[index].agent = nil
        items[index].until = until
        items[index].act = Act(agent: id, at: now, before: ("", ""))
    }

    private mutating func resolve(_ ticket: String, _ epoch: Int, _ id: String) {
        guard let index = mine(ticket, epoch, id, "claimed") else { return }
        if items[index].parent != nil { return answered(index) }
        guard settle(index) else { return }
        let wraps = plan.defaults.wrapUp > .zero
        items[index].state = wraps ? "wrap-up" : "resolved"
        items[index].agent = wraps ? id : nil
        items[index].until = now + (wraps ? plan.defaults.wrapUp : plan.defaults.reopenWindow)
        items[index].owed = nil
        items.removeAll { $0.parent == ticket }
    }

    private mutating func undo(_ ticket: String, _ id: String) {
        guard let index = find(ticket) else { return }
        if items[index].held?.agent == id {
            items[index].held = nil
            return
        }
        guard let act = items[index].act, act.agent == id, now - act.at <= .seconds(60) else {
            return
        }
        guard let before = act.before else {
            items[index].act = nil
            return
        }
        switch items[index].state {
        case "queued", "parked": break
        case "offered": queue(index, keepRefusals: true)
        default: return
        }
        if !isFree(id) { withdraw(id) }
        guard isFree(id) else { return }
        give(index, to: id)
        items[index].act = nil
        guard !before.queue.isEmpty else { return }
        items[index].queue = before.queue
        items[index].serviceClass = before.serviceClass
    }

    // MARK: Questions and merging

    private mutating func ask(
        _ ticket: String, _ epoch: Int, _ name: String, _ text: String, _ id: String
    ) {
        guard !text.isEmpty, let index = mine(ticket, epoch, id, "claimed"),
            let queue = plan.queues.first(where: { $0.name == name }),
            items[index].parent == nil, items.count(where: { $0.parent == ticket }) < 8
        else { return }
        let child = add(
            queue, conversations: [], customer: items[index].customer, language: nil)
        items[child].parent = ticket
        items[child].declined = [id]
        raise(child, items[index].serviceClass)
    }

    private mutating func answered(_ index: Int) {
        let parent = items[index].parent ?? ""
        items.remove(at: index)
        guard let index = find(parent), items[index].state == "parked",
            items[index].why == .waitingOnTeam
        else { return }
        queue(index)
    }

    private mutating func merge(_ ticket: String, _ epoch: Int, _ into: String, _ id: String) {
        guard let source = mine(ticket, epoch, id, "claimed"), settle(source),
            let goal = find(into), source != goal, open(goal), items[source].parent == nil,
            items[goal].parent == nil, let customer = items[source].customer,
            customer == items[goal].customer
        else { return }
        let (gone, owed) = (items[source], items[goal].owed)
        guard gone.conversations.count + items[goal].conversations.count <= 8 else { return }
        items[goal].conversations += gone.conversations
        items[goal].queuedAt = min(items[goal].queuedAt, gone.queuedAt)
        items[goal].frozen = items[goal].frozen || gone.frozen
        items[goal].owed = [owed, gone.owed].compactMap { $0 }.min()
        raise(goal, gone.serviceClass)
        if owed == nil, gone.owed != nil, items[goal].state == "parked" { queue(goal) }
        for index in items.indices where items[index].parent == ticket {
            items[index].parent = into
        }
        items.removeAll { $0.id == ticket }
        guard let goal = find(into), let agent = plan.agent(id), isFree(id),
            canTake(agent, items[goal]),
            ["queued", "parked", "offered"].contains(items[goal].state)
        else { return }
        if items[goal].state == "offered", items[goal].agent == id { return hold(goal, id) }
        if items[goal].state == "offered" { queue(goal, keepRefusals: true) }
        give(goal, to: id)
    }
}
