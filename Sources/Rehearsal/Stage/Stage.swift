import Daemon
import Desk
import Dialogue
import Facts
import Shop
import Storage
import Triage

/// One case being played: the whole desk in process, its shop, its clock.
///
/// An object: the desk in it is large, and the judge looks at it after each turn.
final class Stage {
    private(set) var desk: InProcessDesk
    private let shop: RehearsalShop
    private let zone: Zone
    private let header: Transcript.Header
    /// The language that is played; empty: the first that a line has.
    private let language: String
    private var lastMessage = 0
    /// The last answer to each action, for `? action.…`.
    private(set) var lastResults: [String: ActionResult] = [:]
    /// When a ticket was made, and when an agent first spoke, by conversation.
    private(set) var handedOverAt: [String: Instant] = [:]
    private(set) var firstHumanReplyAt: [String: Instant] = [:]
    let placeholders: Placeholders

    /// Why a case cannot be played.
    struct Failure: Error {
        var what: String
        var cure: String
    }

    init(_ world: World, header: Transcript.Header, language: String) throws(Failure) {
        self.header = header
        self.language = language
        guard let zone = world.zone(header.start?.zone) else {
            throw Failure(
                what: "the zone '\(header.start?.zone ?? "")' is unknown",
                cure: "use a name of /usr/share/zoneinfo")
        }
        self.zone = zone
        let start = zone.instant(of: header.start?.civil ?? World.defaultStart)
        do {
            let borrowed = try world.shop(at: start)
            let machine = try world.machine(header.settings)
            let types = machine.handbook.book.types.values
            shop = RehearsalShop(borrowed, listing: Set(types.compactMap(\.choices?.action)))
            let store = MemoryStore()
            var customer: Record?
            if let known = header.customer {
                customer = try Self.record(of: known, in: borrowed.shop, at: start)
                if known.isVerified, let customer {
                    try store.commit(
                        Self.opening(customer, channel: header.channel, in: world, at: start))
                }
            }
            placeholders = Placeholders(customer: customer)
            desk = try InProcessDesk(
                machine: machine, shop: shop, start: start, store: store)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(what: "the stage cannot be set: \(error)", cure: "see the reason")
        }
    }

    private static func record(
        of known: Transcript.KnownCustomer, in shop: EmbeddedShop, at start: Instant
    ) throws(Failure) -> Record {
        let call = ActionCall(
            id: "stage", conversation: "stage", action: "shop.customer",
            arguments: ["customer": .text(known.id)], access: .read)
        guard var record = shop.perform(call, now: start).value?.record else {
            throw Failure(
                what: "the shop has no customer '\(known.id)'",
                cure: "see the customers with: triage shop demo-customers --all")
        }
        for field in known.fields { record[field.name] = Value(talk: field.value) }
        return record
    }

    private static func opening(
        _ customer: Record, channel: String?, in world: World, at start: Instant
    ) -> Batch {
        var conversation = Conversation(
            id: SpeakerLine.firstConversation, language: world.handbook.languages[0],
            channel: channel ?? "chat", at: start)
        conversation.dialogue.customer = customer
        var batch = Batch()
        batch.conversations = [conversation]
        return batch
    }

    var now: Instant { desk.now }

    /// Plays a stimulus; nil where the line is of another language.
    func play(_ stimulus: Transcript.Stimulus) throws -> Happening {
        var happening = Happening()
        switch stimulus {
        case .given(let call): shop.give(call)
        case .wait(let duration): try advance(to: now + duration, &happening)
        case .waitUntil(let civil): try advance(to: zone.instant(of: civil), &happening)
        case .event(let conversation, let name, let fields):
            var record = Record()
            for field in fields { record[field.name] = Value(talk: field.value) }
            try handle(
                .happened(conversation: conversation, event: name, record), &happening)
        case .customer(let conversation, let texts):
            try say(texts, in: conversation, &happening)
        case .agent(let conversation, let agent, let text):
            try obey(agent, placeholders.filled(text), in: conversation, &happening)
        }
        return happening
    }

