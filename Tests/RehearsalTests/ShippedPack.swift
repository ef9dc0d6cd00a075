import Daemon
import Foundation
import Handbook
import Rehearsal
import Triage

/// The pack and the transcripts of this repository, read once.
enum ShippedPack {
    static let root: String = {
        var url = URL(filePath: #filePath).resolvingSymlinksInPath()
        for _ in 0..<3 { url.deleteLastPathComponent() }
        return url.path
    }()

    private static let pack = Result {
        try ModelCache.pack(
            "\(root)/Intents", shopVocabulary: [],
            vectors: (try? VectorTable(.shipped, pack: "\(root)/Intents"))?.vectors)
    }

    static func read() throws -> (handbook: Handbook, places: PackPlaces) { try pack.get() }

    static func transcripts() throws -> [Transcript] {
        let folder = "\(root)/Transcripts"
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".talk") }.sorted()
        return try names.map { name in
            let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
            return try Transcript(text: text, file: "Transcripts/\(name)")
        }
    }

    static let cancelling = """
        customer: c-77 verified
        lang: en

        === Cancelling
        customer: cancel order 1071, I don't need it
        bot=: cancel_order.confirm_cancel
        customer: yes
        bot=: cancel_order.cancelled
          ! shop.cancel_order(order_id=1071) -> ok
        """
}
