import Desk
import Dialogue
import Facts
import Reporting
import Storage
import Triage
import Wire

/// One request each: what it does, and what it answers.
extension DeskServer {
    mutating func serve(_ request: ClientRequest, at now: Instant) {
        counters.requests += 1
        do throws(RequestFailure) {
            if let result = try answer(request, at: now) {
                board.reply(request.connection, request.id, result)
            }
        } catch {
            refuse(request, error.protocolError)
            if case .store(let storeError) = error { note(storeError) }
        }
    }

    mutating func refuse(_ request: ClientRequest, _ error: ProtocolError) {
        counters.errors += 1
        board.refuse(request.connection, request.id, error)
    }

    /// The result; nil when the answer comes later.
    mutating func answer(
        _ request: ClientRequest, at now: Instant
    ) throws(RequestFailure) -> JSON? {
        switch request.call {
        case .hello: return hello(request.connection)
        case .health: return ["status": "ok", "now": JSON(now)]
        case .metrics: return metrics
        case .status: return status(at: now)
        case .reload:
            reloading.append((request.connection, request.id))
            wantsReload = true
            return nil
        case .say(let say): return try hear(say, request, at: now)
        case .show(let id, let after, let limit):
            return try show(id, after: after, limit: limit, to: request.connection)
        case .subscribe(let id):
            guard board.subscribe(request.connection, to: id) else {
                throw .protocolError(
                    ProtocolError(
                        .overloaded, "the connection follows too many conversations",
                        cure: "unsubscribe from some, or open another connection"))
            }
            return ["conversation": .string(id), "subscribed": true]
        case .unsubscribe(let id):
            board.unsubscribe(request.connection, from: id)
            return ["conversation": .string(id), "subscribed": false]
        case .end(let id):
            _ = try existing(id)
            try feed(.conversationEnded(id), at: now)
            return ["conversation": .string(id), "ended": true]
        case .happened(let id, let event, let fields):
            _ = try existing(id)
            try feed(.happened(conversation: id, event: event, fields), at: now)
            return ["conversation": .string(id), "event": .string(event)]
        case .agentOnline(let agent, let resumes):
            return try bind(agent, resumes ? lastWord(of: agent) : .online, request, at: now)
        case .agent(let command): return try obey(command, request, at: now)
        case .agentList: return agents(at: now)
        case .macroList: return macros
        case .macroFill(let ticket, let name, let values):
            return try fill(name, for: ticket, values, request.connection)
        case .queueList: return queues(at: now)
        case .ticketShow(let id): return try show(ticket: id, at: now)
        case .ticketList(let queue): return try tickets(in: queue)
        case .watch(let id): return try watch(id, request, at: now)
        case .unwatch(let id):
            board.unwatch(request.connection, id)
            return ["ticket": .string(id), "watched": false]
        case .report(let period, let dimension):
            return try read(request) { .report($0, period, by: dimension) }
        case .conversationList(let period, let offset, let limit):
            return try read(request) { .summaries($0, period, offset: offset, limit: limit) }
        case .auditWrites(let since, let number, let limit):
            return try read(request) { .writes($0, since: since, after: number, limit: limit) }
        case .hookList: return notices()
        case .hookRetry(let notice): return try retryNotices(notice, at: now)
        case .auditRecord(let audit):
            _ = try existing(audit.conversation)
            driver.record(ChronicleEntry(at: now, what: .audit(audit)))
            return ["conversation": .string(audit.conversation), "recorded": true]
        }
    }

    /// Has the store read on another thread; the answer comes later.
    private mutating func read(
        _ request: ClientRequest,
        _ body: @escaping @Sendable (any Store) -> Result<JSON, ProtocolError>
    ) throws(RequestFailure) -> JSON? {
        let reading = StoreReading(
            connection: request.connection, id: request.id, store: driver.store, read: body)
        guard read(reading) else {
            throw .protocolError(
                ProtocolError(
                    .overloaded, "\(Self.readingLimit) reports are being made",
                    cure: "wait for one of them"))
        }
        return nil
    }

    /// Runs a step on the driver; the store's errors become the request's.
    mutating func store<T>(
        _ body: (inout DeskDriver) throws(StoreError) -> T
    ) throws(RequestFailure) -> T {
        do {
            return try body(&driver)
        } catch {
            throw .store(error)
        }
    }

