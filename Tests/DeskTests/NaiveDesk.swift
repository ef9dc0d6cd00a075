import Facts

@testable import Desk

/// The desk's states and order written a second time, as plainly as can be: lists, no lines, no
/// effects, no ladders. Where it and the desk differ, one of them is wrong.
struct NaiveDesk {
    struct Row {
        var presence = "offline"
        var lost: Instant?
        var idle = Instant(milliseconds: 0)
    }

    struct Item {
        var id: String
        var number: Int
        var conversation: String
        var queue: String
        var serviceClass: String
        var language: String?
        var state = "queued"
        var agent: String?
        var until: Instant?
        var why = ParkReason.snoozed
        /// Counts all offers: the first made is the first taken.
        var offerNumber = 0
        var queuedAt: Instant
        var epoch = 0
        var declined: [String] = []
        var failed = 0
        var last: String?
    }

    let plan: DeskPlan
    var rows: [String: Row] = [:]
    var items: [Item] = []
    private var number = 0
    private var offers = 0
    private var now = Fixture.start

    init(plan: DeskPlan) {
        self.plan = plan
        for agent in plan.agents { rows[agent.id] = Row() }
    }

    mutating func handle(_ command: DeskCommand, at moment: Instant) {
        now = moment
        switch command {
        case .handoff(let request): handOff(request)
        case .customerWrote(let name):
            for index in items.indices where items[index].conversation == name {
                if items[index].state == "parked", items[index].why != .callback { queue(index) }
            }
        case .customerAsked, .retold: break
        case .conversationEnded(let name): items.removeAll { $0.conversation == name }
        case .agent(let id, let command):
            guard rows[id] != nil else { break }
            rows[id]?.lost = nil
            obey(command, id)
        case .agentLost(let id):
            guard rows[id] != nil, rows[id]?.lost == nil, rows[id]?.presence != "offline" else {
                break
            }
            rows[id]?.lost = now + plan.defaults.grace
            withdraw(id)
        case .timer(.agent(let id)):
            guard let lost = rows[id]?.lost, lost <= now else { break }
            rows[id]?.lost = nil
            rows[id]?.presence = "offline"
            release(id)
        case .timer(.ticket(let id)):
            guard let index = items.firstIndex(where: { $0.id == id }),
                let until = items[index].until,
                until <= now
            else { break }
            ring(index)
        }
        offerAll()
    }

    private mutating func handOff(_ request: HandoffRequest) {
        if let index = items.firstIndex(where: { $0.conversation == request.conversation }) {
            if items[index].state == "resolved" || items[index].state == "wrap-up" {
                items[index].queuedAt = now
                queue(index)
            }
            raise(index, request.serviceClass)
            return
        }
        let queue = plan.queues.first { $0.name == request.queue } ?? plan.queues[0]
        number += 1
        items.append(
            Item(
                id: "T-\(1000 + number)", number: number, conversation: request.conversation,
                queue: queue.name, serviceClass: queue.serviceClass ?? "low",
                language: request.language, queuedAt: now))
        raise(items.count - 1, request.serviceClass)
    }

    private mutating func raise(_ index: Int, _ name: String?) {
        let rank = ["low": 0, "normal": 1, "urgent": 2]
        guard let name, let new = rank[name], let old = rank[items[index].serviceClass], new > old
        else { return }
        items[index].serviceClass = name
    }

    private mutating func queue(_ index: Int, keepRefusals: Bool = false) {
        items[index].state = "queued"
        items[index].agent = nil
        items[index].until = nil
        guard !keepRefusals else { return }
        items[index].declined = []
        items[index].failed = 0
    }

    private mutating func hold(_ index: Int, _ id: String) {
        items[index].state = "claimed"
        items[index].agent = id
        items[index].until = nil
        items[index].declined = []
        items[index].failed = 0
        items[index].last = id
    }

    private mutating func withdraw(_ id: String) {
        for index in items.indices where items[index].state == "offered" && items[index].agent == id
        {
            queue(index, keepRefusals: true)
        }
    }

