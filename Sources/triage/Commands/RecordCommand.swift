import ArgumentParser
import Facts
import Rehearsal
import Triage
import Wire

struct RecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Write a conversation as a transcript, redacted.",
        discussion: """
            The last 40 lines of the conversation, as the desk keeps them. The bot's lines are \
            written as reply ids where they are known; --texts writes the words. Names, \
            addresses, e-mail, phone, card and account numbers become <name:1> and the like: \
            read it all the same before you keep it.

            Example: triage record --conversation c-1 > Transcripts/track_order/c-1.talk
            """)

    @OptionGroup var socket: SocketOption

    @OptionGroup var pack: PackOptions

    @Option(help: ArgumentHelp("The conversation.", valueName: "id"))
    var conversation: String

    @Flag(help: "The bot's words instead of reply ids.")
    var texts = false

    func run() throws {
        try reporting {
            var caller = try DeskCaller(socket)
            let shown = try caller.call(
                .show, ["conversation": .string(conversation), "limit": 500])
            let handbook = try pack.load()
            for line in Self.transcript(of: shown, texts: texts, handbook) { Output.line(line) }
        }
    }

    /// `shown` is the result of `conversation.show`.
    static func transcript(of shown: JSON, texts: Bool, _ handbook: Handbook?) -> [String] {
        let customer = shown["dialogue"]?["customer"].flatMap { Value(json: $0)?.record }
        var redactor = Redactor(customer: customer, handbook: handbook)
        let language = shown["language"]?.string ?? "en"
        let started = shown["started_at"]?.integer ?? 0
        let civil = Zone.utc.civil(at: Instant(milliseconds: Int64(started)))
        var lines = [
            "title: Conversation \(shown["conversation"]?.string ?? "")", "world: demo-shop",
            "start: \(civil.day.iso) \(civil.clock) UTC", "source: recorded from the desk",
            "redacted: name, email, phone, card, iban, address", "", "=== As it was said",
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
                let words = redactor.redact(text, language: language)
                lines.append("\(speaker): \(words.replacing("\n", with: "\n  > "))")
            }
        }
        return lines
    }
}
