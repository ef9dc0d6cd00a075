import Rehearsal
import Wire

/// An agent's console in line mode. An arriving event is printed above the line; it never changes what is typed,
/// nor who will read it.
@MainActor
final class DeskSession {
    let agent: String
    private let socket: String
    let console: LineConsole
    let link: DeskLink
    private let delayMilliseconds: Int
    /// The ticket that lines go to; nil where none is at hand.
    private(set) var current: TicketAtHand?
    /// The offer that waits for a yes or no.
    var offer: TicketAtHand?
    /// Lines are notes instead of words for the customer.
    var isNoting = false
    private(set) var held: HeldReply?
    private var isQuitting = false
    private var wasRefused: CommandFailure?

    /// A ticket as it was last heard of.
    struct TicketAtHand {
        var id: String
        var epoch: Int
        var queue: String
        /// The last line of the conversation that was printed.
        var lastLine: JSON?
    }

    /// A reply that can still be undone.
    struct HeldReply {
        var text: String
        var ticket: TicketAtHand
        /// In milliseconds of the monotonic clock; nil: the customer wrote meanwhile, `/send` decides.
        var sendAt: Int?
    }

    init(socket: String, agent: String, delaySeconds: Int) {
        self.socket = socket
        self.agent = agent
        console = LineConsole(name: "triage-desk", prompt: "[\(agent)] > ")
        link = DeskLink(path: socket)
        delayMilliseconds = console.isTerminal ? delaySeconds * 1000 : 0
    }

    func run() throws(CommandFailure) {
        console.completions =
            AgentLine.usage.map { "/" + $0.name } + Self.ownUsage.map { "/" + $0.name } + ["next"]
        link.onConnect = { [unowned self] isFirst in connected(isFirst) }
        link.onLoss = { [unowned self] in
            console.print("-- the desk is gone; trying again. Your tickets are kept for a minute.")
        }
        link.onNotification = { [unowned self] method, params in notice(method, params) }
        link.tick()
        guard link.isConnected else {
            console.end()
            throw CommandFailure.noDesk(at: socket, link.lastRefusal)
        }
        ConsoleLoop(
            console: console, link: link, onLine: { [unowned self] in take($0) },
            onTick: { [unowned self] in sendHeld(at: Clock.milliseconds) },
            isDone: { [unowned self] in isDone }
        ).run()
        if let wasRefused { throw wasRefused }
    }

    private var isDone: Bool {
        isQuitting || console.isEnded && link.openCount == 0 && (held == nil || !link.isConnected)
    }

    private func connected(_ isFirst: Bool) {
        link.ask(.agentOnline, ["agent": .string(agent)]) { [unowned self] result in
            switch result {
            case .success(let answer):
                console.print(
                    isFirst
                        ? "-- \(agent) is online; `next` takes a ticket, /help has the rest"
                        : "-- connected again")
                takeUp(answer, says: false)
                if isFirst { takeUpOldTickets(answer) }
            case .failure(let error):
                // Nobody of that name works here: there is nothing to wait for.
                wasRefused = CommandFailure("\(error.what); \(error.cure)", Exit.failure)
                isQuitting = true
            }
        }
    }

    /// Tickets that this agent holds from before.
    private func takeUpOldTickets(_ answer: JSON) {
        guard current == nil, let id = answer["agent"]?["tickets"]?.array?.first?.string else {
            return
        }
        link.ask(.ticketShow, ["ticket": .string(id)]) { [unowned self] result in
            guard case .success(let ticket) = result, current == nil else { return }
            takeUp(["ticket": ticket], says: true)
        }
    }

    // MARK: Lines

    private func take(_ line: String) {
        let text = line.trimmingBlanks
        guard !text.isEmpty else { return }
        if text == "next" { return obey(.next) }
        if obeyOwn(text) { return }
        let parsed: AgentLine
        do {
            parsed = try AgentLine(text)
        } catch {
            console.print("-- \(error.what); \(error.cure)")
            return
        }
        guard case .reply(let words) = parsed else { return obey(parsed) }
        if isNoting { return obey(.note(words)) }
        guard let current else {
            console.print("-- nobody would read that: you have no ticket; `next` takes one")
            return
        }
        hold(words, for: current)
    }

    func obey(_ line: AgentLine) {
        let target = line.isAboutOffer ? offer ?? current : current ?? offer
        if line == .online { return connected(false) }
        guard let request = line.request(ticket: target?.id, epoch: target?.epoch ?? 0) else {
            console.print("-- you have no ticket; `next` takes one")
            return
        }
        link.ask(request.method, request.params) { [unowned self] result in
            switch result {
            case .success(let answer): obeyed(line, answer)
            case .failure(let error):
                console.print("-- \(error.what); \(error.cure)")
            }
        }
    }

