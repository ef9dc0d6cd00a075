/// A part of a text that only names what the rest is about.
extension WishReader {
    /// "The wall clock", "morning, the throw order": a thing, and politeness before it at most.
    func namesOnly(_ stretch: Stretch, _ matcher: PhraseMatcher) -> Bool {
        func isName(_ part: Stretch) -> Bool {
            things.areNothingElse(in: part.tokens, keys: part.keys, language: part.language)
        }
        if isName(stretch) { return true }
        let tokens = stretch.tokens
        guard let sign = tokens.firstIndex(where: ClauseSplitter.isSign),
            tokens.startIndex < sign, sign + 1 < tokens.endIndex,
            matcher.areSkipped(tokens[..<sign], language: stretch.language)
        else { return false }
        return isName(stretch.part(sign + 1..<tokens.endIndex))
    }
}
