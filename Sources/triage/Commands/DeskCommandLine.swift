import ArgumentParser

struct DeskCommandLine: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "desk",
        abstract: "Work at the desk as an agent.",
        discussion: """
            `next` takes the next ticket; what is typed then goes to the customer, after a \
            moment in which /undo takes it back. /note writes what the customer never sees; \
            /help has the rest. The prompt always says who will read the line.

            Example: triage desk --agent ana
            """)

    @OptionGroup var socket: SocketOption

    @Option(help: ArgumentHelp("Who you are, an agent of desk.yaml.", valueName: "id"))
    var agent: String

    @Option(
        help: ArgumentHelp("How long a reply can be undone; 0 in a pipe.", valueName: "seconds"))
    var delay = 5

    func validate() throws {
        guard (0...300).contains(delay) else {
            throw ValidationError("--delay is not within 0…300")
        }
    }

    func run() throws {
        try reporting {
            try MainActor.assumeIsolated {
                try DeskSession(socket: socket.socket, agent: agent, delaySeconds: delay).run()
            }
        }
    }
}
