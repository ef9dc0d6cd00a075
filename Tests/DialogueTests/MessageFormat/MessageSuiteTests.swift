import Dialogue
import Foundation
import Testing

@Suite("the public MessageFormat 2 suite")
struct MessageSuiteTests {
    @Test(
        "every case of every file passes", .enabled(if: SharedSuites.messageFormat != nil),
        arguments: [
            "syntax", "syntax-errors", "data-model-errors", "pattern-selection", "fallback", "bidi",
            "u-options", "functions/string", "functions/number", "functions/integer",
            "functions/offset", "functions/percent", "functions/currency", "functions/date",
            "functions/time", "functions/datetime",
        ])
    func passes(file: String) throws {
        let folder = try #require(SharedSuites.messageFormat)
        let text = try Data(contentsOf: folder.appending(path: "tests/\(file).json"))
        let suite = try JSONDecoder().decode(MessageSuite.self, from: text)
        #expect(!suite.tests.isEmpty)
        #expect(suite.run() == [])
    }

    @Test("a wrong text, wrong errors and wrong parts are reported, each with what was got")
    func reports() throws {
        let text = #"""
            {"scenario": "wrong",
             "defaultTestProperties": {"locale": "en", "bidiIsolation": "none"},
             "tests": [{"src": "a", "exp": "b"},
                       {"src": "{$x}", "exp": "{$x}"},
                       {"src": "{", "exp": "{"},
                       {"src": "a", "expParts": [{"type": "text", "value": "b"}]},
                       {"src": "a", "exp": "a"}]}
            """#
        let suite = try JSONDecoder().decode(MessageSuite.self, from: Data(text.utf8))
        let lines = suite.run().map { "\($0.index) \($0.what): \($0.expected) / \($0.actual)" }
        #expect(
            lines == [
                "0 text: b / a", "1 errors:  / unresolved-variable", "2 errors:  / syntax-error",
                "2 text: { / (not parsed)", "3 parts: [text b] / [text a]",
            ])
    }
}
