import Desk
import Dialogue
import Facts
public import Reporting
import Storage
import Triage

/// What the driver keeps for reports: one entry per turn and per change of an agent's presence.
extension DeskDriver {
    /// Adds an entry to the next commit.
    public mutating func record(_ entry: ChronicleEntry) { batch.chronicle.append(entry) }

    mutating func chronicle(_ turn: Turn, at now: Instant) {
        let conversation = machine.conversation(turn.conversation)
        let saidAt = saidAt.removeValue(forKey: MessageKey(turn)) ?? now
        let isTopic = turn.messages.contains { $0.reply.map { !$0.hasPrefix("repair.") } ?? false }
        record(
            ChronicleEntry(
                at: now,
                what: .turn(
                    BotTurn(
                        conversation: turn.conversation, number: turn.number, saidAt: saidAt,
                        customer: conversation?.customerID,
                        language: conversation?.dialogue.language, intent: topic(of: turn),
                        hasTopic: isTopic, outcome: turn.outcome, messages: turn.messages.count,
                        ticket: turn.ticket))))
    }

    /// What an answer to a question is about is the flow that asked, not what its words alone would wish.
    private func topic(of turn: Turn) -> String? {
        switch turn.takenAs {
        case .answer, .confirmation, .correction, .rating, .closing:
            machine.conversation(turn.conversation)?.dialogue.lastWish ?? turn.intent
        case .clarification, .continuation, .repair, .knowledge, .wish, .closeCall, .introduction,
            .notUnderstood, nil:
            turn.intent
        }
    }

    mutating func chronicle(_ row: AgentRow, at now: Instant) {
        let change = PresenceChange(row)
        guard presences.updateValue(change, forKey: row.id) != change else { return }
        record(ChronicleEntry(at: now, what: .presence(change)))
    }
}

extension PresenceChange {
    init(_ row: AgentRow) {
        let (presence, reason): (WorkPresence, String) =
            switch row.presence {
            case .online: (.online, "")
            case .away(let reason): (.away, reason)
            case .onBreak(let reason): (.onBreak, reason)
            case .offline: (.offline, "")
            }
        let isLost = row.graceUntil != nil && presence != .offline
        self.init(agent: row.id, presence: isLost ? .lost : presence, reason: reason)
    }
}

extension Conversation {
    fileprivate var customerID: String? {
        switch dialogue.customer?["id"] {
        case .text(let text): text
        case .integer(let integer): String(integer)
        case nil, .number, .flag, .money, .day, .instant, .list, .record: nil
        }
    }
}
