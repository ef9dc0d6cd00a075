import Desk
import Dialogue
import Facts
import Shop
import Synchronization
import Testing
import Triage
import Understanding

/// A handbook of four intents, written out: a greeting, a look-up, a write after a yes, a handoff.
enum SmallDesk {
    static let handbook: Result<Handbook, any Error> = Result { try make() }

    static let start = Instant(milliseconds: 1_772_442_840_000)

    private static func make() throws -> Handbook {
        let flows = [
            flow("hello", .choose([always(Step(say: ["hello"], destination: resolved))])),
            flow("human", .choose([always(handoff("asked_for_human"))])),
            flow(
                "track",
                .perform(
                    ActionUse(action: "shop.order", arguments: []), key: [],
                    outcomes: [
                        ("ok", Step(say: ["status"], destination: resolved)),
                        ("failed", handoff("action_failed")),
                    ])),
            cancel,
        ]
        var replies = ReplyCatalog(defaultLanguage: "en")
        for (id, text) in [
            ("hello.hello", "Hello."), ("track.status", "It is on its way."),
            ("cancel.sure", "Sure?"), ("cancel.done", "Cancelled."), ("cancel.kept", "Kept."),
            ("repair.handed_over", "A colleague takes over."),
            ("repair.agent_joined", "{$agent} is here."), ("repair.agent_left", "{$agent} left."),
            ("repair.agent_lost", "You are queued again."),
            ("repair.after_hours", "We are closed."), ("repair.not_understood", "Sorry?"),
        ] {
            replies.add(id, language: "en", variants: [try MessageTemplate(parsing: text)])
        }
        let book = DialogueBook(
            flows: Dictionary(uniqueKeysWithValues: flows.map { ($0.id, $0) }),
            flowOfIntent: Dictionary(uniqueKeysWithValues: flows.map { ($0.id, $0.id) }),
            types: [:],
            actions: [
                "shop.order": ActionDeclaration(
                    name: "shop.order", parameters: [], access: .read),
                "shop.cancel": ActionDeclaration(
                    name: "shop.cancel", parameters: [], access: .write),
            ], replies: replies)
        return Handbook(
            interpreter: try Interpreter(
                Lexicon(
                    languages: ["en"],
                    phrases: [
                        phrases("hello", "hello", "good day to you"),
                        phrases("human", "human", "let me talk to somebody"),
                        phrases("track", "track", "has my parcel left yet"),
                        phrases("cancel", "cancel", "call the whole thing off"),
                    ])),
            book: book, plan: plan, fingerprint: "small")
    }

    private static let cancel = Flow(
        id: "cancel", starts: ["cancel"], request: "cancel",
        states: [
            State(
                id: "confirm",
                body: .confirm(
                    ask: "sure", agreed: Step(destination: .state("write")),
                    declined: Step(say: ["kept"], destination: .end(outcome: "cancelled"))),
                expiry: Expiry(
                    after: .seconds(60),
                    step: Step(say: ["kept"], destination: .end(outcome: "cancelled")))),
            State(
                id: "write",
                body: .perform(
                    ActionUse(action: "shop.cancel", arguments: []), key: [],
                    outcomes: [
                        ("ok", Step(say: ["done"], destination: resolved)),
                        ("failed", handoff("action_failed")),
                    ])),
        ])

    private static let plan = DeskPlan(
        classes: [
            ServiceClass(name: "normal", headStart: .zero, firstReply: .seconds(600))
        ],
        queues: [QueuePlan(name: "general")],
        agents: [
            AgentPlan(id: "ana", name: "Ana", roles: ["lead"]), AgentPlan(id: "ben", name: "Ben"),
        ])

    private static let resolved = Destination.end(outcome: "resolved")

    private static func handoff(_ reason: String) -> Step {
        Step(destination: .handoff(Handoff(reason: reason)))
    }

    private static func always(_ step: Step) -> Branch { Branch(condition: .always, step: step) }

    private static func flow(_ id: String, _ body: State.Body) -> Flow {
        Flow(id: id, starts: [id], states: [State(id: "start", body: body)])
    }

    private static func phrases(
        _ intent: String, _ rule: String, _ example: String
    ) -> IntentPhrases {
        IntentPhrases(
            intent: intent, language: "en", title: intent,
            rules: [
                PhraseRule(
                    form: .template(rule),
                    place: RuleReference(file: "\(intent)/en.yaml", line: 1, text: rule))
            ], examples: [example])
    }

    static func said(_ text: String, _ message: String, in conversation: String = "c") -> Event {
        .said(Utterance(conversation: conversation, message: message, text: text))
    }
}

/// A shop that notes what it is asked. Writes are idempotent by their key.
final class NotingShop: Shop {
    struct State {
        var calls: [ActionCall] = []
        var receipts: [String: Int] = [:]
        /// Results to give before `ok`.
        var script: [ActionResult] = []
        /// Calls are not answered until `answerHeld`.
        var isHolding = false
        var held: [(ActionCall, @Sendable (ActionResult) -> Void)] = []
        var onCall: (@Sendable (ActionCall) -> Void)?
    }

    let state = Mutex(State())

    func perform(
        _ call: ActionCall, now: Instant, completion: @escaping @Sendable (ActionResult) -> Void
    ) {
        let onCall = state.withLock { $0.onCall }
        onCall?(call)
        let result: ActionResult? = state.withLock { state in
            state.calls.append(call)
            if state.isHolding {
                state.held.append((call, completion))
                return nil
            }
            if !state.script.isEmpty { return state.script.removeFirst() }
            if let key = call.key { state.receipts[key, default: 0] += 1 }
            return ActionResult(outcome: "ok", value: .record(["status": .text("shipped")]))
        }
        if let result { completion(result) }
    }

    func answerHeld() {
        let held = state.withLock { state in
            state.isHolding = false
            let held = state.held
            state.held = []
            return held
        }
        for (_, completion) in held { completion(ActionResult(outcome: "ok")) }
    }

    var actions: [String] { state.withLock { $0.calls.map(\.action) } }
    var keys: [String] { state.withLock { $0.calls.compactMap(\.key) } }
}
