public import Facts

extension Desk {
    func workClock(_ calendar: String?) -> WorkClock {
        WorkClock(calendar: calendar.flatMap { plan.calendar(named: $0) })
    }

    /// A promise of the class that starts now; nil when it makes none.
    func startedTarget(
        _ name: TargetName, class className: String, atMost limit: Duration? = nil
    ) -> TargetClock? {
        let classes = plan.classes
        guard let index = classes.firstIndex(where: { $0.name == className }),
            let duration = Duration.shorter(classes[index].duration(of: name), limit)
        else { return nil }
        var target = TargetClock(
            name: name, start: turn.now, duration: duration, calendar: classes[index].clock,
            pauses: [], verdict: .pending(due: nil))
        target.verdict = .pending(due: due(of: target))
        return target
    }

    /// When the promise is due; `span`: when so much of its time has passed.
    func due(of target: TargetClock, within span: Duration? = nil) -> Instant? {
        let span = span ?? target.duration
        // Most promises run always: no calendar is looked for.
        if target.calendar == nil, target.pauses.isEmpty {
            return target.start + max(.zero, span)
        }
        return workClock(target.calendar)
            .deadline(from: target.start, after: span, pauses: target.pauses)
    }

    /// Puts a target on the ticket in place of one of the same name.
    mutating func start(_ name: TargetName, on sequence: Int) {
        guard let ticket = book[sequence],
            let target = startedTarget(name, class: ticket.serviceClass)
        else { return }
        update(sequence) { $0.put(target) }
    }

    /// The promise is kept, or was broken but is fulfilled now.
    mutating func fulfil(_ name: TargetName, on sequence: Int) {
        let now = turn.now
        guard let ticket = book[sequence], let verdict = ticket.targets.verdict(on: name) else {
            return
        }
        let result: TargetVerdict
        switch verdict {
        case .pending(let due?) where due <= now:
            breach(name, on: sequence, due: due)
            result = .breached(due: due, answered: now)
        case .pending: result = .met(at: now)
        case .breached(let due, nil): result = .breached(due: due, answered: now)
        case .breached, .met: return
        }
        update(sequence) { $0.targets.judge(name, result) }
    }

    /// Records every promise whose deadline has passed.
    mutating func breachOverdue(_ sequence: Int) {
        let now = turn.now
        guard let ticket = book[sequence], ticket.state.isOpen else { return }
        for var target in ticket.targets {
            guard case .pending(let due?) = target.verdict, due <= now else { continue }
            target.verdict = .breached(due: due, answered: nil)
            let result = target
            update(sequence) { $0.put(result) }
            breach(target.name, on: sequence, due: due)
        }
    }

    private mutating func breach(_ name: TargetName, on sequence: Int, due: Instant) {
        let now = turn.now
        update(sequence) {
            $0.record("breached", who: "desk", detail: name.rawValue, at: now)
        }
        guard let ticket = book[sequence] else { return }
        emit(.breached(ticket: ticket.id, target: name, due: due))
    }

    mutating func pauseTargets(_ sequence: Int) {
        let now = turn.now
        changePending(sequence) { $0.pauses.append(Pause(start: now)) }
    }

    mutating func resumeTargets(_ sequence: Int) {
        let now = turn.now
        changePending(sequence) { target in
            guard let last = target.pauses.indices.last, target.pauses[last].end == nil else {
                return
            }
            target.pauses[last].end = max(now, target.pauses[last].start)
        }
    }

    private mutating func changePending(_ sequence: Int, _ change: (inout TargetClock) -> Void) {
        guard let ticket = book[sequence] else { return }
        for var target in ticket.targets {
            guard case .pending = target.verdict else { continue }
            change(&target)
            target.verdict = .pending(due: due(of: target))
            let result = target
            update(sequence) { $0.put(result) }
        }
    }

    /// Raises the class, never lowers it; a running promise becomes the sooner of the old and the
    /// new.
    @discardableResult
    mutating func raise(_ sequence: Int, to className: String?) -> Bool {
        let now = turn.now
        guard let ticket = book[sequence], let className,
            let serviceClass = plan.serviceClass(named: className),
            rules.higher(ticket.serviceClass, className) != ticket.serviceClass
        else { return false }
        reorder(sequence) { changed in
            changed.serviceClass = className
            changed.record("raised", who: "rule", detail: className, at: now)
        }
        for target in ticket.targets {
            guard case .pending(let old) = target.verdict,
                let duration = serviceClass.duration(of: target.name)
            else { continue }
            var sooner = target
            sooner.duration = duration
            sooner.calendar = serviceClass.clock
            let new = due(of: sooner)
            sooner.verdict = .pending(due: new)
            let result = sooner
            if let new, old.map({ new < $0 }) ?? true { update(sequence) { $0.put(result) } }
        }
        return true
    }

    /// The first reply is due at the latest this long after the ticket was made.
    mutating func tighten(_ sequence: Int, firstReply limit: Duration?) {
        guard let limit, let ticket = book[sequence],
            var target = ticket.targets.named(.firstReply),
            case .pending = target.verdict, limit < target.duration
        else { return }
        target.duration = limit
        target.verdict = .pending(due: due(of: target))
        let result = target
        update(sequence) { $0.put(result) }
    }
}

extension [TargetClock] {
    /// The promise of that name; nil when the class made none.
    public func named(_ name: TargetName) -> TargetClock? {
        // By its index: the others are not copied on the way.
        firstIndex { $0.name == name }.map { self[$0] }
    }

    /// The deadline of a running or broken promise.
    public func due(of name: TargetName) -> Instant? {
        switch verdict(on: name) {
        case .pending(let due): return due
        case .breached(let due, _): return due
        case .met, nil: return nil
        }
    }

    /// How the promise of that name stands; nil when the class made none.
    func verdict(on name: TargetName) -> TargetVerdict? {
        firstIndex { $0.name == name }.map { self[$0].verdict }
    }

    mutating func judge(_ name: TargetName, _ verdict: TargetVerdict) {
        if let index = firstIndex(where: { $0.name == name }) { self[index].verdict = verdict }
    }
}

extension Ticket {
    /// The promise of that name; nil when the class made none.
    public func target(_ name: TargetName) -> TargetClock? { targets.named(name) }

    /// The deadline of a running or broken promise.
    public func due(of name: TargetName) -> Instant? { targets.due(of: name) }

    mutating func put(_ target: TargetClock) {
        if let index = targets.firstIndex(where: { $0.name == target.name }) {
            targets[index] = target
        } else {
            targets.append(target)
        }
    }
}
