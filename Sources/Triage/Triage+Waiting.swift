import Desk
import Dialogue
import Facts
import Understanding

/// The customer while people own the conversation: what the desk says by itself, what it asks, and the few things
/// that the bot may still do.
extension Triage {
    /// The code of a ticket that the customer took back.
    static let withdrawn = "withdrawn"

    // MARK: Saying

    /// Says a notice of the desk in the pack's words.
    mutating func tell(_ id: String, _ notice: CustomerNotice) {
        switch notice {
        case .afterHours(let opens): tellClosed(id, opens: opens)
        case .callbackOffer: ask(.callback, notice, in: id)
        case .withdrawn:
            release(id, code: Self.withdrawn)
            send(notice, to: id)
        case .callbackAgreed:
            send(notice, to: id)
            if phone(of: id) == nil { ask(.number, "repair.callback_number", in: id) }
        case .contactNoted(let opens):
            send(notice, to: id)
            sayOpening(opens, to: id)
        case .queuedAgain, .passedOn, .offer, .callbackOff, .callbackDue, .ask, .wait:
            send(notice, to: id)
        }
    }

    /// When somebody is there again, where that is known and still to come.
    private mutating func sayOpening(_ opens: Instant?, to id: String) {
        guard let opens, opens > now, hasWords("repair.opens_at") else { return }
        send("repair.opens_at", to: id, ["opens": .instant(opens)])
    }

    /// The number to call: what the customer gave for it, else the one that the shop knows.
    private func phone(of id: String) -> String? {
        let given = desk.ticket(ofConversation: id)?.contact ?? conversations[id]?.contact
        if let given, !given.contains("@") { return given }
        let known = conversations[id]?.dialogue.customer?["phone"]?.text
        return known?.isEmpty == true ? nil : known
    }

    private mutating func send(_ notice: CustomerNotice, to id: String) {
        let (reply, arguments) = notice.words
        send(reply, to: id, arguments)
    }

    private mutating func ask(
        _ question: DeskQuestion, _ notice: CustomerNotice, in id: String
    ) {
        let (reply, arguments) = notice.words
        ask(question, reply, in: id, arguments)
    }

    /// Asks, where the pack has the words; the next message may answer.
    mutating func ask(
        _ question: DeskQuestion, _ reply: String, in id: String, _ arguments: Record = Record()
    ) {
        guard handbook.book.replies.has(reply) else { return }
        send(reply, to: id, arguments)
        change(id) { $0.deskQuestion = question }
    }

    /// Nobody works now: a way to reach the customer comes before any promise.
    private mutating func tellClosed(_ id: String, opens: Instant?) {
        var arguments = Record()
        arguments["opens"] = opens.map(Value.instant)
        let customer = conversations[id]?.dialogue.customer
        let isReachable =
            customer?["email"] != nil || customer?["phone"] != nil
            || conversations[id]?.contact != nil
        if !isReachable, hasWords("repair.contact_ask") {
            return ask(.contact, "repair.contact_ask", in: id, arguments)
        }
        send("repair.after_hours", to: id, arguments)
        sayOpening(opens, to: id)
    }

    func hasWords(_ reply: String) -> Bool {
        handbook.book.replies.has(reply)
    }

    /// Place and wait at the handoff, where somebody serves the queue.
    mutating func sayWait(of ticket: String, in id: String) -> [SaidReply] {
        guard desk.waitEstimate(of: ticket) != nil else { return [] }
        var said: [SaidReply] = []
        for effect in desk.handle(.customerAsked(conversation: id, .wait), at: now) {
            if case .customerNotice(_, let notice) = effect {
                let (reply, arguments) = notice.words
                said += say(reply, in: id, arguments)
            } else {
                obey([effect])
            }
        }
        return said
    }

    // MARK: Hearing

    /// Tells the ticket anew what is known, after the customer added something.
    mutating func retell(_ id: String) {
        guard let conversation = conversations[id],
            let ticket = desk.ticket(ofConversation: id), ticket.merged == nil
        else { return }
        let summary = summary(of: conversation, reasons: ticket.reasons)
        obey(desk.handle(.retold(conversation: id, summary: summary), at: now))
    }

