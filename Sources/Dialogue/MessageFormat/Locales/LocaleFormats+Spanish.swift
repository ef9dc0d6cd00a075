extension LocaleFormats {
    static let spanish = LocaleFormats(
        decimalMark: ",", groupMark: ".", minimumGroupingDigits: 2, percentPattern: "{0}\u{A0}%",
        currencyPattern: "{0}\u{A0}¤",
        currencySigns: ["EUR": "€", "USD": "US$", "VND": "₫"],
        currencyNames: [
            "EUR": .init("euro", "euros"),
            "USD": .init("dólar estadounidense", "dólares estadounidenses"),
            "GBP": .init("libra esterlina", "libras esterlinas"),
            "JPY": .init("yen japonés", "yenes japoneses"),
            "CHF": .init("franco suizo", "francos suizos"),
        ],
        calendar: .init(
            months: [
                "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
                "septiembre", "octubre", "noviembre", "diciembre",
            ],
            shortMonths: [
                "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic",
            ],
            weekdays: [
                "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo",
            ],
            shortWeekdays: ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"],
            morning: "a.\u{A0}m.", afternoon: "p.\u{A0}m."),
        dates: .init(
            long: [
                "EEEE", "EEEE d", "d 'de' MMMM", "EEEE, d 'de' MMMM", "d 'de' MMMM 'de' y",
                "EEEE, d 'de' MMMM 'de' y",
            ],
            medium: ["EEE", "EEE d", "d MMM", "EEE, d MMM", "d MMM y", "EEE, d MMM y"],
            short: ["EEE", "EEE d", "d/M", "EEE, d/M", "d/M/yy", "EEE, d/M/yy"],
            longWithTime: "{1} a las {0}", withTime: "{1}, {0}"),
        times: .init(hour: "H", minute: "H:mm", second: "H:mm:ss"),
        and: .init(
            pair: " y ", last: " y ",
            variation: .init(
                pair: " e ", last: " e ", before: ["i", "í", "hi", "hí"],
                notBefore: ["hia", "hie"])),
        or: .init(
            pair: " o ", last: " o ",
            variation: .init(pair: " u ", last: " u ", before: ["o", "ó", "ho", "hó", "8", "11 "])),
        yes: "sí", no: "no")

    static let mexicanSpanish: LocaleFormats = {
        var formats = spanish
        formats.decimalMark = "."
        formats.groupMark = ","
        formats.minimumGroupingDigits = 1
        formats.percentPattern = "{0}%"
        formats.currencyPattern = "¤{0}"
        formats.currencySigns = ["MXN": "$"]
        formats.calendar.shortMonths[8] = "sep"
        formats.calendar.morning = "a.m."
        formats.calendar.afternoon = "p.m."
        formats.dates.medium[3] = "EEE d 'de' MMM"
        formats.dates.medium[5] = "EEE, d 'de' MMM 'de' y"
        formats.dates.short[4] = "dd/MM/yy"
        formats.times = .init(hour: "h a", minute: "h:mm a", second: "h:mm:ss a")
        return formats
    }()
}
