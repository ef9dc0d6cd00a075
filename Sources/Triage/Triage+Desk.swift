import Desk
import Dialogue
import Facts

/// The desk's side: handing over, and what agents do for the customer.
extension Triage {
    /// Makes the ticket; returns what the bot says about it.
    mutating func handOff(
        _ id: String, reasons: [String], queue: String?, mentions: [String]
    ) -> [SaidReply] {
        guard let conversation = conversations[id] else { return [] }
        let facts = tellHuman(
            turnFacts(of: conversation, mentions: mentions).record,
            intent: conversation.dialogue.intent)
        let outcome = rules.evaluate(RecordFacts(facts, now: now))
        trace(outcome)
        let request = HandoffRequest(
            conversation: id, customer: conversation.dialogue.customer ?? Record(),
            language: conversation.dialogue.language,
            facts: facts,
            reasons: allReasons(reasons, of: conversation, mentions: mentions), queue: queue,
            summary: summary(of: conversation, reasons: reasons),
            open: dialogue.openWishes(of: conversation.dialogue).compactMap(WorkItem.init),
            done: conversation.dialogue.done.map(WorkItem.init),
            slots: dialogue.slots(of: conversation.dialogue), contact: conversation.contact,
            order: conversation.order)
        let before = effects.count
        obey(desk.handle(.handoff(request), at: now))
        guard let ticket = desk.ticket(ofConversation: id), ticket.state.isOpen else {
            return say("repair.desk_full", in: id)
        }
        change(id) { $0.ticket = ticket.id }
        let saidByDesk = effects[before...].contains { effect in
            if case .message = effect { true } else { false }
        }
        return saidByDesk
            ? []
            : say("repair.handed_over", in: id, ["queue": .text(ticket.queue)])
                + sayWait(of: ticket.id, in: id)
    }

    /// Why a person is needed: the wish or rule, then what else weighs.
    private func allReasons(
        _ reasons: [String], of conversation: Conversation, mentions: [String]
    ) -> [String] {
        var all: [String] = []
        let frustrated = mentions.contains("frustration_words") ? ["frustration"] : []
        let failed = conversation.dialogue.failures.isEmpty ? [] : ["action_failed"]
        for reason in reasons + frustrated + failed where !all.contains(reason) {
            all.append(reason)
        }
        return all
    }

    /// Renders what the desk itself says to the customer.
    mutating func say(
        _ reply: String, in id: String, _ arguments: Record = Record()
    ) -> [SaidReply] {
        guard var conversation = conversations[id] else { return [] }
        let said = dialogue.reply(reply, arguments: arguments, state: &conversation.dialogue)
        keep(conversation)
        return said.map { [$0] } ?? []
    }

    mutating func send(_ reply: String, to id: String, _ arguments: Record = Record()) {
        send(say(reply, in: id, arguments), to: id)
    }

    private mutating func send(_ said: [SaidReply], to id: String) {
        guard var conversation = conversations[id] else { return }
        let messages = said.map { conversation.message(from: "bot", $0, at: now) }
        keep(conversation)
        effects += messages.map(Effect.message)
    }

    /// Turns the desk's effects into the machine's.
    mutating func obey(_ deskEffects: [DeskEffect]) {
        for effect in deskEffects {
            switch effect {
            case .ownerChanged(let conversation, let owner):
                changeOwner(of: conversation, to: owner)
            case .sendToCustomer(let conversation, let text, let agent):
                sendAgentsWords(text, by: agent, to: conversation)
            case .customerNotice(let conversation, let notice): tell(conversation, notice)
            case .resolved(_, let conversation, let code, let asks):
                release(conversation, code: code)
                if asks {
                    ask(.satisfaction, "repair.ask_satisfaction", in: conversation)
                } else if handbook.plan.defaults.asksSatisfaction {
                    // Asked where the customer wrote last; a grade is taken in either place.
                    change(conversation) { $0.deskQuestion = .satisfaction }
                }
                effects.append(.desk(effect))
            case .setTimer(let timer, let instant):
                effects.append(.setTimer(.desk(timer), at: instant))
            case .cancelTimer(let timer): effects.append(.cancelTimer(.desk(timer)))
            case .ticketChanged(let ticket):
                // Given back unresolved: no `resolved` comes.
                if ticket.resolution?.code == Self.returned {
                    for id in ticket.value.conversations
                    where conversations[id]?.ticket == ticket.id {
                        release(id, code: Self.returned)
                    }
                }
                effects.append(.desk(effect))
            case .enqueued, .offered, .withdrawn, .claimed, .escalated, .notify, .page, .nudge,
                .breached, .refused, .draftKept, .told, .agentChanged:
                effects.append(.desk(effect))
            }
        }
    }

