/// The name that was probably meant: the one with the smallest edit distance, at most a third of the length
/// (and at least 1, 2 from four letters on); the first in alphabetical order among equals.
public func nearestName(to name: String, among names: some Sequence<String>) -> String? {
    let letters = Array(name.lowercased().utf8.prefix(64))
    let bound = max(letters.count / 3, letters.count >= 4 ? 2 : 1)
    var best: (name: String, distance: Int)?
    for candidate in names.sorted() where candidate != name {
        let other = Array(candidate.lowercased().utf8.prefix(64))
        guard abs(other.count - letters.count) <= bound else { continue }
        let distance = editDistance(letters, other)
        if distance <= bound, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
}

/// Insertions, deletions, changes and swaps of neighbours (optimal string alignment).
func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before: [Int] = []
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
        var next = [index + 1]
        for (column, other) in right.enumerated() {
            var cost = min(
                row[column + 1] + 1, next[column] + 1, row[column] + (letter == other ? 0 : 1))
            if index > 0, column > 0, letter == right[column - 1], left[index - 1] == other {
                cost = min(cost, before[column - 1] + 1)
            }
            next.append(cost)
        }
        before = row
        row = next
    }
    return row[right.count]
}
