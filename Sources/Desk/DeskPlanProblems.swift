import Facts

/// A mistake in a plan; the Handbook adds the place in the file.
public struct PlanProblem: Hashable, Sendable {
    /// The keys that lead to it in `desk.yaml`, as `["queues", "payments", "class"]`.
    public var path: [String]
    /// What is wrong.
    public var what: String
    /// What to do about it.
    public var cure: String
    /// A warning lets the plan load.
    public var isWarning: Bool
}

extension DeskPlan {
    /// Every mistake of the plan, in the order of the file's sections.
    public func problems() -> [PlanProblem] {
        var report = PlanReport(plan: self)
        report.calendars()
        report.classes()
        report.queues()
        report.rules()
        report.ladder(waitingLadder, named: "waiting")
        report.ladder(claimedLadder, named: "claimed")
        report.agents()
        report.shifts()
        report.defaults()
        return report.problems
    }
}

/// Collects the problems of one plan.
private struct PlanReport {
    let plan: DeskPlan
    var problems: [PlanProblem] = []

    init(plan: DeskPlan) {
        self.plan = plan
    }

    private mutating func add(_ path: [String], _ what: String, _ cure: String) {
        problems.append(PlanProblem(path: path, what: what, cure: cure, isWarning: false))
    }

    private mutating func warn(_ path: [String], _ what: String, _ cure: String) {
        problems.append(PlanProblem(path: path, what: what, cure: cure, isWarning: true))
    }

    mutating func calendars() {
        unique(plan.calendars.map(\.name), in: "calendars")
        for calendar in plan.calendars {
            let path = ["calendars", calendar.name]
            if calendar.week.allSatisfy(\.isEmpty) {
                add(path, "the calendar has no working time", "give it a period, or use 'always'")
            }
            for period in calendar.week.joined()
            where !(0..<1440).contains(period.start) || period.end <= period.start
                || period.end > period.start + 1440
            {
                add(path, "a period has no length", "write it as 08:00-12:00")
            }
        }
    }

    mutating func classes() {
        unique(plan.classes.map(\.name), in: "classes")
        if plan.classes.isEmpty { add(["classes"], "there is no class", "add one") }
        for serviceClass in plan.classes {
            let path = ["classes", serviceClass.name]
            if let clock = serviceClass.clock {
                known(clock, plan.calendars.map(\.name), "calendar", path + ["clock"])
            }
            if serviceClass.headStart < .zero {
                add(path + ["head_start"], "the head start is negative", "use 0s or more")
            }
            for target in TargetName.allCases {
                guard let duration = serviceClass.duration(of: target), duration <= .zero else {
                    continue
                }
                add(path + [target.rawValue], "the time is not positive", "use 1s or more")
            }
            if let resolution = serviceClass.resolution {
                for target in [TargetName.firstReply, .nextReply] {
                    guard let reply = serviceClass.duration(of: target), reply > resolution else {
                        continue
                    }
                    warn(
                        path + [target.rawValue],
                        "the deadline cannot occur: the resolution is promised sooner",
                        "promise the reply before the resolution")
                }
            }
        }
    }

    mutating func queues() {
        unique(plan.queues.map(\.name), in: "queues")
        if plan.queues.isEmpty {
            add(["queues"], "there is no default queue", "add a queue; the first is the default")
        }
        for queue in plan.queues {
            let path = ["queues", queue.name]
            checkClass(queue.serviceClass, path + ["class"])
            if let hours = queue.hours {
                known(hours, plan.calendars.map(\.name), "calendar", path + ["hours"])
            }
            if let other = queue.afterHours?.queue { checkQueue(other, path + ["after_hours"]) }
            if let overflow = queue.overflow {
                checkQueue(overflow.queue, path + ["overflow"])
                if overflow.queue == queue.name || overflow.waiting == nil && overflow.wait == nil {
                    add(
                        path + ["overflow"], "the queue never flows over",
                        "name another queue, and when: waiting: 20 or wait: 15m")
                } else {
                    checkHelp(queue.name, overflow.queue, path + ["overflow"])
                }
            }
            if !plan.agents.contains(where: { $0.serves(queue) }) {
                warn(
                    path + ["needs"], "no agent has the skills for the queue '\(queue.name)'",
                    "give an agent the skills, or drop the need")
            }
        }
    }

    mutating func rules() {
        unique(plan.rules.map(\.id), in: "rules")
        for (index, rule) in plan.rules.enumerated() {
            let path = ["rules", rule.id]
            if let queue = rule.then.queue { checkQueue(queue, path + ["then", "queue"]) }
            checkClass(rule.then.serviceClass, path + ["then", "class"])
            for role in rule.then.notify { checkRole(role, path + ["then", "notify"]) }
            if rule.then == RuleAction() { warn(path, "the rule does nothing", "say what then") }
            if let reason = rule.when.impossibility {
                add(path + ["when"], "the rule can never match: \(reason)", "change the condition")
            }
            if let problem = plan.idleness(ofRule: index) { problems.append(problem) }
        }
    }

    mutating func ladder(_ steps: [LadderStep], named name: String) {
        unique(steps.map(\.id), in: "ladders")
        for step in steps {
            let path = ["ladders", name, step.id]
            if step.actions.isEmpty { warn(path, "the step does nothing", "add an action") }
            if step.maximumTimes < 1 { add(path + ["max"], "less than once", "use 1 or more") }
            if let span = step.repeatEvery, span <= .zero {
                add(path + ["repeat"], "the time is not positive", "use 1s or more")
            }
            if step.repeatEvery != nil, step.maximumTimes == 1 {
                warn(path + ["repeat"], "it never happens again", "say how often in all: max: 4")
            }
            if step.repeatEvery == nil, step.maximumTimes > 1 {
                warn(path + ["max"], "it happens once all the same", "say how soon: repeat: 30m")
            }
            checkTime(step.at, path + ["at"])
            for action in step.actions { check(action, on: name, path) }
            if let end = plan.end(before: step, in: steps) {
                warn(
                    path + ["at"],
                    "the deadline cannot occur: '\(end.id)' takes the ticket away before",
                    "put it before that step")
            }
        }
    }

