/// The words of the shop and the handbook, so that "gift card" is not taken for a person.
enum KnownWords {
    static func of(_ lexicon: Lexicon) -> Set<String> {
        var known: Set<String> = []
        var seen: Set<String> = []
        for word in lexicon.shopVocabulary.flatMap(words) { known.insert(word) }
        for list in lexicon.wordLists { known.formUnion(list.entries.flatMap(words)) }
        for declaration in lexicon.entities {
            guard case .values(let values) = declaration.form else { continue }
            for value in values {
                for language in value.lines.keys.sorted() {
                    known.formUnion(value.words(in: language).flatMap(words))
                }
            }
        }
        // Examples hold people's names too: a word counts when two examples use it.
        for phrases in lexicon.phrases {
            known.formUnion(words(phrases.title))
            for example in phrases.examples {
                for word in Set(words(example)) where !seen.insert(word).inserted {
                    known.insert(word)
                }
            }
        }
        return known
    }

    private static func words(_ text: String) -> [String] {
        text.utf8.split { !$0.isWordByte && $0 != UInt8(ascii: "'") }.map { bytes in
            Reading.key(Folding.fold(String(decoding: bytes, as: UTF8.self)))
        }
    }
}
