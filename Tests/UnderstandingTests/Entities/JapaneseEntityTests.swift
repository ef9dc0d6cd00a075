import Testing

@testable import Understanding

@Suite("Entities in Japanese")
struct JapaneseEntityTests {
    static let numbers: [Find] = [
        Find("二十三個ください", "23 [二十三]", "ja"),
        Find("３個ください", "3 [3]", "ja"),
        Find("12個", "12 [12]", "ja"),
        Find("千二百三十四", "1234 [千二百三十四]", "ja"),
        Find("三万五千", "35000 [三万五千]", "ja"),
        Find("百五", "105 [百五]", "ja"),
        Find("一億", "100000000 [一億]", "ja"),
        Find("1,234", "1234 [1,234]", "ja"),
        Find("二つください", "2 [二]", "ja"),
        Find("ふたつください", "2 [ふたつ]", "ja"),
        Find("3つ欲しいです", "3 [3]", "ja"),
        Find("十", "10 [十]", "ja"),
        Find("2.5キロ", "2.5 [2.5]", "ja"),
        Find("〇九〇", "90 [〇九〇]", "ja"),
        Find("四十二", "42 [四十二]", "ja"),
        Find("九百九十九", "999 [九百九十九]", "ja"),
        Find("一万", "10000 [一万]", "ja"),
        Find("2億5千万", "250000000 [2億5千万]", "ja"),
        Find("五十", "50 [五十]", "ja"),
        Find("みっつ", "3 [みっつ]", "ja"),
        Find("12,345", "12345 [12,345]", "ja"),
        Find("0.5", "0.5 [0.5]", "ja"),
        Find("六個", "6 [六]", "ja"),
        Find("八人", "8 [八]", "ja"),
        Find("百", "100 [百]", "ja"),
        Find("二千二十六", "2026 [二千二十六]", "ja"),
        Find("30本", "30 [30]", "ja"),
        Find("七つ", "7 [七]", "ja"),
    ]

