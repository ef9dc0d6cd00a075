import Foundation
import Testing

@Suite("format")
struct FormatTests {
    @Test("the formatter has nothing to say", arguments: ["Sources", "Tests", "Package.swift"])
    func isClean(path: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["swift", "format", "lint", "--recursive", "--parallel", path]
        process.currentDirectoryURL = Repository.root
        let pipe = Pipe()
        process.standardError = pipe
        process.standardOutput = pipe
        try process.run()
        let output = String(
            decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let lines = output.split(separator: "\n").filter {
            $0.contains("warning:") || $0.contains("error:")
        }
        #expect(
            lines.isEmpty,
            "run: swift format --in-place --recursive \(path)\n\(lines.prefix(40).joined(separator: "\n"))"
        )
    }
}
