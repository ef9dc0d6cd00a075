import Glibc
public import Understanding

/// Which table of static token vectors a program reads.
public enum VectorChoice: Equatable, Sendable {
    /// The first that is there: `Vectors/english.table` beside the pack's folder, in the working
    /// directory, in `/usr/share/triage`.
    case shipped
    case file(String)
    /// N-grams alone.
    case none
}

/// A table of static token vectors that was looked for.
public struct VectorTable: Sendable {
    /// Nil where there is none: the classifier runs on n-grams alone.
    public let vectors: StaticVectors?
    /// The table's file, or where it was looked for first; empty where none is wanted.
    public let path: String

    /// Maps the table. Throws where a file that was named is no table; a shipped one that is missing or
    /// broken is done without.
    public init(
        _ choice: VectorChoice, pack directory: String
    ) throws(VectorTableError) {
        switch choice {
        case .none:
            vectors = nil
            path = ""
        case .file(let path):
            self.path = path
            vectors = try Self.read(path)
        case .shipped:
            let places = Self.places(pack: directory)
            let found = places.first { access($0, R_OK) == 0 }
            path = found ?? places[0]
            vectors = try? Self.read(path)
        }
    }

    private static func read(_ path: String) throws(VectorTableError) -> StaticVectors {
        guard let file = MappedFile(path: path) else {
            throw VectorTableError(path: path, why: String(cString: strerror(errno)))
        }
        guard let vectors = StaticVectors(file) else {
            throw VectorTableError(
                path: path, why: "it is no table of Tools/static_vectors.py, or is cut short")
        }
        return vectors
    }

    private static let name = "Vectors/english.table"

    static func places(pack directory: String) -> [String] {
        var pack = directory
        while pack.count > 1, pack.hasSuffix("/") { pack.removeLast() }
        let beside = pack.lastIndex(of: "/").map { String(pack[...$0]) } ?? ""
        return [beside + name, name, "/usr/share/triage/" + name]
    }
}

/// A table that was named and cannot be used.
public struct VectorTableError: Error, Equatable, Sendable, CustomStringConvertible {
    public var path: String
    public var why: String

    public var description: String {
        "\(path): the token vectors cannot be read: \(why); name another table, or none with --no-vectors"
    }
}
