import Testing
import Understanding

@testable import Handbook

@Suite("What a program has found sound")
struct SoundNameTests {
    /// Sound, with a warning: a reply that nobody says.
    private let source = TinyPack.source([
        Edit("cancel_order/en.yaml", "replies:\n", "replies:\n  spare: \"Spare.\"\n")
    ])

    private func check(
        _ source: PackSource, _ program: String?, kept: String? = nil
    ) -> HandbookReader.Reading {
        HandbookReader.check(
            source,
            options: .init(program: program) { name in
                name == kept ? [1] as [UInt8] : nil
            })
    }

    @Test("is not checked again by that program, of those files")
    func known() throws {
        let first = check(source, "build 1")
        #expect(first.warnings.map(\.code) == [.unusedReply])
        let name = try #require(first.soundName)
        let second = check(source, "build 1", kept: name)
        #expect(second.handbook != nil)
        #expect(second.warnings == [])
        #expect(second.soundName == name)
        #expect(check(source, "build 2", kept: name).warnings == first.warnings)
        #expect(check(source, nil, kept: name).warnings == first.warnings)
        #expect(check(TinyPack.source(), "build 1").soundName != name)
    }

    @Test("has no name where there is a mistake, or nobody asks")
    func unsound() {
        let broken = TinyPack.source([Edit("other/en.yaml", "", "title: [\n")])
        #expect(check(broken, "build 1").soundName == nil)
        #expect(check(source, nil).soundName == nil)
    }
}
