import Dialogue
import Facts
import Understanding

/// The tests of conditions: fields that exist, operators and values that fit their types.
struct FieldCheck {
    let draft: Draft
    let scopes: FieldScopes
    let report: Report

    func run() {
        for flow in draft.flows {
            for test in flow.tests { check(test, in: scopes.scope(of: flow, action: test.action)) }
        }
        guard draft.knowsAllFlows else { return }
        for test in draft.desk.tests + draft.settings.asides.flatMap(\.tests) {
            check(test, in: scopes.desk)
        }
    }

    private func check(_ test: TestDraft, in scope: FieldScope) {
        let comparison = test.comparison
        if comparison.field == ["message", "mentions"] { return checkMention(test) }
        if comparison.field == ["said", "human"] { checkList("human_words", at: test.place) }
        // `contacts within 7d` is a count.
        let isCount = comparison.field.last?.hasPrefix("within ") ?? false
        let path = isCount ? Array(comparison.field.dropLast()) : comparison.field
        if case .field(let other) = comparison.operand {
            _ = resolve(other, in: scope, at: test.place)
        }
        guard let type = resolve(path, in: scope, at: test.place) else { return }
        check(comparison, against: isCount ? .integer : type, at: test.place)
    }

    private func checkMention(_ test: TestDraft) {
        guard case .value(.text(let list)) = test.comparison.operand else { return }
        checkList(list, at: test.place)
    }

    private func checkList(_ list: String, at place: Place) {
        let lists = Set(draft.wordLists.map(\.name))
        guard !lists.contains(list) else { return }
        report.unknown(
            .unknownWordList, at: place, "word list", list, among: lists,
            otherwise: "declare it in entities.yaml under word_lists:")
    }

    /// The type of a field, nil where nothing is known or, with a report, where there is no such
    /// field.
    private func resolve(_ path: [String], in scope: FieldScope, at place: Place) -> FieldType? {
        let name = path.joined(separator: ".")
        switch scope.resolve(path) {
        case .anything: return nil
        case .type(let type): return type
        case .missing(let field, let names):
            let isRoot = field == path.first
            report.error(
                .unknownField, at: place,
                isRoot
                    ? "the field '\(field)' is not declared"
                    : "'\(name)': there is no field '\(field)'",
                cure: suggestion(for: field, among: names)
                    ?? (isRoot
                        ? "declare it under slots: or facts:"
                        : "the fields are \(names.sorted().joined(separator: ", "))"))
        case .noFields(let parent):
            report.error(
                .unknownField, at: place, "'\(name)': '\(parent)' is no record and has no fields",
                cure: "compare '\(parent)' itself")
        }
        return nil
    }

    private func check(_ comparison: Comparison, against type: FieldType, at place: Place) {
        let name = comparison.field.joined(separator: ".")
        if let cure = type.cure(for: comparison.relation) {
            report.error(
                .wrongType, at: place,
                "`\(comparison.relation.rawValue)` does not fit '\(name)', which is \(type.words)",
                cure: cure)
            return
        }
        let values: [Value]
        switch comparison.operand {
        case .value(let value): values = [value]
        case .values(let list): values = list
        case .none, .duration, .field: return
        }
        guard comparison.relation != .has else { return }
        for value in values { check(value, against: type, of: name, at: place) }
    }

    private func check(_ value: Value, against type: FieldType, of name: String, at place: Place) {
        let text = value.words
        if case .oneOf(let words) = type, case .text(let word) = value {
            guard !words.contains(word) else { return }
            report.error(
                .impossibleValue, at: place, "'\(name)' is never '\(word)'",
                cure: suggestion(for: word, among: words)
                    ?? "its values are \(words.prefix(30).joined(separator: ", "))")
            return
        }
        guard !type.admits(value) else { return }
        report.error(
            .wrongType, at: place, "'\(name)' is \(type.words), and \(text) is not",
            cure: type.example(for: text))
    }
}

extension FieldType {
    /// As messages name it.
    var words: String {
        switch self {
        case .text, .oneOf: "a text"
        case .integer: "a whole number"
        case .number: "a number"
        case .flag: "true or false"
        case .money: "an amount of money"
        case .day: "a day"
        case .instant: "a moment"
        case .list: "a list"
        case .record, .fields: "a record"
        }
    }

    /// What to do about an operator that makes no sense here; nil when it does.
    func cure(for relation: Relation) -> String? {
        switch relation {
        case .isMissing, .isSet, .equal, .notEqual, .oneOf:
            return self == .list && relation != .isMissing && relation != .isSet
                ? "use `has`, or compare its count" : nil
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            switch self {
            case .integer, .number, .money, .day: return nil
            case .instant: return "use `within 30d`"
            case .text, .oneOf, .flag, .record, .fields: return "use = or !="
            case .list: return "compare its count"
            }
        case .within:
            return self == .day || self == .instant ? nil : "compare with = < or >"
        case .has:
            return self == .list ? nil : "use = or in"
        }
    }

    func admits(_ value: Value) -> Bool {
        switch self {
        case .text, .oneOf, .fields: value.text != nil
        case .integer: value.integer != nil
        case .number: if case .number = value { true } else { value.integer != nil }
        case .flag: value.flag != nil
        case .money: value.money != nil
        case .day: if case .day = value { true } else { false }
        case .instant: false
        case .record, .list: true
        }
    }

    /// How a fitting value is written.
    func example(for text: String) -> String {
        switch self {
        case .text, .oneOf, .fields: "put it in quotes: '\(text)'"
        case .integer: "write a whole number"
        case .number: "write a number"
        case .flag: "write true or false"
        case .money: "write an amount with its currency, as 500 EUR"
        case .day: "write a day as 2026-03-02"
        case .instant: "use `within 30d`"
        case .list, .record: "use `is set`"
        }
    }
}

extension Value {
    /// The value as a pack writes it.
    var words: String {
        if case .instant(let instant) = self { return String(instant.milliseconds) }
        return plainText ?? "a list"
    }
}