    /// What the desk itself can answer while no person does; else the message waits for a person.
    mutating func attend(_ utterance: Utterance, _ reading: Interpretation) {
        let id = utterance.conversation
        guard let conversation = conversations[id], conversation.owner == .queue,
            let ticket = desk.ticket(ofConversation: id),
            let queue = handbook.plan.queue(named: ticket.queue)
        else { return completeTurn(id, nil) }
        if let question = conversation.deskQuestion, take(question, reading, in: id) {
            return completeTurn(id, nil, saying: received(id))
        }
        if ticket.callback?.agreed != nil, reschedule(ticket, reading, in: id) {
            return completeTurn(id, nil)
        }
        guard !queue.barsBot else { return completeTurn(id, nil) }
        let isAside = isSideQuestion(reading, in: queue)
        // "How long do I have to return something?" asks for no place in the queue.
        let isSurelyAside = isAside && reading.verdict.confidence >= Self.sureOfQuestion
        if reading.mentions.contains("withdraw_words") {
            ask(.withdraw, "repair.withdraw_confirm", in: id)
        } else if reading.mentions.contains("wait_words"), !isSurelyAside {
            obey(desk.handle(.customerAsked(conversation: id, .wait), at: now))
        } else if isAside {
            return answerAside(id, reading)
        }
        // Who asks for a person once more is told once more that one comes.
        let asksAgain = reading.mentions.contains("human_words")
        // "Thank you" needs no answer; "yes, unplugged" tells something.
        let isThanks = reading.isThanks && reading.yesOrNo == nil
        completeTurn(id, nil, saying: isThanks ? [] : received(id, again: asksAgain))
    }

    /// One of the questions that the bot answers while the request waits in this queue.
    private func isSideQuestion(_ reading: Interpretation, in queue: QueuePlan) -> Bool {
        guard let intent = reading.verdict.intent else { return false }
        return (queue.sideQuestions ?? handbook.plan.defaults.sideQuestions)
            .contains { intent == $0 || intent.hasPrefix($0 + ".") }
    }

    private static let sureOfQuestion = 0.8

    /// That the message has reached the request, where nothing else is said to it: once, until somebody speaks again.
    private mutating func received(_ id: String, again: Bool = false) -> [SaidReply] {
        let isAnswered = effects.contains { effect in
            if case .message(let message) = effect { message.conversation == id } else { false }
        }
        guard !isAnswered, again || conversations[id]?.isAcknowledged != true,
            hasWords("repair.added_to_request")
        else { return [] }
        change(id) { $0.isAcknowledged = true }
        return say("repair.added_to_request", in: id)
    }

    /// Whether the message answers what the desk has asked.
    private mutating func take(
        _ question: DeskQuestion, _ reading: Interpretation, in id: String
    ) -> Bool {
        switch (question, reading.yesOrNo) {
        case (.callback, true?):
            let number = reading.phone ?? phone(of: id)
            if number == nil, hasWords("repair.callback_number") {
                ask(.number, "repair.callback_number", in: id)
                return true
            }
            return settle(id, .callBack(at: moment(in: reading), number: number))
        case (.number, _):
            guard let number = reading.phone ?? reading.digits else { return false }
            return settle(id, .callBack(at: nil, number: number))
        case (.withdraw, true?): return settle(id, .withdraw)
        case (.callback, false?), (.withdraw, false?):
            // Nothing was agreed, so nothing is lost.
            change(id) { $0.deskQuestion = nil }
            send("repair.place_kept", to: id)
            return true
        case (.contact, _):
            let kinds = [BuiltInEntity.email.rawValue, BuiltInEntity.phone.rawValue]
            guard let found = reading.entities.first(where: { kinds.contains($0.kind) })?.value.text
            else { return false }
            return settle(id, .contact(found))
        case (.callback, nil), (.withdraw, nil), (.satisfaction, _), (.graded, _): return false
        }
    }

    /// Another time or another number for a call back that is agreed.
    private mutating func reschedule(
        _ ticket: Ticket, _ reading: Interpretation, in id: String
    ) -> Bool {
        guard case .parked(_, .callback) = ticket.state else { return false }
        let time = moment(in: reading)
        guard time != nil || reading.phone != nil else { return false }
        return settle(id, .callBack(at: time, number: reading.phone ?? phone(of: id)))
    }

    /// The next moment in the shop's zone that the message names by its time of day; nil where it
    /// names none, or several.
    private func moment(in reading: Interpretation) -> Instant? {
        func values(_ kind: BuiltInEntity) -> [Value] {
            reading.entities.filter { $0.kind == kind.rawValue }.map(\.value)
        }
        let times = values(.time).compactMap(\.text)
        guard let text = times.first, times.allSatisfy({ $0 == text }) else { return nil }
        let parts = text.split(separator: ":").compactMap { Int($0) }
        guard parts.count == 2 else { return nil }
        let zone = handbook.zone
        let today = zone.civil(at: now).day
        func instant(_ day: Day) -> Instant {
            zone.instant(of: CivilTime(day: day, hour: parts[0], minute: parts[1]))
        }
        if case .day(let day)? = values(.date).first { return instant(day) }
        let todays = instant(today)
        return todays > now ? todays : instant(today.adding(days: 1))
    }

