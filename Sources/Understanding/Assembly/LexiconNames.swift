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

    /// What to call the file of the trained model.
    public var model: String { Self.name(modelHash) }
    /// What to call the file of the reading.
    public var reading: String { Self.name(readingHash) + ".reading" }

    private static func name(_ number: UInt64) -> String {
        let hash = String(number, radix: 16)
        return String(repeating: "0", count: 16 - hash.count) + hash
    }
}
