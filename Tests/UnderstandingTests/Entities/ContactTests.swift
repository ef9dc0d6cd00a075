import Facts
import Testing

@testable import Understanding

@Suite("Contacts, names and addresses")
struct ContactTests {
    static let emails: [Find] = [
        Find(
            "it's Noah.Brown7922@Example.com.",
            "noah.brown7922@example.com [Noah.Brown7922@Example.com]"),
        Find(
            "noah dot brown at example dot com",
            "noah.brown@example.com [noah dot brown at example dot com]"),
        Find(
            "my email is noah underscore brown nine nine at mail dot co dot uk",
            "noah_brown99@mail.co.uk [noah underscore brown nine nine at mail dot co dot uk]"),
        Find(
            "noah.brown7922 at example.com",
            "noah.brown7922@example.com [noah.brown7922 at example.com]"),
        Find("n.b (at) example (dot) com", "n.b@example.com [n.b (at) example (dot) com]"),
        Find("I ordered it at amazon dot com", ""),
        Find("I am at home. Come over", ""),
        Find("alice@abc is none, bob@abc.c neither", ""),
        Find(
            "max punkt müller99 ät beispiel punkt de",
            "max.mueller99@beispiel.de [max punkt müller99 ät beispiel punkt de]", "de"),
    ]

