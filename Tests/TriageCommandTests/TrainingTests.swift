import Facts
import Foundation
import Rehearsal
import Testing
import Wire

@testable import Desk
@testable import triage

@Suite("what trainers see")
struct TrainingTests {
    private static let tone = ["apology": ["en": ["sorry"]], "greeting": ["en": ["hello"]]]

    private var recorded: TrainingCase {
        TrainingCase(
            title: "t",
            exchanges: [
                .init(customer: "my lamp 1042 is broken", answers: ["Sorry! I refund 89.90 EUR."]),
                .init(customer: "when?", answers: ["By 2026-03-05."]),
            ], steps: ["create_return", "transfer payments"], resolution: "refunded")
    }

    private func score(_ answers: [[String]], steps: [String], _ code: String?) -> TrainingScore {
        var given = recorded
        for (index, answer) in answers.enumerated() { given.exchanges[index].answers = answer }
        given.steps = steps
        given.resolution = code
        return TrainingScore(given, recorded: recorded, tone: Self.tone)
    }

    @Test("the recorded answers themselves get 100 points")
    func perfect() {
        let score = TrainingScore(recorded, recorded: recorded, tone: Self.tone)
        #expect(score.points == 100)
        #expect(score.rules.flatMap(\.remarks) == [])
    }

    @Test("each rule says what is missing")
    func missing() {
        let score = score([["I REFUND IT NOW!"], []], steps: ["create_return", "x"], "resolved")
        let remarks = score.rules.flatMap(\.remarks)
        #expect(
            remarks == [
                "you wrote 'resolved'; it was resolved as 'refunded'", "'89.90' was not named",
                "'2026-03-05' was not named", "'transfer payments' was done then",
                "'x' was not done then", "do not write in capitals",
                "the recorded answer had a word of apology", "no answer to: when?",
            ])
        // 25·0 + 35·0/2 + 20·1/2 + 10·0/2 + 10·1/2 of 100.
        #expect(score.points == 15)
    }

    @Test("an amount with a comma is the same amount; other words are as good")
    func comma() {
        let score = score(
            [["So sorry, 89,90 EUR come back."], ["On 2026-03-05!"]],
            steps: ["create_return", "transfer payments"], "refunded")
        #expect(score.points == 100)
    }

    @Test("a transcript becomes a case: customer, answers, steps, resolution")
    func transcript() throws {
        let text = """
            title: Lamp
            world: demo-shop

            === One
            customer[en]: broken
            customer[de]: kaputt
            bot: Which order?
              ! shop.create_return(order_id=1042)
            agent.ana: Hello, Ana here.
            agent.ana: /resolve refunded
            """
        let transcript = try Transcript(text: text, file: "lamp.talk")
        let played = try #require(transcript.cases.first)
        let made = TrainingCase(played, of: transcript, language: "de")
        #expect(made.exchanges.map(\.customer) == ["kaputt"])
        #expect(made.answers == ["Hello, Ana here."])
        #expect(made.steps == ["create_return"])
        #expect(made.resolution == "refunded")
        let alone = try Transcript(
            text: text.split(separator: "\n").filter { !$0.hasPrefix("agent") }
                .joined(separator: "\n"), file: "lamp.talk")
        let bot = TrainingCase(try #require(alone.cases.first), of: alone, language: "en")
        #expect(bot.answers == ["Which order?"])
    }

    @Test("a command of the trainee is answered; one that there is not says what there is")
    func commands() {
        var given = TrainingCase(title: "", exchanges: [], steps: [], resolution: nil)
        given.exchanges.append(.init(customer: "hello"))
        #expect(given.take(agentLine: "Hi") == nil)
        #expect(given.take(agentLine: "/resolve refunded") == "-- resolved: refunded")
        #expect(given.take(agentLine: "/step refund 7") == "-- done: refund 7")
        let unknown = given.take(agentLine: "/foo bar")
        #expect(
            unknown?.hasPrefix("-- /foo bar is no command of a training; there are /step") == true)
        #expect(given.answers == ["Hi"] && given.resolution == "refunded")
        #expect(given.steps == ["refund 7"])
    }

    @Test("a ticket is played from its handoff, with what the bot said, to its end")
    func ticketToTrain() {
        func line(_ at: Int, _ speaker: String, _ text: String) -> JSON {
            ["at": .integer(at), "speaker": .string(speaker), "text": .string(text)]
        }
        let made = TrainingCase(ticket: [
            "id": "T-7", "created_at": 30, "resolution": "refunded",
            "history": [["at": 80, "what": "resolved", "who": "ana", "detail": "refunded"]],
            "transcript": [
                line(10, "customer", "my lamp is broken"), line(10, "bot", "Your e-mail?"),
                line(20, "customer", "mara@example.com"), line(20, "bot", "Which way?"),
                line(30, "customer", "a human!"), line(30, "bot", "I hand you over."),
                line(40, "bot", "Ana has joined."), line(45, "customer", "hello?"),
                line(50, "agent.ana", "Sorry, I refund 89.90 EUR."),
                line(60, "customer", "thanks"), line(61, "customer", "when?"),
                line(70, "agent.ana", "By Friday."), line(80, "bot", "Ana has closed it."),
                line(80, "bot", "How well did we help you?"), line(90, "customer", "5"),
            ],
        ])
        #expect(
            made.lead == [
                "customer: my lamp is broken", "bot: Your e-mail?", "customer: mara@example.com",
                "bot: Which way?",
            ])
        #expect(made.exchanges.map(\.customer) == ["a human!", "hello?", "thanks\nwhen?"])
        #expect(made.exchanges[1].before == ["bot: I hand you over.", "bot: Ana has joined."])
        #expect(made.answers == ["Sorry, I refund 89.90 EUR.", "By Friday."])
        #expect(made.resolution == "refunded")
    }

    @Test("the example of the help can be trained with")
    func helpExample() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../..").standardizedFileURL
        let help = try Program.run(["train", "--help"]).output
        let named = try #require(help.firstMatch(of: /train (Transcripts\S+)/)?.1)
        let result = try Program.run(
            [
                "train", folder.appending(path: String(named)).path, "--tone",
                folder.appending(path: "Scorecards/tone.yaml").path,
            ], input: "Hello\n/hint\n/quit\n")
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("then: ") || result.output.contains("of 100 points"))
        #expect(result.output.contains("bot: "))
    }
}
