import Testing

@testable import Understanding

@Suite("Entities in French")
struct FrenchEntityTests {
    static let numbers: [Find] = [
        Find("soixante-dix-sept", "77 [soixante-dix-sept]", "fr"),
        Find("quatre-vingt-dix-neuf", "99 [quatre-vingt-dix-neuf]", "fr"),
        Find("quatre-vingts", "80 [quatre-vingts]", "fr"),
        Find("vingt et un", "21 [vingt et un]", "fr"),
        Find("mille deux cents", "1200 [mille deux cents]", "fr"),
        Find(
            "deux mille trois cent quarante-cinq", "2345 [deux mille trois cent quarante-cinq]",
            "fr"),
        Find("j'en veux trois", "3 [trois]", "fr"),
        Find("soixante et onze", "71 [soixante et onze]", "fr"),
        Find("cent cinq", "105 [cent cinq]", "fr"),
        Find("1 234,5", "1234.5 [1 234,5]", "fr"),
        Find("une douzaine", "12 [une douzaine]", "fr"),
        Find("deux virgule cinq", "2.5 [deux virgule cinq]", "fr"),
        Find("septante-deux", "72 [septante-deux]", "fr"),
        Find("quatre-vingt-un", "81 [quatre-vingt-un]", "fr"),
        Find("un million", "1000000 [un million]", "fr"),
        Find("quatre-vingt-onze", "91 [quatre-vingt-onze]", "fr"),
        Find("soixante-cinq", "65 [soixante-cinq]", "fr"),
        Find("cent vingt-trois", "123 [cent vingt-trois]", "fr"),
        Find("neuf cent quatre-vingt-dix-neuf", "999 [neuf cent quatre-vingt-dix-neuf]", "fr"),
        Find("trente-deux", "32 [trente-deux]", "fr"),
        Find("quarante et un", "41 [quarante et un]", "fr"),
        Find("dix-huit", "18 [dix-huit]", "fr"),
        Find("seize", "16 [seize]", "fr"),
        Find("deux cent mille", "200000 [deux cent mille]", "fr"),
        Find("12 345", "12345 [12 345]", "fr"),
        Find("0,5", "0.5 [0,5]", "fr"),
        Find("nonante-neuf", "99 [nonante-neuf]", "fr"),
        Find("mille", "1000 [mille]", "fr"),
        Find("deux et demi", "2.5 [deux et demi]", "fr"),
        Find("trois douzaines", "36 [trois douzaines]", "fr"),
        Find("une demi-douzaine", "6 [demi-douzaine]", "fr"),
    ]

