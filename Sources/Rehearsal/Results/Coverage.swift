public import Handbook

/// What the cases of a run have reached of a pack.
public struct Coverage: Sendable {
    /// Everything there is, sorted by place.
    public let lines: [Line]

    public struct Line: Sendable {
        public var item: CoverageItem
        public var place: Place
        /// How many cases reached it.
        public var cases: Int
    }

    public init(results: [CaseResult], of catalog: CoverageCatalog) {
        var counts: [CoverageItem: Int] = [:]
        for result in results { for item in result.reached { counts[item, default: 0] += 1 } }
        lines = catalog.entries.map {
            Line(item: $0.item, place: $0.place, cases: counts[$0.item] ?? 0)
        }
    }

    /// The share of a kind that was reached, in percent: 0…100; 100 where there is nothing to reach.
    public func percent(of kind: CoverageItem.Kind) -> Double {
        let (reached, all) = count(of: kind)
        return all == 0 ? 100 : 100 * Double(reached) / Double(all)
    }

    private func count(of kind: CoverageItem.Kind) -> (reached: Int, all: Int) {
        let own = lines.filter { $0.item.kind == kind }
        return (own.count { $0.cases > 0 }, own.count)
    }

    /// One line for each kind: `  states        150 of  152   98 %`; a share that is not whole is rounded down.
    public var summary: String {
        let rows = CoverageItem.Kind.allCases.map { kind in
            let (reached, all) = count(of: kind)
            let name = kind.rawValue + String(repeating: " ", count: 12 - kind.rawValue.count)
            return "  \(name) \(reached.padded(to: 5)) of \(all.padded(to: 4)) "
                + "\(Int(percent(of: kind)).padded(to: 4)) %"
        }
        return (["coverage"] + rows).joined(separator: "\n")
    }

    /// One line for each thing that was not reached: `Intents/x/flow.yaml:12: transitions x/confirm declined`.
    public var uncovered: [String] {
        lines.filter { $0.cases == 0 }.map {
            "\($0.place.file):\($0.place.line): \($0.item.kind.rawValue) \($0.item.name)"
        }
    }

    /// The trace file of lcov: lines with how many cases reached them, guards as branches.
    public var lcov: String {
        var text = ""
        var files: [String] = []
        for line in lines where files.last != line.place.file { files.append(line.place.file) }
        for file in files {
            let own = lines.filter { $0.place.file == file }
            text += "TN:transcripts\nSF:\(file)\n"
            let guards = own.filter { $0.item.kind == .guards }
            for (index, one) in guards.enumerated() {
                let taken = one.cases == 0 ? "-" : String(one.cases)
                text += "BRDA:\(one.place.line),\(index / 2),\(index % 2),\(taken)\n"
            }
            text += "BRF:\(guards.count)\nBRH:\(guards.count { $0.cases > 0 })\n"
            var counts: [Int: Int] = [:]
            for one in own where one.item.kind != .guards {
                counts[one.place.line] = min(counts[one.place.line] ?? .max, one.cases)
            }
            for line in counts.keys.sorted() { text += "DA:\(line),\(counts[line] ?? 0)\n" }
            text += "LF:\(counts.count)\nLH:\(counts.values.count { $0 > 0 })\nend_of_record\n"
        }
        return text
    }
}

extension Int {
    /// With blanks before it up to the width.
    fileprivate func padded(to width: Int) -> String {
        let text = String(self)
        return String(repeating: " ", count: Swift.max(0, width - text.count)) + text
    }
}
