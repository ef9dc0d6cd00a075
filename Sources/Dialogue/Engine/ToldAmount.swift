/// A number as people write sums: whole, or with two decimals; groups of three are parted by a point, a comma or a
/// blank.
struct ToldAmount: Equatable {
    var whole: String
    /// Two digits; nil where none were said.
    var cents: String?

    /// Those in a text, as "1,197.50 $", "663,85" or "1 030,40"; a number of one digit is none.
    static func all(in text: String) -> [ToldAmount] {
        let words = text.split(whereSeparator: \.isWhitespace).map { word in
            word.split { !$0.isNumber && $0 != "." && $0 != "," }.map(String.init)
        }
        var numbers: [String] = []
        for (place, parts) in words.enumerated() {
            guard let first = parts.first else { continue }
            let before = place > 0 ? words[place - 1].last : nil
            if let before, before == numbers.last, isGroups(before), beginsGroup(first) {
                numbers[numbers.count - 1] = before + "," + first
                numbers += parts.dropFirst()
            } else {
                numbers += parts
            }
        }
        return numbers.compactMap(ToldAmount.init)
    }

    /// "1", "030", "1,030": more of the number may stand behind a blank.
    private static func isGroups(_ text: String) -> Bool {
        text.last?.isNumber == true
            && text.split(separator: ",").allSatisfy { $0.count < 4 && $0.allSatisfy(\.isNumber) }
    }

    private static func beginsGroup(_ text: String) -> Bool {
        text.prefix(while: \.isNumber).count == 3
    }

    init?(_ text: String) {
        let parts = text.split { $0 == "." || $0 == "," }
        guard let first = parts.first, let last = parts.last,
            parts.allSatisfy({ $0.allSatisfy(\.isASCII) })
        else { return nil }
        let hasCents = parts.count > 1 && last.count == 2
        let groups = hasCents ? parts.dropLast() : parts[...]
        guard groups.dropFirst().allSatisfy({ $0.count == 3 }), groups.joined().count > 1,
            first.count <= 9
        else { return nil }
        whole = groups.joined()
        cents = hasCents ? String(last) : nil
    }

    /// It may be called so: whole amounts are said for what has cents, also rounded up.
    func isCalled(_ said: ToldAmount) -> Bool {
        if said.cents != nil { return whole == said.whole && (cents ?? "00") == said.cents }
        let isRounded = (cents ?? "00") >= "50" && Int(whole).map { String($0 + 1) } == said.whole
        return whole == said.whole || isRounded
    }
}
