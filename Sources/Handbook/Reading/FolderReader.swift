import Understanding

/// Reads the files in a pack's folders, each by itself: a flow, the words of a language, an article.
struct FolderReader: Sendable {
    let source: PackSource
    let yaml: ComposedFiles
    let languages: [String]
    let actions: [String: ActionDraft]
    let types: [String: TypeDraft]
    /// Slot types that an entity fills, for `{type}` in templates.
    let entityOfType: [String: String]
    /// As in `WordsReader`.
    let isSound: Bool

    /// What a file adds to a draft.
    enum Content: Sendable {
        case flow(FlowDraft)
        case words(WordsDraft)
        case article(ArticleDraft)
        /// It is no part of a pack, or one that is read elsewhere.
        case nothing
        case unreadable
    }

    func read(_ file: PackSource.File, _ report: Report) -> Content {
        let parts = file.path.split(separator: "/").map(String.init)
        switch parts.count {
        case 1: checkTop(parts[0], report)
        case 2 where parts[0] != "repairs" && parts[0] != "knowledge":
            return read(file, folder: parts[0], name: parts[1], isRepair: false, report)
        case 3 where parts[0] == "repairs":
            return read(file, folder: parts[1], name: parts[2], isRepair: true, report)
        case 3 where parts[0] == "knowledge":
            return readArticle(file, article: parts[1], name: parts[2], report)
        default: unknown(file, cure: "see docs/intents.md for the folders of a pack", report)
        }
        return .nothing
    }

    private func checkTop(_ name: String, _ report: Report) {
        guard name.hasSuffix(".yaml") || name.hasSuffix(".yml"),
            !PackReader.topFiles.contains(name)
        else { return }
        report.error(
            .unknownFile, at: Place(file: source.display(name)),
            "no part of a pack is called '\(name)'",
            cure: suggestion(for: name, among: PackReader.topFiles)
                ?? "the files are \(PackReader.topFiles.joined(separator: ", "))")
    }

    private func unknown(_ file: PackSource.File, cure: String, _ report: Report) {
        guard file.path.hasSuffix(".yaml") || file.path.hasSuffix(".yml") else { return }
        report.error(
            .unknownFile, at: Place(file: source.display(file.path)),
            "this file is no part of a pack", cure: cure)
    }

    private func read(
        _ file: PackSource.File, folder: String, name: String, isRepair: Bool, _ report: Report
    ) -> Content {
        if name == "flow.yaml" {
            guard let root = yaml.root(of: file.path, report) else { return .unreadable }
            var reader = FlowReader(
                id: folder, isRepair: isRepair, place: Place(file: source.display(file.path)),
                actions: actions, types: types, report: report)
            return .flow(reader.read(root))
        }
        guard name.hasSuffix(".yaml") else {
            unknown(file, cure: "end its name in .yaml", report)
            return .nothing
        }
        let language = String(name.dropLast(".yaml".count))
        guard languages.contains(language) else {
            unknown(file, cure: languageCure(language), report)
            return .nothing
        }
        guard let root = yaml.root(of: file.path, report) else { return .unreadable }
        let reader = WordsReader(
            folder: folder, namespace: isRepair ? "repair" : folder, language: language,
            entityOfType: entityOfType, report: report, isSound: isSound)
        return .words(reader.read(root))
    }

    private func languageCure(_ name: String) -> String {
        name == "flows"
            ? "call it flow.yaml" : "add '\(name)' to languages: of pack.yaml, or remove the file"
    }

    private func readArticle(
        _ file: PackSource.File, article: String, name: String, _ report: Report
    ) -> Content {
        guard name.hasSuffix(".md") else {
            unknown(file, cure: "write articles as .md", report)
            return .nothing
        }
        let language = String(name.dropLast(".md".count))
        guard languages.contains(language) else {
            report.error(
                .unknownFile, at: Place(file: source.display(file.path)),
                "'\(language)' is no language of the pack", cure: languageCure(language))
            return .nothing
        }
        let reader = ArticleReader(
            name: article, language: language, file: source.display(file.path), report: report,
            isSound: isSound)
        guard let head = yaml.root(of: file.path, report) else { return .unreadable }
        return reader.read(head, file.bytes).map(Content.article) ?? .unreadable
    }
}
