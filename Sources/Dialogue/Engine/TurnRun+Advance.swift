import Facts
import Understanding

/// Running the flows: entering states, collecting slots, asking, acting.
extension TurnRun {
    /// Runs the innermost flow one step; false when it waits for the customer, or nothing is left to do.
    mutating func advance() throws(Interruption) -> Bool {
        guard let frame = state.stack.last else { return beginNextWish() }
        guard let flow = book.flows[frame.flow], let current = flow.state(frame.state) else {
            giveUp(reason: "unknown_flow")
            return false
        }
        switch frame.phase {
        case .asking: return false
        case .performing(let call): return try conclude(call, in: flow, current)
        case .entering: return try enter(current, resuming: false)
        case .filling: return try go(into: current, resuming: false)
        case .resuming: return try enter(current, resuming: true)
        }
    }

    private mutating func enter(_ current: State, resuming: Bool) throws(Interruption) -> Bool {
        noteEntered()
        if asksForBarred(current) {
            giveUp(reason: Dialogue.frozen)
            return false
        }
        if !resuming { try sayAll(current.say) }
        return try go(into: current, resuming: resuming)
    }

    /// What a state does when its own words are said.
    private mutating func go(into current: State, resuming: Bool) throws(Interruption) -> Bool {
        switch current.body {
        case .collect(let slots, let branches):
            switch try collect(slots, in: current, resuming: resuming) {
            case .filled: return true
            case .left: return !isAsking
            case .complete: return try take(branches)
            }
        case .confirm(let reply, _, _):
            if try isOutdated(reply, in: current, resuming) {
                restart()
                return true
            }
            try sayAll(try answersKept() + [reply])
            withFrame { $0.asked = nil }
            state.shown = []
            wait(for: .confirmation, in: current)
            return false
        case .perform(let use, let key, let outcomes):
            return try perform(use, key: key, outcomes: outcomes)
        case .choose(let branches):
            return try take(branches)
        }
    }

    /// What the confirmation that was open would say is not there any more: what it was about has changed
    /// meanwhile, and the flow says from its beginning what is to be had now.
    private func isOutdated(
        _ reply: String, in current: State, _ resuming: Bool
    ) throws(Interruption) -> Bool {
        if resuming { return try lacksWords(for: reply) }
        guard let flow = state.stack.last?.flow,
            state.working?.confirming == [flow, current.id]
        else { return false }
        return try leavesGaps(reply)
    }

    /// Its yes would lead to a write that is left to people: nobody is asked for it.
    private func asksForBarred(_ current: State) -> Bool {
        guard !barred.isEmpty, case .confirm(_, let agreed, _) = current.body,
            let write = currentFlow.flatMap({ write(behind: agreed, in: $0) })
        else { return false }
        return barred.contains(write)
    }

    /// Waits for the customer in the open question, with the state's delayed event.
    mutating func wait(for question: Question, in current: State) {
        withFrame { $0.phase = .asking(question) }
        startTimer(of: current)
    }

    /// The state's delayed event, counted from now on.
    mutating func startTimer(of current: State) {
        guard let expiry = current.expiry, let frame = state.stack.last else { return }
        state.working?.timers.append(
            TimerChange(name: frame.timerName, afterMilliseconds: expiry.after.milliseconds))
    }

    /// The first branch that is true; the check proves that there is an `else`.
    private mutating func take(_ branches: [Branch]) throws(Interruption) -> Bool {
        let facts = KnownFacts(run: self)
        var roots: Set<String> = []
        for (index, branch) in branches.enumerated() {
            // Branch after branch reads the same facts.
            try prefetch(branch.condition.fields.filter { roots.insert($0.first ?? "").inserted })
            let holds = branch.condition.holds(in: facts)
            noteTested(.branch(index), branch.condition, holds: holds)
            if holds {
                noteTaken(.branch(index))
                try apply(branch.step)
                return true
            }
        }
        giveUp(reason: "no_branch")
        return false
    }

    /// Changes the innermost frame.
    mutating func withFrame(_ change: (inout Frame) -> Void) {
        guard !state.stack.isEmpty else { return }
        change(&state.stack[state.stack.count - 1])
    }
}

// MARK: - Collecting

extension TurnRun {
    private enum Collected {
        /// A slot was filled; there may be more of them.
        case filled
        /// A slot had to be asked, or the flow went elsewhere instead.
        case left
        case complete
    }

    /// Fills the first slot that has no value, or asks for it. One at a time, so that what was found in the words is
    /// kept when the next one waits for the shop: to find it again costs as much as all the rest of a turn.
    private mutating func collect(
        _ ids: [String], in current: State, resuming: Bool
    ) throws(Interruption) -> Collected {
        if !resuming, try learnsNicknames(before: ids) { return .filled }
        for id in ids {
            guard let slot = currentFlow?.slot(id) else { continue }
            if !slot.condition.isAlways { try prefetch(slot.condition.fields) }
            guard let gap = nextGap(of: slot) else { continue }
            if try fill(slot, member: gap.member) {
                if !resuming { withFrame { $0.phase = .filling } }
                return .filled
            }
            // What is not asked for is taken all the same where the words say it.
            guard slot.condition.holds(in: KnownFacts(run: self)) else { continue }
            try ask(slot, member: gap.member, in: current, resuming: resuming)
            return .left
        }
        return .complete
    }

