/// One comparable word of a choice or an utterance: "1000ml" gives `1000` and `ml`, "inches"
/// `inch`.
struct Piece: Hashable, Sendable {
    /// Stem, in the language of the utterance.
    var stem: String
    /// Folded word.
    var word: String
    /// Index of the token it comes from.
    var token: Int
    /// The stem is the shop's word for an everyday one.
    var isTranslated = false
    /// The everyday word is the plural of another one: "Lampen" of "Lampe".
    var isPlural = false
    /// What else the shop may call the everyday thing, as stems: "coffee machine" is a coffee maker or an espresso
    /// machine.
    var others: [String] = []
}

/// Cuts texts into pieces the same way on both sides of a comparison.
struct PieceCutter: Sendable {
    let language: String
    /// Folded everyday word → the stems of the shop's words for it, in the language of the utterance.
    let translations: [String: [String]]
    /// The everyday words: most words are none of them.
    private let everyday: WordSet
    /// What a word is before a number where it has two senses: folded, "große" and "Größe" are one, and "Größe 10" is a
    /// size.
    private let beforeNumbers: [String: String]
    /// The first words of those everyday words that are several: "store" of "store credit".
    private let openings: WordSet
    /// Words between two numbers that are one value.
    private let spans: WordSet
    /// "L'horloge" is looked up as "horloge" too.
    private let elides: Bool
    /// The stems that are known.
    var stems: StemTable?
    /// The texts of the shop's range, which come again with every list of choices: their pieces, and those of them that
    /// are no commas and full stops.
    private var known: [String: (pieces: [Piece], words: [Piece])] = [:]

    init(
        language: String, translations: [String: [String]],
        beforeNumbers: [String: String] = [:], openings: Set<String> = [],
        spans: Set<String> = []
    ) {
        self.language = language
        self.translations = translations
        everyday = WordSet(translations.keys)
        self.beforeNumbers = beforeNumbers
        self.openings = WordSet(openings.sorted())
        self.spans = WordSet(spans.sorted())
        elides = Elision.isOf(language)
    }

    func write(to writer: inout ByteWriter) {
        for words in [translations, beforeNumbers.mapValues { [$0] }] {
            let keys = words.keys.sorted()
            writer.packed(keys)
            writer.packed(keys.map { (words[$0] ?? []).joined(separator: "\n") })
        }
        openings.write(to: &writer)
        spans.write(to: &writer)
        let texts = known.keys.sorted()
        let pieces = texts.map { known[$0]?.pieces ?? [] }
        writer.packed(texts)
        writer.lists(pieces.map { $0.map { Int32($0.token) << 1 | ($0.isTranslated ? 1 : 0) } })
        writer.packed(pieces.flatMap { $0.map(\.stem) })
        writer.packed(pieces.flatMap { $0.map(\.word) })
    }

    /// The cutter of some bytes; nil where they are none.
    init?(from reader: inout ByteReader, language: String, stems: StemTable?) {
        guard let everyday = reader.packed(), let shop = reader.packed(),
            let ambiguous = reader.packed(), let measures = reader.packed(),
            let openings = WordSet(from: &reader), let spans = WordSet(from: &reader),
            let texts = reader.packed(), let pieces: [[Int32]] = reader.lists(),
            let stemmed = reader.packed(), let words = reader.packed(),
            everyday.count == shop.count, ambiguous.count == measures.count,
            texts.count == pieces.count, stemmed.count == words.count,
            stemmed.count == pieces.reduce(0, { $0 + $1.count })
        else { return nil }
        self.language = language
        self.stems = stems
        // By bytes: walking over characters takes ten times as long.
        let senses = shop.map { lines in
            lines.utf8.split(separator: UInt8(ascii: "\n")).map { String(Substring($0)) }
        }
        translations = Dictionary(zip(everyday, senses), uniquingKeysWith: { first, _ in first })
        self.everyday = WordSet(everyday)
        beforeNumbers = Dictionary(
            zip(ambiguous, measures), uniquingKeysWith: { first, _ in first })
        self.openings = openings
        self.spans = spans
        elides = Elision.isOf(language)
        known.reserveCapacity(texts.count)
        var place = 0
        for (text, marks) in zip(texts, pieces) {
            let own = marks.enumerated().map { number, mark in
                Piece(
                    stem: stemmed[place + number], word: words[place + number],
                    token: Int(mark >> 1), isTranslated: mark & 1 == 1)
            }
            place += own.count
            known[text] = (own, Self.words(of: own))
        }
    }

