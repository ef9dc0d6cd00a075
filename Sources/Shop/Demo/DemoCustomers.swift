/// Who buys in the demo shop, as a table; `DemoLine` reads it. `-3d2h` is 3 days and 2 hours before
/// now.
///
/// customer | id | first name | last name | tier | language
///   reach | e-mail | phone
///   lives | street | second line | city | state | country | zip
///   method | id | kind | brand | last four | balance
///   locked | reason | when
///   contact | id | when | channel | topic | outcome
enum DemoCustomers {
    static let text = """
        customer | c-77 | Mara | Lindqvist | standard | en
          reach | mara.lindqvist@example.com | +493055512077
          lives | Kastanienallee 12 | 3. Stock | Berlin | Berlin | Germany | 10435
          method | card-77 | credit_card | visa | 4242 |
          method | paypal-77 | paypal | | |
          method | gift-77 | gift_card | | | 35.00
        customer | c-12 | Tom | Okafor | gold | en
          reach | tom.okafor@example.com | +442079460012
          lives | 41 Mare Street | Flat 7 | London | | United Kingdom | E8 4RP
          method | card-12 | credit_card | mastercard | 9921 |
          method | gift-12 | gift_card | | | 120.00
          contact | k-1 | -9d3h | chat | refund of order 977 | promised within 5 days
          contact | k-2 | -3d6h | email | refund of order 977 | forwarded to payments
        customer | c-21 | Jürgen | Weiß | standard | de
          reach | juergen.weiss@example.de | +498955512021
          lives | Lindwurmstraße 88 | | München | Bayern | Germany | 80337
          method | paypal-21 | paypal | | |
          method | card-21 | credit_card | mastercard | 3107 |
        customer | c-34 | Amélie | Rochat | standard | en
          reach | amelie.rochat@example.ch | +41445551034
          lives | Langstrasse 150 | | Zürich | ZH | Switzerland | 8004
          method | card-34 | credit_card | visa | 7750 |
        customer | c-40 | Sofia | Marino | standard | en
          reach | sofia.marino@example.it | +390255512040
          lives | Via Savona 21 | Scala B | Milano | MI | Italy | 20144
          method | card-40 | credit_card | visa | 1188 |
          method | gift-40 | gift_card | | | 15.00
        customer | c-45 | Lukas | Brandt | standard | de
          reach | lukas.brandt@example.de | +494055512045
          lives | Schulterblatt 73 | | Hamburg | Hamburg | Germany | 20357
          method | card-45 | credit_card | visa | 0341 |
          method | paypal-45 | paypal | | |
        customer | c-48 | Ana | Pereira | standard | en
          reach | ana.pereira@example.pt | +351215551048
          lives | Rua da Rosa 140 | 2.º Esq. | Lisboa | | Portugal | 1200-389
          method | card-48 | credit_card | mastercard | 6604 |
          method | bank-48 | bank_transfer | | |
        customer | c-51 | Piotr | Zieliński | standard | en
          reach | piotr.zielinski@example.pl | +48225551051
          lives | ul. Hoża 27 | m. 14 | Warszawa | | Poland | 00-521
          method | card-51 | credit_card | visa | 5512 |
          method | gift-51 | gift_card | | | 250.00
        customer | c-53 | Henriette | von Arnim | vip | de
          reach | henriette.vonarnim@example.com | +496955512053
          lives | Myliusstraße 9 | | Frankfurt am Main | Hessen | Germany | 60323
          method | card-53 | credit_card | amex | 1009 |
          method | gift-53 | gift_card | | | 300.00
          contact | k-3 | -21d1h | phone | assembly of the dining table | solved
        customer | c-58 | Elif | Demir | standard | de
          reach | elif.demir@example.de | +4922155512058
          lives | Venloer Straße 311 | | Köln | Nordrhein-Westfalen | Germany | 50823
          method | card-58 | credit_card | mastercard | 8420 |
          locked | failed_logins | -1d5h
        customer | c-60 | Daniel | Nowak | standard | de
          reach | daniel.nowak@example.at | +43155512060
          lives | Neubaugasse 44 | Tür 9 | Wien | | Austria | 1070
          method | card-60 | credit_card | visa | 2290 |
          method | gift-60 | gift_card | | | 0.00
        customer | c-66 | Grace | Chen | gold | en
          reach | grace.chen@example.com | +33155512066
          lives | 18 rue Oberkampf | | Paris | | France | 75011
          method | card-66 | credit_card | visa | 6161 |
          method | paypal-66 | paypal | | |
        """
}
