import Facts
import Understanding

/// Taking a step: its actions, then where it leads.
extension TurnRun {
    mutating func apply(_ step: Step) throws(Interruption) {
        try prefetch(step.set.compactMap { $0.value.path })
        for (slot, expression) in step.set {
            let value = value(of: expression)
            withFrame { $0.slots[slot] = value }
        }
        if let path = step.identify { identify(from: path) }
        if let path = step.speak { speak(at: path) }
        try sayAll(step.say)
        if let watch = step.watch { arm(watch) }
        for slot in step.clear { clear(slot) }
        try go(to: step.destination)
    }

    func value(of expression: Expression) -> Value? {
        switch expression {
        case .literal(let value): value
        case .path(let path): KnownFacts(run: self).value(at: path)
        }
    }

    private mutating func identify(from path: [String]) {
        guard case .record(let customer)? = KnownFacts(run: self).value(at: path) else { return }
        state.customer = customer
        state.earlier.removeAll(where: isOwnCode)
    }

    private mutating func speak(at path: [String]) {
        guard let language = KnownFacts(run: self).value(at: path)?.argument.text,
            book.languages.contains(language)
        else { return }
        state.language = language
    }

    private mutating func arm(_ watch: Watch) {
        guard let value = KnownFacts(run: self).value(at: watch.path) else { return }
        let armed = ArmedWatch(
            event: watch.event, field: watch.field, value: value.argument, say: watch.say,
            arguments: state.stack.last?.slots ?? Record())
        state.watches = Array((state.watches + [armed]).suffix(16))
    }

    /// Empties a slot and what depends on it; it is asked anew, not filled from old words.
    mutating func clear(_ slot: String) {
        if let value = state.stack.last?.slots[slot] {
            state.earlier.removeAll { $0.value == value || value.record?.holds($0.value) == true }
        }
        withFrame { frame in
            frame.slots[slot] = nil
            frame.begun[slot] = nil
            frame.consent = nil
            frame.answered[slot] = nil
            frame.skipped.removeAll { $0 == slot }
            if !frame.stale.contains(slot) { frame.stale.append(slot) }
        }
        clearDependents(of: slot)
    }

    /// Slots whose type or members come from `slot` lose their value.
    mutating func clearDependents(of slot: String) {
        guard let flow = currentFlow else { return }
        for other in flow.slots where other.depends(on: slot) {
            guard state.stack.last?.slots[other.id] != nil else { continue }
            withFrame { $0.slots[other.id] = nil }
            clearDependents(of: other.id)
        }
    }

    private mutating func go(to destination: Destination) throws(Interruption) {
        cancelTimer()
        switch destination {
        case .state(let id):
            withFrame {
                $0.state = id
                $0.phase = .entering
            }
        case .end(let outcome): endFlow(outcome: outcome)
        case .handoff(let handoff): giveUp(reason: handoff.reason, queue: handoff.queue)
        case .flow(let id): replaceFlow(with: id)
        case .repeatLast:
            state.stack.removeLast()
            let last = state.lastSaid
            state.working?.said += last
            if isAsking == false { resumeBelow() }
        case .cancelBelow:
            state.stack.removeLast()
            cancelTimer()
            if !state.stack.isEmpty { endFlow(outcome: "cancelled") }
        case .question(let repair): try mend(repair)
        case .pause:
            state.stack.removeLast()
            state.isPaused = !state.stack.isEmpty
            startTimerBelow()
        case .endConversation:
            state.stack = []
            state.wishes = []
            let outcome = state.outcome
            state.working?.outcome = outcome
        }
    }

    /// The innermost flow waits for the customer.
    var isAsking: Bool {
        if case .asking = state.stack.last?.phase { true } else { false }
    }

    mutating func cancelTimer() {
        guard let frame = state.stack.last,
            book.flows[frame.flow]?.state(frame.state)?.expiry != nil
        else { return }
        state.working?.timers.append(TimerChange(name: frame.timerName, afterMilliseconds: nil))
    }

