import Testing
import Triage
import Understanding

@testable import Handbook

@Suite("What a program has found sound")
struct SoundNameTests {
    /// Sound, with a warning: a reply that nobody says.
    private let source = TinyPack.source([
        Edit("cancel_order/en.yaml", "replies:\n", "replies:\n  spare: \"Spare.\"\n")
    ])

    private func check(
        _ source: PackSource, _ program: String?, shop: [String] = [],
        kept: (name: String, bytes: [UInt8])? = nil
    ) -> HandbookReader.Reading {
        HandbookReader.check(
            source,
            options: .init(shopVocabulary: shop, program: program) { name in
                name == kept?.name ? kept?.bytes : nil
            })
    }

    @Test("is not checked again by that program, of those files")
    func known() throws {
        let first = check(source, "build 1")
        #expect(first.warnings.map(\.code) == [.unusedReply])
        let sound = try #require(first.sound)
        let second = check(source, "build 1", kept: sound)
        #expect(second.warnings == [])
        #expect(second.sound == nil)
        #expect(second.handbook?.interpreter.names == first.handbook?.interpreter.names)
        #expect(check(source, "build 2", kept: sound).warnings == first.warnings)
        #expect(check(source, "build 1", shop: ["Lamp"], kept: sound).warnings == first.warnings)
        #expect(check(source, nil, kept: sound).warnings == first.warnings)
        #expect(check(TinyPack.source(), "build 1").sound?.name != sound.name)
    }

    @Test("is checked again where the kept bytes were harmed")
    func harmed() throws {
        let first = check(source, "build 1")
        var sound = try #require(first.sound)
        sound.bytes[20] ^= 1
        let second = check(source, "build 1", kept: sound)
        #expect(second.warnings == first.warnings)
        #expect(second.sound?.bytes == first.sound?.bytes)
    }

    @Test("has no name where there is a mistake, or nobody asks")
    func unsound() {
        let broken = TinyPack.source([Edit("other/en.yaml", "", "title: [\n")])
        #expect(check(broken, "build 1").sound == nil)
        #expect(check(source, nil).sound == nil)
    }
}
