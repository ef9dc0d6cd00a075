import Rehearsal
import Wire

/// The console's own commands: looking, focus, second thoughts.
extension DeskSession {
    static let ownUsage: [(name: String, arguments: String, meaning: String)] = [
        ("show", "[TICKET]", "the ticket with its conversation"),
        ("open", "TICKET", "go to another ticket of yours"),
        ("mine", "", "your tickets; * waits for your reply"),
        ("queue", "[QUEUE]", "what waits"),
        ("draft", "", "put your draft into the line"),
        ("macro", "[NAME key=value…]", "a prepared text, shown before it is sent"),
        ("note", "", "without a text: lines are notes until /customer"),
        ("customer", "", "lines go to the customer again"),
        ("watch", "TICKET", "follow its conversation (leads); /unwatch ends it"),
        ("help", "", "this list"),
        ("quit", "", "leave; your tickets are queued again after a minute"),
    ]

    /// Obeys a command of the console itself; false where it is none.
    func obeyOwn(_ text: String) -> Bool {
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        let rest = parts.count == 2 ? parts[1].trimmingBlanks : nil
        switch (parts[0], rest) {
        case ("/show", _): show(rest ?? current ?? offer?.id)
        case ("/open", let id?): open(id)
        case ("/mine", nil): showMine()
        case ("/queue", _): showQueue(rest)
        case ("/draft", nil): fetchDraft()
        case ("/macro", _): macro(rest)
        case ("/watch", let id?): watch(id, begins: true)
        case ("/unwatch", let id?): watch(id, begins: false)
        case ("/send", nil) where unsure != nil: sendUnsure()
        case ("/undo", nil) where unsure != nil: keepUnsure()
        case ("/undo", let id?): undo(id)
        case ("/note", nil) where current != nil:
            isNoting = true
            showPrompt()
        case ("/customer", nil):
            isNoting = false
            showPrompt()
        case ("/help", nil):
            for (name, arguments, meaning) in AgentLine.usage + Self.ownUsage {
                console.print("  \("/\(name) \(arguments)".padded(to: 26)) \(meaning)")
            }
        case ("/quit", nil): quit()
        default: return false
        }
        return true
    }

    private func with(_ id: String, _ body: @escaping (JSON) -> Void) {
        link.ask(.ticketShow, ["ticket": .string(id)]) { [unowned self] result in
            switch result {
            case .success(let ticket): body(ticket)
            case .failure(let error): console.print("-- \(error.what); \(error.cure)")
            }
        }
    }

    private func show(_ id: String?) {
        guard let id else { return console.print("-- which ticket? write /show T-1") }
        with(id) { [unowned self] ticket in
            for line in TicketText.full(ticket) { console.print(line) }
            for line in ticket["transcript"]?.array ?? [] { console.print(TicketText.line(line)) }
        }
    }

    func open(_ id: String) {
        with(id) { [unowned self] ticket in
            guard ticket["agent"]?.string == agent else {
                return console.print("-- \(id) is not yours; /claim \(id) takes a waiting one")
            }
            takeUp(["ticket": ticket], says: true, focuses: true)
        }
    }

    private func showMine() {
        if tickets.isEmpty { console.print("-- you have no ticket; `next` takes one") }
        for ticket in tickets.values.sorted(by: { $0.id < $1.id }) {
            let mark = ticket.id == current ? ">" : " "
            let owes = ticket.owesSince == nil ? " " : "*"
            console.print(
                "\(mark)\(owes) \(ticket.id.padded(to: 8)) \(ticket.queue.padded(to: 12)) \(ticket.customer)"
            )
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

    /// A lead follows what is said; nobody sees it.
    private func watch(_ id: String, begins: Bool) {
        with(id) { [unowned self] ticket in
            guard let conversation = ticket["conversation"] else { return }
            link.ask(
                begins ? .subscribe : .unsubscribe, ["conversation": conversation])
            console.print("-- \(begins ? "watching" : "no longer watching") \(id)")
            guard begins else { return }
            for line in (ticket["transcript"]?.array ?? []).suffix(12) {
                console.print(TicketText.line(line))
            }
        }
    }

    // MARK: Second thoughts

    /// The draft of this agent, ready to be sent or changed.
    private func fetchDraft() {
        guard let current else { return console.print("-- \(nothingAtHand)") }
        with(current) { [unowned self] ticket in
            let draft = (ticket["drafts"]?.array ?? []).first { $0["agent"]?.string == agent }
            guard let text = draft?["text"]?.string else {
                return console.print("-- you have no draft on \(current)")
            }
            tickets[current]?.hasDraft = false
            offerText(text)
        }
    }

    /// Puts a text into the line; a pipe, or several lines, wait for /send.
    private func offerText(_ text: String) {
        if text.contains("\n") || !console.insert(text) {
            unsure = text
            console.print(
                "-- to be sent: \(SafeText.shown(text, indent: "   "))\n-- /send sends it, /undo keeps it"
            )
        }
    }

    private func sendUnsure() {
        guard let words = unsure else { return }
        unsure = nil
        obey(.reply(words))
    }

    private func keepUnsure() {
        guard let words = unsure, let current else { return }
        unsure = nil
        link.ask(.agentDraft, ["ticket": .string(current), "text": .string(words)])
        console.print("-- kept as a draft on \(current); /draft brings it back")
    }

    private func undo(_ id: String) {
        link.ask(.agentUndo, ["ticket": .string(id)]) { [unowned self] result in
            switch result {
            case .success(let answer): takeUp(answer, says: false, focuses: current == nil)
            case .failure(let error): console.print("-- \(error.what); \(error.cure)")
            }
        }
    }

    // MARK: Macros

    private func macro(_ text: String?) {
        guard let text else { return listMacros() }
        guard let ticket = atHand else { return console.print("-- \(nothingAtHand)") }
        let parts = text.split(separator: " ").map(String.init)
        var values: [JSON.Member] = []
        for part in parts.dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
            guard pair.count == 2 else {
                return console.print("-- '\(part)' is no parameter; write days=3")
            }
            values.append(JSON.Member(pair[0], .string(pair[1])))
        }
        link.ask(
            .macroFill,
            ["ticket": .string(ticket.id), "name": .string(parts[0]), "values": .object(values)]
        ) { [unowned self] result in
            switch result {
            case .success(let filled): offer(macro: filled)
            case .failure(let error): console.print("-- \(error.what); \(error.cure)")
            }
        }
    }

    private func offer(macro: JSON) {
        let text = macro["text"]?.string ?? ""
        let missing = (macro["missing"]?.array ?? []).compactMap(\.string)
        guard missing.isEmpty else {
            console.print("-- \(SafeText.shown(text, indent: "   "))")
            let name = TicketText.word(macro, "name")
            return console.print(
                "-- missing: \(missing.joined(separator: ", ")); "
                    + "write /macro \(name) \(missing.first ?? "")=…")
        }
        offerText(text)
    }

    private func listMacros() {
        link.ask(.macroList) { [unowned self] result in
            guard case .success(let answer) = result else { return }
            for macro in answer["macros"]?.array ?? [] {
                let parameters = (macro["parameters"]?.array ?? []).compactMap(\.string)
                console.print(
                    "  \(TicketText.word(macro, "name").padded(to: 16)) \(parameters.joined(separator: " "))"
                )
            }
        }
    }
}
