import Facts

/// One text as the entity readers see it: bytes, tokens, and what each token may mean.
///
/// A class, because each of a dozen readers holds it.
final class Reading: Sendable {
    /// The normalised text in UTF-8; every span is an offset into it.
    let bytes: [UInt8]
    let tokens: [Token]
    let words: [WordKey]
    /// The folded tokens without apostrophes ("dont", "im"), and their hashes: what the word tables
    /// are keyed by.
    let keys: [String]
    let hashes: [UInt64]
    /// An ASCII digit stands somewhere in the text.
    let hasDigits: Bool
    /// The place of each token's sense in the language's word table, −1 where it has none.
    private let senses: [Int32]
    let vocabulary: Vocabulary
    let today: Day
    /// Tokens after this many are not read by the word: about 3 KiB of ordinary text.
    private static let tokenLimit = 500

    /// `words` are the keys of the tokens.
    init(
        text: String, tokens: [Token], words: [WordKey], vocabulary: Vocabulary, today: Day
    ) {
        let bytes = Array(text.utf8)
        let length = bytes.count
        let count = min(tokens.count, words.count, Reading.tokenLimit)
        // Foreign tokens may lie outside the text; the tokenizer's never do.
        let isInside = { (token: Token) in
            token.start >= 0 && token.start < token.end && token.end <= length
        }
        let isWhole = count == tokens.count && tokens.allSatisfy(isInside)
        let inside = isWhole ? [] : (0..<count).filter { isInside(tokens[$0]) }
        self.tokens = isWhole ? tokens : inside.map { tokens[$0] }
        self.words = isWhole ? words : inside.map { words[$0] }
        var keys: [String] = []
        var hashes: [UInt64] = []
        var senses: [Int32] = []
        keys.reserveCapacity(self.tokens.count)
        hashes.reserveCapacity(self.tokens.count)
        senses.reserveCapacity(self.tokens.count)
        let isFrench = vocabulary.tag == "fr"
        for (token, word) in zip(self.tokens, self.words) {
            let folded = token.folded
            let key = Reading.key(folded)
            let isPlain = key.utf8.count == folded.utf8.count
            let hash = isPlain ? word.folded : WordKey.hash(key)
            keys.append(key)
            hashes.append(hash)
            let place = vocabulary.senses.place(of: hash)
            senses.append(
                place < 0 && isFrench ? Reading.elided(folded, vocabulary) : place)
        }
        self.bytes = bytes
        self.keys = keys
        self.hashes = hashes
        self.senses = senses
        hasDigits = bytes.contains { $0.isDigit }
        self.vocabulary = vocabulary
        self.today = today
    }

    /// "l'année", "d'octobre": what stands behind the elided word.
    private static func elided(_ folded: String, _ vocabulary: Vocabulary) -> Int32 {
        guard folded.utf8.dropFirst().first == UInt8(ascii: "'") else { return -1 }
        return vocabulary.senses.place(of: WordKey.hash(String(folded.dropFirst(2))))
    }

    var count: Int { tokens.count }

    /// The key a token is looked up by: its folded form without apostrophes.
    static func key(_ token: Token) -> String { key(token.folded) }

    static func key(_ folded: String) -> String {
        guard folded.utf8.count > 1, folded.holdsApostrophe else { return folded }
        return String(decoding: folded.utf8.filter { $0 != UInt8(ascii: "'") }, as: UTF8.self)
    }

