import Foundation
import Testing
import Wire

@testable import triage

@Suite("hooks of a real daemon", .serialized)
struct HookLifeTests {
    /// Appends what it hears to `heard`; fails while there is a file `broken`, hangs while there is one `slow`.
    private static let script = """
        #!/bin/sh
        here=$(dirname "$0")
        { tr -d '\\n'; echo; } > "$here/new.$$"
        while [ -e "$here/slow" ]; do sleep 0.05; done
        if [ -e "$here/broken" ]; then echo "no route to the pager" >&2; exit 7; fi
        cat "$here/new.$$" >> "$here/heard"
        """

    private func daemon() throws -> RunningDaemon {
        let daemon = try RunningDaemon { desk, folder in
            desk + """

                hooks: {notify: ["\(folder.path)/tell", "now"], timeout: 20s, retries: 20}

                """
        }
        let file = daemon.folder.appending(path: "tell")
        try Self.script.write(to: file, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        return daemon
    }

    private func set(_ name: String, _ isThere: Bool, in daemon: RunningDaemon) throws {
        let file = daemon.folder.appending(path: name)
        if isThere {
            try Data().write(to: file)
        } else {
            try FileManager.default.removeItem(at: file)
        }
    }

    private func heard(by daemon: RunningDaemon) throws -> [JSON] {
        let file = daemon.folder.appending(path: "heard")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return try text.split(separator: "\n").map { try JSON(bytes: Array($0.utf8)) }
    }

    private func threaten(_ daemon: RunningDaemon, _ conversation: String) throws {
        _ = try daemon.call(
            .say,
            [
                "conversation": .string(conversation), "text": "I will call my lawyer about this",
                "message": "m1",
            ])
    }

    @Test("a program that fails is called again, across kill -9, and hears each notice once")
    func retries() throws {
        let daemon = try daemon()
        try set("broken", true, in: daemon)
        try daemon.start()
        try threaten(daemon, "c1")
        let failed = try daemon.waits {
            (try daemon.call(.hookList)["notices"]?.array?.first?["attempts"]?.integer ?? 0) > 0
        }
        #expect(failed)
        let waiting = try #require(daemon.call(.hookList)["notices"]?.array?.first)
        #expect(waiting["failure"] == "exit 7: no route to the pager")
        #expect(daemon.words.contains("hook.failed"))
        daemon.kill()
        try set("broken", false, in: daemon)
        try daemon.start()
        #expect(try daemon.waits { try daemon.call(.hookList)["notices"]?.array == [] })
        let notices = try heard(by: daemon)
        #expect(notices.count == 1)
        #expect(notices.first?["id"] == waiting["id"])
        #expect(notices.first?["reason"] == "legal_threat")
        #expect(notices.first?["ticket"]?["queue"] == "legal")
        // The same threat again, and another restart: its receipt is there, nothing more is told.
        try threaten(daemon, "c1")
        daemon.kill()
        try daemon.start()
        #expect(try daemon.call(.hookList)["notices"]?.array == [])
        #expect(try heard(by: daemon).count == 1)
    }

    @Test("kill -9 while the program runs: it is called again under the same id")
    func killedInCall() throws {
        let daemon = try daemon()
        try set("slow", true, in: daemon)
        try daemon.start()
        try threaten(daemon, "c2")
        let runs = daemon.waits {
            let files = (try? FileManager.default.contentsOfDirectory(atPath: daemon.folder.path))
            return files?.contains { $0.hasPrefix("new.") } ?? false
        }
        #expect(runs)
        // The desk goes on while the program hangs.
        #expect(try daemon.call(.health)["status"] == "ok")
        let id = try daemon.call(.hookList)["notices"]?.array?.first?["id"]
        daemon.kill()
        try daemon.start()
        try set("slow", false, in: daemon)
        #expect(try daemon.waits { try daemon.call(.hookList)["notices"]?.array == [] })
        let notices = try heard(by: daemon)
        // The first call may have lived on by itself; the id tells that it is the same notice.
        #expect((1...2).contains(notices.count))
        #expect(notices.allSatisfy { $0["id"] == id })
    }
}
