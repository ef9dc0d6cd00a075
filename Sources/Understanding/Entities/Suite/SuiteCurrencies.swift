/// The currencies of the suite: signs, codes and words with the unit's name.
enum SuiteCurrencies {
    private static let names: [String: (name: String, code: String?)] = {
        var table: [String: (String, String?)] = [:]
        func add(_ words: String, _ name: String, _ code: String?) {
            for word in words.split(separator: "|") { table[String(word)] = (name, code) }
        }
        add("$|dollar|dollars|buck|bucks", "Dollar", nil)
        add(
            "us dollar|us dollars|united states dollar|united states dollars|usd|us $|usd $|"
                + "u . s $|u . s . $|american dollar|american dollars", "United States dollar",
            "USD")
        add("cad|cad $|c $|canadian dollar|canadian dollars|can $", "Canadian dollar", "CAD")
        add("aud|aud $|australian dollar|australian dollars|au $", "Australian dollar", "AUD")
        add("nzd|nzd $|new zealand dollar|new zealand dollars|nz $", "New Zealand dollar", "NZD")
        add("hkd|hk $|hong kong dollar|hong kong dollars", "Hong Kong dollar", "HKD")
        add("sgd|singapore dollar|singapore dollars", "Singapore dollar", "SGD")
        add("mxn|mxn $|mex $|mexican peso|mexican pesos", "Mexican peso", "MXN")
        add("€|euro|euros|eur", "Euro", "EUR")
        add("£|pound|pounds|quid", "Pound", nil)
        add(
            "gbp|british pound|british pounds|pound sterling|pounds sterling", "British pound",
            "GBP")
        add("¥|yen|jpy|japanese yen", "Japanese yen", "JPY")
        add("元|rmb|cny|yuan|chinese yuan|kuai|renminbi", "Chinese yuan", "CNY")
        add("chf|swiss franc|swiss francs", "Swiss franc", "CHF")
        add("franc|francs", "Franc", nil)
        add("french franc|french francs", "French franc", nil)
        add("peseta|pesetas", "Peseta", nil)
        add("mark|marks", "Mark", nil)
        add("guilder|guilders|dutch guilder|dutch guilders", "Netherlands guilder", nil)
        add("finnish markka", "Finnish markka", nil)
        add("rupee|rupees", "Rupee", nil)
        add("inr|indian rupee|indian rupees|₹|rs", "Indian rupee", "INR")
        add("ரூ", "Sri Lankan rupee", "LKR")
        add("peso|pesos", "Peso", nil)
        add("lira|liras", "Lira", nil)
        add("turkish lira|turkish liras|try|₺", "Turkish lira", "TRY")
        add("ruble|rubles|rouble|roubles", "Ruble", nil)
        add("won|krw|south korean won", "South Korean won", "KRW")
        add("sek|swedish krona|swedish kronor", "Swedish krona", "SEK")
        add("nok|norwegian krone", "Norwegian krone", "NOK")
        add("dkk|danish krone", "Danish krone", "DKK")
        add("₡|crc", "Costa Rican colón", "CRC")
        add("₾|gel|lari", "Georgian lari", "GEL")
        add("₭|lak|kip", "Lao kip", "LAK")
        add("cent|cents|¢", "Cent", nil)
        add("pence", "Pence", nil)
        add("penny|pennies", "Penny", nil)
        add("sen", "Sen", nil)
        add("₿|btc|bitcoin|bitcoins", "Bitcoin", nil)
        add("satoshi|satoshis", "Satoshi", nil)
        add("musd", "M:United States dollar", "USD")
        add("meur", "M:Euro", "EUR")
        add("mgbp", "M:British pound", "GBP")
        add("maud", "M:Australian dollar", "AUD")
        return table
    }()

    /// The first words of the names: a quick look that most words fail.
    private static let openers = Set(
        names.keys.map { name in String(name.prefix { $0 != " " }) })

    /// A unit before its number.
    static func leading(_ text: SuiteText, _ index: Int) -> SuiteUnits.Unit? {
        guard !(text.isJoined(index) && text.isWord(index - 1) && text.isWord(index)) else {
            return nil
        }
        return unit(text, index)
    }

    static func trailing(_ text: SuiteText, _ index: Int) -> SuiteUnits.Unit? { unit(text, index) }

    /// The longest unit of one to five pieces.
    private static func unit(_ text: SuiteText, _ index: Int) -> SuiteUnits.Unit? {
        guard index < text.pieces.count, openers.contains(text.word(index)) else { return nil }
        var best: SuiteUnits.Unit?
        var key = ""
        for end in (index + 1)...(index + 5) where end <= text.pieces.count {
            key += (key.isEmpty ? "" : " ") + text.word(end - 1)
            if let known = names[key] {
                best = SuiteUnits.Unit(name: known.name, code: known.code, end: end)
            }
        }
        return best
    }

    /// Words that mean money without an amount.
    static func mayStandAlone(_ text: SuiteText, _ index: Int) -> Bool {
        ["dollar", "dollars", "rmb", "yuan", "euro", "euros"].contains(text.word(index))
    }
}
