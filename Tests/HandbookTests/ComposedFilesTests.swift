import Testing
import Understanding

@testable import Handbook

@Suite("Composed files")
struct ComposedFilesTests {
    private let files = ComposedFiles(TinyPack.source(), workers: OneWorker())

    private func composed(_ source: PackSource = TinyPack.source(), kept: [UInt8]) -> ComposedFiles
    {
        ComposedFiles(source, workers: OneWorker()) { _ in kept }
    }

    @Test("nodes come back from their bytes as they were, with their places")
    func roundTrip() throws {
        let again = composed(kept: files.bytes)
        #expect(again.bytes == files.bytes)
        #expect(again.isKept && !files.isKept)
        let report = Report()
        let own = try #require(files.root(of: "cancel_order/en.yaml", report)?.entries)
        let kept = try #require(again.root(of: "cancel_order/en.yaml", report)?.entries)
        #expect(kept.map(\.key) == own.map(\.key))
        #expect(kept.map(\.place) == own.map(\.place))
        #expect(kept.map(\.value.place) == own.map(\.value.place))
        #expect(report.diagnostics == [])
    }

    @Test("bytes that are cut off are composed anew")
    func cutOff() {
        let bytes = files.bytes
        for length in [0, 1, bytes.count / 2, bytes.count - 1] {
            #expect(composed(kept: Array(bytes[..<length])).bytes == bytes)
        }
    }

    @Test("bytes of other files are composed anew")
    func others() {
        let larger = TinyPack.source([Edit("other/en.yaml", "", "title: other\n")])
        #expect(composed(larger, kept: files.bytes).bytes != files.bytes)
        #expect(composed(larger, kept: files.bytes).root(of: "other/en.yaml", Report()) != nil)
    }

    @Test("broken bytes are read without a trap")
    func broken() {
        let bytes = files.bytes
        for place in stride(from: 0, to: bytes.count, by: 7) {
            var broken = bytes
            broken[place] ^= 0xFF
            let again = composed(kept: broken)
            #expect(again.bytes == bytes && !again.isKept, "byte \(place)")
        }
    }

    @Test("a file with a mistake is not kept")
    func mistakes() {
        let source = TinyPack.source([Edit("other/en.yaml", "", "title: [\n")])
        let report = Report()
        let files = ComposedFiles(source, workers: OneWorker())
        #expect(composed(source, kept: files.bytes).root(of: "other/en.yaml", report) == nil)
        #expect(!report.diagnostics.isEmpty)
    }
}
