import Facts

@testable import Desk

/// Makes up commands that are plausible for a desk, and some that are not.
struct RandomCommands {
    var random: SeededRandom
    var conversations = 6
    /// Also what the naive model does not know: held replies, questions, merges, call backs.
    var isWhole = false
    let agents = ["ana", "ben", "eva", "lea", "nobody"]

    init(seed: UInt64) {
        random = SeededRandom(seed: seed)
    }

    mutating func chance(_ percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &random) < percent
    }

    mutating func pick<T>(_ values: [T], or other: T) -> T {
        values.randomElement(using: &random) ?? other
    }

    /// The next command: what the shell's timers ring when they are due, else anything.
    mutating func next(for desk: Desk, at now: Instant) -> DeskCommand {
        if let (timer, at) = desk.nextTimer, at <= now { return .timer(timer) }
        if isWhole, chance(15) { return careful(desk, now) }
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<16: return handoff()
        case 16..<22: return .customerWrote(conversation: conversation())
        case 22..<24: return .conversationEnded(conversation: conversation())
        case 24..<28: return .agentLost(pick(agents, or: ""))
        case 28..<30: return .timer(pick([.ticket("T-1001"), .agent("ana")], or: .agent("x")))
        default: return agentCommand(desk, now)
        }
    }

    /// What was added to the first desk.
    private mutating func careful(_ desk: Desk, _ now: Instant) -> DeskCommand {
        let ticket = desk.tickets.randomElement(using: &random)
        let owner = ticket?.state.owner ?? ticket?.lastAgent
        let agent = chance(80) ? owner ?? pick(agents, or: "") : pick(agents, or: "")
        let (id, epoch) = (ticket?.id ?? "T-1001", ticket?.epoch ?? 0)
        let other = desk.tickets.randomElement(using: &random)?.id ?? "T-9"
        switch Int.random(in: 0..<15, using: &random) {
        case 0..<3:
            return .agent(
                agent,
                .replyLater(ticket: id, epoch: epoch, text: "late", delay: .seconds(5)))
        case 3, 4: return .agent(agent, .undo(ticket: id))
        case 5: return .agent(agent, .sendNow(ticket: id))
        case 6:
            return .agent(agent, .ask(ticket: id, epoch: epoch, queue: "payments", text: "?"))
        case 7: return .agent(agent, .answer(ticket: id, epoch: epoch, text: "!"))
        case 8: return .agent(agent, .merge(ticket: id, epoch: epoch, into: other))
        case 9: return .agent("lea", .assign(ticket: id, agent: pick(agents, or: "")))
        case 10: return .agent("lea", .whisper(ticket: id, text: "psst"))
        case 11:
            return .customerAsked(conversation: conversation(), .callBack(at: now, number: nil))
        case 12: return .customerAsked(conversation: conversation(), .withdraw)
        case 13: return .agent(agent, .active)
        default:
            return .customerAsked(
                conversation: conversation(), pick([.wait, .rate(grade: 3)], or: .wait))
        }
    }

    private mutating func conversation() -> String {
        "c\(Int.random(in: 0..<conversations, using: &random))"
    }

    private mutating func handoff() -> DeskCommand {
        var facts = Record()
        if chance(20) { facts["legal"] = .flag(true) }
        if chance(20) { facts["customer"] = .record(["tier": .text("vip")]) }
        return Fixture.handoff(
            conversation(), customer: isWhole ? "u-\(Int.random(in: 0..<3, using: &random))" : nil,
            queue: pick(["general", "payments", "safety", "nowhere", nil], or: nil),
            language: pick(["en", "de", "fr", nil], or: nil), facts: facts,
            serviceClass: pick(["urgent", "low", "silly", nil], or: nil))
    }

    private mutating func agentCommand(_ desk: Desk, _ now: Instant) -> DeskCommand {
        let ticket = desk.tickets.randomElement(using: &random)
        // Mostly the owner with the right epoch, so that the commands get somewhere.
        let owner = ticket?.state.owner
        let agent = chance(70) ? owner ?? pick(agents, or: "") : pick(agents, or: "")
        let id = chance(3) ? "T-9" : ticket?.id ?? "T-1001"
        let epoch = (ticket?.epoch ?? 0) - (chance(5) ? 1 : 0)
        return .agent(agent, command(id, epoch, now))
    }

    private mutating func command(_ id: String, _ epoch: Int, _ now: Instant) -> AgentCommand {
        switch Int.random(in: 0..<26, using: &random) {
        case 0..<4: return .online
        case 4: return .away(reason: "phone")
        case 5: return .takeBreak(reason: "lunch")
        case 6: return .offline
        case 7..<9: return .next
        case 9..<13: return .accept(ticket: id, epoch: epoch)
        case 13..<15: return .decline(ticket: id, epoch: epoch)
        case 15: return .claim(ticket: id)
        case 16..<19: return .reply(ticket: id, epoch: epoch, text: chance(5) ? "" : "text")
        case 19:
            return pick([.note(ticket: id, text: "n"), .draft(ticket: id, text: "d")], or: .next)
        case 20:
            let queue = pick(["general", "payments", "safety", "nowhere"], or: "")
            return .transfer(ticket: id, epoch: epoch, queue: queue, note: "")
        case 21:
            let until = now + .seconds(Int.random(in: -5...500, using: &random))
            let why = pick(ParkReason.allCases, or: .snoozed)
            return .snooze(ticket: id, epoch: epoch, until: until, why: why)
        case 22: return .wake(ticket: id)
        case 23:
            return chance(70)
                ? .resolve(ticket: id, epoch: epoch, code: "done")
                : .endWrapUp(ticket: id, code: chance(50) ? "other" : nil)
        case 24: return chance(50) ? .kick(ticket: id) : .takeOver(ticket: id)
        default: return chance(30) ? .returnToBot(ticket: id, epoch: epoch, note: "") : .online
        }
    }
}
