/// Tells which of a few languages a text is in: by script first, then by naive Bayes over character
/// 1- to 4-grams and whole words of the lexicon's own phrases and of the language's commonest words.
public struct LanguageDetector: Sendable {
    /// The languages it knows, in the order given.
    public let languages: [String]
    /// The letters of each language's phrases, by script.
    private var scripts: [ScriptCounts]
    private var index = FeatureIndex(minimumCapacity: 8_192)
    /// What each gram says for each language, at gram × languages + language: the logarithm of how often it is shown.
    /// What a whole word says is everything that there is to say of it, its grams and all: most words of a text are
    /// known, and are one look instead of forty.
    private var logs = KeptNumbers<Float>([])
    /// A language uses a script when at least this share of its letters is in it.
    private static let scriptShare = 0.35
    /// Grams overlap, so their evidence counts for less than its sum.
    private static let dilution: Float = 3
    /// What the conversation's language is ahead by, in nats.
    private static let priorLead: Float = 1.5
    /// Added to every count.
    private static let smoothing = 0.2

    /// What was found.
    public struct Detection: Equatable, Sendable {
        public var language: String
        /// 0…1.
        public var confidence: Double

        public init(language: String, confidence: Double) {
            self.language = language
            self.confidence = confidence
        }
    }

    /// Learns from texts with the index of their language; further texts of a language than
    /// `limit` are not read.
    public init(languages: [String], texts: [(language: String, text: String)], limit: Int = 600) {
        self.languages = languages
        scripts = Array(repeating: ScriptCounts(), count: languages.count)
        let numbers = Dictionary(
            languages.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var tally = Tally(languages: languages.count)
        for (number, language) in languages.enumerated() {
            for (rank, word) in CommonWords.of(language).enumerated() {
                tally.add(
                    Grams(String(word)), of: number, times: CommonWords.weight(rank: rank), &index)
            }
        }
        var read = [Int](repeating: 0, count: languages.count)
        for (language, text) in texts {
            guard let number = numbers[language], read[number] < limit else { continue }
            read[number] += 1
            let grams = Grams(text)
            scripts[number].add(grams.scripts)
            tally.add(grams, of: number, times: 1, &index)
        }
        logs = KeptNumbers(tally.logs(index))
    }

    func write(to writer: inout ByteWriter) {
        for counts in scripts { counts.write(to: &writer) }
        writer.array(index.keys)
        writer.array(logs.array)
    }

    /// The detector of some bytes for these languages; nil where they are none.
    init?(from reader: inout ByteReader, languages: [String]) {
        self.languages = languages
        scripts = []
        for _ in languages {
            guard let counts = ScriptCounts(from: &reader) else { return nil }
            scripts.append(counts)
        }
        guard let keys: [UInt64] = reader.array(), let logs: KeptNumbers<Float> = reader.kept(),
            logs.count == keys.count * languages.count + Self.lanes
        else { return nil }
        index = FeatureIndex(keys: keys)
        self.logs = logs
    }

    /// How often each language showed each gram.
    private struct Tally {
        let languages: Int
        /// At gram × languages + language.
        var counts: [UInt32] = []
        /// By language.
        var totals: [Double]
        /// By gram, and the grams that are whole words, with their letters.
        private var isWhole: [Bool] = []
        private var wholes: [(gram: Int, word: [UInt32])] = []

        init(languages: Int) {
            self.languages = languages
            totals = Array(repeating: 0, count: languages)
        }

        mutating func add(
            _ grams: Grams, of number: Int, times: UInt32, _ index: inout FeatureIndex
        ) {
            grams.forEachWord { word in
                if let whole = Grams.whole(word) {
                    let gram = count(whole, of: number, times: times &* Grams.wordWeight, &index)
                    if !isWhole[gram] {
                        isWhole[gram] = true
                        wholes.append((gram, Array(word)))
                    }
                }
                Grams.forEach(in: word) { _ = count($0, of: number, times: times, &index) }
            }
        }

        /// Counts a gram; its number.
        private mutating func count(
            _ hash: UInt64, of number: Int, times: UInt32, _ index: inout FeatureIndex
        ) -> Int {
            let gram = Int(index.insert(hash))
            while isWhole.count <= gram {
                isWhole.append(false)
                counts.append(contentsOf: repeatElement(0, count: languages))
            }
            counts[gram * languages + number] += times
            totals[number] += Double(times)
            return gram
        }

        /// Every language counts as if it had shown as many grams as the others, so none gains by its silence.
        func logs(_ index: FeatureIndex) -> [Float] {
            let mean = totals.reduce(0, +) / Double(max(1, totals.count))
            let factors = totals.map { $0 > 0 ? mean / $0 : 0 }
            var logs = counts.indices.map { cell in
                let count = Double(counts[cell]) * factors[cell % totals.count]
                return Float(Exponential.log(count + smoothing))
            }
            for (gram, word) in wholes {
                let row = gram * languages
                for cell in row..<row + languages { logs[cell] *= Float(Grams.wordWeight) }
                word.withUnsafeBufferPointer { word in
                    Grams.forEach(in: word) { hash in
                        let other = Int(index.find(hash)) * languages
                        for number in 0..<languages { logs[row + number] += logs[other + number] }
                    }
                }
            }
            return logs + [Float](repeating: 0, count: lanes)
        }
    }

    /// The language of a normalised text. `prior` is the conversation's language, where it is known.
    public func detect(_ text: String, prior: String? = nil) -> Detection {
        guard let first = languages.first else { return Detection(language: "", confidence: 0) }
        let expected = prior.flatMap { languages.contains($0) ? $0 : nil }
        if expected == nil, Self.isCommon(text, in: first) {
            return Detection(language: first, confidence: 0.5)
        }
        let grams = Grams(Self.withoutAddresses(text))
        let candidates = candidates(grams.scripts)
        if candidates.count == 1 {
            let letters = Double(grams.scripts.total)
            return Detection(
                language: languages[candidates[0]],
                confidence: languages.count == 1 ? 1 : letters / (letters + 0.25))
        }
        guard !grams.isEmpty else {
            return Detection(language: expected ?? first, confidence: 0)
        }
        var scores = sums(grams).map { $0 / Self.dilution }
        if let expected, let number = languages.firstIndex(of: expected) {
            scores[number] += Self.priorLead
        }
        let best = candidates.max { (scores[$0], -$0) < (scores[$1], -$1) } ?? 0
        let sum = candidates.reduce(0.0) {
            $0 + Exponential.exp(Double(scores[$1] - scores[best]))
        }
        return Detection(language: languages[best], confidence: 1 / sum)
    }

    /// One little word alone, as "no", that the language has too, tells no other one.
    private static func isCommon(_ text: String, in language: String) -> Bool {
        guard text.utf8.count <= 4 else { return false }
        return CommonWords.holds(text.lowercased().filter(\.isLetter), first: 150, of: language)
    }

    /// An e-mail address is in no language, whatever its names look like.
    private static func withoutAddresses(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "@")) else { return text }
        return text.split(separator: " ").filter { !$0.utf8.contains(UInt8(ascii: "@")) }
            .joined(separator: " ")
    }

    /// The languages that use the text's script; all where none does.
    private func candidates(_ counts: ScriptCounts) -> [Int] {
        guard let script = counts.leading else { return Array(languages.indices) }
        let users = languages.indices.filter { number in
            let uses = Double(scripts[number][script])
            return uses > 0 && uses >= Self.scriptShare * Double(scripts[number].total)
        }
        return users.isEmpty ? Array(languages.indices) : users
    }

    /// What the grams say for each language.
    private func sums(_ grams: Grams) -> [Float] {
        let count = languages.count
        var out = [Float](repeating: 0, count: count)
        logs.withNumbers { logs in
            for first in stride(from: 0, to: count, by: Self.lanes) {
                var sum = SIMD8<Float>(repeating: 0)
                let rows = UnsafeRawPointer(logs.baseAddress)
                let add = { (hash: UInt64) -> Bool in
                    let gram = Int(index.likely(hash))
                    guard gram >= 0, let rows else { return false }
                    let place = (gram &* count &+ first) &* MemoryLayout<Float>.stride
                    sum += rows.loadUnaligned(fromByteOffset: place, as: SIMD8<Float>.self)
                    return true
                }
                grams.forEachWord { word in
                    if let whole = Grams.whole(word), add(whole) { return }
                    Grams.forEach(in: word) { _ = add($0) }
                }
                for lane in 0..<min(Self.lanes, count - first) { out[first + lane] = sum[lane] }
            }
        }
        return out
    }

    /// So many languages are summed up at once; `logs` has as many numbers more, so that its last row is read so too.
    private static let lanes = 8
}

