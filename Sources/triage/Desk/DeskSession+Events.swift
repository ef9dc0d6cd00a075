import Wire

/// What arrives at the desk: printed above the line, never in it.
extension DeskSession {
    func notice(_ method: String, _ params: JSON) {
        switch method {
        case "agent.offer": offered(params)
        case "agent.event": happened(params)
        case "ticket.changed": changed(params["ticket"] ?? .null)
        case "conversation.message": watched(params)
        default: break
        }
    }

    private func offered(_ params: JSON) {
        let ticket = params["offer"] ?? .null
        offer = TicketAtHand(ticket)
        offer?.epoch = params["epoch"]?.integer ?? 0
        for line in TicketText.full(ticket) { console.print(line) }
        console.print("-- an offer: `next` takes it, /decline leaves it to somebody else")
    }

    private func happened(_ params: JSON) {
        let ticket = TicketText.word(params, "ticket")
        let by = TicketText.word(params, "by")
        let text = SafeText.shown(params["text"]?.string ?? "", indent: "   ")
        switch params["event"]?.string {
        case "withdrawn": withdrawn(ticket, why: TicketText.word(params, "why"))
        case "claimed": tickets[ticket]?.epoch = params["epoch"]?.integer ?? 0
        case "nudge": console.print("-- \(ticket): the customer is waiting for you")
        case "notify", "page": console.print("-- \(ticket): \(TicketText.word(params, "reason"))")
        case "draft_kept":
            tickets[ticket]?.hasDraft = true
            console.print("-- your text is kept as a draft on \(ticket); /draft brings it back")
        case "reply_held" where params["until"]?.integer == nil:
            console.print(
                "-- \(ticket): the customer wrote before your reply went out: /send or /undo")
        case "undone":
            let what = TicketText.word(params, "what")
            if what == "reply" { tickets[ticket]?.hasDraft = true }
            console.print(
                "-- \(ticket): \(what) taken back"
                    + (what == "reply" ? "; /draft puts it into the line again" : ""))
        case "answered": console.print("-- \(ticket): answered by \(by): \(text)")
        case "whispered": console.print("-- \(ticket): \(by) whispers: \(text)")
        case "related":
            let other = TicketText.word(params, "other")
            console.print("-- \(ticket): the same customer also has \(other); see /merge")
        case "presence": presenceChanged(params)
        case "enqueued":
            console.print(
                "-- \(ticket) waits in \(TicketText.word(params, "queue")), \(TicketText.word(params, "class"))"
            )
        default: break
        }
    }

    private func presenceChanged(_ params: JSON) {
        let presence = TicketText.word(params, "presence")
        let why = TicketText.word(params, "why").replacing("_", with: " ")
        let cure = presence == "online" ? "" : "; `next` or /online brings you back"
        console.print("-- you are \(presence) now (\(why))\(cure)")
    }

    /// The focus stays: what is being typed becomes a draft instead of a message.
    private func withdrawn(_ id: String, why: String) {
        if offer?.id == id { offer = nil }
        console.print("-- \(id) is no longer yours (\(why))")
        guard current == id else {
            tickets[id] = nil
            return
        }
        tickets[id]?.isLost = true
        showPrompt()
    }

    /// Something changed about a ticket of this agent: shows what was said since.
    private func changed(_ ticket: JSON) {
        guard let id = ticket["id"]?.string, tickets[id] != nil else { return }
        tickets[id]?.epoch = ticket["epoch"]?.integer ?? 0
        tickets[id]?.owesSince = ticket["unanswered_since"]?.integer
        if ticket["agent"]?.string == agent, tickets[id]?.isLost == true {
            tickets[id]?.isLost = false
            showPrompt()
        }
        link.ask(.ticketShow, ["ticket": .string(id)]) { [unowned self] result in
            if case .success(let shown) = result { showFresh(shown) }
        }
    }

    /// Prints the lines that were said since the last look, whichever ticket they are of.
    func showFresh(_ ticket: JSON) {
        guard let id = ticket["id"]?.string, let known = tickets[id] else { return }
        let lines = ticket["transcript"]?.array ?? []
        let seen = known.lastLine.flatMap { lines.lastIndex(of: $0) } ?? -1
        let fresh = lines.dropFirst(seen + 1)
        guard let last = fresh.last else { return }
        tickets[id]?.lastLine = last
        let label = id == current ? "" : "[\(id) \(known.customer)]"
        for line in fresh {
            if line["speaker"]?.string == "agent.\(agent)" {
                if console.isTerminal { console.print("-- \(id): sent") }
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

    /// A conversation that a lead watches.
    private func watched(_ params: JSON) {
        let line: JSON = [
            "speaker": params["sender"] ?? .null, "text": params["text"] ?? .null,
        ]
        console.print(
            "[watch \(TicketText.word(params, "conversation"))]" + TicketText.line(line))
    }
}
