import ArgumentParser
import Wire

struct PipeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pipe",
        abstract: "Send messages from standard input, one JSON object per line.",
        discussion: """
            In: {"conversation", "text"} with optional "message", "language", "channel", "customer". \
            Out: one answer per line, in the order of the input. When the daemon restarts, what is \
            unanswered is sent again with the same message ids. Exit 0 only when every line was \
            answered, 1 when one was refused, 69 when the desk stayed away.

            Example: triage pipe < messages.ndjson > answers.ndjson
            """)

    @OptionGroup var socket: SocketOption

    @Option(help: ArgumentHelp("How long to wait for a desk that is away.", valueName: "seconds"))
    var wait = 30

    @Option(help: ArgumentHelp("Messages under way at once.", valueName: "n"))
    var window = 256

    func validate() throws {
        guard (1...100_000).contains(window) else {
            throw ValidationError("--window is not within 1…100000")
        }
        guard (0...86_400).contains(wait) else {
            throw ValidationError("--wait is not within 0…86400")
        }
    }

    func run() throws {
        try reporting {
            try MainActor.assumeIsolated {
                try PipeSession(socket: socket.socket, waitSeconds: wait, window: window).run()
            }
        }
    }
}
