import Rehearsal
import Wire

/// What arrives at the desk, and the console's own commands.
extension DeskSession {
    /// The console's own commands.
    static let ownUsage: [(name: String, arguments: String, meaning: String)] = [
        ("show", "[TICKET]", "the ticket with its conversation"),
        ("open", "TICKET", "go to another ticket of yours"),
        ("queue", "[QUEUE]", "what waits"), ("undo", "", "take the last reply back"),
        ("send", "", "send the last reply now"),
        ("note", "", "without a text: lines are notes until /customer"),
        ("customer", "", "lines go to the customer again"), ("help", "", "this list"),
        ("quit", "", "leave; your tickets are queued again after a minute"),
    ]

    /// Obeys a command of the console itself; false where it is none.
    func obeyOwn(_ text: String) -> Bool {
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        let rest = parts.count == 2 ? parts[1] : nil
        switch (parts[0], rest) {
        case ("/show", _): show(rest ?? current?.id ?? offer?.id)
        case ("/open", let id?): open(id)
        case ("/queue", _): showQueue(rest)
        case ("/undo", nil): undo()
        case ("/send", nil): sendNow()
        case ("/note", nil) where current != nil:
            isNoting = true
            showPrompt()
        case ("/customer", nil):
            isNoting = false
            showPrompt()
        case ("/help", nil):
            for (name, arguments, meaning) in AgentLine.usage + Self.ownUsage {
                console.print("  \("/\(name) \(arguments)".padded(to: 24)) \(meaning)")
            }
        case ("/quit", nil): quit()
        default: return false
        }
        return true
    }

    private func show(_ id: String?) {
        guard let id else { return console.print("-- which ticket? write /show T-1") }
        link.ask(.ticketShow, ["ticket": .string(id)]) { [unowned self] result in
            switch result {
            case .success(let ticket):
                for line in TicketText.full(ticket) { console.print(line) }
                for line in ticket["transcript"]?.array ?? [] {
                    console.print(TicketText.line(line))
                }
            case .failure(let error): console.print("-- \(error.what); \(error.cure)")
            }
        }
    }

    private func open(_ id: String) {
        link.ask(.ticketShow, ["ticket": .string(id)]) { [unowned self] result in
            switch result {
            case .success(let ticket):
                guard ticket["agent"]?.string == agent else {
                    return console.print("-- \(id) is not yours; /claim \(id) takes a waiting one")
                }
                takeUp(["ticket": ticket], says: true)
            case .failure(let error): console.print("-- \(error.what); \(error.cure)")
            }
        }
    }

    private func showQueue(_ queue: String?) {
        let method: Wire.Method = queue == nil ? .queueList : .ticketList
        link.ask(method, queue.map { ["queue": .string($0)] } ?? [:]) { [unowned self] result in
            switch result {
            case .success(let answer):
                let lines =
                    queue == nil
                    ? TicketText.queues(answer)
                    : (answer["tickets"]?.array ?? []).map(TicketText.row)
                for line in lines { console.print(line) }
            case .failure(let error): console.print("-- \(error.what); \(error.cure)")
            }
        }
    }

    // MARK: Events

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
        offer = TicketAtHand(
            id: TicketText.word(params, "ticket"), epoch: params["epoch"]?.integer ?? 0,
            queue: TicketText.word(ticket, "queue"))
        for line in TicketText.full(ticket) { console.print(line) }
        console.print("-- an offer: `next` takes it, /decline leaves it to somebody else")
    }

    private func happened(_ params: JSON) {
        let ticket = TicketText.word(params, "ticket")
        switch params["event"]?.string {
        case "withdrawn":
            if offer?.id == ticket { offer = nil }
            console.print("-- \(ticket) is no longer yours (\(TicketText.word(params, "why")))")
            if current?.id == ticket { setCurrent(nil) }
        case "claimed":
            if current?.id == ticket { refresh { $0.epoch = params["epoch"]?.integer ?? $0.epoch } }
        case "nudge": console.print("-- \(ticket): the customer is waiting for you")
        case "notify", "page": console.print("-- \(ticket): \(TicketText.word(params, "reason"))")
        case "draft_kept": console.print("-- your text is kept as a draft on \(ticket)")
        case "enqueued":
            console.print(
                "-- \(ticket) waits in \(TicketText.word(params, "queue")), \(TicketText.word(params, "class"))"
            )
        default: break
        }
    }

    /// Something changed about a ticket of this agent: shows what the customer wrote since.
    private func changed(_ ticket: JSON) {
        guard let id = ticket["id"]?.string, id == current?.id else { return }
        refresh { $0.epoch = ticket["epoch"]?.integer ?? $0.epoch }
        link.ask(.ticketShow, ["ticket": .string(id)]) { [unowned self] result in
            guard case .success(let shown) = result, current?.id == id else { return }
            let lines = shown["transcript"]?.array ?? []
            let seen = current?.lastLine.flatMap { lines.lastIndex(of: $0) } ?? -1
            let fresh = lines.dropFirst(seen + 1)
            guard let last = fresh.last else { return }
            refresh { $0.lastLine = last }
            for line in fresh where line["speaker"]?.string != "agent.\(agent)" {
                console.print(TicketText.line(line))
            }
            if fresh.contains(where: { $0["speaker"]?.string == "customer" }) { customerWrote() }
        }
    }
}