    private func obeyed(_ line: AgentLine, _ answer: JSON) {
        switch line {
        case .next, .accept, .claim, .takeOver: takeUp(answer, says: true)
        case .note: console.print("-- noted")
        case .decline: offer = nil
        case .resolve, .returnToBot, .transfer, .snooze, .waitOnCustomer:
            if let current { console.print("-- \(current.id) is off your desk") }
            setCurrent(nil)
        case .away, .takeBreak, .offline: console.print("-- no new offers")
        case .wake, .kick: console.print("-- queued")
        case .reply, .online: break
        }
    }

    /// Makes the ticket of an answer the one at hand.
    func takeUp(_ answer: JSON, says: Bool) {
        guard let ticket = answer["ticket"], ticket["agent"]?.string == agent,
            ticket["state"]?.string == "claimed", let id = ticket["id"]?.string
        else { return }
        offer = nil
        var held = TicketAtHand(
            id: id, epoch: ticket["epoch"]?.integer ?? 0, queue: ticket["queue"]?.string ?? "")
        let lines = ticket["transcript"]?.array ?? []
        if says {
            for line in TicketText.full(ticket) { console.print(line) }
            for line in lines.suffix(12) { console.print(TicketText.line(line)) }
        }
        held.lastLine = lines.last
        setCurrent(held)
    }

    func setCurrent(_ ticket: TicketAtHand?) {
        current = ticket
        if ticket == nil { isNoting = false }
        showPrompt()
    }

    /// The epoch and the last line seen change, the focus does not.
    func refresh(_ change: (inout TicketAtHand) -> Void) {
        guard var ticket = current else { return }
        change(&ticket)
        current = ticket
    }

    func showPrompt() {
        guard let current else { return console.setPrompt("[\(agent)] > ") }
        let reader = isNoting ? "NOTE" : "to CUSTOMER"
        console.setPrompt("[\(current.id) \(agent) · \(current.queue) · \(reader)] > ")
    }

    func quit() {
        if let held {
            link.ask(
                .agentDraft, ["ticket": .string(held.ticket.id), "text": .string(held.text)])
            link.ready()
        }
        isQuitting = true
    }
}

// MARK: - Replies that can be undone

extension DeskSession {
    private func hold(_ text: String, for ticket: TicketAtHand) {
        sendHeld(at: .max)
        held = HeldReply(
            text: text, ticket: ticket, sendAt: Clock.milliseconds + delayMilliseconds)
        if delayMilliseconds == 0 {
            sendHeld(at: .max)
        } else {
            console.print(
                "-- goes out in \(delayMilliseconds / 1000) s; /undo takes it back, /send sends it now"
            )
        }
    }

    /// Sends the held reply when its time has come.
    func sendHeld(at now: Int) {
        guard let reply = held, let sendAt = reply.sendAt, sendAt <= now else { return }
        sendNow()
    }

    func sendNow() {
        guard let reply = held else { return }
        held = nil
        // The epoch as it is now: an offer or claim of somebody else must still win.
        let epoch = current?.id == reply.ticket.id ? current?.epoch : nil
        let line = AgentLine.reply(reply.text)
        guard
            let request = line.request(
                ticket: reply.ticket.id, epoch: epoch ?? reply.ticket.epoch)
        else { return }
        link.ask(request.method, request.params) { [unowned self] result in
            switch result {
            case .success:
                if console.isTerminal { console.print("-- sent") }
            case .failure(let error) where error.code == .shuttingDown && held == nil:
                held = HeldReply(text: reply.text, ticket: reply.ticket, sendAt: nil)
                console.print("-- NOT sent, \(error.what); it is kept: /send or /undo")
            case .failure(let error):
                console.print("-- NOT sent: \(error.what); \(error.cure)")
                console.print("-- your words: \(reply.text)")
            }
        }
    }

    func undo() {
        guard let reply = held else { return console.print("-- there is nothing to undo") }
        held = nil
        console.print("-- not sent: \(reply.text)")
    }

    /// The customer wrote while a reply was held: it waits for a decision.
    func customerWrote() {
        guard held?.sendAt != nil else { return }
        held?.sendAt = nil
        console.print("-- the customer wrote meanwhile; your reply waits: /send or /undo")
    }
}

extension AgentLine {
    /// Whether the line answers an offer rather than the ticket at hand.
    fileprivate var isAboutOffer: Bool {
        switch self {
        case .accept, .decline: true
        case .reply, .online, .away, .takeBreak, .offline, .next, .claim, .takeOver, .note,
            .transfer, .snooze, .waitOnCustomer, .resolve, .returnToBot, .wake, .kick:
            false
        }
    }
}

extension String {
    /// Without blanks at both ends.
    var trimmingBlanks: String {
        var text = self[...].drop(while: \.isWhitespace)
        while text.last?.isWhitespace ?? false { text = text.dropLast() }
        return String(text)
    }
}
