import Glibc

/// The daemon's place in the file system: the lock that makes it the only one, then the socket.
struct SocketFile {
    let path: String
    private let lock: Int32

    /// Takes the lock and clears away the socket of a daemon that died. Makes missing folders
    /// (0700).
    init(claiming path: String) throws(DaemonError) {
        guard path.utf8.count <= 107 else { throw .socketPathTooLong(path: path) }
        self.path = path
        try Self.makeFolders(for: path)
        try Self.refuseForeignFolder(of: path)
        lock = try Self.takeLock(for: path)
        do {
            try Self.clearStale(path)
        } catch {
            close(lock)
            throw error
        }
    }

    /// Removes the socket and lets go of the lock; the lock's file stays.
    func release() {
        unlink(path)
        close(lock)
    }

    /// Lets go of the lock and leaves the socket, as a crash does.
    func abandon() { close(lock) }

    private static func takeLock(for socket: String) throws(DaemonError) -> Int32 {
        let path = socket + ".lock"
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .cannotUse(path: path, why: describe(errno)) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let problem = errno
            close(descriptor)
            throw problem == EWOULDBLOCK
                ? .alreadyRunning(path: socket) : .cannotUse(path: path, why: describe(problem))
        }
        return descriptor
    }

    /// We hold the lock, so a socket that nobody listens on is left over from a crash.
    private static func clearStale(_ path: String) throws(DaemonError) {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT { return }
            throw .cannotUse(path: path, why: describe(errno))
        }
        guard status.st_mode & S_IFMT == S_IFSOCK else {
            throw .cannotUse(path: path, why: "it is no socket; remove it or choose another path")
        }
        if isListening(path) { throw .alreadyRunning(path: path) }
        guard unlink(path) == 0 || errno == ENOENT else {
            throw .cannotUse(path: path, why: describe(errno))
        }
    }

    private static func isListening(_ path: String) -> Bool {
        let descriptor = socket(
            AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        withUnsafeMutableBytes(of: &address.sun_path) { buffer in
            for (index, byte) in bytes.enumerated() where index < buffer.count - 1 {
                buffer[index] = byte
            }
        }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
    }

    /// Makes the folders that the file at `path` is to lie in, for the daemon's user only.
    static func makeFolders(for path: String) throws(DaemonError) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: true).dropLast()
        var folder = path.hasPrefix("/") ? "" : "."
        for part in parts {
            folder += "/" + part
            guard mkdir(folder, 0o700) != 0, errno != EEXIST else { continue }
            let problem = errno
            var status = stat()
            if stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { continue }
            throw .cannotUse(path: folder, why: describe(problem))
        }
    }

    /// In a folder of another user (below `/tmp`, say) anybody could be listening under our name.
    private static func refuseForeignFolder(of path: String) throws(DaemonError) {
        let cut = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = cut.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        var status = stat()
        guard stat(folder, &status) == 0 else {
            throw .cannotUse(path: folder, why: describe(errno))
        }
        guard status.st_uid == 0 || status.st_uid == geteuid() else {
            throw .cannotUse(path: folder, why: "it belongs to another user; choose another path")
        }
    }

    static func describe(_ number: Int32) -> String {
        strerror(number).map { String(cString: $0) } ?? "error \(number)"
    }
}
