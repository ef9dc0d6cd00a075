import Foundation
import Hooks
import Testing

@Suite("a program that hears of something")
struct HookProgramTests {
    private func shell(_ script: String, timeout: Int = 10_000) -> HookProgram {
        HookProgram(arguments: ["/bin/sh", "-c", script], timeoutMilliseconds: timeout)
    }

    private func outcome(of script: String, input: String = "{}") -> HookOutcome {
        shell(script).run(Array(input.utf8))
    }

    @Test("it reads the JSON on its standard input, to the last byte")
    func input() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("hooks-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let long = String(repeating: "ä", count: 200_000)
        #expect(outcome(of: "cat > '\(folder.path)/heard'", input: long) == .taken)
        let heard = try String(contentsOf: folder.appendingPathComponent("heard"), encoding: .utf8)
        #expect(heard == long)
    }

    @Test("who does not read its input harms nobody")
    func unread() { #expect(outcome(of: "exit 0", input: "{\"x\":1}") == .taken) }

    @Test(
        "how it ends is told, with its last words",
        arguments: [
            ("exit 3", "exit 3"),
            ("echo 'no route to the pager' >&2; exit 1", "exit 1: no route to the pager"),
            ("for i in 1 2 3 4 5; do echo $i >&2; done; exit 2", "exit 2: 3 / 4 / 5"),
            ("kill -9 $$", "signal 9"),
        ])
    func endings(script: String, why: String) { #expect(outcome(of: script) == .failed(why: why)) }

    @Test("a million words of complaint neither block it nor fill the memory")
    func talkative() {
        let found = outcome(of: "yes complaint | head -c 1000000 >&2; exit 1")
        guard case .failed(let why) = found else {
            Issue.record("it did not fail: \(found)")
            return
        }
        #expect(why.utf8.count < 600)
    }

    @Test("what cannot be started says so")
    func missing() {
        let program = HookProgram(arguments: ["/no/such/program"], timeoutMilliseconds: 1000)
        #expect(
            program.run([])
                == .failed(
                    why: "'/no/such/program' cannot be started: No such file or directory"))
        #expect(
            HookProgram(arguments: [], timeoutMilliseconds: 1).run([])
                == .failed(why: "no program is named"))
    }

    @Test("one that takes too long is ended with everything it has started")
    func late() {
        let began = Date()
        let found = shell("trap '' TERM; sleep 30 & sleep 30; wait", timeout: 100).run([])
        #expect(found == .failed(why: "it took longer than 100 ms and was ended"))
        #expect(Date().timeIntervalSince(began) < 10)
    }

    @Test("when the daemon stops, it is ended and counts as not called")
    func stopped() { #expect(shell("sleep 30").run([], shouldStop: { true }) == .interrupted) }

    @Test("a child of its own that goes on does not hold the call")
    func background() { #expect(outcome(of: "sleep 5 & exit 0") == .taken) }

    @Test("it has no file of the daemon open, and signals as any program has")
    func clean() {
        let file = open("/dev/zero", O_RDONLY)
        defer { close(file) }
        #expect(outcome(of: "[ ! -e /proc/$$/fd/\(file) ]") == .taken)
        #expect(outcome(of: "grep -q 'SigBlk:.0000000000000000' /proc/self/status") == .taken)
    }
}
