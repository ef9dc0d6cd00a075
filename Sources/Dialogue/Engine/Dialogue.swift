public import Facts
public import Understanding

/// The engine: one conversation's state and an input in, outputs out. Holds no state of its own.
///
/// A turn runs to completion: it ends when a question is open, nothing is left to do, or a person takes over.
/// In between it may wait for the shop; `DialogueState.working` carries it across that wait and a restart.
public struct Dialogue: Sendable {
    /// One object: a turn is copied for each step that it tries, the pack is not.
    private let pack: Pack

    private final class Pack: Sendable {
        let book: DialogueBook
        let interpreter: Interpreter
        let kinds: EntityKinds
        let words: DialogueWords
        let products: ProductNames

        init(book: DialogueBook, interpreter: Interpreter) {
            self.book = book
            self.interpreter = interpreter
            kinds = EntityKinds(book, interpreter.lexicon)
            words = DialogueWords(interpreter)
            let about = Set(book.types.values.compactMap(\.about))
            let lists = interpreter.lexicon.wordLists.filter { about.contains($0.name) }
            products = ProductNames(
                interpreter.lexicon.shopVocabulary, besides: Set(lists.flatMap(\.entries)))
        }
    }

    public init(book: DialogueBook, interpreter: Interpreter) {
        pack = Pack(book: book, interpreter: interpreter)
    }

    public var book: DialogueBook { pack.book }
    public var interpreter: Interpreter { pack.interpreter }
    var kinds: EntityKinds { pack.kinds }
    var words: DialogueWords { pack.words }
    var products: ProductNames { pack.products }

    /// Takes one input. `today` is the civil date in the pack's zone.
    ///
    /// An utterance must not be given while a turn is waiting for the shop (`state.working?.pending`).
    /// `barred`: writes that are left to people; what would ask for one is handed over (`frozen`) instead.
    /// `readings`: of the turn, to be handed in again with the answer that it waits for; without them it reads anew.
    /// `shop` is asked for look-ups; what it does not answer at once is a call among the outputs.
    public func take(
        _ input: DialogueInput, state: inout DialogueState, now: Instant, today: Day,
        readings: inout TurnReadings, barred: Set<String> = [],
        shop: LookUpShop = { _, _ in nil }
    ) -> [DialogueOutput] {
        readings.begin(on: today)
        if case .answer = input {} else { readings.beginTurn() }
        return withoutActuallyEscaping(shop) { shop in
            // Moved, not copied: what is known is added to in place.
            let shared = SharedReadings(moved(&readings), shop: shop)
            defer { readings = shared.readings }
            return take(input, state: &state, now: now, today: today, shared, barred: barred)
        }
    }

    private func take(
        _ input: DialogueInput, state: inout DialogueState, now: Instant, today: Day,
        _ shared: SharedReadings, barred: Set<String>
    ) -> [DialogueOutput] {
        var turn = TurnRun(
            dialogue: self, state: state, now: now, today: today, shared: shared,
            barred: barred)
        switch input {
        case .utterance(let interpretation): turn.begin(interpretation)
        case .answer(let call, let result):
            guard turn.accept(result, of: call) else { return [] }
        case .expired(let timer):
            // A turn waits for the shop: the timer has its say a minute later.
            guard state.working == nil else {
                return [.startTimer(name: timer, after: .seconds(60))]
            }
            guard turn.beginExpiry(of: timer) else { return [] }
        case .happened(let event, let fields):
            guard state.working == nil else {
                state.lateEvents.append(WorldEvent(name: event, fields: fields))
                state.lateEvents = Array(state.lateEvents.suffix(8))
                return [.startTimer(name: TurnRun.eventTimer, after: .seconds(60))]
            }
            turn.beginEvent(event, fields)
        }
        let outputs = turn.run()
        state = turn.state
        return turn.trace.isEmpty ? outputs : [.traced(turn.trace)] + outputs
    }

    private func moved(_ readings: inout TurnReadings) -> TurnReadings {
        var taken = TurnReadings()
        swap(&taken, &readings)
        return taken
    }

    /// The reason of a handoff for a write that is left to people.
    public static let frozen = "frozen"

    /// The same for a caller who keeps no readings.
    public func take(
        _ input: DialogueInput, state: inout DialogueState, now: Instant, today: Day
    ) -> [DialogueOutput] {
        var readings = TurnReadings()
        return take(input, state: &state, now: now, today: today, readings: &readings)
    }

    /// The call that a restarted desk must make again; nil where no turn is waiting.
    public func pendingCall(of state: DialogueState) -> ActionCall? { state.working?.pending }

    /// Forgets the open flows, when a person has taken over what they were about.
    public func clearFlows(of state: inout DialogueState) {
        state.stack = []
        state.wishes = []
        state.shown = []
        state.clarifying = nil
        state.failedTurns = 0
        state.isPaused = false
        state.isRating = false
        state.armed = []
    }

    /// Renders a reply outside of a turn: what the desk itself says to the customer.
    public func reply(
        _ id: String, arguments: Record = Record(), state: inout DialogueState
    ) -> SaidReply? {
        guard let said = book.render(id, arguments: arguments, state: state) else { return nil }
        state.timesSaid[id, default: 0] += 1
        return said
    }
}

/// A look-up that failed for good: errors are events, this one ends the step.
enum Interruption: Error {
    case need(ActionCall)
    case failed(action: String, ActionResult)
}

extension DialogueBook {
    /// The reply's text and the arguments it used; nil where there is no such reply.
    func render(_ id: String, arguments: Record, state: DialogueState) -> SaidReply? {
        rendering(id, arguments: arguments, state: state)?.reply
    }

    /// The same; `isWhole`: no value was missing, in whose place nobody wants to read `{$preview.amount}`.
    func rendering(
        _ id: String, arguments: Record, state: DialogueState
    ) -> (reply: SaidReply, isWhole: Bool)? {
        let times = state.timesSaid[id] ?? 0
        guard
            let template = replies.template(
                id, language: state.language, channel: state.channel, times: times)
        else { return nil }
        let isSpoken = state.channel == "speech"
        var options = formatting
        options.channel = isSpoken ? .speech : .chat
        let words = SaidByShop(book: self, language: state.language, isSpoken: isSpoken)
        var spoken = arguments
        for root in Set(template.variables.compactMap(\.first)).sorted() {
            let behind = template.variables.filter { $0.first == root }.map { $0.dropFirst() }
            spoken[root] = arguments[root].map { words.value($0, at: behind) }
        }
        let message = template.format(spoken, locale: state.language, options: options)
        var used = Record()
        let given = Value.record(arguments)
        for (name, path) in zip(template.variableNames, template.variables) {
            used[name] = given.value(at: path)
        }
        let text = isSpoken ? SpokenText(message).text : message.text
        let isWhole = !message.problems.contains { $0.kind == .unresolvedVariable }
        return (SaidReply(reply: id, arguments: used, text: text), isWhole)
    }
}
