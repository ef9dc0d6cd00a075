import Desk
import Dialogue
import Facts
import Understanding

/// The customer's side: messages in, the bot's turns out.
extension Triage {
    /// A customer's message: the bot answers while it owns the conversation, else it goes to the desk.
    mutating func hear(_ utterance: Utterance, _ interpretation: Interpretation?) {
        var conversation = conversations[utterance.conversation] ?? start(utterance)
        if conversation.current != nil {
            guard conversation.waiting.count < Self.waitingLimit else {
                let id = utterance.conversation
                effects.append(.overloaded(conversation: id, message: utterance.message))
                return
            }
            conversation.waiting.append(utterance)
            keep(conversation)
            return
        }
        conversation.isEnded = false
        if let channel = utterance.channel { conversation.dialogue.channel = channel }
        conversation.turnCount += 1
        conversation.lastWroteAt = now
        conversation.append(Line(at: now, speaker: "customer", text: utterance.text))
        conversation.current = utterance
        keep(conversation)
        switch conversation.owner {
        case .bot: answer(utterance, interpretation)
        case .queue, .agent:
            let reading = read(utterance, interpretation, in: conversation)
            obey(desk.handle(.customerWrote(conversation: conversation.id), at: now))
            raise(utterance, reading)
            retell(conversation.id)
            attend(utterance, reading)
        }
    }

    private func start(_ utterance: Utterance) -> Conversation {
        var conversation = Conversation(
            id: utterance.conversation,
            language: utterance.language ?? handbook.book.replies.defaultLanguage,
            channel: utterance.channel ?? "chat", at: now)
        if let customer = utterance.customer {
            conversation.dialogue.customer = ["id": .text(customer)]
        }
        return conversation
    }

    private mutating func answer(_ utterance: Utterance, _ given: Interpretation?) {
        guard let conversation = conversations[utterance.conversation] else { return }
        let reading = read(utterance, given, in: conversation)
        if grades(reading, in: conversation) { return }
        if let contact = reading.contact { change(conversation.id) { $0.contact = contact } }
        let outcome = outcome(of: reading, in: conversation)
        trace(outcome)
        if !outcome.handOff, reopens(reading, in: conversation) { return }
        guard !outcome.handOff else {
            change(utterance.conversation) {
                $0.dialogue.language = reading.language
                $0.dialogue.intent = reading.verdict.intent
                $0.dialogue.turn += 1
            }
            let said = outcome.say.flatMap { say($0, in: utterance.conversation) }
            let handedOver = handOff(
                utterance.conversation, reasons: outcome.handOffReasons, queue: nil,
                mentions: reading.mentions)
            completeTurn(
                utterance.conversation, TurnSummary(of: reading), saying: said + handedOver)
            return
        }
        go(on: utterance.conversation, with: .utterance(reading))
    }

    /// A rule that hands over fires while people own the conversation too: a threat raises the open ticket.
    private mutating func raise(_ utterance: Utterance, _ reading: Interpretation) {
        guard let conversation = conversations[utterance.conversation] else { return }
        let outcome = outcome(of: reading, in: conversation)
        trace(outcome)
        guard outcome.handOff else { return }
        _ = handOff(
            utterance.conversation, reasons: outcome.handOffReasons, queue: nil,
            mentions: reading.mentions)
    }

    /// The language that the channel is sure of wins; else a doubtful one yields to the conversation's.
    private func read(
        _ utterance: Utterance, _ given: Interpretation?, in conversation: Conversation
    ) -> Interpretation {
        let heard = heard(utterance, given, in: conversation)
        var reading: Interpretation
        if let given, given.language == heard.language {
            reading = given
            reading.languageConfidence = heard.confidence
        } else {
            reading = handbook.interpret(utterance.text, as: heard, at: now)
        }
        let known = utterance.language ?? conversation.dialogue.language
        guard reading.language != known else { return reading }
        // A few words that answer a question ("graues fleece medium", an address) have no language of their own.
        let isAnswer = conversation.dialogue.hasOpenQuestion
        let isSure =
            reading.languageConfidence >= handbook.interpreter.lexicon.languageThreshold
            && reading.plainWords >= (isAnswer ? 4 : 3)
            && handbook.interpreter.isPlainly(
                reading, ratherThanIn: known, by: isAnswer ? 2 : 1)
        let doubtful = !isSure && (conversation.dialogue.turn > 0 || utterance.language != nil)
        guard doubtful || utterance.language != nil else { return reading }
        return handbook.interpret(utterance.text, in: known, at: now)
    }

