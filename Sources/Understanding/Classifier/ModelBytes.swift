/// A classifier as bytes, for a cache: arrays in a row, little-endian, checked when read.
///
/// If you add a field, raise `version`: the model is then trained anew, and kept under another name.
extension Classifier {
    static let version: UInt64 = 0x3630_4C44_4D49_5254  // "TRIMDL06"

    /// The trained model.
    var bytes: [UInt8] {
        var writer = ByteWriter()
        write(to: &writer)
        return writer.bytes
    }

    func write(to writer: inout ByteWriter) {
        writer.number(Self.version)
        writer.texts(intents)
        writer.number(UInt64(columns))
        writer.array([blocks.words, blocks.characters, blocks.dense, blocks.near])
        writer.array([calibration.temperature] + calibration.scopes.map(\.threshold))
        writer.array(calibration.scopes.flatMap(\.coefficients))
        writer.array(index.keys)
        writer.array(inverseFrequencies)
        writer.array(known.map { $0 ? UInt8(1) : 0 })
        writer.array(weights.scales)
        writer.array(weights.cells.array)
        neighbours.write(to: &writer)
        rows.write(to: &writer)
        vicinity.write(to: &writer)
    }

    /// The model of some bytes; nil where they are none.
    init?(bytes: [UInt8], languages: Int) {
        var reader = ByteReader(bytes)
        self.init(from: &reader, languages: languages)
    }

    init?(from reader: inout ByteReader, languages: Int) {
        guard reader.number() == Self.version, let intents = reader.texts(),
            let columns = reader.number(), columns >= intents.count,
            columns <= intents.count + 1,
            let blocks: [Float] = reader.array(), blocks.count == 4,
            let calibration: [Double] = reader.array(),
            calibration.count == 1 + max(1, languages), calibration[0] > 0,
            let coefficients: [Double] = reader.array(),
            coefficients.count == (calibration.count - 1) * ScopeScore.signCount,
            let keys: [UInt64] = reader.array(), let frequencies: [Float] = reader.array(),
            let known: [UInt8] = reader.array(), let scales: [Float] = reader.array(),
            let cells: KeptNumbers<Int8> = reader.kept(),
            frequencies.count == keys.count, known.count == keys.count,
            let weights = PackedWeights(classes: Int(columns), scales: scales, cells: cells),
            let neighbours = Neighbours(from: &reader),
            scales.count == keys.count + neighbours.dimensions,
            neighbours.languageCount == max(1, languages),
            neighbours.starts.count == intents.count * neighbours.languageCount + 1,
            let rows = WordRows(from: &reader, features: keys.count, classes: Int(columns)),
            let vicinity = Vicinity(from: &reader), vicinity.count <= keys.count
        else { return nil }
        self.init(
            intents: intents, index: FeatureIndex(keys: keys), inverseFrequencies: frequencies,
            known: known.map { $0 != 0 }, columns: Int(columns), weights: weights,
            neighbours: neighbours,
            calibration: Calibration(
                temperature: calibration[0],
                scopes: calibration.dropFirst().enumerated().map { language, threshold in
                    let first = language * ScopeScore.signCount
                    return ScopeScore(
                        coefficients: Array(coefficients[first..<first + ScopeScore.signCount]),
                        threshold: threshold)
                }),
            blocks: BlockWeights(
                words: blocks[0], characters: blocks[1], dense: blocks[2], near: blocks[3]))
        self.rows = rows
        self.vicinity = vicinity
    }
}

extension Neighbours {
    fileprivate func write(to writer: inout ByteWriter) {
        writer.number(UInt64(languageCount))
        writer.number(UInt64(dimensions))
        writer.array(starts)
        writer.array(offsets)
        writer.array(features)
        writer.array(values)
        writer.array(lengths)
        writer.array(densePlaces)
        writer.array(dense.array)
    }

    fileprivate init?(from reader: inout ByteReader) {
        guard let languages = reader.number(), languages <= 1_000,
            let dimensions = reader.number(), dimensions <= 4_096,
            let starts: [Int32] = reader.array(), let offsets: [Int32] = reader.array(),
            let features: [Int32] = reader.array(), let values: [Float] = reader.array(),
            let lengths: [Float] = reader.array(), let densePlaces: [Int32] = reader.array(),
            let dense: KeptNumbers<Float> = reader.kept()
        else { return nil }
        self.init(
            languageCount: Int(languages), dimensions: Int(dimensions), starts: starts,
            offsets: offsets, features: features, values: values, lengths: lengths,
            densePlaces: densePlaces, dense: dense)
    }
}

/// Appends numbers and arrays to bytes; arrays start at a multiple of 8.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func number(_ value: UInt64) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// `Element` is a plain number.
    mutating func array<Element: BitwiseCopyable>(_ values: [Element]) {
        number(UInt64(values.count))
        values.withUnsafeBytes { bytes.append(contentsOf: $0) }
        while bytes.count % 8 != 0 { bytes.append(0) }
    }

    mutating func texts(_ texts: [String]) {
        number(UInt64(texts.count))
        for text in texts { array(Array(text.utf8)) }
    }
}

/// Reads what `ByteWriter` wrote; nil at the first thing that does not fit.
struct ByteReader {
    private let source: any ByteSource
    private let size: Int
    private var at = 0

    init(_ source: any ByteSource) {
        self.source = source
        var size = 0
        source.withBytes { size = $0.count }
        self.size = size
    }

    mutating func number() -> UInt64? {
        guard size - at >= 8 else { return nil }
        var number: UInt64 = 0
        source.withBytes { number = $0.loadUnaligned(fromByteOffset: at, as: UInt64.self) }
        at += 8
        return UInt64(littleEndian: number)
    }

    /// Numbers that stay where they are.
    mutating func kept<Element>() -> KeptNumbers<Element>? {
        guard let count = number(), count <= UInt64(size) else { return nil }
        let bytes = Int(count) * MemoryLayout<Element>.stride
        guard bytes <= size - at else { return nil }
        let start = at
        at = min(size, at + (bytes + 7) / 8 * 8)
        return KeptNumbers(source, from: start, count: Int(count))
    }

    mutating func array<Element: BitwiseCopyable & Sendable & Equatable>() -> [Element]? {
        let kept: KeptNumbers<Element>? = kept()
        return kept?.array
    }

    mutating func texts() -> [String]? {
        guard let count = number(), count <= UInt64(size) else { return nil }
        var texts: [String] = []
        for _ in 0..<count {
            guard let text: [UInt8] = array() else { return nil }
            texts.append(String(decoding: text, as: UTF8.self))
        }
        return texts
    }
}
