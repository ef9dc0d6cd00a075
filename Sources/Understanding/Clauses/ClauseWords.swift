/// The words of a language that join wishes and that refuse one, folded.
struct ClauseWords: Sendable {
    /// May stand between two wishes.
    var joiners: Set<String> = []
    /// What refuses the wish that follows, word for word: "don't want to".
    var refusals: [[String]] = []
    /// What forbids the wish that follows, at the beginning of a thought: "don't".
    var prohibitions: Set<String> = []
    /// What may stand before a prohibition.
    var openings: Set<String> = []
    /// What refuses the wish that stands before it: "nicht" of "ich will die Bestellung nicht stornieren".
    var refusalsInside: Set<String> = []
    /// Words of wishing, at least one of which must stand before a refusal inside.
    var wishes: Set<String> = []

    /// A comma before them begins no thought of its own: "ich will, dass Sie das nicht stornieren".
    var subordinates: Set<String> = []

    /// Words that every refusal has one of: a quick look that most texts fail.
    var signals: Set<String> {
        refusalsInside.union(refusals.compactMap(\.first)).union(prohibitions)
    }

    /// The words of a BCP 47 language; none where it is not known.
    static func of(_ language: String) -> ClauseWords {
        switch language.prefix(2) {
        case "en": english
        case "de": german
        case "es": spanish
        case "fr": french
        case "ja": japanese
        default: ClauseWords()
        }
    }

    private static func phrases(_ text: String) -> [[String]] {
        text.split(separator: ",").map { $0.split(separator: " ").map(String.init) }
    }

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(separator: " ").map(String.init))
    }

    private static let english = ClauseWords(
        joiners: words("and also then plus additionally besides secondly furthermore"),
        refusals: phrases(
            "don't want to,do not want to,dont want to,don't wanna,didn't want to,did not want to,"
                + "don't need to,do not need to,dont need to,no need to,don't wish to,do not wish to,"
                + "never wanted to,not trying to,not asking to,didn't ask to,did not ask to,"
                + "wouldn't like to,rather not,no longer want to,no longer need to,"
                + "not looking to,please don't,please do not,not here to,not going to,never said,"
                + "didn't say,did not say,didnt say,never asked for,didn't ask for,didnt ask for,"
                + "didn't mean,did not mean,didnt mean,not asking for,please dont"),
        prohibitions: words("don't dont"),
        openings: words("please no and so but just ok okay then well"))

    private static let german = ClauseWords(
        joiners: words("und ausserdem zudem dann sowie auch ferner"),
        refusals: phrases(
            "nicht vor,will nicht,mochte nicht,bitte nicht,nie gesagt,will keine,will keinen,"
                + "mochte keine,mochte keinen,keine rede von"),
        refusalsInside: words("nicht keinesfalls"),
        wishes: words("will mochte wollte wunsche wollen mochten brauche muss"),
        subordinates: words("dass"))

    private static let spanish = ClauseWords(
        joiners: words("y e ademas tambien luego despues"),
        refusals: phrases(
            "no quiero,no queria,no quisiera,no deseo,no necesito,no hace falta,ya no quiero,no voy a,"
                + "no he dicho,nunca dije,no dije,no he pedido"))

    private static let french = ClauseWords(
        joiners: words("et puis aussi ensuite egalement"),
        refusals: phrases(
            "ne veux pas,veux pas,ne souhaite pas,ne voudrais pas,ne voulais pas,"
                + "n'ai pas besoin,pas besoin de,ne compte pas,ne veux plus,jamais dit,pas dit,"
                + "pas demande"))

    /// Japanese tokens are characters.
    private static let japanese = ClauseWords(
        joiners: [],
        refusals: ["したくない", "したくありません", "たいわけではない", "しないで"].map { $0.map(String.init) })
}
