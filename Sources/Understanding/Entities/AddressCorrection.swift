import Facts

extension AddressReader {
    /// An address of which the customer puts parts right. Another street has not the old one's flat; another city
    /// has neither its state nor its postcode.
    static func corrected(_ address: Record, by said: Record) -> Record {
        var address = address
        if said["address1"] != nil, address["address1"] != nil, !isSameStreet(said, address) {
            address["address2"] = nil
        }
        if let city = said["city"]?.text, city.lowercased() != address["city"]?.text?.lowercased() {
            let isSpelling = isSameCity(city, address["city"]?.text ?? "")
            let others = ["state", "zip", "country", "likely_country"]
            for name in others where !isSpelling { address[name] = nil }
        }
        return address.merging(said)
    }

    /// "Frankfurt" for "Frankfurt am Main": the same city, written in another way.
    private static func isSameCity(_ one: String, _ other: String) -> Bool {
        let words = [one, other].map { Set($0.lowercased().split(separator: " ")) }
        return words[0].isSubset(of: words[1]) || words[1].isSubset(of: words[0])
    }

    /// Both lie on one street, whatever their numbers: "Lindwurmstr. 90" and "Lindwurmstraße 88".
    static func isSameStreet(_ one: Record, _ other: Record) -> Bool {
        guard let one = one["address1"]?.text, let other = other["address1"]?.text else {
            return false
        }
        return name(ofStreet: one) == name(ofStreet: other)
    }

    /// Without the house number: "14 Oak Street" is on "12 Oak Street".
    private static func name(ofStreet text: String) -> String {
        let words = text.lowercased().split { !$0.isLetter }.map(String.init)
        // "5a" leaves an "a".
        let name = words.filter { $0.count > 1 }.joined()
        for ending in ["straße", "strasse"] where name.hasSuffix(ending) {
            return name.dropLast(ending.count) + "str"
        }
        return name
    }
}