    private mutating func release(_ id: String) {
        for index in items.indices where items[index].state == "claimed" && items[index].agent == id
        {
            queue(index, keepRefusals: true)
        }
    }

    private mutating func ring(_ index: Int) {
        switch items[index].state {
        case "offered":
            let agent = items[index].agent ?? ""
            failOffer(index)
            if rows[agent] != nil { rows[agent]?.presence = "away" }
            withdraw(agent)
        case "parked": queue(index)
        case "wrap-up":
            items[index].state = "resolved"
            items[index].agent = nil
            items[index].until = now + plan.defaults.reopenWindow
        default: items.remove(at: index)
        }
    }

    private mutating func failOffer(_ index: Int) {
        items[index].failed += 1
        let failed = items[index].failed
        queue(index, keepRefusals: true)
        if failed >= plan.defaults.maximumOffers { items[index].state = "attention" }
    }

    // MARK: Commands

    private mutating func obey(_ command: AgentCommand, _ id: String) {
        switch command {
        case .online: online(id)
        case .away:
            rows[id]?.presence = "away"
            withdraw(id)
        case .takeBreak:
            rows[id]?.presence = "break"
            withdraw(id)
        case .offline:
            rows[id]?.presence = "offline"
            withdraw(id)
            release(id)
        case .next:
            online(id)
            offerAll()
            let offers = items.indices.filter {
                items[$0].state == "offered" && items[$0].agent == id
            }
            let first = offers.min { items[$0].offerNumber < items[$1].offerNumber }
            if let first { hold(first, id) }
        case .accept(let ticket, let epoch):
            if let index = mine(ticket, epoch, id, "offered") { hold(index, id) }
        case .decline(let ticket, let epoch):
            guard let index = mine(ticket, epoch, id, "offered") else { return }
            items[index].declined.append(id)
            failOffer(index)
        case .claim(let ticket): claim(ticket, id)
        case .takeOver(let ticket): takeOver(ticket, id)
        case .transfer(let ticket, let epoch, let name, _): transfer(ticket, epoch, name, id)
        case .snooze(let ticket, let epoch, let until, let why):
            guard let index = mine(ticket, epoch, id, "claimed"), until > now else { return }
            items[index].state = "parked"
            items[index].why = why
            items[index].agent = nil
            items[index].until = until
        case .wake(let ticket):
            guard let index = find(ticket), items[index].state == "parked",
                items[index].last == id || isLead(id)
            else { return }
            queue(index)
        case .resolve(let ticket, let epoch, _):
            guard let index = mine(ticket, epoch, id, "claimed") else { return }
            let wraps = plan.defaults.wrapUp > .zero
            items[index].state = wraps ? "wrap-up" : "resolved"
            items[index].agent = wraps ? id : nil
            items[index].until = now + (wraps ? plan.defaults.wrapUp : plan.defaults.reopenWindow)
        case .returnToBot(let ticket, let epoch, _):
            if let index = mine(ticket, epoch, id, "claimed") { items.remove(at: index) }
        case .kick(let ticket):
            guard isLead(id), let index = find(ticket), items[index].state == "attention" else {
                return
            }
            queue(index)
        case .reply, .replyLater, .sendNow, .undo, .ask, .answer, .merge, .assign, .whisper, .note,
            .draft:
            break
        }
    }

    private mutating func online(_ id: String) {
        if rows[id]?.presence != "online" { rows[id]?.idle = now }
        rows[id]?.presence = "online"
    }

    private func find(_ ticket: String) -> Int? { items.firstIndex { $0.id == ticket } }

    private func isLead(_ id: String) -> Bool { plan.agent(id)?.roles == ["lead"] }

    private func mine(_ ticket: String, _ epoch: Int, _ id: String, _ state: String) -> Int? {
        guard let index = find(ticket), items[index].agent == id, items[index].state == state,
            items[index].epoch == epoch
        else { return nil }
        return index
    }

