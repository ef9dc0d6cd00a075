/// What the character n-grams of each word of a lexicon say: which they are, and their weights added up.
///
/// N-grams stay inside a word. So those of a known word are one row for the classifier and not one each; only what two
/// words of a text share is added by itself, because twice is not twice as heavy (see `sublinear`).
struct WordRows: Sendable, Equatable {
    /// Numbers the words by the hash of their form.
    private let index: FeatureIndex
    /// The n-grams of word i are `offsets[i]..<offsets[i + 1]` of the cells.
    private let offsets: [Int32]
    private let cells: KeptNumbers<Int32>
    /// The sum of each word's squared values.
    private let squares: [Float]
    /// `classes` numbers a word: its values times their weights.
    private let sums: KeptNumbers<Float>
    private let classes: Int
    /// The row of each word in `meanings`, −1 where it has none.
    private let meaningPlaces: [Int32]
    /// `classes` numbers a row: the word's static vector, as long as it is, times the weights of the dimensions.
    private let meanings: KeptNumbers<Float>

    /// An n-gram is a feature and how often the word has it, in one number.
    static let countBits: Int32 = 5

    /// Knows no word.
    static let none = WordRows(
        index: FeatureIndex(keys: []), offsets: [0], cells: [], squares: [], sums: [], classes: 0,
        meaningPlaces: [], meanings: [])

    private init(
        index: FeatureIndex, offsets: [Int32], cells: [Int32], squares: [Float], sums: [Float],
        classes: Int, meaningPlaces: [Int32], meanings: [Float]
    ) {
        self.index = index
        self.offsets = offsets
        self.cells = KeptNumbers(cells)
        self.squares = squares
        self.sums = KeptNumbers(sums)
        self.classes = classes
        self.meaningPlaces = meaningPlaces
        self.meanings = KeptNumbers(meanings)
    }

    /// The rows of these words, in their order; what those of `meant` mean is summed up as well.
    init(
        _ forms: [String], of classifier: Classifier, meant: Set<String> = [],
        by vectors: StaticVectors? = nil
    ) {
        let dimensions = vectors?.dimensions ?? 0
        let firstDense = Int32(classifier.index.count)
        let rows = (0..<Int32(dimensions)).map { firstDense + $0 }
        var (places, meanings): ([Int32], [Float]) = ([], [])
        var index = FeatureIndex()
        var (offsets, cells): ([Int32], [Int32]) = ([0], [])
        var (squares, sums): ([Float], [Float]) = ([], [])
        for form in forms {
            let key = WordKey.hash(form)
            guard index.find(key) < 0 else { continue }
            let grams = Self.grams(of: form, classifier)
            guard grams.allSatisfy({ $0.count < 1 << Self.countBits && $0.feature < 1 << 26 })
            else { continue }
            _ = index.insert(key)
            cells += grams.map { $0.feature << Self.countBits | Int32($0.count) }
            offsets.append(Int32(cells.count))
            let values = grams.map { gram in
                sublinear(gram.count) * classifier.inverseFrequencies[Int(gram.feature)]
            }
            squares.append(values.reduce(0) { $0 + $1 * $1 })
            sums += classifier.weights.sum(of: grams.map(\.feature), values)
            if let vectors, meant.contains(form) {
                places.append(Int32(meanings.count / max(1, classifier.columns)))
                meanings += classifier.weights.sum(of: rows, vectors.sum(of: form))
            } else {
                places.append(-1)
            }
        }
        self.init(
            index: index, offsets: offsets, cells: cells, squares: squares, sums: sums,
            classes: classifier.columns, meaningPlaces: places, meanings: meanings)
    }

    /// The n-grams of a word that the model knows.
    private static func grams(
        of form: String, _ classifier: Classifier
    ) -> [(feature: Int32, count: UInt32)] {
        let bag = FeatureBag([FeatureWord(form: form, stem: form)])
        return (bag.wordEnd..<bag.hashes.count).compactMap { place in
            let feature = classifier.index.find(bag.hashes[place])
            guard feature >= 0, classifier.inverseFrequencies[Int(feature)] != 0 else { return nil }
            return (feature, bag.counts[place])
        }
    }