    private mutating func settle(_ id: String, _ request: CustomerRequest) -> Bool {
        change(id) { $0.deskQuestion = nil }
        obey(desk.handle(.customerAsked(conversation: id, request), at: now))
        return true
    }

    /// A grade for the last resolution; anything else takes the question back.
    mutating func grades(_ reading: Interpretation, in conversation: Conversation) -> Bool {
        guard let question = conversation.deskQuestion, [.satisfaction, .graded].contains(question)
        else { return false }
        let id = conversation.id
        change(id) { $0.deskQuestion = nil }
        let numbers = reading.entities.filter { $0.kind == BuiltInEntity.number.rawValue }
            .compactMap(\.value.integer)
        guard let grade = numbers.first, numbers.count == 1, (1...5).contains(grade),
            reading.tokens.count <= 4
        else { return false }
        change(id) { $0.deskQuestion = .graded }
        obey(desk.handle(.customerAsked(conversation: id, .rate(grade: grade)), at: now))
        completeTurn(id, nil, saying: say("repair.satisfaction_thanks", in: id))
        return true
    }

    // MARK: Side questions

    /// The bot answers one question in one turn; the flows that wait for a person are put aside.
    private mutating func answerAside(_ id: String, _ reading: Interpretation) {
        change(id) { conversation in
            conversation.shelf = conversation.dialogue.stack
            conversation.dialogue.stack = []
            conversation.dialogue.shown = []
        }
        go(on: id, with: .utterance(reading))
    }

    /// The side question is answered: what it would have led to is dropped.
    mutating func endSideQuestion(_ id: String, _ summary: TurnSummary) {
        let dialogue = dialogue
        change(id) { conversation in
            let wishes = conversation.dialogue.wishes
            dialogue.clearFlows(of: &conversation.dialogue)
            conversation.dialogue.stack = conversation.shelf ?? []
            conversation.dialogue.wishes = wishes
            conversation.shelf = nil
        }
        completeTurn(id, summary, saying: conversations[id]?.owner == .queue ? summary.said : [])
    }
}

extension CustomerNotice {
    /// The reply of the pack and its arguments.
    fileprivate var words: (reply: String, arguments: Record) {
        switch self {
        case .queuedAgain: ("repair.agent_lost", [:])
        case .passedOn: ("repair.passed_on", [:])
        case .offer(let kind): ("repair.offer_\(kind)", [:])
        case .afterHours: ("repair.after_hours", [:])
        case .callbackOffer(let at): ("repair.callback_offer", ["at": .instant(at)])
        case .callbackAgreed(let at): ("repair.callback_agreed", ["at": .instant(at)])
        case .callbackOff: ("repair.callback_off", [:])
        case .callbackDue: ("repair.callback_due", [:])
        case .ask(let what): ("repair.\(what)", [:])
        case .wait(let notice): notice.words
        case .contactNoted(let opens?): ("repair.contact_noted", ["opens": .instant(opens)])
        case .contactNoted(nil): ("repair.contact_noted", [:])
        case .withdrawn: ("repair.withdrawn", [:])
        }
    }
}

extension WaitNotice {
    fileprivate var words: (reply: String, arguments: Record) {
        guard let range else { return ("repair.wait_unknown", ["place": .integer(place)]) }
        return (
            grew == nil ? "repair.wait" : "repair.wait_longer",
            [
                "place": .integer(place), "median": .integer(range.median),
                "long": .integer(range.long), "reason": .text(grew ?? ""),
            ]
        )
    }
}

extension Interpretation {
    /// A phone number that the message names.
    var phone: String? { first(.phone) }

    /// The whole message, where it is digits that may be a phone number of no known country.
    fileprivate var digits: String? {
        let digits = text.count { ("0"..."9").contains($0) }
        let isNumber = text.allSatisfy { ("0"..."9").contains($0) || " +-/().".contains($0) }
        return isNumber && (6...15).contains(digits) ? text : nil
    }

    /// A way to reach the customer that the message names.
    var contact: String? { first(.email) ?? first(.phone) }

    private func first(_ kind: BuiltInEntity) -> String? {
        entities.first { $0.kind == kind.rawValue }?.value.text
    }

    /// A few words of politeness that need no answer.
    var isThanks: Bool { tokens.count <= 3 && mentions.contains("skip_words") }

    /// A yes or a no, where the message is little else.
    var yesOrNo: Bool? {
        let words = entities.filter { $0.kind == BuiltInEntity.yesNo.rawValue }
            .compactMap(\.value.text)
        // Where words stand without blanks, each letter is a token.
        guard let word = words.first, words.allSatisfy({ $0 == word }),
            tokens.count <= 8 || text.count <= 16
        else { return nil }
        return word == "yes" ? true : word == "no" ? false : nil
    }
}
