import Dialogue
import Facts
import Understanding

/// A conversation with a scripted shop: says a line, answers the calls, keeps what happened.
struct Stage {
    var dialogue: Dialogue
    var now = Instant(milliseconds: 0)
    var state = DialogueState(conversation: "c1", language: "en")
    /// Every call, in order: `shop.cancel(order_id=1042)`.
    var calls: [String] = []
    /// What the shop answers, by action.
    var answers: [String: ActionResult] = [
        "shop.order": ActionResult(outcome: "ok", value: .record(["status": .text("packed")])),
        "shop.cancel": ActionResult(outcome: "ok"),
    ]
    /// What the turns went through, where the dialogue is traced.
    var trace: [TraceMark] = []
    /// What was read, kept from one input of a turn to the next; nil reads anew each time.
    var readings: TurnReadings?
    /// Look-ups are answered within the step.
    var answersAtOnce = false
    private let day = Day(number: 20_500)

    init(_ flows: [Flow] = [], pauses: Pauses = Pauses(), isTraced: Bool = false) throws {
        let plain = try SmallPack.dialogue(flows, pauses: pauses)
        var book = plain.book
        book.isTraced = isTraced
        dialogue = Dialogue(book: book, interpreter: plain.interpreter)
    }

    /// What the bot says to the line; a wish for a person as `HANDOFF reason`.
    mutating func say(_ text: String) -> [String] {
        take(.utterance(dialogue.interpreter.interpret(text, language: "en", today: day)))
    }

    mutating func take(_ input: DialogueInput) -> [String] {
        var said: [String] = []
        var inputs = [input]
        while let next = inputs.popLast() {
            for output in outputs(of: next) {
                switch output {
                case .call(let call):
                    calls.append(call.text)
                    let answer = answers[call.action] ?? ActionResult(outcome: "failed")
                    inputs.append(.answer(call: call.id, answer))
                case .turnEnded(let summary): said += summary.said.map(\.text)
                case .handoff(let wish): said.append("HANDOFF \(wish.reason)")
                case .startTimer(let name, _): said.append("TIMER \(name)")
                case .cancelTimer(let name): said.append("NO TIMER \(name)")
                case .traced(let marks): trace += marks
                }
            }
        }
        return said
    }

    private mutating func outputs(of input: DialogueInput) -> [DialogueOutput] {
        guard var kept = readings else {
            return dialogue.take(input, state: &state, now: now, today: day)
        }
        let (known, isAtOnce) = (answers, answersAtOnce)
        var asked: [String] = []
        defer {
            readings = kept
            calls += asked
        }
        return dialogue.take(
            input, state: &state, now: now, today: day, readings: &kept
        ) { call, _ in
            guard isAtOnce else { return nil }
            asked.append(call.text)
            return known[call.action] ?? ActionResult(outcome: "failed")
        }
    }

    var writes: [String] { calls.filter { $0.hasPrefix("shop.cancel") } }
}

extension ActionCall {
    fileprivate var text: String {
        let list = arguments.fields.map { "\($0.name)=\($0.value.text ?? "?")" }
        return "\(action)(\(list.joined(separator: ", ")))"
    }
}
