/// Finds the name that was probably meant.
enum Suggestion {
    /// `list 'nmae' is not declared; did you mean 'name'?`
    static func unknown(_ what: String, _ name: String, _ known: [String]) -> String {
        let nearest = known.sorted().map { (name: $0, distance: distance(name, $0)) }
            .min { $0.distance < $1.distance }
        guard let nearest, nearest.distance <= max(1, name.count / 3) else {
            return "\(what) '\(name)' is not declared; declare it or correct the name"
        }
        return "\(what) '\(name)' is not declared; did you mean '\(nearest.name)'?"
    }

    /// Levenshtein distance of the first 64 characters.
    static func distance(_ left: String, _ right: String) -> Int {
        let left = Array(left.unicodeScalars.prefix(64))
        let right = Array(right.unicodeScalars.prefix(64))
        var row = Array(0...right.count)
        for (index, scalar) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (column, other) in right.enumerated() {
                let replaced = diagonal + (scalar == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
            }
        }
        return row[right.count]
    }
}
