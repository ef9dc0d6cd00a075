import Foundation

/// Runs the built `triage` beside the tests.
enum Program {
    struct Result: Sendable {
        var status: Int32
        var output: String
        var errors: String
    }

    static let path: URL = {
        // The test bundle lies in the folder of the products.
        let bundle = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        return bundle.deletingLastPathComponent().appending(path: "triage")
    }()

    /// A folder of this test's own, empty.
    static func makeFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "triage-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    static func run(
        _ arguments: [String], input: String = "", in folder: URL? = nil
    ) throws -> Result {
        let process = Process()
        process.executableURL = path
        process.arguments = arguments
        let place = try folder ?? makeFolder()
        process.currentDirectoryURL = place
        process.environment = [
            "HOME": "/none", "XDG_RUNTIME_DIR": "/run/none", "PATH": "/usr/bin:/bin",
            "LANG": "C.UTF-8",
        ]
        let inputFile = place.appending(path: "input-\(UUID().uuidString)")
        try Data(input.utf8).write(to: inputFile)
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let written = output.fileHandleForReading.readDataToEndOfFile()
        let complained = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: String(decoding: written, as: UTF8.self),
            errors: String(decoding: complained, as: UTF8.self))
    }
}
