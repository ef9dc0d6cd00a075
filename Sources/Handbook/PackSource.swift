import Facts
import Foundation

/// The files of a pack as bytes, and the time zones of the system: all that is read from outside.
public struct PackSource: Sendable {
    /// Paths relative to the pack's folder, ascending: `refund/flow.yaml`.
    public var files: [File]
    /// The folder's own name, the first part of every place: `Intents`.
    public var name: String
    /// The bytes of a zone's TZif file; nil where there is none.
    public var zone: @Sendable (String) -> [UInt8]?

    public struct File: Sendable {
        public var path: String
        public var bytes: [UInt8]

        public init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    /// A pack out of texts, by path.
    public init(
        name: String = "Intents", texts: [String: String],
        zone: @escaping @Sendable (String) -> [UInt8]? = PackSource.systemZone
    ) {
        self.name = name
        self.zone = zone
        files = texts.sorted { $0.key < $1.key }.map {
            File(path: $0.key, bytes: Array($0.value.utf8))
        }
    }

    /// Reads the folder; throws one diagnostic where it cannot be read.
    public init(directory: String) throws(Diagnostics) {
        let root = URL(filePath: directory, directoryHint: .isDirectory).standardizedFileURL
        name = root.lastPathComponent
        zone = PackSource.systemZone
        files = []
        let folder = root.path(percentEncoded: false)
        guard let paths = FolderListing.paths(in: folder) else {
            throw Diagnostics([
                Diagnostic(
                    .missingFile, at: Place(file: directory), "the folder cannot be read",
                    cure: "give the folder that holds pack.yaml")
            ])
        }
        var failures: [Diagnostic] = []
        for path in paths.sorted().prefix(Self.maximumFiles) where Self.isRead(path) {
            if let bytes = FolderListing.bytes(ofFile: folder + "/" + path) {
                files.append(File(path: path, bytes: bytes))
            } else {
                failures.append(
                    Diagnostic(
                        .unreadableFile, at: Place(file: "\(name)/\(path)"),
                        "the file cannot be read",
                        cure: "give the daemon's user the right to read it"))
            }
        }
        guard failures.isEmpty else { throw Diagnostics(failures) }
    }

    private static let maximumFiles = 20_000

    /// Files of other kinds are none of the pack's.
    private static func isRead(_ path: String) -> Bool {
        [".yaml", ".yml", ".md", ".ics"].contains { path.hasSuffix($0) }
    }

    /// Reads from the system's tz database.
    public static let systemZone: @Sendable (String) -> [UInt8]? = { name in
        let isName = name.utf8.allSatisfy {
            $0 >= 0x30 && $0 <= 0x39 || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A
                || "/_+-".utf8.contains($0)
        }
        guard isName, !name.hasPrefix("/") else { return nil }
        return (try? Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/" + name))).map(Array.init)
    }

    /// The path as places name it: `Intents/refund/flow.yaml`.
    func display(_ path: String) -> String { "\(name)/\(path)" }

    func file(_ path: String) -> File? { files.first { $0.path == path } }

    /// A hash of names and contents, in 16 hexadecimal digits.
    public var fingerprint: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for file in files {
            for bytes in [Array(file.path.utf8), file.bytes] {
                hash = bytes.withUnsafeBytes { ByteHash.hash(of: $0, from: hash) }
            }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
