import Foundation

/// Renames what is in a retail database (`database.json`): products, options' values, people, e-mails and ids.
/// Everything that has an order keeps it, so that the same shop under other names must behave the same.
struct RenamedShop {
    private let root: [String: Any]
    private var names: [String: String] = [:]

    init(file: String) throws {
        let data = try Data(contentsOf: URL(filePath: file))
        root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
        let products = records(root["products"])
        let users = records(root["users"])
        let variants = products.flatMap { records($0["variants"]) }
        let options = variants.compactMap { $0["options"] as? [String: String] }.flatMap(\.values)
        rename(texts("name", of: products), capitalised: true)
        rename(options.filter(isPlainWord), capitalised: false)
        let people = users.compactMap { $0["name"] as? [String: Any] }
        rename(texts("first_name", of: people) + texts("last_name", of: people), capitalised: true)
        for email in texts("email", of: users) { names[email] = renamed(email: email) }
        let methods = users.flatMap { records($0["payment_methods"]) }
        let ids =
            texts("product_id", of: products) + texts("item_id", of: variants)
            + texts("user_id", of: users) + texts("id", of: methods)
            + texts("order_id", of: records(root["orders"]))
        for id in ids { names[id] = shifted(id) }
    }

    /// Writes the database under its new names.
    func write(to file: String) throws { try write(renamed(root), to: file) }

    /// Writes it as it was, its members in the same order as in the renamed one.
    func writeOriginal(to file: String) throws { try write(root, to: file) }

    private func write(_ tree: Any, to file: String) throws {
        let data = try JSONSerialization.data(withJSONObject: tree, options: [.sortedKeys])
        try data.write(to: URL(filePath: file))
    }

    /// A text with every old name in it replaced by the new one, whatever its letters' case.
    func renamed(text: String) -> String {
        names.sorted { ($1.key.count, $0.key) < ($0.key.count, $1.key) }.reduce(text) {
            text, pair in
            text.replacing(pair.key, with: pair.value)
        }
    }

    private mutating func rename(_ texts: [String], capitalised: Bool) {
        for text in Set(texts).sorted() where names[text] == nil {
            let words = text.split(separator: " ").enumerated().map { place, _ in
                word(names.count * 4 + min(place, 3))
            }
            names[text] = words.map { capitalised ? $0.capitalized : $0 }.joined(separator: " ")
        }
    }

    /// A word that can be spoken and means nothing: "bakido"; later numbers give later words.
    private func word(_ number: Int) -> String {
        let (consonants, vowels) = (Array("bdfgklmnprstvz"), Array("aeiou"))
        var syllables: [String] = []
        var rest = number * 37 + 5_000
        for _ in 0..<3 {
            syllables.append(
                String([consonants[rest / 5 % consonants.count], vowels[rest % 5]]))
            rest /= 5 * consonants.count
        }
        return syllables.reversed().joined()
    }

    /// Sizes, numbers and yes/no mean something; they stay.
    private func isPlainWord(_ value: String) -> Bool {
        value.count > 3 && !value.contains(where: \.isNumber) && value != "none"
            && !["small", "medium", "large"].contains(value)
    }

    private func renamed(email: String) -> String {
        let parts = email.split(separator: "@")
        let names = parts[0].split(separator: ".").map { part -> String in
            let digits = part.drop(while: \.isLetter)
            let name = part.prefix(while: \.isLetter).capitalized
            return (self.names[name] ?? name).lowercased() + digits
        }
        return names.joined(separator: ".") + "@" + parts[1]
    }

    /// The same id with other digits at its end, in the same order among its like.
    private func shifted(_ id: String) -> String {
        let digits = id.reversed().prefix(while: \.isNumber).count
        let (head, tail) = (id.dropLast(digits), id.suffix(digits))
        guard let number = Int(tail) else { return id }
        let shifted = String(number + 11)
        guard shifted.count <= digits else { return id }
        return head + String(repeating: "0", count: digits - shifted.count) + shifted
    }

    private func renamed(_ value: Any) -> Any {
        switch value {
        case let record as [String: Any]:
            var copy: [String: Any] = [:]
            for (key, member) in record {
                copy[names[key] ?? key] = key == "address" ? member : renamed(member)
            }
            return copy
        case let list as [Any]: return list.map(renamed)
        case let text as String: return names[text] ?? text
        default: return value
        }
    }

    private func records(_ value: Any?) -> [[String: Any]] {
        (value as? [String: Any])?.values.compactMap { $0 as? [String: Any] } ?? []
    }

    private func texts(_ field: String, of records: [[String: Any]]) -> [String] {
        records.compactMap { $0[field] as? String }
    }
}
