import Facts
import Understanding

/// One turn being run: the state and what the turn may read. A step works on a copy and is kept only when it is
/// complete, so a step that lacks an answer of the shop can be run again from its beginning.
struct TurnRun {
    let dialogue: Dialogue
    /// One: whoever copies the turn copies a reference, until something changes. The state has forty fields, and
    /// every look at a fact copies the turn.
    private var states: [DialogueState]
    /// Another one for each change of the state.
    private var stateRevision = 0
    let now: Instant
    let today: Day
    /// The customer's message of this turn, read once; one at most.
    private var heard: [Interpretation] = []
    /// What was read in this turn, for one slot after the other.
    let shared: SharedReadings
    /// Writes that are left to people.
    let barred: Set<String>
    /// Arguments of replies to an event of the shop's world.
    var eventFields = Record()
    /// What the turn went through; stays empty where the book is not traced.
    var trace: [TraceMark] = []

    var book: DialogueBook { dialogue.book }

    var state: DialogueState {
        _read { yield states[0] }
        _modify {
            shared.revisions += 1
            stateRevision = shared.revisions
            yield &states[0]
        }
    }

    /// Another one for each change of what the turn knows: what is found out of the same one is the same.
    var revision: Revision {
        Revision(state: stateRevision, answers: shared.answers.count)
    }

    var interpretation: Interpretation? {
        get { heard.first }
        set { heard = newValue.map { [$0] } ?? [] }
    }

    init(
        dialogue: Dialogue, state: DialogueState, now: Instant, today: Day, shared: SharedReadings,
        barred: Set<String>
    ) {
        self.dialogue = dialogue
        states = [state]
        self.now = now
        self.today = today
        self.shared = shared
        self.barred = barred
    }

    /// Runs steps until the turn waits for the shop or is over.
    mutating func run() -> [DialogueOutput] {
        while true {
            var attempt = self
            shared.isTrying = true
            do throws(Interruption) {
                let goesOn = try attempt.step()
                self = attempt
                keepAnswers()
                if !goesOn { return end() }
            } catch {
                keepAnswers()
                switch error {
                case .need(let call): return wait(for: call)
                case .failed(let action, let result): interrupt(action: action, result)
                }
            }
            if let call = state.working?.pending { return [.call(call)] }
        }
    }

    /// One step; false when the turn is over.
    private mutating func step() throws(Interruption) -> Bool {
        guard var working = state.working, working.handoff == nil else { return false }
        // To fill a slot after another is one step: they are as many as the flow has.
        if state.stack.last?.phase != .filling { working.steps += 1 }
        state.working = working
        guard working.steps <= book.limits.stepsPerTurn else {
            giveUp(reason: "too_many_steps")
            return false
        }
        if !working.isRead {
            state.working?.isRead = true
            if let interpretation { try read(interpretation) }
            return true
        }
        return try advance()
    }

    /// What the shop has answered within a step stays known, whether the step is kept or undone.
    private mutating func keepAnswers() {
        shared.isTrying = false
        let answers = shared.answers
        guard !answers.isEmpty else { return }
        shared.answers = [:]
        state.working?.calls += answers.count
        state.working?.answers.merge(answers) { $1 }
    }

    private mutating func wait(for call: ActionCall) -> [DialogueOutput] {
        guard let calls = state.working?.calls, calls < book.limits.callsPerTurn else {
            giveUp(reason: "too_many_calls")
            return end()
        }
        state.working?.calls += 1
        state.working?.pending = call
        return [.call(call)]
    }

    /// A look-up failed for good: the flow's handler of `failed`, else a person.
    private mutating func interrupt(action: String, _ result: ActionResult) {
        noteFailure(of: action, result)
        if (try? handle(.event("failed"), knowing: true)) == true { return }
        say("repair.shop_unavailable")
        giveUp(reason: "action_failed")
    }

    mutating func noteFailure(of action: String, _ result: ActionResult) {
        let failure = FailedAction(
            action: action, reason: result.reason ?? result.outcome, attempts: result.attempts)
        state.failures = Array((state.failures + [failure]).suffix(8))
    }

    /// A person takes over when the turn ends.
    mutating func giveUp(reason: String, queue: String? = nil) {
        state.working?.handoff = HandoffWish(queue: queue, reason: reason)
    }

    private mutating func end() -> [DialogueOutput] {
        offersWaysOut()
        guard let working = state.working else { return [] }
        if working.said.isEmpty, working.utterance != nil, working.handoff == nil {
            say("repair.how_can_i_help")
        }
        // A person who takes over is told of, quiet or not.
        let isQuiet = working.isQuiet && working.handoff == nil
        let said = isQuiet ? [] : withoutEarlyClosings(state.working?.said ?? [])
        let keepsQuestion = state.working?.keepsQuestion == true && !state.lastSaid.isEmpty
        if !said.isEmpty, !keepsQuestion { state.lastSaid = said }
        state.keptQuestion = keepsQuestion
        state.askedAgain = asksAgain(after: working)
        rememberFacts()
        armPauses()
        let timers = state.working?.timers ?? []
        state.working = nil
        var outputs: [DialogueOutput] = timers.map { change in
            change.afterMilliseconds.map {
                .startTimer(name: change.name, after: .milliseconds($0))
            } ?? .cancelTimer(name: change.name)
        }
        if let handoff = working.handoff { outputs.append(.handoff(handoff)) }
        outputs.append(
            .turnEnded(
                TurnSummary(
                    said: said, intent: working.utterance == nil ? nil : state.intent,
                    confidence: working.confidence, rule: working.rule, state: stateName,
                    outcome: working.outcome, mentions: working.mentions,
                    satisfaction: working.satisfaction, takenAs: working.takenAs)))
        return outputs
    }

