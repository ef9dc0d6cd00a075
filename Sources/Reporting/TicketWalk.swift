import Desk
import Facts

/// Walks through one ticket's history and says what counts.
struct TicketWalk {
    let ticket: TicketRecord
    let intent: String?
    private(set) var observations: [Observation] = []
    /// Who had the ticket, and when.
    private(set) var holds: [Hold] = []
    /// When the ticket was open, as spans; the last may have no end.
    private(set) var openSpans: [(start: Instant, end: Instant?)] = []

    /// How long the customer waited who left.
    private(set) var leftAfterSeconds: Double?
    /// The customer's last grade, 1…5.
    private(set) var grade: Int?

    /// A time in which an agent's slot was taken.
    struct Hold: Hashable, Sendable {
        var agent: String
        var start: Instant
        /// nil while it lasts.
        var end: Instant?
    }

    private var holder: (agent: String, since: Instant)?
    /// Of the present stretch of work, in seconds.
    private var handled = 0.0
    private var wrapUp: (agent: String, since: Instant)?
    private var waitingSince: Instant?
    private var startedAt: Instant
    private var owedSince: Instant?
    private var hasReply = false
    private var transfers = 0
    private var lastAgent: String?
    private var hasBroken: Set<TargetName> = []
    private var openSince: Instant?

    init(_ ticket: TicketRecord, intent: String?) {
        self.ticket = ticket
        self.intent = intent
        startedAt = ticket.createdAt
        waitingSince = ticket.createdAt
        owedSince = ticket.createdAt
        openSince = ticket.createdAt
        observe(Observation(.tickets, at: ticket.createdAt, counts: true, names(nil)))
        for step in ticket.history { take(step) }
        finish()
    }

    private mutating func take(_ step: TicketRecord.Step) {
        switch step.what {
        case "accepted", "claimed": hold(by: step.who, at: step.at)
        // A lead may have given it to somebody: the detail names who has it.
        case "taken_over": hold(by: step.detail.isEmpty ? step.who : step.detail, at: step.at)
        case "requeued":
            if step.who != "desk" { transfers += 1 }
            letGo(at: step.at)
            waitingSince = step.at
        case "callback_booked": waitingSince = nil
        case "parked": letGo(at: step.at)
        case "woken", "kicked": waitingSince = step.at
        case "replied": reply(step)
        case "wrote": owedSince = owedSince ?? step.at
        case "breached": breach(step)
        case "resolved": resolve(step)
        case "wrapped_up": endWrapUp(at: step.at)
        case "reopened": reopen(step)
        case "closed": close(step)
        case "rated": rate(step)
        // Offers, notes, ladders and the rest neither begin nor end anything that is measured.
        case _: break
        }
    }

    // MARK: Taking and leaving

    private mutating func hold(by agent: String, at now: Instant) {
        if holder != nil { letGo(at: now) }
        if let since = waitingSince {
            observe(Observation(.wait, from: since, to: now, names(agent)))
            observe(Observation(.abandonment, at: now, counts: false, names(agent)))
        }
        waitingSince = nil
        holder = (agent, now)
        lastAgent = agent
    }

    private mutating func letGo(at now: Instant) {
        guard let (agent, since) = holder else { return }
        handled += Double(max(0, (now - since).milliseconds)) / 1000
        holds.append(Hold(agent: agent, start: since, end: now))
        holder = nil
    }

    private mutating func endWrapUp(at now: Instant) {
        guard let (agent, since) = wrapUp else { return }
        wrapUp = nil
        handled += Double(max(0, (now - since).milliseconds)) / 1000
        holds.append(Hold(agent: agent, start: since, end: now))
        emitHandleTime(at: now)
    }

    private mutating func emitHandleTime(at now: Instant) {
        observe(Observation(.handleTime, at: now, numerator: handled, names(lastAgent)))
        handled = 0
    }

    // MARK: Speaking

    private mutating func reply(_ step: TicketRecord.Step) {
        let names = names(step.who)
        if hasReply {
            if let owedSince {
                observe(Observation(.nextReply, from: owedSince, to: step.at, names))
                level(.nextReply, .nextReplyLevel, at: step.at, names)
            }
        } else {
            observe(Observation(.firstReply, from: startedAt, to: step.at, names))
            level(.firstReply, .firstReplyLevel, at: step.at, names)
        }
        hasReply = true
        owedSince = nil
    }

