import ArgumentParser

struct ChatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chat",
        abstract: "Talk to the desk as a customer.",
        discussion: """
            Lines go to the desk; what begins with a colon is for the chat itself (:help). Works \
            in a pipe too: one message per line. When the daemon restarts the chat connects \
            again, in the same conversation, and repeats what was not answered.

            Example: triage chat --conversation c-1
            """)

    @OptionGroup var socket: SocketOption

    @Option(
        help: ArgumentHelp("Go on with this conversation; default: a new one.", valueName: "id"))
    var conversation: String?

    @Option(
        help: ArgumentHelp(
            "The customer's language; default: the desk finds out.", valueName: "tag"))
    var language: String?

    @Option(help: ArgumentHelp("The customer's id, verified elsewhere.", valueName: "id"))
    var customer: String?

    func run() throws {
        try reporting {
            let id = conversation ?? "chat-" + RandomID.make()
            let options = ChatSession.Options(
                conversation: id, language: language, customer: customer)
            try MainActor.assumeIsolated {
                try ChatSession(socket: socket.socket, options: options).run()
            }
        }
    }
}

/// Ids that nobody else makes.
enum RandomID {
    /// 12 letters and digits.
    static func make() -> String {
        let digits = Array("abcdefghijkmnpqrstuvwxyz23456789")
        return String((0..<12).map { _ in digits[Int.random(in: 0..<digits.count)] })
    }
}
