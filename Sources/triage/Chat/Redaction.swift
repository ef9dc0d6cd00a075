/// Takes personal data out of recorded texts by its form: e-mail addresses, and runs of digits as long as a phone, card
/// or account number.
enum Redaction {
    static func text(_ text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false).map(word).joined(
            separator: " "
        )
        .replacing("\n", with: "\n  > ")
    }

    private static func word(_ word: Substring) -> String {
        let core = word.reversed().drop { ".,;:!?)\"'".contains($0) }.reversed()
        let rest = word.dropFirst(core.count)
        if core.contains("@"), core.drop(while: { $0 != "@" }).contains(".") {
            return "<email:1>" + rest
        }
        let digits = core.count { $0.isNumber }
        let isNumber = core.allSatisfy { $0.isNumber || "+-/().".contains($0) }
        if isNumber, digits >= 13 { return "<card:1>" + rest }
        if isNumber, digits >= 9 { return "<phone:1>" + rest }
        let isAccount =
            core.count >= 15 && core.prefix(2).allSatisfy(\.isLetter)
            && core.dropFirst(2).prefix(2).allSatisfy(\.isNumber)
        return isAccount ? "<iban:1>" + rest : String(word)
    }
}