    /// The language in which a message is read first. A message alone looks like another language sooner than one of
    /// this conversation does.
    private func heard(
        _ utterance: Utterance, _ given: Interpretation?, in conversation: Conversation
    ) -> LanguageDetector.Detection {
        let alone =
            given.map {
                LanguageDetector.Detection(
                    language: $0.language, confidence: $0.languageConfidence)
            }
            ?? handbook.interpreter.detect(utterance.text, language: utterance.language)
        let known = utterance.language ?? conversation.dialogue.language
        guard alone.language != known, conversation.dialogue.turn > 0 else { return alone }
        return handbook.interpreter.detect(utterance.text, language: known)
    }

    /// Gives an input to the conversation's dialogue and turns its outputs into effects.
    mutating func go(on id: String, with input: DialogueInput) {
        guard var conversation = conversations[id] else { return }
        if case .answer = input {
        } else if conversation.owner != .bot, conversation.shelf == nil {
            return
        }
        var awaited: String?
        let outputs = take(input, in: &conversation, &awaited)
        if dialogue.pendingCall(of: conversation.dialogue) == nil { readings.endTurn(of: id) }
        guard !outputs.isEmpty else { return }
        keep(conversation)
        var wish: HandoffWish?
        var refused: [ActionCall] = []
        for output in outputs {
            switch output {
            case .call(let call) where call.id == awaited: effects.append(.awaited(call))
            case .call(let call) where isForbidden(call, in: conversation): refused.append(call)
            case .call(let call):
                guard let refused = refusal(of: call) else {
                    effects.append(.call(call))
                    continue
                }
                go(on: id, with: .answer(call: call.id, refused))
            case .handoff(let handoff): wish = handoff
            case .startTimer(let name, let after):
                effects.append(.setTimer(.conversation(id, name: name), at: now + after))
            case .cancelTimer(let name):
                effects.append(.cancelTimer(.conversation(id, name: name)))
            case .turnEnded(let summary): finish(id, summary, wish)
            case .traced(let marks): effects.append(.traced(marks))
            }
        }
        for call in refused {
            let result = ActionResult(outcome: ActionResult.barred, reason: Self.frozen)
            go(on: id, with: .answer(call: call.id, result))
        }
    }

    /// Has the dialogue take an input. `awaited`: the look-up that the shop was asked for and has not answered.
    private mutating func take(
        _ input: DialogueInput, in conversation: inout Conversation, _ awaited: inout String?
    ) -> [DialogueOutput] {
        let today = handbook.zone.civil(at: now).day
        let (dialogue, barred) = (dialogue, barred(in: conversation))
        let before = conversation
        var known = TurnReadings()
        swap(&known, &readings[conversation.id])
        defer { readings[conversation.id] = known }
        return dialogue.take(
            input, state: &conversation.dialogue, now: now, today: today, readings: &known,
            barred: barred
        ) { call, state in
            guard let shop else { return nil }
            var conversation = before
            conversation.dialogue = state
            // Who is known now may have other writes barred: the step begins again with them.
            guard self.barred(in: conversation) == barred else { return nil }
            if let refused = refusal(of: call) { return refused }
            guard let result = shop(call) else {
                awaited = call.id
                return nil
            }
            tally(result, of: call)
            effects.append(.answered(call, result))
            return result
        }
    }

    /// The dialogue's turn is over: a wish for a person, or a rule about the whole turn, hands over now.
    private mutating func finish(
        _ id: String, _ summary: TurnSummary, _ wish: HandoffWish?
    ) {
        if let order = conversations[id]?.dialogue.facts["order"]?.record, !order.isEmpty {
            change(id) { $0.order = order }
        }
        guard let conversation = conversations[id] else { return }
        if conversation.owner != .bot { return endSideQuestion(id, summary) }
        let outcome = rules.evaluate(turnFacts(of: conversation, mentions: []))
        trace(outcome)
        var handedOver: [SaidReply] = []
        if wish != nil || outcome.handOff {
            let refusal = refusal(of: wish, in: conversation)
            let reasons =
                (wish.map { [$0.reason] } ?? []) + outcome.handOffReasons
                + (refusal.map { [$0] } ?? [])
            handedOver = refusal.map { tell($0, in: conversation) } ?? []
            handedOver += handOff(
                id, reasons: reasons, queue: wish?.queue, mentions: summary.mentions)
        }
        completeTurn(id, summary, saying: summary.said + handedOver)
    }

