import Facts
import Testing

@testable import Understanding

@Suite("Addresses of Europe and America")
struct AddressTests {
    /// address1 | address2 | city | state | country | zip, those that are given.
    static let addresses: [Find] = [
        Find("5 avenue Foch, 75116 Paris", "5 avenue Foch | Paris | 75116"),
        Find("5 avenue Foch, 75116 Paris", "5 avenue Foch | Paris | 75116", "fr"),
        Find(
            "12 bis rue de la République, 69002 Lyon",
            "12 bis rue de la République | Lyon | 69002", "fr"),
        Find(
            "12, rue Victor Hugo, appartement 3, 33000 Bordeaux",
            "12, rue Victor Hugo | appartement 3 | Bordeaux | 33000", "fr"),
        Find("22 rue Saint-Maur, 75011 Paris", "22 rue Saint-Maur | Paris | 75011"),
        Find("new: 3 rue Saint-Maur 75011 Paris", "3 rue Saint-Maur | Paris | 75011", "fr"),
        Find("12 Upper-Lea Road, London SW1A 1AA", "12 Upper-Lea Road | London | SW1A 1AA"),
        Find("Rue du Lac 5, 1003 Lausanne", "Rue du Lac 5 | Lausanne | 1003"),
        Find("Rue du Lac 5, 1003 Lausanne", "Rue du Lac 5 | Lausanne | 1003", "de"),
        Find("chemin du bois 14, 1004 Lausanne", "chemin du bois 14 | Lausanne | 1004"),
        Find("Avenue de la Gare 22, 1950 Sion", "Avenue de la Gare 22 | Sion | 1950"),
        Find("14b chemin du Bois, 1004 Lausanne", "14b chemin du Bois | Lausanne | 1004"),
        Find("Via Roma 3, 6900 Lugano", "Via Roma 3 | Lugano | 6900", "de"),
        Find("ul. Nowa 5, 00-100 Warszawa", "ul. Nowa 5 | Warszawa | 00-100"),
        Find("ul. Nowa 27/14, 00-100 Warszawa", "ul. Nowa 27/14 | Warszawa | 00-100", "de"),
        Find(
            "al. Jerozolimskie 54 m. 3, 00-024 Warszawa",
            "al. Jerozolimskie 54 | m. 3 | Warszawa | 00-024"),
        Find("Rua Augusta 10, 1100-053 Lisboa", "Rua Augusta 10 | Lisboa | 1100-053"),
        Find("to Unter den Linden 5, 10117 Berlin", "Unter den Linden 5 | Berlin | 10117"),
        Find("30 Camden Road, NW1 9DP London", "30 Camden Road | London | NW1 9DP"),
        Find("30 Camden Road, NW1 9DP", "30 Camden Road | NW1 9DP"),
        Find("Calle Mayor 5", "Calle Mayor 5"),
        Find("Camino de la Huerta 7, 41010 Sevilla", "Camino de la Huerta 7 | Sevilla | 41010"),
        Find("Hauptstraße 12, 10115 Berlin", "Hauptstraße 12 | Berlin | 10115"),
        Find("Hauptstraße 12, 10115 Berlin", "Hauptstraße 12 | Berlin | 10115", "de"),
        Find(
            "An der alten Eiche 14, 20095 Hamburg",
            "An der alten Eiche 14 | Hamburg | 20095", "de"),
        Find(
            "Mariahilfer Straße 99/12, 1060 Wien", "Mariahilfer Straße 99/12 | Wien | 1060", "de"),
        Find("Calle Mayor 3, 28013 Madrid", "Calle Mayor 3 | Madrid | 28013"),
        Find("Calle Mayor 3, 28013 Madrid", "Calle Mayor 3 | Madrid | 28013", "es"),
        Find("C/ Mayor, 3, 2º B, 28013 Madrid", "C/ Mayor, 3 | 2º B | Madrid | 28013", "es"),
        Find(
            "Av. Reforma 222, 06600 Ciudad de México",
            "Av. Reforma 222 | Ciudad de México | 06600", "es"),
        Find("Via Roma 12, 00184 Roma, Italia", "Via Roma 12 | Roma | Italia | 00184"),
        Find("Keizersgracht 123, 1015 CJ Amsterdam", "Keizersgracht 123 | Amsterdam | 1015 CJ"),
        Find(
            "580 Broadway, Suite 162, Denver, CO 80265",
            "580 Broadway | Suite 162 | Denver | CO | USA | 80265"),
        Find("10 Downing Street, London SW1A 2AA", "10 Downing Street | London | SW1A 2AA"),
        Find(
            "45 King Street West, Toronto, ON M5H 1J8",
            "45 King Street West | Toronto | ON | M5H 1J8"),
        Find(
            "Kastanienallee 5, Suite 12, 60614 Chicago, IL, USA",
            "Kastanienallee 5 | Suite 12 | Chicago | IL | USA | 60614", "de"),
        Find(
            "es soll nach Kastanienallee 5, Suite 12, Chicago, IL 60614",
            "Kastanienallee 5 | Suite 12 | Chicago | IL | USA | 60614", "de"),
        Find(
            "Hauptstr. 7, 60601 Chicago, Illinois",
            "Hauptstr. 7 | Chicago | Illinois | USA | 60601",
            "de"),
        Find("Hauptstr. 5a, 10115 Berlin, DE", "Hauptstr. 5a | Berlin | 10115", "de"),
        Find("Hauptstr. 5a in 10115 Berlin", "Hauptstr. 5a | Berlin | 10115", "de"),
        Find(
            "Suite 5, 10 Main Street, 60601 Chicago", "10 Main Street | Suite 5 | Chicago | 60601"),
        Find(
            "c/o Müller, Rue de Lyon 4, 50667 Köln", "Rue de Lyon 4 | c/o Müller | Köln | 50667",
            "de"),
        Find(
            "Lindenweg 4, c/o Dr. Weiß, 50667 Köln, Deutschland",
            "Lindenweg 4 | c/o Dr. Weiß | Köln | Deutschland | 50667", "de"),
        Find(
            "Lindenweg 4, 3. Stock, 50667 Köln", "Lindenweg 4 | 3. Stock | Köln | 50667", "de"),
        Find(
            "Packstation 145, Postnummer 12345678, 10115 Berlin",
            "Packstation 145 | Postnummer 12345678 | Berlin | 10115", "de"),
        Find(
            "12 Oak Lane Unit B, Apt 3, Austin, Texas",
            "12 Oak Lane | Unit B, Apt 3 | Austin | Texas | USA"),
        Find("5 Privet Drive, London, UK", "5 Privet Drive | London | UK"),
        Find("41 Mare Street, Flat 7, London E8 4RP", "41 Mare Street | Flat 7 | London | E8 4RP"),
        Find("Isabella Santos, New York, 10020", ""),
        Find("10115 Berlin", "Berlin | 10115"), Find("TX 77001", "TX | USA | 77001"),
        Find("order 10115 arrived", ""),
        Find("order #977", ""),
    ]

