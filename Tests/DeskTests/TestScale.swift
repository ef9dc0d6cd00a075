import Foundation

/// How long the random and exhaustive tests run: 1, or `TRIAGE_TEST_SCALE` for a night's run.
enum TestScale {
    static let factor =
        ProcessInfo.processInfo.environment["TRIAGE_TEST_SCALE"].flatMap(Int.init) ?? 1
}