    /// Sends what was said; answers the customer's message if there is one.
    mutating func completeTurn(
        _ id: String, _ summary: TurnSummary?, saying said: [SaidReply] = []
    ) {
        guard var conversation = conversations[id] else { return }
        let messages = asLetter(said, in: conversation).map {
            conversation.message(from: "bot", $0, at: now)
        }
        let current = conversation.current
        conversation.current = nil
        keep(conversation)
        guard let current else {
            effects += messages.map(Effect.message)
            return
        }
        let said = takeMessages(to: id)
        let all = messages.followed(by: said)
        if !said.isEmpty { change(id) { $0.retell(all) } }
        effects.append(
            .turnEnded(
                Turn(
                    conversation: id, message: current.message, number: conversation.turnCount,
                    messages: all, owner: conversation.owner.name,
                    intent: summary?.intent ?? conversation.dialogue.intent,
                    confidence: summary?.confidence ?? 0, rule: summary?.rule,
                    state: summary?.state ?? "idle", ticket: conversation.ticket,
                    outcome: summary?.outcome, satisfaction: summary?.satisfaction,
                    takenAs: summary?.takenAs)))
    }

    /// What the desk has said while the message was being answered (a promise after hours, the place in the queue)
    /// belongs to the answer: it is no later message.
    private mutating func takeMessages(to id: String) -> [Message] {
        var taken: [Message] = []
        effects.removeAll { effect in
            guard case .message(let message) = effect, message.conversation == id else {
                return false
            }
            taken.append(message)
            return true
        }
        return taken
    }

    /// The shop still has not answered: the customer hears that we are at it, once for each turn.
    mutating func tellOfWaiting(_ id: String) {
        guard pendingCall(of: id) != nil, conversations[id]?.owner == .bot else { return }
        let said = say("repair.checking", in: id)
        guard var conversation = conversations[id] else { return }
        let messages = said.map { conversation.message(from: "bot", $0, at: now) }
        keep(conversation)
        effects += messages.map(Effect.message)
    }

    /// Messages that arrived while the shop was asked have their turn now.
    mutating func listenToWaiting(_ id: String) {
        while var conversation = conversations[id], conversation.current == nil,
            !conversation.waiting.isEmpty
        {
            let next = conversation.waiting.removeFirst()
            keep(conversation)
            hear(next, nil)
        }
    }

    mutating func endConversation(_ id: String) {
        guard var conversation = conversations[id] else { return }
        dialogue.clearFlows(of: &conversation.dialogue)
        conversation.isEnded = true
        keep(conversation)
        if conversation.owner != .bot {
            obey(desk.handle(.conversationEnded(conversation: id), at: now))
        }
    }

    // MARK: Keeping

    /// Puts a conversation back and has it stored.
    mutating func keep(_ conversation: Conversation) {
        conversations[conversation.id] = conversation
        let changed = Effect.conversationChanged(conversation.id)
        if !effects.contains(changed) { effects.append(changed) }
    }

    mutating func change(_ id: String, _ change: (inout Conversation) -> Void) {
        guard var conversation = conversations[id] else { return }
        change(&conversation)
        keep(conversation)
    }
}

extension TurnSummary {
    /// A turn in which the desk decided before the dialogue.
    init(of reading: Interpretation) {
        let rule: RuleReference? =
            switch reading.verdict {
            case .rule(_, let rule): rule
            case .ranked, .close, .notUnderstood: nil
            }
        self.init(
            said: [], intent: reading.verdict.intent, confidence: reading.verdict.confidence,
            rule: rule, state: "idle", outcome: nil, mentions: reading.mentions)
    }
}

extension Interpretation {
    /// How many words are no part of an entity: names, numbers and addresses have no language.
    fileprivate var plainWords: Int {
        tokens.count { token in
            token.folded.contains(where: \.isLetter)
                && !entities.contains { $0.start <= token.start && token.end <= $0.end }
        }
    }
}

extension Conversation {
    mutating func append(_ line: Line) {
        tail.append(line)
        if tail.count > Triage.tailLimit { tail.removeFirst(tail.count - Triage.tailLimit) }
    }

    /// Puts the newest lines, which are these messages, into the order in which the customer reads them.
    mutating func retell(_ messages: [Message]) {
        let newest = tail.suffix(messages.count)
        guard newest.map(\.text).sorted() == messages.map(\.text).sorted() else { return }
        tail.removeLast(newest.count)
        tail += zip(newest, messages).map {
            Line(at: $0.at, speaker: $1.sender, text: $1.text)
        }
    }

    /// Numbers a reply as the next message and notes it in the tail.
    mutating func message(from sender: String, _ said: SaidReply, at now: Instant) -> Message {
        messageCount += 1
        append(Line(at: now, speaker: sender, text: said.text))
        return Message(
            conversation: id, number: messageCount, sender: sender, text: said.text,
            reply: said.reply.isEmpty ? nil : said.reply, arguments: said.arguments)
    }
}

extension [Message] {
    /// What was made first comes after these: all are numbered in the order in which they are read.
    fileprivate func followed(by earlier: [Message]) -> [Message] {
        let numbers = (earlier + self).map(\.number)
        return zip(self + earlier, numbers).map { message, number in
            var message = message
            message.number = number
            return message
        }
    }
}
