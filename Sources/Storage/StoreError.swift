/// Why the store did not do it.
public enum StoreError: Error, Equatable, Sendable {
    /// Another process holds the file.
    case inUse(path: String)
    /// The file is no database, or a damaged one.
    case damaged(path: String, what: String)
    /// A newer release wrote the file.
    case tooNew(path: String, found: Int, known: Int)
    /// The disk is full. Nothing of the batch is stored; it may be committed again.
    case diskFull(path: String)
    /// The disk or the database refused. Nothing of the batch is stored; it may be committed again.
    case failed(path: String, what: String)

    /// What happened, where, and the cure, on one line: for operators.
    public var message: String {
        switch self {
        case .inUse(let path):
            "\(path) is in use by another process; stop that one or choose another --store"
        case .damaged(let path, let what):
            "the store \(path) is damaged (\(what)); restore a backup, or mend a copy of it with "
                + "sqlite3's .recover"
        case .tooNew(let path, let found, let known):
            "the store \(path) has format \(found), this release knows \(known); install the newer "
                + "release"
        case .diskFull(let path):
            "the disk of the store \(path) is full; free some space, then repeat"
        case .failed(let path, let what):
            "the store \(path) could not be used (\(what)); look at the disk, then repeat"
        }
    }

    /// The same for clients: no path of the server's is theirs to know.
    public var summary: String {
        switch self {
        case .inUse: "the store is in use by another process"
        case .damaged: "the store is damaged"
        case .tooNew: "the store is of a newer release"
        case .diskFull: "the disk of the store is full"
        case .failed: "the store cannot be used"
        }
    }
}
