/// Words that templates need not mention, politeness and greetings: finds them in a text and takes them out.
struct SkipWords: Sendable {
    /// The longest first.
    private let words: [[UInt32]]
    private let ignoresBlanks: Bool
    /// Numbers what the words begin with: up to the first blank, or one scalar where blanks are ignored.
    private var beginnings = FeatureIndex(minimumCapacity: 64)
    /// By beginning: indices into `words`.
    private var places: [[Int]] = []

    /// `words` are folded as the texts will be.
    init(_ words: [[UInt32]], ignoresBlanks: Bool) {
        self.words = words.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
        self.ignoresBlanks = ignoresBlanks
        for (place, word) in self.words.enumerated() {
            let hash = beginning(of: word, from: 0).hash
            let number = Int(beginnings.insert(hash))
            if number == places.count { places.append([]) }
            places[number].append(place)
        }
    }

    func write(to writer: inout ByteWriter) { writer.lists(words) }

    /// The words of some bytes; nil where they are none.
    init?(from reader: inout ByteReader, ignoresBlanks: Bool) {
        guard let words: [[UInt32]] = reader.lists() else { return nil }
        self.init(words, ignoresBlanks: ignoresBlanks)
    }

    /// The text without the words, the longest taken out first; nil where none occurs.
    func removed(from text: TemplateText) -> TemplateText? {
        var rest: TemplateText?
        for place in candidates(in: text.scalars) {
            var copy = rest ?? text
            guard copy.holds(words[place]) else { continue }
            copy.remove(words[place], anywhere: ignoresBlanks)
            if copy.count < text.count { rest = copy }
        }
        return rest
    }

    /// The words whose beginning stands in the text; words that are taken out bring no new ones.
    private func candidates(in text: [UInt32]) -> [Int] {
        var candidates: [Int] = []
        var position = 0
        while position < text.count {
            let beginning = beginning(of: text, from: position)
            let number = beginnings.find(beginning.hash)
            if number >= 0 { candidates += places[Int(number)] }
            position = beginning.next
        }
        return candidates.count < 2 ? candidates : Set(candidates).sorted()
    }

    /// The hash of the word at a place, or of the scalar where blanks are ignored, and where to look next.
    private func beginning(of text: [UInt32], from start: Int) -> (hash: UInt64, next: Int) {
        var hash = FeatureHash.characters
        var position = start
        while position < text.count, text[position] != TemplateText.blank {
            hash = FeatureHash.mix(hash, UInt64(text[position]))
            position += 1
            if ignoresBlanks { return (hash, position) }
        }
        return (hash, position + 1)
    }
}

extension TemplateText {
    /// Whether the word's scalars stand anywhere in a row.
    fileprivate func holds(_ word: [UInt32]) -> Bool {
        guard word.count <= count else { return false }
        return scalars.withUnsafeBufferPointer { scalars in
            word.withUnsafeBufferPointer { word in
                for start in 0...(scalars.count - word.count) {
                    var index = 0
                    while index < word.count, scalars[start &+ index] == word[index] { index &+= 1 }
                    if index == word.count { return true }
                }
                return false
            }
        }
    }

    /// Removes every occurrence of the word, with one of the blanks around it.
    fileprivate mutating func remove(_ word: [UInt32], anywhere: Bool) {
        guard let first = word.first else { return }
        var position = 0
        while position + word.count <= count {
            let end = position + word.count
            guard scalars[position] == first, scalars[position..<end].elementsEqual(word),
                anywhere || isWord(position, end)
            else {
                position += 1
                continue
            }
            if anywhere {
                remove(position..<end)
            } else if end < count {
                remove(position..<(end + 1))
            } else {
                remove(max(0, position - 1)..<end)
            }
        }
    }

    private func isWord(_ start: Int, _ end: Int) -> Bool {
        (start == 0 || scalars[start - 1] == Self.blank)
            && (end == count || scalars[end] == Self.blank)
    }
}
