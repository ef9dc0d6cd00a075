import Facts

@testable import Desk

/// The desk's states and order written a second time, as plainly as can be: lists, no lines, no
/// effects, no ladders. Where it and the desk differ, one of them is wrong. Offers are below; what agents do
/// with a ticket beside taking and giving it is in `NaiveDesk+Work.swift`.
struct NaiveDesk {
    struct Row {
        var presence = "offline"
        /// Why the agent is on a break.
        var breakReason = ""
        var lost: Instant?
        /// The last sign of life.
        var input: Instant?
        var idle = Instant(milliseconds: 0)
        /// When the shift says something else next.
        var boundary: Instant?
    }

    struct Item {
        var id: String
        var number: Int
        /// Of the customer; none for a question to a team.
        var conversations: [String]
        var customer: String?
        var queue: String
        /// Queues that help.
        var widened: [String] = []
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
        var parent: String?
        var frozen = false
        /// Since when a reply is owed.
        var owed: Instant?
        var held: Held?
        var act: Act?
    }

    /// A reply that has not gone out; `at` nil: the customer wrote.
    struct Held: Equatable {
        var agent: String
        var at: Instant?
    }

    /// What may be taken back.
    struct Act {
        var agent: String
        var at: Instant
        /// Nil for a note; the queue and class of before for a transfer, empty for a snooze.
        var before: (queue: String, serviceClass: String)?
        var isNote: Bool { before == nil }
    }

    let plan: DeskPlan
    var rows: [String: Row] = [:]
    var items: [Item] = []
    var number = 0
    private var offers = 0
    var now = Fixture.start

    init(plan: DeskPlan) {
        self.plan = plan
        for agent in plan.agents { rows[agent.id] = Row() }
    }

    mutating func handle(_ command: DeskCommand, at moment: Instant) {
        now = moment
        switch command {
        case .handoff(let request): handOff(request)
        case .customerWrote(let name): customerWrote(name)
        case .customerAsked(let name, let request): grant(request, name)
        case .retold: break
        case .conversationEnded(let name): ended(name)
        case .agent(let id, let command):
            guard rows[id] != nil else { break }
            rows[id]?.lost = nil
            rows[id]?.input = now
            obey(command, id)
        case .agentLost(let id):
            guard rows[id] != nil, rows[id]?.lost == nil, rows[id]?.presence != "offline" else {
                break
            }
            rows[id]?.lost = now + plan.defaults.grace
            withdraw(id)
        case .timer(.agent(let id)): ring(agent: id)
        case .timer(.ticket(let id)):
            guard let index = find(id) else { break }
            if let until = items[index].until, until <= now { ring(index) }
            if let index = find(id), let at = items[index].held?.at, at <= now { say(index) }
        }
        dropHeld()
        offerAll()
    }

    private mutating func handOff(_ request: HandoffRequest) {
        dropStrangers(request)
        var index = items.firstIndex { $0.conversations.contains(request.conversation) }
        let isNew = index == nil
        if let index {
            if items[index].state == "resolved" || items[index].state == "wrap-up" {
                items[index].queuedAt = now
                items[index].owed = now
                items[index].widened = []
                queue(index)
            }
        } else {
            let queue = plan.queues.first { $0.name == request.queue } ?? plan.queues[0]
            index = add(
                queue, conversations: [request.conversation],
                customer: request.customer["id"]?.text, language: request.language)
        }
        guard let index else { return }
        raise(index, request.serviceClass)
        if request.facts["legal"] == .flag(true) {
            raise(index, "urgent")
            items[index].frozen = true
        }
        if request.facts["customer"] != nil { raise(index, "urgent") }
        if isNew { overflow(index) }
    }

    /// A conversation that another customer has taken over is no longer its ticket's.
    private mutating func dropStrangers(_ request: HandoffRequest) {
        guard let customer = request.customer["id"]?.text,
            let index = items.firstIndex(where: {
                $0.conversations.contains(request.conversation)
            }), let before = items[index].customer, before != customer
        else { return }
        if items[index].conversations.count > 1 {
            items[index].conversations.removeAll { $0 == request.conversation }
        } else if ["resolved", "wrap-up"].contains(items[index].state) {
            items.remove(at: index)
        } else {
            items[index].customer = customer
        }
    }

