import Testing

@testable import Dialogue

@Suite("What was answered before")
struct KnownAnswersTests {
    @Test("is known for the last questions, and forgotten for older ones")
    func limit() {
        var answers = KnownAnswers<String, Int>(limit: 2)
        #expect(answers["one"] == nil)
        answers.note(1, to: "one")
        answers.note(2, to: "two")
        #expect(answers["one"] == 1)
        answers.note(3, to: "three")
        #expect(answers["one"] == nil)
        #expect(answers["two"] == 2)
        #expect(answers["three"] == 3)
    }
}
