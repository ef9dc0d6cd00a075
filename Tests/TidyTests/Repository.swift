import Foundation

/// The project's own files, as the tidy tests read them.
enum Repository {
    static let root: URL = {
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        return folder
    }()

    struct SourceFile: Sendable {
        /// Relative to the root: `Sources/Facts/Day.swift`.
        var path: String
        var lines: [String]

        /// The folder under `Sources` or `Tests`.
        var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
    }

    /// Swift files below a folder, by path.
    static func swift(below folder: String) -> [SourceFile] {
        paths(below: folder, suffix: ".swift").map { path in
            SourceFile(path: path, lines: text(path).components(separatedBy: "\n"))
        }
    }

    static func paths(below folder: String, suffix: String) -> [String] {
        let base = root.appending(path: folder).path
        let names = FileManager.default.subpaths(atPath: base) ?? []
        return names.filter { $0.hasSuffix(suffix) }.sorted().map { "\(folder)/\($0)" }
    }

    static func folders(in folder: String) -> [String] {
        let base = root.appending(path: folder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: base.path)) ?? []
        return names.filter { name in
            var isFolder: ObjCBool = false
            let path = base.appending(path: name).path
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
                && isFolder.boolValue
        }.sorted()
    }

    static func text(_ path: String) -> String {
        (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
    }
}

extension String {
    /// The line without its comment and without what stands in quotation marks: what a word search looks at.
    var code: String {
        var code = ""
        var isQuoted = false
        var previous: Character = " "
        for character in self {
            if character == "\"", previous != "\\" { isQuoted.toggle() }
            if !isQuoted {
                code.append(character)
                if code.hasSuffix("//") { return String(code.dropLast(2)) }
            }
            previous = character
        }
        return code
    }
}
