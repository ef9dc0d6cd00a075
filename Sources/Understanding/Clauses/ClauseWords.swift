/// The words of a language that join wishes and that refuse one, folded.
struct ClauseWords: Sendable {
    /// May stand between two wishes.
    var joiners: Set<String> = []
    /// What refuses the wish that follows, word for word: "don't want to".
    var refusals: [[String]] = []
    /// What forbids the wish that follows, at the beginning of a thought: "don't", "not".
    var prohibitions: Set<String> = []
    /// What turns down the thing that follows, at the beginning of a thought: "no return, please".
    var denials: [[String]] = []
    /// What may stand before a prohibition or a denial.
    var openings: Set<String> = []
    /// A refusal of these takes back a part of the wish: "I don't want to return everything".
    var totals: Set<String> = []
    /// Behind "not" they tell what did not happen: "not received my parcel" forbids nothing.
    var reports: Set<String> = []
    /// Behind a "no" and a verb they are what the verb is done to: "no return it" is an answer and a wish.
    var objects: Set<String> = []
    /// What refuses the wish that stands before it: "nicht" of "ich will die Bestellung nicht stornieren".
    var refusalsInside: Set<String> = []
    /// Words of wishing, at least one of which must stand before a refusal inside.
    var wishes: Set<String> = []

    /// A comma before them begins no thought of its own: "ich will, dass Sie das nicht stornieren".
    var subordinates: Set<String> = []

    /// Words that every refusal has one of: a quick look that most texts fail.
    var signals: Set<String> {
        refusalsInside.union((refusals + denials).compactMap(\.first)).union(prohibitions)
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
            "am not,i'm not,im not,nothing to,"
                + "don't want to,do not want to,dont want to,don't wanna,didn't want to,did not want to,"
                + "don't need to,do not need to,dont need to,no need to,don't wish to,do not wish to,"
                + "never wanted to,not trying to,not asking to,didn't ask to,did not ask to,"
                + "wouldn't like to,rather not,no longer want to,no longer need to,"
                + "not looking to,please don't,please do not,not here to,not going to,never said,"
                + "didn't say,did not say,didnt say,never asked for,not about,didn't ask for,didnt ask for,"
                + "didn't mean,did not mean,didnt mean,not asking for,please dont,never wanted a,"
                + "not wanting to,don't want you to,dont want you to"),
        prohibitions: words("don't dont not"),
        denials: phrases(
            "no,i don't want a,i don't want any,i dont want a,i dont want any,i do not want a,"
                + "i don't need a,i don't need any,i dont need a,i dont need any,i do not need a,"
                + "don't want a,don't need a,dont want a,dont need a"),
        openings: words(
            "please no and so but just ok okay then well stop hey wait sorry do neither"),
        totals: words("all everything whole entire both complete"),
        reports: words(
            "received arrived delivered refunded booked credited got gotten getting get here there "
                + "working works work come came found happened what yet sure only able"),
        objects: words("it this that them these those the my our one"))

    private static let german = ClauseWords(
        joiners: words("und ausserdem zudem dann sowie auch ferner"),
        refusals: phrases(
            "nicht vor,will nicht,mochte nicht,bitte nicht,nie gesagt,will keine,will keinen,"
                + "mochte keine,mochte keinen,keine rede von,nicht um,will nichts,mochte nichts,"
                + "wollte nichts,will gar nichts,will nix,wollte gar nichts,will kein,wollte keine,"
                + "wollte keinen,wollte kein,mochte kein"),
        prohibitions: words("nicht"),
        denials: phrases(
            "kein,keine,keinen,ich brauche kein,ich brauche keine,ich brauche keinen,ich brauch kein,"
                + "ich brauch keine,ich brauch keinen,brauche keine,brauche keinen,brauch keine"),
        openings: words("bitte nein ne nee und also aber ok okay dann doch stop stopp halt sorry"),
        totals: words("alles alle ganze ganzen komplett komplette gesamte beide"),
        reports: words(
            "erhalten bekommen gekriegt angekommen gekommen geliefert zugestellt eingetroffen da "
                + "erstattet uberwiesen gutgeschrieben was das nur sicher"),
        refusalsInside: words("nicht keinesfalls"),
        wishes: words("will mochte wollte wunsche wollen mochten brauche muss"),
        subordinates: words("dass"))

    private static let spanish = ClauseWords(
        joiners: words("y e ademas tambien luego despues"),
        refusals: phrases(
            "no quiero,no queria,no quisiera,no deseo,no necesito,no hace falta,ya no quiero,no voy a,"
                + "no he dicho,nunca dije,no dije,no he pedido,no se trata de"),
        totals: words("todo toda todos todas entero entera ambos"))

    private static let french = ClauseWords(
        joiners: words("et puis aussi ensuite egalement"),
        refusals: phrases(
            "ne veux pas,veux pas,ne souhaite pas,ne voudrais pas,ne voulais pas,"
                + "n'ai pas besoin,pas besoin de,ne compte pas,ne veux plus,jamais dit,pas dit,"
                + "pas demande"),
        prohibitions: words("pas"),
        denials: phrases("pas de"),
        openings: words("non svp merci alors mais s'il vous plait"),
        totals: words("tout toute tous toutes entier entiere"),
        reports: words(
            "recu recue recus arrive arrivee livre livree rembourse remboursee la encore ce seulement"
        ))

    /// Japanese tokens are characters.
    private static let japanese = ClauseWords(
        joiners: [],
        refusals: ["したくない", "したくありません", "たいわけではない", "しないで"].map { $0.map(String.init) })
}
