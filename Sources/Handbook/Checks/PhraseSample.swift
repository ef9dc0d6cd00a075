import Understanding

/// Sentences that a template stands for: the shortest (no optional part, the first alternatives)
/// and the longest (every optional part, the last alternatives).
struct PhraseSample {
    /// A word for an entity or an open slot, by its name.
    let word: (String) -> String

    private struct Reader {
        let scalars: [UnicodeScalar]
        var position = 0

        var next: UnicodeScalar? { position < scalars.count ? scalars[position] : nil }
    }

    /// One or two sentences; none for a template that cannot be read here (`<rule>`).
    func sentences(of template: String) -> [String] {
        guard !template.contains("<") else { return [] }
        let both = [false, true].map { isLong in
            var reader = Reader(scalars: Array(template.unicodeScalars))
            let text = sequence(&reader, isLong: isLong, depth: 0)
            // `where ('s|is)` is written in one word.
            return text.split(separator: " ").joined(separator: " ").replacing(" '", with: "'")
        }
        return (both[0] == both[1] ? [both[0]] : both).filter { !$0.isEmpty }
    }

    /// Reads up to a bracket that closes, and gives one of the alternatives.
    private func sequence(_ reader: inout Reader, isLong: Bool, depth: Int) -> String {
        var alternatives = [""]
        while let scalar = reader.next {
            reader.position += 1
            switch scalar {
            case "]", ")": return isLong ? alternatives[alternatives.count - 1] : alternatives[0]
            case "|": alternatives.append("")
            case ";": alternatives[alternatives.count - 1] += " "
            case "[" where depth < 32:
                let text = sequence(&reader, isLong: isLong, depth: depth + 1)
                if isLong { alternatives[alternatives.count - 1] += text }
            case "(" where depth < 32:
                alternatives[alternatives.count - 1] += sequence(
                    &reader, isLong: isLong, depth: depth + 1)
            case "{": alternatives[alternatives.count - 1] += slot(&reader)
            default: alternatives[alternatives.count - 1].unicodeScalars.append(scalar)
            }
        }
        return isLong ? alternatives[alternatives.count - 1] : alternatives[0]
    }

    private func slot(_ reader: inout Reader) -> String {
        var name = String.UnicodeScalarView()
        while let scalar = reader.next, scalar != "}" {
            name.append(scalar)
            reader.position += 1
        }
        reader.position += 1
        return word(String(name))
    }
}

extension Draft {
    /// A word that an entity reads, in a language; any word for an open slot.
    func sampleWord(for kind: String, language: String) -> String {
        if let entity = entities.first(where: { $0.kind == kind }) {
            switch entity.form {
            case .shapes(let shapes):
                let shape = shapes.first ?? "1Z5R89390357567127"
                return String(shape.map { "0*".contains($0) ? "7" : $0 == "A" ? "B" : $0 })
            case .values(let values):
                return values.first?.labels[language] ?? kind
            }
        }
        switch BuiltInEntity(rawValue: kind) {
        case .email: return "ann@example.com"
        case .name: return "Anna Miller"
        case .zip: return "10115"
        case .phone: return "+49 30 901820"
        case .money: return "20 EUR"
        case .date: return "2026-03-02"
        case .number, .ordinal: return "3"
        case .card: return "4111 1111 1111 1111"
        case .iban: return "DE89 3704 0044 0532 0130 00"
        case .url: return "example.com"
        case .percent: return "10 %"
        case .time: return "15:30"
        case .duration: return "2 weeks"
        case .yesNo, .address, .dateRange, nil: return "xylophone"
        }
    }
}
