import Yams

/// Reads one YAML text into nodes with places; every scalar stays a text.
struct YAMLReader {
    /// The name in diagnostics.
    let file: String
    /// Lines before the text, for YAML inside another file.
    let lineOffset: Int
    let report: Report
    /// The keys that were renamed because they stand twice.
    private var duplicates: [DuplicateKey] = []

    init(file: String, lineOffset: Int = 0, report: Report) {
        self.file = file
        self.lineOffset = lineOffset
        self.report = report
    }

    /// The longest file that is read, in bytes.
    static let maximumBytes = 1_048_576

    private static let maximumDuplicates = 20

    /// The root node; nil, with a report, where the text cannot be read. An empty text is an empty
    /// mapping.
    mutating func read(_ bytes: [UInt8]) -> YAMLNode? {
        guard bytes.count <= Self.maximumBytes else {
            report.error(
                .unreadableFile, at: place(1, 1), "the file is larger than 1 MiB",
                cure: "split it into several folders")
            return nil
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            report.error(
                .unreadableFile, at: place(1, 1), "the file is not UTF-8", cure: "save it as UTF-8")
            return nil
        }
        var scan = YAMLScan(bytes)
        scan.run()
        for finding in scan.findings {
            report.error(
                finding.code, at: place(finding.line, finding.column), finding.what,
                cure: finding.cure)
        }
        guard scan.findings.isEmpty else { return nil }
        return compose(text)
    }

    /// Composes; a duplicate key is reported, renamed, and the rest read all the same.
    private mutating func compose(_ original: String) -> YAMLNode? {
        var text = original
        for number in 0..<Self.maximumDuplicates {
            do {
                let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
                guard let root = try parser.singleRoot() else {
                    return YAMLNode(place: place(1, 1), content: .mapping([]))
                }
                return node(root, depth: 0)
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                let name = keys.first ?? ""
                guard
                    let renamed = DuplicateKey.rename(
                        name, in: text, line: context.mark.line, column: context.mark.column,
                        number: number)
                else {
                    report.error(
                        .duplicateKey, at: place(context.mark), "the key '\(name)' is given twice",
                        cure: "keep one of them")
                    return nil
                }
                duplicates.append(renamed.key)
                text = renamed.text
            } catch {
                explain(error)
                return nil
            }
        }
        return nil
    }

    private func explain(_ error: any Error) {
        switch error {
        case YamlError.scanner(_, let problem, let mark, _),
            YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            report.error(
                .yamlSyntax, at: place(mark), "not YAML: \(problem)",
                cure: YAMLCure.cure(for: problem))
        case YamlError.reader(let problem, _, _, _):
            report.error(
                .yamlSyntax, at: place(1, 1), "not YAML: \(problem)",
                cure: "remove control characters")
        default:
            report.error(.yamlSyntax, at: place(1, 1), "not YAML", cure: "check the file's form")
        }
    }

    private func node(_ source: Node, depth: Int) -> YAMLNode? {
        let here = source.mark.map(place) ?? place(1, 1)
        guard depth <= YAMLScan.maximumDepth else {
            report.error(
                .yamlDepth, at: here, "nested deeper than \(YAMLScan.maximumDepth) levels",
                cure: "remove the nesting; no file of a pack needs it")
            return nil
        }
        if source.anchor != nil {
            report.error(.yamlAnchor, at: here, "anchors are not read", cure: "write it out")
            return nil
        }
        switch source {
        case .scalar(let scalar):
            return YAMLNode(
                place: here, content: .text(scalar.string, isPlain: scalar.style == .plain))
        case .sequence(let sequence):
            return YAMLNode(
                place: here, content: .list(sequence.compactMap { node($0, depth: depth + 1) }))
        case .mapping(let mapping):
            return YAMLNode(place: here, content: .mapping(entries(of: mapping, depth: depth)))
        case .alias:
            report.error(.yamlAnchor, at: here, "aliases are not read", cure: "write it out")
            return nil
        }
    }

    private func entries(of mapping: Node.Mapping, depth: Int) -> [YAMLNode.Entry] {
        var entries: [YAMLNode.Entry] = []
        for (key, value) in mapping {
            let here = key.mark.map(place) ?? place(1, 1)
            guard case .scalar(let scalar) = key else {
                report.error(
                    .wrongShape, at: here, "a key is a list or a mapping", cure: "quote the text")
                continue
            }
            if let renamed = duplicates.first(where: { $0.marker == scalar.string }) {
                report(renamed, at: here, among: mapping)
            } else if let value = node(value, depth: depth + 1) {
                entries.append(YAMLNode.Entry(key: scalar.string, place: here, value: value))
            }
        }
        return entries
    }

    /// The first of two equal keys was renamed; the one that is left is the second.
    private func report(_ key: DuplicateKey, at first: Place, among mapping: Node.Mapping) {
        let names = mapping.map { pair -> (name: String, place: Place?) in
            let text = pair.key.scalar?.string ?? ""
            let name = duplicates.first { $0.marker == text }?.name ?? text
            return (name, pair.key.mark.map(place))
        }
        let rest = names.drop { $0.place != first }.dropFirst()
        let second = rest.first { $0.name == key.name }?.place
        report.error(
            .duplicateKey, at: second ?? first,
            "the key '\(key.name)' is given twice, first in line \(first.line)",
            cure: "keep one of them")
    }

    private func place(_ mark: Mark) -> Place { place(mark.line, mark.column) }

    private func place(_ line: Int, _ column: Int) -> Place {
        Place(file: file, line: line + lineOffset, column: column)
    }
}

/// What usually lies behind a message of the YAML parser.
private enum YAMLCure {
    static func cure(for problem: String) -> String {
        if problem.contains("mapping values are not allowed") {
            return "quote the text: it holds ': '"
        }
        if problem.contains("cannot start any token") {
            return "indent with blanks, not tabs, and quote a text that begins with @, ` or %"
        }
        if problem.contains("expected <block end>") || problem.contains("did not find expected key")
        {
            return "check the indentation of this line and of the one before, and the quotes"
        }
        if problem.contains("expected ',' or") {
            return "close the bracket, and quote a text that holds a comma, a bracket or a brace"
        }
        if problem.contains("another document") { return "remove the line ---" }
        return "check the indentation, and quote a text that holds ': ', '#' or '{'"
    }
}
