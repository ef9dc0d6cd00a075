import Facts
public import Reporting

/// Reads a scorecard: `Scorecards/care.yaml`.
public struct ScorecardReader {
    private let report = Report()
    private let file: String

    private init(file: String) {
        self.file = file
    }

    /// The scorecard of a file's bytes; `file` is its name in messages. Throws every mistake.
    public static func read(_ bytes: [UInt8], file: String) throws(Diagnostics) -> Scorecard {
        let reader = ScorecardReader(file: file)
        let card = reader.card(bytes)
        let mistakes = reader.report.diagnostics
        guard mistakes.isEmpty, let card else { throw Diagnostics(mistakes) }
        return card
    }

    private func card(_ bytes: [UInt8]) -> Scorecard? {
        var yaml = YAMLReader(file: file, report: report)
        guard let root = yaml.read(bytes) else { return nil }
        let keys = ["scorecard", "version", "sample", "questions"]
        let fields = root.fields(report, "a scorecard", keys: keys)
        let name = fields.required("scorecard", cure: "add scorecard: with its name")
        _ = fields["version"]?.integer(report, in: 1...1)
        let questions = entries(fields["questions"], "questions").compactMap(question)
        if questions.isEmpty {
            report.error(
                .missingKey, at: fields.place(of: "questions"), "a scorecard asks something",
                cure: "add questions: with `- solved: {ask: Was it solved?, points: 5}`")
        }
        let rules = entries(fields["sample"], "rules").compactMap(rule)
        let sample = rules.isEmpty ? [SampleRule(id: "all")] : rules
        return name.map { Scorecard(name: $0, sample: sample, questions: questions) }
    }

    /// The entries of a list of `- name: {…}`, each name once.
    private func entries(_ node: YAMLNode?, _ what: String) -> [YAMLNode.Entry] {
        let all = (node?.list(report, of: what) ?? []).flatMap {
            $0.mapping(report, "one of the \(what)")
        }
        for (index, entry) in all.enumerated()
        where all[..<index].contains(where: { $0.key == entry.key }) {
            report.error(
                .duplicateName, at: entry.place, "'\(entry.key)' stands twice",
                cure: "give it another name")
        }
        return all
    }

    private func question(_ entry: YAMLNode.Entry) -> ScorecardQuestion? {
        let fields = entry.value.fields(
            report, "the question \(entry.key)", keys: ["ask", "points", "fatal"])
        guard let ask = fields.required("ask", cure: "add ask: with the question") else {
            return nil
        }
        return ScorecardQuestion(
            id: entry.key, ask: ask, points: fields["points"]?.integer(report, in: 1...1000) ?? 1,
            isFatal: fields["fatal"]?.flag(report) ?? false)
    }

    private func rule(_ entry: YAMLNode.Entry) -> SampleRule? {
        let fields = entry.value.fields(
            report, "the rule \(entry.key)", keys: ["when", "share", "most", "per"])
        var rule = SampleRule(id: entry.key)
        if let when = fields["when"] {
            var reader = ConditionReader(report: report)
            let condition = reader.read(when)
            rule.when = condition
            check(condition.fields, at: when.place)
        }
        if let share = fields["share"] { rule.share = percent(share) ?? 1 }
        rule.most = fields["most"]?.integer(report, in: 1...100_000)
        rule.per = fields["per"]?.choice(report, "a dimension", of: Dimension.self)
        return rule
    }

    private func check(_ fields: [[String]], at place: Place) {
        for field in fields where !SummaryFacts.names.contains(field.joined(separator: ".")) {
            let name = field.joined(separator: ".")
            report.error(
                .unknownField, at: place, "a conversation has no '\(name)'",
                cure: nearestName(to: name, among: SummaryFacts.names).map {
                    "did you mean '\($0)'?"
                } ?? "it has \(SummaryFacts.names.joined(separator: ", "))")
        }
    }

    /// `20%`, or a number from 0 to 1.
    private func percent(_ node: YAMLNode) -> Double? {
        guard let text = node.scalar, text.hasSuffix("%") else { return node.share(report) }
        if let number = Double(text.dropLast()), (0...100).contains(number) { return number / 100 }
        report.error(
            .badValue, at: node.place, "'\(text)' is no share", cure: "write 20%, or 0.2")
        return nil
    }
}
