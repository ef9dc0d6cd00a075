public import Facts

/// One file of the MessageFormat 2 test suite (schema `tests.schema.json`, version 0); any decoder
/// reads it, `run()` runs it.
public struct MessageSuite: Decodable, Sendable {
    /// A name for the file's tests.
    public var scenario: String?
    /// What every test has unless it says otherwise.
    public var defaultTestProperties: Case?
    public var tests: [Case]

    /// One test, or the defaults of all.
    public struct Case: Decodable, Sendable {
        public var description: String?
        public var locale: String?
        /// The message.
        public var src: String?
        /// `default` or `none`.
        public var bidiIsolation: String?
        public var params: [Parameter]?
        /// The expected text.
        public var exp: String?
        public var expParts: [ExpectedPart]?
        /// The expected errors, in order; absent means none.
        public var expErrors: [ExpectedError]?
    }

    /// An argument of the message.
    public struct Parameter: Decodable, Sendable {
        public var name: String
        /// `datetime` for a text that stands for a moment.
        public var type: String?
        public var value: Value?
    }

    public struct ExpectedError: Decodable, Sendable {
        public var type: String
    }

    /// A part as the suite writes it; only the members that its type has are set.
    public struct ExpectedPart: Decodable, Sendable {
        public var type: String
        public var value: Value?
        public var source: String?
        public var kind: String?
        public var name: String?
        public var id: String?
        public var dir: String?
        public var options: Record?
        public var parts: [ExpectedPart]?
    }

    /// A test that did not do what it should.
    public struct Failure: Encodable, Equatable, Sendable {
        public var scenario: String
        /// The test's place in the file, from 0.
        public var index: Int
        public var source: String
        /// `text`, `errors` or `parts`.
        public var what: String
        public var expected: String
        public var actual: String
    }

    /// Every test; empty when all pass.
    public func run() -> [Failure] {
        tests.enumerated().flatMap { index, test in
            run(test.filled(from: defaultTestProperties), index: index)
        }
    }

    private func run(_ test: Case, index: Int) -> [Failure] {
        let outcome = test.outcome()
        return test.differences(from: outcome).map {
            Failure(
                scenario: scenario ?? "", index: index, source: test.src ?? "", what: $0.what,
                expected: $0.expected, actual: $0.actual)
        }
    }
}

extension MessageSuite.Case {
    fileprivate func filled(from defaults: Self?) -> Self {
        guard let defaults else { return self }
        var filled = self
        filled.locale = locale ?? defaults.locale
        filled.src = src ?? defaults.src
        filled.bidiIsolation = bidiIsolation ?? defaults.bidiIsolation
        filled.params = params ?? defaults.params
        filled.exp = exp ?? defaults.exp
        filled.expParts = expParts ?? defaults.expParts
        filled.expErrors = expErrors ?? defaults.expErrors
        return filled
    }

    /// What the message gives: a formatted message, or none and the error of its syntax.
    fileprivate func outcome() -> MessageSuiteOutcome {
        var arguments = Record()
        for parameter in params ?? [] { arguments[parameter.name] = parameter.value }
        var options = FormattingOptions(bidiIsolation: bidiIsolation != "none")
        options.suiteFunctions = true
        do throws(MessageSyntaxError) {
            let template = try MessageTemplate(parsing: src ?? "")
            let message = template.format(arguments, locale: locale ?? "und", options: options)
            return MessageSuiteOutcome(
                message: message, errors: message.problems.map(\.kind.rawValue))
        } catch {
            return MessageSuiteOutcome(message: nil, errors: [error.kind.rawValue])
        }
    }
}
