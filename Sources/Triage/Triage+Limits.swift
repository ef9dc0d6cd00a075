import Dialogue
import Facts
import Understanding

/// What the machine itself refuses before the shop is asked: too many failed identifications, too much money in a day.
///
/// The counts are kept here, not in a conversation, because a new conversation must not begin at zero.
extension Triage {
    /// The machine's own answer to a call that it does not make; nil: the shop is to be asked.
    mutating func refusal(of call: ActionCall) -> ActionResult? {
        let action = handbook.book.actions[call.action]
        if let keys = identificationKeys(of: call) {
            let limits = handbook.identification
            let isLocked =
                count(keys.conversation) >= limits.perConversation
                || count(keys.claim) >= limits.perClaim
            return isLocked ? ActionResult(outcome: "locked", reason: "locked") : nil
        }
        guard let limit = action?.limit, let amount = call.amount, amount.minorUnits > 0 else {
            return nil
        }
        let key = movedKey(call, amount)
        let (sum, isTooLarge) = count(key).addingReportingOverflow(amount.minorUnits)
        guard !isTooLarge, sum <= limit.minorUnits(in: amount.currency) else {
            return ActionResult(outcome: ActionResult.barred, reason: Self.overDailyLimit)
        }
        // Counted when it is sent: two writes on their way must not both fit.
        set(key, to: sum, for: .seconds(2 * 86_400))
        return nil
    }

    /// The reason of a write that only a person may do today.
    static let overDailyLimit = "over_daily_limit"

    /// Counts what the shop answered.
    mutating func tally(_ result: ActionResult, of call: ActionCall) {
        if let keys = identificationKeys(of: call) {
            let window = handbook.identification.window
            switch result.outcome {
            case "missing":
                set(keys.conversation, to: count(keys.conversation) + 1, for: window)
                set(keys.claim, to: count(keys.claim) + 1, for: window)
            case "ok" where count(keys.claim) > 0: set(keys.claim, to: 0, for: window)
            default: break
            }
            return
        }
        // A write that failed may have happened: what it moves stays counted.
        guard let amount = call.amount, handbook.book.actions[call.action]?.limit != nil,
            result.outcome != "ok", result.outcome != "failed"
        else { return }
        let key = movedKey(call, amount)
        set(key, to: max(0, count(key) - amount.minorUnits), for: .seconds(2 * 86_400))
    }

    /// What a failure of this look-up counts for; nil where it identifies nobody.
    private func identificationKeys(of call: ActionCall) -> (conversation: String, claim: String)? {
        guard let claims = handbook.book.actions[call.action]?.claims, !claims.isEmpty else {
            return nil
        }
        let words = claims.map { name in
            Folding.fold(call.arguments[name]?.text ?? "").filter { $0.isLetter || $0.isNumber }
        }
        return (
            "conversation:\(call.conversation)",
            "claim:\(call.action):\(words.joined(separator: " "))"
        )
    }

    private func movedKey(_ call: ActionCall, _ amount: Money) -> String {
        let customer = call.arguments["customer"]?.text ?? ""
        let day = handbook.zone.civil(at: now).day.iso
        return "moved:\(call.action):\(amount.currency):\(day):\(customer)"
    }

    private func count(_ key: String) -> Int {
        guard let tally = tallies[key], tally.until > now else { return 0 }
        return tally.count
    }

    private mutating func set(_ key: String, to count: Int, for span: Duration) {
        let tally = Tally(key: key, count: count, until: now + span)
        tallies[key] = tally
        if tallies.count > Self.tallyLimit {
            let now = now
            tallies = tallies.filter { $0.value.until > now }
        }
        effects.append(.tallied(tally))
    }

    /// So many are kept before those that are over are dropped.
    static let tallyLimit = 50_000
}

extension DailyLimit {
    fileprivate func minorUnits(in currency: String) -> Int {
        var factor = 1
        for _ in 0..<Money.decimals(of: currency) { factor *= 10 }
        let (units, isTooLarge) = units.multipliedReportingOverflow(by: factor)
        return isTooLarge ? Int.max : units
    }
}
