import Facts
import Testing

@testable import Reporting

@Suite("samples for quality")
struct ScorecardTests {
    private let now = HandMade.at(86_400)

    private func summary(
        _ id: String, agent: String? = nil, grade: Int? = nil, audited: Bool = false
    ) -> ConversationSummary {
        ConversationSummary(
            conversation: id, at: HandMade.at(0), intent: "refund_status", language: "en",
            turns: 3, ending: agent == nil ? "assumed" : "person", queue: agent.map { _ in "q" },
            agent: agent, grade: grade, wasLate: false, wasAbandoned: false, wasReopened: false,
            wasTransferred: false, isAudited: audited)
    }

    private var thousand: [ConversationSummary] {
        (0..<1000).map { summary("c-\($0)", agent: ["ana", "ben", nil][$0 % 3]) }
    }

    private func card(_ rules: [SampleRule]) -> Scorecard {
        Scorecard(
            name: "care", sample: rules,
            questions: [ScorecardQuestion(id: "a", ask: "A?", points: 3)])
    }

    @Test("the same seed draws the same, whatever the order; another seed draws others")
    func deterministic() {
        let card = card([SampleRule(id: "some", share: 0.1)])
        let one = card.draw(from: thousand, seed: 7, now: now)
        #expect(one == card.draw(from: thousand.reversed(), seed: 7, now: now))
        #expect(one != card.draw(from: thousand, seed: 8, now: now))
        #expect((60...140).contains(one.count))
    }

    @Test("a larger share holds the smaller one's sample")
    func nested() {
        let few = card([SampleRule(id: "r", share: 0.05)]).draw(from: thousand, seed: 1, now: now)
        let more = card([SampleRule(id: "r", share: 0.2)]).draw(from: thousand, seed: 1, now: now)
        #expect(Set(few).isSubset(of: Set(more)))
        #expect(few.count < more.count)
    }

    @Test("per agent so many, and at most so many; a conversation is drawn once")
    func limits() {
        let drawn = card([
            SampleRule(id: "each", most: 3, per: .agent), SampleRule(id: "rest", most: 5),
        ]).draw(from: thousand, seed: 1, now: now)
        #expect(drawn.count { $0.summary.agent == "ana" } == 3)
        #expect(drawn.count { $0.summary.agent == "ben" } == 3)
        // The first rule fits everything that an agent has had, so only the rest is left for the second.
        #expect(drawn.allSatisfy { ($0.rule == "each") == ($0.summary.agent != nil) })
        #expect(drawn.count { $0.rule == "rest" } == 5)
        #expect(Set(drawn.map(\.summary.conversation)).count == drawn.count)
    }

    @Test("what no agent has had is drawn for none, and is left for the rules behind")
    func agentless() {
        let drawn = card([SampleRule(id: "each", per: .agent), SampleRule(id: "rest")])
            .draw(from: [summary("a", agent: "ana"), summary("b")], seed: 1, now: now)
        #expect(drawn.map { "\($0.rule) \($0.summary.conversation)" } == ["each a", "rest b"])
    }

    @Test("conditions choose; judged conversations never come again")
    func conditions() throws {
        let all = [
            summary("a", agent: "ana", grade: 1), summary("b", agent: "ana", grade: 5),
            summary("c", agent: "ana", grade: 2, audited: true), summary("d"),
        ]
        let unhappy = Condition.test(try Comparison(reading: "grade <= 2"))
        let drawn = card([SampleRule(id: "unhappy", when: unhappy)])
            .draw(from: all, seed: 1, now: now)
        #expect(drawn.map(\.summary.conversation) == ["a"])
        #expect(card([]).draw(from: all, seed: 1, now: now).isEmpty)
    }

    @Test("a summary says what became of a conversation")
    func summaries() throws {
        let all = ConversationSummary.all(in: HandMade.journal, period: HandMade.day)
        #expect(all.map(\.conversation) == ["a", "b", "c", "d", "e", "f"])
        #expect(
            all.map(\.ending) == ["confirmed", "assumed", "person", "person", "assumed", "open"])
        let card = try #require(all.first { $0.conversation == "c" })
        #expect(card.agent == "ana" && card.queue == "payments" && card.ticket == "T-1")
        #expect(card.waitSeconds == 60 && card.handleSeconds == 660 && card.grade == 5)
        #expect(card.wasLate && !card.wasTransferred && !card.wasReopened)
        let moved = try #require(all.first { $0.conversation == "d" })
        #expect(moved.wasTransferred && moved.wasReopened && moved.intent == "cancel_order")
    }
}
