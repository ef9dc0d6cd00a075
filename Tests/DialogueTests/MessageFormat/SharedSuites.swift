import Foundation

/// The public suites beside the project (`../shared/suites`); without one, its tests are skipped.
enum SharedSuites {
    static let messageFormat: URL? = {
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        for _ in 0..<5 { folder.deleteLastPathComponent() }
        folder.append(path: "shared/suites/messageformat")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()
}
