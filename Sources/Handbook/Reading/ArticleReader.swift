import Dialogue
import Understanding

/// Reads `knowledge/<article>/<language>.md`: a YAML head, then the text, said as it is.
struct ArticleReader {
    let name: String
    let language: String
    let file: String
    let report: Report
    /// As in `WordsReader`.
    var isSound = false

    /// `root` is the article's head.
    func read(_ root: YAMLNode, _ bytes: [UInt8]) -> ArticleDraft? {
        guard let parts = ArticleParts(of: bytes, file: file, report) else { return nil }
        let words = WordsReader(
            folder: name, namespace: "knowledge", language: language, entityOfType: [:],
            report: report)
        let fields = root.fields(report, "the head", keys: ["title", "questions", "rules"])
        let title = fields.required("title", cure: "add title: with the question in short") ?? ""
        var phrases = PhrasesDraft(
            phrases: IntentPhrases(intent: "knowledge.\(name)", language: language, title: title),
            place: root.place)
        phrases.phrases.rules = (fields["rules"]?.list(report, of: "rules") ?? []).compactMap {
            words.rule($0)
        }
        for (text, place) in fields["questions"]?.texts(report, of: "questions") ?? [] {
            phrases.phrases.examples.append(text)
            phrases.examples.append(place)
        }
        return ArticleDraft(
            name: name, language: language, place: Place(file: file), phrases: phrases,
            text: template(parts.text))
    }

    /// The text as a message that says it literally: a quoted pattern, each special character
    /// escaped.
    private func template(_ text: ArraySlice<UInt8>) -> MessageTemplate? {
        guard !text.isEmpty else {
            report.error(
                .wrongShape, at: Place(file: file), "the article has no text",
                cure: "write it after the head")
            return nil
        }
        var source = Array("{{".utf8)
        source.reserveCapacity(text.count + 16)
        for byte in text {
            switch byte {
            case UInt8(ascii: #"\"#), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"):
                source.append(UInt8(ascii: #"\"#))
            default: break
            }
            source.append(byte)
        }
        source += "}}".utf8
        let message = String(decoding: source, as: UTF8.self)
        if isSound { return MessageTemplate(sound: message, late: LateReply()) }
        do {
            return try MessageTemplate(parsing: message)
        } catch {
            report.error(.messageSyntax, at: Place(file: file), error.what, cure: error.cure)
            return nil
        }
    }
}
