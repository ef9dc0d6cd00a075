import Facts
import Foundation

/// The retail set beside the project, and the reference model that runs in Python.
enum RetailSet {
    /// `../shared/retail`, or the folder that `TRIAGE_RETAIL` names.
    static let folder: String =
        ProcessInfo.processInfo.environment["TRIAGE_RETAIL"]
        ?? URL(filePath: #filePath).appending(path: "../../../../shared/retail").standardized.path

    static var database: String { folder + "/database.json" }

    static let isThere = FileManager.default.fileExists(atPath: folder + "/shop.py")

    static let python: String? = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// Runs `reference.py`; the lines that it prints. `journal`: a file of writes to do.
    static func reference(
        seed: Int, count: Int, database: String, journal: String? = nil
    ) throws -> [String] {
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "reference.py").path
        let process = Process()
        process.executableURL = URL(filePath: python ?? "/usr/bin/python3")
        process.arguments =
            [script, folder, String(seed), String(count), database]
            + (journal.map { [$0] } ?? [])
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}

/// One line of the reference model.
struct ReferenceLine {
    private let members: [String: Any]

    init(_ line: String) throws {
        members = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
    }

    func text(_ name: String) -> String { members[name] as? String ?? "" }
    func texts(_ name: String) -> [String] { members[name] as? [String] ?? [] }

    /// Of texts, lists of texts and records of them.
    func record(_ name: String) -> Record {
        ReferenceLine.value(members[name] ?? [:]).record ?? [:]
    }

    private static func value(_ any: Any) -> Value {
        if let text = any as? String { return .text(text) }
        if let list = any as? [Any] { return .list(list.map(value)) }
        return .record(Record((any as? [String: Any] ?? [:]).mapValues(value)))
    }
}

/// A file that is gone with its last reference.
final class TemporaryFile: Sendable {
    let path = FileManager.default.temporaryDirectory
        .appending(path: "triage-\(UUID().uuidString)").path

    deinit {
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: path + suffix)
        }
    }
}
