import ArgumentParser
import Facts
import Wire

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say how the desk is.",
        discussion: """
            Exit 0 when a desk answers, 69 when none does, 1 when its store fails.

            Example: triage status --json
            """)

    @OptionGroup var socket: SocketOption

    @Flag(help: "The daemon's own answer.")
    var json = false

    @Flag(name: .shortAndLong, help: "Print nothing; only the exit code says it.")
    var quiet = false

    func run() throws {
        try reporting {
            do throws(CommandFailure) {
                var caller = try DeskCaller(socket)
                let status = try caller.call(.status)
                if json, !quiet {
                    Output.line(status.text)
                } else if !quiet {
                    Output.line("the desk at \(socket.socket) answers")
                    for line in Self.lines(status) { Output.line("  " + line) }
                }
                // One of before this release does not say it.
                let store = status["store"]?.string ?? "ok"
                guard store == "ok" else { throw CommandFailure(store, Exit.failure) }
            } catch {
                throw quiet ? CommandFailure(lines: [], error.code) : error
            }
        }
    }

    private static func lines(_ status: JSON) -> [String] {
        let names: [(member: String, label: String)] = [
            ("version", "version"), ("handbook", "handbook"), ("connections", "connections"),
            ("resident_conversations", "conversations in memory"), ("turns", "turns answered"),
            ("open_tickets", "open tickets"), ("agents_online", "agents online"),
            ("store", "store"),
        ]
        var lines = names.compactMap { member, label -> String? in
            guard let value = status[member] else { return nil }
            return "\(label.padded(to: 24)) \(value.string ?? value.text)"
        }
        if let started = status["started_at"]?.integer {
            lines.insert(
                "\("up since".padded(to: 24)) \(Clock.wall(Instant(milliseconds: Int64(started))))",
                at: 0)
        }
        return lines
    }
}
