import Facts

/// What a test's message gave.
struct MessageSuiteOutcome {
    /// Nil where it could not be parsed.
    var message: FormattedMessage?
    /// The words of the errors, in order.
    var errors: [String]
}

/// One difference between what a test expects and what it got.
struct MessageSuiteDifference {
    var what: String
    var expected: String
    var actual: String
}

extension MessageSuite.Case {
    func differences(from outcome: MessageSuiteOutcome) -> [MessageSuiteDifference] {
        var result: [MessageSuiteDifference] = []
        func compare(_ what: String, _ expected: String, _ actual: String) {
            // By scalars: String equality would hide a missing normalisation.
            guard !expected.unicodeScalars.elementsEqual(actual.unicodeScalars) else { return }
            result.append(.init(what: what, expected: expected, actual: actual))
        }
        let expectedErrors = (expErrors ?? []).map(\.type)
        compare(
            "errors", expectedErrors.joined(separator: " "), outcome.errors.joined(separator: " "))
        if let exp { compare("text", exp, outcome.message?.text ?? "(not parsed)") }
        if let expParts {
            let actual = outcome.message?.parts.map(\.suiteText).joined(separator: " ")
            compare(
                "parts", expParts.map(\.suiteText).joined(separator: " "), actual ?? "(not parsed)")
        }
        return result
    }
}

/// Parts as text that can be compared, with what both sides know.
extension MessageSuite.ExpectedPart {
    fileprivate var suiteText: String {
        let shown = value?.plainText ?? parts?.map { $0.value?.plainText ?? "" }.joined()
        let settings = options?.fields.map { "\($0.name)=\($0.value.plainText ?? "")" } ?? []
        let words = [
            type, kind, name ?? source ?? shown, id.map { "id=" + $0 }, dir.map { "dir=" + $0 },
        ]
        return "[" + (words.compactMap { $0 } + settings).joined(separator: " ") + "]"
    }
}

extension MessagePart {
    fileprivate var suiteText: String {
        switch self {
        case .text(let text): return "[text \(text)]"
        case .isolation(let mark): return "[bidiIsolation \(mark)]"
        case .fallback(let source): return "[fallback \(source)]"
        case .markup(let markup):
            let settings = markup.options.sorted { $0.name < $1.name }.map {
                "\($0.name)=\($0.value)"
            }
            let words = ["markup", markup.kind.rawValue, markup.name, markup.id.map { "id=" + $0 }]
            return "[" + (words.compactMap { $0 } + settings).joined(separator: " ") + "]"
        case .value(let value):
            let words = [
                value.type, value.text, value.id.map { "id=" + $0 },
                value.direction.map { "dir=" + $0 },
            ]
            return "[" + words.compactMap { $0 }.joined(separator: " ") + "]"
        }
    }
}
