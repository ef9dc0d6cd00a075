import Daemon
import Desk
import Dialogue
import Facts
import Triage

/// What one turn of a transcript led to.
struct Happening: Sendable {
    /// Messages to customers, in order.
    var messages: [Message] = []
    var effects: [ObservedEffect] = []
    /// The last turn that ended.
    var turn: Turn?
    /// What the desk refused: `STALE_EPOCH …`.
    var refusals: [String] = []
    /// What the turns went through, in order.
    var trace: [TraceMark] = []
    /// How actions ended, and the steps of ladders that came.
    var outcomes: Set<CoverageItem> = []
}

/// Something that was done beside talking.
struct ObservedEffect: Equatable, Sendable {
    /// `shop.create_return`, `desk.enqueue`.
    var name: String
    var arguments: Record
    var outcome: String?
    var result = Record()
    /// A transcript that does not list it fails: the effect reaches somebody, or changes the shop.
    var mustBeListed: Bool

    /// The call as a transcript writes it.
    var call: TalkCall {
        TalkCall(
            name: name,
            arguments: arguments.fields.map {
                TalkArgument(name: $0.name, value: $0.value.identity.talkText)
            },
            outcome: outcome)
    }
}

extension ObservedEffect {
    init(_ asked: RehearsalShop.Asked) {
        let outcome = asked.result.outcome
        self.init(
            name: asked.call.action, arguments: asked.call.arguments,
            outcome: outcome == "failed" ? asked.result.reason ?? outcome : outcome,
            result: asked.result.value?.record ?? Record(),
            mustBeListed: asked.call.access == .write)
    }

    /// What people see of the desk's doings; nil for bookkeeping. `ticket` as it was then.
    init?(_ effect: DeskEffect, ticket: Ticket?) {
        switch effect {
        case .enqueued(_, let queue, let serviceClass, let due):
            var arguments: Record = ["queue": .text(queue), "class": .text(serviceClass)]
            if let due, let ticket {
                arguments["due"] = .text("+" + TalkTime.text(due - ticket.stateSince))
            }
            self.init("desk.enqueue", arguments)
        case .escalated(_, let step, let reason):
            self.init("desk.escalate", ["step": .text(step), "reason": .text(reason)])
        case .notify(let role, _, let reason):
            self.init("desk.notify", ["to": .text(role), "reason": .text(reason)])
        case .page(let role, _, let reason):
            self.init("desk.page", ["to": .text(role), "reason": .text(reason)])
        case .nudge(_, let agent):
            self.init("desk.nudge", ["to": .text(agent)])
        case .offered(_, let agent, _, _):
            self.init("desk.offer", ["to": .text(agent)], mustBeListed: false)
        case .withdrawn(_, let agent, let why):
            self.init(
                "desk.withdraw", ["from": .text(agent), "why": .text(why.rawValue)],
                mustBeListed: false)
        case .claimed(_, let agent, _):
            self.init("desk.claim", ["by": .text(agent)], mustBeListed: false)
        case .breached(_, let target, _):
            self.init("desk.breach", ["target": .text(target.rawValue)], mustBeListed: false)
        case .resolved(_, _, let code, _):
            self.init("desk.resolve", ["code": .text(code)], mustBeListed: false)
        case .draftKept(_, let agent):
            self.init("desk.keep_draft", ["of": .text(agent)], mustBeListed: false)
        case .told(let agent, let news): self.init(agent, news)
        case .ownerChanged, .sendToCustomer, .customerNotice, .refused, .ticketChanged,
            .agentChanged, .setTimer, .cancelTimer:
            return nil
        }
    }

    private init(_ agent: String, _ news: AgentNews) {
        let (event, arguments): (String, Record) =
            switch news {
            case .replyHeld: ("reply_held", [:])
            case .undone(_, let what): ("undone", ["what": .text(what)])
            case .presence(let presence, let why):
                ("presence", ["is": .text(presence.name), "why": .text(why)])
            case .answered(_, let by, let text):
                ("answered", ["by": .text(by), "text": .text(text)])
            case .whispered(_, let by, let text):
                ("whispered", ["by": .text(by), "text": .text(text)])
            case .noted(_, let by, let text): ("noted", ["by": .text(by), "text": .text(text)])
            case .related(_, let other): ("related", ["other": .text(other)])
            }
        self.init(
            "desk.tell",
            arguments.merging(["to": .text(agent), "event": .text(event)]), mustBeListed: false)
    }

    private init(_ name: String, _ arguments: Record, mustBeListed: Bool = true) {
        self.init(name: name, arguments: arguments, mustBeListed: mustBeListed)
    }
}

extension Happening {
    /// Takes a desk effect in; a notice that belongs to the escalation before it becomes its `to`.
    mutating func add(_ effect: DeskEffect, ticket: Ticket?) {
        // A full queue is told to the customer in words.
        if case .refused(let error) = effect, error.code != .deskFull {
            refusals.append("\(error.code.rawValue) \(error.what); \(error.cure)")
        }
        if case .ticketChanged(let ticket) = effect {
            outcomes.formUnion(ticket.receipts.map { .init(.timers, "ladder \($0.step)") })
        }
        guard let observed = ObservedEffect(effect, ticket: ticket) else { return }
        if observed.name == "desk.notify", let last = effects.last, last.name == "desk.escalate",
            last.arguments["reason"] == observed.arguments["reason"], last.arguments["to"] == nil
        {
            effects[effects.count - 1].arguments["to"] = observed.arguments["to"]
        } else {
            effects.append(observed)
        }
    }
}

extension Happening {
    /// What it has reached of the pack; `stage` as it is right after it.
    func reached(_ stage: Stage) -> Set<CoverageItem> {
        var reached = outcomes
        reached.formUnion(trace.map { CoverageItem($0) })
        for message in messages {
            let dialogue = stage.desk.conversation(message.conversation)?.dialogue
            guard let reply = message.reply, let language = dialogue?.language else { continue }
            reached.insert(.reply(reply, language))
        }
        return reached
    }
}
