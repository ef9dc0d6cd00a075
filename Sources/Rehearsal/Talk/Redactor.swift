public import Facts
public import Triage
import Understanding

/// Takes a person out of recorded words: `<name:1> <email:1> <phone:1> <card:1> <iban:1> <address:1>`.
///
/// What it knows of the customer goes wherever it stands; names, addresses and the like also where they are only found.
/// The same value has the same number all through a recording.
public struct Redactor: Sendable {
    private let handbook: Handbook?
    /// Value → placeholder, in the order of finding.
    private var known: [(value: String, placeholder: String)] = []
    private var counts: [String: Int] = [:]

    /// `handbook`: reads the words; without one only the customer's own data and plain forms are found.
    public init(customer: Record?, handbook: Handbook?) {
        self.handbook = handbook
        for (kind, fields) in Self.fields {
            for value in fields.compactMap({ customer?[$0]?.text }) { note(value, kind) }
        }
    }

    private static let fields = [
        ("name", ["name", "first_name", "last_name"]), ("email", ["email"]), ("phone", ["phone"]),
        ("address", ["address_line", "address1", "zip"]),
    ]

    /// The kinds of placeholders found in texts, the longest forms first.
    private static let kinds = ["address", "iban", "card", "email", "phone", "name"]

    /// The words without the person.
    public mutating func redact(_ text: String, language: String = "en") -> String {
        for (kind, value) in found(in: text, language) { note(value, kind) }
        // The longest first: a full name before the first name in it.
        let replaced = known.sorted { ($1.value.count, $0.value) < ($0.value.count, $1.value) }
            .reduce(text) { $0.replacing($1.value, with: $1.placeholder) }
        return replaced.split(separator: " ", omittingEmptySubsequences: false)
            .map { redactForm($0) }.joined(separator: " ")
    }

    private mutating func note(_ value: String, _ kind: String) {
        guard value.count > 1, !known.contains(where: { $0.value == value }) else { return }
        // The parts of one name are one person.
        let isPart = known.first {
            $0.placeholder.hasPrefix("<\(kind):") && $0.value.contains(value)
        }
        if let isPart { return known.append((value, isPart.placeholder)) }
        counts[kind, default: 0] += 1
        known.append((value, "<\(kind):\(counts[kind] ?? 1)>"))
    }

    /// Kinds and values of the entities in a text.
    private func found(in text: String, _ language: String) -> [(kind: String, value: String)] {
        guard let handbook else { return [] }
        let reading = handbook.interpreter.interpret(
            text, in: language, today: Day(number: 20_514))
        let bytes = Array(reading.text.utf8)
        return Self.kinds.flatMap { kind in
            reading.entities.filter { $0.kind == kind }.compactMap { entity in
                guard entity.start >= 0, entity.start < entity.end, entity.end <= bytes.count else {
                    return nil
                }
                let value = String(decoding: bytes[entity.start..<entity.end], as: UTF8.self)
                return (kind, value)
            }
        }
    }

    /// A word that shows by its form what it is.
    private mutating func redactForm(_ word: Substring) -> String {
        let core = String(word.reversed().drop { ".,;:!?)\"'".contains($0) }.reversed())
        let rest = word.dropFirst(core.count)
        guard let kind = Self.kind(of: core) else { return String(word) }
        note(core, kind)
        return (known.first { $0.value == core }?.placeholder ?? core) + rest
    }

    private static func kind(of core: String) -> String? {
        if core.contains("@"), core.drop(while: { $0 != "@" }).contains(".") { return "email" }
        let digits = core.count { $0.isNumber }
        let isNumber = core.allSatisfy { $0.isNumber || "+-/().".contains($0) }
        if isNumber, digits >= 13 { return "card" }
        if isNumber, digits >= 9 { return "phone" }
        return Disclosure.isIBAN(core) ? "iban" : nil
    }
}
