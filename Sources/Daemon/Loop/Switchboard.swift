import Desk
import Triage
import Wire

/// Who waits for what: turns the machine's releases into lines for connections. No machine and no
/// clock in it.
struct Switchboard {
    private(set) var outlets: [ConnectionID: any Outlet] = [:]
    private var waiters: [MessageKey: [Waiter]] = [:]
    /// Conversation → connections, in the order in which they subscribed.
    private var subscribers: [String: [ConnectionID]] = [:]
    private var subscriptions: [ConnectionID: Set<String>] = [:]
    /// Ticket → the leads' connections that watch it, in the order in which they began.
    private var watchers: [String: [ConnectionID]] = [:]
    private var agents: [ConnectionID: String] = [:]
    private var connections: [String: [ConnectionID]] = [:]
    /// Lines that leave after the commit, in order.
    private(set) var outgoing: [(connection: ConnectionID, line: ServerLine)] = []

    /// A request that waits for its turn.
    struct Waiter {
        var connection: ConnectionID
        var id: RequestID?
        var arrivedAt: UInt64
    }

    /// Conversations that one connection may follow.
    static let subscriptionLimit = 1000
    /// Tickets that one connection may watch.
    static let watchLimit = 50

    var agentIDs: [String] { connections.keys.sorted() }

    // MARK: Connections

    mutating func open(_ outlet: any Outlet) { outlets[outlet.id] = outlet }

    /// Forgets the connection; returns the agent who has lost the last one.
    mutating func close(_ id: ConnectionID) -> String? {
        outlets[id] = nil
        for conversation in (subscriptions.removeValue(forKey: id) ?? []).sorted() {
            removeSubscriber(id, of: conversation)
        }
        for ticket in watchers.keys.sorted() { unwatch(id, ticket) }
        return unbind(id)
    }

    func agent(of id: ConnectionID) -> String? { agents[id] }

    /// Makes the connection the agent's; returns the agent whom it leaves without one.
    mutating func bind(_ id: ConnectionID, to agent: String) -> String? {
        guard agents[id] != agent else { return nil }
        let left = unbind(id)
        agents[id] = agent
        connections[agent, default: []].append(id)
        return left
    }

    mutating func unbind(_ id: ConnectionID) -> String? {
        guard let agent = agents.removeValue(forKey: id) else { return nil }
        connections[agent]?.removeAll { $0 == id }
        guard connections[agent]?.isEmpty ?? true else { return nil }
        connections[agent] = nil
        return agent
    }

    // MARK: Subscriptions

    /// False when the connection follows too many conversations.
    mutating func subscribe(_ id: ConnectionID, to conversation: String) -> Bool {
        guard subscriptions[id]?.count ?? 0 < Self.subscriptionLimit else { return false }
        if subscriptions[id, default: []].insert(conversation).inserted {
            subscribers[conversation, default: []].append(id)
        }
        return true
    }

    mutating func unsubscribe(_ id: ConnectionID, from conversation: String) {
        guard subscriptions[id]?.remove(conversation) != nil else { return }
        removeSubscriber(id, of: conversation)
    }

    private mutating func removeSubscriber(_ id: ConnectionID, of conversation: String) {
        subscribers[conversation]?.removeAll { $0 == id }
        if subscribers[conversation]?.isEmpty ?? false { subscribers[conversation] = nil }
    }

    // MARK: Watching

    /// False when too many watch, or the connection watches too many.
    mutating func watch(_ id: ConnectionID, _ ticket: String) -> Bool {
        if watchers[ticket]?.contains(id) ?? false { return true }
        guard watchers.values.count(where: { $0.contains(id) }) < Self.watchLimit else {
            return false
        }
        watchers[ticket, default: []].append(id)
        return true
    }

    mutating func unwatch(_ id: ConnectionID, _ ticket: String) {
        watchers[ticket]?.removeAll { $0 == id }
        if watchers[ticket]?.isEmpty ?? false { watchers[ticket] = nil }
    }

