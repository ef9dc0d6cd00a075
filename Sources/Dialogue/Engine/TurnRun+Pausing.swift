import Facts
import Understanding

/// Silence: a reminder of the open question, then a word that it waits, and the way back into it. And the one
/// question that comes after a resolution: how well the bot helped.
///
/// The timers are not moved with every message: when one is due, it looks when the customer wrote last.
extension TurnRun {
    static let silenceTimer = "pause/silence"
    static let ratingTimer = "pause/rating"

    /// The customer has written: what was left for now is taken up again.
    mutating func hearAgain() {
        state.heardAt = now
        state.reminders = 0
        guard state.isPaused else { return }
        state.isPaused = false
        state.lastSaid = []
        guard let flow = state.stack.last(where: { book.flows[$0.flow]?.kind == .intent })?.flow,
            state.working?.handoff == nil
        else { return }
        say("repair.resumed", arguments: ["flow": .text(title(of: flow))])
        state.working?.isReturn = true
    }

    /// Sets the timers that the end of this turn calls for. E-mail has no silence.
    mutating func armPauses() {
        if state.stack.isEmpty { state.isPaused = false }
        guard state.channel != "email", state.working?.handoff == nil else { return }
        if isAsking, !state.isPaused, let wait = silence { arm(Self.silenceTimer, wait) }
        // What a delayed event brought to its end, nobody was there for.
        let isServed =
            state.working?.isResolved == true && state.working?.utterance != nil
            && state.satisfaction == nil
        if isServed, state.stack.isEmpty, let wait = book.pauses.rateAfter {
            arm(Self.ratingTimer, wait)
        }
    }

    /// How long the customer may be silent now; nil where nothing follows.
    private var silence: Duration? {
        guard book.flows[Self.silenceFlow] != nil else { return nil }
        return state.reminders == 0 ? book.pauses.remindAfter : book.pauses.closeAfter
    }

    private static let silenceFlow = "silence"

    private mutating func arm(_ name: String, _ wait: Duration) {
        guard !state.armed.contains(name) else { return }
        state.armed.append(name)
        state.working?.timers.append(
            TimerChange(name: name, afterMilliseconds: wait.milliseconds))
    }

    mutating func beginSilence() -> Bool {
        guard begins(Self.silenceTimer), isAsking, !state.isPaused, let wait = silence else {
            return true
        }
        guard rests(Self.silenceTimer, for: wait) else { return true }
        migrateOpenFlows()
        guard state.working?.handoff == nil else { return true }
        open(flow: Self.silenceFlow, utterance: "")
        state.reminders += 1
        state.heardAt = now  // the next step counts from the reminder
        return true
    }

    mutating func beginRating() -> Bool {
        guard begins(Self.ratingTimer), state.stack.isEmpty, state.wishes.isEmpty,
            state.satisfaction == nil, let wait = book.pauses.rateAfter
        else { return true }
        guard rests(Self.ratingTimer, for: wait) else { return true }
        state.isRating = true
        say("repair.ask_satisfaction")
        return true
    }

    /// A turn without a message; the timer is no longer set. True always.
    private mutating func begins(_ timer: String) -> Bool {
        state.armed.removeAll { $0 == timer }
        state.working = Working(utterance: nil)
        state.working?.isRead = true
        return true
    }

    /// The customer has been silent for so long; else the timer is set again for the rest.
    private mutating func rests(_ timer: String, for wait: Duration) -> Bool {
        guard let heard = state.heardAt else { return true }
        let left = wait.milliseconds - (now.milliseconds - heard.milliseconds)
        guard left > 0 else { return true }
        arm(timer, .milliseconds(left))
        return false
    }

    /// "5", "a 4", "very well": an answer to the satisfaction question; anything else is not held up by it.
    mutating func answersRating(_ reading: Interpretation) -> Bool {
        guard state.isRating else { return false }
        state.isRating = false
        let numbers = reading.entities.filter { $0.kind == "number" }.compactMap(\.value.integer)
        guard state.stack.isEmpty, reading.wordCount <= 6, numbers.count == 1,
            let rating = numbers.first, (1...5).contains(rating)
        else { return false }
        state.satisfaction = rating
        state.working?.satisfaction = rating
        say(rating >= 3 ? "repair.satisfaction_thanks" : "repair.satisfaction_sorry")
        return true
    }
}