    @Test("numbers are found", arguments: numbers)
    func findsNumbers(_ find: Find) {
        #expect(
            EntityDesk.shared.found(find.text, find.language, kinds: ["number"]) == find.expected)
    }

    static let days: [Find] = [
        Find("来週の月曜日", "2026-11-30 [来週の月曜日]", "ja"),
        Find("3月5日", "2027-03-05 [3月5日]", "ja"),
        Find("2026年3月5日", "2026-03-05 [2026年3月5日]", "ja"),
        Find("昨日注文しました", "2026-11-25 [昨日]", "ja"),
        Find("一昨日", "2026-11-24 [一昨日]", "ja"),
        Find("明後日", "2026-11-28 [明後日]", "ja"),
        Find("三日前に", "2026-11-23 [三日前]", "ja"),
        Find("2週間前", "2026-11-12 [2週間前]", "ja"),
        Find("先週の火曜日", "2026-11-17 [先週の火曜日]", "ja"),
        Find("５月３日", "2027-05-03 [5月3日]", "ja"),
        Find("1ヶ月前", "2026-10-26 [1ヶ月前]", "ja"),
        Find("今日", "2026-11-26 [今日]", "ja"),
        Find("おととい", "2026-11-24 [おととい]", "ja"),
        Find("あさって", "2026-11-28 [あさって]", "ja"),
        Find("2026/3/5", "2026-03-05 [2026/3/5]", "ja"),
        Find("3/5に届く", "2027-03-05 [3/5]", "ja"),
        Find("水曜日", "2026-12-02 [水曜日]", "ja"),
        Find("十二月二十五日", "2026-12-25 [十二月二十五日]", "ja"),
        Find("今週の金曜日", "2026-11-27 [今週の金曜日]", "ja"),
        Find("令和8年3月5日", "2026-03-05 [令和8年3月5日]", "ja"),
        Find("8月15日", "2026-08-15 [8月15日]", "ja"),
        Find("2025年8月15日", "2025-08-15 [2025年8月15日]", "ja"),
        Find("五か月前", "2026-06-26 [五か月前]", "ja"),
        Find("1年前", "2025-11-26 [1年前]", "ja"),
        Find("再来週の月曜日", "2026-12-07 [再来週の月曜日]", "ja"),
        Find("10日後", "2026-12-06 [10日後]", "ja"),
        Find("本日", "2026-11-26 [本日]", "ja"),
        Find("明日", "2026-11-27 [明日]", "ja"),
        Find("次の土曜日", "2026-11-28 [次の土曜日]", "ja"),
        Find("この前の月曜日", "2026-11-23 [この前の月曜日]", "ja"),
        Find("昨日の夜", "2026-11-25 [昨日]", "ja"),
        Find("12月24日までに", "2026-12-24 [12月24日]", "ja"),
        Find("2週間後", "2026-12-10 [2週間後]", "ja"),
        Find("平成30年1月1日", "2018-01-01 [平成30年1月1日]", "ja"),
        Find("2026-01-15", "2026-01-15 [2026-01-15]", "ja"),
    ]

    @Test("days are found", arguments: days)
    func findsDays(_ find: Find) {
        #expect(
            EntityDesk.shared.found(find.text, find.language, kinds: ["date"]) == find.expected)
    }

    static let amounts: [Find] = [
        Find("3,000円", "3000 JPY [3,000円]", "ja"),
        Find("３０００円", "3000 JPY [3000円]", "ja"),
        Find("¥3000", "3000 JPY [¥3000]", "ja"),
        Find("三千円", "3000 JPY [三千円]", "ja"),
        Find("1万円", "10000 JPY [1万円]", "ja"),
        Find("1万2千円", "12000 JPY [1万2千円]", "ja"),
        Find("20ドル", "20.00 USD [20ドル]", "ja"),
        Find("50ユーロ", "50.00 EUR [50ユーロ]", "ja"),
        Find("1,200円くらい", "1200 JPY [1,200円]", "ja"),
        Find("五百円", "500 JPY [五百円]", "ja"),
        Find("100万円", "1000000 JPY [100万円]", "ja"),
        Find("2万5千円", "25000 JPY [2万5千円]", "ja"),
        Find("5ドル", "5.00 USD [5ドル]", "ja"),
        Find("1,000,000円", "1000000 JPY [1,000,000円]", "ja"),
        Find("￥500", "500 JPY [￥500]", "ja"),
        Find("三百円", "300 JPY [三百円]", "ja"),
        Find("10ユーロ", "10.00 EUR [10ユーロ]", "ja"),
        Find("100元", "100.00 CNY [100元]", "ja"),
        Find("9.99ドル", "9.99 USD [9.99ドル]", "ja"),
        Find("二千五百円", "2500 JPY [二千五百円]", "ja"),
        Find("一万二千円", "12000 JPY [一万二千円]", "ja"),
        Find("EUR 20", "20.00 EUR [EUR 20]", "ja"),
        Find("$10", "10.00 USD [$10]", "ja"),
        Find("€5", "5.00 EUR [€5]", "ja"),
        Find("50円", "50 JPY [50円]", "ja"),
        Find("8千円", "8000 JPY [8千円]", "ja"),
        Find("1200円", "1200 JPY [1200円]", "ja"),
        Find("4万円", "40000 JPY [4万円]", "ja"),
        Find("二十ドル", "20.00 USD [二十ドル]", "ja"),
        Find("12ユーロ", "12.00 EUR [12ユーロ]", "ja"),
    ]

    @Test("amounts are found", arguments: amounts)
    func findsAmounts(_ find: Find) {
        #expect(
            EntityDesk.shared.found(find.text, find.language, kinds: ["money"]) == find.expected)
    }

    static let answers: [Find] = [
        Find("はい", "yes [はい]", "ja"),
        Find("いいえ", "no [いいえ]", "ja"),
        Find("うん", "yes [うん]", "ja"),
        Find("ううん", "no [ううん]", "ja"),
        Find("お願いします", "yes [お願いします]", "ja"),
        Find("結構です", "no [結構です]", "ja"),
        Find("いいですよ", "yes [いいですよ]", "ja"),
        Find("違います", "no [違います]", "ja"),
        Find("たぶん", "maybe [たぶん]", "ja"),
        Find("そうです", "yes [そうです]", "ja"),
        Find("はい、お願いします", "yes [はい]", "ja"),
        Find("いいえ、結構です", "no [いいえ]", "ja"),
        Find("わかりません", "", "ja"),
        Find("大丈夫です", "maybe [大丈夫です]", "ja"),
        Find("いらないです", "no [いらないです]", "ja"),
        Find("OK", "yes [OK]", "ja"),
        Find("もちろん", "yes [もちろん]", "ja"),
        Find("だめです", "no [だめです]", "ja"),
        Find("そうかもしれません", "maybe [そうかもしれません]", "ja"),
        Find("了解です", "yes [了解です]", "ja"),
        Find("合ってます", "yes [合ってます]", "ja"),
        Find("そうですね", "yes [そうですね]", "ja"),
        Find("ちがうよ", "no [ちがうよ]", "ja"),
        Find("いや、違う", "no [いや]", "ja"),
        Find("はーい", "yes [はーい]", "ja"),
        Find("ぜひ", "yes [ぜひ]", "ja"),
        Find("遠慮します", "no [遠慮します]", "ja"),
        Find("不要です", "no [不要です]", "ja"),
        Find("いえ", "no [いえ]", "ja"),
        Find("その通りです", "yes [その通りです]", "ja"),
        Find("もしかしたら", "maybe [もしかしたら]", "ja"),
    ]

    @Test("answers are found", arguments: answers)
    func findsAnswers(_ find: Find) {
        #expect(
            EntityDesk.shared.found(find.text, find.language, kinds: ["yes_no"]) == find.expected)
    }

    static let positions: [Find] = [
        Find("2番目", "2 [2番目]", "ja"),
        Find("二番目のもの", "2 [二番目]", "ja"),
        Find("最後の", "-1 [最後]", "ja"),
        Find("最初のやつ", "1 [最初]", "ja"),
        Find("三つ目", "3 [三つ目]", "ja"),
        Find("一番目", "1 [一番目]", "ja"),
        Find("最後から二番目", "-2 [最後から二番目]", "ja"),
        Find("２つ目", "2 [2つ目]", "ja"),
        Find("1個目", "1 [1個目]", "ja"),
        Find("第三", "3 [第三]", "ja"),
        Find("3つめ", "3 [3つめ]", "ja"),
        Find("一つ目", "1 [一つ目]", "ja"),
        Find("最後", "-1 [最後]", "ja"),
        Find("はじめの", "1 [はじめの]", "ja"),
        Find("四番目", "4 [四番目]", "ja"),
        Find("二番目をお願いします", "2 [二番目]", "ja"),
        Find("5番目", "5 [5番目]", "ja"),
        Find("七つ目", "7 [七つ目]", "ja"),
        Find("最後の注文", "-1 [最後]", "ja"),
        Find("最初の注文です", "1 [最初]", "ja"),
        Find("最後から3番目", "-3 [最後から3番目]", "ja"),
        Find("10番目", "10 [10番目]", "ja"),
        Find("第三の", "3 [第三]", "ja"),
        Find("3個目", "3 [3個目]", "ja"),
        Find("一番上", "1 [一番上]", "ja"),
        Find("一番下", "-1 [一番下]", "ja"),
        Find("ふたつ目", "2 [ふたつ目]", "ja"),
        Find("みっつめ", "3 [みっつめ]", "ja"),
        Find("二回目", "2 [二回目]", "ja"),
        Find("三件目の注文", "3 [三件目]", "ja"),
    ]

    @Test("positions are found", arguments: positions)
    func findsPositions(_ find: Find) {
        #expect(
            EntityDesk.shared.found(find.text, find.language, kinds: ["ordinal"]) == find.expected)
    }
}
