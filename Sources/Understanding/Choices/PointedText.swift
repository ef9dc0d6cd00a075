/// An utterance in pieces, with what its pointing words say.
struct PointedText {
    let pieces: [Piece]
    let words: [String]
    let stems: [String]
    /// What the phrase says that begins at the piece, if one does.
    private(set) var pointers: [Pointer?]
    /// The piece after that phrase.
    private(set) var ends: [Int]
    /// The piece belongs to a pointing phrase and is no word for a choice.
    private(set) var isTaken: [Bool]
    /// The piece after a word like "for" or "into" that begins at the piece.
    private(set) var targets: [Int?]
    /// The piece after words like "ending in" that begin at the piece.
    private(set) var endings: [Int?]
    let tokenCount: Int
    /// Where each token begins, in UTF-8 offsets.
    private let starts: [Int]
    private let ignored: Set<String>
    private let determiners: Set<String>
    private let indefinites: Set<String>
    private let standIns: Set<String>
    private let belongings: Set<String>
    /// Those of them that are an order, and no preposition.
    private let orderNouns: Set<String>
    private let extremes: [String: Pointer.Comparison]
    private let common: WordSet
    /// The words of the shop's names and values.
    private let named: WordSet
    /// The words of the language, where they are known.
    private let vectors: StaticVectors?
    private let capitals: Set<Int>
    /// Pieces after this many are not read.
    private static let limit = 600

    init(
        _ pieces: [Piece], of tokens: [Token], text: [UInt8], phrases: ChoicePhrases,
        vectors: StaticVectors? = nil
    ) {
        let pieces = Array(pieces.prefix(Self.limit))
        self.pieces = pieces
        words = pieces.map(\.word)
        stems = pieces.map(\.stem)
        ignored = phrases.ignored
        determiners = phrases.determiners
        indefinites = phrases.indefinites
        standIns = phrases.standIns
        belongings = phrases.belongings
        orderNouns =
            phrases.joints.isEmpty
            ? phrases.belongings : phrases.belongings.intersection(phrases.joints)
        extremes = phrases.extremes
        common = phrases.common
        named = phrases.named
        self.vectors = vectors
        pointers = Array(repeating: nil, count: pieces.count)
        ends = Array(pieces.indices)
        isTaken = Array(repeating: false, count: pieces.count)
        let hashes = pieces.map { WordKey.hash($0.word) }
        targets = pieces.indices.map { place in
            // "Zu klein" is no "to small".
            let words = pieces[max(place - 1, 0)..<min(place + 2, pieces.count)].map(\.word)
            let isTooMuch = place + 1 < pieces.count && Complaints.complain(words[...])
            return isTooMuch ? nil : phrases.targets.match(hashes, at: place)?.end
        }
        endings = pieces.indices.map { phrases.endings.match(hashes, at: $0)?.end }
        tokenCount = tokens.count
        starts = tokens.map(\.start)
        capitals = Set(
            pieces.map(\.token).filter { token in
                let span = tokens[token]
                guard span.start >= 0, span.start < span.end, span.end <= text.count else {
                    return false
                }
                return text[span.start..<span.end].allSatisfy { $0.isCapital }
            })
        var position = 0
        while position < pieces.count {
            guard let match = phrases.pointers.match(hashes, at: position) else {
                position += 1
                continue
            }
            // "One of them, not both": that is no "not" of what follows, and not both.
            let isNotBoth =
                match.meaning == .both && position > 0 && pointers[position - 1] == .not
            if isNotBoth { pointers[position - 1] = .notAll }
            pointers[position] = isNotBoth ? .notAll : match.meaning
            ends[position] = match.end
            if Self.takes(match.meaning) {
                for place in position..<match.end { isTaken[place] = true }
            }
            position = match.end
        }
    }

    private static func takes(_ pointer: Pointer) -> Bool {
        switch pointer {
        case .neither, .both, .all, .notAll, .oneOf, .except, .other, .same, .oneStep, .comparison:
            true
        case .and, .not, .unwanted, .disliked, .anymore: false
        }
    }

    func isIgnored(_ position: Int) -> Bool { ignored.contains(words[position]) }

    /// "From", "in": what follows is where a thing is.
    func belongs(_ position: Int) -> Bool { belongings.contains(words[position]) }

    /// An article, "my", "this".
    func isDeterminer(_ position: Int) -> Bool { determiners.contains(words[position]) }

    /// "The", "my": what follows is there already.
    func isDefinite(_ position: Int) -> Bool {
        isDeterminer(position) && !indefinites.contains(words[position])
    }

    /// "One" of "the red one".
    func isStandIn(_ position: Int) -> Bool { standIns.contains(words[position]) }

    /// One of the language's commonest words.
    func isCommon(_ position: Int) -> Bool { common.contains(WordKey.hash(words[position])) }

    /// The shop has the word in its names: "lamp" is written as it is meant, and no "clamp".
    func isOfShop(_ position: Int) -> Bool { named.contains(WordKey.hash(words[position])) }

    /// It is spelt as some word of the language: "house" is no "mouse".
    func isWord(_ position: Int) -> Bool {
        isCommon(position) || vectors?.rank(of: Array(words[position].utf8)) != nil
    }

    /// "All", which ends at a piece, is said of the words: "all of the blue ones". "Everything from the order with the
    /// puzzle", "all of the puzzle order" is all of it; "both lamps from 1024" are lamps.
    func isSaid(of words: Range<Int>, behind end: Int) -> Bool {
        words.lowerBound - end <= Self.fewBefore
            && !(words.upperBound < pieces.count
                && orderNouns.contains(self.words[words.upperBound]))
    }

    private static let fewBefore = 2

    /// "Too small", "viel zu klein": what is complained of, not what is wished for. "Zu schwarz" may be "to black".
    func isTooMuch(_ position: Int) -> Bool {
        position > 0 && Complaints.complain(words[max(position - 2, 0)...position])
    }

    /// "So big", "doppelt so groß".
    func isLikened(_ position: Int) -> Bool {
        position > 0 && Complaints.areLikened(words[position - 1], words[position])
    }

    /// "No bag, cordless"; "no, bagged" answers.
    func isLacking(_ position: Int) -> Bool {
        position > 0 && Self.lacking.contains(words[position - 1])
    }

    private static let lacking: Set<String> = ["no", "without", "ohne", "sans", "sin"]

    /// What a word singles out: "small".
    func extreme(at position: Int) -> Pointer.Comparison? { extremes[stems[position]] }

    /// "Not", "instead of" stands before the piece, with nothing but small words between.
    func isTurnedDown(_ position: Int) -> Bool {
        var before = position - 1
        while before >= 0, pointers[before] == nil, isIgnored(before) || isDeterminer(before) {
            before -= 1
        }
        return before >= 0 && pointers[before] == .not
    }

    func isCapital(_ position: Int) -> Bool { capitals.contains(pieces[position].token) }

    /// The piece that begins at a UTF-8 offset of the text.
    func piece(at offset: Int?) -> Int? {
        offset.flatMap { offset in pieces.firstIndex { starts[$0.token] == offset } }
    }

    /// The first piece where `pointer` begins.
    func first(_ pointer: Pointer) -> Int? { pointers.firstIndex { $0 == pointer } }
}
