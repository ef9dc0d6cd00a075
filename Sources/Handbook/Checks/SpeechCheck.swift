import Dialogue
import Facts

/// What the speech channel would say can be heard: no link, no e-mail address, no list, no mark-up, no picture.
struct SpeechCheck {
    let report: Report

    /// Only the form that is read aloud: `speech`, or the chat's where there is none. A speech form also speaks of
    /// saying, not of writing, but that is for people to see to.
    func run(_ reply: ReplyDraft) {
        let spoken = reply.variants.filter { $0.channel == "speech" }
        let told = spoken.isEmpty ? reply.variants.filter { $0.channel == "chat" } : spoken
        let name = reply.id.split(separator: ".").dropFirst().joined(separator: ".")
        for (template, place, _) in told {
            check(template, name, at: place, cure: "give it a form `speech:`")
        }
    }

    /// An article has one form, which is read aloud as it is.
    func run(_ article: ArticleDraft) {
        guard let template = article.text else { return }
        check(
            template, "knowledge.\(article.name)", at: article.place,
            cure: "write the article in words")
    }

    private func check(_ template: MessageTemplate, _ name: String, at place: Place, cure: String) {
        let text = template.words
        if let link = Self.link(in: text) {
            report.warning(
                .spokenLink, at: place, "the reply '\(name)' would read '\(link)' aloud",
                cure: "\(cure) without the link")
        } else if let mark = Self.mark(in: text) {
            report.warning(
                .spokenMark, at: place, "the reply '\(name)' would read '\(mark)' aloud",
                cure: "\(cure), in whole sentences")
        }
    }

    /// A web address, or an e-mail address.
    static func link(in text: String) -> String? {
        if text.hasBytes(of: "//") || text.utf8.count(where: { $0 | 0x20 == 0x77 }) > 2 {
            let lowered = text.lowercased()
            if let link = ["http://", "https://", "www."].first(where: lowered.hasBytes) {
                return link
            }
        }
        guard text.utf8.contains(UInt8(ascii: "@")) else { return nil }
        return text.split(whereSeparator: \.isWhitespace).first { word in
            let parts = word.split(separator: "@", omittingEmptySubsequences: false)
            return parts.count == 2 && parts[0].last?.isLetter == true
                && parts[1].first?.isLetter == true
        }.map { $0.trimmingPunctuation }
    }

    /// A line that begins as one of a list, mark-up, or a picture.
    static func mark(in text: String) -> String? {
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            let body = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            let first = body.prefix { $0 != UInt8(ascii: " ") }
            if first.endIndex < body.endIndex, Substring(first).isListMark {
                return String(Substring(first))
            }
        }
        if let mark = ["**", "__", "`", "](", "</", "->", "=>"].first(where: text.hasBytes) {
            return mark
        }
        guard text.unicodeScalars.contains(where: \.isPicture) else { return nil }
        return text.first(where: \.isPicture).map(String.init)
    }
}

extension Substring {
    /// Three characters, of four bytes at most.
    private static let longestMark = 12

    /// `-`, `*`, `•`, `#`, `1.`, `2)`.
    fileprivate var isListMark: Bool {
        guard utf8.count <= Self.longestMark else { return false }
        if ["-", "–", "*", "•", "‣", "·", "・", "#", "##", "###", ">", "|"].contains(String(self)) {
            return true
        }
        guard let last, last == "." || last == ")" else { return false }
        return count <= 3 && count > 1 && dropLast().allSatisfy(\.isNumber)
    }

    fileprivate var trimmingPunctuation: String {
        String(reversed().drop { ".,;:!?".contains($0) }.reversed())
    }
}

extension Character {
    /// An emoji, an arrow or another sign that has no sound.
    fileprivate var isPicture: Bool { unicodeScalars.contains(where: \.isPicture) }
}

extension Unicode.Scalar {
    fileprivate var isPicture: Bool {
        switch value {
        case 0x2190...0x21FF, 0x2600...0x27BF, 0x2B00...0x2BFF, 0xFE0F, 0x1F000...0x1FAFF: true
        default: false
        }
    }
}
