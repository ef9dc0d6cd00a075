/// One text, with every literal of the grammar that occurs in it and the conditions that they fire.
struct TextScan {
    /// A place of a list that somebody else found, in scalars of the text.
    struct Span {
        var list: Int32
        var start: Int32
        var end: Int32
    }

    let text: [UInt32]
    /// The places of lists that are known only with the text; a few.
    let spans: [Span]
    /// Candidates, ascending: the templates whose conditions hold.
    private(set) var candidates: [Int32] = []
    private var occurrences: [LiteralTrie.Occurrence] = []
    /// Where the occurrences at each place start.
    private var occurrenceStarts: [Int32] = []

    /// `outside` are other lists bound from outside that occur in the text.
    init(_ text: [UInt32], in grammar: TemplateGrammar, spans: [Span], outside: [Int32]) {
        self.text = text
        self.spans = spans
        var firing = ConditionNet.Firing(grammar.net)
        occurrences.reserveCapacity(4 * text.count)
        occurrenceStarts.reserveCapacity(text.count + 1)
        grammar.trie.scan(text) { position in
            occurrenceStarts.append(Int32(occurrences.count))
            if Self.isDigit(text[position]) {
                firing.fire(grammar.digitCondition)
            }
        } found: { occurrence in
            occurrences.append(occurrence)
            firing.fire(grammar.literalConditions[Int(occurrence.literal)])
        }
        occurrenceStarts.append(Int32(occurrences.count))
        for list in outside + spans.map(\.list) {
            firing.fire(grammar.lists[Int(list)].outsideCondition)
        }
        for template in grammar.alwaysSearched { consider(template, in: grammar) }
        firing.forEachFired(in: grammar.net) { condition in
            let first = grammar.awaitingStarts[Int(condition)]
            for index in first..<grammar.awaitingStarts[Int(condition) + 1] {
                consider(grammar.awaiting[Int(index)], in: grammar)
            }
        }
        candidates.sort()
    }

    /// A candidate, when the text starts and ends as the template can.
    private mutating func consider(_ template: Int32, in grammar: TemplateGrammar) {
        guard let first = text.first, let last = text.last else { return }
        let compiled = grammar.templates[Int(template)]
        if grammar.edges[Int(compiled.start)].contains(first),
            grammar.edges[Int(compiled.end)].contains(last)
        {
            candidates.append(template)
        }
    }

    static func isDigit(_ scalar: UInt32) -> Bool {
        scalar >= 0x30 && scalar <= 0x39
    }

    /// The numbers of a range that start at a place, in digits and in words.
    func numbers(
        in list: CompiledList, at start: Int32, _ body: (Double, Int32) -> Void
    ) {
        digits(in: list, at: Int(start), body)
        guard start + 1 < occurrenceStarts.count else { return }
        for index in occurrenceStarts[Int(start)]..<occurrenceStarts[Int(start) + 1] {
            let occurrence = occurrences[Int(index)]
            if let number = list.words[occurrence.literal] {
                body(number * list.range.multiplier, occurrence.end)
            }
        }
    }

    private func digits(
        in list: CompiledList, at start: Int, _ body: (Double, Int32) -> Void
    ) {
        var position = start
        let isNegative = position < text.count && text[position] == 0x2D
        if isNegative { position += 1 }
        if start > 0, Self.isDigit(text[start - 1]) { return }
        let first = position
        var number = 0.0
        while position < text.count, Self.isDigit(text[position]), position - first < 15 {
            number = number * 10 + Double(text[position] - 0x30)
            position += 1
        }
        guard position > first else { return }
        func offer(_ number: Double, _ end: Int) {
            let signed = isNegative ? -number : number
            if list.range.contains(signed) { body(signed * list.range.multiplier, Int32(end)) }
        }
        offer(number, position)
        guard list.range.fractions != nil, position + 1 < text.count,
            text[position] == 0x2E || text[position] == 0x2C
        else { return }
        var scale = 1.0
        position += 1
        let point = position
        while position < text.count, Self.isDigit(text[position]), position - point < 6 {
            number = number * 10 + Double(text[position] - 0x30)
            scale *= 10
            position += 1
        }
        if position > point { offer(number / scale, position) }
    }
}
