import Reporting
import Testing

@testable import triage

@Suite("texts on a terminal")
struct TextTests {
    @Test("what a customer wrote cannot move the cursor, change colours or turn the line around")
    func harmless() {
        #expect(SafeText.shown("a\u{1B}[31mred\u{7}") == "a·[31mred·")
        #expect(SafeText.shown("safe\u{202E}evil\u{2066}x\u{200B}") == "safe·evil·x·")
        #expect(SafeText.shown("C1\u{9B}0m") == "C1·0m")
        #expect(SafeText.shown("two\nlines", indent: "  ") == "two\n  lines")
        #expect(SafeText.shown("Grüße, 日本 👋🏽") == "Grüße, 日本 👋🏽")
        #expect(SafeText.oneLine("a\nbcdef", limit: 5) == "a bc…")
    }

    @Test("a long line is broken between words, under its own beginning")
    func wrapping() {
        #expect(LineWrap.wrapped("bot: one two three", width: 12) == "bot: one two\n     three")
        #expect(
            LineWrap.wrapped("  12:30 bot: one two", width: 16)
                == "  12:30 bot: one\n             two")
        #expect(LineWrap.wrapped("short", width: 12) == "short")
        #expect(LineWrap.wrapped("abcdefghijklmnop", width: 5) == "abcdefghijklmnop")
    }

    @Test("a question of a scorecard that is left out is asked for, not counted as a lost point")
    func auditAnswers() throws {
        let card = Scorecard(
            name: "care", sample: [],
            questions: [
                ScorecardQuestion(id: "solved", ask: "Solved?", points: 4),
                ScorecardQuestion(id: "words", ask: "Plain?", points: 1),
            ])
        #expect(
            try AuditScoreCommand.points("solved=4,words=0", card) == ["solved": 4, "words": 0])
        for (answers, what) in [
            ("solved=4", "no points for words"), ("solved=5,words=1", "takes 0 to 4"),
            ("solved=4,word=1", "did you mean 'words'"), ("", "no points for solved, words"),
        ] {
            let failure = #expect(throws: CommandFailure.self) {
                try AuditScoreCommand.points(answers, card)
            }
            #expect(failure?.lines.joined().contains(what) == true)
        }
    }

    @Test("a colon begins a command of the chat")
    func commands() {
        #expect(ChatCommandLine(":why") == .why)
        #expect(ChatCommandLine(":save a b.talk") == .save("a b.talk"))
        #expect(ChatCommandLine(":wy") == .unknown("wy"))
    }
}