    /// The same confirmation as before is open, and not because the customer has changed what it says.
    private func asksAgain(after working: Working) -> Bool {
        guard working.utterance != nil else { return state.askedAgain }
        let isChanged = working.said.first?.reply == "repair.corrected"
        return !confirmationOpen.isEmpty && confirmationOpen == working.confirming
            && (!isChanged || interpretation?.asksAnything == true)
    }

    /// Flow and state of the confirmation that waits for its yes; empty where none does.
    var confirmationOpen: [String] {
        guard let frame = state.stack.last, case .asking(.confirmation) = frame.phase else {
            return []
        }
        return [frame.flow, frame.state]
    }

    /// "Is there anything else?" only where nothing more follows: what follows may be a question of its own.
    private func withoutEarlyClosings(_ said: [SaidReply]) -> [SaidReply] {
        let closing = book.render("repair.anything_else", arguments: Record(), state: state)
        guard let words = closing?.text, said.count > 1 else { return said }
        return said.indices.map { place in
            var reply = said[place]
            if place < said.count - 1, reply.text.hasSuffix(words) {
                // A blank or a new line stands between, in Japanese nothing.
                let rest = reply.text.dropLast(words.count)
                if let last = rest.lastIndex(where: { !$0.isWhitespace }) {
                    reply.text = String(rest[...last])
                }
            }
            return reply
        }
    }

    /// Keeps the plain fields of what was looked up for the open flow.
    private mutating func rememberFacts() {
        for fact in currentFlow?.facts ?? [] {
            guard let record = knownFact(fact.name)?.record else { continue }
            var plain = Record()
            for (name, value) in record.fields where value.list == nil && value.record == nil {
                plain[name] = value
            }
            state.facts[fact.name] = .record(plain)
        }
    }

    /// `return_item/confirm`, or `idle`.
    private var stateName: String {
        state.stack.last.map { "\($0.flow)/\($0.state)" } ?? "idle"
    }
}

// MARK: - How a turn begins

extension TurnRun {
    mutating func begin(_ said: Interpretation) {
        let interpretation = withoutEchoes(said)
        self.interpretation = interpretation
        shared.readings.note(interpretation)
        state.turn += 1
        state.language = interpretation.language
        state.intent = interpretation.verdict.intent
        var working = Working(utterance: interpretation.text)
        working.confidence = interpretation.verdict.confidence
        working.mentions = interpretation.mentions
        if case .rule(_, let rule) = interpretation.verdict { working.rule = rule }
        state.working = working
        migrateOpenFlows()
        hearAgain()
    }

    /// Takes the shop's answer; false where nothing waits for it (a late or repeated answer).
    mutating func accept(_ result: ActionResult, of id: String) -> Bool {
        guard let call = state.working?.pending, call.id == id else { return false }
        migrateOpenFlows()
        state.working?.pending = nil
        switch call.access {
        case .read: state.working?.answers[call.signature] = result
        case .write:
            // What was read before is outdated.
            state.working?.answers = [call.id: result]
            shared.readings.beginTurn()
        }
        interpretation = state.working?.utterance.map(interpretation(of:))
        return true
    }

    /// A delayed event is due; false where the conversation has left its state.
    mutating func beginExpiry(of timer: String) -> Bool {
        guard state.working == nil else { return false }
        switch timer {
        case Self.silenceTimer: return beginSilence()
        case Self.ratingTimer: return beginRating()
        case Self.eventTimer: return beginLateEvent()
        default: return beginStateExpiry(of: timer)
        }
    }

    static let eventTimer = "pause/event"

    /// An event that came while a turn waited for the shop has its turn now.
    private mutating func beginLateEvent() -> Bool {
        guard !state.lateEvents.isEmpty else { return false }
        let event = state.lateEvents.removeFirst()
        beginEvent(event.name, event.fields)
        if !state.lateEvents.isEmpty {
            state.working?.timers.append(
                TimerChange(name: Self.eventTimer, afterMilliseconds: 1000))
        }
        return true
    }

    private mutating func beginStateExpiry(of timer: String) -> Bool {
        guard state.stack.last?.timerName == timer else { return false }
        state.working = Working(utterance: nil)
        state.working?.isRead = true
        migrateOpenFlows()
        guard let frame = state.stack.last,
            let expiry = book.flows[frame.flow]?.state(frame.state)?.expiry
        else { return true }
        noteTaken(.expired)
        do throws(Interruption) {
            try apply(expiry.step)
        } catch {
            return false
        }
        // Who was told that it waits is not written to a day later.
        let isPaused = state.isPaused
        state.working?.isQuiet = isPaused
        return true
    }

    /// Something happened in the shop's world: armed watches first, then the open flows' handlers.
    mutating func beginEvent(_ event: String, _ fields: Record) {
        guard state.working == nil else { return }
        state.working = Working(utterance: nil)
        state.working?.isRead = true
        migrateOpenFlows()
        eventFields = fields
        let matching = state.watches.filter { watch in
            watch.event == event && fields[watch.field].map(watch.isAbout) == true
        }
        state.watches.removeAll(where: matching.contains)
        for watch in matching { say(watch.say, arguments: watch.arguments.merging(fields)) }
        if matching.isEmpty { _ = try? handle(.event(event), knowing: true) }
    }
}

extension Frame {
    /// The name of the delayed event of the frame's state.
    var timerName: String { "\(flow)/\(state)" }
}