    @discardableResult
    private mutating func feed(
        _ event: Event, at now: Instant
    ) throws(RequestFailure) -> [Release] {
        let releases = try store { driver throws(StoreError) in
            try driver.handle(event, at: now)
        }
        release(releases)
        return releases
    }

    private mutating func existing(_ id: String) throws(RequestFailure) -> Conversation {
        guard let found = try store({ driver throws(StoreError) in try driver.conversation(id) })
        else {
            throw .protocolError(
                ProtocolError(.unknownConversation, "there is no conversation '\(id)'"))
        }
        return found
    }

    // MARK: Customers

    private mutating func hear(
        _ say: SayParameters, _ request: ClientRequest, at now: Instant
    ) throws(RequestFailure) -> JSON? {
        let utterance = say.utterance(message: nextMessageID(at: now))
        let key = MessageKey(conversation: say.conversation, message: utterance.message)
        let waiter = Switchboard.Waiter(
            connection: request.connection, id: request.id, arrivedAt: request.arrivedAt)
        if say.message != nil {
            if board.isAwaited(key) {
                board.wait(waiter, for: key)
                return nil
            }
            let old = try store { driver throws(StoreError) in try driver.answer(to: key) }
            if let old {
                counters.repeated += 1
                return JSON(old)
            }
            let known = try store { driver throws(StoreError) in
                try driver.conversation(say.conversation)
            }
            if known?.isWorking(on: utterance.message) ?? false {
                board.wait(waiter, for: key)
                return nil
            }
        }
        board.wait(waiter, for: key)
        do {
            release(
                try driver.handle(
                    .said(utterance), interpretation: request.interpretation, at: now))
        } catch {
            _ = board.takeWaiters(for: key)
            throw .store(error)
        }
        return nil
    }

    private mutating func show(
        _ id: String, after: Int, limit: Int, to connection: ConnectionID
    ) throws(RequestFailure) -> JSON {
        let conversation = try existing(id)
        let messages = try store { driver throws(StoreError) in
            try driver.messages(conversation: id, after: after, limit: limit)
        }
        var members: [JSON.Member] = [
            JSON.Member("conversation", .string(id)),
            JSON.Member("owner", .string(conversation.owner.name)),
            JSON.Member("ticket", JSON(conversation.ticket)),
            JSON.Member("ended", .bool(conversation.isEnded)),
            JSON.Member("language", .string(conversation.dialogue.language)),
            JSON.Member("turns", .integer(conversation.turnCount)),
            JSON.Member("started_at", JSON(conversation.startedAt)),
            JSON.Member(
                "messages",
                .array(
                    messages.map { sent in
                        .object(
                            [JSON.Member("at", JSON(sent.at))]
                                + (JSON(
                                    notification: sent.message, name: name(of: sent.message.sender)
                                ).members ?? []))
                    })),
            JSON.Member("tail", .array(conversation.tail.map { JSON($0) })),
        ]
        if board.outlets[connection]?.role == .operator,
            let state = try? JSON(bytes: JSONCoder.encode(conversation.dialogue))
        {
            members.append(JSON.Member("dialogue", state))
        }
        return .object(members)
    }

    // MARK: Agents

    /// What the agent said last about being there; who was offline comes online.
    private func lastWord(of agent: String) -> AgentCommand {
        switch driver.machine.desk.agent(agent)?.presence {
        case .away(let reason): .away(reason: reason)
        case .onBreak(let reason): .takeBreak(reason: reason)
        case .online, .offline, nil: .online
        }
    }

    private mutating func bind(
        _ agent: String, _ presence: AgentCommand, _ request: ClientRequest, at now: Instant
    ) throws(RequestFailure) -> JSON {
        // Bound first, so that an offer which follows at once finds its way.
        let left = board.bind(request.connection, to: agent)
        let offered: Ticket?
        do throws(RequestFailure) {
            offered = try command(presence, of: agent, at: now)
        } catch {
            _ = board.unbind(request.connection)
            if let left { try feed(.agentLost(left), at: now) }
            throw error
        }
        if let left { try feed(.agentLost(left), at: now) }
        return agentResult(agent, ticket: offered)
    }