    /// Where a slot has no value yet: the whole slot, or one member of an `each` slot; nil when it is complete.
    func nextGap(of slot: Slot) -> (member: Int?, Void)? {
        guard let frame = state.stack.last, !frame.skipped.contains(slot.id) else { return nil }
        guard let each = slot.each else {
            return frame.slots[slot.id] == nil ? (nil, ()) : nil
        }
        let wanted = frame.slots[each]?.list?.count ?? 1
        let present = frame.slots[slot.id]?.list?.count ?? 0
        return present < wanted ? (present, ()) : nil
    }

    private mutating func ask(
        _ slot: Slot, member: Int?, in current: State, resuming: Bool
    ) throws(Interruption) {
        let choices = try choices(for: slot, member: member)
        if let choices, choices.isEmpty, try handle(.event("no_choice")) { return }
        if !resuming {
            if try takesReferred(slot, member: member) { return }
            gatherParts(of: slot)
            if try takesRestOfOwn(slot) { return }
        }
        let question = partQuestion(of: slot) ?? (id: slot.id, reply: slot.ask)
        let tries = state.stack.last?.tries[question.id] ?? 0
        if !resuming, tries >= slot.tries {
            if try !handle(.event("exhausted")) { giveUp(reason: "slot_not_given") }
            return
        }
        // Asked for the first time: in the words that list the choices, whatever was asked with them before.
        if tries == 0 { state.timesSaid[fullID(question.reply)] = nil }
        let narrowed = try narrowed(slot, member: member)
        if !resuming, narrowed == nil { try saysUnowned(slot) }
        let offers = (narrowed?.offers ?? choices).map { others($0, of: slot, member: member) }
        state.shown = Array((offers ?? []).prefix(book.limits.choices).map(\.choice))
        if let narrowed, let offers, saysMissing(narrowed.missing, offers, slot) {
            // The closest are listed with it.
        } else if offers.map({ asksToNarrow(narrowed?.offers ?? choices ?? $0, unless: $0) })
            != true
        {
            var arguments =
                offers.map { choiceArguments($0, slot, among: choices ?? $0) } ?? Record()
            arguments["member"] = self.member(member, of: slot)
            arguments["given"] = state.stack.last?.begun[slot.id]
            let isListed = lists(question.reply) || narrowed == nil || isTooLong(offers ?? [])
            try sayAll(
                [isListed ? question.reply : "repair.choose_one"], arguments: arguments)
        }
        if !resuming { withFrame { $0.tries[question.id, default: 0] += 1 } }
        wait(for: .slot(slot.id, member: member), in: current)
    }

    /// The question shows what there is to choose from; where it does not, the few things that the words leave ("the
    /// lamp", of all the shop sells) are shown instead of it.
    func lists(_ reply: String) -> Bool {
        guard book.replies.has("repair.choose_one"), let template = template(fullID(reply)) else {
            return true
        }
        return template.variables.contains { ["menu", "choices"].contains($0.first) }
    }

    /// Nobody reads such a list: "which one do you mean?" of all that the shop sells.
    func isTooLong(_ offers: [Offer]) -> Bool { offers.count > book.limits.listed }

    /// Without the version that the customer has: it is no other one.
    func others(_ offers: [Offer], of slot: Slot, member index: Int?) -> [Offer] {
        guard let own = member(index, of: slot) else { return offers }
        let others = offers.filter { !own.equals(.record($0.record)) }
        return others.isEmpty ? offers : others
    }

    /// A list too long to be read is not listed: the customer is asked for what splits it best. False where it is
    /// short, or nothing splits it.
    /// `others`: those that would be listed.
    mutating func asksToNarrow(_ offers: [Offer], unless others: [Offer]? = nil) -> Bool {
        guard isTooLong(others ?? offers), let split = ChoiceSplit(offers) else {
            return false
        }
        let id = split.attribute.isEmpty ? "repair.narrow_by_name" : "repair.narrow"
        guard book.replies.has(id) else { return false }
        state.shown = []
        say(
            id,
            arguments: [
                "count": .integer((others ?? offers).count), "attribute": .text(split.attribute),
                "values": .list(split.values.map { .text($0) }),
            ])
        return true
    }

    /// What a question may say about its choices: `choices`, a list; `menu`, numbered lines.
    /// `all`: the choices of which these are left; nil where these are all.
    func choiceArguments(_ offers: [Offer], _ slot: Slot, among all: [Offer]? = nil) -> Record {
        let shown = Array(offers.prefix(book.limits.choices))
        let menu = ChoiceMenu(
            offers: shown, among: all ?? shown, showsIDs: dialogue.isNamedByID(slot),
            book: book, language: state.language, isSpoken: state.channel == "speech")
        return [
            "choices": .list(shown.map { .record($0.record) }), "menu": .text(menu.text),
            slot.id: .record(["choices": .list(shown.map { .record($0.record) })]),
        ]
    }

