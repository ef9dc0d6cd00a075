import CStemmer

/// A Snowball stemmer (libstemmer) for one language.
///
/// The C object is not safe for several threads, so it cannot be copied and is not `Sendable`: make
/// one per text. Making and freeing one costs about as much as stemming a word.
public struct Stemmer: ~Copyable {
    private let handle: OpaquePointer
    /// Longer words, in bytes, are left as they are.
    private static let wordLimit = 64

    /// The stemmer of a BCP 47 language; nil where Snowball has none.
    public init?(language: String) {
        guard let algorithm = Self.algorithm(language),
            let handle = sb_stemmer_new(algorithm, "UTF_8")
        else { return nil }
        self.handle = handle
    }

    deinit {
        sb_stemmer_delete(handle)
    }

    /// The stem of a lower-case word with its accents.
    public borrowing func stem(_ word: String) -> String {
        var word = word
        return word.withUTF8 { bytes in
            guard bytes.count <= Self.wordLimit, let base = bytes.baseAddress,
                let stem = sb_stemmer_stem(handle, base, Int32(bytes.count))
            else { return String(decoding: bytes, as: UTF8.self) }
            let length = Int(sb_stemmer_length(handle))
            return String(
                decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
        }
    }

    /// Whether Snowball knows the language.
    public static func knows(_ language: String) -> Bool {
        algorithm(language) != nil
    }

    private static func algorithm(_ language: String) -> String? {
        if let plain = algorithms[language] { return plain }
        return algorithms[String(language.prefix { $0 != "-" && $0 != "_" })]
    }

    /// BCP 47 primary tags to algorithm names.
    private static let algorithms: [String: String] = [
        "ar": "arabic", "hy": "armenian", "eu": "basque", "ca": "catalan", "da": "danish",
        "nl": "dutch", "en": "english", "fi": "finnish", "fr": "french", "de": "german",
        "el": "greek", "hi": "hindi", "hu": "hungarian", "id": "indonesian", "ga": "irish",
        "it": "italian", "lt": "lithuanian", "ne": "nepali", "no": "norwegian",
        "nb": "norwegian", "nn": "norwegian", "pt": "portuguese", "ro": "romanian",
        "ru": "russian", "sr": "serbian", "es": "spanish", "sv": "swedish", "ta": "tamil",
        "tr": "turkish", "yi": "yiddish",
    ]
}
