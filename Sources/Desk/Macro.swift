public import Facts

/// A prepared text of the agents, per language, with `{places}` to fill.
public struct Macro: Hashable, Sendable {
    public var name: String
    /// Language code → text.
    public var texts: [String: String]

    public init(name: String, texts: [String: String]) {
        self.name = name
        self.texts = texts
    }

    /// The names that the desk cannot fill by itself, in the order of the text.
    public var parameters: [String] {
        var names: [String] = []
        let text = texts.sorted { $0.key < $1.key }.first?.value ?? ""
        for case .place(let name) in Macro.parts(of: text)
        where !name.contains(".") && name != "agent" && name != "ticket" && !names.contains(name) {
            names.append(name)
        }
        return names
    }

    /// The text in the ticket's language (else the first by name), and the places without a value.
    public func filled(
        for ticket: Ticket, agent: String, _ values: Record
    ) -> (text: String, missing: [String]) {
        var known: Record = [
            "customer": .record(ticket.customer), "slots": .record(ticket.slots),
            "agent": .text(agent), "ticket": .text(ticket.id),
        ]
        known["order"] = ticket.routing?.facts["order"]
        let facts = Value.record(known.merging(values))
        let own = ticket.language.flatMap { texts[$0] }
        let text = own ?? texts.sorted { $0.key < $1.key }.first?.value ?? ""
        var result = ""
        var missing: [String] = []
        for part in Macro.parts(of: text) {
            switch part {
            case .words(let words): result += words
            case .place(let name):
                let path = name.split(separator: ".").map(String.init)
                if let value = facts.value(at: path)?.macroText {
                    result += value
                } else {
                    result += "{\(name)}"
                    if !missing.contains(name) { missing.append(name) }
                }
            }
        }
        return (result, missing)
    }

    private enum Part {
        case words(String)
        case place(String)
    }

    private static func parts(of text: String) -> [Part] {
        var parts: [Part] = []
        var rest = text[...]
        while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
            parts.append(.words(String(rest[..<start])))
            parts.append(.place(String(rest[rest.index(after: start)..<end])))
            rest = rest[rest.index(after: end)...]
        }
        return parts + [.words(String(rest))]
    }
}

extension Value {
    /// The value in a sentence; nil for lists and records without a name.
    fileprivate var macroText: String? {
        switch self {
        case .text, .integer, .number, .flag, .money, .day: plainText
        case .record(let record): record["name"]?.macroText ?? record["id"]?.macroText
        case .instant, .list: nil
        }
    }
}
