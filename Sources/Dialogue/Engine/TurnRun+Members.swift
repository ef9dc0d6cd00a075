import Facts
import Understanding

/// Answers about several things at once: "the mouse in white; the shelf in glass, 5 ft".
extension TurnRun {
    /// The words that are about one member of an `each` slot's list: from its mention to the next member's. All of
    /// them where no member is named; nil where only others are.
    func part(of reading: Interpretation, about member: Int?, of slot: Slot) -> Interpretation? {
        guard let member, let each = slot.each, let list = state.stack.last?.slots[each]?.list,
            !list.isEmpty
        else { return reading }
        guard list.count > 1 else {
            return wanted(in: reading, 0..<reading.tokens.count, of: list[0])
        }
        let mentions = MemberMentions(names: list.map(\.choiceName), tokens: reading.tokens)
        guard !mentions.isEmpty else { return reading }
        guard let range = mentions.range(of: member) else { return nil }
        return wanted(in: reading, range.lowerBound..<(range.upperBound + 1), of: list[member])
    }

    /// Of "the blue one for a red one" the words behind "for" (`target_words`): what is wanted, not what there is.
    private func wanted(
        in reading: Interpretation, _ range: Range<Int>, of member: Value
    ) -> Interpretation {
        let name = member.choiceName.lowercased().split(separator: " ").map(String.init)
        let targets = dialogue.interpreter.lexicon.phrases(
            of: "target_words", language: state.language)
        let tokens = reading.tokens
        let words = tokens.map(\.folded)
        let ends = range.dropFirst().compactMap { place in
            targets.first { words[place...].starts(with: $0) }.map { place + $0.count }
        }
        // "the black kettle: colour white": what stands behind the thing's name.
        let label = range.dropFirst().first { place in
            words[place] == ":" && name.contains(words[place - 1])
        }
        let first = ends.last ?? label.map { $0 + 1 } ?? range.lowerBound
        guard first < range.upperBound, range.upperBound <= tokens.count else { return reading }
        let bytes = Array(reading.text.utf8)
        let (start, end) = (tokens[first].start, tokens[range.upperBound - 1].end)
        guard start >= 0, start < end, end <= bytes.count else { return reading }
        return interpretation(of: String(decoding: bytes[start..<end], as: UTF8.self))
    }

    /// Of several choices that fit, the one that differs least from what the customer has: who asks for "red"
    /// wants the rest as it is. All of them where that is not one.
    func closest(_ offers: [Offer], to reference: Choice?) -> [Offer] {
        guard let reference, !reference.attributes.isEmpty else { return offers }
        let differences = offers.map { offer in
            offer.choice.attributes.count { attribute in
                reference.attributes.contains {
                    $0.name == attribute.name && $0.value != attribute.value
                }
            }
        }
        guard let least = differences.min() else { return offers }
        let closest = zip(offers, differences).filter { $0.1 == least }.map(\.0)
        return closest.count == 1 ? closest : offers
    }

    /// What the customer has now, which "bigger" and "in red" compare with.
    func reference(for slot: Slot, member: Int?) -> Choice? {
        self.member(member, of: slot)?.record.flatMap(Choice.init)
    }
}

extension Value {
    fileprivate var choiceName: String { record?["name"]?.text ?? "" }
}

/// Where a text names the members of a list.
struct MemberMentions {
    /// Token index and member, in order of the text.
    private let mentions: [(token: Int, member: Int)]
    private let tokens: [Token]

    init(names: [String], tokens: [Token]) {
        self.tokens = tokens
        let words = names.map { Set($0.lowercased().split(separator: " ").map(String.init)) }
        mentions = tokens.indices.flatMap { index in
            let token = tokens[index].folded
            let members = words.indices.filter { words[$0].contains { token.isForm(of: $0) } }
            return members.count == 1 ? [(token: index, member: members[0])] : []
        }
    }

    /// What stands between two things of a list.
    static let separators: Set<String> = [";", ",", ".", "and", "und", "&", "+"]

    var isEmpty: Bool { mentions.isEmpty }

    /// The tokens that belong to a member: between the cuts before and after its mentions.
    func range(of member: Int) -> ClosedRange<Int>? {
        guard let first = mentions.firstIndex(where: { $0.member == member }),
            let last = mentions.lastIndex(where: { $0.member == member })
        else { return nil }
        let start = first == 0 ? 0 : cut(between: mentions[first - 1].token, mentions[first].token)
        let end =
            last == mentions.count - 1
            ? tokens.count - 1
            : cut(between: mentions[last].token, mentions[last + 1].token) - 1
        return start <= end ? start...end : nil
    }

    /// Every mention of the member stands behind a word like "not": "the mug, not the lamp".
    func isNegated(_ member: Int, by negations: Set<String>) -> Bool {
        let own = mentions.filter { $0.member == member }
        return !own.isEmpty
            && own.allSatisfy { mention in
                let others = mentions.filter { $0.token < mention.token && $0.member != member }
                let start = max(mention.token - 3, others.last.map { $0.token + 1 } ?? 0)
                let before = tokens[start..<mention.token].map(\.folded)
                let cut = before.lastIndex(where: Self.separators.contains).map { $0 + 1 } ?? 0
                return before[cut...].contains(where: negations.contains)
            }
    }

    /// Where the next member's words begin: behind the last separator, else at its name.
    private func cut(between left: Int, _ right: Int) -> Int {
        let separator = tokens.indices[left..<right].last {
            Self.separators.contains(tokens[$0].folded)
        }
        return separator.map { $0 + 1 } ?? right
    }
}

extension String {
    /// The same word, or one with a short ending: `lamps` of `lamp`.
    fileprivate func isForm(of word: String) -> Bool {
        if self == word { return true }
        return word.count >= 3 && hasPrefix(word) && count - word.count <= 2
    }
}
