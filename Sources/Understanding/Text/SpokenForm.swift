/// A word as it is written, for one that is typed as it is spoken: "jaaa" is "ja", "nich" is "nicht".
enum SpokenForm {
    /// `word` is lower-case ASCII. Of three and more equal letters at its end one is left; a word that is nothing else
    /// ("AAA"), or a Roman number ("XIII"), stays.
    static func written(_ word: String, language: String) -> String {
        let short = shortened(word)
        return language.hasPrefix("de") && short == "nich" ? "nicht" : short
    }

    private static func shortened(_ word: String) -> String {
        let letters = word.utf8
        guard letters.count > drawnOut, let last = letters.last, last.isLetter else { return word }
        let run = letters.reversed().prefix { $0 == last }.count
        guard run >= drawnOut, run < letters.count, letters.allSatisfy(\.isLetter),
            !letters.allSatisfy("ivxlcdm".utf8.contains)
        else { return word }
        return String(word.dropLast(run - 1))
    }

    private static let drawnOut = 3
}
