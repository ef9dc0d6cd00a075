import Foundation

/// `Intents/actions.yaml`, read just far enough to hold the shop against it.
enum ActionsFile {
    struct Action {
        var name: String
        var access = ""
        var outcomes: [String] = []
        var gives: [String] = []
    }

    static func read() throws -> [Action] {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(
            contentsOf: root.appending(path: "Intents/actions.yaml"), encoding: .utf8)
        var actions: [Action] = []
        for line in text.split(separator: "\n") {
            let words =
                line.split(separator: "#").first?.split(separator: " ").map(String.init) ?? []
            guard let first = words.first else { continue }
            if first.hasPrefix("shop."), first.hasSuffix(":") {
                actions.append(Action(name: String(first.dropLast())))
            } else if !actions.isEmpty {
                let index = actions.count - 1
                if first == "access:" { actions[index].access = words[1] }
                if first == "outcomes:" {
                    actions[index].outcomes = words.dropFirst().map(trimmed)
                }
                if first == "gives:" {
                    actions[index].gives = words.dropFirst().filter { $0.hasSuffix(":") }.map(
                        trimmed)
                }
            }
        }
        return actions
    }

    private static func trimmed(_ word: String) -> String {
        word.trimmingCharacters(in: CharacterSet(charactersIn: "[]{},:"))
    }
}
