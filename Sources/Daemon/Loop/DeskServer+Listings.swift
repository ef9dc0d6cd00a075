import Desk
import Facts
import Logging
import Storage
import Triage
import Wire

/// What can be looked at.
extension DeskServer {
    func hello(_ connection: ConnectionID) -> JSON {
        let handbook = driver.machine.handbook
        return [
            "server": "triaged", "version": .string(DaemonVersion.text), "protocol": 1,
            "role": .string(board.outlets[connection]?.role.rawValue ?? Role.customer.rawValue),
            "languages": .array(handbook.languages.map { .string($0) }),
            "handbook": .string(handbook.fingerprint), "zone": .string(handbook.zone.name),
            "limits": [
                "line_bytes": .integer(LineFramer.defaultLimit),
                "message_bytes": .integer(ProtocolLimits.messageBytes),
            ],
        ]
    }

    var metrics: JSON {
        .object(
            (counters.json.members ?? []) + [
                JSON.Member("connections", .integer(board.outlets.count)),
                JSON.Member("resident_conversations", .integer(driver.residentCount)),
                JSON.Member("waiting_timers", .integer(driver.timerCount)),
                JSON.Member("open_writes", .integer(driver.openWriteCount)),
                JSON.Member("waiting_notices", .integer(driver.waitingNoticeCount)),
                JSON.Member("given_up_notices", .integer(driver.givenUpNoticeCount)),
            ])
    }

    func status(at now: Instant) -> JSON {
        let desk = driver.machine.desk
        let online = desk.agents.filter { $0.presence == .online }.count
        return [
            "version": .string(DaemonVersion.text), "started_at": JSON(startedAt), "now": JSON(now),
            "handbook": .string(driver.machine.handbook.fingerprint),
            "connections": .integer(board.outlets.count),
            "resident_conversations": .integer(driver.residentCount),
            "open_tickets": .integer(desk.openTickets), "agents_online": .integer(online),
            "turns": .integer(counters.turns), "store": .string(failure?.message ?? "ok"),
        ]
    }

    mutating func show(ticket id: String, at now: Instant) throws(RequestFailure) -> JSON {
        let found = try store { driver throws(StoreError) in
            let ticket = try driver.ticket(id)
            var tails: [String: [Line]] = [:]
            for conversation in ticket?.conversations ?? [] {
                tails[conversation] = try driver.conversation(conversation)?.tail
            }
            return (ticket, tails)
        }
        guard let ticket = found.0 else {
            throw .protocolError(ProtocolError(.unknownTicket, "there is no ticket '\(id)'"))
        }
        return JSON(
            ticket, tails: found.1, related: driver.machine.desk.related(to: id),
            spans: { [desk = driver.machine.desk] in desk.consumed(by: $0, at: now) })
    }

    /// Shows the ticket, and from now on its changes to a lead's connection.
    mutating func watch(
        _ id: String, _ request: ClientRequest, at now: Instant
    ) throws(RequestFailure) -> JSON {
        guard let agent = board.agent(of: request.connection) else {
            throw .protocolError(ProtocolError(.noAgent, "the connection has no agent"))
        }
        guard driver.machine.handbook.plan.agent(agent)?.isLead ?? false else {
            throw .protocolError(
                ProtocolError(.notLead, "only a lead may watch", cure: "ask a lead"))
        }
        let shown = try show(ticket: id, at: now)
        guard board.watch(request.connection, id) else {
            throw .protocolError(
                ProtocolError(
                    .overloaded, "the connection watches too many tickets",
                    cure: "unwatch some of them"))
        }
        return shown
    }

    /// The prepared texts with the values that the agent must give.
    var macros: JSON {
        [
            "macros": .array(
                driver.machine.handbook.plan.macros.map { macro in
                    [
                        "name": .string(macro.name),
                        "parameters": .array(macro.parameters.map { .string($0) }),
                    ]
                })
        ]
    }

    /// A prepared text in the ticket's language, with what the ticket knows and what the agent gave.
    func fill(
        _ name: String, for id: String, _ values: Record, _ connection: ConnectionID
    ) throws(RequestFailure) -> JSON {
        let plan = driver.machine.handbook.plan
        guard let ticket = driver.machine.desk.ticket(id) else {
            throw .protocolError(ProtocolError(.unknownTicket, "there is no open ticket '\(id)'"))
        }
        guard let macro = plan.macros.first(where: { $0.name == name }) else {
            let nearest = nearestName(to: name, among: plan.macros.map(\.name))
            throw .protocolError(
                ProtocolError(
                    .unknownMacro, "there is no macro '\(name)'",
                    cure: Self.choice(nearest, of: plan.macros.map(\.name))))
        }
        let agent = board.agent(of: connection).flatMap { plan.agent($0) }?.name ?? ""
        let filled = macro.filled(for: ticket, agent: agent, values)
        return [
            "name": .string(name), "text": .string(filled.text),
            "missing": .array(filled.missing.map { .string($0) }),
        ]
    }

    /// The name that was meant, or those that there are; nil for none.
    private static func choice(_ nearest: String?, of names: [String]) -> String? {
        if let nearest { return "did you mean '\(nearest)'?" }
        return names.isEmpty ? nil : "there are \(names.prefix(20).joined(separator: ", "))"
    }

    func tickets(in queue: String?) throws(RequestFailure) -> JSON {
        let desk = driver.machine.desk
        if let queue, desk.plan.queue(named: queue) == nil {
            let nearest = nearestName(to: queue, among: desk.plan.queues.map(\.name))
            throw .protocolError(
                ProtocolError(
                    .unknownQueue, "there is no queue '\(queue)'",
                    cure: Self.choice(nearest, of: desk.plan.queues.map(\.name))))
        }
        let all = desk.tickets.filter { queue == nil || $0.queue == queue }
        return ["tickets": .array(all.prefix(1000).map { JSON(listed: $0) })]
    }

    /// A reload was tried: all who wait for it are told.
    mutating func finishReload(_ result: Result<LoadedHandbook, ReloadFailure>, at now: Instant) {
        let waiting = endReload()
        switch result {
        case .success(let loaded):
            release(driver.reload(loaded.handbook, at: now))
            warnOfMissingHooks()
            log.info("handbook.reloaded", metadata: ["handbook": "\(loaded.handbook.fingerprint)"])
            for (connection, id) in waiting {
                board.reply(connection, id, ["handbook": .string(loaded.handbook.fingerprint)])
            }
        case .failure(let failure):
            for line in failure.diagnostics {
                log.error("handbook.refused", metadata: ["diagnostic": "\(line)"])
            }
            let error = ProtocolError(
                .reloadFailed, failure.summary,
                details: [
                    JSON.Member(
                        "diagnostics",
                        .array(failure.diagnostics.prefix(100).map { .string($0) }))
                ])
            for (connection, id) in waiting { board.refuse(connection, id, error) }
        }
    }
}

/// The release of the daemon.
public enum DaemonVersion {
    public static let text = "0.1.0"
}
