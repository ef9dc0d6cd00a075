/// A line of the chat that is not for the desk.
enum ChatCommandLine: Equatable {
    case help
    case why
    case state
    case save(String)
    case human
    case quit
    case unknown(String)

    static let usage: [(name: String, arguments: String, meaning: String)] = [
        ("why", "", "how the last message was understood"),
        ("state", "", "where the conversation stands"),
        ("human", "", "ask for a person"),
        ("save", "FILE.talk", "write the conversation as a transcript, redacted"),
        ("help", "", "this list"), ("quit", "", "leave; the conversation can be taken up again"),
    ]

    init(_ line: String) {
        let parts = line.dropFirst().split(separator: " ", maxSplits: 1)
        let name = parts.first.map(String.init) ?? ""
        let rest = parts.count == 2 ? String(parts[1]) : ""
        switch name {
        case "help", "h", "?": self = .help
        case "why": self = .why
        case "state": self = .state
        case "human": self = .human
        case "quit", "q", "exit": self = .quit
        case "save": self = .save(rest.isEmpty ? "chat.talk" : rest)
        default: self = .unknown(name)
        }
    }

    /// What a customer would write to get a person.
    static func wishForHuman(language: String?) -> String {
        switch language?.prefix(2) {
        case "de": "Ich möchte mit einem Menschen sprechen."
        case "fr": "Je voudrais parler à une personne."
        case "es": "Quiero hablar con una persona."
        case "ja": "担当者と話したいです。"
        default: "I would like to talk to a person."
        }
    }
}
