import Wire

/// What arrives at the desk: printed above the line, never in it.
extension DeskSession {
    func notice(_ method: String, _ params: JSON) {
        switch method {
        case "agent.offer": offered(params)
        case "agent.event": happened(params)
        case "ticket.changed": changed(params["ticket"] ?? .null)
        default: break
        }
    }

    private func offered(_ params: JSON) {
        let ticket = params["offer"] ?? .null
        guard var new = TicketAtHand(ticket) else { return }
        new.epoch = params["epoch"]?.integer ?? 0
        offers.removeAll { $0.id == new.id }
        offers.append(new)
        guard openNexts == 0 else { return }
        // One after the other fits a screen; of the rest a line is enough.
        guard offers.count == 1 else {
            return console.print("-- also offered: \(TicketText.offer(ticket))")
        }
        for line in TicketText.brief(ticket) { console.print(line) }
        console.print("-- an offer: `next` takes it, /decline leaves it to somebody else")
    }

    /// What else is offered, after one was taken or declined.
    func tellOffer() {
        guard let offer else { return }
        let others = offers.dropFirst().map(\.id).prefix(5).joined(separator: ", ")
        console.print(
            others.isEmpty
                ? "-- \(offer.id) is offered too: /show \(offer.id), `next` takes it"
                : "-- \(offer.id), \(others) are offered too: /show looks at one, `next` takes the first in line"
        )
    }

    /// A ticket is this agent's now. What they took themselves, the answer shows.
    private func claimed(_ id: String, epoch: Int) {
        guard !merging.contains(id) else { return }
        if tickets[id] != nil { tickets[id]?.epoch = epoch }
        link.ask(.ticketShow, ["ticket": .string(id)]) { [unowned self] result in
            guard case .success(let ticket) = result, tickets[id] == nil,
                ticket["agent"]?.string == agent, ticket["state"]?.string == "claimed"
            else { return }
            let by =
                TicketText.giver(of: ticket, to: agent).map { ", given by \($0)" }
                ?? ", taken in another console"
            console.print("-- \(id) is yours now\(by); /open \(id) goes there")
            takeUp(["ticket": ticket], says: true, focuses: false)
        }
    }

    private func happened(_ params: JSON) {
        let ticket = TicketText.word(params, "ticket")
        let by = TicketText.word(params, "by")
        let text = SafeText.shown(params["text"]?.string ?? "", indent: "   ")
        switch params["event"]?.string {
        case "withdrawn": withdrawn(ticket, why: TicketText.word(params, "why"))
        case "left": withdrawn(ticket, why: "\(TicketText.word(params, "why"))_elsewhere")
        case "claimed": claimed(ticket, epoch: params["epoch"]?.integer ?? 0)
        case "nudge": console.print("-- \(ticket): the customer is waiting for you")
        case "notify", "page":
            let reason = TicketText.reason(TicketText.word(params, "reason"))
            let role = TicketText.word(params, "role")
            console.print("-- for the \(role) to look at: \(ticket), \(reason); /show \(ticket)")
        case "draft_kept":
            noteDraft(on: ticket)
            heldIsOver(on: ticket)
            console.print("-- your text is kept as a draft on \(ticket); /draft brings it back")
        case "reply_held" where params["until"]?.integer == nil:
            if ticket == current { heldOn = ticket }
            console.print(
                "-- \(ticket): the customer wrote before your reply went out: /send or /undo")
        case "undone":
            let what = TicketText.word(params, "what")
            if what == "reply" {
                noteDraft(on: ticket)
                heldIsOver(on: ticket)
            }
            console.print(
                "-- \(ticket): \(what) taken back"
                    + (what == "reply" ? "; /draft puts it into the line again" : ""))
        case "answered": console.print("-- \(ticket): answered by \(by): \(text)")
        case "noted": console.print("-- \(ticket): note of \(by): \(text)")
        case "whispered": console.print("-- \(ticket): \(by) whispers: \(text)")
        case "related":
            let other = TicketText.word(params, "other")
            console.print("-- \(ticket): the same customer also has \(other); see /merge")
        case "presence": presenceChanged(params)
        case "enqueued":
            // Reopened in the wrap-up: the slot is free.
            if wrapUps.removeValue(forKey: ticket) != nil { showPrompt() }
            guard !leaving.contains(ticket) else { return }
            let queue = TicketText.word(params, "queue")
            let text = "-- \(ticket) waits in \(queue), \(TicketText.word(params, "class"))"
            arrived.append((ticket, text))
        default: break
        }
    }

