import Facts

/// What happened in one conversation, as far as the bot led it.
struct ConversationRecord: Hashable, Sendable {
    var id: String
    var startedAt: Instant
    var customer: String?
    var language: String?
    /// The topic of the last turn that had one; else the last intent.
    var intent: String?
    var turns: [(at: Instant, turn: BotTurn)]
    /// Whether it ever became a ticket.
    var hasTicket: Bool
    /// Whether its first message is known.
    var isWhole: Bool

    static func == (left: Self, right: Self) -> Bool {
        left.id == right.id && left.turns.map(\.turn) == right.turns.map(\.turn)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(id) }

    /// How a conversation without a person ended.
    enum Ending: String, Hashable, Sendable {
        case confirmed, assumed, open
    }
}

extension ConversationRecord {
    init?(id: String, turns: [(at: Instant, turn: BotTurn)], hasTicket: Bool) {
        guard let first = turns.first else { return nil }
        self.id = id
        self.turns = turns
        self.hasTicket = hasTicket || turns.contains { $0.turn.ticket != nil }
        startedAt = first.turn.saidAt
        isWhole = first.turn.number == 1
        customer = turns.last { $0.turn.customer != nil }?.turn.customer
        language = turns.last { $0.turn.language != nil }?.turn.language
        intent =
            turns.last { $0.turn.hasTopic && $0.turn.intent != nil }?.turn.intent
            ?? turns.last { $0.turn.intent != nil }?.turn.intent
    }

    /// Confirmed: after the resolution came only words without a topic, at least one of them thanks
    /// or good-bye. Assumed: nothing came. `comesBack`: the customer began anew soon.
    func ending(closings: Set<String>, comesBack: Bool) -> Ending {
        guard !hasTicket, let resolved = turns.lastIndex(where: { $0.turn.isResolution })
        else { return .open }
        let after = turns[(resolved + 1)...].map(\.turn)
        guard after.allSatisfy({ !$0.hasTopic }) else { return .open }
        if after.contains(where: { closings.contains($0.intent ?? "") }) { return .confirmed }
        return after.isEmpty && !comesBack ? .assumed : .open
    }

    func observations(closings: Set<String>, comesBack: Bool) -> [Observation] {
        guard isWhole, let first = turns.first else { return [] }
        let names = Observation.Names(intent: intent, language: language)
        let ending = ending(closings: closings, comesBack: comesBack)
        var observed = [
            Observation(.conversations, at: startedAt, counts: true, names),
            Observation(.containment, at: startedAt, counts: !hasTicket, names),
            Observation(.resolvedConfirmed, at: startedAt, counts: ending == .confirmed, names),
            Observation(.resolvedAssumed, at: startedAt, counts: ending == .assumed, names),
        ]
        if first.turn.messages > 0 {
            observed.append(Observation(.botFirstReply, from: startedAt, to: first.at, names))
        }
        return observed
    }
}

extension BotTurn {
    /// A flow ended well in this turn.
    var isResolution: Bool { outcome == "resolved" && hasTopic }
}
