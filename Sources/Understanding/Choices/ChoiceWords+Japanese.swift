extension ChoiceWords {
    /// Japanese tokens are characters: phrases are found in them, and `translations` may be of several.
    static let japanese = ChoiceWords(
        tag: "ja",
        neither: "どちらでもない|どれでもない|どちらも違|どれも違|どれもいら|どちらもいら|どれでもありません",
        both: "両方|二つとも|2つとも|ふたつとも|どちらも|どっちも|2点とも|二点とも|2個とも",
        all: "全部|すべて|全て|全商品|全品|注文全体|丸ごと|まるごと|全点|みんな",
        notAll: "全額|以上で全部|これで全部|それで全部|全部でいくら",
        except: "以外|を除いて|を除く|抜きで",
        and: "と|や|および|及び|・|、|,|;|&|+|/",
        not: "ではなく|じゃなく|でなく|ではなくて|じゃなくて|の代わりに",
        unwanted: "欲しくない|いらない|要らない",
        disliked: "好きじゃない|気に入らない",
        numberCues: "番 第 #",
        endings: """
            末尾|下二桁|下2桁|下三桁|下3桁|下四桁|下4桁|最後が|最後の数字
            """.unfolded,
        other: "もう一つの|もうひとつの|もう片方|他の|ほかの|別の|もう1つの",
        same: "同じ|おなじ|同様",
        oneStep: "少し|ちょっと|一つ|ワンサイズ|1サイズ|ひとつ上|一段",
        belongings: "の 注 文",
        determiners: "この その",
        ignored: "の が を に は も で へ い な だ で す ま し た て か ね よ お ご ください",
        comparisons: """
            一番安い=price-min|いちばん安い=price-min|最安=price-min|最も安い=price-min|
            安い方=price-less|もっと安い=price-less|より安い=price-less|一番高い=price-max|
            最も高い=price-max|高い方=price-more|一番大きい=size-max|最も大きい=size-max|
            倍の=size-double|２倍の=size-double|2倍の=size-double|半分の=size-half|
            一回り大きい=size-more|ワンサイズ上=size-more|ワンサイズ下=size-less|
            一回り小さい=size-less|大きい方=size-more|大きいサイズ=size-more|もっと大きい=size-more|より大きい=size-more|
            一番小さい=size-min|最も小さい=size-min|小さい方=size-less|小さいサイズ=size-less|
            もっと小さい=size-less|より小さい=size-less|一番長い=length-max|長い方=length-more|
            短い方=length-less|一番明るい=brightness-max|明るい方=brightness-more|
            もっと明るい=brightness-more|暗い方=brightness-less|一番軽い=weight-min|
            軽い方=weight-less|一番重い=weight-max|重い方=weight-more|一番新しい=date-max|
            最新=date-max|最近の=date-max|直近の=date-max|新しい方=date-more|一番古い=date-min|
            古い方=date-less|厚い方=thickness-more|薄い方=thickness-less
            """.unfolded,
        translations: """
            青=blue 青い=blue ブルー=blue 赤=red 赤い=red レッド=red 緑=green グリーン=green 黒=black \
            黒い=black ブラック=black 白=white 白い=white ホワイト=white 灰色=grey グレー=grey \
            黄色=yellow イエロー=yellow 茶色=brown ブラウン=brown オレンジ=orange 紫=purple \
            パープル=purple ピンク=pink シルバー=silver 銀=silver ゴールド=gold 金=gold 紺=navy \
            ネイビー=navy 小=small 小さい=small 中=medium 大=large 大きい=large 革=leather \
            レザー=leather 綿=cotton コットン=cotton 木製=wood ウッド=wood ガラス=glass \
            金属=metal メタル=metal プラスチック=plastic ゴム=rubber ステンレス=stainless \
            インチ=inch リットル=l サイズ=size 色=color カラー=color オーク=oak ウォールナット=walnut \
            リネン=linen 麻=linen ウール=wool ベルベット=velvet 竹=bamboo 配達済み=delivered \
            発送済み=shipped ギフト=gift ギフトカード=gift クレジット=credit クレジットカード=credit \
            ビザ=visa マスターカード=mastercard ペイパル=paypal
            """)
}
