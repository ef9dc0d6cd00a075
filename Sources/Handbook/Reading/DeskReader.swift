import Desk
import Facts

/// Reads desk.yaml into a plan; what the plan says of itself is checked by `DeskPlan.problems()`.
struct DeskReader {
    let source: PackSource
    let report: Report
    private(set) var tests: [TestDraft] = []

    init(source: PackSource, report: Report) {
        self.source = source
        self.report = report
    }

    static let keys = [
        "calendars", "classes", "queues", "rules", "ladders", "agents", "defaults", "shifts",
        "hooks", "freezes", "macros",
    ]

    mutating func read(_ root: YAMLNode) -> DeskPlan {
        let fields = root.fields(report, "desk.yaml", keys: Self.keys)
        func entries(_ key: String) -> [YAMLNode.Entry] { fields[key]?.mapping(report, key) ?? [] }
        let calendars = CalendarReader(source: source, report: report)
        var plan = DeskPlan()
        plan.calendars = entries("calendars").compactMap(calendars.read)
        plan.classes = entries("classes").map(serviceClass)
        plan.queues = entries("queues").map(queue)
        plan.rules = (fields["rules"]?.list(report, of: "rules") ?? []).compactMap { rule($0) }
        let ladders = fields["ladders"]?.fields(report, "ladders", keys: ["waiting", "claimed"])
        let ladderReader = LadderReader(report: report)
        plan.waitingLadder = ladderReader.read(ladders?["waiting"], name: "waiting")
        plan.claimedLadder = ladderReader.read(ladders?["claimed"], name: "claimed")
        plan.agents = entries("agents").map(agent)
        plan.defaults = defaults(fields["defaults"])
        plan.shifts = entries("shifts").compactMap(calendars.readShift)
        plan.hooks = hooks(fields["hooks"])
        plan.macros = entries("macros").map { entry in
            let texts = entry.value.mapping(report, "macro \(entry.key)").map {
                ($0.key, $0.value.text(report) ?? "")
            }
            return Macro(
                name: entry.key, texts: Dictionary(texts, uniquingKeysWith: { first, _ in first }))
        }
        for entry in entries("freezes") { plan.freezes[entry.key] = texts(entry.value) }
        return plan
    }

    private func serviceClass(_ entry: YAMLNode.Entry) -> ServiceClass {
        let keys = ["head_start", "first_reply", "next_reply", "resolution", "clock"]
        let fields = entry.value.fields(report, "class \(entry.key)", keys: keys)
        let clock = fields["clock"]?.text(report)
        return ServiceClass(
            name: entry.key, headStart: fields["head_start"]?.duration(report) ?? .zero,
            firstReply: fields["first_reply"]?.duration(report),
            nextReply: fields["next_reply"]?.duration(report),
            resolution: fields["resolution"]?.duration(report),
            clock: clock == "always" ? nil : clock)
    }

    private func queue(_ entry: YAMLNode.Entry) -> QueuePlan {
        let fields = entry.value.fields(
            report, "queue \(entry.key)",
            keys: [
                "class", "needs", "hours", "after_hours", "overflow", "side_questions", "bot",
            ])
        let hours = fields["hours"]?.text(report)
        return QueuePlan(
            name: entry.key, serviceClass: fields["class"]?.text(report),
            needs: skills(fields["needs"]), hours: hours == "always" ? nil : hours,
            afterHours: fields["after_hours"].map(afterHours),
            overflow: fields["overflow"].map(overflow),
            sideQuestions: fields["side_questions"].map { texts($0) },
            barsBot: fields["bot"].map(isNever) ?? false)
    }

    /// `bot: never`.
    private func isNever(_ node: YAMLNode) -> Bool {
        guard let text = node.text(report, "never") else { return false }
        return node.word(text, "what 'bot' goes with", among: ["never"], report) != nil
    }

    private func overflow(_ node: YAMLNode) -> Overflow {
        let fields = node.fields(report, "overflow", keys: ["queue", "waiting", "wait"])
        let queue = fields.required("queue", cure: "add queue: with the queue that helps")
        return Overflow(
            queue: queue ?? "", waiting: fields["waiting"]?.integer(report, in: 0...1_000_000),
            wait: fields["wait"]?.duration(report))
    }

    /// `{page: [/usr/lib/triage/page], notify: …, timeout: 10s, retries: 12}`.
    private func hooks(_ node: YAMLNode?) -> HookPlan {
        var hooks = HookPlan()
        guard let node else { return hooks }
        let fields = node.fields(report, "hooks", keys: ["notify", "page", "timeout", "retries"])
        hooks.notify = texts(fields["notify"])
        hooks.page = texts(fields["page"])
        hooks.timeout = fields["timeout"]?.duration(report) ?? hooks.timeout
        hooks.retries = fields["retries"]?.integer(report, in: 0...100) ?? hooks.retries
        return hooks
    }

