import Dialogue
import Facts
import Understanding

/// A pack of three flows, written out: enough to see the engine decide.
enum SmallPack {
    static let order = SlotTypeUse(name: "order")

    /// Cancels an order: asks for it, asks for a yes, writes.
    static let cancel = Flow(
        id: "cancel_order", starts: ["cancel_order"], request: "cancel",
        slots: [Slot(id: "order_id", type: order, ask: "ask_order", tries: 2)],
        facts: [Fact(name: "order", call: use("shop.order", "order_id"))],
        states: [
            State(
                id: "find",
                body: .collect(
                    slots: ["order_id"],
                    next: [
                        Branch(
                            condition: missing("order"),
                            step: Step(
                                say: ["unknown"], clear: ["order_id"], destination: .state("find"))),
                        Branch(condition: .always, step: Step(destination: .state("confirm"))),
                    ])),
            State(
                id: "confirm",
                body: .confirm(
                    ask: "confirm", agreed: Step(destination: .state("cancel")),
                    declined: Step(say: ["kept"], destination: .end(outcome: "cancelled"))),
                expiry: Expiry(
                    after: .seconds(60),
                    step: Step(say: ["kept"], destination: .end(outcome: "cancelled")))),
            State(
                id: "cancel",
                body: .perform(
                    use("shop.cancel", "order_id"), key: [["order_id"]],
                    outcomes: [
                        ("ok", Step(say: ["done"], destination: .end(outcome: "resolved"))),
                        (
                            "rejected",
                            Step(say: ["refused"], destination: .end(outcome: "unresolved"))
                        ),
                        ("failed", Step(destination: .handoff(Handoff(reason: "action_failed")))),
                    ])),
        ])

    static let track = Flow(
        id: "track_order", starts: ["track_order"],
        slots: [Slot(id: "order_id", type: order, ask: "ask_order")],
        facts: [Fact(name: "order", call: use("shop.order", "order_id"))],
        states: [
            State(
                id: "tell",
                body: .collect(
                    slots: ["order_id"],
                    next: [
                        Branch(
                            condition: .always,
                            step: Step(say: ["status"], destination: .end(outcome: "resolved")))
                    ]))
        ])

    static let notUnderstood = Flow(
        id: "not_understood", kind: .repair,
        states: [
            State(
                id: "start",
                body: .choose([
                    Branch(
                        condition: .always,
                        step: Step(say: ["sorry"], destination: .end(outcome: "resolved")))
                ]))
        ])

    static let silence = Flow(
        id: "silence", kind: .repair,
        states: [
            State(
                id: "start",
                body: .choose([
                    Branch(
                        condition: .test(
                            Comparison(
                                field: ["conversation", "reminders"], relation: .lessOrEqual,
                                operand: .value(.integer(1)))),
                        step: Step(say: ["still_there"], destination: .end(outcome: "resolved"))),
                    Branch(condition: .always, step: Step(say: ["later"], destination: .pause)),
                ]))
        ])

    /// The repairs of the open question: one step each.
    static let mendings = [
        mending("undo", Step(say: ["back"], destination: .question(.takeBack))),
        mending("skip", Step(destination: .question(.skip))),
        mending("why", Step(destination: .question(.explain))),
        mending("wait", Step(say: ["fine"], destination: .question(.leave))),
    ]

    private static func mending(_ id: String, _ step: Step) -> Flow {
        Flow(
            id: id, kind: .repair, starts: [id],
            states: [State(id: "start", body: .choose([Branch(condition: .always, step: step)]))])
    }

