/// The words of one language that point at choices; another language is one more value.
///
/// Lists as in `LanguageWords`: phrases are separated by `|`, words by blanks.
struct ChoiceWords: Sendable {
    var tag: String
    var neither = ""
    var both = ""
    var all = ""
    /// Hold a word of `all` and do not mean it.
    var notAll = ""
    /// "One of the": of several that are alike a single one.
    var oneOf = ""
    /// "all but", "except": what follows is left out.
    var except = ""
    /// Between two choices that are both meant.
    var and = ""
    /// Negates what follows directly: "not the red one".
    var not = ""
    /// Turns down what follows, unless it is what the wish is about: "I don't want".
    var unwanted = ""
    /// The same of options only: "I don't like the electric grill, I'd rather have charcoal" is about the grill.
    var disliked = ""
    /// "anymore": after `unwanted`, the thing itself is meant.
    var anymore = ""
    /// Before a number of the list.
    var numberCues = ""
    /// Before the last digits of a number: "ending in".
    var endings = ""
    /// "the other one".
    var other = ""
    /// "same": like the reference in what is not said otherwise.
    var same = ""
    /// "one size (bigger)": the next step, not any.
    var oneStep = ""
    /// What may stand between a thing and its order's number: "in order".
    var belongings = ""
    /// What joins things in a description of an order and wishes nothing: "the one with the lamp and the mug".
    var joints = ""
    /// Articles and their like, which begin the words about a thing.
    var determiners = ""
    /// Those of them that begin something new: "a red one" is wished for, "the red one" is there.
    var indefinites = ""
    /// Stand for a thing that has been named: "the red one".
    var standIns = ""
    /// Between two numbers that are one value: "5 to 25" is "5-25".
    var spans = ""
    /// Words that never name a choice.
    var ignored = ""
    /// Word or phrase = criterion, as `cheapest=price-min`, `bigger=size-more`.
    var comparisons = ""
    /// Words that single out the greatest or the smallest where no choice has them for a value, as
    /// `small=size-min`: "the small clock" of two that are 30 and 40 cm.
    var extremes = ""
    /// Everyday word = word of the shop's data: `blau=blue`.
    var translations = ""

    static func of(_ language: String) -> ChoiceWords {
        let primary = language.prefix { $0 != "-" && $0 != "_" }
        return all.first { $0.tag == primary } ?? english
    }

    static let all: [ChoiceWords] = [english, german, spanish, french, japanese]

