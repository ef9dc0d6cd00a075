public import Facts

/// Why a rule matched, or did not: every test with what it found.
public struct RuleTrace: Hashable, Sendable {
    public var rule: String
    public var holds: Bool
    public var tests: [Test]

    /// `order.total >= 500 EUR`, what the field was (nil: missing), and whether the test holds.
    public struct Test: Hashable, Sendable {
        public var text: String
        public var found: Value?
        public var holds: Bool
        /// The word list that the message has to mention, where the test is about one.
        public var wordList: String?
    }
}

/// Where a ticket goes by the rules.
public struct Route: Hashable, Sendable {
    public var queue: String
    public var serviceClass: String
    public var outcome: RuleOutcome
}

extension RuleSet {
    /// Every rule with its tests, in the order of the file.
    public func trace(_ facts: some FactSource) -> [RuleTrace] {
        rules.map { rule in
            RuleTrace(
                rule: rule.id, holds: rule.when.holds(in: facts),
                tests: rule.when.comparisons.map { comparison in
                    RuleTrace.Test(
                        text: comparison.text, found: facts.value(at: comparison.field),
                        holds: Condition.test(comparison).holds(in: facts),
                        wordList: comparison.wordList)
                })
        }
    }
}

extension DeskPlan {
    /// The queue and the class of a ticket with these facts; nil in a plan without queues. `wanted…`: what the
    /// flow asks for.
    public func route(
        _ facts: Record, wantedQueue: String? = nil, wantedClass: String? = nil, at now: Instant
    ) -> Route? {
        let rules = RuleSet(plan: self)
        let outcome = rules.evaluate(RecordFacts(facts, now: now))
        guard let queue = queue(for: outcome, wanted: wantedQueue) else { return nil }
        return Route(
            queue: queue.name,
            serviceClass: serviceClass(for: outcome, wanted: wantedClass, in: queue, rules),
            outcome: outcome)
    }

    /// A rule's queue goes first, then the flow's, then the default.
    func queue(for outcome: RuleOutcome, wanted: String?) -> QueuePlan? {
        outcome.queue.flatMap { queue(named: $0) } ?? wanted.flatMap { queue(named: $0) }
            ?? defaultQueue
    }

    /// The highest of the queue's, the rules' and the flow's.
    func serviceClass(
        for outcome: RuleOutcome, wanted: String?, in queue: QueuePlan, _ rules: RuleSet
    ) -> String {
        func higher(_ best: String?, _ name: String?) -> String? {
            guard let name, classes.contains(where: { $0.name == name }) else { return best }
            return rules.higher(best, name)
        }
        return higher(higher(higher(nil, defaultClass(of: queue)), outcome.serviceClass), wanted)
            ?? ""
    }

    /// The class that the queue gives its tickets.
    func defaultClass(of queue: QueuePlan) -> String? {
        queue.serviceClass ?? defaults.serviceClass
            ?? classes.min { $0.headStart < $1.headStart }?.name
    }
}

extension Comparison {
    /// The word list that the message has to mention; nil for any other test.
    fileprivate var wordList: String? {
        guard field == ["message", "mentions"] || field == ["text", "mentions"], relation == .has,
            case .value(.text(let list)) = operand
        else { return nil }
        return list
    }

    /// The test as a pack writes it.
    var text: String {
        let name = field.joined(separator: ".")
        if let wordList { return "message mentions \(wordList)" }
        if field.first == "said", field.count == 2, operand == .value(.flag(true)) {
            return "said \(field[1])"
        }
        switch operand {
        case .none: return "\(name) \(relation.rawValue)"
        case .value(let value): return "\(name) \(relation.rawValue) \(value.ruleText)"
        case .values(let values):
            return
                "\(name) \(relation.rawValue) [\(values.map(\.ruleText).joined(separator: ", "))]"
        case .duration(let milliseconds):
            return "\(name) \(relation.rawValue) \(milliseconds / 1000)s"
        case .field(let path): return "\(name) \(relation.rawValue) $\(path.joined(separator: "."))"
        }
    }
}

extension Value {
    /// The value as a pack writes it.
    public var ruleText: String {
        switch self {
        case .text, .integer, .number, .flag, .money, .day: plainText ?? ""
        case .instant(let instant): String(instant.milliseconds)
        case .list(let items): "[" + items.map(\.ruleText).joined(separator: ", ") + "]"
        case .record(let record):
            record["id"]?.ruleText ?? record["name"]?.ruleText
                ?? "{" + record.names.joined(separator: ", ") + "}"
        }
    }
}

extension Desk {
    func defaultClass(of queue: QueuePlan) -> String? { plan.defaultClass(of: queue) }

    /// The working time that a promise has used until `now`, or until it was kept or broken: what
    /// `ticket sla --explain` prints; at most 200 spans.
    public func consumed(by target: TargetClock, at now: Instant) -> [WorkSpan] {
        let end: Instant =
            switch target.verdict {
            case .pending: now
            case .met(let at): at
            case .breached(let due, _): due
            }
        return Array(
            workClock(target.calendar)
                .consumed(from: target.start, to: end, pauses: target.pauses).prefix(200))
    }
}
