import Daemon
import FoundationEssentials

/// Reading and writing of whole files.
enum Files {
    static func text(_ path: String) throws(CommandFailure) -> String {
        guard exists(path) else {
            throw CommandFailure(
                "\(path): there is no such file; look at the path, and from which folder it counts",
                Exit.noInput)
        }
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw CommandFailure(
                "\(path): it cannot be read; see its permissions", Exit.noInput)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFailure("\(path): it is not UTF-8", Exit.badData)
        }
        return text
    }

    /// The file that the option `option` names, else one of `Scorecards` beside the working directory, or the
    /// installed one.
    static func scorecard(
        _ name: String, named: String?, by option: String
    ) throws(CommandFailure) -> String {
        let file = named ?? DefaultPaths.scorecard(name)
        guard named != nil || exists(file) else {
            throw CommandFailure(
                "there is no Scorecards/\(name) here, and no \(file); name the file with \(option)",
                Exit.noInput)
        }
        return file
    }

    static func write(_ text: String, to path: String) throws(CommandFailure) {
        do {
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw CommandFailure("\(path): it cannot be written: \(error)", Exit.inputOutput)
        }
    }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path)
    }

    static func makeFolder(_ path: String) throws(CommandFailure) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure("\(path): it cannot be made: \(error)", Exit.inputOutput)
        }
    }

    /// The file itself, or all below a folder whose name ends so, sorted by path.
    static func list(_ path: String, suffix: String) throws(CommandFailure) -> [String] {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw CommandFailure("\(path): there is no such file or folder", Exit.noInput)
        }
        guard isFolder else { return [path] }
        guard let names = try? FileManager.default.subpathsOfDirectory(atPath: path) else {
            throw CommandFailure("\(path): it cannot be read", Exit.noInput)
        }
        let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
        return names.filter { $0.hasSuffix(suffix) }.sorted().map { "\(folder)/\($0)" }
    }
}
