/// The countries of cities that everybody knows, for an address that names none: "Praterstr. 5, 1020 Wien". Looked at
/// only where the postcode is none of the customer's own country.
enum LargeCities {
    /// The English name of the country; nil of any other city.
    static func country(of city: String) -> String? { countries[city.lowercased()] }

    private static let countries: [String: String] = {
        let cities = [
            "Austria": "wien vienna graz linz salzburg innsbruck klagenfurt villach",
            "Switzerland":
                "zürich zurich zuerich basel bern berne genf genève geneva lausanne luzern",
            "Spain": "madrid barcelona valencia sevilla bilbao málaga malaga zaragoza granada",
            "France": "paris lyon marseille toulouse bordeaux lille nice nantes strasbourg",
            "Italy":
                "roma rom rome milano mailand milan torino turin napoli neapel firenze bologna",
            "Netherlands": "amsterdam rotterdam utrecht eindhoven groningen",
            "Belgium": "bruxelles brüssel brussels brussel antwerpen gent liège",
            "Portugal": "lisboa lissabon lisbon porto coimbra braga",
            "Poland": "warszawa warschau warsaw kraków krakau wrocław gdańsk poznań łódź",
            "Germany":
                "berlin hamburg münchen munich köln cologne stuttgart düsseldorf leipzig dresden",
            "Denmark": "kopenhagen københavn copenhagen aarhus",
            "Sweden": "stockholm göteborg malmö uppsala",
            "Czech Republic": "prag praha prague brno", "Luxembourg": "luxemburg luxembourg",
        ]
        var countries: [String: String] = [:]
        for (country, names) in cities {
            for name in names.split(separator: " ") { countries[String(name)] = country }
        }
        return countries
    }()
}