    static let english = ChoiceWords(
        tag: "en",
        neither: """
            neither|none|none of them|none of those|none of these|none of the above|
            not any of them|nothing of that|no one of them|neither of them|neither one|
            not one of them
            """.unfolded,
        both: "both|both of them|the two|the pair|either way both|each of the two",
        all: """
            all|all of them|all of it|everything|every one|send everything back|
            return everything|each|each of them|the whole order|
            the entire order|whole order|entire order|the whole thing|all items|every item|the lot|
            all three|all four|all five|all the items|whole lot
            """.unfolded,
        notAll: """
            all right|at all|thats all|that is all|all good|all set|is that all|all day|
            all the time|after all|that is everything|thats everything|that was everything|
            all week|first of all|that will be all|all i|all you|
            all my life|above all|full refund|a full refund|in full|full amount|full price|
            full money|full sum|all my money|all of my money|all the money|all of the money|
            everything back|it all back|all back|everything else is fine|everything else is ok|
            everything else the same|everything else stays|everything else as|
            everything else like|everything else identical|otherwise all|all else the same|
            all else equal|all else stays|all over|all sticky|all wet|all dusty|all crumbs|
            all scratched|all broken|all mixed up
            """.unfolded,
        oneOf: """
            one of both|one of the both|one of the|one of my|one of those|one of these|
            only one of|just one of|either of the|only one|just one
            """.unfolded,
        except: """
            all but|everything but|except|except for|but not|apart from|other than|excluding|minus|
            aside from|all except|everything except|without|besides|both but
            """.unfolded,
        and: """
            and|plus|as well as|also|along with|together with|&|,|;|+|/|isn't there|isnt there|
            aren't there|arent there|don't you have|dont you have|do you not have|can't i have|
            don't care if|dont care if|don't mind if|dont mind if|no matter if|doesn't matter if|
            don't care whether|dont care whether|don't care|dont care
            """.unfolded,
        not: """
            not|isnt|rather than|instead of|non|doesnt need to be|does not need to be|neednt be|
            need not be|doesnt have to be|does not have to be|dont need it|do not need it
            """.unfolded,
        unwanted: """
            dont want|do not want|dont need|do not need|didnt want|not want
            """.unfolded,
        disliked: "dont like|do not like|didnt like|never liked|dislike|hate",
        anymore: "anymore|any more|any longer|no longer",
        numberCues: """
            number numbers no nr option options choice item items # variant numero obviously \
            definitely clearly course surely guess suppose then probably
            """,
        endings: """
            ends in|ends with|ending in|ending with|ending on|ends on|last digits|last digits are|
            last two digits|last four digits|last three digits
            """.unfolded,
        other: "the other one|the other|other one|another one|the others|other",
        same: "same|the same|identical",
        oneStep: """
            one size|a size|one step|the next size|next size|one bigger|slightly|a bit|one level
            """.unfolded,
        belongings: "in from of on order number no",
        joints: "one ones with and order orders both",
        determiners: "the a an my this that these those our another",
        indefinites: "a an another",
        standIns: "one ones thing things",
        spans: "to through till",
        ignored: """
            the a an one ones i my me it its that this these those is are was of in on with for to \
            from and or want wanted like would id need please can could you do does have has had \
            get got at by be take choose pick order item product no yes ok thing return exchange \
            cancel change swap ship refund new which what there here so just one's
            """,
        comparisons: """
            cheapest=price-min|least expensive=price-min|lowest price=price-min|
            lowest priced=price-min|most affordable=price-min|cheaper=price-less|
            cheaper of the two=price-min|cheaper of both=price-min|cheaper of them=price-min|
            whichever is cheaper=price-min|less expensive=price-less|
            most expensive=price-max|priciest=price-max|
            dearest=price-max|highest price=price-max|best one=price-max|more expensive=price-more|
            pricier=price-more|biggest=size-max|largest=size-max|smallest=size-min|
            one size up=size-up|a size up=size-up|next size up=size-up|the next size up=size-up|
            size up=size-up|
            one size down=size-down|a size down=size-down|next size down=size-down|
            the next size down=size-down|size down=size-down|
            double the=size-double|twice the=size-double|twice as much=size-double|
            twice as many=size-double|half the=size-half|half as much=size-half|
            tiniest=size-min|bigger=size-more|larger=size-more|smaller=size-less|
            longest=length-max|shortest=length-min|longer=length-more|shorter=length-less|
            tallest=height-max|taller=height-more|brightest=brightness-max|
            brighter=brightness-more|less bright=brightness-less|dimmer=brightness-less|
            dimmest=brightness-min|least bright=brightness-min|heaviest=weight-max|
            heavier=weight-more|lightest=weight-min|lighter=weight-less|thickest=thickness-max|
            thicker=thickness-more|thinnest=thickness-min|thinner=thickness-less|newest=date-max|
            latest=date-max|most recent=date-max|last order=date-max|oldest=date-min|
            earliest=date-min|newer=date-more|older=date-less|most=named-max|highest=level-max|
            least=named-min|lowest=level-min|more=named-more|less=named-less|higher=level-more|
            lower=level-less|fewer=named-less|widest=width-max|wider=width-more|
            strongest=pressure-max|fastest=speed-max|hardest=difficulty-max|easiest=difficulty-min|
            easier=difficulty-less|harder=difficulty-more|big one=size-max|small one=size-min|
            as big as possible=size-max|as large as possible=size-max|as big a=size-max|
            as large a=size-max|as small as possible=size-min|as small a=size-min|
            as long as possible=length-max|as long a=length-max|as cheap as possible=price-min|
            as light as possible=weight-min|as bright as possible=brightness-max
            """.unfolded,
        extremes: """
            small=size-min|little=size-min|large=size-max|big=size-max|long=length-max|
            short=length-min|tall=height-max
            """.unfolded,
        translations: "gray=grey colour=color litre=l litres=l feet=ft foot=ft inches=inch")

