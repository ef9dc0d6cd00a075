import Dialogue
import Facts
import Triage

/// Reads pack.yaml.
struct SettingsReader {
    let source: PackSource
    let report: Report

    static let keys = [
        "languages", "currency", "zone", "threshold", "margin", "language_threshold", "silence",
        "satisfaction", "limits", "identification", "questions_with_yes", "alike", "reasons",
        "asides",
    ]

    func read(_ root: YAMLNode) -> Settings {
        var settings = Settings()
        settings.place = root.place
        let fields = root.fields(report, "pack.yaml", keys: Self.keys)
        if let node = fields["languages"] {
            let tags = node.texts(report, of: "languages").map(\.text)
            if !tags.isEmpty { settings.languages = tags }
        } else {
            report.error(
                .missingKey, at: root.place, "pack.yaml lacks 'languages'",
                cure: "add languages: [en], the default first")
        }
        if let node = fields["currency"] { settings.currency = currency(node) ?? "EUR" }
        if let node = fields["zone"] { settings.zone = zone(node) ?? .utc }
        settings.threshold = fields["threshold"]?.share(report) ?? settings.threshold
        settings.margin = fields["margin"]?.share(report) ?? settings.margin
        settings.languageThreshold =
            fields["language_threshold"]?.share(report) ?? settings.languageThreshold
        if let node = fields["limits"] { settings.limits = limits(node) }
        if let node = fields["silence"] {
            let silence = node.fields(report, "silence", keys: ["remind", "close"])
            settings.pauses.remindAfter = silence["remind"].flatMap { duration($0) }
            settings.pauses.closeAfter = silence["close"].flatMap { duration($0) }
        }
        if let node = fields["satisfaction"] {
            let satisfaction = node.fields(report, "satisfaction", keys: ["ask"])
            settings.pauses.rateAfter = satisfaction["ask"].flatMap { duration($0) }
        }
        if let node = fields["identification"] {
            settings.identification = identification(node)
        }
        if let node = fields["questions_with_yes"] {
            settings.questionsWithYes = node.texts(report, of: "questions_with_yes").map {
                Reference(kind: .intent, name: $0.text, place: $0.place)
            }
        }
        if let node = fields["alike"] {
            settings.alike = node.list(report, of: "alike").map { group in
                group.texts(report, of: "intents").map {
                    Reference(kind: .intent, name: $0.text, place: $0.place)
                }
            }
        }
        if let node = fields["reasons"] {
            settings.reasons = node.texts(report, of: "reasons").map {
                Reference(kind: .intent, name: $0.text, place: $0.place)
            }
        }
        if let node = fields["asides"] {
            settings.asides = node.list(report, of: "asides").compactMap(aside)
        }
        return settings
    }

    private func aside(_ node: YAMLNode) -> AsideDraft? {
        let fields = node.fields(
            report, "an aside",
            keys: ["asked", "when", "say", "as", "things", "amount", "with_yes"])
        guard let asked = fields["asked"], let list = asked.text(report, "a word list"),
            fields["say"] != nil || fields["as"] != nil
        else {
            report.error(
                .missingKey, at: node.place, "an aside lacks 'asked', or 'say' and 'as'",
                cure: "write {asked: a word list, say: a reply}, or as: an intent")
            return nil
        }
        var conditions = ConditionReader(report: report)
        let condition = fields["when"].map { conditions.read($0) } ?? .all([])
        let replies = fields["say"]?.texts(report, of: "replies") ?? []
        let intent = fields["as"].flatMap { node in
            node.text(report, "an intent").map {
                Reference(kind: .intent, name: $0, place: node.place)
            }
        }
        let aside = Aside(
            asked: list, when: condition, say: replies.map(\.text), intent: intent?.name,
            isOfThings: fields["things"]?.flag(report) ?? false,
            tellsAmount: fields["amount"]?.flag(report) ?? false,
            countsYes: fields["with_yes"]?.flag(report) ?? false)
        return AsideDraft(
            aside: aside, listPlace: asked.place,
            references: replies.map {
                Reference(kind: .reply, name: $0.text, place: $0.place)
            } + (intent.map { [$0] } ?? []),
            tests: conditions.tests)
    }

    private func currency(_ node: YAMLNode) -> String? {
        guard let text = node.text(report, "a currency code") else { return nil }
        if text.utf8.count == 3, text.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) { return text }
        report.error(
            .badValue, at: node.place, "'\(text)' is not a currency code",
            cure: "write three capitals (ISO 4217), as EUR")
        return nil
    }

    /// A zone of the system's tz database.
    func zone(_ node: YAMLNode) -> Zone? {
        guard let name = node.text(report, "a time zone") else { return nil }
        guard let bytes = source.zone(name) else {
            report.error(
                .unknownZone, at: node.place, "the time zone '\(name)' is not known",
                cure: "write a name of /usr/share/zoneinfo, as Europe/Berlin (package tzdata)")
            return nil
        }
        do {
            return try Zone(name: name, tzif: bytes)
        } catch {
            report.error(
                .unknownZone, at: node.place, "the time zone '\(name)' cannot be read: \(error)",
                cure: "install the package tzdata again")
            return nil
        }
    }

    private func duration(_ node: YAMLNode) -> Duration? {
        node.text(report, "a time, as 10m").flatMap {
            Duration(reading: $0, at: node.place, report)
        }
    }

    private func identification(_ node: YAMLNode) -> IdentificationLimits {
        var limits = IdentificationLimits()
        let fields = node.fields(
            report, "identification", keys: ["conversation", "claim", "window"])
        limits.perConversation =
            fields["conversation"]?.integer(report, in: 1...100) ?? limits.perConversation
        limits.perClaim = fields["claim"]?.integer(report, in: 1...1000) ?? limits.perClaim
        limits.window = fields["window"]?.duration(report) ?? limits.window
        return limits
    }

    private func limits(_ node: YAMLNode) -> DialogueLimits {
        var limits = DialogueLimits()
        let fields = node.fields(
            report, "limits", keys: ["stack", "steps", "calls", "wishes", "choices", "listed"])
        limits.stackDepth = fields["stack"]?.integer(report, in: 1...16) ?? limits.stackDepth
        limits.stepsPerTurn = fields["steps"]?.integer(report, in: 8...1000) ?? limits.stepsPerTurn
        limits.callsPerTurn = fields["calls"]?.integer(report, in: 1...100) ?? limits.callsPerTurn
        limits.wishes = fields["wishes"]?.integer(report, in: 1...16) ?? limits.wishes
        limits.choices = fields["choices"]?.integer(report, in: 1...100) ?? limits.choices
        limits.listed = fields["listed"]?.integer(report, in: 2...100) ?? limits.listed
        return limits
    }
}
