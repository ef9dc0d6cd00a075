import Testing

@testable import Understanding

@Suite("Entities in Spanish")
struct SpanishEntityTests {
    static let numbers: [Find] = [
        Find("tengo veintidós lámparas", "22 [veintidós]", "es"),
        Find("quiero cincuenta y tres", "53 [cincuenta y tres]", "es"),
        Find("mil doscientos treinta y cuatro", "1234 [mil doscientos treinta y cuatro]", "es"),
        Find("dos millones", "2000000 [dos millones]", "es"),
        Find("1.234,5 metros", "1234.5 [1.234,5]", "es"),
        Find("ciento cinco", "105 [ciento cinco]", "es"),
        Find("trescientos cuarenta y dos", "342 [trescientos cuarenta y dos]", "es"),
        Find("treinta y uno", "31 [treinta y uno]", "es"),
        Find("una docena", "12 [una docena]", "es"),
        Find("dieciséis", "16 [dieciséis]", "es"),
        Find("son 3 cosas", "3 [3]", "es"),
        Find("dos coma cinco", "2.5 [dos coma cinco]", "es"),
        Find("media docena", "6 [media docena]", "es"),
        Find("ocho mil novecientos", "8900 [ocho mil novecientos]", "es"),
        Find("veintiuna", "21 [veintiuna]", "es"),
        Find("quiero noventa y nueve", "99 [noventa y nueve]", "es"),
        Find("mil uno", "1001 [mil uno]", "es"),
        Find("cuarenta y dos mil", "42000 [cuarenta y dos mil]", "es"),
        Find("doscientas cinco", "205 [doscientas cinco]", "es"),
        Find("diecinueve", "19 [diecinueve]", "es"),
        Find("setecientos", "700 [setecientos]", "es"),
        Find("un millón doscientos mil", "1200000 [un millón doscientos mil]", "es"),
        Find("0,5", "0.5 [0,5]", "es"),
        Find("-3", "-3 [-3]", "es"),
        Find("tres cuartos", "3 [tres]", "es"),
        Find("uno", "1 [uno]", "es"),
        Find("15.000", "15000 [15.000]", "es"),
        Find("dos docenas", "24 [dos docenas]", "es"),
        Find(
            "nueve mil novecientos noventa y nueve", "9999 [nueve mil novecientos noventa y nueve]",
            "es"),
    ]

