import CSpawn
import Glibc

/// A started hook: the process, and the pipe of its standard error.
struct HookProcess {
    private let process: pid_t
    private let errors: Int32

    /// How much of its last words is kept, in bytes.
    private static let wordLimit = 500

    init(starting arguments: [String], input: [UInt8]) throws(HookStartError) {
        let standardInput = try Self.file(with: input)
        defer { close(standardInput) }
        var ends: [Int32] = [-1, -1]
        guard pipe2(&ends, O_CLOEXEC) == 0 else { throw HookStartError(errno) }
        defer { close(ends[1]) }
        do throws(HookStartError) {
            process = try Self.spawn(arguments, input: standardInput, errors: ends[1])
        } catch {
            close(ends[0])
            throw error
        }
        errors = ends[0]
        _ = fcntl(errors, F_SETFL, O_NONBLOCK)
    }

    /// A file in memory: unlike a pipe it never blocks, and who does not read it harms nobody.
    private static func file(with input: [UInt8]) throws(HookStartError) -> Int32 {
        let file = memfd_create("hook", TRIAGE_MFD_CLOEXEC)
        guard file >= 0 else { throw HookStartError(errno) }
        var written = 0
        while written < input.count {
            let count = input[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else {
                let code = errno
                close(file)
                throw HookStartError(code)
            }
            written += max(0, count)
        }
        lseek(file, 0, SEEK_SET)
        return file
    }

    private static func spawn(
        _ arguments: [String], input: Int32, errors: Int32
    ) throws(HookStartError) -> pid_t {
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO)
        posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&files, errors, STDERR_FILENO)
        // Sockets and the store are none of the program's business.
        posix_spawn_file_actions_addclosefrom_np(&files, 3)

        // The daemon fetches its signals with them blocked; the program is to be like any other.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes,
            Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF)
                | Int16(POSIX_SPAWN_SETPGROUP))

        var words = arguments.map { strdup($0) }
        words.append(nil)
        defer { words.forEach { free($0) } }
        var process: pid_t = 0
        guard let file = words.first.flatMap({ $0 }) else { throw HookStartError(ENOMEM) }
        let code = posix_spawnp(&process, file, &files, &attributes, words, environ)
        guard code == 0 else { throw HookStartError(code) }
        return process
    }

    /// Waits for the end, at most so long, and reads what it complains about meanwhile.
    func wait(milliseconds: Int, shouldStop: () -> Bool) -> HookOutcome {
        defer { close(errors) }
        let deadline = Self.now + Int64(milliseconds)
        var words: [UInt8] = []
        var hasWords = true
        while true {
            if hasWords { hasWords = read(into: &words) }
            if let status = reap() {
                _ = read(into: &words)
                return Self.outcome(status, words)
            }
            let isLate = Self.now >= deadline
            if isLate || shouldStop() {
                end()
                return isLate
                    ? .failed(why: "it took longer than \(milliseconds) ms and was ended")
                    : .interrupted
            }
            pause(milliseconds: 20, watching: hasWords)
        }
    }

    /// False when nothing more will come.
    private func read(into words: inout [UInt8]) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = Glibc.read(errors, &buffer, buffer.count)
            guard count > 0 else { return count < 0 && (errno == EAGAIN || errno == EINTR) }
            words += buffer[..<count]
            if words.count > Self.wordLimit { words.removeFirst(words.count - Self.wordLimit) }
        }
    }

    private func pause(milliseconds: Int32, watching: Bool) {
        var polled = pollfd(fd: watching ? errors : -1, events: Int16(POLLIN), revents: 0)
        _ = poll(&polled, 1, milliseconds)
        // A process whose end of the pipe is gone is about to be reaped.
        if polled.revents & Int16(POLLHUP) != 0 { usleep(1000) }
    }

    /// The status of the ended process; nil while it runs.
    private func reap() -> Int32? {
        var status: Int32 = 0
        return waitpid(process, &status, WNOHANG) == process ? status : nil
    }

    /// Ends the whole group: politely, then not.
    private func end() {
        kill(-process, SIGTERM)
        for _ in 0..<25 {
            if reap() != nil { return }
            usleep(20_000)
        }
        kill(-process, SIGKILL)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }

    private static func outcome(_ status: Int32, _ words: [UInt8]) -> HookOutcome {
        // The macros of wait(2), which Swift cannot import.
        let signal = status & 0x7f
        let code = (status >> 8) & 0xff
        if signal == 0, code == 0 { return .taken }
        let how = signal == 0 ? "exit \(code)" : "signal \(signal)"
        let text = String(decoding: words, as: UTF8.self).split(separator: "\n").suffix(3)
            .joined(separator: " / ")
        return .failed(why: text.isEmpty ? how : "\(how): \(text)")
    }

    private static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