    private mutating func checkTime(_ time: LadderTime, _ path: [String]) {
        switch time {
        case .after(let duration):
            if duration < .zero { add(path, "the time is negative", "use 0s or more") }
            if duration > Desk.maximumSnooze {
                warn(path, "no ticket waits that long", "name a sooner time")
            }
        case .percent(let percent, let target):
            if !(1...1000).contains(percent) {
                add(path, "\(percent)%", "use 1% to 100%")
            } else if percent > 100 {
                warn(
                    path, "\(percent)% of \(target.rawValue) is after the promise is broken",
                    "use 100% at most, or the time itself, as 2h, if it is meant so")
            }
            checkPromised(target, path)
        case .target(let target): checkPromised(target, path)
        }
    }

    private mutating func checkPromised(_ target: TargetName, _ path: [String]) {
        if plan.classes.allSatisfy({ $0.duration(of: target) == nil }) {
            add(
                path, "the deadline cannot occur: no class promises \(target.rawValue)",
                "give a class that target")
        }
    }

    private mutating func check(_ action: LadderAction, on ladder: String, _ path: [String]) {
        switch action {
        case .widen(let from, let to):
            checkQueue(from, path + ["widen"])
            checkQueue(to, path + ["widen"])
            checkHelp(from, to, path + ["widen"])
        case .raise(let serviceClass): checkClass(serviceClass, path + ["class"])
        case .notify(let role): checkRole(role, path + ["notify"])
        case .tellWait:
            if ladder == "claimed" {
                add(path, "a claimed ticket does not wait", "put the step under 'waiting'")
            }
        case .nudge, .requeue, .ask, .park:
            if ladder == "waiting" {
                add(path, "a waiting ticket has no owner", "put the step under 'claimed'")
            }
        case .offer, .page: break
        }
    }

    mutating func agents() {
        unique(plan.agents.map(\.id), in: "agents")
        for agent in plan.agents {
            let path = ["agents", agent.id]
            if let shift = agent.shift {
                known(shift, plan.shifts.map(\.name), "shift", path + ["shift"])
            }
            if agent.capacity < 1 { add(path + ["capacity"], "less than 1", "use 1 or more") }
            for queue in agent.queues { checkQueue(queue, path + ["queues"]) }
            if !plan.queues.contains(where: { agent.serves($0) }) {
                warn(path, "the agent serves no queue", "give skills or queues")
            }
        }
    }

    mutating func shifts() {
        unique(plan.shifts.map(\.name), in: "shifts")
        for shift in plan.shifts {
            let path = ["shifts", shift.name]
            if shift.hours.week.allSatisfy(\.isEmpty) {
                add(path, "the shift has no working time", "give it days, as mon-fri")
            }
            for block in shift.blocks where block.periods.week.allSatisfy(\.isEmpty) {
                add(path + ["blocks", block.name], "the block has no time", "give it days")
            }
        }
    }

    mutating func defaults() {
        if let queue = plan.defaults.queue { checkQueue(queue, ["defaults", "queue"]) }
        checkClass(plan.defaults.serviceClass, ["defaults", "class"])
        if let hours = plan.defaults.hours {
            known(hours, plan.calendars.map(\.name), "calendar", ["defaults", "hours"])
        }
        if plan.defaults.offerTime <= .zero || plan.defaults.maximumOffers < 1 {
            add(["defaults"], "an offer has no time or no chance", "use 1s and 1 or more")
        }
    }

    /// A queue that takes tickets of another one must bring somebody new.
    private mutating func checkHelp(_ from: String, _ to: String, _ path: [String]) {
        guard from != to else {
            return add(path, "'\(from)' is widened to itself", "name another queue")
        }
        guard let own = plan.queue(named: from), let other = plan.queue(named: to) else { return }
        let helpers = plan.agents.filter { $0.serves(other) }
        guard !helpers.isEmpty, helpers.allSatisfy({ $0.serves(own) }) else { return }
        warn(
            path, "nobody is won: all who serve '\(to)' serve '\(from)' as well",
            "name a queue with other agents")
    }

    // MARK: References

    private mutating func unique(_ names: [String], in section: String) {
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted {
            add([section, name], "'\(name)' is there twice", "rename or remove one")
        }
    }

    private mutating func known(
        _ name: String, _ names: [String], _ kind: String, _ path: [String]
    ) {
        guard !names.contains(name) else { return }
        let list = names.isEmpty ? "none is declared" : "declared: " + names.joined(separator: ", ")
        add(path, "\(kind) '\(name)' is not declared", list)
    }

    private mutating func checkQueue(_ name: String, _ path: [String]) {
        known(name, plan.queues.map(\.name), "queue", path)
    }

    private mutating func checkClass(_ name: String?, _ path: [String]) {
        if let name { known(name, plan.classes.map(\.name), "class", path) }
    }

    private mutating func checkRole(_ role: String, _ path: [String]) {
        guard !plan.agents.isEmpty, !plan.agents.contains(where: { $0.roles.contains(role) })
        else { return }
        warn(path, "no agent has the role '\(role)'", "give it to one; hooks may still hear it")
    }
}
