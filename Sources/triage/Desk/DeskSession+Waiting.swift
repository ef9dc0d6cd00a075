import Wire

/// Words that wait for a second look: pasted, prepared, or sent where nobody could take them.
extension DeskSession {
    /// Words that waited already stay before the new ones: nothing typed is thrown away.
    func wait(_ words: String) {
        heldOn = nil
        guard let before = unsure else { return unsure = words }
        unsure = before + "\n" + words
        console.print("-- with what waited before: \(SafeText.shown(before, indent: "   "))")
    }

    /// Words that nobody could take now are not thrown away.
    func letWait(_ words: String) {
        wait(words)
        console.print("-- your words wait here: /send sends them then, /undo keeps them as a draft")
    }

    /// Several lines at once are a text and never commands; it goes out only at the agent's word.
    func pasted(_ text: String) {
        signs.note()
        console.print(
            "-- \(text.split(separator: "\n").count) lines came at once: a paste; none was obeyed.")
        wait(text)
        console.print(
            "   \(SafeText.shown(text, indent: "   "))\n-- /send sends it as one text, /undo keeps it"
        )
    }

    /// Puts a text into the line; a pipe, or several lines, wait for /send.
    func offerText(_ text: String) {
        guard text.contains("\n") || !putIntoLine(text) else { return }
        wait(text)
        console.print(
            "-- to be sent: \(SafeText.shown(text, indent: "   "))\n-- /send sends it, /undo keeps it"
        )
    }

    // MARK: Whom /send and /undo are about

    /// Whether they are about the words that wait. A reply that the desk holds back comes first where the console
    /// named it last: words of before must not go out in its place.
    var isAboutWaiting: Bool {
        unsure != nil && (heldOn == nil || heldOn != current)
    }

    /// The reply went out, or is a draft again.
    func heldIsOver(on ticket: String) {
        guard heldOn == ticket else { return }
        heldOn = nil
        tellWaiting()
    }

    /// What waits is shown with whom it would reach.
    func tellWaiting() {
        guard let words = unsure, let ticket = atHand, !ticket.isLost else { return }
        console.print("-- words of yours wait: \(SafeText.shown(words, indent: "   "))")
        let reader = ticket.isInternal ? "the colleague who asks" : "the customer"
        console.print(
            "-- /send sends them to \(reader) of \(ticket.id), /undo keeps them as a draft")
    }

    func sendUnsure() {
        guard let words = unsure else { return }
        guard atHand != nil else {
            return console.print("-- nobody would read that: \(nothingAtHand)")
        }
        unsure = nil
        say(words, isSure: true)
    }

    func keepUnsure() {
        guard let words = unsure else { return }
        guard let current else {
            console.print("-- your words wait here: \(SafeText.shown(words, indent: "   "))")
            return console.print("-- a draft needs a ticket: \(nothingAtHand)")
        }
        guard link.isConnected else {
            return console.print("-- the desk is away; your words wait here until it is back")
        }
        unsure = nil
        keepDraft(words, on: current)
    }

    /// Keeps the words on the ticket, behind a draft of another time that is there already.
    func keepDraft(_ words: String, on ticket: String) {
        guard tickets[ticket]?.hasDraft == true else { return putDraft(words, on: ticket) }
        link.ask(.ticketShow, ["ticket": .string(ticket)]) { [unowned self] result in
            let old = (try? result.get()).flatMap { TicketText.draft(of: agent, on: $0) }
            putDraft([old, words].compactMap { $0 }.joined(separator: "\n"), on: ticket)
        }
    }

    private func putDraft(_ words: String, on ticket: String) {
        link.ask(.agentDraft, ["ticket": .string(ticket), "text": .string(words)]) {
            [unowned self] result in
            switch result {
            case .success:
                noteDraft(on: ticket)
                console.print("-- kept as a draft on \(ticket); /draft brings it back")
            // A closed ticket keeps none.
            case .failure: letWait(words)
            }
        }
    }
}
