import Wire

/// Coming and going: being online, coming back after a loss, leaving.
extension DeskSession {
    func connected(_ isFirst: Bool) {
        nextOnline = nil
        link.ask(.hello) { result in
            if case .success(let desk) = result { ShownZone.use(desk["zone"]?.string) }
        }
        let params: JSON = ["agent": .string(agent), "resume": .bool(!isFirst)]
        link.ask(.agentOnline, params) { [unowned self] result in
            switch result {
            case .success(let answer):
                isToldOffline = false
                console.print(
                    isFirst
                        ? "-- \(agent) is online; `next` takes a ticket, /help has the rest"
                        : "-- connected again" + TicketText.absence(in: answer))
                takeUpOldTickets(answer, isFirst: isFirst)
                watchAgain()
                if unsure != nil { console.print("-- your words wait: /send or /undo") }
            case .failure(let error) where error.isPassing && console.isTerminal:
                guard link.isConnected else { return }
                nextOnline = (Clock.milliseconds + 500, isFirst)
                guard !isToldOffline else { return }
                isToldOffline = true
                console.print(
                    "-- not online yet: \(error.what); asking again until the desk takes it")
            case .failure(let error):
                // Nobody of that name works here: there is nothing to wait for.
                wasRefused = CommandFailure("\(error.what); \(error.cure)", Exit.failure)
                isQuitting = true
            }
        }
    }

    /// A desk that could not take it, as with a full disk, may be well again.
    func comeOnline() {
        guard let next = nextOnline, link.isConnected, Clock.milliseconds >= next.at else { return }
        connected(next.isFirst)
    }

    /// Tickets that this agent holds from before; after a lost connection also what was said meanwhile.
    private func takeUpOldTickets(_ answer: JSON, isFirst: Bool) {
        let ids = (answer["agent"]?["tickets"]?.array ?? []).compactMap(\.string)
        bringBack(among: ids)
        for id in ids {
            link.ask(.ticketShow, ["ticket": .string(id)]) { [unowned self] result in
                guard case .success(let ticket) = result else {
                    return bringBack(among: ids.filter { $0 != id })
                }
                if tickets[id] != nil { return showFresh(ticket) }
                if noteWrapUp(of: ticket) {
                    bringBack(among: ids.filter { $0 != id })
                    return showPrompt()
                }
                takeUp(["ticket": ticket], says: isFirst, focuses: current == nil)
            }
        }
    }

    /// `next` after /offline: the agent is back, and takes.
    func comeBackAndTake() {
        link.ask(.agentOnline, ["agent": .string(agent)]) { [unowned self] result in
            switch result {
            case .success: next()
            case .failure(let error): console.print("-- \(error.atConsole)")
            }
        }
    }

    func comeBack() {
        link.ask(.agentOnline, ["agent": .string(agent)]) { [unowned self] result in
            switch result {
            case .success: console.print("-- you are online")
            case .failure(let error): console.print("-- \(error.atConsole)")
            }
        }
    }

    func wentOffline() {
        let left = tickets.values.filter { !$0.isLost }.map(\.id).sorted()
        tickets = [:]
        focus(nil)
        console.print(
            "-- you are offline"
                + (left.isEmpty ? "" : "; queued again: \(left.joined(separator: ", "))"))
    }
}
