/// Makes texts of customers harmless for a terminal.
enum SafeText {
    /// No control, escape or bidirectional-override character reaches the terminal; each becomes `·`. Line breaks
    /// become a new line with the indent, a tab a blank.
    static func shown(_ text: String, indent: String = "") -> String {
        var safe = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A:
                safe.append(scalar)
                safe.append(contentsOf: indent.unicodeScalars)
            case 0x09: safe.append(" ")
            case 0x00...0x1F, 0x7F...0x9F: safe.append("·")
            // Direction overrides, embeddings and isolates; zero-width and line separators; tags.
            case 0x061C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
                0xFFF9...0xFFFB, 0xE0000...0xE007F:
                safe.append("·")
            default: safe.append(scalar)
            }
        }
        return String(safe)
    }

    /// The same on one line of at most so many characters.
    static func oneLine(_ text: String, limit: Int) -> String {
        let line = shown(text).replacing("\n", with: " ")
        return line.count <= limit ? line : line.prefix(max(limit - 1, 0)) + "…"
    }
}