    private func afterHours(_ node: YAMLNode) -> AfterHours {
        let fields = node.fields(report, "after_hours", keys: ["page", "notify", "queue"])
        return AfterHours(
            page: fields["page"]?.text(report), notify: texts(fields["notify"]),
            queue: fields["queue"]?.text(report))
    }

    /// `[payments, safety]`, or with levels `{payments: 2}`.
    private func skills(_ node: YAMLNode?) -> [Skill] {
        guard let node else { return [] }
        if let entries = node.entries {
            return entries.map { Skill($0.key, level: $0.value.integer(report, in: 1...9) ?? 1) }
        }
        return texts(node).map { Skill($0) }
    }

    private func texts(_ node: YAMLNode?) -> [String] {
        node?.texts(report, of: "names").map(\.text) ?? []
    }

    /// `- name: {when: […], then: {…}}`.
    private mutating func rule(_ node: YAMLNode) -> DeskRule? {
        guard let entries = node.entries, let entry = entries.first, entries.count == 1 else {
            report.error(
                .wrongShape, at: node.place, "here stands \(node.kind), not a rule",
                cure: "write `- name: {when: […], then: {…}}`")
            return nil
        }
        let fields = entry.value.fields(report, "rule \(entry.key)", keys: ["when", "then"])
        guard let when = fields["when"], let then = fields["then"] else {
            report.error(
                .missingKey, at: entry.place, "the rule '\(entry.key)' lacks 'when' or 'then'",
                cure: "write `\(entry.key): {when: […], then: {…}}`")
            return nil
        }
        var conditions = ConditionReader(report: report)
        let condition = conditions.read(when)
        tests += conditions.tests
        return DeskRule(id: entry.key, when: condition, then: action(then))
    }

    private func action(_ node: YAMLNode) -> RuleAction {
        let keys = [
            "hand_off", "queue", "class", "first_reply", "notify", "tags", "freeze", "page", "say",
        ]
        let fields = node.fields(report, "then", keys: keys)
        return RuleAction(
            handOff: fields["hand_off"]?.flag(report) ?? false,
            queue: fields["queue"]?.text(report),
            serviceClass: fields["class"]?.text(report),
            firstReply: fields["first_reply"]?.duration(report), notify: texts(fields["notify"]),
            tags: texts(fields["tags"]), freeze: texts(fields["freeze"]),
            page: fields["page"]?.text(report), say: fields["say"]?.text(report))
    }

    private func agent(_ entry: YAMLNode.Entry) -> AgentPlan {
        let keys = ["name", "skills", "languages", "capacity", "queues", "roles", "shift"]
        let fields = entry.value.fields(report, "agent \(entry.key)", keys: keys)
        return AgentPlan(
            id: entry.key, name: fields["name"]?.text(report) ?? entry.key,
            skills: skills(fields["skills"]), languages: texts(fields["languages"]),
            capacity: fields["capacity"]?.integer(report, in: 1...100) ?? 1,
            queues: texts(fields["queues"]), roles: texts(fields["roles"]),
            shift: fields["shift"]?.text(report))
    }

    private func defaults(_ node: YAMLNode?) -> DeskDefaults {
        var defaults = DeskDefaults()
        guard let node else { return defaults }
        let keys = [
            "queue", "class", "hours", "offer_time", "grace", "wrap_up", "reopen_window",
            "resume_window",
            "maximum_offers", "asks_satisfaction", "maximum_open_tickets", "first_ticket_number",
            "side_questions",
        ]
        let fields = node.fields(report, "defaults", keys: keys)
        let hours = fields["hours"]?.text(report)
        defaults.queue = fields["queue"]?.text(report)
        defaults.serviceClass = fields["class"]?.text(report)
        defaults.hours = hours == "always" ? nil : hours
        defaults.offerTime = fields["offer_time"]?.duration(report) ?? defaults.offerTime
        defaults.grace = fields["grace"]?.duration(report) ?? defaults.grace
        defaults.wrapUp = fields["wrap_up"]?.duration(report) ?? defaults.wrapUp
        defaults.reopenWindow = fields["reopen_window"]?.duration(report) ?? defaults.reopenWindow
        defaults.resumeWindow = fields["resume_window"]?.duration(report) ?? defaults.resumeWindow
        defaults.maximumOffers =
            fields["maximum_offers"]?.integer(report, in: 1...100) ?? defaults.maximumOffers
        defaults.asksSatisfaction =
            fields["asks_satisfaction"]?.flag(report) ?? defaults.asksSatisfaction
        defaults.maximumOpenTickets =
            fields["maximum_open_tickets"]?.integer(report, in: 1...100_000_000)
            ?? defaults.maximumOpenTickets
        defaults.firstTicketNumber =
            fields["first_ticket_number"]?.integer(report, in: 1...1_000_000_000)
            ?? defaults.firstTicketNumber
        defaults.sideQuestions = texts(fields["side_questions"])
        return defaults
    }
}
