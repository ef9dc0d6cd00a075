import ArgumentParser
import Facts
import Wire

struct RecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Write a conversation of the desk as a transcript, redacted.",
        discussion: """
            The last 40 lines of the conversation, as the desk keeps them. The bot's lines are \
            written as reply ids where they are known; --texts writes the words.

            Example: triage record --conversation c-1 > Transcripts/track_order/c-1.talk
            """)

    @OptionGroup var socket: SocketOption

    @Option(help: ArgumentHelp("The conversation.", valueName: "id"))
    var conversation: String

    @Flag(help: "The bot's words instead of reply ids.")
    var texts = false

    func run() throws {
        try reporting {
            var caller = try DeskCaller(socket)
            let shown = try caller.call(
                .show, ["conversation": .string(conversation), "limit": 500])
            for line in Self.transcript(of: shown, texts: texts) { Output.line(line) }
        }
    }

    /// `shown` is the result of `conversation.show`.
    static func transcript(of shown: JSON, texts: Bool) -> [String] {
        let started = shown["started_at"]?.integer ?? 0
        let civil = Zone.utc.civil(at: Instant(milliseconds: Int64(started)))
        var lines = [
            "title: Conversation \(shown["conversation"]?.string ?? "")", "world: demo-shop",
            "start: \(civil.day.iso) \(civil.clock) UTC", "source: recorded from the desk",
            "redacted: e-mail addresses, long numbers", "", "=== As it was said",
        ]
        var replies: [String: String] = [:]
        for message in shown["messages"]?.array ?? [] {
            if let text = message["text"]?.string { replies[text] = message["reply"]?.string }
        }
        for line in shown["tail"]?.array ?? [] {
            let speaker = line["speaker"]?.string ?? "bot"
            let text = line["text"]?.string ?? ""
            if speaker == "customer" { lines.append("") }
            if speaker == "bot", !texts, let reply = replies[text], !reply.isEmpty {
                lines.append("bot=: \(reply)")
            } else {
                lines.append("\(speaker): \(Redaction.text(text))")
            }
        }
        return lines
    }
}