    /// The number of a word, −1 where it is not known.
    func number(of word: WordKey) -> Int32 {
        squares.isEmpty ? -1 : index.likely(word.folded)
    }

    /// How many n-grams the words have, each word by itself.
    func gramCount(of words: [Int32]) -> Int {
        words.reduce(0) { $0 &+ Int(offsets[Int($1) &+ 1] &- offsets[Int($1)]) }
    }

    /// The row of what a word means, −1 where it has none.
    func meaning(of word: WordKey) -> Int32 {
        let number = number(of: word)
        return number < 0 ? -1 : meaningPlaces[Int(number)]
    }

    func square(of word: Int32) -> Float { squares[Int(word)] }

    /// Calls `body` with each n-gram of the words and how often that word has it.
    @inline(__always)
    func forEachGram(of words: [Int32], _ body: (_ feature: Int32, _ count: UInt32) -> Void) {
        guard !words.isEmpty else { return }
        cells.withNumbers { cells in
            for word in words {
                for place in Int(offsets[Int(word)])..<Int(offsets[Int(word) &+ 1]) {
                    let cell = cells[place]
                    body(
                        cell >> Self.countBits,
                        UInt32(truncatingIfNeeded: cell & (1 << Self.countBits &- 1)))
                }
            }
        }
    }

    /// Adds the sums of the words, times `factor`, to those of the classes.
    func add(_ words: [Int32], times factor: Float, to out: inout [Float]) {
        add(words, of: sums, times: factor, to: &out)
    }

    /// The same of what words mean; `rows` are theirs.
    func add(meanings rows: [Int32], times factor: Float, to out: inout [Float]) {
        add(rows, of: meanings, times: factor, to: &out)
    }

    private func add(
        _ words: [Int32], of sums: KeptNumbers<Float>, times factor: Float, to out: inout [Float]
    ) {
        guard !words.isEmpty, out.count == classes else { return }
        out.withUnsafeMutableBufferPointer { out in
            sums.withNumbers { sums in
                guard let target = out.baseAddress, let base = sums.baseAddress else { return }
                for word in words {
                    let row = base + Int(word) &* classes
                    var label = 0
                    while label < classes {
                        target[label] += row[label] * factor
                        label &+= 1
                    }
                }
            }
        }
    }
}

extension WordRows {
    func write(to writer: inout ByteWriter) {
        writer.array(index.keys)
        writer.array(offsets)
        writer.array(cells.array)
        writer.array(squares)
        writer.array(sums.array)
        writer.array(meaningPlaces)
        writer.array(meanings.array)
    }

    /// Rows written before, of a model with so many features and classes; nil where the parts do not fit together.
    init?(from reader: inout ByteReader, features: Int, classes: Int) {
        guard let keys: [UInt64] = reader.array(), let offsets: [Int32] = reader.array(),
            let cells: KeptNumbers<Int32> = reader.kept(), let squares: [Float] = reader.array(),
            let sums: KeptNumbers<Float> = reader.kept(),
            squares.count == keys.count, offsets.count == keys.count + 1, offsets.first == 0,
            offsets.last == Int32(exactly: cells.count),
            offsets.isAscending,
            let places: [Int32] = reader.array(), let meanings: KeptNumbers<Float> = reader.kept(),
            places.count == keys.count,
            places.allSatisfy({ $0 >= -1 && (Int($0) + 1) * classes <= meanings.count }),
            sums.count == keys.count.multipliedReportingOverflow(by: classes).partialValue
        else { return nil }
        var fits = true
        cells.withNumbers { cells in
            fits = cells.allSatisfy { $0 >= 0 && Int($0 >> Self.countBits) < features }
        }
        guard fits else { return nil }
        index = FeatureIndex(keys: keys)
        self.offsets = offsets
        self.cells = cells
        self.squares = squares
        self.sums = sums
        self.classes = classes
        meaningPlaces = places
        self.meanings = meanings
    }
}
