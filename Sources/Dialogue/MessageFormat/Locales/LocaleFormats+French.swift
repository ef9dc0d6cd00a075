extension LocaleFormats {
    static let french = LocaleFormats(
        decimalMark: ",", groupMark: "\u{202F}", percentPattern: "{0}\u{A0}%",
        currencyPattern: "{0}\u{A0}¤",
        currencySigns: [
            "EUR": "€", "USD": "$US", "GBP": "£GB", "CAD": "$CA", "AUD": "$AU", "KRW": "₩",
            "INR": "₹", "BRL": "R$", "MXN": "$MX", "NZD": "$NZ", "ILS": "₪", "VND": "₫",
        ],
        currencyNames: [
            "EUR": .init("euro", "euros"),
            "USD": .init("dollar des États-Unis", "dollars des États-Unis"),
            "GBP": .init("livre sterling", "livres sterling"),
            "JPY": .init("yen japonais", "yens japonais"),
            "CHF": .init("franc suisse", "francs suisses"),
        ],
        calendar: .init(
            months: [
                "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
                "septembre", "octobre", "novembre", "décembre",
            ],
            shortMonths: [
                "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.",
                "nov.", "déc.",
            ],
            weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
            shortWeekdays: ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."]),
        dates: .init(
            long: ["EEEE", "EEEE d", "d MMMM", "EEEE d MMMM", "d MMMM y", "EEEE d MMMM y"],
            medium: ["EEE", "EEE d", "d MMM", "EEE d MMM", "d MMM y", "EEE d MMM y"],
            short: ["EEE", "EEE d", "dd/MM", "EEE dd/MM", "dd/MM/y", "EEE dd/MM/y"],
            longWithTime: "{1} à {0}", withTime: "{1}, {0}"),
        times: .init(hour: "HH 'h'", minute: "HH:mm", second: "HH:mm:ss"),
        and: .init(pair: " et ", last: " et "), or: .init(pair: " ou ", last: " ou "),
        yes: "oui", no: "non")
}
