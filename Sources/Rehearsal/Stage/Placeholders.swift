import Facts

/// Redacted parts of a transcript (`<name:1>`, `<email:1>`…) and what stands for them when it is played: the known
/// customer's own data, else made-up values of the right form.
struct Placeholders: Sendable {
    private var values: [String: String]

    /// Fixed, well-formed, nobody's.
    static let synthetic = [
        "<name:1>": "Anna", "<name:2>": "Ben", "<name:3>": "Clara",
        "<email:1>": "anna@example.com", "<email:2>": "ben@example.org",
        "<phone:1>": "+4930555120", "<phone:2>": "+4930555121",
        "<card:1>": "4111 1111 1111 1111", "<card:2>": "5555 5555 5555 4444",
        "<iban:1>": "DE02 1203 0000 0000 2020 51", "<iban:2>": "DE02 5001 0517 0137 0750 30",
        "<address:1>": "Lindenweg 7, 10115 Berlin", "<address:2>": "Am Markt 3, 50667 Köln",
    ]

    init(customer: Record?) {
        values = Self.synthetic
        let own = [
            ("<name:1>", "first_name"), ("<email:1>", "email"), ("<phone:1>", "phone"),
            ("<address:1>", "address_line"),
        ]
        for (placeholder, field) in own {
            if let text = customer?[field]?.text { values[placeholder] = text }
        }
    }

    /// The text with its placeholders replaced.
    func filled(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
        return values.sorted { $0.key < $1.key }.reduce(text) {
            $0.replacing($1.key, with: $1.value)
        }
    }

    /// The text with the values of these placeholders put back, for expectations that are written anew.
    func restored(_ text: String, _ used: Set<String>) -> String {
        values.filter { used.contains($0.key) }.sorted { $0.key < $1.key }.reduce(text) {
            $0.replacing($1.value, with: $1.key)
        }
    }

    /// The placeholders that stand in the texts.
    static func used(in lines: some Sequence<String>) -> Set<String> {
        var used: Set<String> = []
        for line in lines where line.utf8.contains(UInt8(ascii: "<")) {
            used.formUnion(synthetic.keys.filter { line.contains($0) })
        }
        return used
    }
}
