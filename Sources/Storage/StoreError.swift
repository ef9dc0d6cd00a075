/// Why the store did not do it.
public enum StoreError: Error, Equatable, Sendable {
    /// Another process holds the file.
    case inUse(path: String)
    /// The file is no database, or a damaged one.
    case damaged(what: String)
    /// A newer release wrote the file.
    case tooNew(found: Int, known: Int)
    /// The disk is full. Nothing of the batch is stored; it may be committed again.
    case diskFull
    /// The disk or the database refused. Nothing of the batch is stored; it may be committed again.
    case failed(what: String)

    /// What happened and the cure, on one line.
    public var message: String {
        switch self {
        case .inUse(let path):
            "\(path) is in use by another process; stop that one or choose another --store"
        case .damaged(let what):
            "the store is damaged (\(what)); restore a backup"
        case .tooNew(let found, let known):
            "the store has format \(found), this release knows \(known); install the newer release"
        case .diskFull:
            "the disk of the store is full; free some space, then repeat"
        case .failed(let what):
            "the store could not be written (\(what)); look at the disk, then repeat"
        }
    }
}
