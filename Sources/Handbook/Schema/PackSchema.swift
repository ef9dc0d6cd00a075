import Dialogue

/// The JSON schemas of a pack's YAML files, for editors: `# yaml-language-server: $schema=…`.
///
/// They know the shapes; names, types and the proofs over flows are for `triage check`.
public enum PackSchema: String, CaseIterable, Sendable {
    case pack, actions, entities, desk, flow, language

    /// The schema as one JSON document.
    public var json: String {
        let id = JSONSchema.quoted("https://json-schema.org/draft/2020-12/schema")
        let title = JSONSchema.quoted("Triage: \(rawValue).yaml")
        let definitions = JSONSchema.members(Self.definitions)
        return "{\"$schema\":\(id),\"title\":\(title),\"$ref\":\"#/$defs/file\",\"$defs\":"
            + "{\"file\":\(file.json),\(definitions.dropFirst())}\n"
    }

    /// The whole file.
    var file: JSONSchema {
        switch self {
        case .pack: Self.packFile
        case .actions: .object([.init("actions", .map(Self.action, []))], required: ["actions"])
        case .entities: Self.entitiesFile
        case .desk: Self.deskFile
        case .flow: Self.flowFile
        case .language: Self.languageFile
        }
    }

    private static let names = JSONSchema.listOrOne(.text)

    /// Shared by the files.
    static let definitions: [JSONSchema.Property] = [
        .init("condition", condition), .init("step", .either([.text, step])),
        .init("branches", branches), .init("handlers", handlers), .init("state", state),
    ]

    private static let condition = JSONSchema.either([
        .text, .list(.reference("condition")),
        .object(
            [
                .init("all", .list(.reference("condition"))),
                .init("any", .list(.reference("condition"))),
                .init("not", .reference("condition")),
            ], required: []),
    ])

    private static let handoff = JSONSchema.either([
        .text, .object([.init("queue", .text), .init("reason", .text)], required: ["reason"]),
    ])

    static let stepProperties: [JSONSchema.Property] = [
        .init("say", names), .init("set", .map(.text, [])), .init("clear", names),
        .init("identify", .text),
        .init(
            "watch",
            .object(
                [.init("event", .text), .init("where", .text), .init("say", .text)],
                required: ["event", "where", "say"])),
        .init("goto", .text), .init("end", .words(FlowReader.outcomes)), .init("handoff", handoff),
        .init("start", .text), .init("repeat", .words(["last"])),
        .init("cancel", .words(["below"])),
        .init("question", .words(QuestionRepair.allCases.map(\.rawValue))),
        .init("speak", .text),
        .init("close", .words(["conversation", "for_now"])),
        .init("offer", .object([.init("handoff", handoff)], required: ["handoff"])),
    ]

    static let step = JSONSchema.object(stepProperties, required: [])

    private static let when = JSONSchema.Property("when", .reference("condition"))

    private static let branches = JSONSchema.either([
        .reference("step"),
        .list(
            .either([
                .object([.init("else", .reference("step"))], required: ["else"]),
                .object([when] + stepProperties, required: ["when"]),
            ])),
    ])

    private static let handlers = JSONSchema.map(
        .either([
            .text, .object([when] + stepProperties, required: []),
            .list(.object([when] + stepProperties, required: [])),
        ]), [])

    /// Outcomes of an action are keys too, so that others than these are steps.
    static let state = JSONSchema.map(
        .reference("step"),
        [
            .init("collect", names), .init("next", .reference("branches")), .init("ask", .text),
            .init("why", .text), .init("agreed", .reference("step")),
            .init("declined", .reference("step")),
            .init("do", .text), .init("key", names), .init("on", .reference("handlers")),
            .init("digress", .words(["allow", "finish_first", "forbid"])), .init("expires", .text),
        ] + stepProperties)

    static let slot = JSONSchema.object(
        [
            .init("type", .text), .init("ask", .text), .init("why", .text), .init("from", names),
            .init("tries", .integer(1...10)), .init("auto", .words(["only_choice"])),
            .init("many", .flag), .init("each", .text), .init("optional", .flag),
            .init("when", .reference("condition")), .init("parts", .map(.text, [])),
        ], required: ["type"])

    private static let flowFile = JSONSchema.object(
        [
            .init("flow", .text), .init("version", .integer(1...1_000_000)),
            .init("kind", .words(["intent", "repair"])), .init("starts", names),
            .init("needs", .text), .init("after", names),
            .init("request", .text), .init("slots", .map(slot, [])),
            .init("facts", .map(.text, [])),
            .init("states", .map(.reference("state"), [])), .init("on", .reference("handlers")),
            .init(
                "migrate",
                .object(
                    [
                        .init("states", .map(.text, [])), .init("slots", .map(.text, [])),
                        .init("else", .text),
                    ], required: [])),
        ], required: ["states"])

    static let action = JSONSchema.object(
        [
            .init("takes", names), .init("access", .words(["read", "write"])),
            .init("outcomes", names),
            .init(
                "gives",
                .map(.either([.words(FieldType.words), .list(.text), .map(.text, [])]), [])),
            .init("timeout", .text), .init("retries", .integer(0...5)),
            .init("claims", names),
            .init(
                "limit",
                .object(
                    [
                        .init("preview", .text), .init("amount", .text),
                        .init("per_day", .integer(0...1_000_000_000)),
                    ], required: ["preview", "amount", "per_day"])),
        ], required: ["access"])
}
