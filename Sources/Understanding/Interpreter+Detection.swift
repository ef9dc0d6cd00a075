import Facts

/// Telling the language of a text, and what reading it need not do again.
extension Interpreter {
    /// A text cut into words for a language, and its postal address: what telling the language and reading it share.
    struct Cut {
        let language: String
        let tokens: [Token]
        let keys: [WordKey]
        let reading: Reading
        let address: AddressReader.Found?

        /// The bytes of the address.
        var addressed: Range<Int>? {
            guard let address, address.end > address.start, address.end <= reading.count else {
                return nil
            }
            return reading.tokens[address.start].start..<reading.tokens[address.end - 1].end
        }
    }

    func cut(_ normalised: String, _ language: String, _ today: Day) -> Cut {
        let tokens = tokens(in: normalised, language)
        let keys = tokens.map(WordKey.init)
        let reading = extractor.reading(
            of: normalised, tokens: tokens, words: keys, language: language, today: today)
        return Cut(
            language: language, tokens: tokens, keys: keys, reading: reading,
            address: AddressReader(reading: reading).address())
    }

    /// The words around a postal address, which is in the language of its country: "deliver 1071 to Unter den Linden 5,
    /// 10117 Berlin". nil where there is none, or little besides.
    private func withoutAddress(_ normalised: String, _ cut: Cut) -> String? {
        guard let address = cut.addressed else { return nil }
        let bytes = Array(normalised.utf8)
        let rest = String(
            decoding: bytes[..<address.lowerBound] + " ".utf8 + bytes[address.upperBound...],
            as: UTF8.self)
        let words = rest.split(separator: " ").filter { $0.contains(where: \.isLetter) }
        return words.count >= 2 ? rest : nil
    }

    /// Bytes; who writes more than this tells the language without the address.
    private static let addressedLimit = 200

    /// What the detector finds, or the conversation's language where the text itself does not say enough.
    func detect(
        in normalised: String, _ conversation: String?, _ today: Day
    ) -> (detection: LanguageDetector.Detection, cut: Cut?) {
        var detection = reading.detector.detect(normalised, prior: conversation)
        var cut: Cut?
        if EntityMasking.mayMask(normalised), normalised.utf8.count <= Self.addressedLimit {
            let own = self.cut(normalised, detection.language, today)
            cut = own
            if let rest = withoutAddress(normalised, own) {
                detection = reading.detector.detect(rest, prior: conversation)
            }
        }
        if detection.confidence < lexicon.languageThreshold, let conversation,
            lexicon.languages.contains(conversation)
        {
            detection.language = conversation
        }
        return (detection, cut)
    }
}
