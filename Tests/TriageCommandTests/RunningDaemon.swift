import Daemon
import Facts
import Foundation
import Glibc
import Wire

@testable import triage

/// The built `triaged` as a process of its own, with the shipped pack and a desk.yaml of the test's; it can be
/// killed as a power cut would.
final class RunningDaemon {
    let folder: URL
    private var process: Process?

    var socket: String { folder.appending(path: "s").path }

    init(changing desk: (String, URL) -> String) throws {
        folder = try Program.makeFolder()
        let pack = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Intents").standardizedFileURL
        try FileManager.default.copyItem(at: pack, to: folder.appending(path: "Intents"))
        let file = folder.appending(path: "Intents/desk.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        try desk(text, folder).write(to: file, atomically: true, encoding: .utf8)
    }

    /// Returns when clients can connect.
    func start() throws {
        let process = Process()
        // A file that may not grow is an error to the daemon, as a full disk is, and no signal.
        process.executableURL = URL(filePath: "/bin/sh")
        process.currentDirectoryURL = folder
        process.arguments = [
            "-c", "trap '' XFSZ; exec \"$0\" \"$@\"",
            Program.path.deletingLastPathComponent().appending(path: "triaged").path,
            "--intents", "Intents", "--no-vectors", "--demo", "--socket", socket,
            "--store", "sqlite:\(folder.path)/triage.db", "--shop", "sqlite:\(folder.path)/shop.db",
        ]
        process.environment = [
            "HOME": folder.path, "PATH": "/usr/bin:/bin", "XDG_CACHE_HOME": folder.path,
        ]
        try Data().write(to: log)
        process.standardError = try FileHandle(forWritingTo: log)
        try process.run()
        self.process = process
        for _ in 0..<1800 {
            if let connection = try? DeskConnection(path: socket) { return connection.close() }
            guard process.isRunning else { break }
            usleep(100_000)
        }
        throw CommandFailure("triaged does not listen: \(words)", Exit.unavailable)
    }

    /// It goes on only to be killed.
    func pause() {
        if let process { Glibc.kill(process.processIdentifier, SIGSTOP) }
    }

    /// No file of it may grow beyond a page, as on a full disk; or may again.
    func limitFiles(_ isFull: Bool) throws {
        let prlimit = Process()
        prlimit.executableURL = URL(filePath: "/usr/bin/prlimit")
        prlimit.arguments = [
            "--pid", "\(process?.processIdentifier ?? 0)",
            "--fsize=\(isFull ? "4096" : "unlimited"):",
        ]
        try prlimit.run()
        prlimit.waitUntilExit()
    }

    /// As a power cut: no signal that it could catch.
    func kill() {
        guard let process else { return }
        Glibc.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        self.process = nil
    }

    private var log: URL { folder.appending(path: "log") }

    /// What it wrote to its log since its last start.
    var words: String { (try? String(contentsOf: log, encoding: .utf8)) ?? "" }

    /// A request of its own connection.
    func call(_ method: Wire.Method, _ params: JSON = [:]) throws -> JSON {
        var caller = DeskCaller(try DeskConnection(path: socket))
        defer { caller.close() }
        return try caller.call(method, params)
    }

    /// Looks again and again, for at most half a minute, until it holds.
    func waits(until holds: () throws -> Bool) rethrows -> Bool {
        for _ in 0..<600 {
            if try holds() { return true }
            usleep(50_000)
        }
        return false
    }

    deinit {
        kill()
        try? FileManager.default.removeItem(at: folder)
    }
}