    @Test("numbers are found", arguments: numbers)
    func findsNumbers(_ find: Find) {
        #expect(
            EntityDesk.shared.found(find.text, find.language, kinds: ["number"]) == find.expected)
    }

    static let days: [Find] = [
        Find("hace dos días", "2026-11-24 [hace dos días]", "es"),
        Find("el martes pasado", "2026-11-24 [martes pasado]", "es"),
        Find("el próximo viernes", "2026-12-04 [próximo viernes]", "es"),
        Find("mañana", "2026-11-27 [mañana]", "es"),
        Find("anteayer", "2026-11-24 [anteayer]", "es"),
        Find("pasado mañana", "2026-11-28 [pasado mañana]", "es"),
        Find("el 3 de mayo", "2027-05-03 [3 de mayo]", "es"),
        Find("3/5/2026", "2026-05-03 [3/5/2026]", "es"),
        Find("dentro de dos semanas", "2026-12-10 [dentro de dos semanas]", "es"),
        Find("el lunes que viene", "2026-11-30 [lunes que viene]", "es"),
        Find("desde el 5 de octubre", "2026-10-05 [5 de octubre]", "es"),
        Find("hace una semana", "2026-11-19 [hace una semana]", "es"),
        Find("el 12/03", "2027-03-12 [12/03]", "es"),
        Find("en tres días", "2026-11-29 [en tres días]", "es"),
        Find("antes de ayer", "2026-11-24 [antes de ayer]", "es"),
        Find("hoy", "2026-11-26 [hoy]", "es"),
        Find("el primero de mayo", "2027-05-01 [primero de mayo]", "es"),
        Find("hace un mes", "2026-10-26 [hace un mes]", "es"),
        Find("el viernes", "2026-11-27 [viernes]", "es"),
        Find("el 15 de agosto de 2025", "2025-08-15 [15 de agosto de 2025]", "es"),
        Find("2026-01-15", "2026-01-15 [2026-01-15]", "es"),
        Find("hace cinco meses", "2026-06-26 [hace cinco meses]", "es"),
        Find("hace un año", "2025-11-26 [hace un año]", "es"),
        Find("dentro de un mes", "2026-12-26 [dentro de un mes]", "es"),
        Find("ayer por la tarde", "2026-11-25 [ayer]", "es"),
        Find("el sábado pasado", "2026-11-21 [sábado pasado]", "es"),
        Find("desde el lunes", "2026-11-23 [lunes]", "es"),
        Find("antes del 10 de diciembre", "2026-12-10 [10 de diciembre]", "es"),
        Find("el 24/12/2026", "2026-12-24 [24/12/2026]", "es"),
        Find("1 de enero", "2027-01-01 [1 de enero]", "es"),
        Find("en dos días", "2026-11-28 [en dos días]", "es"),
        Find("el jueves próximo", "2026-12-03 [jueves próximo]", "es"),
    ]

    @Test("days are found", arguments: days)
    func findsDays(_ find: Find) {
        #expect(
            EntityDesk.shared.found(find.text, find.language, kinds: ["date"]) == find.expected)
    }

    static let amounts: [Find] = [
        Find("12,50 €", "12.50 EUR [12,50 €]", "es"),
        Find("1.234,56 EUR", "1234.56 EUR [1.234,56 EUR]", "es"),
        Find("cincuenta euros", "50.00 EUR [cincuenta euros]", "es"),
        Find("20 dólares", "20.00 USD [20 dólares]", "es"),
        Find("€15", "15.00 EUR [€15]", "es"),
        Find("3 euros con 50", "3.50 EUR [3 euros con 50]", "es"),
        Find("treinta céntimos", "0.30 USD [treinta céntimos]", "es"),
        Find("100 pesos", "100.00 MXN [100 pesos]", "es"),
        Find("cuesta 9,99€", "9.99 EUR [9,99€]", "es"),
        Find("mil euros", "1000.00 EUR [mil euros]", "es"),
        Find("12 euros y 50 céntimos", "12.50 EUR [12 euros y 50 céntimos]", "es"),
        Find("1.000 €", "1000.00 EUR [1.000 €]", "es"),
        Find("USD 25", "25.00 USD [USD 25]", "es"),
        Find("99 céntimos", "0.99 USD [99 céntimos]", "es"),
        Find("2 libras", "2.00 GBP [2 libras]", "es"),
        Find("cinco mil pesos", "5000.00 MXN [cinco mil pesos]", "es"),
        Find("veinte euros con cincuenta", "20.50 EUR [veinte euros con cincuenta]", "es"),
        Find("45 $", "45.00 USD [45 $]", "es"),
        Find("3,5 euros", "3.50 EUR [3,5 euros]", "es"),
        Find("EUR 30", "30.00 EUR [EUR 30]", "es"),
        Find("15€", "15.00 EUR [15€]", "es"),
        Find("trescientos dólares", "300.00 USD [trescientos dólares]", "es"),
        Find("un euro", "1.00 EUR [un euro]", "es"),
        Find("mil quinientos dólares", "1500.00 USD [mil quinientos dólares]", "es"),
        Find("8 EUR", "8.00 EUR [8 EUR]", "es"),
    ]

    @Test("amounts are found", arguments: amounts)
    func findsAmounts(_ find: Find) {
        #expect(
            EntityDesk.shared.found(find.text, find.language, kinds: ["money"]) == find.expected)
    }

    static let answers: [Find] = [
        Find("sí", "yes [sí]", "es"),
        Find("claro que sí", "yes [claro que sí]", "es"),
        Find("vale", "yes [vale]", "es"),
        Find("no", "no [no]", "es"),
        Find("no gracias", "no [no gracias]", "es"),
        Find("tal vez", "maybe [tal vez]", "es"),
        Find("por supuesto", "yes [por supuesto]", "es"),
        Find("nada", "no [nada]", "es"),
        Find("ok dale", "yes [ok]", "es"),
        Find("no, el otro", "no [no]", "es"),
        Find("si", "yes [si]", "es"),
        Find("simón", "yes [simón]", "es"),
        Find("perfecto", "yes [perfecto]", "es"),
        Find("no estoy seguro", "maybe [no estoy seguro]", "es"),
        Find("depende", "maybe [depende]", "es"),
        Find("de acuerdo", "yes [de acuerdo]", "es"),
        Find("para nada", "no [para nada]", "es"),
        Find("correcto", "yes [correcto]", "es"),
        Find("mejor no", "no [mejor no]", "es"),
        Find("jamás", "no [jamás]", "es"),
        Find("👍", "yes [👍]", "es"),
        Find("creo que sí", "yes [creo que sí]", "es"),
        Find("no quiero", "no [no quiero]", "es"),
        Find("adelante", "yes [adelante]", "es"),
        Find("así es", "yes [así es]", "es"),
        Find("afirmativo", "yes [afirmativo]", "es"),
        Find("ni hablar", "no [ni hablar]", "es"),
        Find("a lo mejor", "maybe [a lo mejor]", "es"),
        Find("por favor", "yes [por favor]", "es"),
        Find("no es correcto", "no [no es correcto]", "es"),
    ]

    @Test("answers are found", arguments: answers)
    func findsAnswers(_ find: Find) {
        #expect(
            EntityDesk.shared.found(find.text, find.language, kinds: ["yes_no"]) == find.expected)
    }

    static let positions: [Find] = [
        Find("el segundo", "2 [segundo]", "es"),
        Find("la tercera opción", "3 [tercera]", "es"),
        Find("el último", "-1 [último]", "es"),
        Find("el penúltimo", "-2 [penúltimo]", "es"),
        Find("la primera", "1 [primera]", "es"),
        Find("2º", "2 [2º]", "es"),
        Find("el 3.º", "3 [3.º]", "es"),
        Find("el décimo", "10 [décimo]", "es"),
        Find("el antepenúltimo", "-3 [antepenúltimo]", "es"),
        Find("1er", "1 [1er]", "es"),
        Find("la 2ª", "2 [2ª]", "es"),
        Find("el vigésimo", "20 [vigésimo]", "es"),
        Find("el undécimo", "11 [undécimo]", "es"),
        Find("quinto", "5 [quinto]", "es"),
        Find("el primero de la lista", "1 [primero]", "es"),
        Find("la cuarta", "4 [cuarta]", "es"),
        Find("quiero la segunda", "2 [segunda]", "es"),
        Find("el tercero, por favor", "3 [tercero]", "es"),
        Find("el séptimo", "7 [séptimo]", "es"),
        Find("la octava lámpara", "8 [octava]", "es"),
        Find("la última que pedí", "-1 [última]", "es"),
        Find("el segundo desde el final", "-2 [segundo desde el final]", "es"),
        Find("la 4ª", "4 [4ª]", "es"),
        Find("el decimoquinto", "15 [decimoquinto]", "es"),
        Find("la penúltima", "-2 [penúltima]", "es"),
        Find("el noveno", "9 [noveno]", "es"),
    ]

    @Test("positions are found", arguments: positions)
    func findsPositions(_ find: Find) {
        #expect(
            EntityDesk.shared.found(find.text, find.language, kinds: ["ordinal"]) == find.expected)
    }
}
