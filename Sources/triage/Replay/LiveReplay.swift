import Facts
import Glibc
import Rehearsal
import Wire

/// The desk behind a socket, asked by `triage replay --live`.
struct SocketDesk: LiveDesk {
    private var caller: DeskCaller

    init(_ socket: String) throws(CommandFailure) {
        var option = SocketOption()
        option.socket = socket
        caller = try DeskCaller(option)
        let hello = try caller.call(.hello, ["client": "replay"])
        guard hello["role"]?.string == "operator" else {
            throw CommandFailure(
                "only an operator may play transcripts: connect as the user who runs the daemon",
                Exit.unavailable)
        }
    }

    mutating func answer(_ method: Wire.Method, _ parameters: JSON) throws -> JSON {
        try caller.ask(method, parameters)
    }

    func pause() { usleep(20_000) }
}

/// Plays the cases against a running desk, one after the other.
struct LiveReplay {
    /// How often each reason left a case out.
    private(set) var skipped: [String: Int] = [:]

    mutating func play(_ plays: [Rehearsal.Play], at socket: String) throws -> [CaseResult] {
        var rehearsal = LiveRehearsal(
            desk: try SocketDesk(socket), run: "replay-\(getpid())-\(Clock.now.milliseconds)")
        var results: [CaseResult] = []
        for play in plays {
            if let obstacle = LiveRehearsal<SocketDesk>.obstacle(to: play) {
                skipped[obstacle, default: 0] += 1
            } else {
                results.append(try rehearsal.play(play))
            }
        }
        return results
    }

    /// `12 cases left out: time passes`.
    var notes: [String] {
        skipped.sorted { $0.key < $1.key }.map { "\($0.value) cases left out: \($0.key)" }
    }
}