    private mutating func claim(_ ticket: String, _ id: String) {
        guard let index = find(ticket), ["queued", "parked"].contains(items[index].state),
            isFree(id), let agent = plan.agent(id), canTake(agent, items[index])
        else { return }
        items[index].epoch += 1
        rows[id]?.idle = now
        hold(index, id)
    }

    private mutating func takeOver(_ ticket: String, _ id: String) {
        guard isLead(id), let index = find(ticket),
            ["queued", "offered", "claimed", "parked", "attention"].contains(items[index].state),
            !(items[index].state == "claimed" && items[index].agent == id)
        else { return }
        if rows[id]?.presence == "offline" { online(id) }
        // An offer that was the lead's own already counted as their latest work.
        if items[index].agent != id { rows[id]?.idle = now }
        items[index].epoch += 1
        hold(index, id)
    }

    private mutating func transfer(_ ticket: String, _ epoch: Int, _ name: String, _ id: String) {
        guard let index = mine(ticket, epoch, id, "claimed"),
            let queue = plan.queues.first(where: { $0.name == name })
        else { return }
        items[index].queue = name
        raise(index, queue.serviceClass)
        self.queue(index, keepRefusals: true)
        let others = plan.agents.filter {
            $0.id != id && canTake($0, items[index]) && !items[index].declined.contains($0.id)
        }
        if !others.isEmpty, !items[index].declined.contains(id) { items[index].declined.append(id) }
    }

    // MARK: Offers

    private func isFree(_ id: String) -> Bool {
        guard let row = rows[id], row.presence == "online", row.lost == nil else { return false }
        return load(id) < plan.agent(id)?.capacity ?? 0
    }

    private func load(_ id: String) -> Int { items.count { $0.agent == id } }

    private func canTake(_ agent: AgentPlan, _ item: Item) -> Bool {
        guard let queue = plan.queues.first(where: { $0.name == item.queue }) else { return false }
        let skilled = plan.agents.filter { agent in
            queue.needs.allSatisfy { need in agent.skills.contains { $0.name == need.name } }
        }
        let speakers = skilled.filter {
            item.language == nil || $0.languages.isEmpty
                || $0.languages.contains(item.language ?? "")
        }
        return (speakers.isEmpty ? skilled : speakers).contains { $0.id == agent.id }
    }

    private mutating func offerAll() {
        for index in items.indices where items[index].state == "queued" {
            let anybody = plan.agents.contains {
                canTake($0, items[index]) && !items[index].declined.contains($0.id)
            }
            if !anybody { items[index].state = "attention" }
        }
        let order = items.indices.filter { items[$0].state == "queued" }.sorted {
            (rank(items[$0]), items[$0].number) < (rank(items[$1]), items[$1].number)
        }
        for index in order {
            let able = plan.agents.filter {
                isFree($0.id) && canTake($0, items[index]) && !items[index].declined.contains($0.id)
            }
            guard let best = able.min(by: { better($0, $1, items[index]) }) else { continue }
            items[index].state = "offered"
            items[index].agent = best.id
            items[index].until = now + plan.defaults.offerTime
            offers += 1
            items[index].offerNumber = offers
            items[index].epoch += 1
            rows[best.id]?.idle = now
        }
    }

    private func rank(_ item: Item) -> Instant {
        item.queuedAt - (plan.classes.first { $0.name == item.serviceClass }?.headStart ?? .zero)
    }

    private func better(_ left: AgentPlan, _ right: AgentPlan, _ item: Item) -> Bool {
        if left.id == item.last || right.id == item.last { return left.id == item.last }
        if load(left.id) != load(right.id) { return load(left.id) < load(right.id) }
        let need = plan.queues.first { $0.name == item.queue }?.needs.first?.name
        let level = { (agent: AgentPlan) in agent.skills.first { $0.name == need }?.level ?? 0 }
        if level(left) != level(right) { return level(left) > level(right) }
        let (one, two) = (rows[left.id]?.idle, rows[right.id]?.idle)
        if let one, let two, one != two { return one < two }
        return left.id < right.id
    }
}