    /// The pieces of an utterance's tokens; symbols that only join (`-`, `.` before a blank) are
    /// dropped.
    func pieces(of tokens: [Token]) -> [Piece] {
        var pieces: [Piece] = []
        var index = 0
        pieces.reserveCapacity(tokens.count &+ 4)
        while index < tokens.count {
            if opensJoined(tokens[index]), let joined = joined(tokens[index...]) {
                pieces.append(joined.piece)
                index = joined.end
            } else {
                append(tokens[index], index, to: &pieces)
                index += 1
                dropComma(before: index, in: tokens, from: &pieces)
            }
        }
        return pieces
    }

    /// The stems of the shop's words that the tokens say in the customer's own: "tapis" is "rug".
    func translated(_ tokens: [Token]) -> Set<String> {
        Set(pieces(of: tokens).filter(\.isTranslated).flatMap { [$0.stem] + $0.others })
    }

    /// "1,5 Liter" is written "1.5" in the shop, and "1,000 pieces" as one number.
    private func dropComma(before next: Int, in tokens: [Token], from pieces: inout [Piece]) {
        guard next < tokens.count, next >= 2, pieces.count >= 2, pieces.last?.word == ",",
            tokens[next - 2].end == tokens[next - 1].start,
            tokens[next - 1].end == tokens[next].start,
            let digits = pieces.dropLast().last?.word, digits.utf8.allSatisfy(\.isDigit)
        else { return }
        let decimals = tokens[next].folded.utf8.prefix(while: \.isDigit).count
        if decimals == Self.thousands, !digits.hasPrefix("0") {
            pieces[pieces.count - 1].word = Self.group
        } else if decimals > 0 {
            pieces[pieces.count - 1].word = "."
        }
    }

    private static let thousands = 3
    /// Stands between a number and its thousands, which follow.
    private static let group = ",000"

    private func opensJoined(_ token: Token) -> Bool {
        token.isCharacter || openings.contains(WordKey.hash(token.folded))
    }

    /// The longest everyday word of several tokens that begins here: "store credit", and in a script without word
    /// breaks, where a token is a character, any.
    private func joined(_ tokens: ArraySlice<Token>) -> (piece: Piece, end: Int)? {
        guard let first = tokens.first else { return nil }
        var hash = FeatureHash.words
        var found: (piece: Piece, end: Int)?
        for (index, token) in zip(tokens.indices, tokens).prefix(Self.longestJoined) {
            guard token.isCharacter == first.isCharacter else { break }
            hash = FeatureHash.hash(token.folded, from: hash)
            guard first.isCharacter || index > tokens.startIndex, everyday.contains(hash)
            else { continue }
            let word = tokens[...index].map(\.folded).joined()
            guard let stems = translations[word] else { continue }
            var piece = Piece(stems, saidAs: word, token: tokens.startIndex)
            piece.isPlural = isPlural(word)
            found = (piece, index + 1)
        }
        return found
    }

    /// The stems of the shop's words for an everyday one.
    private func translation(of word: String) -> [String]? {
        everyday.contains(WordKey.hash(word)) ? translations[word] : nil
    }

    /// An everyday word for one of the shop's.
    func isEveryday(_ token: Token) -> Bool {
        translation(of: token.folded) != nil || translation(of: token.stem) != nil
    }

