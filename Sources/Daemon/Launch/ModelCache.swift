import FoundationEssentials
public import Understanding

/// Trained models by name: training takes seconds, reading one back takes milliseconds. A missing or broken cache only
/// costs the training.
public enum ModelCache {
    /// The bytes of a model by its name; nil where it is not kept.
    public static let read: @Sendable (String) -> [UInt8]? = { name in
        FileManager.default.contents(atPath: path(name)).map(Array.init)
    }

    /// Keeps the interpreter's model for the next time, if it is not kept yet.
    public static func keep(_ interpreter: Interpreter) {
        let path = path(Interpreter.modelName(for: interpreter.lexicon))
        guard !FileManager.default.fileExists(atPath: path) else { return }
        try? FileManager.default.createDirectory(
            atPath: DefaultPaths.cache("models"), withIntermediateDirectories: true)
        try? Data(interpreter.modelBytes).write(to: URL(filePath: path), options: .atomic)
    }

    private static func path(_ name: String) -> String { DefaultPaths.cache("models/\(name)") }
}
