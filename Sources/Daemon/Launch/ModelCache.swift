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

    /// The same of files that are read already.
    public static func pack(
        _ source: PackSource, shopVocabulary: [String], vectors: StaticVectors?
    ) throws(Diagnostics) -> (handbook: Handbook, places: PackPlaces) {
        let reading = HandbookReader.check(
            source,
            options: .init(
                shopVocabulary: shopVocabulary, vectors: vectors, workers: ThreadWorkers(),
                cachedModel: read))
        guard let handbook = reading.handbook, let places = reading.places else {
            throw Diagnostics(reading.errors)
        }
        keep(handbook.interpreter, vectors)
        SpareMemory.giveBack()
        return (handbook, places)
    }

    private static let read: @Sendable (String) -> [UInt8]? = { name in
        FileManager.default.contents(atPath: path(name)).map(Array.init)
    }

    /// Keeps the interpreter's model for the next time, if it is not kept yet.
    private static func keep(_ interpreter: Interpreter, _ vectors: StaticVectors?) {
        let path = path(Interpreter.modelName(for: interpreter.lexicon, vectors: vectors))
        guard !FileManager.default.fileExists(atPath: path) else { return }
        try? FileManager.default.createDirectory(
            atPath: DefaultPaths.cache("models"), withIntermediateDirectories: true)
        try? Data(interpreter.modelBytes).write(to: URL(filePath: path), options: .atomic)
    }

    private static func path(_ name: String) -> String { DefaultPaths.cache("models/\(name)") }
}