    private static let longestJoined = 8

    /// The pieces of a text of the shop's.
    func pieces(of text: String) -> [Piece] {
        known[text]?.pieces ?? cut(text)
    }

    /// The same without commas and full stops.
    func words(of text: String) -> [Piece] {
        known[text]?.words ?? Self.words(of: cut(text))
    }

    private static func words(of pieces: [Piece]) -> [Piece] {
        pieces.filter { $0.word != "," && $0.word != "." }
    }

    /// Cuts the shop's texts once for all.
    mutating func learn(_ texts: [String]) {
        for text in texts {
            let pieces = cut(text)
            known[text] = (pieces, Self.words(of: pieces))
        }
    }

    /// Their stems.
    func stems(of text: String) -> [String] { pieces(of: text).map(\.stem) }

    private func cut(_ text: String) -> [Piece] {
        pieces(
            of: Tokenizer.tokens(
                of: Normaliser.normalise(text), language: language, stems: stems))
    }

    private func append(_ token: Token, _ index: Int, to pieces: inout [Piece]) {
        let folded = Reading.key(token.folded)
        let bytes = Array(folded.utf8)
        if bytes.count == 1, let byte = bytes.first, !byte.isLetterOrDigit {
            // "1.5" stays apart from "15"; a hyphen or quote says nothing.
            if "-'\"()#".utf8.contains(byte) { return }
            pieces.append(Piece(stem: folded, word: folded, token: index))
            return
        }
        let digits = bytes.prefix(while: \.isDigit).count
        guard digits > 0 else {
            let thing = elides ? Elision.thing(in: token.folded) : nil
            let piece = piece(folded, Reading.key(token.stem), index, thing: thing)
            if let last = pieces.last, Measures.isUnit(piece.stem),
                let number = Measures.numbers[last.word]
            {
                pieces[pieces.count - 1].stem = number
                pieces[pieces.count - 1].word = number
            }
            if !isMeasured(pieces) || !Measures.dimensions.contains(folded) {
                pieces.append(piece)
            }
            return
        }
        if let last = pieces.last, let label = beforeNumbers[last.word] {
            pieces[pieces.count - 1].stem = label
        }
        dropSpan(&pieces)
        let number = number(String(decoding: bytes[..<digits], as: UTF8.self), index, &pieces)
        pieces.append(number)
        appendUnit(bytes[digits...], index, to: &pieces)
    }

    /// What is written behind a number without a blank: the "cm" of "20cm"; "155x220" has another number behind an
    /// "x", and "die 450er" is no unit.
    private func appendUnit(_ bytes: ArraySlice<UInt8>, _ index: Int, to pieces: inout [Piece]) {
        let unit = String(decoding: bytes, as: UTF8.self)
        if unit.isEmpty || Self.numberEndings.contains(unit) { return }
        let second = bytes.dropFirst().prefix(while: \.isDigit)
        guard bytes.first == UInt8(ascii: "x"), !second.isEmpty else {
            return pieces.append(piece(unit, unit, index))
        }
        pieces.append(piece("x", "x", index))
        let digits = String(decoding: second, as: UTF8.self)
        pieces.append(Piece(stem: digits, word: digits, token: index))
        appendUnit(bytes[second.endIndex...], index, to: &pieces)
    }

    /// Make a name of a number in German: "die 450er", "den 20ern".
    private static let numberEndings: Set<String> = ["er", "ern", "ers"]

    /// A number and a unit stand last: "5 ft", and "high" behind it says nothing more.
    private func isMeasured(_ pieces: [Piece]) -> Bool {
        guard let unit = pieces.last, let number = pieces.dropLast().last else { return false }
        return number.word.utf8.first?.isDigit == true && Measures.isUnit(unit.stem)
    }

