import Facts
import Understanding

/// Words that wish nothing and name a product of the shop: "a lamp for reading", "knives?".
extension TurnRun {
    /// Where nothing is open and nobody's order can be meant, they ask about the product: who writes is not known, or a
    /// general question was answered just now ("what it costs I can tell you; just name it").
    mutating func asksAboutRange(_ reading: Interpretation) throws(Interruption) -> Bool {
        let isBehindQuestion = state.lastQuestion.map { state.turn == $0.turn + 1 } ?? false
        guard state.stack.isEmpty, state.customer == nil || isBehindQuestion,
            reading.verdict.intent == nil || isEatenByGreeting(reading), !tellsWho(reading),
            !namesID(reading),
            !reading.mentions.contains("own_words"), !tellsTrouble(reading), let flow = rangeFlow,
            let intent = flow.starts.first, let slot = flow.slots.first,
            let offers = try choices(for: slot, member: nil),
            !passages(of: reading, among: offers.map(\.choice)).isEmpty
        else { return false }
        state.intent = intent
        return begin(intent, text: reading.text)
    }

    /// "The table has a crack": it tells what a request asks for, as why something goes back.
    private func tellsTrouble(_ reading: Interpretation) -> Bool {
        let kinds = Set(
            book.flows.values.filter { $0.request != nil }.flatMap(kindsAsked(by:)))
        return reading.entities.contains { kinds.contains($0.kind) && !$0.isNegated }
    }

    /// "Hello, I just wanted to ask if the speaker works with a cable?" is only likely to be a greeting.
    private func isEatenByGreeting(_ reading: Interpretation) -> Bool {
        isSmallTalk(reading.verdict.intent) && !reading.verdict.isRule && reading.asksAnything
    }

    /// The flow that is about nothing but the products that an order is of (`range` of a type), and about nobody's.
    private var rangeFlow: Flow? {
        let ranges = Set(book.types.values.compactMap(\.range))
        return book.flows.values.filter { flow in
            flow.kind == .intent && flow.needs == nil && flow.request == nil
                && flow.slots.first.map { ranges.contains($0.type.name) } == true
        }.min { $0.id < $1.id }
    }
}
