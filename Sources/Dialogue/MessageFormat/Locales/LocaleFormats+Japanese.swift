extension LocaleFormats {
    static let japanese = LocaleFormats(
        decimalMark: ".", groupMark: ",", currencyPattern: "¤{0}",
        currencySigns: [
            "EUR": "€", "USD": "$", "GBP": "£", "JPY": "￥", "CAD": "CA$", "AUD": "A$", "CNY": "元",
            "KRW": "₩", "INR": "₹", "BRL": "R$", "MXN": "MX$", "NZD": "NZ$", "HKD": "HK$",
            "ILS": "₪",
            "VND": "₫", "TWD": "NT$",
        ],
        currencyNames: [
            "EUR": .init("ユーロ", "ユーロ"), "USD": .init("米ドル", "米ドル"),
            "GBP": .init("英国ポンド", "英国ポンド"), "JPY": .init("円", "円"),
            "CHF": .init("スイス フラン", "スイス フラン"),
        ],
        currencyNameGap: "",
        calendar: .init(
            months: [
                "1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月",
            ],
            shortMonths: [
                "1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月",
            ],
            weekdays: ["月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日", "日曜日"],
            shortWeekdays: ["月", "火", "水", "木", "金", "土", "日"], morning: "午前",
            afternoon: "午後"),
        dates: .init(
            long: ["EEEE", "d日EEEE", "M月d日", "M月d日EEEE", "y年M月d日", "y年M月d日EEEE"],
            medium: ["EEE", "d日(EEE)", "M月d日", "M月d日(EEE)", "y/MM/dd", "y年M月d日(EEE)"],
            short: ["EEE", "d日(EEE)", "M/d", "M/d(EEE)", "y/MM/dd", "y/MM/dd(EEE)"],
            longWithTime: "{1} {0}", withTime: "{1} {0}"),
        times: .init(hour: "H時", minute: "H:mm", second: "H:mm:ss"),
        and: .init(pair: "、", last: "、", comma: "、"),
        or: .init(pair: "または", last: "、または", comma: "、"), yes: "はい", no: "いいえ")
}
