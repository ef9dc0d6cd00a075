import FoundationEssentials
public import Handbook
public import Triage
public import Understanding

/// Trained models by name: training takes seconds, reading one back takes milliseconds. A missing or broken cache only
/// costs the training.
public enum ModelCache {
    /// Reads a pack with the model that is kept for its phrases, or keeps the one that was trained.
    ///
    /// `shopVocabulary`: names of the shop's products. Throws every mistake of the pack.
    public static func handbook(
        of directory: String, shopVocabulary: [String], vectors: StaticVectors?
    ) throws(Diagnostics) -> Handbook {
        try pack(directory, shopVocabulary: shopVocabulary, vectors: vectors).handbook
    }

    /// The same, with the places where the pack's parts are written.
    public static func pack(
        _ directory: String, shopVocabulary: [String], vectors: StaticVectors?
    ) throws(Diagnostics) -> (handbook: Handbook, places: PackPlaces) {
        try pack(
            try PackSource(directory: directory), shopVocabulary: shopVocabulary, vectors: vectors)
    }

    /// The same of files that are read already. What this program found sound before is not checked again.
    public static func pack(
        _ source: PackSource, shopVocabulary: [String], vectors: StaticVectors?
    ) throws(Diagnostics) -> (handbook: Handbook, places: PackPlaces) {
        let reading = reading(source, .init(shopVocabulary: shopVocabulary, vectors: vectors))
        guard let handbook = reading.handbook, let places = reading.places else {
            throw Diagnostics(reading.errors)
        }
        SpareMemory.giveBack()
        return (handbook, places)
    }

    /// Checks the files of a pack, with everything that there is to say about them; `phrases` tries every example, too.
    public static func check(
        _ source: PackSource, shopVocabulary: [String], phrases: Bool = false,
        vectors: StaticVectors?
    ) -> HandbookReader.Reading {
        reading(
            source,
            .init(
                shopVocabulary: shopVocabulary, phrases: phrases, vectors: vectors,
                checksAgain: true))
    }

    private static func reading(
        _ source: PackSource, _ options: HandbookReader.Options
    ) -> HandbookReader.Reading {
        var options = options
        options.workers = ThreadWorkers()
        options.program = program
        options.cachedModel = read
        let reading = HandbookReader.check(source, options: options)
        if let handbook = reading.handbook { keep(handbook.interpreter, reading) }
        return reading
    }

    /// Names this very build: how long its file is, and since when. Nil where the system does not tell.
    private static let program: String? = {
        let files = FileManager.default
        guard let path = try? files.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
            let attributes = try? files.attributesOfItem(atPath: path),
            let size = attributes[.size] as? Int,
            let date = attributes[.modificationDate] as? Date
        else { return nil }
        return "\(String(size, radix: 16)).\(date.timeIntervalSince1970.bitPattern)"
    }()

    private static let read: @Sendable (String) -> (any ByteSource)? = { name in
        MappedFile(path: path(name))
    }

    /// Keeps for the next time what did not come from the cache: the interpreter's model, what it read of the texts,
    /// the files' nodes, and that they are sound. A file that was there and was not taken is harmed, and is replaced.
    private static func keep(_ interpreter: Interpreter, _ reading: HandbookReader.Reading) {
        let isCached = interpreter.isCached
        var isNew = false
        if let nodes = reading.nodes { isNew = keep(nodes.name, nodes.bytes()) }
        if !isCached.model { isNew = keep(interpreter.names.model, interpreter.modelBytes) }
        if !isCached.reading { isNew = keep(interpreter.names.reading, interpreter.readingBytes) }
        if let sound = reading.sound { isNew = keep(sound.name, sound.bytes) }
        if isNew { removeOldest() }
    }

    /// Writes a file, whole or not at all; true.
    private static func keep(_ name: String, _ bytes: [UInt8]) -> Bool {
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        try? Data(bytes).write(to: URL(filePath: path(name)), options: .atomic)
        return true
    }

    /// Of so many packs, each a model, a reading, nodes and a sign, the newest are kept: every change of a phrase is
    /// another.
    private static let fileLimit = 64

    private static func removeOldest() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let dated = names.map { name in
            let attributes = try? FileManager.default.attributesOfItem(atPath: path(name))
            return (attributes?[.modificationDate] as? Date ?? .distantPast, name)
        }
        for (_, name) in dated.sorted(by: >).dropFirst(fileLimit) {
            try? FileManager.default.removeItem(atPath: path(name))
        }
    }

    private static var folder: String { DefaultPaths.cache("models") }
    private static func path(_ name: String) -> String { "\(folder)/\(name)" }
}
