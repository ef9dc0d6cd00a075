extension LocaleFormats {
    static let german = LocaleFormats(
        decimalMark: ",", groupMark: ".", percentPattern: "{0}\u{A0}%",
        currencyPattern: "{0}\u{A0}¤",
        currencySigns: [
            "EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "CAD": "CA$", "AUD": "AU$",
            "CNY": "CN¥",
            "KRW": "₩", "INR": "₹", "BRL": "R$", "MXN": "MX$", "NZD": "NZ$", "HKD": "HK$",
            "ILS": "₪",
            "VND": "₫", "TWD": "NT$",
        ],
        currencyNames: [
            "EUR": .init("Euro", "Euro"), "USD": .init("US-Dollar", "US-Dollar"),
            "GBP": .init("Britisches Pfund", "Britische Pfund"),
            "JPY": .init("Japanischer Yen", "Japanische Yen"),
            "CHF": .init("Schweizer Franken", "Schweizer Franken"),
        ],
        calendar: .init(
            months: [
                "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
                "Oktober", "November", "Dezember",
            ],
            shortMonths: [
                "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.",
                "Nov.", "Dez.",
            ],
            weekdays: [
                "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag",
            ],
            shortWeekdays: ["Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So."]),
        dates: .init(
            long: ["EEEE", "EEEE, d.", "d. MMMM", "EEEE, d. MMMM", "d. MMMM y", "EEEE, d. MMMM y"],
            medium: ["EEE", "EEE, d.", "d. MMM", "EEE, d. MMM", "dd.MM.y", "EEE, d. MMM y"],
            short: ["EEE", "EEE, d.", "d.M.", "EEE, d.M.", "dd.MM.yy", "EEE, dd.MM.yy"],
            longWithTime: "{1} um {0}", withTime: "{1}, {0}"),
        times: .init(hour: "HH 'Uhr'", minute: "HH:mm", second: "HH:mm:ss"),
        and: .init(pair: " und ", last: " und "), or: .init(pair: " oder ", last: " oder "),
        yes: "ja", no: "nein")

    static let austrianGerman: LocaleFormats = {
        var formats = german
        formats.groupMark = "\u{A0}"
        formats.currencyGroupMark = "."
        formats.currencyPattern = "¤\u{A0}{0}"
        formats.calendar.months[0] = "Jänner"
        formats.calendar.shortMonths[0] = "Jän."
        formats.calendar.shortMonths[8] = "Sep."
        return formats
    }()

    static let swissGerman: LocaleFormats = {
        var formats = german
        formats.decimalMark = "."
        formats.groupMark = "'"
        formats.percentPattern = "{0}%"
        formats.currencyPattern = "¤\u{A0}{0}"
        formats.currencySigns["EUR"] = nil
        formats.negativeCurrencyPattern = "¤-{0}"
        return formats
    }()
}
