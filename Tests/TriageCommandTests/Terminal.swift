import Foundation
import Glibc

/// A built program in a terminal of its own, as a person sits at it: keys go in one by one, the terminal can die.
final class Terminal {
    private let process = Process()
    private let master: Int32
    /// All that it has shown, control sequences too.
    private(set) var shown = ""

    /// TIOCSPTLCK and TIOCGPTN.
    private static let (lock, number) = (UInt(0x4004_5431), UInt(0x8004_5430))

    init(_ arguments: [String], in folder: URL) throws {
        // Linux's own way to a pseudo-terminal; Swift does not see `posix_openpt`.
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var (number, isLocked) = (Int32(0), Int32(0))
        guard master >= 0, ioctl(master, Self.lock, &isLocked) == 0,
            ioctl(master, Self.number, &number) == 0
        else { throw POSIXError(.ENOTTY) }
        let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var size = winsize(ws_row: 24, ws_col: 160, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
        let handle = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
        process.executableURL = Program.path
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = [
            "HOME": folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm",
            "XDG_STATE_HOME": folder.path + "/state",
        ]
        process.standardInput = handle
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
    }

    /// Types the keys, one after the other.
    func type(_ keys: String) {
        for byte in Array(keys.utf8) {
            var byte = byte
            _ = write(master, &byte, 1)
            usleep(2000)
        }
    }

    /// Types the line and Enter, as a person does: Enter comes a moment later.
    func enter(_ line: String) {
        type(line)
        usleep(60_000)
        type("\r")
    }

    /// What was shown until now is no answer to what comes next.
    func forget() {
        read()
        shown = ""
    }

    /// Reads what is shown until it contains the text, for at most half a minute.
    func shows(_ text: String) -> Bool {
        for _ in 0..<3000 {
            read()
            if shown.contains(text) { return true }
            usleep(10_000)
        }
        return false
    }

    private func read() {
        var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while poll(&waiting, 1, 0) > 0, waiting.revents & Int16(POLLIN) != 0 {
            let count = Glibc.read(master, &buffer, buffer.count)
            guard count > 0 else { return }
            shown += String(decoding: buffer[..<count], as: UTF8.self)
        }
    }

    /// As when the computer is switched off: no signal that it could catch.
    func kill() {
        guard process.isRunning else { return }
        Glibc.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    deinit {
        kill()
        close(master)
    }
}
