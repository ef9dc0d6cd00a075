/// `shop.order(order_id, customer.id)` taken apart: a name, and arguments with their places.
struct CallSyntax {
    var name: String
    var place: Place
    /// Nil where no parentheses were written.
    var arguments: [(text: String, place: Place)]?

    init?(_ text: String, at place: Place, _ report: Report) {
        self.place = place
        guard let open = text.firstIndex(of: "(") else {
            name = text
            return
        }
        name = String(text[..<open])
        guard text.hasSuffix(")") else {
            report.error(
                .badValue, at: place, "'\(text)' has no closing parenthesis",
                cure:
                    "add it; inside {…} quote the whole call, because a comma ends the value there")
            return nil
        }
        let inside = text[text.index(after: open)...].dropLast()
        arguments = Self.split(
            String(inside), at: place.advanced(by: text[...open].unicodeScalars.count))
        for argument in arguments ?? [] where argument.text.isEmpty {
            report.error(
                .badValue, at: argument.place, "an argument is missing between commas",
                cure: "remove the comma or add the argument")
            return nil
        }
    }

    /// The texts between commas outside quotes, with the blanks around them cut off.
    private static func split(_ text: String, at start: Place) -> [(text: String, place: Place)] {
        guard text.contains(where: { $0 != " " }) else { return [] }
        var parts: [(text: String, place: Place)] = []
        var part = String.UnicodeScalarView()
        var quote: UnicodeScalar?
        var column = 0
        var partStart = 0
        for scalar in text.unicodeScalars {
            column += 1
            if let open = quote {
                if scalar == open { quote = nil }
            } else if scalar == "'" || scalar == "\"" {
                quote = scalar
            } else if scalar == "," {
                parts.append((String(part), start.advanced(by: partStart)))
                part = String.UnicodeScalarView()
                partStart = column
                continue
            } else if scalar == " ", part.isEmpty {
                partStart = column
                continue
            }
            part.append(scalar)
        }
        parts.append((String(part), start.advanced(by: partStart)))
        return parts.map { (String($0.text.reversed().drop { $0 == " " }.reversed()), $0.place) }
    }
}