    static let german = ChoiceWords(
        tag: "de",
        neither: """
            keine|keiner|keins|keines|keinen|keine davon|keiner davon|keins davon|keines davon|
            keine von beiden|keiner von beiden|keins von beiden|weder noch|nichts davon|
            keinen davon|gar keine|gar keins
            """.unfolded,
        both: "beide|beides|alle beide|die beiden|beiden|alle zwei",
        all: """
            alle|alles|sämtliche|jede|jeder|jedes|die ganze bestellung|die gesamte bestellung|
            ganze bestellung|gesamte bestellung|alle artikel|allesamt|alle drei|alle vier
            """.unfolded,
        notAll: """
            alles klar|alles gut|das ist alles|das war alles|das wars|alles in ordnung|vor allem|
            alles okay|alles ok|ist das alles|alle tage|alles gute|volle erstattung|
            vollen betrag|voller betrag|volle summe|vollen preis|volle geld|ganzes geld|
            ganze geld|alles geld|alles andere passt|alles andere ist ok|alles andere bleibt|
            sonst alles|alles andere wie|alles andere gleich|alles andere so|alles andere genauso|
            alles übrige wie|alles übrige gleich|alles sonst|ansonsten alles|
            weiß ich|ich weiß|weiß nicht|weiß noch nicht|weiß es nicht|weiß es noch nicht|
            weiß auch nicht|weiß gar nicht|weiß leider nicht|weiß grad nicht|weiß gerade nicht|
            weiß jetzt nicht|wer weiß|alles voll|alles voller|alles nass|alles versucht|
            alles probiert|alles ausprobiert|alles klebt|alles dreckig|alles staubig
            """.unfolded,
        oneOf: """
            einer der beiden|eine der beiden|einen der beiden|eines der beiden|eins der beiden|
            einer von beiden|eine von beiden|einen von beiden|einer der zwei|eine der zwei|
            einen der zwei|eins von beiden|einer der|eine der|eines der|einen der|einer von|
            eine von|eines von|eins von|einen von|nur einen|nur eine|nur eins|nur einer
            """.unfolded,
        except: "außer|bis auf|ohne|ausgenommen|nur nicht|aber nicht|mit ausnahme von",
        and: """
            und|sowie|plus|außerdem|auch|&|,|;|+|/|gibt es nicht|gibts nicht|gibt's nicht|
            gibt es keine|gibt es keinen|gibt es kein|gibt's keine|gibt's keinen|gibts keine|
            gibts keinen|habt ihr nicht|haben sie nicht|habt ihr keine|haben sie keine
            """.unfolded,
        not: "nicht|kein|keine|keinen|anstatt|statt",
        unwanted: "will nicht|möchte nicht|brauche nicht",
        disliked: "mag nicht|gefällt mir nicht|gefallen mir nicht|gefiel mir nicht|mag ich nicht",
        anymore: "mehr",
        numberCues: """
            nummer nummern nr option artikel variante die der das # natürlich selbstverständlich \
            klar eindeutig halt eben wohl dann
            """,
        endings: """
            endet auf|endet mit|endend auf|mit der endung|letzte ziffern|letzten ziffern|
            am ende|hört auf mit
            """.unfolded,
        other: "die andere|der andere|das andere|den anderen|die anderen|andere|anderen|anderes",
        same: "gleiche|gleichen|gleicher|gleiches|dieselbe|derselbe|dasselbe|selbe|selben|genauso",
        oneStep: "eine nummer|eine größe|eine stufe|etwas|ein bisschen|nächstgrößere|nächste größe",
        belongings: "aus in von bei bestellung nummer",
        joints: "mit und bestellung bestellungen beide beiden andere",
        determiners: """
            der die das den dem des ein eine einen einem einer mein meine meinen meinem meiner \
            diese dieser dieses diesen unser unsere unseren
            """,
        indefinites: "ein eine einen einem einer",

        standIns: "ding dings teil gerät",
        spans: "bis",
        ignored: """
            der die das den dem des ein eine einen einem einer ich mein meine meinen mir mich es \
            ist sind war von vom in im auf mit für zu zum zur aus und oder will möchte hätte gern \
            gerne bitte kann können sie du habe hat haben bei nehme wähle bestellung artikel nein \
            ja ok zurückgeben umtauschen tauschen austauschen eintauschen wechseln stornieren \
            ändern da hier so nur
            """,
        comparisons: """
            billigste=price-min|billigsten=price-min|günstigste=price-min|günstigsten=price-min|
            preiswerteste=price-min|billiger=price-less|günstiger=price-less|billigere=price-less|
            günstigere=price-less|teuerste=price-max|teuersten=price-max|teurer=price-more|
            teurere=price-more|größte=size-max|größten=size-max|kleinste=size-min|
            doppelt so viel=size-double|die doppelte=size-double|dem doppelten=size-double|
            der doppelten=size-double|doppeltem=size-double|doppelter=size-double|
            halb so viel=size-half|die halbe=size-half|der halben=size-half|
            kleinsten=size-min|größer=size-more|größere=size-more|größeren=size-more|
            kleiner=size-less|kleinere=size-less|kleineren=size-less|längste=length-max|
            kürzeste=length-min|länger=length-more|längere=length-more|kürzer=length-less|
            kürzere=length-less|höchste=height-max|höher=height-more|niedriger=height-less|
            niedrigere=height-less|niedrigste=height-min|hellste=brightness-max|
            hellsten=brightness-max|heller=brightness-more|hellere=brightness-more|
            dunkler=brightness-less|weniger hell=brightness-less|schwerste=weight-max|
            leichteste=weight-min|schwerer=weight-more|leichter=weight-less|neueste=date-max|
            neuesten=date-max|neuste=date-max|letzte bestellung=date-max|
            letzten bestellung=date-max|älteste=date-min|ältesten=date-min|meiste=named-max|
            meisten=named-max|wenigste=named-min|mehr=named-more|weniger=named-less|
            dickste=thickness-max|dünnste=thickness-min|so groß wie möglich=size-max|
            möglichst groß=size-max|möglichst großen=size-max|so klein wie möglich=size-min|
            möglichst klein=size-min|so lang wie möglich=length-max|möglichst lang=length-max|
            so günstig wie möglich=price-min|möglichst günstig=price-min|
            so leicht wie möglich=weight-min|möglichst leicht=weight-min
            """.unfolded,
        extremes: "klein=size-min|groß=size-max|lang=length-max|kurz=length-min|hoch=height-max",
        translations: """
            blau=blue rot=red grün=green schwarz=black weiß=white grau=grey gelb=yellow \
            braun=brown orange=orange lila=purple violett=purple rosa=pink silber=silver \
            silbern=silver gold=gold golden=gold beige=beige marineblau=navy klein=small \
            mittel=medium groß=large leder=leather baumwolle=cotton holz=wood glas=glass \
            metall=metal kunststoff=plastic plastik=plastic gummi=rubber edelstahl=stainless \
            zoll=inch fuß=ft liter=l größe=size farbe=color kabellos=wireless drahtlos=wireless \
            wasserdicht=waterproof geliefert=delivered zugestellt=delivered zugestellte=delivered \
            zugestellten=delivered angekommen=delivered angekommene=delivered \
            versendet=shipped versandt=shipped offen=pending storniert=cancelled \
            gutschein=gift geschenkkarte=gift kreditkarte=credit karte=card bankkarte=card
            """)
}
