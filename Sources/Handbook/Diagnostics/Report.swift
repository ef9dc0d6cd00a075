/// Collects the mistakes of one reading.
final class Report {
    private var seen: Set<Diagnostic> = []

    /// Everything reported so far, sorted, each once.
    var diagnostics: [Diagnostic] { seen.sorted() }

    func error(_ code: Diagnostic.Code, at place: Place, _ message: String, cure: String) {
        seen.insert(Diagnostic(code, at: place, message, cure: cure))
    }

    func warning(_ code: Diagnostic.Code, at place: Place, _ message: String, cure: String) {
        seen.insert(Diagnostic(code, at: place, message, cure: cure, isWarning: true))
    }

    /// A name that is not among the declared ones: the nearest one is the cure, else `otherwise`.
    func unknown(
        _ code: Diagnostic.Code, at place: Place, _ what: String, _ name: String,
        among names: some Sequence<String>, otherwise cure: String
    ) {
        error(
            code, at: place, "\(what) '\(name)' is not declared",
            cure: suggestion(for: name, among: names) ?? cure)
    }
}

/// `did you mean 'order_id'?`, or nil where nothing is near.
func suggestion(for name: String, among names: some Sequence<String>) -> String? {
    nearest(to: name, among: names).map { "did you mean '\($0)'?" }
}

/// The name with the smallest edit distance, at most a third of the length (and at least 1, 2 from
/// four letters on); the first in alphabetical order among equals.
func nearest(to name: String, among names: some Sequence<String>) -> String? {
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