    /// Tells those who watch the ticket that it changed; a closed one is watched no longer.
    mutating func publish(watched ticket: String, _ listed: JSON, isClosed: Bool) {
        for id in watchers[ticket] ?? [] {
            outgoing.append(
                (id, .notification(method: "ticket.changed", params: ["ticket": listed])))
        }
        if isClosed { watchers[ticket] = nil }
    }

    // MARK: Waiting

    /// Whether somebody waits for the message's turn already.
    func isAwaited(_ key: MessageKey) -> Bool { waiters[key] != nil }

    mutating func wait(_ waiter: Waiter, for key: MessageKey) {
        waiters[key, default: []].append(waiter)
    }

    /// Takes those who wait for the message.
    mutating func takeWaiters(for key: MessageKey) -> [Waiter] {
        waiters.removeValue(forKey: key) ?? []
    }

    // MARK: Lines

    mutating func reply(_ connection: ConnectionID, _ id: RequestID?, _ result: JSON) {
        guard let id else { return }
        outgoing.append((connection, .result(id, result)))
    }

    /// An answer that waits for no commit.
    func replyNow(
        _ connection: ConnectionID, _ id: RequestID?, _ result: Result<JSON, ProtocolError>
    ) {
        guard let id else { return }
        switch result {
        case .success(let json): outlets[connection]?.send([.result(id, json)])
        case .failure(let error): outlets[connection]?.send([.failure(id, error)])
        }
    }

    mutating func refuse(_ connection: ConnectionID, _ id: RequestID?, _ error: ProtocolError) {
        guard let id else { return }
        outgoing.append((connection, .failure(id, error)))
    }

    /// Tells the conversation's subscribers, but not those who got it as their answer.
    mutating func publish(
        _ message: Message, name: String?, except answered: [ConnectionID] = []
    ) {
        guard let subscribers = subscribers[message.conversation] else { return }
        let params = JSON(notification: message, name: name)
        for id in subscribers where !answered.contains(id) {
            outgoing.append((id, .notification(method: "conversation.message", params: params)))
        }
    }

    mutating func publish(_ notice: DeskNotice, roles: (String) -> [String]) {
        let recipients: [String] =
            switch notice.audience {
            case .agent(let agent): [agent]
            case .role(let role): agentIDs.filter { roles($0).contains(role) }
            case .everyAgent: agentIDs
            }
        for id in recipients.flatMap({ connections[$0] ?? [] }) {
            outgoing.append((id, .notification(method: notice.method, params: notice.params)))
        }
    }

    /// Tells the agent's further connections what was done on one of them.
    mutating func publish(_ event: JSON, to agent: String, but connection: ConnectionID) {
        for id in connections[agent] ?? [] where id != connection {
            outgoing.append((id, .notification(method: "agent.event", params: event)))
        }
    }

    /// Sends everything, once per connection.
    mutating func flush() {
        guard !outgoing.isEmpty else { return }
        var lines: [ConnectionID: [ServerLine]] = [:]
        var order: [ConnectionID] = []
        for (connection, line) in outgoing {
            if lines[connection] == nil { order.append(connection) }
            lines[connection, default: []].append(line)
        }
        outgoing.removeAll(keepingCapacity: true)
        for connection in order { outlets[connection]?.send(lines[connection] ?? []) }
    }

    /// The round is not on disk: everybody who waits for an answer hears why, at once.
    /// Notifications stay until what they tell is durable.
    mutating func failAll(_ error: ProtocolError) {
        var kept: [(connection: ConnectionID, line: ServerLine)] = []
        var failed: [(connection: ConnectionID, line: ServerLine)] = []
        for (connection, line) in outgoing {
            switch line {
            case .result(let id, _): failed.append((connection, .failure(id, error)))
            case .failure: failed.append((connection, line))
            case .notification: kept.append((connection, line))
            }
        }
        let waiting = waiters.values.flatMap { $0 }.sorted { $0.arrivedAt < $1.arrivedAt }
        waiters = [:]
        for waiter in waiting {
            if let id = waiter.id { failed.append((waiter.connection, .failure(id, error))) }
        }
        outgoing = failed
        flush()
        outgoing = kept
    }
}
