public import Storage

/// Why the daemon does not start.
public enum DaemonError: Error, Equatable, Sendable {
    case alreadyRunning(path: String)
    case socketPathTooLong(path: String)
    case cannotUse(path: String, why: String)
    case store(StoreError)

    /// What happened and the cure, on one line.
    public var message: String {
        switch self {
        case .alreadyRunning(let path):
            "another triaged is running at \(path); stop it or choose another --socket"
        case .socketPathTooLong(let path):
            "the socket's path has \(path.utf8.count) bytes, at most 107 are possible; shorten it"
        case .cannotUse(let path, let why):
            "\(path) cannot be used: \(why)"
        case .store(let error):
            error.message
        }
    }

    /// As in sysexits.h: 64 usage, 74 input or output, 75 try again later.
    public var exitCode: Int32 {
        switch self {
        case .alreadyRunning: 75
        case .socketPathTooLong: 64
        case .cannotUse: 74
        case .store(.inUse): 75
        case .store(.damaged), .store(.tooNew), .store(.diskFull), .store(.failed): 74
        }
    }
}
