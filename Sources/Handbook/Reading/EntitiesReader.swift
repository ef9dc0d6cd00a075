import Dialogue
import Facts
import Understanding

/// Reads entities.yaml: entities, slot types, word lists.
struct EntitiesReader {
    let languages: [String]
    let actions: [String: ActionDraft]
    let report: Report
    /// As in `WordsReader`.
    var isSound = false

    func read(_ root: YAMLNode, into draft: inout Draft) {
        let fields = root.fields(
            report, "entities.yaml", keys: ["entities", "types", "word_lists"])
        for entry in fields["entities"]?.mapping(report, "entities") ?? [] {
            if let entity = entity(entry) { draft.entities.append(entity) }
        }
        let lists = fields["word_lists"]?.entries?.map(\.key) ?? []
        let types = fields["types"]?.mapping(report, "types") ?? []
        for entry in types {
            draft.types[entry.key] = type(
                entry, kinds: draft.entityKinds, lists: lists, types: types.map(\.key))
        }
        for entry in fields["word_lists"]?.mapping(report, "word_lists") ?? [] {
            for (language, words) in words(entry.value, "word list \(entry.key)") {
                // Brackets in a text of the shop are its own.
                let isVerbatim = entry.key == Self.shopPhrases
                if !isVerbatim { check(words, at: entry.place) }
                draft.wordLists.append(
                    isVerbatim
                        ? WordList(name: entry.key, language: language, entries: words)
                        : WordList(name: entry.key, language: language, lines: words))
            }
        }
    }

    /// The word list of what the shop's texts are called.
    static let shopPhrases = "shop_phrases"

    /// Says of which lines nobody knows what they stand for.
    private func check(_ lines: [String], at place: Place) {
        if isSound { return }
        for line in lines where !Alternatives.isSound(line) {
            report.error(
                .badValue, at: place, "'\(line)' is no text of a list",
                cure:
                    "close each (a|b) or [c], none inside another, at most \(Alternatives.limit) in all"
            )
        }
    }

    private func entity(_ entry: YAMLNode.Entry) -> EntityDeclaration? {
        if BuiltInEntity(rawValue: entry.key) != nil {
            report.error(
                .duplicateName, at: entry.place, "the entity '\(entry.key)' is built in",
                cure: "choose another name")
        }
        let fields = entry.value.fields(
            report, "entity \(entry.key)", keys: ["shapes", "called", "carriers", "values"])
        let carriers = carriers(fields["carriers"])
        if let node = fields["shapes"] {
            let shapes = node.texts(report, of: "shapes").map(\.text)
            let called = fields["called"]?.texts(report, of: "called").map(\.text) ?? []
            return EntityDeclaration(
                kind: entry.key, form: .shapes(shapes), called: called, carriers: carriers)
        }
        if fields["carriers"] != nil {
            return EntityDeclaration(kind: entry.key, form: .shapes([]), carriers: carriers)
        }
        guard let node = fields["values"] else {
            report.error(
                .missingKey, at: entry.place, "the entity '\(entry.key)' says nothing of its form",
                cure: "add shapes: […] or values: {…}")
            return nil
        }
        let values = node.mapping(report, "values").map { value in
            EntityValue(
                id: value.key,
                words: Dictionary(
                    words(value.value, "value \(value.key)").map { language, words in
                        check(words, at: value.place)
                        return (language, words)
                    },
                    uniquingKeysWith: { first, _ in first }))
        }
        return EntityDeclaration(kind: entry.key, form: .values(values))
    }

    /// Whose tracking numbers are known by their check digit.
    private func carriers(_ node: YAMLNode?) -> [Carrier] {
        (node?.texts(report, of: "carriers") ?? []).compactMap { name in
            if let carrier = Carrier(rawValue: name.text) { return carrier }
            report.unknown(
                .unknownKey, at: name.place, "carrier", name.text,
                among: Carrier.allCases.map(\.rawValue), otherwise: "take one of these")
            return nil
        }
    }