    /// The innermost flow ends; the one below goes on where it was.
    mutating func endFlow(outcome: String) {
        guard let ended = state.stack.popLast() else { return }
        guard book.flows[ended.flow]?.kind == .intent else { return resumeBelow() }
        remember(ended)
        // What nobody can be told of a product was asked of it all the same.
        let isForAnybody = book.flows[ended.flow].map { $0.request == nil && $0.needs == nil }
        if outcome == "resolved" || isForAnybody == true { rememberUse(ended) }
        let (served, book) = (ended.origins + [ended.flow], book)
        state.wishes.removeAll {
            $0.about == nil && served.contains(book.flowOfIntent[$0.intent] ?? "")
        }
        if outcome == "resolved" { dropServed(by: ended) }
        let servedBelow = state.stack.last.flatMap { book.flows[$0.flow]?.needs } == ended.flow
        if servedBelow, outcome == "verified" { hearWordsBesideIdentity() }
        if servedBelow, state.customer == nil {
            return endFlow(outcome: outcome)
        }
        if !servedBelow || state.stack.isEmpty {
            state.outcome = outcome
            state.working?.outcome = outcome
            let serves = book.flows[ended.flow].map { $0.needs != nil || $0.request != nil }
            if outcome == "resolved", serves == true { state.working?.isResolved = true }
        }
        if outcome == "resolved", book.flows[ended.flow]?.request != nil { namesOpenRequest() }
        resumeBelow()
    }

    /// What is asked again after something else was done is named: "yes" would else answer "anything else?".
    private mutating func namesOpenRequest() {
        guard let below = state.stack.last?.flow, book.flows[below]?.request != nil else { return }
        say("repair.back_to", arguments: ["wish": .text(title(of: below))])
    }

    /// The order that a flow was about is known to the next one: "when will it come?"
    private mutating func remember(_ ended: Frame) {
        for slot in book.flows[ended.flow]?.slots ?? [] where dialogue.isNamedByID(slot) {
            guard let kind = book.types[slot.type.name]?.entity,
                let id = ended.slots[slot.id]?.argument
            else { continue }
            remember([.ofEndedRequest(kind, id)])
        }
    }

    /// What a slot of a type had at last: "the same as last time".
    private mutating func rememberUse(_ ended: Frame) {
        for slot in book.flows[ended.flow]?.slots ?? []
        where slot.each == nil && !slot.isMany && !dialogue.isNamedByID(slot) {
            guard let value = ended.slots[slot.id] else { continue }
            state.used[slot.type.name] = value
        }
    }

    /// The flow below asks its open question again.
    mutating func resumeBelow() {
        withFrame { frame in
            switch frame.phase {
            case .asking: frame.phase = .resuming
            case .filling: frame.phase = .entering
            case .entering, .resuming, .performing: break
            }
        }
    }

    private mutating func replaceFlow(with id: String) {
        guard let flow = book.flows[id], let first = flow.states.first,
            let old = state.stack.popLast()
        else { return giveUp(reason: "unknown_flow") }
        // It waits below: the customer is back at it, and it is not begun twice.
        if let place = state.stack.lastIndex(where: { $0.flow == id }) {
            state.stack.removeSubrange((place + 1)...)
            if let words = old.utterances.last { hear(interpretation(of: words)) }
            return restart()
        }
        var frame = Frame(flow: id, version: flow.version, state: first.id)
        // "I want to return order 1042", at an exchange of another: neither that order nor what is in it comes along.
        let other = otherOrderNamed(than: old)
        for slot in flow.slots where !slot.isOf(other) && !leadsToMore(slot, than: old) {
            frame.slots[slot.id] = old.slots[slot.id]
        }
        frame.utterances = old.utterances
        // "Can I swap it for a green one rather?": the words that lead here may say what is wanted.
        if let words = state.working?.utterance, frame.utterances.last != words {
            frame.utterances = Array((frame.utterances + [words]).suffix(4))
        }
        frame.origins = old.origins + [old.flow]
        push(frame)
    }

