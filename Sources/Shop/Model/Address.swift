import Facts

/// A postal address. `address2` and `state` may be empty.
struct Address: Equatable, Sendable {
    var address1: String
    var address2: String
    var city: String
    var state: String
    var country: String
    var zip: String

    static let columns = "address1, address2, city, state, country, zip"

    /// In the order of `columns`.
    var parts: [String] { [address1, address2, city, state, country, zip] }

    /// `12 Elm Street, Suite 3, Denver, CO, 80279, USA`; `Kastanienallee 12, 10435 Berlin, Germany`.
    var line: String {
        guard !Self.writesCodeFirst.contains(country.lowercased()) else {
            return [address1, address2, "\(zip) \(city)", country].filter { !$0.isEmpty }
                .joined(separator: ", ")
        }
        return [address1, address2, city, state, zip, country].filter { !$0.isEmpty }
            .joined(separator: ", ")
    }

    /// Countries where the postcode stands before the city and no state is written.
    private static let writesCodeFirst: Set<String> = [
        "germany", "deutschland", "austria", "österreich", "switzerland", "schweiz", "france",
        "frankreich", "italy", "italien", "spain", "spanien", "portugal", "poland", "polen",
        "netherlands", "niederlande", "belgium", "belgien", "luxembourg", "luxemburg", "denmark",
        "dänemark", "sweden", "schweden", "norway", "norwegen", "finland", "finnland",
    ]

    /// A carrier's pick-up station in place of a street: without the carrier's own number nothing arrives there.
    var isPickupStation: Bool {
        let lines = "\(address1) \(address2)".lowercased()
        return Self.pickupStations.contains { lines.hasBytes(of: $0) }
    }

    private static let pickupStations = [
        "packstation", "postfiliale", "paketshop", "paketstation", "parcel locker", "parcelshop",
        "parcel shop", "pick-up station", "pickup station", "point relais", "relais colis",
        "punto de recogida", "宅配ロッカー",
    ]

    var record: Record {
        [
            "address1": .text(address1), "address2": .text(address2), "city": .text(city),
            "state": .text(state), "country": .text(country), "zip": .text(zip),
        ]
    }

    /// The address given by the parts in `record`; what it leaves out is `old`'s where it cannot
    /// have changed.
    ///
    /// nil without street, city or zip. The state stays only with the city, else an American postcode tells it; the
    /// country stays where the postcode may be one of it; a second line that is not given is empty.
    init?(given record: Record, old: Address) {
        func part(_ name: String) -> String? { record[name]?.text }
        guard let address1 = part("address1"), let city = part("city"), let zip = part("zip"),
            !address1.isEmpty, !city.isEmpty, !zip.isEmpty
        else { return nil }
        // "50667 Köln" is hardly an American place.
        let isLikeOld = zip.count == old.zip.count && city.utf8.allSatisfy { $0 < 0x80 }
        let country =
            part("country") ?? (isLikeOld ? nil : part("likely_country")) ?? old.country
        let state =
            AmericanState.isCountry(country) ? AmericanState.code(ofZip: zip) ?? "" : ""
        self.init(
            address1: address1, address2: part("address2") ?? "", city: city,
            state: part("state") ?? (city == old.city ? old.state : state), country: country,
            zip: zip)
    }

    init(
        address1: String, address2: String, city: String, state: String, country: String,
        zip: String
    ) {
        self.address1 = address1
        self.address2 = address2
        self.city = city
        self.state = state
        self.country = country
        self.zip = zip
    }
}
