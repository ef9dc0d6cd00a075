import Dialogue
import Understanding

extension PackSchema {
    private static let names = JSONSchema.listOrOne(.text)

    static let packFile = JSONSchema.object(
        [
            .init("languages", names), .init("currency", .text), .init("zone", .text),
            .init("threshold", .share), .init("margin", .share),
            .init("language_threshold", .share),
            .init(
                "silence",
                .object([.init("remind", .text), .init("close", .text)], required: [])),
            .init("satisfaction", .object([.init("ask", .text)], required: [])),
            .init(
                "limits",
                .object(
                    [
                        .init("stack", .integer(1...16)), .init("steps", .integer(8...1000)),
                        .init("calls", .integer(1...100)), .init("wishes", .integer(1...16)),
                        .init("choices", .integer(1...100)),
                        .init("listed", .integer(2...100)),
                    ], required: [])),
            .init(
                "identification",
                .object(
                    [
                        .init("conversation", .integer(1...100)),
                        .init("claim", .integer(1...1000)), .init("window", .text),
                    ], required: [])),
            .init("questions_with_yes", names),
            .init("alike", .list(names)),
            .init(
                "asides",
                .list(
                    .object(
                        [
                            .init("asked", .text), .init("when", .reference("condition")),
                            .init("say", names), .init("as", .text), .init("things", .flag),
                            .init("amount", .flag), .init("with_yes", .flag),
                        ], required: ["asked"]))),
        ], required: ["languages"])

    private static let wordsByLanguage = JSONSchema.map(names, [])

    static let entitiesFile = JSONSchema.object(
        [
            .init(
                "entities",
                .map(
                    .object(
                        [
                            .init("shapes", names), .init("called", names),
                            .init("values", .map(wordsByLanguage, [])),
                        ],
                        required: []),
                    [])),
            .init(
                "types",
                .map(
                    .object(
                        [
                            .init("entity", .text), .init("takes", names), .init("choices", .text),
                            .init("text", .words(["any"])),
                            .init("parts", .map(.words(PartShape.allCases.map(\.rawValue)), [])),
                            .init("about", .text), .init("wider", .text),
                            .init("range", .text),
                            .init("told", .map(.text, [])),
                        ], required: []), [])),
            .init("word_lists", .map(wordsByLanguage, [])),
        ], required: [])

    private static let phraseRule = JSONSchema.either([
        .text,
        .object([.init("all", names), .init("any", names), .init("none", names)], required: []),
    ])

    private static let phrases: [JSONSchema.Property] = [
        .init("rules", .listOrOne(phraseRule)), .init("examples", names),
    ]

    static let languageFile = JSONSchema.object(
        [
            .init("title", .text), .init("phrases", .object(phrases, required: [])),
            .init(
                "intents", .map(.object([.init("title", .text)] + phrases, required: ["title"]), [])
            ),
            .init(
                "replies",
                .map(
                    .either([
                        names,
                        .object(
                            ReplyCatalog.channels.map { .init($0, names) }, required: ["chat"]),
                    ]), [])),
        ], required: [])

    private static let skills = JSONSchema.either([names, .map(.integer(1...9), [])])

    private static let rule = JSONSchema.map(
        .object(
            [
                .init("when", .reference("condition")),
                .init(
                    "then",
                    .object(
                        [
                            .init("hand_off", .flag), .init("queue", .text), .init("class", .text),
                            .init("first_reply", .text), .init("notify", names),
                            .init("tags", names),
                            .init("freeze", names), .init("page", .text), .init("say", .text),
                        ], required: [])),
            ], required: ["when", "then"]), [])

    private static let ladder = JSONSchema.list(
        .object(
            [
                .init("at", .text), .init("widen", names), .init("notify", names),
                .init("class", names),
                .init("offer", names), .init("page", names), .init("nudge", .words(["owner"])),
                .init("requeue", .words(["keep_place"])), .init("repeat", .text),
                .init("max", .integer(1...1000)), .init("tell", .words(["wait"])),
                .init("ask", names), .init("park", .text),
            ], required: ["at"]))

    private static let queue = JSONSchema.object(
        [
            .init("class", .text), .init("needs", skills), .init("hours", .text),
            .init(
                "after_hours",
                .object(
                    [.init("page", .text), .init("notify", names), .init("queue", .text)],
                    required: [])),
            .init(
                "overflow",
                .object(
                    [
                        .init("queue", .text), .init("waiting", .integer(0...1_000_000)),
                        .init("wait", .text),
                    ], required: ["queue"])),
            .init("side_questions", names), .init("bot", .words(["never"])),
        ], required: [])

    private static let shift = JSONSchema.map(
        names, [.init("zone", .text), .init("blocks", .map(.map(names, []), []))])

    private static let hooks = JSONSchema.object(
        [
            .init("notify", names), .init("page", names), .init("timeout", .text),
            .init("retries", .integer(0...100)),
        ], required: [])

    private static let serviceClass = JSONSchema.object(
        [
            .init("head_start", .text), .init("first_reply", .text), .init("next_reply", .text),
            .init("resolution", .text), .init("clock", .text),
        ], required: [])

    private static let agent = JSONSchema.object(
        [
            .init("name", .text), .init("skills", skills), .init("languages", names),
            .init("capacity", .integer(1...100)), .init("queues", names), .init("roles", names),
            .init("shift", .text),
        ], required: [])

    private static let defaults = JSONSchema.object(
        [
            .init("queue", .text), .init("class", .text), .init("hours", .text),
            .init("offer_time", .text), .init("grace", .text), .init("wrap_up", .text),
            .init("reopen_window", .text), .init("resume_window", .text),
            .init("maximum_offers", .integer(1...100)),
            .init("asks_satisfaction", .flag),
            .init("maximum_open_tickets", .integer(1...100_000_000)),
            .init("first_ticket_number", .integer(1...1_000_000_000)),
            .init("side_questions", names),
        ], required: [])

    static let deskFile = JSONSchema.object(
        [
            .init("calendars", .map(.map(names, [.init("zone", .text)]), [])),
            .init("classes", .map(serviceClass, [])), .init("queues", .map(queue, [])),
            .init("rules", .list(rule)),
            .init(
                "ladders",
                .object([.init("waiting", ladder), .init("claimed", ladder)], required: [])),
            .init("agents", .map(agent, [])), .init("defaults", defaults),
            .init("shifts", .map(shift, [])), .init("hooks", hooks),
            .init("freezes", .map(names, [])), .init("macros", .map(.map(.text, []), [])),
        ], required: [])
}
