import Facts
import Foundation
import Glibc
import Logging
import Storage
import Testing
import Triage
import Wire

@testable import Daemon

@Suite("The life of the daemon")
struct LifeTests {
    @Test("the socket is for its user and group, and is gone after the stop")
    func makesSocket() throws {
        let daemon = try TestDaemon()
        var status = stat()
        #expect(stat(daemon.socketPath, &status) == 0)
        #expect(status.st_mode & S_IFMT == S_IFSOCK)
        #expect(status.st_mode & 0o777 == 0o660)
        try daemon.stop()
        #expect(stat(daemon.socketPath, &status) == -1)
    }

    @Test("a second daemon at the same socket is refused, and the first one goes on")
    func refusesSecond() throws {
        let first = try TestDaemon()
        let error = #expect(throws: DaemonError.self) {
            try SocketFile(claiming: first.socketPath)
        }
        #expect(error == .alreadyRunning(path: first.socketPath))
        #expect(error?.exitCode == 75)
        #expect(try first.client().call("health")["status"] == "ok")
    }

    @Test("a socket that a crash left behind is replaced; a file of another kind is not")
    func replacesStaleSocket() throws {
        let folder = "/tmp/triaged-test-\(UUID().uuidString.prefix(8))"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        do {
            let first = try SocketFile(claiming: folder + "/s")
            let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &address.sun_path) { target in
                for (index, byte) in (folder + "/s").utf8.enumerated() { target[index] = byte }
            }
            let isBound = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
                }
            }
            #expect(isBound)
            close(listener)
            first.abandon()
        }
        let daemon = try TestDaemon(folder: folder)
        #expect(try daemon.client().call("health")["status"] == "ok")
        try daemon.stop()

        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data("precious".utf8).write(to: URL(filePath: folder + "/s"))
        #expect(throws: DaemonError.self) { try SocketFile(claiming: folder + "/s") }
        #expect(FileManager.default.fileExists(atPath: folder + "/s"))
    }

    @Test("a path that no socket can have is refused")
    func refusesLongPath() {
        let path = "/tmp/" + String(repeating: "x", count: 110)
        #expect(throws: DaemonError.socketPathTooLong(path: path)) {
            try SocketFile(claiming: path)
        }
    }

    @Test("a stop answers what is open, then ends the connections")
    func drains() throws {
        let store = MemoryStore()
        let daemon = try TestDaemon(store: store)
        let client = try daemon.client()
        let ids = (0..<50).map { number in
            client.request(
                "conversation.say",
                ["conversation": "c", "text": "hello", "message": .string("m\(number)")])
        }
        _ = try client.response(to: ids[0])
        try daemon.stop()
        var words: [ErrorCode?] = []
        for id in ids.dropFirst() {
            guard let response = try? client.response(to: id) else { break }
            switch response {
            case .success: words.append(nil)
            case .failure(let error): words.append(error.code)
            }
        }
        // Each one is answered or told that it was not taken; what came too late finds a closed
        // socket.
        #expect(words.allSatisfy { $0 == nil || $0 == .shuttingDown })
        #expect(throws: TestClient.Failure.self) { try client.line() }
    }

    @Test(
        "after a crash every acknowledged message is there, and a repeated one gets its old answer")
    func survivesCrash() throws {
        let folder = "/tmp/triaged-test-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var answers: [String: JSON] = [:]
        for round in 0..<5 {
            let daemon = try TestDaemon(store: try SQLiteStore(path: "\(folder)/\(round).db"))
            let client = try daemon.client()
            for (message, answer) in answers.sorted(by: { $0.key < $1.key }) {
                #expect(try client.say("hello", message) == answer)
            }
            for number in 0..<20 {
                let message = "m\(round)-\(number)"
                answers[message] = try client.say(number % 5 == 4 ? "cancel" : "hello", message)
            }
            // The files as a power cut leaves them: no close, no checkpoint.
            for suffix in ["", "-wal"] {
                try FileManager.default.copyItem(
                    atPath: "\(folder)/\(round).db\(suffix)",
                    toPath: "\(folder)/\(round + 1).db\(suffix)")
            }
        }
        let turns = answers.values.compactMap { $0["turn"]?.integer }
        #expect(turns.sorted() == Array(1...100))
    }

    @Test(
        "a log line holds its fields in order, quoted where they need it",
        arguments: [
            (["b": "1", "a": "x y"], "1970-01-01T00:00:01.002Z info e a=\"x y\" b=1\n"),
            (
                ["a": "q\"\n\u{1B}", "b": ""],
                "1970-01-01T00:00:01.002Z info e a=\"q\\\"\\n?\" b=\"\"\n"
            ),
            ([:], "1970-01-01T00:00:01.002Z info e\n"),
        ] as [([String: String], String)])
    func formatsLog(_ fields: [String: String], _ line: String) {
        #expect(
            KeyValueLog.line(
                at: Instant(milliseconds: 1002), level: .info, event: "e",
                fields: fields.mapValues { "\($0)" }) == line)
    }

    @Test(
        "a store is named sqlite:FILE",
        arguments: [("sqlite:/a/b.db", "/a/b.db"), ("sqlite::memory:", ":memory:")])
    func readsLocations(_ location: String, _ path: String) throws {
        #expect(try LaunchOptions.path(of: location, option: "--store") == path)
        for bad in ["sqlite:", "/a/b.db", "postgres://x"] {
            let error = #expect(throws: LaunchError.self) {
                try LaunchOptions.path(of: bad, option: "--store")
            }
            #expect(error?.exitCode == 64)
        }
    }
}