    mutating func add(
        _ queue: QueuePlan, conversations: [String], customer: String?, language: String?
    ) -> Int {
        number += 1
        items.append(
            Item(
                id: "T-\(1000 + number)", number: number, conversations: conversations,
                customer: customer, queue: queue.name, serviceClass: queue.serviceClass ?? "low",
                language: language, queuedAt: now, owed: conversations.isEmpty ? nil : now))
        return items.count - 1
    }

    /// A ticket that came to a queue with more than so many may go to the queue that helps.
    mutating func overflow(_ index: Int) {
        guard items[index].state == "queued",
            let rule = plan.queues.first(where: { $0.name == items[index].queue })?.overflow,
            !items[index].widened.contains(rule.queue), let limit = rule.waiting
        else { return }
        let waiting = items.count { item in
            item.state == "queued" && ([item.queue] + item.widened).contains(items[index].queue)
        }
        if waiting > limit { items[index].widened.append(rule.queue) }
    }

    mutating func raise(_ index: Int, _ name: String?) {
        let rank = ["low": 0, "normal": 1, "urgent": 2]
        guard let name, let new = rank[name], let old = rank[items[index].serviceClass], new > old
        else { return }
        items[index].serviceClass = name
    }

    mutating func queue(_ index: Int, keepRefusals: Bool = false) {
        items[index].state = "queued"
        items[index].agent = nil
        items[index].until = nil
        guard !keepRefusals else { return }
        items[index].declined = []
        items[index].failed = 0
    }

    mutating func hold(_ index: Int, _ id: String) {
        items[index].state = "claimed"
        items[index].agent = id
        items[index].until = nil
        items[index].declined = []
        items[index].failed = 0
        items[index].last = id
    }

    mutating func withdraw(_ id: String) {
        for index in items.indices where items[index].state == "offered" && items[index].agent == id
        {
            queue(index, keepRefusals: true)
        }
    }

    mutating func release(_ id: String) {
        for index in items.indices where items[index].state == "claimed" && items[index].agent == id
        {
            queue(index, keepRefusals: true)
        }
    }

    private mutating func ring(_ index: Int) {
        switch items[index].state {
        case "offered":
            let agent = items[index].agent ?? ""
            let offeredAt = (items[index].until ?? now) - plan.defaults.offerTime
            if let input = rows[agent]?.input, input > offeredAt {
                let others = plan.agents.filter {
                    $0.id != agent && !items[index].declined.contains($0.id)
                }
                if others.contains(where: { canTake($0, items[index]) }) {
                    items[index].declined.append(agent)
                }
                return failOffer(index)
            }
            failOffer(index)
            if rows[agent] != nil { set(agent, "away") }
        case "parked": queue(index)
        case "wrap-up": endWrapUp(index)
        default: items.remove(at: index)
        }
    }

    mutating func endWrapUp(_ index: Int) {
        items[index].state = "resolved"
        items[index].agent = nil
        items[index].until = now + plan.defaults.reopenWindow
    }

    mutating func failOffer(_ index: Int) {
        items[index].failed += 1
        let failed = items[index].failed
        queue(index, keepRefusals: true)
        if failed >= plan.defaults.maximumOffers { items[index].state = "attention" }
    }

    // MARK: Offers

    func isFree(_ id: String) -> Bool {
        guard let row = rows[id], row.presence == "online", row.lost == nil else { return false }
        return load(id) < plan.agent(id)?.capacity ?? 0
    }

    func load(_ id: String) -> Int { items.count { $0.agent == id } }

    func canTake(_ agent: AgentPlan, _ item: Item) -> Bool {
        ([item.queue] + item.widened).contains { name in
            guard let queue = plan.queues.first(where: { $0.name == name }) else { return false }
            let skilled = plan.agents.filter { agent in
                queue.needs.allSatisfy { need in agent.skills.contains { $0.name == need.name } }
            }
            let speakers = skilled.filter {
                item.language == nil || $0.languages.isEmpty
                    || $0.languages.contains(item.language ?? "")
            }
            return (speakers.isEmpty ? skilled : speakers).contains { $0.id == agent.id }
        }
    }

    mutating func offerAll() {
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

    func rank(_ item: Item) -> Instant {
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
