import Foundation
import Testing

@Suite("every intent has its transcripts")
struct MirrorTests {
    /// Folders under Intents with words for the customer; `repairs/engine` has replies only.
    static let intents: [String] = {
        let top = Repository.folders(in: "Intents").filter { $0 != "repairs" && $0 != "knowledge" }
        let repairs = Repository.folders(in: "Intents/repairs").filter { $0 != "engine" }
        return top + repairs.map { "repairs/\($0)" }
    }()

    @Test("Transcripts/<intent> has at least one .talk", arguments: intents)
    func mirror(intent: String) {
        let talks = Repository.paths(below: "Transcripts/\(intent)", suffix: ".talk")
        #expect(
            !talks.isEmpty,
            "Transcripts/\(intent): no transcript; add one, or remove Intents/\(intent)")
    }

    @Test("a folder of transcripts belongs to an intent")
    func noOrphan() {
        let known = Set(Self.intents + ["knowledge", "handoffs", "world"])
        let top = Repository.folders(in: "Transcripts").filter { $0 != "repairs" }
        let repairs = Repository.folders(in: "Transcripts/repairs").map { "repairs/\($0)" }
        let orphans = (top + repairs).filter { !known.contains($0) }
        #expect(orphans == [], "name the folder after an intent of Intents/")
    }
}