/// The character 1- to 4-grams of a text's words and the words, lower case with their accents, and its scripts.
private struct Grams {
    private(set) var scripts = ScriptCounts()
    /// The scalars of the words, one word after the other, blanks around those of scripts with word breaks.
    private var scalars: [UInt32] = []
    /// Where each word ends in `scalars`.
    private var ends: [Int] = []

    private static let longest = 4
    private static let letterLimit = 1_000
    /// A whole word counts as so many grams: small words tell near languages apart.
    static let wordWeight: UInt32 = 6

    init(_ text: String) {
        scalars.reserveCapacity(text.utf8.count &+ 16)
        ends.reserveCapacity(text.utf8.count / 4 &+ 1)
        for scalar in text.unicodeScalars {
            if scripts.total >= Self.letterLimit { break }
            // Most letters are plain ones.
            if scalar.value < 0x80, let letter = UInt8(exactly: scalar.value), letter.isLetter {
                scripts.add(.latin, scalar)
                if !isInWord { scalars.append(0x20) }
                scalars.append(UInt32(letter.lowered))
            } else if let script = Script(scalar) {
                scripts.add(script, scalar)
                if !isInWord, !script.hasNoWordBreaks { scalars.append(0x20) }
                appendLower(scalar)
            } else if scalar == "'" || Self.isMark(scalar) {
                if isInWord { scalars.append(scalar.value) }
            } else {
                close()
            }
        }
        close()
    }