    /// The value that an `each` slot's question is about.
    func member(_ index: Int?, of slot: Slot) -> Value? {
        guard let index, let each = slot.each, let list = state.stack.last?.slots[each]?.list,
            list.indices.contains(index)
        else { return nil }
        return list[index]
    }

    var currentFlow: Flow? {
        // Without a copy of the frame.
        guard let last = state.stack.indices.last else { return nil }
        return book.flows[state.stack[last].flow]
    }
}

// MARK: - Acting

extension TurnRun {
    private mutating func perform(
        _ use: ActionUse, key: [[String]], outcomes: [(name: String, step: Step)]
    ) throws(Interruption) -> Bool {
        try prefetch(use.arguments.compactMap { $0.value.path })
        guard var call = call(use, bindings: state.stack.last?.slots ?? Record()) else {
            giveUp(reason: "argument_missing")
            return false
        }
        guard call.access == .write else {
            let result = try answer(to: call, call.signature)
            try follow(result, of: use.action, outcomes: outcomes)
            return true
        }
        guard let consent = state.stack.last?.consent else {
            giveUp(reason: "unconfirmed_write")
            return false
        }
        call.consent = consent
        call.key = writeKey(of: use, key: key)
        call.amount = try amount(of: call)
        // The look for the amount was a call too.
        call.id = nextCallID
        state.working?.calls += 1
        state.working?.pending = call
        withFrame { $0.phase = .performing(call: call.id) }
        return true
    }

    /// The same conversation, action and key values are the same write, until another write is done:
    /// an answer that was lost may be asked for again, and A after B is not the first A.
    private func writeKey(of use: ActionUse, key: [[String]]) -> String {
        let facts = KnownFacts(run: self)
        let values = key.map { facts.value(at: $0)?.argument.canonicalText ?? "-" }
        let place = String(state.done.count)
        return ([state.conversation, use.action] + values + [place]).joined(separator: "|")
    }

    /// What the write moves, by its preview, where the pack limits it.
    private func amount(of write: ActionCall) throws(Interruption) -> Money? {
        guard let limit = book.actions[write.action]?.limit,
            let preview = book.actions[limit.preview]
        else { return nil }
        var arguments = Record()
        for name in preview.parameters { arguments[name] = write.arguments[name] }
        let look = ActionCall(
            id: write.id, conversation: write.conversation, action: limit.preview,
            arguments: arguments, access: .read)
        let result = try answer(to: look, look.signature)
        if result.outcome == "failed" { throw .failed(action: limit.preview, result) }
        return result.value?.record?[limit.amount]?.money
    }

    /// The write is done or refused: what the flow says about its outcome comes next.
    private mutating func conclude(
        _ call: String, in flow: Flow, _ current: State
    ) throws(Interruption) -> Bool {
        guard let result = state.working?.answers[call], let frame = state.stack.last,
            case .perform(let use, let key, let outcomes) = current.body
        else {
            // The write is out and the flow has no words for its answer: a person looks at it.
            giveUp(reason: "flow_changed")
            return false
        }
        if result.outcome == "ok", let request = flow.request {
            state.done.append(
                DoneRequest(
                    type: request, orderID: frame.orderID, action: use.action,
                    key: writeKey(of: use, key: key)))
        }
        try follow(result, of: use.action, outcomes: outcomes)
        return true
    }

    private mutating func follow(
        _ result: ActionResult, of action: String, outcomes: [(name: String, step: Step)]
    ) throws(Interruption) {
        withFrame {
            $0.result = result.value ?? result.reason.map { .record(["reason": .text($0)]) }
            $0.consent = nil
        }
        if ["failed", ActionResult.barred].contains(result.outcome) {
            noteFailure(of: action, result)
        }
        guard let outcome = outcomes.first(where: { $0.name == result.outcome }) else {
            giveUp(reason: "action_failed")
            return
        }
        noteTaken(.outcome(outcome.name))
        if triesNextSaid(insteadOf: outcome.step) { return }
        try apply(outcome.step)
    }

    /// "It is one of these two: …": where the first tells nobody, the look-up is done again with the other.
    private mutating func triesNextSaid(insteadOf step: Step) -> Bool {
        for id in step.clear {
            guard let slot = currentFlow?.slot(id), let type = book.types[slot.type.name],
                let kind = type.entity, type.parts.isEmpty,
                dialogue.kinds.ofIdentity.contains(kind),
                let old = state.stack.last?.slots[id]
            else { continue }
            state.earlier.removeAll { $0.kind == kind && $0.value == old }
            guard let next = state.earlier.last(where: { $0.kind == kind && !$0.isNegated })
            else { continue }
            keep(next.value, in: slot, member: nil)
            withFrame { $0.phase = .entering }
            return true
        }
        return false
    }
}

extension Expression {
    var path: [String]? {
        switch self {
        case .literal: nil
        case .path(let path): path
        }
    }
}