    /// What came into a queue, but for what is offered here: that says it all.
    func tellArrived() {
        for news in arrived where !offers.contains(where: { $0.id == news.ticket }) {
            console.print(news.text)
        }
        arrived = []
    }

    private func presenceChanged(_ params: JSON) {
        let presence = TicketText.word(params, "presence")
        let why = TicketText.word(params, "why")
        let block = why == "planned_break" ? ": " + TicketText.word(params, "reason") : ""
        let place = presence == "break" ? "on a break" : presence
        let cure = presence == "online" ? "" : "; `next` or /online brings you back"
        console.print("-- you are \(place) now (\(why.replacing("_", with: " "))\(block))\(cure)")
    }

    /// The focus stays: what is being typed becomes a draft instead of a message.
    private func withdrawn(_ id: String, why: String) {
        offers.removeAll { $0.id == id }
        guard !leaving.contains(id) else { return }
        console.print("-- \(id) is no longer yours: \(TicketText.withdrawal(why))")
        guard current == id else {
            tickets[id] = nil
            return
        }
        tickets[id]?.isLost = true
        showPrompt()
    }

    /// Something changed about a ticket of this agent: shows what was said since.
    private func changed(_ ticket: JSON) {
        guard let id = ticket["id"]?.string else { return }
        guard let known = tickets[id], !known.isLost || ticket["agent"]?.string == agent else {
            if watched[id] != nil { follow(ticket) }
            if tickets[id] != nil { tickets[id]?.epoch = ticket["epoch"]?.integer ?? 0 }
            return
        }
        tickets[id]?.epoch = ticket["epoch"]?.integer ?? 0
        tickets[id]?.owesSince = ticket["unanswered_since"]?.integer
        let isBack = ticket["state"]?.string == "claimed" && known.isLost
        if isBack {
            tickets[id]?.isLost = false
            showPrompt()
        }
        link.ask(.ticketShow, ["ticket": .string(id)]) { [unowned self] result in
            guard case .success(let shown) = result else { return }
            if isBack {
                let by = TicketText.giver(of: shown, to: agent).map { ", given by \($0)" } ?? ""
                console.print("-- \(id) is yours again\(by)")
            }
            showFresh(shown)
        }
    }

    /// A ticket that a lead watches: what both sides said since the last look.
    func follow(_ listed: JSON) {
        guard let id = listed["id"]?.string, watched[id] != nil else { return }
        link.ask(.ticketShow, ["ticket": .string(id)]) { [unowned self] result in
            guard case .success(let ticket) = result, let known = watched[id] else { return }
            let lines = TicketText.transcript(of: ticket)
            let seen = known.lastLine.flatMap { lines.lastIndex(of: $0) } ?? -1
            watched[id]?.lastLine = lines.last ?? known.lastLine
            let owner = ticket["agent"]?.string ?? TicketText.word(ticket, "state")
            let label = "[\(id) \(SafeText.oneLine(owner, limit: 12)) ↔ \(known.customer)]"
            for line in lines.dropFirst(seen + 1) { console.print(label + TicketText.line(line)) }
            guard ticket["state"]?.string == "closed" else { return }
            watched[id] = nil
            console.print("-- \(id) is closed; no longer watching it")
        }
    }

    /// Prints the lines that were said since the last look, whichever ticket they are of.
    func showFresh(_ ticket: JSON) {
        guard let id = ticket["id"]?.string, let known = tickets[id] else { return }
        let lines = TicketText.transcript(of: ticket)
        let seen = known.lastLine.flatMap { lines.lastIndex(of: $0) } ?? -1
        let fresh = lines.dropFirst(seen + 1)
        let chats = TicketText.chats(of: ticket).count
        if chats > known.chats {
            tickets[id]?.chats = chats
            console.print("-- \(id) has \(chats) conversations now; /show \(id) has all of them")
        }
        guard let last = fresh.last else { return }
        tickets[id]?.lastLine = last
        watched[id]?.lastLine = last
        let label = id == current ? "" : "[\(id) \(known.customer)]"
        for line in fresh {
            if line["speaker"]?.string == "agent.\(agent)" {
                if console.isTerminal { console.print("-- \(id): sent") }
                heldIsOver(on: id)
            } else {
                console.print(label + TicketText.line(line))
            }
        }
        if id == current, fresh.contains(where: { $0["speaker"]?.string == "customer" }),
            console.isTyping
        {
            wroteWhileTyping = true
        }
    }
}
