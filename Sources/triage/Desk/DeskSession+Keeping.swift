import Rehearsal
import Wire

/// What is typed and not sent: kept while it is typed, and brought back.
extension DeskSession {
    /// Everything that would be gone with this terminal: what waits for /send, what is on its way to the desk, the
    /// lines of a text that goes on, and the line itself.
    private func atStake(_ standing: String) -> UnsentLine.Words {
        let inFlight = underWay.keys.sorted().compactMap { underWay[$0] } + inDoubt.map(\.words)
        let parts = [unsure].compactMap { $0 } + inFlight + composed + [standing]
        let text = parts.filter { !$0.isEmpty }.joined(separator: "\n")
        return UnsentLine.Words(text: text, ticket: text.isEmpty ? nil : current)
    }

    /// After every key here, and as a draft at the desk whenever the typing pauses: there it outlives this computer.
    func keepTyped() {
        comeOnline()
        tellArrived()
        settleDoubts()
        if !wrapUps.isEmpty { endWrapUps() }
        let standing = console.standing
        if signs.isDue(standing, at: Clock.milliseconds), link.isConnected {
            link.ask(.agentActive)
        }
        // A paste comes key by key: once at its end is enough.
        if recovered == nil, !console.isBeingPasted { unsent?.keep(atStake(standing)) }
        guard let ticket = atHand, link.isConnected, !ticket.isLost, !isNoting, !ticket.hasDraft,
            let text = keeper.textToKeep(
                (composed + [standing]).joined(separator: "\n"), at: Clock.milliseconds)
        else { return }
        tickets[ticket.id]?.isLineKept = true
        link.ask(.agentDraft, ["ticket": .string(ticket.id), "text": .string(text)])
    }

    /// A draft of another time is on the ticket: no line that is typed now takes it away.
    func noteDraft(on ticket: String) {
        tickets[ticket]?.hasDraft = true
        tickets[ticket]?.isLineKept = false
    }

    /// What the desk kept of a line while it was typed goes with the line; a draft of another time stays.
    func dropKeptLine(_ ticket: TicketAtHand) {
        guard ticket.isLineKept else { return }
        link.ask(.agentDraft, ["ticket": .string(ticket.id), "text": ""]) { [unowned self] result in
            if case .success = result { tickets[ticket.id]?.isLineKept = false }
        }
    }

    /// What stands in the line when the console ends is kept as a draft.
    func keepUnfinished() {
        let text = atStake(console.unfinished ?? "").text
        guard let current, !text.trimmingBlanks.isEmpty, link.isConnected else {
            if recovered == nil { unsent?.keep(atStake(console.unfinished ?? "")) }
            return
        }
        link.ask(.agentDraft, ["ticket": .string(current), "text": .string(text)])
        link.ready()
        unsent?.keep(UnsentLine.Words())
    }

    // MARK: In doubt

    /// A reply that was sent and not answered for.
    struct Doubt {
        var ticket: String
        var words: String
        /// When it was sent, in milliseconds since 1970.
        var sentAt: Int
    }

    /// The desk has taken a reply or has not: that is known when it answers again, and not before.
    func doubt(_ doubt: Doubt, _ error: ProtocolError) {
        inDoubt.append(doubt)
        console.print("-- \(doubt.ticket): not answered for (\(error.what))")
        console.print(
            "-- your words are kept; when the desk answers, you are told whether it has them")
        nextLook = Clock.milliseconds + 500
    }

    /// Looks whether the oldest reply in doubt has reached the desk.
    private func settleDoubts() {
        guard let doubt = inDoubt.first, link.isConnected, Clock.milliseconds >= nextLook else {
            return
        }
        nextLook = Clock.milliseconds + 5000
        link.ask(.ticketShow, ["ticket": .string(doubt.ticket)]) { [unowned self] result in
            nextLook = Clock.milliseconds + 500
            guard case .success(let ticket) = result else { return }
            inDoubt.removeFirst()
            if TicketText.has(doubt.words, of: agent, ticket, since: doubt.sentAt) {
                return console.print("-- \(doubt.ticket): the desk has your words")
            }
            console.print("-- \(doubt.ticket): NOT sent: \(SafeText.shown(doubt.words))")
            if doubt.ticket == current {
                letWait(doubt.words)
            } else {
                keepDraft(doubt.words, on: doubt.ticket)
            }
        }
    }

    // MARK: Bringing back

    /// What an earlier console of this agent kept and no ticket of it is known: it stands in the line again.
    func bringBackLine() {
        guard let words = unsent?.words, !words.text.isEmpty else { return }
        recovered = words
        if words.ticket == nil { putBack("what you had typed before") }
    }

    /// The agent's tickets of before are known: what was written on another one becomes the draft there, so that no
    /// other customer gets it.
    func bringBack(among tickets: [String]) {
        guard let words = recovered, let ticket = words.ticket, !tickets.contains(ticket) else {
            return
        }
        recovered = nil
        console.print("-- \(ticket) is not yours any more; what you were writing on it:")
        console.print("   \(SafeText.shown(words.text, indent: "   "))")
        link.ask(.ticketShow, ["ticket": .string(ticket)]) { [unowned self] result in
            let old = (try? result.get()).flatMap { TicketText.draft(of: agent, on: $0) }
            let isPart = old.map { words.text.hasPrefix($0) } ?? true
            keepDraft(isPart ? words.text : "\(old ?? "")\n\(words.text)", on: ticket)
        }
    }

    /// The ticket is this agent's again; whether the draft on it is part of what was being written.
    func bringBack(on ticket: JSON, draft: String?) -> Bool {
        guard let words = recovered, let id = ticket["id"]?.string, id == words.ticket else {
            return false
        }
        focus(id)
        putBack("what you were writing on \(id)")
        return draft.map { words.text.hasPrefix($0) || $0.hasPrefix(words.text) } ?? false
    }

    private func putBack(_ what: String) {
        guard let words = recovered else { return }
        recovered = nil
        if !words.text.contains("\n"), putIntoLine(SafeText.shown(words.text)) {
            return console.print("-- in the line: \(what); Ctrl-U takes it out")
        }
        wait(words.text)
        console.print("-- \(what): \(SafeText.shown(words.text, indent: "   "))")
        console.print("-- /send sends it, /undo keeps it as a draft")
    }
}
