extension LocaleFormats {
    static let english = LocaleFormats(
        decimalMark: ".", groupMark: ",", currencyPattern: "¤{0}",
        currencySigns: [
            "EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "CAD": "CA$", "AUD": "A$", "CNY": "CN¥",
            "KRW": "₩", "INR": "₹", "BRL": "R$", "MXN": "MX$", "NZD": "NZ$", "HKD": "HK$",
            "ILS": "₪",
            "VND": "₫", "TWD": "NT$",
        ],
        currencyNames: [
            "EUR": .init("euro", "euros"), "USD": .init("US dollar", "US dollars"),
            "GBP": .init("British pound", "British pounds"),
            "JPY": .init("Japanese yen", "Japanese yen"),
            "CHF": .init("Swiss franc", "Swiss francs"),
        ],
        calendar: .init(
            months: [
                "January", "February", "March", "April", "May", "June", "July", "August",
                "September", "October", "November", "December",
            ],
            shortMonths: [
                "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
            ],
            weekdays: [
                "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
            ],
            shortWeekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]),
        dates: .init(
            long: ["EEEE", "d EEEE", "MMMM d", "EEEE, MMMM d", "MMMM d, y", "EEEE, MMMM d, y"],
            medium: ["EEE", "d EEE", "MMM d", "EEE, MMM d", "MMM d, y", "EEE, MMM d, y"],
            short: ["EEE", "d EEE", "M/d", "EEE, M/d", "M/d/yy", "EEE, M/d/yy"],
            longWithTime: "{1} at {0}", withTime: "{1}, {0}"),
        times: .init(hour: "h a", minute: "h:mm a", second: "h:mm:ss a"),
        and: .init(pair: " and ", last: ", and "), or: .init(pair: " or ", last: ", or "),
        yes: "yes", no: "no")

    static let britishEnglish: LocaleFormats = {
        var formats = english
        formats.currencySigns["USD"] = "US$"
        formats.currencySigns["JPY"] = "JP¥"
        formats.calendar.shortMonths[8] = "Sept"
        formats.dates.long = [
            "EEEE", "EEEE d", "d MMMM", "EEEE d MMMM", "d MMMM y", "EEEE, d MMMM y",
        ]
        formats.dates.medium = ["EEE", "EEE d", "d MMM", "EEE d MMM", "d MMM y", "EEE, d MMM y"]
        formats.dates.short = ["EEE", "EEE d", "dd/MM", "EEE dd/MM", "dd/MM/y", "EEE, dd/MM/y"]
        formats.times = .init(hour: "HH", minute: "HH:mm", second: "HH:mm:ss")
        formats.and.last = " and "
        formats.or.last = " or "
        return formats
    }()
}
