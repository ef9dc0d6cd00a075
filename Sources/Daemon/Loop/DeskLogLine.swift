import Desk
import Logging

/// What operators read about the desk in the log: ids and codes, never a customer's text.
struct DeskLogLine {
    var event: String
    var metadata: Logger.Metadata

    init?(_ effect: DeskEffect) {
        switch effect {
        case .enqueued(let ticket, let queue, let serviceClass, _):
            event = "ticket.enqueued"
            metadata = ["ticket": "\(ticket)", "queue": "\(queue)", "class": "\(serviceClass)"]
        case .claimed(let ticket, let agent, _):
            event = "ticket.claimed"
            metadata = ["ticket": "\(ticket)", "agent": "\(agent)"]
        case .withdrawn(let ticket, let agent, let why):
            event = "ticket.withdrawn"
            metadata = ["ticket": "\(ticket)", "agent": "\(agent)", "why": "\(why.rawValue)"]
        case .escalated(let ticket, let step, let reason):
            event = "ticket.escalated"
            metadata = ["ticket": "\(ticket)", "step": "\(step)", "reason": "\(reason)"]
        case .notify(let role, let ticket, let reason):
            event = "desk.notify"
            metadata = ["role": "\(role)", "ticket": "\(ticket)", "reason": "\(reason)"]
        case .page(let role, let ticket, let reason):
            event = "desk.page"
            metadata = ["role": "\(role)", "ticket": "\(ticket)", "reason": "\(reason)"]
        case .breached(let ticket, let target, _):
            event = "ticket.breached"
            metadata = ["ticket": "\(ticket)", "target": "\(target.rawValue)"]
        case .resolved(let ticket, _, let code, _):
            event = "ticket.resolved"
            metadata = ["ticket": "\(ticket)", "code": "\(code)"]
        case .offered, .ownerChanged, .sendToCustomer, .customerNotice, .nudge, .refused,
            .draftKept, .told, .ticketChanged, .agentChanged, .setTimer, .cancelTimer:
            return nil
        }
    }
}
