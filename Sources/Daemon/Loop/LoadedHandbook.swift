public import Triage

/// A handbook in a box, so that many threads share it without copying.
public final class LoadedHandbook: Sendable {
    public let handbook: Handbook

    public init(_ handbook: Handbook) {
        self.handbook = handbook
    }
}

/// Why a handbook could not be read: one line per mistake, `file:line:column: what; cure`.
public struct ReloadFailure: Error, Equatable, Sendable {
    public var diagnostics: [String]

    public init(diagnostics: [String]) {
        self.diagnostics = diagnostics
    }

    var summary: String {
        let count = diagnostics.count
        return "the handbook has \(count) \(count == 1 ? "mistake" : "mistakes")"
    }
}
