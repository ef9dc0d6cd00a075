import Dialogue
import Handbook
import Rehearsal
import Testing
import Triage

@Suite("coverage and mutations")
struct CoverageTests {
    private func result(traced: Bool = true) throws -> CaseResult {
        let transcript = try Transcript(text: ShippedPack.cancelling, file: "a.talk")
        let rehearsal = Rehearsal(handbook: try ShippedPack.read().handbook, traced: traced)
        return try #require(rehearsal.play(transcript).first)
    }

    @Test("a case tells the states, transitions, replies and outcomes that it reached")
    func reached() throws {
        let result = try result()
        #expect(result.isPassed)
        let names = Set(result.reached.map { "\($0.kind.rawValue) \($0.name)" })
        let expected: Set = [
            "states cancel_order/confirm", "transitions cancel_order/confirm agreed",
            "transitions cancel_order/cancel ok", "replies cancel_order.cancelled [en]",
            "outcomes shop.cancel_order ok", "outcomes shop.order ok",
        ]
        #expect(expected.subtracting(names) == [])
        #expect(!names.contains("transitions cancel_order/confirm declined"))
        #expect(!names.contains("replies cancel_order.cancelled [de]"))
    }

    @Test("a rehearsal that is not traced reaches nothing, and passes all the same")
    func untraced() throws {
        let result = try result(traced: false)
        #expect(result.isPassed && result.reached.isEmpty && result.turns == 2)
    }

    @Test("what was missed is named with its place; lcov counts the cases of each line")
    func report() throws {
        let (handbook, places) = try ShippedPack.read()
        let catalog = CoverageCatalog(handbook, places)
        #expect(catalog.entries.allSatisfy { $0.place.file.hasPrefix("Intents/") })
        let coverage = Coverage(results: [try result()], of: catalog)
        let missed = coverage.uncovered.filter { $0.hasSuffix(" cancel_order/confirm declined") }
        #expect(missed.count == 1)
        #expect(missed.first?.contains("cancel_order/flow.yaml:") == true)
        for kind in CoverageItem.Kind.allCases {
            #expect((0..<100).contains(coverage.percent(of: kind)), "\(kind)")
        }
        let empty = Coverage(results: [], of: catalog)
        #expect(empty.percent(of: .transitions) == 0)
        #expect(empty.lcov.contains("LH:0") && !empty.lcov.contains("LH:1"))
        #expect(coverage.lcov.contains(",1\n"))
        let records = coverage.lcov.split(separator: "\n")
        #expect(
            records.count { $0.hasPrefix("SF:") } == records.count { $0 == "end_of_record" })
    }

    @Test("each mutation changes one thing at a known place, and swapped answers are noticed")
    func mutations() throws {
        let (handbook, places) = try ShippedPack.read()
        let all = Mutation.all(of: handbook, places)
        #expect(Set(all.map(\.kind)) == Set(Mutation.Kind.allCases))
        #expect(all.allSatisfy { $0.place.file.hasPrefix("Intents/") && !$0.touches.isEmpty })
        for mutation in all {
            var harmed = handbook
            mutation.apply(to: &harmed)
            let isSame = harmed.book.flows == handbook.book.flows && harmed.plan == handbook.plan
            #expect(!isSame, "\(mutation.kind) \(mutation.name)")
        }
        let transcript = try Transcript(text: ShippedPack.cancelling, file: "a.talk")
        for kind in [Mutation.Kind.answersSwapped, .confirmationDropped, .transitionDropped] {
            let mutation = try #require(
                all.first { one in
                    one.kind == kind
                        && (one.name == "cancel_order/confirm"
                            || one.name == "cancel_order/cancel ok")
                })
            var harmed = handbook
            mutation.apply(to: &harmed)
            let results = Rehearsal(handbook: harmed).play(transcript)
            #expect(results.contains { !$0.isPassed }, "\(kind)")
        }
    }

    @Test("the explorer drafts cases that pass and reach what was missed; the same seed the same")
    func exploration() throws {
        let (handbook, places) = try ShippedPack.read()
        let missed = Set(CoverageCatalog(handbook, places).entries.map(\.item))
        let transcript = try Transcript(
            text: ShippedPack.cancelling, file: "Transcripts/cancel_order/a.talk")
        let explorer = Explorer(
            handbook: handbook, transcripts: [transcript], customers: ["c-77"], walks: 12)
        let drafts = explorer.drafts(in: "cancel_order", missed: missed, seed: 7)
        #expect(!drafts.isEmpty)
        let again = explorer.drafts(in: "cancel_order", missed: missed, seed: 7)
        #expect(again.map(\.text) == drafts.map(\.text))
        let rehearsal = Rehearsal(handbook: handbook, traced: true)
        for draft in drafts {
            let results = rehearsal.play(try Transcript(text: draft.text, file: "draft.talk"))
            let isPassed = results.allSatisfy(\.isPassed)
            #expect(isPassed, "\(draft.text)")
            let reached = results.reduce(into: Set()) { $0.formUnion($1.reached) }
            #expect(Set(draft.reached).subtracting(reached) == [], "\(draft.text)")
        }
    }
}
