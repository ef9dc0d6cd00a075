import Dialogue
import Understanding

/// Reads all files of a pack into a draft.
struct PackReader {
    let source: PackSource
    let report: Report

    private static let topFiles = ["pack.yaml", "actions.yaml", "entities.yaml", "desk.yaml"]

    /// Nil where a file that all others build on could not be read.
    func read() -> Draft? {
        var draft = Draft()
        let settings = top("pack.yaml", &draft)
        let actions = top("actions.yaml", &draft)
        let entities = top("entities.yaml", &draft)
        let desk = top("desk.yaml", &draft)
        guard let settings, let actions, let entities else { return nil }
        draft.settings = SettingsReader(source: source, report: report).read(settings)
        draft.actions = ActionsReader(report: report).read(actions)
        EntitiesReader(
            languages: draft.settings.languages, actions: draft.actions, report: report
        ).read(entities, into: &draft)
        readFolders(into: &draft)
        if let root = desk {
            draft.desk.place = root.place
            var reader = DeskReader(source: source, report: report)
            draft.plan = reader.read(root)
            draft.desk.root = root
            draft.desk.tests = reader.tests
        }
        return draft
    }

    private func display(_ path: String) -> String { "\(source.name)/\(path)" }

    private func top(_ path: String, _ draft: inout Draft) -> YAMLNode? {
        guard let file = source.file(path) else {
            draft.unreadable.insert(display(path))
            report.error(
                .missingFile, at: Place(file: display(path)), "the file is missing",
                cure: "write it; see docs/intents.md")
            return nil
        }
        return yaml(file, &draft)
    }

    private func yaml(_ file: PackSource.File, _ draft: inout Draft) -> YAMLNode? {
        var reader = YAMLReader(file: display(file.path), report: report)
        let root = reader.read(file.bytes)
        if root == nil { draft.unreadable.insert(display(file.path)) }
        return root
    }

    private func readFolders(into draft: inout Draft) {
        let entityOfType = draft.types.compactMapValues(\.type.entity)
            .filter { type in !draft.entityKinds.contains(type.key) }
        for file in source.files {
            let parts = file.path.split(separator: "/").map(String.init)
            switch parts.count {
            case 1: checkTop(parts[0])
            case 2 where parts[0] != "repairs" && parts[0] != "knowledge":
                read(file, folder: parts[0], name: parts[1], isRepair: false, entityOfType, &draft)
            case 3 where parts[0] == "repairs":
                read(file, folder: parts[1], name: parts[2], isRepair: true, entityOfType, &draft)
            case 3 where parts[0] == "knowledge":
                readArticle(file, article: parts[1], name: parts[2], &draft)
            default: unknown(file, cure: "see docs/intents.md for the folders of a pack")
            }
        }
    }

    private func checkTop(_ name: String) {
        guard name.hasSuffix(".yaml") || name.hasSuffix(".yml"), !Self.topFiles.contains(name)
        else {
            return
        }
        report.error(
            .unknownFile, at: Place(file: display(name)), "no part of a pack is called '\(name)'",
            cure: suggestion(for: name, among: Self.topFiles)
                ?? "the files are \(Self.topFiles.joined(separator: ", "))")
    }

    private func unknown(_ file: PackSource.File, cure: String) {
        guard file.path.hasSuffix(".yaml") || file.path.hasSuffix(".yml") else { return }
        report.error(
            .unknownFile, at: Place(file: display(file.path)), "this file is no part of a pack",
            cure: cure)
    }

    private func read(
        _ file: PackSource.File, folder: String, name: String, isRepair: Bool,
        _ entityOfType: [String: String], _ draft: inout Draft
    ) {
        if name == "flow.yaml" {
            guard let root = yaml(file, &draft) else { return }
            var reader = FlowReader(
                id: folder, isRepair: isRepair, place: Place(file: display(file.path)),
                actions: draft.actions, types: draft.types, report: report)
            draft.flows.append(reader.read(root))
            return
        }
        guard name.hasSuffix(".yaml") else { return unknown(file, cure: "end its name in .yaml") }
        let language = String(name.dropLast(".yaml".count))
        guard draft.settings.languages.contains(language) else {
            return unknown(file, cure: languageCure(language, draft))
        }
        guard let root = yaml(file, &draft) else { return }
        let reader = WordsReader(
            folder: folder, namespace: isRepair ? "repair" : folder, language: language,
            entityOfType: entityOfType, report: report)
        draft.words.append(reader.read(root))
    }

    private func languageCure(_ name: String, _ draft: Draft) -> String {
        name == "flows"
            ? "call it flow.yaml" : "add '\(name)' to languages: of pack.yaml, or remove the file"
    }

    private func readArticle(
        _ file: PackSource.File, article: String, name: String, _ draft: inout Draft
    ) {
        guard name.hasSuffix(".md") else { return unknown(file, cure: "write articles as .md") }
        let language = String(name.dropLast(".md".count))
        guard draft.settings.languages.contains(language) else {
            report.error(
                .unknownFile, at: Place(file: display(file.path)),
                "'\(language)' is no language of the pack", cure: languageCure(language, draft))
            return
        }
        let reader = ArticleReader(
            name: article, language: language, file: display(file.path), report: report)
        if let read = reader.read(file.bytes) {
            draft.articles.append(read)
        } else {
            draft.unreadable.insert(display(file.path))
        }
    }
}