    /// "I don't want to swap, just send back the bottle and the keyboard", at an exchange of the bottle: the words that
    /// lead here name a thing of the order that the list has not.
    private func leadsToMore(_ slot: Slot, than old: Frame) -> Bool {
        guard slot.isMany, let words = state.working?.utterance,
            let order = orderHeld(by: old), let list = old.slots[slot.id]?.list
        else { return false }
        let things = things(in: order)
        let held = Set(list.compactMap { $0.record?["name"]?.text })
        return passages(of: interpretation(of: words), among: things).contains { passage in
            !passage.isNegated && passage.indices.allSatisfy { !held.contains(things[$0].name) }
        }
    }

    /// The order that the flow is about.
    func orderHeld(by frame: Frame) -> Choice? {
        book.flows[frame.flow]?.slots.first(where: dialogue.isNamedByID)
            .flatMap { frame.slots[$0.id]?.record }.flatMap(Choice.init)
    }

    /// The slot of the order that a flow was about, where the words that lead elsewhere name another.
    private func otherOrderNamed(than old: Frame) -> String? {
        guard let words = state.working?.utterance, let flow = book.flows[old.flow],
            let slot = flow.slots.first(where: dialogue.isNamedByID),
            namesAnotherID(interpretation(of: words), than: old.slots[slot.id], of: slot)
        else { return nil }
        return slot.id
    }

    /// Opens a flow for the words that asked for it.
    mutating func open(flow id: String, utterance: String) {
        guard let flow = book.flows[id], let first = flow.states.first else {
            return giveUp(reason: "unknown_flow")
        }
        guard state.stack.count < book.limits.stackDepth else {
            return giveUp(reason: "too_many_flows")
        }
        cancelTimer()
        var frame = Frame(flow: id, version: flow.version, state: first.id)
        frame.utterances = [utterance]
        frame.asked = questionBeside(utterance, of: flow)
        state.begun[id, default: 0] += 1
        push(frame)
    }

    /// Puts a flow on top, with what its opening words give already, and above it the flow that it needs first.
    private mutating func push(_ frame: Frame) {
        state.stack.append(frame)
        for text in frame.utterances { _ = volunteer(interpretation(of: text)) }
        guard let needs = book.flows[frame.flow]?.needs, state.customer == nil,
            let first = book.flows[needs]
        else { return }
        var below = Frame(flow: needs, version: first.version, state: first.states.first?.id ?? "")
        // Who it is may stand in another part of the message than the wish.
        let whole = state.working?.utterance.map { [$0] } ?? []
        below.utterances = frame.utterances + whole.filter { !frame.utterances.contains($0) }
        push(below)
        recall()
    }

    /// Nothing is open: the next noted wish begins; false when there is none.
    mutating func beginNextWish() -> Bool {
        guard !state.wishes.isEmpty else { return false }
        state.wishes = inOrder(state.wishes)
        let wish = state.wishes.removeFirst()
        guard let flow = book.flowOfIntent[wish.intent] else { return true }
        say("repair.next_wish", arguments: ["wish": .text(title(of: wish.intent))])
        open(flow: flow, utterance: wish.text)
        for place in state.stack.indices where state.stack[place].flow == flow {
            state.stack[place].about = wish.about
            if wish.follows == true, wish.about == nil { followLast(place) }
        }
        return true
    }

    /// The order of the request before is that of the flow too.
    private mutating func followLast(_ place: Int) {
        let slot = book.flows[state.stack[place].flow]?.slots.first(where: dialogue.isNamedByID)
        guard let kind = slot.flatMap({ book.types[$0.type.name]?.entity }) else { return }
        state.stack[place].about =
            state.earlier.last {
                $0.kind == kind && $0.isOfEndedRequest
            }?.value
        state.stack[place].follows = true
    }

    func title(of intent: String) -> String {
        book.title(of: intent, language: state.language)
    }
}

extension Slot {
    /// It is the slot of that order, or of something in it.
    fileprivate func isOf(_ order: String?) -> Bool {
        order.map { id == $0 || depends(on: $0) } ?? false
    }

    func depends(on slot: String) -> Bool {
        each == slot || type.arguments.contains { $0.first == slot }
    }
}

extension Entity {
    /// What a request was about; it stands in no text.
    fileprivate static func ofEndedRequest(_ kind: String, _ value: Value) -> Entity {
        Entity(kind: kind, value: value, start: 0, end: 0)
    }

    fileprivate var isOfEndedRequest: Bool { start == end }
}
