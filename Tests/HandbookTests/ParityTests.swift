import Foundation
import Testing

@testable import Handbook

@Suite("Languages of a pack")
struct ParityTests {
    /// The tiny pack with each English file also as a German one.
    private func source(_ edits: [Edit] = []) -> PackSource {
        var german: [Edit] = [Edit("pack.yaml", "[en]", "[en, de]")]
        for (file, text) in TinyPack.files where file.hasSuffix("/en.yaml") || file.hasSuffix(".md")
        {
            german.append(Edit(file.replacing("/en.", with: "/de."), "", text))
        }
        return TinyPack.source(german + edits)
    }

    private func codes(_ source: PackSource) -> [String] {
        let report = Report()
        if let draft = PackReader(source: source, report: report).read() {
            ParityCheck(draft: draft, report: report).run()
        }
        // The entities have no German words: that is another check's.
        return report.diagnostics.filter { $0.code == .missingVariable }.map {
            "\($0.code.rawValue) \($0)"
        }
    }

    @Test("a value that one language does not say is named with its place")
    func missingVariable() {
        #expect(codes(source()) == [])
        let found = codes(
            source([Edit("cancel_order/de.yaml", "There is no order {$order_id}.", "Nein.")]))
        #expect(found.count == 1)
        #expect(
            found.first?.contains(
                "the reply 'cancel_order.order_unknown' does not say {$order_id} in 'de', but in 'en'"
            )
                == true, "\(found)")
    }

    @Test("the manual names every code of a mistake")
    func documented() throws {
        let path = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let manual = try String(contentsOfFile: "/\(path)/docs/intents.md", encoding: .utf8)
        for code in Diagnostic.Code.allCases {
            #expect(manual.contains(code.rawValue), "docs/intents.md lacks \(code.rawValue)")
        }
    }
}
