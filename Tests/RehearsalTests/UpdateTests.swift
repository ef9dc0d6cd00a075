import Testing

@testable import Rehearsal

@Suite("rewriting transcripts")
struct UpdateTests {
    static let text = """
        title: A

        === One
        # A comment stays.
        customer: hi
        bot: old words
          | other old words
          ? state = idle
        customer: bye
        bot: good bye

        """

    /// The first turn's message was another one, and its state too where `state` is given.
    static func failed(_ transcript: Transcript, change: Change, state: String? = nil) -> CaseResult
    {
        let turn = transcript.cases[0].turns[0]
        var verdict = TurnVerdict()
        verdict.lines = [
            .init(.missing, turn.expectations[0]), .init(kind: .added, text: "bot: new words"),
        ]
        if let state {
            verdict.lines += [
                .init(.missing, turn.expectations[1]),
                .init(kind: .added, text: "  ? state = \(state)"),
            ]
        } else {
            verdict.lines.append(.init(.kept, turn.expectations[1]))
        }
        verdict.change = change
        var result = CaseResult(file: "a.talk", line: 3, name: "One", language: "", tags: [])
        result.failures = [
            FailedTurn(line: turn.line, stimulus: ["customer: hi"], verdict: verdict)
        ]
        return result
    }

    @Test("another wording is taken over in its place; all else stays as it was")
    func wording() throws {
        let transcript = try Transcript(text: Self.text, file: "a.talk")
        let result = Self.failed(transcript, change: .wording)
        let update = TranscriptUpdate(transcript, results: [result], behaviour: false)
        #expect(update.turns == 1)
        #expect(
            update.text
                == """
                title: A

                === One
                # A comment stays.
                customer: hi
                bot: new words
                  ? state = idle
                customer: bye
                bot: good bye

                """)
    }

    @Test("another behaviour is taken over only when that is asked for")
    func behaviour() throws {
        let transcript = try Transcript(text: Self.text, file: "a.talk")
        let result = Self.failed(transcript, change: .behaviour, state: "return_item/confirm")
        let refused = TranscriptUpdate(transcript, results: [result], behaviour: false)
        #expect(refused.turns == 0)
        #expect(refused.text == Self.text)
        let taken = TranscriptUpdate(transcript, results: [result], behaviour: true)
        #expect(taken.turns == 1)
        #expect(
            taken.text.contains("bot: new words\n  ? state = return_item/confirm\ncustomer: bye"))
    }

    @Test("a failure shows the turn as a difference in the transcript's own syntax")
    func difference() throws {
        let transcript = try Transcript(text: Self.text, file: "a.talk")
        let result = Self.failed(transcript, change: .wording)
        #expect(
            TextReport.text(of: result)
                == """
                ✗ a.talk:3: One
                  a.talk:5: wording
                      customer: hi
                    - bot: old words
                    -   | other old words
                    + bot: new words
                        ? state = idle
                """)
        #expect(TextReport.summary(of: [result]) == "0 cases passed, 1 failed")
    }
}