    @Test("e-mail addresses are found, written and spoken", arguments: emails)
    func findsEmails(_ find: Find) {
        #expect(
            EntityDesk.shared.found(find.text, find.language, kinds: ["email"]) == find.expected)
    }

    static let takenBack: [Find] = [
        Find(
            "ann@abc.com no sorry tom.ok... no. Sofia Marino 20144", "not ann@abc.com [ann@abc.com]"
        ),
        Find("ann@abc.com, no wait, that's my sister's", "not ann@abc.com [ann@abc.com]"),
        Find(
            "ann@abc.com sorry, bob@abc.com",
            "not ann@abc.com [ann@abc.com]; bob@abc.com [bob@abc.com]"),
        Find(
            "ann@abc.com nein, bob@abc.com",
            "not ann@abc.com [ann@abc.com]; bob@abc.com [bob@abc.com]", "de"),
        Find(
            "ann@abc.com, non pardon, bob@abc.com",
            "not ann@abc.com [ann@abc.com]; bob@abc.com [bob@abc.com]", "fr"),
        Find(
            "ann@abc.com no, perdón, bob@abc.com",
            "not ann@abc.com [ann@abc.com]; bob@abc.com [bob@abc.com]", "es"),
        Find("ann@abc.com, no order number, 75011", "ann@abc.com [ann@abc.com]"),
        Find("ann@abc.com no idea which order", "ann@abc.com [ann@abc.com]"),
        Find("ann@abc.com. no, I don't have it", "ann@abc.com [ann@abc.com]"),
        Find("ann@abc.com, sorry for the wait, order 1055", "ann@abc.com [ann@abc.com]"),
        Find(
            "it was ann@abc.com, new is bob@abc.com",
            "ann@abc.com [ann@abc.com]; bob@abc.com [bob@abc.com]"),
    ]

    @Test("an e-mail that is taken back does not count", arguments: takenBack)
    func takesBack(_ find: Find) {
        #expect(
            EntityDesk.shared.found(find.text, find.language, kinds: ["email"]) == find.expected)
    }

    static let names: [Find] = [
        Find("my name is Noah Brown", "Noah | Brown [Noah Brown]"),
        Find("MY NAME IS NOAH BROWN", "Noah | Brown [NOAH BROWN]"),
        Find("Noah Brown, 80279", "Noah | Brown [Noah Brown]"),
        Find("zip 80279, Noah Brown", "Noah | Brown [Noah Brown]"),
        Find("im mara lindqvist, 10435", "Mara | Lindqvist [mara lindqvist]"),
        Find("Liam Moore from Columbus, zip 43209", "Liam | Moore [Liam Moore]"),
        Find("80279 Noah Brown told me so", ""),
        Find("yusuf rossi 19122", "Yusuf | Rossi [yusuf rossi]"),
        Find("it's yusuf rossi", "Yusuf | Rossi [yusuf rossi]"),
        Find("yusuf rossi", "Yusuf | Rossi [yusuf rossi]"),
        Find("Hi, I'm Mei Davis and my zip is 80217.", "Mei | Davis [Mei Davis]"),
        Find("Anna-Maria O'Brien", "Anna-Maria | O'Brien [Anna-Maria O'Brien]"),
        Find("my name is Vincent van Gogh", "Vincent | van Gogh [Vincent van Gogh]"),
        Find("first name Noah, last name Brown", "Noah | Brown [Noah, last name Brown]"),
        Find("this is Noah", "Noah [Noah]"),
        Find("Ethan Lopez here, the boots are too big", "Ethan | Lopez [Ethan Lopez]"),
        Find("Moin, Ethan Lopez hier. die Schuhe", "Ethan | Lopez [Ethan Lopez]", "de"),
        Find("meine Lampe ist nicht hier", "", "de"), Find("there is nobody here", ""),
        Find("hiermit lukas brandt 20357", "Lukas | Brandt [lukas brandt]", "de"),
        Find("Isabella Santos, New York, 10020", "Isabella | Santos [Isabella Santos]"),
        Find("Isabella Santos, Dallas, TX 75277", "Isabella | Santos [Isabella Santos]"),
        Find("Tom Okafor E8 4RP", "Tom | Okafor [Tom Okafor]"),
        Find("Tom Okafor, E84RP", "Tom | Okafor [Tom Okafor]"),
        Find("Henriette von Arnim, PLZ 60323", "Henriette | von Arnim [Henriette von Arnim]", "de"),
        Find(
            "statt der cremefarbenen. Henriette von Arnim 60323",
            "Henriette | von Arnim [Henriette von Arnim]", "de"),
        Find("Amélie Rochat, 8004 Zürich", "Amélie | Rochat [Amélie Rochat]", "de"),
        Find("Daniel Nowak 1070", "Daniel | Nowak [Daniel Nowak]", "de"),
        Find("Emma Kovacs from 32190. the order", "Emma | Kovacs [Emma Kovacs]"),
        Find("Nowak Daniel, 1070", "Daniel | Nowak [Nowak Daniel]", "de"),
        Find("weiss, juergen, plz 80337", "Juergen | Weiss [weiss, juergen]", "de"),
        Find("Weiß, Jürgen", "Jürgen | Weiß [Weiß, Jürgen]", "de"),
        Find("von Arnim, Henriette, 60323", "Henriette | von Arnim [von Arnim, Henriette]", "de"),
        Find("Rochat, Amélie, 8004", "Amélie | Rochat [Rochat, Amélie]", "fr"),
        Find("where is it? lindqvist, mara 10435", "Mara | Lindqvist [lindqvist, mara]"),
        Find("Noah Martin, 80279", "Noah | Martin [Noah Martin]"),
        Find("Hi Noah, Denver, 80279", ""),
        Find("mein Name ist Brandt, Lukas, PLZ 20357", "Lukas | Brandt [Brandt, Lukas]", "de"),
        Find("Mara Lindqvistです。荷物はどこですか。", "Mara | Lindqvist [Mara Lindqvist]", "ja"),
        Find("the lamp, black, 10115", ""),
        Find("Amélie Rochat us Züri, 8004. Wo?", "Amélie | Rochat [Amélie Rochat]", "de"),
        Find("amelie rochat zurich 8004: where is it", "Amelie | Rochat [amelie rochat]"),
        Find("nur meinen Namen Raj Davis und 85050", "Raj | Davis [Raj Davis]", "de"),
        Find(
            "send it to 10 Finsbury Sq, London EC2A 1AF. Tom Okafor E8 4RP",
            "Tom | Okafor [Tom Okafor]"),
        Find("where is the grey lamp 10115", ""),
        Find("it's broken badly", ""),
        Find("I'm very disappointed", ""),
        Find("Desk Lamp", ""),
        Find("gift card", ""),
        Find("thank you", ""),
        Find("order status", ""),
        Find("Go Ahead", ""),
        Find("ich heiße Max Müller", "Max | Müller [Max Müller]", "de"),
        Find("mein Name ist jürgen groß", "Jürgen | Groß [jürgen groß]", "de"),
        Find("Max Müller, 10115", "Max | Müller [Max Müller]", "de"),
        Find("ich bin sehr enttäuscht", "", "de"),
        Find("me llamo Ana García", "Ana | García [Ana García]", "es"),
        Find("je m'appelle Luc Besson", "Luc | Besson [Luc Besson]", "fr"),
    ]

    @Test("a person's name is found, introduced or bare", arguments: names)
    func findsNames(_ find: Find) {
        #expect(EntityDesk.shared.found(find.text, find.language, kinds: ["name"]) == find.expected)
    }

    /// Fields in the order of their names: address1, address2, city, country, state, zip.
    static let addresses: [Find] = [
        Find(
            "986 Sunset Drive, Suite 259, Denver, CO 80279, USA",
            "986 Sunset Drive | Suite 259 | Denver | USA | CO | 80279"),
        Find(
            "ship it to 477 park avenue suite 558 dallas tx 75277 please",
            "477 park avenue | suite 558 | dallas | USA | tx | 75277"),
        Find("350 5th Ave., New York, NY 10118", "350 5th Ave. | New York | USA | NY | 10118"),
        Find("I moved to Austin, TX 78123", "Austin | USA | TX | 78123"),
        Find("use Suite 300 instead", "Suite 300"),
        Find("I live at 5 Privet Drive, London", "5 Privet Drive | London"),
        Find("Hauptstraße 5, 10115 Berlin", "Hauptstraße 5 | Berlin | Germany | 10115", "de"),
        Find(
            "in die Musterstr. 12a, 50667 Köln, Deutschland",
            "Musterstr. 12a | Köln | Deutschland | 50667", "de"),
        Find(
            "Am Alten Markt 3, 01067 Dresden",
            "Am Alten Markt 3 | Dresden | Germany | 01067", "de"),
        Find("2 lamps in order 1042 or 1043", ""),
        Find("I have 3 of them in my place", ""),
    ]

    @Test("an address is read piece by piece", arguments: addresses)
    func findsAddresses(_ find: Find) {
        let found = EntityDesk.shared.entities(find.text, find.language)
            .filter { $0.kind == "address" }.map(\.value.shown)
        #expect(found.joined(separator: "; ") == find.expected)
    }

    static let codes: [Find] = [
        Find("80279", "80279 [80279]"),
        Find("zip 80279-1234", "80279-1234 [80279-1234]"),
        Find("order #W8027912 and $80279", ""),
        Find("my postcode is 8001", "8001 [8001]"),
        Find("order 8001", ""),
        Find("Tom Okafor, E84RP", "E8 4RP [E84RP]"),
        Find("Tom Okafor (E84RP), has it", "E8 4RP [E84RP]"),
        Find("Daniel Nowak, 1070 Wien", "1070 [1070]", "de"),
        Find("daniel nowak 1070 wien", "1070 [1070]", "de"),
        Find("mara lindqvist 1071 cancel", "", "en"),
        Find("1070 ist meine plz", "1070 [1070]", "de"),
        Find("Hallo! Daniel Nowak (1070): wo ist es", "1070 [1070]", "de"),
        Find("Nowak, Daniel, 1070", "1070 [1070]", "de"),
        Find("Ana Pereira 1200-389 - it failed", "1200-389 [1200-389]"),
        Find("Mara Lindqvist: is 1071: here?", ""),
        Find("Mara Lindqvist, 1071 stornieren", "", "de"),
        Find("Desk Lamp 1042", ""),
        Find("SW1A 1AA", "SW1A 1AA [SW1A 1AA]"),
        Find("00-521", "00-521 [00-521]"),
        Find("my zip is 1200-389", "1200-389 [1200-389]"),
        Find("00-521 Piotr Zieliński", "00-521 [00-521]"),
        Find("das kostet 20-100 Euro", "", "de"),
        Find("Ana Pereira, 1200-389 Lisboa", "1200-389 [1200-389]"),
        Find("it costs 10-200 more", ""),
        Find("PLZ 10115", "10115 [10115]", "de"),
    ]

    @Test("postcodes are found, but not inside other numbers", arguments: codes)
    func findsCodes(_ find: Find) {
        #expect(EntityDesk.shared.found(find.text, find.language, kinds: ["zip"]) == find.expected)
    }

    static let numbers: [Find] = [
        Find("call (555) 123-4567", "+15551234567 [(555) 123-4567]"),
        Find("+49 (0)30 123456", "+4930123456 [+49 (0)30 123456]"),
        Find("meine Nummer ist 0171 1234567", "+491711234567 [0171 1234567]", "de"),
        Find("card 4111-1111-1111-1111 ok", "************1111 [4111-1111-1111-1111]"),
        Find("card 4111-1111-1111-1112", ""),
        Find("DE89 3704 0044 0532 0130 00", "******************3000 [DE89 3704 0044 0532 0130 00]"),
        Find("DE88 3704 0044 0532 0130 00", ""),
        Find("item 6469567736 please return it", ""),
        Find(
            "see https://example.com/a?b=1.",
            "https://example.com/a?b=1 [https://example.com/a?b=1]"),
    ]

    @Test("phone, card, bank account and web address are found and masked", arguments: numbers)
    func findsNumbers(_ find: Find) {
        let found = EntityDesk.shared.found(
            find.text, find.language, kinds: ["phone", "card", "iban", "url"])
        #expect(found == find.expected)
    }
}
