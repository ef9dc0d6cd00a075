import Facts
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
    /// Seconds in which a reply can be taken back.
    let delay: Int
    /// The agent's tickets as they were last heard of, by id.
    var tickets: [String: TicketAtHand] = [:]
    /// The ticket that lines go to.
    var current: String?
    /// Resolved tickets whose slot is still taken: until when, by id.
    var wrapUps: [String: Instant] = [:]
    /// Tickets that a command of this console is taking off the desk.
    var leaving: Set<String> = []
    /// Tickets that a merge of this console may make its agent's.
    var merging: Set<String> = []
    /// What is offered and waits for a yes or no, in the order in which `next` takes it.
    var offers: [TicketAtHand] = []
    var offer: TicketAtHand? { offers.first }
    /// Lines are notes instead of words for the customer.
    var isNoting = false
    /// Words that need a second look before they go out: a macro, or an answer begun before the customer wrote.
    var unsure: String?
    /// The ticket whose held reply /send and /undo were last said to be about, rather than the words that wait.
    var heldOn: String?
    /// What the console itself has put into the line.
    var inserted: String?
    /// Tickets that came into a queue: told when no offer of the same tells it better.
    var arrived: [(ticket: String, text: String)] = []
    /// The lines of a text that goes on: each ended in a backslash.
    var composed: [String] = []
    /// Tickets that a lead follows, by id.
    var watched: [String: TicketAtHand] = [:]
    /// `next` was asked for: offers that come meanwhile are told in one line.
    var openNexts = 0
    var signs = SignsOfLife()
    /// The customer at hand wrote while a line was being typed.
    var wroteWhileTyping = false
    /// What was typed and is kept as a draft, in case this terminal dies.
    var keeper = DraftKeeper()
    /// The same on this computer; nil without a terminal.
    let unsent: UnsentLine?
    /// What an earlier console kept, until it has found its place.
    var recovered: UnsentLine.Words?
    /// Replies that the desk has not answered for, in the order of their sending.
    var underWay: [Int: String] = [:]
    private var replyCount = 0
    /// Replies that may or may not have reached the desk, oldest first.
    var inDoubt: [Doubt] = []
    /// When to look for the first of them.
    var nextLook = 0
    /// When to ask again to be online, where the desk could not take it; nil where it has, or was not asked.
    var nextOnline: (at: Int, isFirst: Bool)?
    var isToldOffline = false
    var isQuitting = false
    var wasRefused: CommandFailure?

    init(socket: String, agent: String, delaySeconds: Int) {
        self.socket = socket
        self.agent = agent
        console = LineConsole(name: "triage-desk", prompt: "[\(agent)] > ")
        link = DeskLink(path: socket)
        unsent = console.isTerminal ? UnsentLine(agent: agent) : nil
        delay = console.isTerminal ? delaySeconds : 0
    }

    var atHand: TicketAtHand? { current.flatMap { tickets[$0] } }

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
        bringBackLine()
        ConsoleLoop(
            console: console, link: link, onLine: { [unowned self] in take($0) },
            onPaste: { [unowned self] in pasted($0) }, onTick: { [unowned self] in keepTyped() },
            isDone: { [unowned self] in isDone }
        ).run()
        keepUnfinished()
        if let wasRefused { throw wasRefused }
    }

    /// A pipe gets all its answers, also after /quit.
    private var isDone: Bool {
        if isQuitting { return console.isTerminal || !link.isConnected || link.openCount == 0 }
        return console.isEnded && link.openCount == 0
    }

    // MARK: Lines

    private func take(_ line: String) {
        guard !isQuitting else { return }
        signs.note()
        let whole = (composed + [line]).joined(separator: "\n")
        if line.hasSuffix("\\") {
            composed.append(String(line.dropLast()))
            return showPrompt()
        }
        if !composed.isEmpty {
            composed = []
            showPrompt()
        }
        obey(typed: whole.trimmingBlanks)
    }

    private func obey(typed line: String) {
        defer { inserted = nil }
        let (ticket, text) = AgentLine.aimed(parted(line))
        guard !text.isEmpty else { return }
        if text == "next" { return next() }
        if obeyOwn(text) { return }
        do {
            let parsed = try AgentLine(text)
            guard case .reply(let words) = parsed else { return obey(parsed, on: ticket) }
            say(words)
        } catch {
            console.print("-- \(error.what); \(error.cure)")
        }
    }

    /// Words without a slash go to whom the prompt names.
    func say(_ words: String, isSure: Bool = false) {
        guard let ticket = atHand else {
            console.print("-- nobody would read that: \(nothingAtHand)")
            return letWait(words)
        }
        if isNoting { return obey(.note(words)) }
        if ticket.isInternal {
            dropKeptLine(ticket)
            return obey(.note(words))
        }
        if wroteWhileTyping, console.isTerminal, !isSure {
            wroteWhileTyping = false
            wait(words)
            return console.print(
                "-- the customer wrote while you typed: /send sends it all the same, /undo keeps it as a draft"
            )
        }
        dropKeptLine(ticket)
        obey(.reply(words))
    }

    /// Takes the offered or the next ticket, else goes to the own one that waits for a reply longest.
    func next() {
        openNexts += 1
        link.ask(.agentNext, [:]) { [unowned self] result in
            openNexts -= 1
            switch result {
            case .success(let answer):
                takeUp(answer, says: true, focuses: true)
                tellOffer()
            case .failure(let error) where error.code == .noAgent: comeBackAndTake()
            case .failure(let error):
                let waiting = tickets.values
                    .filter { $0.owesSince != nil && $0.id != current && !$0.isLost }
                    .min { ($0.owesSince ?? 0, $0.id) < ($1.owesSince ?? 0, $1.id) }
                guard let waiting else {
                    return console.print("-- \(error.atConsole)")
                }
                open(waiting.id)
            }
        }
    }

    /// Where `other` is named, the line is about that ticket and not about the one at hand.
    func obey(_ line: AgentLine, on other: String? = nil) {
        let other = other ?? (line.isDone || atHand == nil && line.suitsWrapUp ? lastWrapUp : nil)
        let own = line.isAboutOffer ? offer ?? atHand : atHand ?? offer
        let target =
            other == nil
            ? own
            : other.flatMap { id in
                tickets[id] ?? offers.first { $0.id == id }
            }
        if line == .online { return comeBack() }
        if let time = line.time {
            let moment = time.moment(from: Clock.now, in: ShownZone.current)
            guard moment > Clock.now else {
                return console.print("-- \(Clock.wall(moment)) is past; name a time to come")
            }
            guard moment <= Clock.now + .seconds(365 * 86_400) else {
                return console.print("-- that is more than a year away; name a time within one")
            }
        }
        guard
            let request = line.request(
                ticket: other ?? target?.id, epoch: target?.epoch ?? 0, delay: delay)
        else {
            let why =
                line.isAboutOffer ? "nothing is offered to you; an offer will come" : nothingAtHand
            return console.print("-- \(why)")
        }
        if line.leavesDesk, let target { leaving.insert(target.id) }
        if case .merge(let goal) = line { merging.insert(goal) }
        let reply = begin(line)
        let sent = sent(line, on: other ?? target?.id)
        link.ask(request.method, request.params) { [unowned self] result in
            if let reply { underWay[reply] = nil }
            if let target { leaving.remove(target.id) }
            if case (.merge(let goal), .failure) = (line, result) { merging.remove(goal) }
            switch result {
            case .success(let answer): obeyed(line, answer, target)
            case .failure(let error): refused(line, error, sent: sent)
            }
        }
    }

    /// Words that leave the line are kept until the desk has them.
    private func begin(_ line: AgentLine) -> Int? {
        guard case .reply(let words) = line else { return nil }
        replyCount += 1
        underWay[replyCount] = words
        return replyCount
    }

    private func sent(_ line: AgentLine, on ticket: String?) -> Doubt? {
        guard link.isConnected, let ticket, case .reply(let words) = line else { return nil }
        return Doubt(
            ticket: ticket, words: words, sentAt: Int(Clock.now.milliseconds))
    }

    /// Why a line has nowhere to go, and the cure.
    var nothingAtHand: String {
        let own = tickets.values.filter { !$0.isLost }.map(\.id).sorted()
        guard let first = own.first else { return "you have no ticket; `next` takes one" }
        return "no ticket is at hand; yours: \(own.joined(separator: ", ")), /open \(first)"
    }

    /// `sent`: the reply, where it has left this console.
    private func refused(_ line: AgentLine, _ error: ProtocolError, sent: Doubt?) {
        guard case .reply(let words) = line else {
            // It may have been taken all the same, before the desk could not store it.
            return console.print(
                error.isPassing && link.isConnected
                    ? "-- \(error.what); when the desk is well, look at the ticket and repeat what it does not have"
                    : "-- \(error.atConsole)")
        }
        if let sent, error.isPassing { return doubt(sent, error) }
        console.print("-- NOT sent: \(error.atConsole)")
        console.print("-- your words: \(SafeText.shown(words))")
        // The desk has no draft of words that never reached it.
        if error.isPassing { letWait(words) }
    }

    private func obeyed(_ line: AgentLine, _ answer: JSON, _ target: TicketAtHand?) {
        switch line {
        case .next, .accept, .claim, .takeOver: takeUp(answer, says: true, focuses: true)
        case .reply:
            if answer["ticket"]?["held"]?.members != nil {
                heldOn = target?.id
                console.print("-- goes out in \(delay) s; /undo takes it back, /send sends it now")
            }
        case .note:
            let id = answer["ticket"]?["id"]?.string ?? ""
            let asker = target.map { $0.isInternal && $0.id == id } ?? false
            console.print(
                asker
                    ? "-- told the colleague who asks; /answer TEXT answers and closes \(id)"
                    : "-- noted on \(id); /undo takes it back")
        case .ask: console.print("-- asked; the answer comes here. /team 2h puts the ticket aside")
        case .whisper: console.print("-- whispered")
        case .decline:
            if let target { offers.removeAll { $0.id == target.id } }
            tellOffer()
        case .resolve, .returnToBot, .transfer, .snooze, .waitOnCustomer, .callBack, .waitOnTeam,
            .answer:
            guard let target else { return }
            leave(target.id, answer, isUndoable: line.isUndoable)
        case .merge(let goal):
            guard let target else { return }
            // The ticket is closed: words that wait on it go on to the one that stays.
            let words = unsure
            unsure = nil
            leave(target.id, answer, isUndoable: line.isUndoable)
            takeUpMerged(goal, words)
        case .assign:
            if let target { drop(target.id) }
            console.print("-- given away")
        case .away, .takeBreak: console.print("-- no new offers")
        case .offline: wentOffline()
        case .wake, .kick: console.print("-- queued")
        case .undo: undone(answer)
        case .done:
            let id = TicketText.word(answer["ticket"] ?? .null, "id")
            wrapUps[id] = nil
            showPrompt()
            let code = TicketText.word(answer["ticket"] ?? .null, "resolution")
            console.print("-- \(id) is done (\(code)); the slot is free")
        case .online, .send: break
        }
    }

    /// What was taken back may have brought a ticket with it.
    func undone(_ answer: JSON) {
        let id = answer["ticket"]?["id"]?.string ?? ""
        takeUp(answer, says: tickets[id]?.isLost ?? true, focuses: atHand?.isLost ?? true)
    }

    /// The ticket that took the other one up, where it is this agent's now.
    private func takeUpMerged(_ id: String, _ words: String?) {
        link.ask(.ticketShow, ["ticket": .string(id)]) { [unowned self] result in
            merging.remove(id)
            if case .success(let ticket) = result {
                takeUp(["ticket": ticket], says: true, focuses: true)
            }
            if let words { letWait(words) }
        }
    }

    // MARK: Leaving

    func quit() { isQuitting = true }
}
