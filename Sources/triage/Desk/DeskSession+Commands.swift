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
        ("", "…\\", "a line that ends in \\ goes on in the next one, as does Alt-Enter"),
        ("customer", "", "lines go to the customer again"),
        ("watch", "TICKET", "follow its conversation (leads)"),
        ("unwatch", "[TICKET]", "follow it no longer"),
        ("help", "[COMMAND|all]", "what there is; one command, or each with its meaning"),
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
        case ("/watch", let id?): watch(id)
        case ("/unwatch", _): unwatch(rest)
        case ("/send", nil) where isAboutWaiting: sendUnsure()
        case ("/undo", nil) where isAboutWaiting: keepUnsure()
        case ("/undo", _): undo(rest)
        case ("/note", nil) where current != nil:
            isNoting = true
            showPrompt()
        case ("/customer", nil):
            isNoting = false
            showPrompt()
        case ("/help", _): help(rest)
        case ("/quit", nil): quit()
        default: return isMisused(parts[0])
        }
        return true
    }

    /// A command of the console with too little or too much behind it: how it is written.
    private func isMisused(_ name: String) -> Bool {
        // /note with a text, and /send and /undo, are the desk's commands.
        guard !AgentLine.usage.contains(where: { "/" + $0.name == name }),
            let usage = Self.ownUsage.first(where: { "/" + $0.name == name && !$0.name.isEmpty })
        else { return false }
        let written = "/\(usage.name) \(usage.arguments)".trimmedRight
        console.print("-- write \(written): \(usage.meaning)")
        return true
    }

    private func with(_ id: String, _ body: @escaping (JSON) -> Void) {
        link.ask(.ticketShow, ["ticket": .string(id)]) { [unowned self] result in
            switch result {
            case .success(let ticket): body(ticket)
            case .failure(let error): console.print("-- \(error.atConsole)")
            }
        }
    }

    private func show(_ id: String?) {
        guard let id else { return console.print("-- which ticket? write /show T-1") }
        with(id) { [unowned self] ticket in
            for line in TicketText.full(ticket) { console.print(line) }
            for line in TicketText.transcript(of: ticket) { console.print(TicketText.line(line)) }
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

    /// What the desk says is this agent's; the console's own list follows.
    private func showMine() {
        link.ask(.agentList) { [unowned self] result in
            switch result {
            case .success(let answer):
                let row = (answer["agents"]?.array ?? []).first { $0["id"]?.string == agent }
                let ids = (row?["tickets"]?.array ?? []).compactMap(\.string)
                gather(ids[...], []) { [unowned self] in listMine($0) }
            case .failure(let error): console.print("-- \(error.atConsole)")
            }
        }
    }

    /// Asks for one ticket after the other.
    private func gather(
        _ ids: ArraySlice<String>, _ found: [JSON], then: @escaping ([JSON]) -> Void
    ) {
        guard let id = ids.first else { return then(found) }
        link.ask(.ticketShow, ["ticket": .string(id)]) { [unowned self] result in
            let more = (try? result.get()).map { [$0] } ?? []
            gather(ids.dropFirst(), found + more, then: then)
        }
    }

    private func listMine(_ found: [JSON]) {
        let held = found.filter { $0["state"]?.string == "claimed" }.compactMap { $0["id"]?.string }
        for id in tickets.keys where !held.contains(id) && id != current { tickets[id] = nil }
        if let current, !held.contains(current) { tickets[current]?.isLost = true }
        for ticket in found where tickets[ticket["id"]?.string ?? ""] == nil {
            takeUp(["ticket": ticket], says: false, focuses: false)
        }
        showPrompt()
        if found.isEmpty { console.print("-- you have no ticket; `next` takes one") }
        for ticket in found {
            console.print(TicketText.mine(ticket, isAtHand: ticket["id"]?.string == current))
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
            case .failure(let error): console.print("-- \(error.atConsole)")
            }
        }
    }

    /// A lead follows what is said; nobody sees it.
    private func watch(_ id: String) {
        link.ask(.ticketWatch, ["ticket": .string(id)]) { [unowned self] result in
            switch result {
            case .success(let ticket):
                watched[id] = TicketAtHand(ticket)
                console.print("-- watching \(id); /unwatch ends it")
                for line in TicketText.transcript(of: ticket).suffix(12) {
                    console.print(TicketText.line(line))
                }
            case .failure(let error): console.print("-- \(error.atConsole)")
            }
        }
    }

    /// A new connection watches nothing by itself: what was said meanwhile follows.
    func watchAgain() {
        for id in watched.keys.sorted() {
            link.ask(.ticketWatch, ["ticket": .string(id)]) { [unowned self] result in
                switch result {
                case .success(let ticket): follow(ticket)
                case .failure(let error):
                    watched[id] = nil
                    console.print("-- no longer watching \(id): \(error.what)")
                }
            }
        }
    }

    private func unwatch(_ id: String?) {
        let ended = id.map { [$0] } ?? watched.keys.sorted()
        if ended.isEmpty { console.print("-- you watch nothing") }
        for id in ended {
            watched[id] = nil
            link.ask(.ticketUnwatch, ["ticket": .string(id)])
            console.print("-- no longer watching \(id)")
        }
    }

    // MARK: Second thoughts

    /// The draft of this agent, ready to be sent or changed.
    private func fetchDraft() {
        guard let current else { return console.print("-- \(nothingAtHand)") }
        with(current) { [unowned self] ticket in
            guard let text = TicketText.draft(of: agent, on: ticket) else {
                return console.print("-- you have no draft on \(current)")
            }
            tickets[current]?.hasDraft = false
            tickets[current]?.isLineKept = true
            offerText(text)
        }
    }

    func putIntoLine(_ text: String) -> Bool {
        guard console.insert(text) else { return false }
        inserted = text
        return true
    }

    /// A command typed behind what the console had put into the line is a command: the words before it wait, and
    /// never reach the customer with it.
    func parted(_ line: String) -> String {
        guard let inserted = inserted?.trimmingBlanks, !inserted.isEmpty, line.hasPrefix(inserted)
        else { return line }
        let rest = String(line.dropFirst(inserted.count)).trimmingBlanks
        guard let name = rest.split(separator: " ").first, Self.names.contains(String(name)) else {
            return line
        }
        wait(inserted)
        console.print("-- the words before \(name) wait: /send sends them, /undo keeps them")
        return rest
    }

    /// Without a ticket what was done last, whichever ticket it was on.
    private func undo(_ id: String?) {
        link.ask(.agentUndo, id.map { ["ticket": .string($0)] } ?? [:]) { [unowned self] result in
            switch result {
            case .success(let answer): undone(answer)
            case .failure(let error): console.print("-- \(error.atConsole)")
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
            case .success(let filled): offer(macro: filled, given: text)
            case .failure(let error): console.print("-- \(error.atConsole)")
            }
        }
    }

    /// `given` is the macro's name with the values so far, as they were typed.
    private func offer(macro: JSON, given: String) {
        let text = macro["text"]?.string ?? ""
        let missing = (macro["missing"]?.array ?? []).compactMap(\.string)
        guard missing.isEmpty else {
            console.print("-- \(SafeText.shown(text, indent: "   "))")
            let wanted = missing.map { $0 + "=…" }
            return console.print(
                "-- missing: \(missing.joined(separator: ", ")); "
                    + "write /macro \(([given] + wanted).joined(separator: " "))")
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
