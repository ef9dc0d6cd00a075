import ArgumentParser
import Glibc

/// Exit codes of sysexits.h.
enum Exit {
    static let failure = ExitCode(1)
    static let noTest = ExitCode(2)
    static let usage = ExitCode(64)
    static let badData = ExitCode(65)
    static let noInput = ExitCode(66)
    static let unavailable = ExitCode(69)
    static let software = ExitCode(70)
    static let inputOutput = ExitCode(74)
}

/// Something that ends a command: what to print on standard error, and the exit code.
struct CommandFailure: Error {
    var lines: [String]
    var code: ExitCode

    init(_ line: String, _ code: ExitCode) {
        lines = [line]
        self.code = code
    }

    init(lines: [String], _ code: ExitCode) {
        self.lines = lines
        self.code = code
    }
}

/// Where commands write.
enum Output {
    /// One line on standard output.
    static func line(_ text: String) {
        write(text + "\n", to: STDOUT_FILENO)
    }

    /// The same, broken between words where a terminal is narrower.
    static func wrapped(_ text: String) {
        guard isatty(STDOUT_FILENO) == 1 else { return line(text) }
        line(LineWrap.wrapped(text, width: LiveScreen.size.columns))
    }

    /// One line on standard error.
    static func error(_ text: String) {
        write(text + "\n", to: STDERR_FILENO)
    }

    /// Writes everything, also when the kernel takes it in pieces. A closed pipe ends the program quietly.
    static func write(_ text: String, to descriptor: Int32) {
        write(Array(text.utf8), to: descriptor)
    }

    static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN || errno == EINTR {
                var poll = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = Glibc.poll(&poll, 1, 1000)
            } else {
                return
            }
        }
    }
}

extension ParsableCommand {
    /// Runs the body; a failure is printed on standard error and becomes its exit code.
    func reporting(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch let failure as CommandFailure {
            for line in failure.lines { Output.error(line) }
            throw failure.code
        }
    }
}