    /// The keys of a phrase of a word table, as those of a customer's text: words at blanks,
    /// hyphens apart.
    static func keys(of phrase: some StringProtocol, language: String) -> [String] {
        let isPlain = phrase.utf8.allSatisfy {
            $0.isLetter || $0 == 0x20 || $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "-")
                || ($0 >= 0x80 && $0 <= 0xC5)
        }
        guard isPlain else {
            return Tokenizer.tokens(of: String(phrase), language: language).map(key)
        }
        return phrase.split(separator: " ").flatMap { word -> [String] in
            let parts = word.split(separator: "-").map { part in
                key(Folding.fold(String(part), language: language))
            }
            return Array(parts.map { [$0] }.joined(separator: ["-"]))
        }
    }

    /// The key at `index`, empty outside the text.
    func key(_ index: Int) -> String {
        index >= 0 && index < keys.count ? keys[index] : ""
    }

    /// The hash of the key at `index`, that of no word outside the text.
    func hash(_ index: Int) -> UInt64 {
        index >= 0 && index < hashes.count ? hashes[index] : 0
    }

    /// What the token at `index` may mean; nothing outside the text.
    func sense(_ index: Int) -> Sense {
        guard index >= 0, index < senses.count, senses[index] >= 0 else { return .none }
        return vocabulary.senses.sense(at: senses[index])
    }

    /// The byte at `offset`, 0 outside the text.
    func byte(_ offset: Int) -> UInt8 {
        offset >= 0 && offset < bytes.count ? bytes[offset] : 0
    }

    /// The first byte of the token at `index` when the token is one ASCII symbol, else 0.
    func symbol(_ index: Int) -> UInt8 {
        guard index >= 0, index < tokens.count, tokens[index].end - tokens[index].start == 1
        else { return 0 }
        let byte = bytes[tokens[index].start]
        return byte.isLetterOrDigit ? 0 : byte
    }

    /// Whether the token at `index` is only ASCII digits.
    func isDigits(_ index: Int) -> Bool {
        guard index >= 0, index < tokens.count else { return false }
        var offset = tokens[index].start
        let end = tokens[index].end
        while offset < end, bytes[offset].isDigit { offset += 1 }
        return offset == end
    }

    /// Whether the token at `index` is a word: it begins with a letter.
    func isWord(_ index: Int) -> Bool {
        guard index >= 0, index < tokens.count else { return false }
        let first = bytes[tokens[index].start]
        guard first < 0x80 else { return !isWideSymbol(index) }
        return first.isLetter
    }

    /// The first place of a byte at or behind `offset`.
    func firstIndex(of byte: UInt8, from offset: Int) -> Int? {
        var offset = offset
        while offset < bytes.count {
            if bytes[offset] == byte { return offset }
            offset += 1
        }
        return nil
    }

    /// The text of the bytes as the customer wrote it.
    func text(_ start: Int, _ end: Int) -> String {
        guard start >= 0, start < end, end <= bytes.count else { return "" }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// The text of the tokens `first..<end` with what is between them.
    func text(tokens first: Int, _ end: Int) -> String {
        guard first >= 0, first < end, end <= tokens.count else { return "" }
        return text(tokens[first].start, tokens[end - 1].end)
    }

    /// Whether token `index` follows the one before it without a blank.
    func isAttached(_ index: Int) -> Bool {
        index > 0 && index < tokens.count && tokens[index - 1].end == tokens[index].start
    }

    /// Whether a word or a number goes on at the byte `offset`; Japanese and Chinese characters
    /// stand for themselves.
    func continuesWord(at offset: Int) -> Bool {
        let byte = byte(offset)
        return byte.isWordByte && !(0xE3...0xE9).contains(byte)
    }

    /// Whether the byte before `offset` belongs to the same word or number.
    func continuesWord(before offset: Int) -> Bool {
        let byte = byte(offset - 1)
        return byte.isWordByte
            && !(byte >= 0x80 && (0xE3...0xE9).contains(self.byte(offset - 3)))
    }

    /// The first token that starts at or after the byte `offset`; `count` when there is none.
    func token(atOrAfter offset: Int) -> Int {
        var low = 0
        var high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if tokens[middle].start < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether the customer wrote the token with a capital first letter.
    func isCapitalised(_ index: Int) -> Bool {
        guard index >= 0, index < tokens.count else { return false }
        let token = tokens[index]
        let first = bytes[token.start]
        if first < 0x80 { return first.isCapital }
        guard let scalar = text(token.start, token.end).unicodeScalars.first else { return false }
        return scalar.properties.isUppercase
    }

    /// An emoji or another symbol outside ASCII: its folded form holds no letter.
    private func isWideSymbol(_ index: Int) -> Bool {
        guard let scalar = tokens[index].folded.unicodeScalars.first else { return true }
        return !scalar.properties.isAlphabetic
    }
}

extension String {
    var holdsApostrophe: Bool {
        var text = self
        return text.withUTF8 { $0.contains(UInt8(ascii: "'")) }
    }
}

extension UInt8 {
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isCapital: Bool { self >= 0x41 && self <= 0x5A }
    var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
    var isLetterOrDigit: Bool { isDigit || isLetter }
    /// A letter in lower case; any other byte itself.
    var lowered: UInt8 { isCapital ? self | 0x20 : self }
    /// A letter in upper case; any other byte itself.
    var raised: UInt8 { self >= 0x61 && self <= 0x7A ? self & 0xDF : self }
    /// A byte of a word: letters and digits, and every byte of a character outside ASCII.
    var isWordByte: Bool { isLetterOrDigit || self >= 0x80 }
}
