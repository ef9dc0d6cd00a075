import Facts

/// Reads the words by which training knows a greeting, an apology, thanks…: `Scorecards/tone.yaml`.
public enum ToneReader {
    /// By kind and language: the words and phrases, as they are written. Throws every mistake.
    public static func read(
        _ bytes: [UInt8], file: String
    ) throws(Diagnostics) -> [String: [String: [String]]] {
        let report = Report()
        var yaml = YAMLReader(file: file, report: report)
        var tone: [String: [String: [String]]] = [:]
        if let root = yaml.read(bytes) {
            let fields = root.fields(report, "a tone file", keys: ["tone", "version"])
            _ = fields["version"]?.integer(report, in: 1...1)
            for kind in fields["tone"]?.mapping(report, "kinds of words") ?? [] {
                for language in kind.value.mapping(report, "languages") {
                    tone[kind.key, default: [:]][language.key] =
                        language.value.texts(report, of: "words").map(\.text)
                }
            }
        }
        guard report.diagnostics.isEmpty else { throw Diagnostics(report.diagnostics) }
        return tone
    }
}
