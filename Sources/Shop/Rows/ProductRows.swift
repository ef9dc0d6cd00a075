import Facts
import GRDB
import Understanding

extension Options {
    /// A column that gives the options of a JSON object in their written order, for
    /// `init(column:)`.
    static func column(of table: String) -> String {
        """
        (SELECT group_concat(key || char(31) || value, char(30)) FROM json_each(\(table).options)) \
        AS listed_options
        """
    }

    init(column text: String?) {
        pairs = (text ?? "").split(separator: "\u{1E}").map { pair in
            let parts = pair.split(
                separator: "\u{1F}", maxSplits: 1, omittingEmptySubsequences: false)
            return Pair(name: String(parts[0]), value: parts.count > 1 ? String(parts[1]) : "")
        }
    }

    /// A JSON object with the options in this order.
    var json: String {
        let members = pairs.map { "\(JSONText.quoted($0.name)):\(JSONText.quoted($0.value))" }
        return "{\(members.joined(separator: ","))}"
    }
}

/// How names of products are compared.
enum ProductName {
    /// Folded letters and digits, without a final plural s.
    static func key(_ name: String) -> String {
        let folded = Folding.fold(name).filter { $0.isLetter || $0.isNumber }
        return folded.count > 3 && folded.hasSuffix("s") ? String(folded.dropLast()) : folded
    }

    /// The folded words of a name, without a plural s.
    static func words(_ name: String) -> [String] {
        Folding.fold(name).split { !($0.isLetter || $0.isNumber) }.map { word in
            word.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : String(word)
        }
    }
}
