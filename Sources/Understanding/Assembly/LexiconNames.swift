/// What the cached files of a lexicon are named by: everything that they depend on.
public struct LexiconNames: Equatable, Sendable {
    /// Of the trained model: the phrases, the vectors, the engine's own words.
    let modelHash: UInt64
    /// Of what was read and compiled of the texts.
    let readingHash: UInt64

    /// `program` names the build that compiles: what another one compiled has another name.
    public init(_ lexicon: Lexicon, vectors: StaticVectors? = nil, program: String? = nil) {
        modelHash = LexiconTraining.contentHash(lexicon, vectors: vectors)
        readingHash = LexiconReading.contentHash(lexicon, vectors: vectors, program: program)
    }

    /// Tells apart what a lexicon takes from outside its pack: the names of the shop's products, and the vectors.
    public static func outside(_ shopVocabulary: [String], vectors: StaticVectors?) -> String {
        var hash = ContentHash(from: vectors?.fingerprint ?? 0)
        hash.add(shopVocabulary)
        return name(hash.value)
    }

    /// What a start keeps so that the next one need not hash the lexicon.
    public var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.number(modelHash)
        writer.number(readingHash)
        return writer.sealed(Self.seal)
    }

    /// Names that were kept before; nil where the bytes are others.
    public init?(kept source: any ByteSource) {
        guard var reader = ByteReader(sealed: source, Self.seal), let model = reader.number(),
            let reading = reader.number()
        else { return nil }
        (modelHash, readingHash) = (model, reading)
    }

    private static let seal: UInt64 = 0x3130_534D_414E_5254  // "TRNAMS01"

    /// What to call the file of the trained model.
    public var model: String { Self.name(modelHash) }
    /// What to call the file of the reading.
    public var reading: String { Self.name(readingHash) + ".reading" }

    private static func name(_ number: UInt64) -> String {
        let hash = String(number, radix: 16)
        return String(repeating: "0", count: 16 - hash.count) + hash
    }
}
