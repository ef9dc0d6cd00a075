import Facts

/// Redacted parts of a transcript (`<name:1>`, `<email:1>`…) and what stands for them when it is played: the known
/// customer's own data, else made-up values of the right form.
struct Placeholders: Sendable {
    private var values: [String: String]

    init(customer: Record?) {
        values = [
            "<name:1>": "Anna", "<name:2>": "Ben", "<name:3>": "Clara",
            "<email:1>": "anna@example.com", "<email:2>": "ben@example.org",
            "<phone:1>": "+4930555120", "<phone:2>": "+4930555121",
            "<card:1>": "4111 1111 1111 1111", "<iban:1>": "DE02 1203 0000 0000 2020 51",
            "<address:1>": "Lindenweg 7, 10115 Berlin",
        ]
        let own = [("<name:1>", "first_name"), ("<email:1>", "email"), ("<phone:1>", "phone")]
        for (placeholder, field) in own {
            if let text = customer?[field]?.text { values[placeholder] = text }
        }
        if let address = customer?["address_line"]?.text { values["<address:1>"] = address }
    }

    /// The text with its placeholders replaced.
    func filled(_ text: String) -> String {
        guard text.contains("<") else { return text }
        return values.sorted { $0.key < $1.key }.reduce(text) {
            $0.replacing($1.key, with: $1.value)
        }
    }
}