    @Test("an address is read with its parts", arguments: addresses)
    func findsAddresses(_ find: Find) {
        let found = EntityDesk.shared.entities(find.text, find.language).first {
            $0.kind == "address"
        }
        let parts = ["address1", "address2", "city", "state", "country", "zip"]
        guard case .record(let record)? = found?.value else {
            #expect(find.expected.isEmpty)
            return
        }
        let shown = parts.compactMap { record[$0]?.shown }.joined(separator: " | ")
        #expect(shown == find.expected)
    }

    @Test("the answer to a question for one part is read without the words around it")
    func readsParts() {
        let desk = EntityDesk.shared
        #expect(desk.part(.letters, "it's santos", "en") == "Santos")
        #expect(desk.part(.letters, "the city is San Antonio, please", "en") == "San Antonio")
        #expect(desk.part(.letters, "new york", "en") == "New York")
        #expect(desk.part(.letters, "Nachname: Müller-Lüdenscheidt", "de") == "Müller-Lüdenscheidt")
        #expect(desk.part(.letters, "Maraです", "ja") == "Mara")
        #expect(desk.part(.digits, "12 Unter den Linden", "de") == "12 Unter den Linden")
        #expect(desk.part(.letters, "Chicago sagte ich doch", "de") == "Chicago")
        #expect(desk.part(.letters, "nein, Stadt ist Chicago", "de") == "Chicago")
        #expect(desk.part(.letters, "hä? Chicago", "de") == "Chicago")
        #expect(desk.part(.letters, "I said Chicago", "en") == "Chicago")
        #expect(desk.part(.letters, "not Dallas", "en") == nil)
        #expect(desk.part(.letters, "77001", "en") == nil)
        #expect(desk.part(.digits, "somewhere", "en") == nil)
        #expect(desk.part(.letters, "", "en") == nil)
    }

    @Test("another street has not the old one's flat, another city not its zip")
    func correctsParts() {
        let old: Record = [
            "address1": .text("12 Oak Street"), "address2": .text("apt 4"), "city": .text("Austin"),
            "state": .text("TX"),
            "zip": .text("78701"),
        ]
        func corrected(_ said: Record) -> [String] {
            let new = AddressReader.corrected(old, by: said)
            return ["address1", "address2", "city", "state", "zip"].compactMap { new[$0]?.text }
        }
        #expect(
            corrected(["address1": .text("14 Oak Street")])
                == ["14 Oak Street", "apt 4", "Austin", "TX", "78701"])
        #expect(
            corrected(["address1": .text("5 Elm Road")]) == ["5 Elm Road", "Austin", "TX", "78701"])
        #expect(corrected(["city": .text("Bonn")]) == ["12 Oak Street", "apt 4", "Bonn"])
        #expect(
            corrected(["city": .text("austin texas")])
                == ["12 Oak Street", "apt 4", "austin texas", "TX", "78701"])
        #expect(
            corrected(["address2": .text("apt 5")])
                == ["12 Oak Street", "apt 5", "Austin", "TX", "78701"])
    }
}
