import Foundation
import Testing
import Wire

@Suite("documents keep up with the code")
struct DocumentTests {
    static let protocolText = Repository.text("docs/protocol.md")

    @Test("docs/protocol.md explains every error", arguments: ErrorCode.allCases)
    func errors(code: ErrorCode) {
        #expect(
            Self.protocolText.contains("`\(code.rawValue)`"),
            "docs/protocol.md: \(code.rawValue) (\(code.code)) is missing; say what happened and the cure"
        )
    }

    @Test("docs/protocol.md explains every method", arguments: Wire.Method.allCases)
    func methods(method: Wire.Method) {
        #expect(
            Self.protocolText.contains("`\(method.rawValue)`"),
            "docs/protocol.md: \(method.rawValue) is missing; add its parameters and result")
    }

    @Test("every document that the design names is there")
    func documents() {
        let wanted = [
            "ARCHITECTURE.md", "README.md", "CHANGELOG.md", "LICENSE", "docs/intents.md",
            "docs/protocol.md",
        ]
        #expect(wanted.filter { Repository.text($0).isEmpty } == [])
    }
}
