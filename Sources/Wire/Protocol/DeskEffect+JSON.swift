public import Desk
import Facts

/// A notification about the desk, and for whom it is.
public struct DeskNotice: Equatable, Sendable {
    public var audience: Audience
    public var method: String
    public var params: JSON

    public enum Audience: Equatable, Sendable {
        case agent(String)
        /// Every online agent with that role.
        case role(String)
        /// Every connection that has a bound agent.
        case everyAgent
    }
}

extension DeskNotice {
    /// What agents are told of an effect; nil where they are told nothing.
    public init?(_ effect: DeskEffect, ticket find: (String) -> Ticket?) {
        switch effect {
        case .offered(let ticket, let agent, let epoch, let until):
            self.init(
                audience: .agent(agent), method: "agent.offer",
                params: [
                    "ticket": .string(ticket), "epoch": .integer(epoch), "until": JSON(until),
                    "offer": find(ticket).map { JSON($0) } ?? .null,
                ])
        case .withdrawn(let ticket, let agent, let why):
            self.init(agent, "withdrawn", ticket, ["why": .string(why.rawValue)])
        case .claimed(let ticket, let agent, let epoch):
            self.init(agent, "claimed", ticket, ["epoch": .integer(epoch)])
        case .nudge(let ticket, let agent):
            self.init(agent, "nudge", ticket, [:])
        case .draftKept(let ticket, let agent):
            self.init(agent, "draft_kept", ticket, [:])
        case .notify(let role, let ticket, let reason):
            self.init(role: role, "notify", ticket, reason)
        case .page(let role, let ticket, let reason):
            self.init(role: role, "page", ticket, reason)
        case .ticketChanged(let ticket):
            guard let owner = ticket.state.slotHolder else { return nil }
            self.init(
                audience: .agent(owner), method: "ticket.changed",
                params: ["ticket": JSON(listed: ticket.value)])
        case .enqueued(let ticket, let queue, let serviceClass, let due):
            self.init(
                audience: .everyAgent, method: "agent.event",
                params: [
                    "event": "enqueued", "ticket": .string(ticket), "queue": .string(queue),
                    "class": .string(serviceClass), "due": JSON(due),
                ])
        case .told(let agent, let news): self.init(agent, news)
        case .ownerChanged, .sendToCustomer, .customerNotice, .escalated, .breached, .resolved,
            .refused, .agentChanged, .setTimer, .cancelTimer:
            return nil
        }
    }

    private init(_ agent: String, _ news: AgentNews) {
        switch news {
        case .replyHeld(let ticket, let until):
            self.init(agent, "reply_held", ticket, ["until": JSON(until)])
        case .undone(let ticket, let what):
            self.init(agent, "undone", ticket, ["what": .string(what)])
        case .presence(let presence, let why):
            self.init(
                audience: .agent(agent), method: "agent.event",
                params: [
                    "event": "presence", "presence": .string(presence.name),
                    "reason": JSON(presence.reason), "why": .string(why),
                ])
        case .answered(let ticket, let by, let text):
            self.init(agent, "answered", ticket, ["by": .string(by), "text": .string(text)])
        case .whispered(let ticket, let by, let text):
            self.init(agent, "whispered", ticket, ["by": .string(by), "text": .string(text)])
        case .noted(let ticket, let by, let text):
            self.init(agent, "noted", ticket, ["by": .string(by), "text": .string(text)])
        case .related(let ticket, let other):
            self.init(agent, "related", ticket, ["other": .string(other)])
        }
    }

    private init(_ agent: String, _ event: JSON, _ ticket: String, _ more: JSON) {
        self.init(
            audience: .agent(agent), method: "agent.event",
            params: .object(
                [JSON.Member("event", event), JSON.Member("ticket", .string(ticket))]
                    + (more.members ?? [])))
    }

    private init(role: String, _ event: JSON, _ ticket: String, _ reason: String) {
        self.init(
            audience: .role(role), method: "agent.event",
            params: [
                "event": event, "ticket": .string(ticket), "role": .string(role),
                "reason": .string(reason),
            ])
    }
}

extension ProtocolError {
    /// The desk's refusal under the same word.
    public init(_ error: DeskError) {
        let details = [("ticket", error.ticket), ("agent", error.agent)].compactMap { name, value in
            value.map { JSON.Member(name, .string($0)) }
        }
        self.init(
            ErrorCode(rawValue: error.code.rawValue) ?? .wrongState, error.what,
            cure: error.cure, details: details)
    }
}