    private mutating func changeOwner(of id: String, to owner: ConversationOwner) {
        let before = conversations[id]
        let ticket = desk.ticket(ofConversation: id)?.id
        change(id) { conversation in
            // A merge gives the conversation to another ticket.
            if owner != .bot, let ticket { conversation.ticket = ticket }
            switch owner {
            case .bot: conversation.owner = .bot
            case .queue: conversation.owner = .queue
            case .agent(let agent):
                conversation.owner = .agent(agent)
                conversation.lastAgent = agent
            }
        }
        guard case .agent(let agent) = owner, before?.owner != .agent(agent) else { return }
        let said = say("repair.agent_joined", in: id, ["agent": .text(agentName(agent))])
        // Back by a second thought: the customer has not heard of the step that was taken back.
        if let before, isStillThere(agent, in: before, saying: said) { return }
        send(said, to: id)
    }

    /// Whether the agent was the last to speak, or to join, and that less than a minute ago.
    private func isStillThere(
        _ agent: String, in conversation: Conversation, saying joined: [SaidReply]
    ) -> Bool {
        guard conversation.lastAgent == agent,
            let last = conversation.tail.last(where: { $0.speaker != "customer" }),
            now - last.at <= Desk.undoWindow
        else { return false }
        return last.speaker == "agent.\(agent)" || joined.contains { $0.text == last.text }
    }

    func agentName(_ id: String) -> String { handbook.plan.agent(id)?.name ?? id }

    private mutating func sendAgentsWords(_ text: String, by agent: String, to id: String) {
        guard var conversation = conversations[id] else { return }
        let said = SaidReply(reply: "", arguments: Record(), text: text)
        let message = conversation.message(from: "agent.\(agent)", said, at: now)
        conversation.isAcknowledged = nil
        keep(conversation)
        effects.append(.message(message))
    }

    /// The wrap-up code of a ticket that an agent gave back to the bot.
    private static let returned = "returned_to_bot"
    /// Codes of tickets that no person has closed for good.
    private static let unclosed = [returned, withdrawn]

    /// The ticket is done: the bot owns the conversation again and begins afresh.
    mutating func release(_ id: String, code: String) {
        let agent = conversations[id]?.lastAgent
        let (dialogue, now) = (dialogue, now)
        change(id) { conversation in
            conversation.owner = .bot
            conversation.ticket = nil
            conversation.lastAgent = nil
            conversation.deskQuestion = nil
            conversation.isAcknowledged = nil
            conversation.shelf = nil
            if let agent, !Self.unclosed.contains(code) {
                conversation.closing = Closing(
                    at: now, agent: agent, intent: conversation.dialogue.intent)
            }
            dialogue.clearFlows(of: &conversation.dialogue)
            if code != Self.returned { conversation.dialogue.outcome = "resolved_by_human" }
        }
        guard let agent else { return }
        let reply = code == Self.returned ? "repair.back_to_bot" : "repair.agent_left"
        send(reply, to: id, ["agent": .text(agentName(agent))])
    }
}

extension WorkItem {
    init?(_ wish: Dialogue.OpenWish) {
        guard let request = wish.request else { return nil }
        self.init(type: request, orderID: wish.orderID, detail: wish.details)
    }

    init(_ done: DoneRequest) {
        self.init(type: done.type, orderID: done.orderID, detail: done.action)
    }
}
