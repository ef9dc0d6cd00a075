/// One form of a text against all templates of a grammar.
struct TemplateRound {
    /// A template that matched the whole text.
    struct Match {
        var score: Int64
        var template: Int32
        /// Last of the captures, −1 for none.
        var capture: Int32

        /// The better one first; of equals the earlier one in the grammar.
        static func isBetter(_ left: Match, than right: Match) -> Bool {
            left.score != right.score ? left.score > right.score : left.template < right.template
        }
    }

    let grammar: TemplateGrammar
    private let scan: TextScan
    private let overlay: ListOverlay?
    private let preferred: Int32
    /// Made for the first candidate: most texts have none.
    private var search: TemplateSearch?
    /// In the order of the grammar.
    private(set) var matches: [Match] = []

    /// `spans` are the places of lists that come with the text; `outside` other lists bound later
    /// that occur; `preferred` the slot whose text decides first, −1 for none.
    init(
        _ text: TemplateText, in grammar: TemplateGrammar, spans: [TextScan.Span] = [],
        overlay: ListOverlay? = nil, outside: [Int32] = [], preferred: Int32 = -1
    ) {
        self.grammar = grammar
        let scalars = text.count <= TemplateSearch.textLimit ? text.scalars : []
        scan = TextScan(scalars, in: grammar, spans: spans, outside: outside)
        self.overlay = overlay
        self.preferred = preferred
    }

    /// Searches the candidates but those that matched in `before`. A template whose owner has no
    /// check cannot match.
    mutating func run(but before: [Match], check: (_ owner: Int32) -> ContextCheck?) {
        if scan.text.isEmpty || scan.candidates.isEmpty { return }
        var search = TemplateSearch(
            grammar: grammar, overlay: overlay, scan: scan, preferred: preferred)
        defer { self.search = search }
        var checked: (owner: Int32, check: ContextCheck?) = (-1, nil)
        for candidate in scan.candidates {
            if before.contains(where: { $0.template == candidate }) { continue }
            let template = grammar.templates[Int(candidate)]
            if checked.owner != template.owner { checked = (template.owner, check(template.owner)) }
            guard let check = checked.check,
                let entry = search.best(root: template.root, context: check)
            else { continue }
            matches.append(
                Match(score: entry.score, template: candidate, capture: entry.capture))
        }
    }

    var best: Match? {
        matches.min(by: Match.isBetter)
    }

    /// The slots of a match, the first in the text first.
    func captures(of match: Match) -> [TemplateSearch.Capture] {
        guard let search else { return [] }
        var captures: [TemplateSearch.Capture] = []
        var index = match.capture
        while index >= 0 {
            captures.append(search.captures[Int(index)])
            index = search.captures[Int(index)].previous
        }
        return captures.reversed()
    }
}