    /// Words per language; every language of the pack must be there.
    private func words(_ node: YAMLNode, _ what: String) -> [(String, [String])] {
        let fields = node.fields(report, what, keys: languages)
        for language in languages where fields[language] == nil && node.entries != nil {
            report.error(
                .missingTranslation, at: node.place, "\(what) has no words in '\(language)'",
                cure: "add \(language): [...]")
        }
        return fields.entries.map { entry in
            (entry.key, entry.value.texts(report, of: "words").map(\.text))
        }
    }

    private func type(
        _ entry: YAMLNode.Entry, kinds: [String], lists: [String], types: [String]
    ) -> TypeDraft {
        let fields = entry.value.fields(
            report, "type \(entry.key)",
            keys: [
                "entity", "takes", "choices", "text", "parts", "about", "wider", "range", "told",
            ])
        var type = SlotType(
            name: entry.key,
            parameters: fields["takes"]?.texts(report, of: "parameters").map(\.text) ?? [])
        if let node = fields["entity"], let kind = node.text(report, "an entity") {
            type.entity = kind
            if !kinds.contains(kind) {
                report.unknown(
                    .unknownEntity, at: node.place, "entity", kind, among: kinds,
                    otherwise: "declare it under entities:")
            }
        }
        if let node = fields["choices"] { type.choices = choices(node, of: type) }
        if let node = fields["text"], let word = node.text(report, "any") {
            type.isFreeText = node.word(word, "a kind of text", among: ["any"], report) != nil
        }
        if let node = fields["parts"] { type.parts = parts(node) }
        if let node = fields["about"], let list = node.text(report, "a word list") {
            type.about = list
            check(list, at: node.place, among: lists)
        }
        if let node = fields["told"] { type.told = told(node, lists: lists) }
        if let node = fields["wider"], let name = node.text(report, "a type") {
            type.wider = node.word(name, "a type", among: types, report)
        }
        if let node = fields["range"], let name = node.text(report, "a type") {
            type.range = node.word(name, "a type", among: types, report)
        }
        if type.entity == nil, type.choices == nil, !type.isFreeText, fields["choices"] == nil {
            report.error(
                .missingKey, at: entry.place, "nothing fills the type '\(entry.key)'",
                cure: "add entity:, choices: or text: any")
        }
        return TypeDraft(type: type, place: entry.place)
    }

    private func check(_ list: String, at place: Place, among lists: [String]) {
        guard !lists.contains(list) else { return }
        report.unknown(
            .unknownWordList, at: place, "word list", list, among: lists,
            otherwise: "declare it under word_lists:")
    }

    /// `{original_method_words: order.payment_method_id}`
    private func told(_ node: YAMLNode, lists: [String]) -> SlotType.Told? {
        guard let entry = node.mapping(report, "word list: path").first,
            let path = entry.value.text(report, "a path")
        else { return nil }
        check(entry.key, at: entry.place, among: lists)
        return SlotType.Told(
            words: entry.key, path: path.split(separator: ".").map(String.init))
    }

    private func parts(_ node: YAMLNode) -> [SlotType.Part] {
        node.mapping(report, "part: shape").compactMap { entry in
            let shapes = PartShape.allCases.map(\.rawValue)
            guard let word = entry.value.text(report, "a shape"),
                let shape = entry.value.word(word, "a shape", among: shapes, report)
            else { return nil }
            return PartShape(rawValue: shape).map { SlotType.Part(name: entry.key, shape: $0) }
        }
    }

    private func choices(_ node: YAMLNode, of type: SlotType) -> ActionUse? {
        guard let text = node.text(report, "an action"),
            let call = CallSyntax(text, at: node.place, report)
        else { return nil }
        let reader = CallReader(actions: actions, report: report)
        return reader.lookUp(call) { text, place in
            let value = Value(literal: text)
            guard value == .text(text) else { return .literal(value) }
            let path = text.split(separator: ".").map(String.init)
            let roots = type.parameters + ["customer", "conversation"]
            if let root = path.first, !roots.contains(root) {
                report.unknown(
                    .unknownField, at: place, "field", root, among: roots,
                    otherwise: "name it in takes: of the type")
            }
            return .path(path)
        }
    }
}
