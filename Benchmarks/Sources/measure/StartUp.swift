import Glibc

/// Starts a daemon, waits for its first answer, looks at its size, stops it with SIGTERM.
enum StartUp {
    /// A start that takes longer has failed.
    static let limitSeconds: UInt64 = 120

    static func measure(socket: String, command: [String]) -> String {
        unlink(socket)
        let start = nanoseconds()
        let pid = spawn(command)
        let descriptor = connect(socket, pid: pid, until: start + limitSeconds * 1_000_000_000)
        send(Array("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"health\"}\n".utf8), to: descriptor)
        var byte: UInt8 = 0
        guard read(descriptor, &byte, 1) == 1 else { stop("measure: no answer") }
        let elapsed = nanoseconds() - start
        let time = ProcessTime(of: pid)
        // What the start has only borrowed may be given back first.
        usleep(200_000)
        let size = ProcessSize(of: pid)
        kill(pid, SIGTERM)
        var status: Int32 = 0
        waitpid(pid, &status, 0)
        return [
            tenths(Double(elapsed) / 1e6), tenths(Double(time.total) / 1e6),
            tenths(Double(size.resident) / 1024), tenths(Double(size.unshared) / 1024),
            "\(size.threads)",
        ].joined(separator: "\t")
    }

    private static func spawn(_ command: [String]) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        var pid: pid_t = 0
        guard posix_spawn(&pid, command[0], &actions, nil, &arguments, environ) == 0 else {
            stop("measure: cannot start \(command[0])")
        }
        return pid
    }

    private static func connect(_ socket: String, pid: pid_t, until end: UInt64) -> Int32 {
        while nanoseconds() < end {
            if let descriptor = connectSocket(socket) { return descriptor }
            var status: Int32 = 0
            guard waitpid(pid, &status, WNOHANG) == 0 else { stop("measure: it did not start") }
            usleep(200)
        }
        kill(pid, SIGTERM)
        stop("measure: it did not listen within \(limitSeconds) s")
    }
}
