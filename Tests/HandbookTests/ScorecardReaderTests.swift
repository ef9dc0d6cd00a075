import Facts
import Reporting
import Testing

@testable import Handbook

@Suite("scorecards and tone files")
struct ScorecardReaderTests {
    private func read(_ text: String) -> Result<Scorecard, Diagnostics> {
        Result { () throws(Diagnostics) in
            try ScorecardReader.read(Array(text.utf8), file: "care.yaml")
        }
    }

    @Test("a scorecard is read whole")
    func whole() throws {
        let card = try read(
            """
            scorecard: care
            version: 1
            sample:
              - unhappy: {when: [grade <= 2, late = true], share: 50%, most: 7}
              - each: {per: agent, most: 3}
            questions:
              - solved: {ask: Was it solved?, points: 5, fatal: true}
              - words: {ask: Friendly?}
            """
        ).get()
        #expect(card.name == "care")
        #expect(card.maximum == 6)
        #expect(card.questions.map(\.isFatal) == [true, false])
        #expect(card.sample.map(\.id) == ["unhappy", "each"])
        #expect(card.sample[0].share == 0.5 && card.sample[0].most == 7)
        #expect(card.sample[0].when?.fields == [["grade"], ["late"]])
        #expect(card.sample[1].per == .agent)
    }

    @Test("mistakes name the place and the cure")
    func mistakes() {
        let rows: [(String, String)] = [
            (
                "scorecard: a\nquestions:\n  - q: {points: 2}",
                "care.yaml:3:8: the question q lacks 'ask'"
            ),
            ("scorecard: a\nquestions:\n  - q: {ask: Q?, point: 2}", "did you mean 'points'?"),
            ("scorecard: a\nquestions: []", "a scorecard asks something"),
            ("questions:\n  - q: {ask: Q?}", "a scorecard lacks 'scorecard'"),
            (
                "scorecard: a\nsample:\n  - r: {when: [grades < 2]}\nquestions:\n  - q: {ask: Q?}",
                "did you mean 'grade'?"
            ),
            (
                "scorecard: a\nsample:\n  - r: {share: 120%}\nquestions:\n  - q: {ask: Q?}",
                "'120%' is no share"
            ),
            (
                "scorecard: a\nquestions:\n  - q: {ask: Q?}\n  - q: {ask: R?}", "'q' stands twice"
            ),
        ]
        for (text, expected) in rows {
            guard case .failure(let diagnostics) = read(text) else {
                Issue.record("no mistake was found in: \(text)")
                continue
            }
            let lines = diagnostics.list.map(\.description)
            #expect(lines.contains { $0.contains(expected) }, "\(lines)")
        }
    }

    @Test("tone words are read by kind and language")
    func tone() throws {
        let tone = try ToneReader.read(
            Array("tone:\n  greeting: {en: [hello, hi], de: [hallo]}".utf8), file: "tone.yaml")
        #expect(tone == ["greeting": ["en": ["hello", "hi"], "de": ["hallo"]]])
    }
}
