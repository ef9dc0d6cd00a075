import Desk
import Dialogue
import Facts

/// Writes that are left to people: a rule of the desk has frozen them, or a side question would make them.
extension Triage {
    /// The actions that are frozen in the conversation: by a ticket that is not closed, or by a rule that holds.
    func barred(in conversation: Conversation) -> Set<String> {
        let standing = standingRules(of: conversation).flatMap(\.then.freeze)
        let byRule = standing.flatMap { handbook.plan.freezes[$0] ?? [$0] }
        return desk.frozenActions(
            in: conversation.id, customer: conversation.dialogue.customer
        ).union(byRule)
    }

    private func standingRules(of conversation: Conversation) -> [DeskRule] {
        guard !rules.freezing.isEmpty else { return [] }
        let facts = turnFacts(of: conversation, mentions: [])
        return rules.freezing.filter { $0.when.holds(in: facts) }
    }

    func isForbidden(_ call: ActionCall, in conversation: Conversation) -> Bool {
        guard call.access == .write else { return false }
        return conversation.owner != .bot || barred(in: conversation).contains(call.action)
    }

    static let frozen = Dialogue.frozen

    /// Why the machine itself has just refused a write, which the customer hears; nil where the shop did.
    func refusal(of wish: HandoffWish?, in conversation: Conversation) -> String? {
        if wish?.reason == Self.frozen { return Self.frozen }
        guard wish?.reason == "action_failed",
            let reason = conversation.dialogue.failures.last?.reason
        else { return nil }
        return [Self.overDailyLimit, Self.frozen].first { $0 == reason }
    }

    /// In the words of the rule that froze it, where it has some.
    mutating func tell(_ refusal: String, in conversation: Conversation) -> [SaidReply] {
        let rule = standingRules(of: conversation).first { $0.then.say != nil }
        let reply = refusal == Self.frozen ? rule?.then.say : nil
        return say(reply ?? "repair.\(refusal)", in: conversation.id)
    }
}