    /// The pack with these flows instead of its own of the same names.
    static func dialogue(_ others: [Flow] = [], pauses: Pauses = Pauses()) throws -> Dialogue {
        var replies = ReplyCatalog(defaultLanguage: "en")
        for (id, text) in [
            ("cancel_order.ask_order", "Which order?"), ("cancel_order.unknown", "No such order."),
            ("cancel_order.confirm", "Cancel {$order_id}?"), ("cancel_order.kept", "Kept."),
            ("cancel_order.done", "Cancelled {$order_id}."), ("cancel_order.refused", "Refused."),
            ("track_order.ask_order", "Which one?"),
            ("track_order.status", "It is {$order.status}."),
            ("repair.sorry", "Sorry?"), ("repair.corrected", "{$value}, then."),
            ("repair.next_wish", "Now: {$wish}."), ("repair.how_can_i_help", "Yes?"),
            ("repair.shop_unavailable", "No answer from the shop."),
            ("knowledge.hours", "Nine to five."), ("cancel_order.why_order", "To find it."),
            ("cancel_order.ask_note", "Anything else?"), ("repair.resumed", "Back at {$flow}."),
            ("repair.still_there", "Still there?"), ("repair.later", "Later, then."),
            ("repair.ask_satisfaction", "1 to 5?"), ("repair.satisfaction_thanks", "Thanks."),
            ("repair.satisfaction_sorry", "Pity."), ("repair.back", "One back."),
            ("repair.clarify", "This or that?"), ("repair.fine", "Fine."),
            ("repair.plain_yes", "Plainly?"),
        ] {
            replies.add(id, language: "en", variants: [try MessageTemplate(parsing: text)])
        }
        var flows: [String: Flow] = [:]
        for flow in [cancel, track, notUnderstood, silence] + mendings + others {
            flows[flow.id] = flow
        }
        var flowOfIntent: [String: String] = [:]
        for flow in flows.values { for intent in flow.starts { flowOfIntent[intent] = flow.id } }
        return Dialogue(
            book: DialogueBook(
                flows: flows, flowOfIntent: flowOfIntent,
                types: [
                    "order": SlotType(name: "order", entity: "order_number"),
                    "note": SlotType(name: "note", isFreeText: true),
                    "email": SlotType(name: "email", entity: "email"),
                ],
                actions: [
                    "shop.order": ActionDeclaration(
                        name: "shop.order", parameters: ["order_id"], access: .read,
                        outcomes: ["ok", "missing"]),
                    "shop.cancel": ActionDeclaration(
                        name: "shop.cancel", parameters: ["order_id"], access: .write,
                        outcomes: ["ok", "rejected"]),
                ], replies: replies, pauses: pauses), interpreter: try Interpreter(lexicon))
    }

    private static let lexicon = Lexicon(
        languages: ["en"],
        phrases: [
            phrases(
                "cancel_order", ["cancel [my] order [{order_number}]"], "call the whole thing off"),
            phrases(
                "track_order", ["where is [my] order [{order_number}]"], "has my parcel left yet"),
            phrases("knowledge.hours", ["when are you open"], "what are the opening times"),
            phrases("undo", ["undo"], "take my answer back"),
            phrases("skip", ["skip"], "leave that question out"),
            phrases("why", ["why do you ask"], "for what reason is that asked"),
            phrases("wait", ["one moment"], "give me some time"),
        ],
        entities: [EntityDeclaration(kind: "order_number", form: .shapes(["0000"]))],
        wordLists: [
            WordList(name: "hesitation_words", language: "en", entries: ["but", "wait"]),
            WordList(name: "correction_words", language: "en", entries: ["i meant"]),
        ])

    private static func phrases(
        _ intent: String, _ rules: [String], _ example: String
    ) -> IntentPhrases {
        IntentPhrases(
            intent: intent, language: "en", title: intent,
            rules: rules.enumerated().map { index, text in
                PhraseRule(
                    form: .template(text),
                    place: RuleReference(file: "\(intent)/en.yaml", line: index + 1, text: text))
            }, examples: [example])
    }

    private static func use(_ action: String, _ parameter: String) -> ActionUse {
        ActionUse(action: action, arguments: [(name: parameter, value: .path([parameter]))])
    }

    private static func missing(_ field: String) -> Condition {
        .test(Comparison(field: [field], relation: .isMissing, operand: .none))
    }
}
