/// A BCP 47 tag taken apart: language and region in the usual letters; the rest is not looked at.
struct LocaleName: Equatable, Sendable {
    /// Lower case, `und` where there is none.
    var language: String
    /// Upper case, as `CH`.
    var region: String?

    init(_ tag: String) {
        // "en" is most of them.
        if tag.utf8.count == 2, tag.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) {
            language = tag
            region = nil
            return
        }
        let parts = tag.prefix(64).split { $0 == "-" || $0 == "_" }
        language = parts.first.map { $0.lowercased() } ?? "und"
        region = parts.dropFirst().first { part in
            part.utf8.count == 2
                && part.utf8.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
        }?.uppercased()
    }

    /// `de-CH`, or `de` without a region.
    var key: String { region.map { "\(language)-\($0)" } ?? language }

    /// `de-CH`, then `de`.
    var candidates: [String] { region == nil ? [language] : [key, language] }

    /// Whether its language is written from right to left.
    var isRightToLeft: Bool { Self.rightToLeft.contains(language) }

    private static let rightToLeft: Set<String> = [
        "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug",
        "ur", "yi",
    ]
}
