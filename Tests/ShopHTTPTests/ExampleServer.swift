import Foundation

/// A file with `text` that is gone with its last reference.
final class TemporaryText: Sendable {
    let path = FileManager.default.temporaryDirectory
        .appending(path: "triage-\(UUID().uuidString)").path

    init(_ text: String) {
        _ = FileManager.default.createFile(atPath: path, contents: Data(text.utf8))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// The server of docs/shop.md, running; with changes to its text where a test wants it broken.
final class ExampleServer {
    static let secret = "the example's secret"
    static let python: String? = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    let port: Int
    private let process = Process()

    /// The first block of Python in docs/shop.md.
    static func text() throws -> String {
        let file = URL(filePath: #filePath).appending(path: "../../../docs/shop.md").standardized
        let page = try String(contentsOf: file, encoding: .utf8)
        let parts = page.components(separatedBy: "```")
        return parts.first { $0.hasPrefix("python\n") }.map { String($0.dropFirst(7)) } ?? ""
    }

    /// Starts it on a free port. `changes`: what is replaced by what, each of which must occur.
    init(_ changes: [(String, String)] = []) throws {
        var text = try Self.text()
        for (old, new) in changes {
            guard text.contains(old) else { throw Missing(text: old) }
            text = text.replacing(old, with: new)
        }
        process.executableURL = URL(filePath: Self.python ?? "/usr/bin/python3")
        process.arguments = ["-u", "-c", text]
        process.environment = ["SHOP_SECRET": Self.secret, "SHOP_PORT": "0"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var line = Data()
        while let byte = try output.fileHandleForReading.read(upToCount: 1), byte != Data([10]) {
            guard !byte.isEmpty else { break }
            line += byte
        }
        port = Int(String(decoding: line, as: UTF8.self).split(separator: " ").last ?? "") ?? 0
    }

    // Not `waitUntilExit`: its run loop hangs now and then on the threads of tests.
    deinit { process.terminate() }

    struct Missing: Error {
        var text: String
    }
}
