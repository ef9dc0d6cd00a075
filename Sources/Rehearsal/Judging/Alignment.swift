/// Pairs expected things with actual ones, in order, so that as many as possible fit (longest common subsequence).
struct Alignment {
    enum Step: Equatable {
        case pair(expected: Int, actual: Int)
        case missing(expected: Int)
        case extra(actual: Int)
        /// An actual one that an "any" line covers.
        case covered(actual: Int)
    }

    private(set) var steps: [Step] = []

    init(
        expected: Int, actual: Int, fits: (Int, Int) -> Bool, isAny: (Int) -> Bool = { _ in false }
    ) {
        // best[row][column]: the best score of expected[row...] with actual[column...]; a pair counts twice as much as
        // an actual one that an "any" line covers.
        let width = actual + 1
        var best = [Int](repeating: 0, count: (expected + 1) * width)
        var fit = [Bool](repeating: false, count: (expected + 1) * width)
        for row in stride(from: expected - 1, through: 0, by: -1) {
            let any = isAny(row)
            best[row * width + actual] = best[(row + 1) * width + actual]
            for column in stride(from: actual - 1, through: 0, by: -1) {
                let place = row * width + column
                let below = best[place + width]
                if any {
                    best[place] = max(below, best[place + 1] + 1)
                    continue
                }
                fit[place] = fits(row, column)
                let paired = fit[place] ? best[place + width + 1] + 2 : 0
                best[place] = max(below, best[place + 1], paired)
            }
        }
        var row = 0
        var column = 0
        while row < expected || column < actual {
            let place = row * width + column
            if row == expected {
                steps.append(.extra(actual: column))
                column += 1
            } else if isAny(row) {
                if column < actual, best[place] == best[place + 1] + 1 {
                    steps.append(.covered(actual: column))
                    column += 1
                } else {
                    steps.append(.pair(expected: row, actual: max(column - 1, 0)))
                    row += 1
                }
            } else if column == actual {
                steps.append(.missing(expected: row))
                row += 1
            } else if fit[place], best[place] == best[place + width + 1] + 2 {
                steps.append(.pair(expected: row, actual: column))
                row += 1
                column += 1
            } else if best[place] == best[place + width] {
                steps.append(.missing(expected: row))
                row += 1
            } else {
                steps.append(.extra(actual: column))
                column += 1
            }
        }
    }
}
