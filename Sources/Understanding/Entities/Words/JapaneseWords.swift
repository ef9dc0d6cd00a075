extension LanguageWords {
    /// Japanese is cut into single characters: its numbers and dates are read by `JapaneseReader`.
    static let japanese = LanguageWords(
        tag: "ja", usesDecimalComma: false,
        weekdays: "",
        currencies: "円=JPY",
        roles: [(.filler, "あ え"), (.everyday, "の は が を に")],
        yes: """
            はい|ええ|うん|お願いします|おねがいします|はいお願いします|そうです|その通りです|そのとおりです|了解|了解です|承知しました|大丈夫です|いいです|いいですよ|
            それでいいです|もちろん|もちろんです|合っています|あっています|正しいです|オッケー|オーケー|確認しました|それでお願いします|ぜひ
            """.unfolded,
        weakYes: "ok",
        no: """
            いいえ|いえ|いや|ううん|違います|ちがいます|違う|ちがう|いりません|要りません|結構です|けっこうです|だめ|ダメ|だめです|ダメです|やめて|やめてください|
            しないで|しないでください|嫌です|正しくない|正しくありません|そうではありません|そうじゃない
            """.unfolded,
        maybe: "たぶん|多分|おそらく|かもしれません|かもしれない|もしかしたら",
        blocked: "わかりません|分かりません|知りません|いいえば|いやな")
}