    private mutating func obey(
        _ command: AgentCommand, _ request: ClientRequest, at now: Instant
    ) throws(RequestFailure) -> JSON {
        guard let agent = board.agent(of: request.connection) else {
            throw .protocolError(ProtocolError(.noAgent, "the connection has no agent"))
        }
        let held = command.ticket.flatMap { driver.machine.desk.ticket($0) }
        let claimed = try self.command(command, of: agent, at: now)
        tellOtherConsoles(of: agent, but: request.connection, command, on: held)
        if command == .offline { _ = board.unbind(request.connection) }
        return agentResult(agent, ticket: claimed)
    }

    /// Another console of the same agent must not go on with what this one has given away.
    private mutating func tellOtherConsoles(
        of agent: String, but connection: ConnectionID, _ command: AgentCommand,
        on held: Ticket?
    ) {
        guard let held, held.state.owner == agent, let why = command.wayOut,
            driver.machine.desk.ticket(held.id)?.state.owner != agent
        else { return }
        let left: JSON = ["event": "left", "ticket": .string(held.id), "why": .string(why)]
        board.publish(left, to: agent, but: connection)
    }

    /// Gives the command to the machine; returns the ticket that it is about, else the one that
    /// changed first.
    private mutating func command(
        _ command: AgentCommand, of agent: String, at now: Instant
    ) throws(RequestFailure) -> Ticket? {
        let named =
            command.ticket ?? driver.machine.desk.undoable(by: agent, after: command, at: now)
        let releases = try feed(.agent(agent, command), at: now)
        var subjects: [Ticket] = []
        for case .desk(let effect, let subject) in releases {
            if case .refused(let error) = effect {
                throw .protocolError(ProtocolError(error))
            }
            if let subject { subjects.append(subject) }
        }
        let taken = command == .next ? releases.claimed(by: agent) : nil
        let ticket = subjects.first { $0.id == named ?? taken } ?? subjects.first
        return ticket.flatMap { driver.machine.desk.ticket($0.id) ?? $0 }
    }

    private func agentResult(_ agent: String, ticket: Ticket?) -> JSON {
        [
            "agent": driver.machine.desk.agent(agent).map { JSON($0) } ?? .null,
            "ticket": ticket.map { JSON($0, tails: tails(of: $0)) } ?? .null,
        ]
    }

    private func tails(of ticket: Ticket) -> [String: [Line]] {
        var tails: [String: [Line]] = [:]
        for conversation in ticket.conversations {
            tails[conversation] = driver.machine.conversation(conversation)?.tail
        }
        return tails
    }
}

extension AgentCommand {
    /// How a ticket leaves its agent by the agent's own command; nil for the others.
    fileprivate var wayOut: String? {
        switch self {
        case .transfer: "transferred"
        case .snooze: "parked"
        case .resolve: "resolved"
        case .returnToBot: "returned"
        case .merge: "merged"
        case .answer: "answered"
        case .decline: "declined"
        case .assign: "assigned"
        case .online, .away, .takeBreak, .offline, .active, .next, .accept, .claim, .reply,
            .replyLater, .sendNow, .undo, .ask, .whisper, .note, .draft, .wake, .endWrapUp,
            .takeOver, .kick:
            nil
        }
    }
}

extension [Release] {
    /// The ticket that the agent has claimed.
    fileprivate func claimed(by agent: String) -> String? {
        for case .desk(.claimed(let ticket, agent, _), _) in self { return ticket }
        return nil
    }
}

extension Desk {
    /// The ticket of the act that an `undo` without a ticket takes back.
    fileprivate func undoable(
        by agent: String, after command: AgentCommand, at now: Instant
    ) -> String? {
        command == .undo(ticket: nil) ? lastAct(of: agent, at: now) : nil
    }
}

/// Why a request was not answered with a result.
enum RequestFailure: Error {
    case protocolError(ProtocolError)
    case store(StoreError)

    var protocolError: ProtocolError {
        switch self {
        case .protocolError(let error): error
        case .store(let error): ProtocolError(.storageFailed, error.summary)
        }
    }
}

extension Conversation {
    /// Whether the message is being answered, or waits for it.
    func isWorking(on message: String) -> Bool {
        current?.message == message || waiting.contains { $0.message == message }
    }
}
