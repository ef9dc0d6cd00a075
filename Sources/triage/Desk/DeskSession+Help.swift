import Rehearsal

/// What there is: on one screen of 80×24, in groups.
extension DeskSession {
    static let groups: [(title: String, commands: [String])] = [
        ("talk", ["macro", "draft", "send", "undo", "note", "customer"]),
        ("ticket", ["next", "show", "open", "mine", "queue", "claim", "accept", "decline"]),
        ("done", ["resolve", "done", "return", "transfer"]),
        ("later", ["snooze", "wait", "callback", "wake"]),
        ("others", ["ask", "answer", "team", "merge"]),
        ("you", ["online", "away", "break", "offline", "quit", "help"]),
        ("leads", ["watch", "unwatch", "whisper", "takeover", "assign", "kick"]),
    ]

    /// Every command with its slash.
    static let names = Set((AgentLine.usage + ownUsage).map { "/" + $0.name })

    func help(_ wanted: String?) {
        for line in Self.help(on: wanted) { console.print(line) }
    }

    static func help(on wanted: String?) -> [String] {
        let all = AgentLine.usage + ownUsage
        guard let wanted else { return overview }
        let name = wanted.hasPrefix("/") ? String(wanted.dropFirst()) : wanted
        let found = name == "all" ? all : all.filter { $0.name == name }
        guard !found.isEmpty else { return ["-- there is no command /\(name); see /help"] }
        return found.map { name, arguments, meaning in
            "  \("/\(name) \(arguments)".padded(to: 24)) \(meaning)"
        }
    }

    /// What stands without a slash, then the commands by what they are for.
    private static var overview: [String] {
        [
            "  next                  takes the next ticket",
            "  words                 go to whom the prompt names; a \\ at the end goes on",
        ]
            + groups.map { title, commands in
                "  \(title.padded(to: 8)) " + commands.map { "/" + $0 }.joined(separator: " ")
            } + ["  /help COMMAND says what one does, /help all what each does"]
    }
}