    @Test("numbers are found", arguments: numbers)
    func findsNumbers(_ find: Find) {
        #expect(
            EntityDesk.shared.found(find.text, find.language, kinds: ["number"]) == find.expected)
    }

    static let days: [Find] = [
        Find("mardi dernier", "2026-11-24 [mardi dernier]", "fr"),
        Find("il y a deux jours", "2026-11-24 [il y a deux jours]", "fr"),
        Find("hier", "2026-11-25 [hier]", "fr"),
        Find("avant-hier", "2026-11-24 [avant-hier]", "fr"),
        Find("après-demain", "2026-11-28 [après-demain]", "fr"),
        Find("demain", "2026-11-27 [demain]", "fr"),
        Find("dans deux semaines", "2026-12-10 [dans deux semaines]", "fr"),
        Find("le 3 mai 2026", "2026-05-03 [3 mai 2026]", "fr"),
        Find("le 1er juin", "2026-06-01 [1er juin]", "fr"),
        Find("lundi prochain", "2026-11-30 [lundi prochain]", "fr"),
        Find("depuis le 5 octobre", "2026-10-05 [5 octobre]", "fr"),
        Find("03/05/2026", "2026-05-03 [03/05/2026]", "fr"),
        Find("il y a une semaine", "2026-11-19 [il y a une semaine]", "fr"),
        Find("ça fait trois jours", "2026-11-23 [ça fait trois jours]", "fr"),
        Find("aujourd'hui", "2026-11-26 [aujourd'hui]", "fr"),
        Find("jeudi", "2026-12-03 [jeudi]", "fr"),
        Find("d'ici vendredi", "2026-11-27 [vendredi]", "fr"),
        Find("le 15 août 2025", "2025-08-15 [15 août 2025]", "fr"),
        Find("2026-01-15", "2026-01-15 [2026-01-15]", "fr"),
        Find("il y a cinq mois", "2026-06-26 [il y a cinq mois]", "fr"),
        Find("il y a un an", "2025-11-26 [il y a un an]", "fr"),
        Find("dans un mois", "2026-12-26 [dans un mois]", "fr"),
        Find("hier soir", "2026-11-25 [hier]", "fr"),
        Find("samedi dernier", "2026-11-21 [samedi dernier]", "fr"),
        Find("depuis lundi", "2026-11-23 [lundi]", "fr"),
        Find("avant le 10 décembre", "2026-12-10 [10 décembre]", "fr"),
        Find("le 24/12/2026", "2026-12-24 [24/12/2026]", "fr"),
        Find("1er janvier", "2027-01-01 [1er janvier]", "fr"),
        Find("depuis trois jours", "2026-11-23 [depuis trois jours]", "fr"),
        Find("25.12.2026", "2026-12-25 [25.12.2026]", "fr"),
    ]

    @Test("days are found", arguments: days)
    func findsDays(_ find: Find) {
        #expect(
            EntityDesk.shared.found(find.text, find.language, kinds: ["date"]) == find.expected)
    }

    static let amounts: [Find] = [
        Find("12,50 €", "12.50 EUR [12,50 €]", "fr"),
        Find("1 234,56 €", "1234.56 EUR [1 234,56 €]", "fr"),
        Find("12€50", "12.50 EUR [12€50]", "fr"),
        Find("cinquante euros", "50.00 EUR [cinquante euros]", "fr"),
        Find("20 dollars", "20.00 USD [20 dollars]", "fr"),
        Find("9,99€", "9.99 EUR [9,99€]", "fr"),
        Find("12 euros 50", "12.50 EUR [12 euros 50]", "fr"),
        Find("trente centimes", "0.30 USD [trente centimes]", "fr"),
        Find("100 francs suisses", "100.00 CHF [100 francs]", "fr"),
        Find("deux mille euros", "2000.00 EUR [deux mille euros]", "fr"),
        Find("3,5 euros", "3.50 EUR [3,5 euros]", "fr"),
        Find("EUR 30", "30.00 EUR [EUR 30]", "fr"),
        Find("45 $", "45.00 USD [45 $]", "fr"),
        Find("cinq euros", "5.00 EUR [cinq euros]", "fr"),
        Find("quatre-vingts euros", "80.00 EUR [quatre-vingts euros]", "fr"),
        Find("99 centimes", "0.99 USD [99 centimes]", "fr"),
        Find("1000 €", "1000.00 EUR [1000 €]", "fr"),
        Find("CHF 20", "20.00 CHF [CHF 20]", "fr"),
        Find("15€", "15.00 EUR [15€]", "fr"),
        Find("un euro", "1.00 EUR [un euro]", "fr"),
        Find("deux cents dollars", "200.00 USD [deux cents dollars]", "fr"),
        Find("12,5€", "12.50 EUR [12,5€]", "fr"),
        Find("7 euros et 20 centimes", "7.20 EUR [7 euros et 20 centimes]", "fr"),
        Find("vingt-cinq dollars", "25.00 USD [vingt-cinq dollars]", "fr"),
        Find("8 EUR", "8.00 EUR [8 EUR]", "fr"),
        Find("douze euros cinquante", "12.50 EUR [douze euros cinquante]", "fr"),
    ]

    @Test("amounts are found", arguments: amounts)
    func findsAmounts(_ find: Find) {
        #expect(
            EntityDesk.shared.found(find.text, find.language, kinds: ["money"]) == find.expected)
    }

    static let answers: [Find] = [
        Find("oui", "yes [oui]", "fr"),
        Find("non", "no [non]", "fr"),
        Find("bien sûr", "yes [bien sûr]", "fr"),
        Find("d'accord", "yes [d'accord]", "fr"),
        Find("ouais", "yes [ouais]", "fr"),
        Find("nan", "no [nan]", "fr"),
        Find("pas du tout", "no [pas du tout]", "fr"),
        Find("peut-être", "maybe [peut-être]", "fr"),
        Find("non merci", "no [non merci]", "fr"),
        Find("ok", "yes [ok]", "fr"),
        Find("c'est ça", "yes [c'est ça]", "fr"),
        Find("exactement", "yes [exactement]", "fr"),
        Find("jamais", "no [jamais]", "fr"),
        Find("je ne sais pas", "", "fr"),
        Find("oui s'il vous plaît", "yes [oui s'il vous plaît]", "fr"),
        Find("tout à fait", "yes [tout à fait]", "fr"),
        Find("je crois", "yes [je crois]", "fr"),
        Find("pas question", "no [pas question]", "fr"),
        Find("ça marche", "yes [ça marche]", "fr"),
        Find("carrément", "yes [carrément]", "fr"),
        Find("non, l'autre", "no [non]", "fr"),
        Find("ouais vas-y", "yes [ouais]", "fr"),
        Find("sûrement pas", "no [sûrement pas]", "fr"),
        Find("si", "yes [si]", "fr"),
        Find("oui, c'est bien ça", "yes [oui]", "fr"),
        Find("affirmatif", "yes [affirmatif]", "fr"),
        Find("hors de question", "no [hors de question]", "fr"),
        Find("mouais", "maybe [mouais]", "fr"),
        Find("je pense", "yes [je pense]", "fr"),
        Find("volontiers", "yes [volontiers]", "fr"),
        Find("ça dépend", "maybe [ça dépend]", "fr"),
    ]

    @Test("answers are found", arguments: answers)
    func findsAnswers(_ find: Find) {
        #expect(
            EntityDesk.shared.found(find.text, find.language, kinds: ["yes_no"]) == find.expected)
    }

    static let positions: [Find] = [
        Find("la deuxième", "2 [deuxième]", "fr"),
        Find("le premier", "1 [premier]", "fr"),
        Find("le dernier", "-1 [dernier]", "fr"),
        Find("l'avant-dernier", "-2 [l'avant-dernier]", "fr"),
        Find("2e", "2 [2e]", "fr"),
        Find("le 3ème", "3 [3ème]", "fr"),
        Find("1er", "1 [1er]", "fr"),
        Find("la première", "1 [première]", "fr"),
        Find("la seconde", "2 [seconde]", "fr"),
        Find("le vingtième", "20 [vingtième]", "fr"),
        Find("le onzième", "11 [onzième]", "fr"),
        Find("troisième", "3 [troisième]", "fr"),
        Find("la dernière", "-1 [dernière]", "fr"),
        Find("2ème", "2 [2ème]", "fr"),
        Find("la quatrième", "4 [quatrième]", "fr"),
        Find("je veux la deuxième", "2 [deuxième]", "fr"),
        Find("le troisième, s'il vous plaît", "3 [troisième]", "fr"),
        Find("le septième", "7 [septième]", "fr"),
        Find("la huitième lampe", "8 [huitième]", "fr"),
        Find("la dernière que j'ai commandée", "-1 [dernière]", "fr"),
        Find("le deuxième en partant de la fin", "-2 [deuxième en partant de la fin]", "fr"),
        Find("la 4e", "4 [4e]", "fr"),
        Find("le quinzième", "15 [quinzième]", "fr"),
        Find("l'avant-dernière", "-2 [l'avant-dernière]", "fr"),
        Find("le neuvième", "9 [neuvième]", "fr"),
        Find("le vingt et unième", "21 [vingt et unième]", "fr"),
        Find("la cinquième", "5 [cinquième]", "fr"),
        Find("2nd", "2 [2nd]", "fr"),
        Find("le dixième", "10 [dixième]", "fr"),
    ]

    @Test("positions are found", arguments: positions)
    func findsPositions(_ find: Find) {
        #expect(
            EntityDesk.shared.found(find.text, find.language, kinds: ["ordinal"]) == find.expected)
    }
}