    /// A kept promise counts when it is kept; a broken one counted when it was broken.
    private mutating func level(
        _ target: TargetName, _ figure: FigureName, at: Instant, _ names: Observation.Names
    ) {
        let isBroken = hasBroken.remove(target) != nil
        guard !isBroken, ticket.promises.contains(target) else { return }
        observe(Observation(figure, at: at, counts: true, names))
    }

    private mutating func breach(_ step: TicketRecord.Step) {
        guard let target = TargetName(rawValue: step.detail) else { return }
        hasBroken.insert(target)
        let figure: FigureName =
            switch target {
            case .firstReply: .firstReplyLevel
            case .nextReply: .nextReplyLevel
            case .resolution: .resolutionLevel
            }
        observe(Observation(figure, at: step.at, counts: false, names(holder?.agent)))
    }

    // MARK: Ending

    private mutating func resolve(_ step: TicketRecord.Step) {
        letGo(at: step.at)
        let names = names(step.who)
        observe(Observation(.resolution, from: startedAt, to: step.at, names))
        level(.resolution, .resolutionLevel, at: step.at, names)
        observe(Observation(.reopened, at: step.at, counts: false, names))
        observe(Observation(.satisfactionAnswers, at: step.at, counts: false, names))
        emitEnding(at: step.at, names)
        wrapUp = (step.who, step.at)
        if !isWrappedUp(after: step.at) {
            wrapUp = nil
            emitHandleTime(at: step.at)
        }
        endOpen(at: step.at)
    }

    /// Whether the history has the end of this wrap-up, or the slot is still busy.
    private func isWrappedUp(after at: Instant) -> Bool {
        let ends = ["wrapped_up", "reopened", "closed"]
        return ticket.history.first { $0.at >= at && ends.contains($0.what) }?.what == "wrapped_up"
    }

    private mutating func reopen(_ step: TicketRecord.Step) {
        endWrapUp(at: step.at)
        observe(
            Observation(
                .reopened, at: step.at, numerator: 1, denominator: 0, names(lastAgent)))
        startedAt = step.at
        waitingSince = step.at
        owedSince = step.at
        openSince = step.at
        hasReply = true
        hasBroken = []
    }

    private mutating func close(_ step: TicketRecord.Step) {
        endWrapUp(at: step.at)
        guard openSince != nil else { return }
        let hadHolder = holder != nil
        letGo(at: step.at)
        if step.detail == "abandoned", !hadHolder, let since = waitingSince {
            leftAfterSeconds = Double(max(0, (step.at - since).milliseconds)) / 1000
            observe(Observation(.abandonment, at: step.at, counts: true, names(nil)))
        }
        if handled > 0 || hadHolder { emitHandleTime(at: step.at) }
        emitEnding(at: step.at, names(lastAgent))
        endOpen(at: step.at)
    }

    private mutating func emitEnding(at now: Instant, _ names: Observation.Names) {
        observe(Observation(.transferred, at: now, counts: transfers > 0, names))
        transfers = 0
    }

    private mutating func endOpen(at now: Instant) {
        if let since = openSince { openSpans.append((since, now)) }
        openSince = nil
        waitingSince = nil
        owedSince = nil
    }

    private mutating func rate(_ step: TicketRecord.Step) {
        guard let grade = Int(step.detail), (1...5).contains(grade) else { return }
        self.grade = grade
        let names = names(lastAgent)
        observe(Observation(.satisfaction, at: step.at, counts: grade >= 4, names))
        observe(
            Observation(
                .satisfactionAnswers, at: step.at, numerator: 1, denominator: 0, names))
    }

    private mutating func finish() {
        if let since = openSince { openSpans.append((since, nil)) }
        if let (agent, since) = holder { holds.append(Hold(agent: agent, start: since)) }
    }

    private mutating func observe(_ observation: Observation) { observations.append(observation) }

    private func names(_ agent: String?) -> Observation.Names {
        Observation.Names(
            intent: intent, queue: ticket.queue, agent: agent, language: ticket.language)
    }
}
