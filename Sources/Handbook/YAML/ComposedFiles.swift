import Understanding

/// The YAML files of a pack and the heads of its articles, each composed once; what there is to say of one is told to
/// whoever takes it.
///
/// Composing a pack takes a sixth of a start, so the nodes are kept as bytes under the name of what the files hold.
struct ComposedFiles: Sendable {
    private struct Composed: Sendable {
        /// Nil where the file cannot be read.
        var root: YAMLNode?
        var diagnostics: [Diagnostic] = []
    }

    /// The source's.
    let fingerprint: String
    /// What to call the nodes of these files.
    var name: String { "\(fingerprint).\(Self.version).nodes" }
    private var all: [String: Composed]
    /// Whether the nodes came from bytes that were kept.
    private(set) var isKept = false

    /// One of the `workers` composes a file. `kept`: the bytes of that name that were kept before.
    init(
        _ source: PackSource, workers: any Workers,
        kept: (String) -> (any ByteSource)? = { _ in nil }
    ) {
        fingerprint = source.fingerprint
        all = [:]
        let files = source.files.filter { $0.path.hasSuffix(".yaml") || ArticleParts.isArticle($0) }
        if let bytes = kept(name), let nodes = Self.nodes(in: bytes, of: source, files) {
            all = nodes
            isKept = true
            return
        }
        let composed = workers.results(files.count) { number in
            let report = Report()
            let place = source.display(files[number].path)
            let root: YAMLNode?
            if ArticleParts.isArticle(files[number]) {
                root = ArticleParts(of: files[number].bytes, file: place, report)?.head(report)
            } else {
                var reader = YAMLReader(file: place, report: report)
                root = reader.read(files[number].bytes)
            }
            return Composed(root: root, diagnostics: report.diagnostics)
        }
        all = Dictionary(zip(files.map(\.path), composed), uniquingKeysWith: { first, _ in first })
    }

    /// The root of a file; nil, with a report, where it cannot be read.
    func root(of path: String, _ report: Report) -> YAMLNode? {
        let file = all[path]
        report.add(file?.diagnostics ?? [])
        return file?.root
    }

    // MARK: Bytes

    /// Raise it when the same files would be composed otherwise.
    private static let version = 2

    /// The nodes of files of which there is nothing to say, as bytes for a cache.
    var bytes: [UInt8] {
        var writer = NodeWriter()
        let sound = all.filter { $0.value.diagnostics.isEmpty }
        writer.number(sound.count)
        for (path, file) in sound.sorted(by: { $0.key < $1.key }) {
            guard let root = file.root else { continue }
            writer.text(path)
            writer.node(root)
        }
        return writer.sealed
    }

    /// The nodes of exactly these files; nil where the bytes are others.
    private static func nodes(
        in source: any ByteSource, of pack: PackSource, _ files: [PackSource.File]
    ) -> [String: Composed]? {
        var all: [String: Composed] = [:]
        source.withBytes { bytes in
            guard var reader = NodeReader(sealed: bytes), reader.number() == files.count
            else { return }
            for _ in files {
                guard let path = reader.text(), let root = reader.node(in: pack.display(path))
                else { return }
                all[path] = Composed(root: root)
            }
        }
        return files.allSatisfy { all[$0.path] != nil } ? all : nil
    }
}