    /// "5 to 25" is written "5-25" in the shop.
    private func dropSpan(_ pieces: inout [Piece]) {
        guard let word = pieces.last?.word, spans.contains(WordKey.hash(word)),
            pieces.dropLast().last?.word.utf8.first?.isDigit == true
        else { return }
        pieces.removeLast()
    }

    /// The number with the digits before its decimal point, which stop being pieces of their own.
    private func number(_ digits: String, _ token: Int, _ pieces: inout [Piece]) -> Piece {
        guard pieces.count >= 2, [".", Self.group].contains(pieces[pieces.count - 1].word),
            let whole = pieces.dropLast().last, whole.word.utf8.allSatisfy(\.isDigit)
        else { return Piece(stem: digits, word: digits, token: token) }
        let point = pieces[pieces.count - 1].word == "." ? "." : ""
        pieces.removeLast(2)
        let number = whole.word + point + digits
        return Piece(stem: number, word: number, token: whole.token)
    }

    /// `thing`: the word without an article that leans on it.
    private func piece(
        _ word: String, _ stem: String, _ token: Int, thing: String? = nil
    ) -> Piece {
        if let translated = translation(of: word) ?? thing.flatMap(translation(of:))
            ?? translation(of: stem) ?? beginning(of: word) ?? end(of: word)
        {
            var piece = Piece(translated, saidAs: word, token: token)
            piece.isPlural = isPlural(word)
            return piece
        }
        return Piece(stem: Measures.spelling(of: word) ?? stem, word: word, token: token)
    }

    /// Without its ending it is an everyday word for the same. A language without such endings says one and several in
    /// the same word.
    private func isPlural(_ word: String) -> Bool {
        guard let endings = Self.plurals[language.prefix(2)] else { return true }
        guard let own = translation(of: word) else { return false }
        return endings.contains { ending in
            word.hasSuffix(ending)
                && translation(of: String(word.dropLast(ending.count))) == own
        }
    }

    private static let plurals: [Substring: [String]] = [
        "de": ["n", "en", "e", "er"], "fr": ["s", "x"], "es": ["s", "es"], "en": ["s", "es"],
    ]

    /// "Silikonband" is of silicone: the everyday word that a long German word begins with.
    private func beginning(of word: String) -> [String]? {
        guard language.hasPrefix("de"), word.utf8.count >= Self.shortestCompound else { return nil }
        var end = word.index(word.endIndex, offsetBy: -3, limitedBy: word.startIndex)
        while let place = end, word.utf8.distance(from: word.startIndex, to: place) >= 5 {
            if let translated = translation(of: String(word[..<place])) { return translated }
            end = word.index(place, offsetBy: -1, limitedBy: word.startIndex)
        }
        return nil
    }

    /// "Wollteppich" is a rug: the everyday word that a long German word ends with.
    private func end(of word: String) -> [String]? {
        guard language.hasPrefix("de"), word.utf8.count >= Self.shortestCompound else { return nil }
        var start = word.index(word.startIndex, offsetBy: 3, limitedBy: word.endIndex)
        while let place = start, word.utf8.distance(from: place, to: word.endIndex) >= 5 {
            if let translated = translation(of: String(word[place...])) { return translated }
            start = word.index(place, offsetBy: 1, limitedBy: word.endIndex)
        }
        return nil
    }

    private static let shortestCompound = 9
}

extension Piece {
    /// An everyday word for one of the shop's words.
    fileprivate init(_ stems: [String], saidAs word: String, token: Int) {
        self.init(
            stem: stems.first ?? word, word: word, token: token, isTranslated: true,
            others: Array(stems.dropFirst()))
    }
}

extension Token {
    /// One character of Chinese or Japanese.
    fileprivate var isCharacter: Bool {
        guard let first = folded.utf8.first, first >= 0xE2 else { return false }
        return (folded.unicodeScalars.first?.value ?? 0) >= 0x2E80
            && folded.unicodeScalars.dropFirst().isEmpty
    }
}
