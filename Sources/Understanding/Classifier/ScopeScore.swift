/// How surely a text is about something the lexicon knows: a logistic combination of six signs.
struct ScopeScore: Sendable, Equatable {
    /// What is known of a text before the decision.
    struct Signs: Sendable, Equatable {
        /// The highest logit.
        var highest: Float
        /// Its lead over the second.
        var lead: Float
        /// The logit of "out of scope"; 0 where that is no class.
        var stranger: Float
        /// The cosine with the nearest example of the best classes, over n-grams and over static vectors.
        var nearest: Neighbours.Similarity
        /// The share of known stems, 0…1.
        var knownShare: Float

        var numbers: [Double] {
            [
                Double(highest), Double(lead), Double(stranger), Double(nearest.grams),
                Double(nearest.dense), Double(knownShare), 1,
            ]
        }
    }

    /// How many numbers the signs are, with the constant.
    static let signCount = 7

    /// One a sign, the constant last.
    var coefficients: [Double]
    /// A text below this score is out of scope. 0…1.
    var threshold: Double

    /// What stands in where there are too few examples to learn from.
    static let untrained = ScopeScore(coefficients: [0.3, 0.3, 0, 4, 0, 3, -3.5], threshold: 0.3)

    /// 0…1, 1 is surely in scope.
    func score(_ signs: Signs) -> Double {
        Exponential.logistic(zip(coefficients, signs.numbers).reduce(0) { $0 + $1.0 * $1.1 })
    }
}

extension ScopeScore {
    /// Between what the score lies whatever examples may be nearer than `signs.nearest`; both cosines are from 0 to 1.
    func bounds(_ signs: Signs) -> (low: Double, high: Double) {
        let base = zip(coefficients, signs.numbers).reduce(0) { $0 + $1.0 * $1.1 }
        // The places of the two cosines among the numbers; a little more than 1 for rounding.
        let nearest = [signs.nearest.grams, signs.nearest.dense]
        let parts = zip(coefficients[3...4], nearest).map { $0 * (1.001 - Double($1)) }
        let low = parts.reduce(base) { $0 + min(0, $1) } - 1e-6
        let high = parts.reduce(base) { $0 + max(0, $1) } + 1e-6
        return (Exponential.logistic(low), Exponential.logistic(high))
    }

    /// Fits the coefficients to texts known to be in or out of scope, both sides weighing the same:
    /// Newton's method on the logistic loss with a small ridge.
    /// `given` are texts that someone called out of scope; they weigh `share` of the whole.
    static func fitted(
        inScope: [Signs], outOfScope: [Signs], given: [Signs] = [], weighing share: Double = 0.25
    ) -> [Double] {
        let weigh = { (signs: [Signs], isIn: Bool, share: Double) in
            signs.map { ($0.numbers, isIn, share / Double(signs.count)) }
        }
        let givenShare = given.isEmpty ? 0 : outOfScope.isEmpty ? 0.5 : share
        let rows =
            weigh(inScope, true, 0.5) + weigh(outOfScope, false, 0.5 - givenShare)
            + weigh(given, false, givenShare)
        let size = untrained.coefficients.count
        var coefficients = [Double](repeating: 0, count: size)
        for _ in 0..<12 {
            var slope = coefficients.map { $0 * -1e-3 }
            var curve = [Double](repeating: 0, count: size * size)
            for index in 0..<size { curve[index * size + index] = 1e-3 }
            for (numbers, isIn, weight) in rows {
                let sum = zip(coefficients, numbers).reduce(0) { $0 + $1.0 * $1.1 }
                let probability = Exponential.logistic(sum)
                let error = weight * ((isIn ? 1 : 0) - probability)
                let bend = weight * max(1e-6, probability * (1 - probability))
                for left in 0..<size {
                    slope[left] += error * numbers[left]
                    for right in 0..<size {
                        curve[left * size + right] += bend * numbers[left] * numbers[right]
                    }
                }
            }
            let change = solve(curve, slope)
            for index in 0..<size { coefficients[index] += change[index] }
        }
        return coefficients
    }

    /// Solves a small positive definite system by elimination.
    private static func solve(_ matrix: [Double], _ side: [Double]) -> [Double] {
        let size = side.count
        var matrix = matrix
        var side = side
        for pivot in 0..<size {
            let head = matrix[pivot * size + pivot]
            guard head > 1e-12 else { continue }
            for row in (pivot + 1)..<max(size, pivot + 1) {
                let factor = matrix[row * size + pivot] / head
                for column in pivot..<size {
                    matrix[row * size + column] -= factor * matrix[pivot * size + column]
                }
                side[row] -= factor * side[pivot]
            }
        }
        var out = [Double](repeating: 0, count: size)
        for row in (0..<size).reversed() {
            var rest = side[row]
            for column in (row + 1)..<max(size, row + 1) {
                rest -= matrix[row * size + column] * out[column]
            }
            let head = matrix[row * size + row]
            out[row] = head > 1e-12 ? rest / head : 0
        }
        return out
    }
}
