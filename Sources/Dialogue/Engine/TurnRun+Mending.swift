import Facts

/// What repairs do with the question that is open below them: take an answer back, skip, explain, rephrase, leave it.
extension TurnRun {
    mutating func mend(_ repair: QuestionRepair) throws(Interruption) {
        state.stack.removeLast()
        switch repair {
        case .takeBack: takeBackLastAnswer()
        case .skip: try skipQuestion()
        case .explain:
            if let why = reasonOfQuestion { try sayAll([why]) }
            resumeBelow()
        case .rephrase: resumeBelow()
        case .leave:
            state.working?.keepsQuestion = true
            startTimerBelow()
        }
    }

    /// The question below stays open as it is, with the state's delayed event.
    mutating func startTimerBelow() {
        guard isAsking, let frame = state.stack.last, let current = currentFlow?.state(frame.state)
        else { return }
        startTimer(of: current)
    }

    /// The slot that the customer gave last is empty again and asked for; a try that it cost is given back.
    private mutating func takeBackLastAnswer() {
        guard let slot = lastAnswered else { return resumeBelow() }
        clear(slot)
        withFrame { frame in
            if let tries = frame.tries[slot], tries > 0 { frame.tries[slot] = tries - 1 }
        }
        restart()
    }

    /// Of several that one message gave, the last that the flow declares.
    private var lastAnswered: String? {
        guard let answered = state.stack.last?.answered, let turn = answered.values.max() else {
            return nil
        }
        return currentFlow?.slots.last { answered[$0.id] == turn }?.id
    }

    /// An optional slot stays empty; else the flow's handler of `skipped`, else the question comes back.
    private mutating func skipQuestion() throws(Interruption) {
        guard let slot = openSlot else { return resumeBelow() }
        if try handle(.event("skipped")) { return }
        guard slot.isOptional else { return resumeBelow() }
        withFrame { frame in
            frame.skipped.append(slot.id)
            frame.phase = .entering
        }
    }

    /// The slot that the innermost flow asks for.
    private var openSlot: Slot? {
        guard case .asking(.slot(let id, _)) = state.stack.last?.phase else { return nil }
        return currentFlow?.slot(id)
    }

    /// The reply that says why the open question is asked.
    private var reasonOfQuestion: String? {
        guard let frame = state.stack.last, let flow = currentFlow else { return nil }
        switch frame.phase {
        case .asking(.slot(let id, _)): return flow.slot(id)?.why
        case .asking(.confirmation): return flow.state(frame.state)?.why
        case .entering, .filling, .resuming, .performing: return nil
        }
    }

    /// What a repair may ask about the question that is open below it.
    var questionFacts: Record {
        var below = self
        while below.currentFlow?.kind == .repair { below.state.stack.removeLast() }
        var hasHandler = false
        if let frame = below.state.stack.last, let flow = below.currentFlow {
            let found = below.handler(for: .event("skipped"), in: flow, state: frame.state)
            hasHandler = found != nil
        }
        let slot = below.openSlot
        return [
            "answers": .integer(below.state.stack.last?.answered.count ?? 0),
            "is_asking": .flag(below.isAsking), "explains": .flag(below.reasonOfQuestion != nil),
            "can_skip": .flag(slot != nil && (slot?.isOptional == true || hasHandler)),
        ]
    }
}
