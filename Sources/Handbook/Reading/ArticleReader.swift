import Dialogue
import Understanding

/// Reads `knowledge/<article>/<language>.md`: a YAML head, then the text, said as it is.
struct ArticleReader {
    let name: String
    let language: String
    let file: String
    let report: Report

    func read(_ bytes: [UInt8]) -> ArticleDraft? {
        let place = Place(file: file)
        guard let parts = split(bytes) else {
            report.error(
                .wrongShape, at: place, "the article has no head",
                cure: "begin with a line ---, then title: and questions:, then a line ---")
            return nil
        }
        var reader = YAMLReader(file: file, lineOffset: 1, report: report)
        guard let root = reader.read(parts.head) else { return nil }
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
            name: name, language: language, place: place, phrases: phrases,
            text: template(parts.text))
    }

    /// The lines between the first two `---`, and those after them.
    private func split(_ bytes: [UInt8]) -> (head: [UInt8], text: String)? {
        guard bytes.count <= YAMLReader.maximumBytes else { return nil }
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let rule = Array("---".utf8)
        guard lines.first.map(Array.init) == rule,
            let end = lines.dropFirst().firstIndex(where: { Array($0) == rule })
        else { return nil }
        let text = lines[(end + 1)...].joined(separator: [0x0A])
        return (
            Array(lines[1..<end].joined(separator: [0x0A])),
            String(decoding: Array(text), as: UTF8.self)
        )
    }

    /// The text as a message that says it literally: a quoted pattern, each special character
    /// escaped.
    private func template(_ text: String) -> MessageTemplate? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let trimmed = lines.drop { $0.allSatisfy(\.isWhitespace) }.reversed()
            .drop { $0.allSatisfy(\.isWhitespace) }.reversed().joined(separator: "\n")
        guard !trimmed.isEmpty else {
            report.error(
                .wrongShape, at: Place(file: file), "the article has no text",
                cure: "write it after the head")
            return nil
        }
        var source = String.UnicodeScalarView()
        for scalar in trimmed.unicodeScalars {
            if ["\\", "{", "}", "|"].contains(scalar) { source.append("\\") }
            source.append(scalar)
        }
        do {
            return try MessageTemplate(parsing: "{{" + String(source) + "}}")
        } catch {
            report.error(.messageSyntax, at: Place(file: file), error.what, cure: error.cure)
            return nil
        }
    }
}
