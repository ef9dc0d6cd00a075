import Dialogue
import Understanding

/// Reads all files of a pack into a draft.
struct PackReader {
    let source: PackSource
    let report: Report
    private let yaml: ComposedFiles
    private let workers: any Workers
    private let isSound: Bool

    /// One of the `workers` reads a file. `isSound`: the same program found these files sound before.
    init(
        source: PackSource, report: Report, yaml: ComposedFiles? = nil,
        workers: any Workers = OneWorker(), isSound: Bool = false
    ) {
        self.source = source
        self.report = report
        self.yaml = yaml ?? ComposedFiles(source, workers: workers)
        self.workers = workers
        self.isSound = isSound
    }

    static let topFiles = ["pack.yaml", "actions.yaml", "entities.yaml", "desk.yaml"]

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
            languages: draft.settings.languages, actions: draft.actions, report: report,
            isSound: isSound
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

    private func top(_ path: String, _ draft: inout Draft) -> YAMLNode? {
        guard source.file(path) != nil else {
            draft.unreadable.insert(source.display(path))
            report.error(
                .missingFile, at: Place(file: source.display(path)), "the file is missing",
                cure: "write it; see docs/intents.md")
            return nil
        }
        let root = yaml.root(of: path, report)
        if root == nil { draft.unreadable.insert(source.display(path)) }
        return root
    }

    private func readFolders(into draft: inout Draft) {
        let kinds = draft.entityKinds
        let reader = FolderReader(
            source: source, yaml: yaml, languages: draft.settings.languages,
            actions: draft.actions, types: draft.types,
            entityOfType: draft.types.compactMapValues(\.type.entity)
                .filter { type in !kinds.contains(type.key) },
            isSound: isSound)
        let files = source.files
        let read = workers.results(files.count) { number in
            let report = Report()
            return (reader.read(files[number], report), report.diagnostics)
        }
        for (file, (content, diagnostics)) in zip(files, read) {
            report.add(diagnostics)
            switch content {
            case .flow(let flow): draft.flows.append(flow)
            case .words(let words): draft.words.append(words)
            case .article(let article): draft.articles.append(article)
            case .unreadable: draft.unreadable.insert(source.display(file.path))
            case .nothing: break
            }
        }
    }
}