    private func say(
        _ texts: [(language: String, text: String)], in conversation: String,
        _ happening: inout Happening
    ) throws {
        let fitting = texts.first { $0.language == language } ?? texts.first { $0.language.isEmpty }
        guard let text = fitting ?? (language.isEmpty ? texts.first : nil) else {
            throw Failure(
                what: "the customer says nothing in '\(language)'",
                cure: "add customer[\(language)]: or take the language out of 'run'")
        }
        lastMessage += 1
        let utterance = Utterance(
            conversation: conversation, message: "m\(lastMessage)",
            text: placeholders.filled(text.text), channel: header.channel)
        try handle(.said(utterance), &happening)
    }

    private func advance(to end: Instant, _ happening: inout Happening) throws {
        while let due = shop.nextLate, due <= end {
            take(try desk.advance(to: due), &happening)
            for (call, result) in shop.takeLate(at: due) {
                let answer = Event.answered(
                    conversation: call.conversation, call: call.id, result)
                take(try desk.handle(answer), &happening)
            }
        }
        take(try desk.advance(to: end), &happening)
    }

    private func handle(_ event: Event, _ happening: inout Happening) throws {
        take(try desk.handle(event), &happening)
    }

    private func take(_ releases: [Release], _ happening: inout Happening) {
        for asked in shop.takeAsked() {
            lastResults[asked.call.action] = asked.result
            happening.effects.append(ObservedEffect(asked))
        }
        for release in releases {
            switch release {
            case .turn(let turn):
                happening.turn = turn
                happening.messages += turn.messages
                if turn.ticket != nil { note(handedOver: turn.conversation) }
            case .message(let message):
                if message.sender != "bot", firstHumanReplyAt[message.conversation] == nil {
                    firstHumanReplyAt[message.conversation] = now
                }
                happening.messages.append(message)
            case .overloaded(let conversation, let message):
                happening.refusals.append("OVERLOADED \(conversation) \(message)")
            case .desk(let effect, let ticket):
                if let ticket { note(handedOver: ticket.conversation) }
                happening.add(effect, ticket: ticket)
            case .called(let call, let result):
                happening.outcomes.insert(.outcome(call.action, result.outcome))
            case .traced(let marks): happening.trace += marks
            }
        }
    }

    private func note(handedOver conversation: String) {
        if handedOverAt[conversation] == nil { handedOverAt[conversation] = now }
    }
}

// MARK: - Agents

extension Stage {
    /// The ticket of the conversation, or the agent's own where it has none.
    private func ticket(_ conversation: String) -> Ticket? {
        desk.driver.machine.desk.ticket(ofConversation: conversation)
    }

    /// What an agent types. Words for the customer take the ticket first.
    private func obey(
        _ agent: String, _ text: String, in conversation: String, _ happening: inout Happening
    ) throws {
        let line: AgentLine
        do {
            line = try AgentLine(text)
        } catch {
            throw Failure(what: error.what, cure: error.cure)
        }
        if line.needsClaim { try takeTicket(agent, in: conversation, &happening) }
        let found = ticket(conversation)
        guard
            let command = line.command(
                for: found, at: now, in: desk.driver.machine.handbook.zone)
        else {
            throw Failure(
                what: "the conversation has no ticket", cure: "let the bot hand over first")
        }
        try handle(.agent(agent, command), &happening)
        // What the agent says is on the line itself.
        if let own = happening.messages.lastIndex(where: {
            $0.sender == "agent.\(agent)" && $0.text == text
        }) {
            happening.messages.remove(at: own)
        }
    }

    private func takeTicket(
        _ agent: String, in conversation: String, _ happening: inout Happening
    ) throws {
        guard let waiting = ticket(conversation), waiting.state != .claimed(agent: agent)
        else { return }
        if desk.driver.machine.desk.agent(agent)?.presence == .offline {
            try handle(.agent(agent, .online), &happening)
        }
        guard let ticket = ticket(conversation) else { return }
        if ticket.state.owner == agent {
            try handle(.agent(agent, .accept(ticket: ticket.id, epoch: ticket.epoch)), &happening)
        } else {
            try handle(.agent(agent, .claim(ticket: ticket.id)), &happening)
        }
    }
}
