/// A mean of several independent runs with its 95 % confidence band (Student's t).
public struct Band: Hashable, Sendable, Codable {
    public var mean: Double
    /// Half of the band's width; nil with a single run.
    public var halfWidth: Double?

    /// nil without values.
    public init?(_ values: [Double]) {
        self.init(values, controls: [])
    }

    /// The mean of so many independent values whose standard deviation is known.
    init(mean: Double, deviation: Double, count: Double) {
        self.init(mean: mean, halfWidth: 1.96 * deviation / count.squareRoot())
    }

    private init(mean: Double, halfWidth: Double?) {
        self.mean = mean
        self.halfWidth = halfWidth
    }

    public var low: Double { mean - (halfWidth ?? 0) }
    public var high: Double { mean + (halfWidth ?? 0) }

    /// The 97.5 % quantile of Student's t; from the printed tables, 1.96 far out.
    static func quantile(freedom: Int) -> Double {
        let table = [
            12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179,
            2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064,
            2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
        ]
        guard freedom >= 1 else { return .infinity }
        return freedom <= table.count ? table[freedom - 1] : 1.96 + 2.4 / Double(freedom)
    }
}

extension Band {
    /// The mean as it would be had chance brought what it brings on average: control variates.
    ///
    /// Each list of `controls` says by how much something that went into a run was off its known
    /// mean. What of the values' scatter follows from that is taken out by linear regression
    /// (Lavenberg and Welch 1981); the mean is the line's value where every control is 0. With too
    /// few runs to tell a line from chance, the plain mean.
    public init?(_ values: [Double], controls: [[Double]]) {
        guard !values.isEmpty else { return nil }
        let useful = controls.filter { $0.count == values.count && Set($0).count > 1 }
        let rows = values.indices.map { run in [1] + useful.map { $0[run] } }
        let size = useful.count + 1
        guard values.count >= 4 * size || useful.isEmpty,
            let inverse = Self.inverse(
                (0..<size).map { row in
                    (0..<size).map { column in
                        rows.reduce(0) { $0 + $1[row] * $1[column] }
                    }
                })
        else {
            self.init(values, controls: [])
            return
        }
        let sums = (0..<size).map { row in
            zip(rows, values).reduce(0) { $0 + $1.0[row] * $1.1 }
        }
        let line = inverse.map { zip($0, sums).reduce(0) { $0 + $1.0 * $1.1 } }
        let freedom = values.count - size
        guard freedom > 0 else {
            self.init(mean: line[0], halfWidth: nil)
            return
        }
        let scatter = zip(rows, values).reduce(0) { sum, run in
            let off = run.1 - zip(line, run.0).reduce(0) { $0 + $1.0 * $1.1 }
            return sum + off * off
        }
        let variance = scatter / Double(freedom) * inverse[0][0]
        let halfWidth = Self.quantile(freedom: freedom) * max(variance, 0).squareRoot()
        self.init(mean: line[0], halfWidth: halfWidth)
    }

    /// The inverse of a small symmetric matrix (Gauss and Jordan); nil where there is none.
    private static func inverse(_ matrix: [[Double]]) -> [[Double]]? {
        let size = matrix.count
        var rows = matrix.enumerated().map { number, row in
            row + (0..<size).map { $0 == number ? 1 : 0 }
        }
        for pivot in 0..<size {
            let best = (pivot..<size).max { abs(rows[$0][pivot]) < abs(rows[$1][pivot]) } ?? pivot
            rows.swapAt(pivot, best)
            let value = rows[pivot][pivot]
            guard abs(value) > 1e-300 else { return nil }
            rows[pivot] = rows[pivot].map { $0 / value }
            for row in 0..<size where row != pivot {
                let factor = rows[row][pivot]
                for column in 0..<(2 * size) { rows[row][column] -= factor * rows[pivot][column] }
            }
        }
        return rows.map { Array($0[size...]) }
    }
}