    var isEmpty: Bool { ends.isEmpty }

    private var isInWord: Bool { scalars.count > ends.last ?? 0 }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
    }

    private mutating func appendLower(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x41...0x5A: scalars.append(scalar.value + 32)
        case 0...0x7F, 0x900...0x9FFF: scalars.append(scalar.value)
        default:
            for lower in scalar.properties.lowercaseMapping.unicodeScalars {
                scalars.append(lower.value)
            }
        }
    }

    private mutating func close() {
        guard isInWord else { return }
        if scalars[ends.last ?? 0] == 0x20 { scalars.append(0x20) }
        ends.append(scalars.count)
    }

    /// Calls `body` with the scalars of each word.
    @inline(__always)
    func forEachWord(_ body: (UnsafeBufferPointer<UInt32>) -> Void) {
        scalars.withUnsafeBufferPointer { scalars in
            var start = 0
            for end in ends {
                body(scalars.extracting(start..<end))
                start = end
            }
        }
    }

    /// The hash of a whole word; nil in a script without word breaks.
    @inline(__always)
    static func whole(_ word: UnsafeBufferPointer<UInt32>) -> UInt64? {
        guard word[0] == 0x20 else { return nil }
        let whole = word.reduce(FeatureHash.characters) { FeatureHash.mix($0, UInt64($1)) }
        return FeatureHash.mix(whole, UInt64(UInt32.max))
    }

    /// Calls `body` with the hash of each gram of a word.
    @inline(__always)
    static func forEach(in word: UnsafeBufferPointer<UInt32>, _ body: (UInt64) -> Void) {
        for start in word.indices {
            var hash = FeatureHash.characters
            for end in start..<min(start &+ longest, word.count) {
                hash = FeatureHash.mix(hash, UInt64(word[end]))
                if end > start || word[start] != 0x20 { body(hash) }
            }
        }
    }
}
