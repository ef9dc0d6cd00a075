extension LanguageWords {
    static let english = LanguageWords(
        tag: "en", usesDecimalComma: false, writesMonthFirst: true,
        units: """
            zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 \
            twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 \
            nineteen=19
            """,
        rounds: """
            twenty=20 thirty=30 forty=40 fourty=40 fifty=50 sixty=60 seventy=70 eighty=80 \
            ninety=90
            """,
        scales: """
            dozen=12 hundred=100 thousand=1000 million=1000000 billion=1000000000 \
            trillion=1000000000000
            """,
        ordinals: """
            first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 \
            eleventh=11 twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 \
            seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 thirtieth=30 last=-1 \
            penultimate=-2 former=1 latter=-1 \
            antepenultimate=-3
            """,
        months: """
            january=1 jan=1 february=2 feb=2 march=3 mar=3 april=4 apr=4 may=5 june=6 jun=6 july=7 \
            jul=7 august=8 aug=8 september=9 sep=9 sept=9 october=10 oct=10 november=11 nov=11 \
            december=12 dec=12
            """,
        weekdays: """
            monday=1 mon=1 tuesday=2 tue=2 tues=2 wednesday=3 wed=3 thursday=4 thu=4 thur=4 \
            thurs=4 friday=5 fri=5 saturday=6 sat=6 sunday=7
            """,
        dayOffsets: "today=0 tonight=0 yesterday=-1 tomorrow=1 tmrw=1 tomorow=1 yday=-1",
        periods: """
            day=day days=day week=week weeks=week month=month months=month year=year years=year \
            fortnight=fortnight fortnights=fortnight hour=hour hours=hour hrs=hour hr=hour \
            minute=minute minutes=minute mins=minute min=minute
            """,
        clocks: "noon=720 midday=720 midnight=0",
        fromEnd: "from the end|from last|to last|from the bottom|from bottom",
        currencies: """
            dollar=$ dollars=$ buck=$ bucks=$ usd=USD cad=CAD aud=AUD euro=EUR euros=EUR eur=EUR \
            pound=GBP pounds=GBP quid=GBP gbp=GBP franc=CHF francs=CHF chf=CHF yen=JPY jpy=JPY \
            rupee=INR rupees=INR inr=INR yuan=CNY rmb=CNY cny=CNY
            """,
        roles: englishRoles,
        yes: """
            yes|yess|yesss|yeah|yea|yep|yeap|yup|yas|ye|aye|yah|ya|yessir|yes please|go ahead|
            please go ahead|go for it|please do|lets do it|lets do that|that is right|thats right|
            that is correct|thats correct|you are right|of course|for sure|sure thing|you bet|
            by all means|why not|sounds good|that sounds good|sounds great|sounds fine|looks good|
            looks right|looks correct|that works|works for me|fine by me|fine with me|thats fine|
            that is fine|thats okay|thats ok|that is ok|its ok|thats perfect|that would be great|
            that would be good|that would be nice|that would be perfect|that will do|that'll do|
            yes i do|sure go ahead|i suppose so|hell yes|hell yeah|make it so|all of it is right|
            everything is correct|everythings correct|that is all correct|thats all correct|
            not a problem|no objections|heck yes|heck yeah|hell yea|you betcha|yuppers|yeppers|ofc|
            righto|roger that|aight|ight|yis|yus|yessir|yes sir|yes maam|right you are|fire away|
            that would work|id be happy to|id appreciate that|i would appreciate that|be my guest|
            sounds like a plan|its correct|it is correct|its right|im in|count me in
            """.unfolded,
        clauseYes: """
            do it|please do it|do that|y|absolutely|definitely|certainly|confirm|confirmed|agreed|
            agree|correct|exactly|precisely|indeed|i do|i am sure|i would|id love to|sure|
            i think so|i guess so|totally|bet|roger|obviously|naturally|surely|do so|proceed|
            please proceed|affirmative|i agree|i confirm
            """.unfolded,
        weakYes: """
            ok|okay|k|kk|okey|okie|oki|alright|all right|right|good|great|fine|perfect|cool|true|
            awesome|excellent|lovely|wonderful|very well|very good|all good|nice|no problem|mhm|
            uh huh|uhuh|ok good|please
            """.unfolded,
        no: """
            nope|nah|naw|nay|noo|nooo|nop|no thanks|no thank you|not really|not at all|no way|
            dont do it|do not do it|dont do that|do not do that|i dont want that|
            i do not want that|i dont think so|i dont thing so|i do not think so|id rather not|
            absolutely not|definitely not|certainly not|of course not|thats wrong|that is wrong|
            thats not right|that is not right|thats not correct|that is not correct|
            thats incorrect|that is incorrect|i disagree|its not ok|no im good|nah im good|
            thats not it|thats not what i want|that is not what i want|that is not what i meant|
            thats not what i meant|nuh uh|nuh-uh|uh-uh|dont think so|i wouldnt|id say no|no sir|
            no maam|nopers|negatory|hard pass|no chance|not a chance|forget it|
            not necessary|not needed thanks|no nothing|hell no|under no circumstances
            """.unfolded,
        clauseNo: """
            not now|not yet|not today|dont|please dont|do not|please do not|i dont|i dont want to|
            not quite|negative|incorrect|wrong|not correct|not right|im good|i am good|im fine|
            were good|all set|im all set|no need|not necessary|never|not interested|not that one|
            not that|thats all|that is all|nothing else|disagree|not ok|not okay|not exactly|
            rather not|not this time|nada|pass|ill pass|nothing|dont bother|not for me
            """.unfolded,
        bareNo: "no",
        maybe: """
            maybe|perhaps|possibly|not sure|im not sure|i am not sure|i guess|depends|it depends|
            might be|could be|perchance|mebbe|ish|more or less|hard to say|not certain|im torn|
            unsure|im unsure|probably|i suppose|kind of|sort of
            """.unfolded,
        blocked: """
            no longer|no one|no more|no idea|i have no idea|no clue|no matter|no worries|no wonder|
            no doubt|no email|no order|no orders|no number|no refund|no reply|no response|
            no answer|no package|no delivery|no tracking|no receipt|no news|no luck|no sign|
            no money|i dont know|i do not know|i dont remember|i do not remember|i dont have|
            i do not have|i dont see|i dont understand|i do not understand|i dont need|
            i do not need|i do have|i do need|i do want|do not have|dont have|dont know|
            dont remember|do not know|do not remember|dont see|dont understand|dont need|
            do not need|dont worry|do not worry|dont want|do not want|dont like|do not like|
            dont get|dont care|do not care|i dont want|i do not want|i dont like|i dont care|
            i dont get|right now|right away|right after|good morning|good evening|good afternoon|
            good day|not yet received|not yet arrived|not working|not needed|never mind|nevermind|
            never received|never arrived|never got|never came|sure what|wrong item|wrong size|
            wrong color|wrong colour|wrong product|wrong address|wrong order|wrong one|please help|
            great question|fine print|i would like|id like|i would love|i would prefer|
            i would rather|i would need|i would want|not sure if i|ok so|okay so|correct the|
            confirm the|confirm my|confirm that|agree to|i guess i|proceed with the return|
            proceed with a|never delivered|not at home|not now but
            """.unfolded,
        nameCues: [
            (
                .certain,
                """
                my name is|my names|the name is|name is|names|my full name is|full name is|
                full name|name|i am called|call me|under the name of|under the name|in the name of|
                i go by|account holder is|this is about|customer name is
                """.unfolded
            ),
            (
                .possible,
                """
                i am|im|this is|it is|its|here is|heres|speaking with|for|sure its|sure it is
                """.unfolded
            ),
            (.first, "first name is|first name|given name is|given name|my first name is".unfolded),
            (
                .last,
                """
                last name is|last name|surname is|surname|family name is|family name|
                my last name is
                """.unfolded
            ),
        ],
        endingCues: """
            ending in|ending with|ends in|ends with|
            ending|last four|last four digits|last digits are
            """.unfolded)

    private static let englishRoles: [(Roles, String)] = [
        (
            .reporting,
            "receive received receiving get got gotten getting have had arrive arrived come came "
                + "delivered reached seen see find found work works working need needed longer"
        ),
        (
            .negation,
            """
            not no never without except isn't isnt aren't arent don't dont doesn't doesnt didn't \
            didnt won't wont wasn't wasnt can't cant cannot neither nor instead_of wouldn't \
            wouldnt haven't havent ain't hardly nothing
            """
        ),
        (
            .contrast,
            """
            but instead rather meant mean however although though because i it's its please
            """
        ),
        (.and, "and"),
        (
            .trackingCue,
            "tracking track shipment parcel package fedex ups dhl usps waybill awb consignment"
        ),
        (.percent, "percent pct percents"), (.half, "half"), (.quarter, "quarter"),
        (.oclock, "oclock o'clock"), (.morning, "am morning"),
        (.afternoon, "pm afternoon evening night tonight"),
        (.hourCue, "at by until till before after around from"), (.pastHour, "past after"),
        (.toHour, "to till before"), (.single, "a an one"),
        (.rangeStart, "from between"), (.rangeEnd, "to and until till through thru"),
        (.article, "the a an my your this that these those our his her their"),
        (.next, "next coming following upcoming"), (.last, "last past previous"),
        (.this, "this"), (.ahead, "in within"), (.ago, "ago back earlier"), (.of, "of"),
        (
            .past,
            """
            since from ordered bought purchased received arrived came got placed delivered shipped \
            paid was were sent returned did after had been started happened
            """
        ),
        (.future, "until till by before due will deliver arrive ready starting leaving travel"),
        (
            .street,
            """
            street st avenue ave av drive dr road rd lane ln boulevard blvd court ct way place pl \
            circle cir trail trl parkway pkwy terrace ter square sq highway hwy alley crescent \
            close grove row loop plaza walk mews gardens hill
            """
        ),
        (.dwelling, "suite ste apt apartment unit floor room rm flat building bldg"),
        (.particle, "van von de der den del la le di da dos el al bin ibn mac st"),
        (.minus, "minus negative"), (.point, "point"),
        (.minorUnit, "cent cents penny pence pennies"),
        (.zipCue, "zip zipcode postcode postal postalcode"),
        (
            .phoneCue,
            """
            phone call tel telephone mobile cell cellphone reach dial text number whatsapp fax
            """
        ),
        (.spokenAt, "at"), (.spokenDot, "dot period"),
        (.mailCue, "email mail e-mail address is its"),
        (.orderCue, "order number id no nr orders reference ref"),
        (
            .unit,
            """
            piece pieces pc pcs item items unit units pack packs pair pairs set sets box boxes \
            people persons person guests customers times pages sheets bags pods tabs tablets \
            capsules threads thread count ml cl l litre litres liter liters oz ounce ounces g gram \
            grams kg kilo kilos lb lbs pound pounds mm cm m metre metres meter meters inch inches \
            ft foot feet yard yards km miles mile gb tb mb mp mah w kw watt watts kwh v volt volts \
            lumen lumens hz mhz ghz rpm dpi fps degrees degree calories second seconds minute \
            minutes hour hours hrs mins days weeks months years day week month year percent \
            points bucks quid dollars dollar euros euro cents keys
            """
        ), (.measureCue, "x size sizes length width height weight volume capacity wattage"),
        (
            .uncounted,
            """
            name names time times thing class week month year night monday tuesday wednesday \
            thursday friday saturday sunday day days hand person aid world of all off few minute \
            ago
            """
        ),
        (
            .countsOne,
            """
            want wanted need just only option number got have had take return keep order is are \
            and or with for to bought received ordered at exactly least most than cancel exchange \
            plus another
            """
        ),
        (.polite, "please thanks thank you thx ty pls plz kindly cheers hi hello hey dear"),
        (
            .followsNo,
            """
            i im id ill ive you it its that thats this the a an my your we he she they these those \
            there not dont do does please pls plz thanks thank thx ty wait sorry actually just \
            only leave keep cancel send change use go stop forget make put ship return exchange \
            don't let lets what why when where how who which but and because im sir ma'am maam \
            mate need never nope nah no yes can could will would should was is are have has hold \
            hang give take try in on at to for with as if so hes shes theyre were nothing none \
            neither both all another either definitely absolutely lol haha hmm switch pick choose \
            add remove update refund
            """
        ),
        (
            .filler,
            """
            oh well hmm hm um uh umm so ah eh er erm ok okay and hi hello hey haha lol alright \
            aha then
            """
        ),
        (.retraction, "actually wait sorry meant mean rather scratch hold correction hang instead"),
        (.question, "what when where how why who which can could will would is are does do did"),
        (
            .surnameToo,
            """
            black green white gray grey long young small little price best day short silver gold
            """
        ),
        (.everyday, englishEveryday),
        (.firstName, commonFirstNames),
    ]

    private static let englishEveryday = """
        a an the and or but if then else so because as of at by for with about against between \
        into to from up down in out on off over under again once here there when where why how all \
        any both each few more most other some such no nor not only own same than too very can \
        will just don should now though tho although anyway btw actually instead i me \
        my we our you your he him his she her it its they them their \
        what which who this that these those am is are was were be been being have has had having \
        do does did doing would could ought im youre hes shes theyre ive youve weve theyve id ill \
        isnt arent wasnt werent hasnt havent dont didnt wont cant new old hello hi hey dear thanks \
        thank please yes yeah yep nope ok okay sure right wrong fine good great bad best better \
        sorry order orders item items number name email address zip code postal phone street \
        refund return exchange cancel change ship shipped shipping delivery delivered package \
        account card payment paypal gift credit visa mastercard money price cost total status \
        tracking customer service help support agent human person manager broken damaged defective \
        wrong late lost missing early urgent need needed want wanted like liked know think sure \
        correct perfect nice really actually maybe just still also already yet ever never always \
        often sometimes today tomorrow yesterday week month year day time last first second third \
        next one two three four five six seven eight nine ten size color colour small medium large \
        extra red blue green black white grey gray silver gold pink purple yellow orange navy \
        beige cheap cheaper cheapest expensive big bigger small smaller different same another \
        both either neither none everything nothing something anything someone anyone nobody \
        everybody going trying looking calling asking waiting writing having getting using buying \
        sending happy unhappy upset angry sad disappointed frustrated confused unsure interested \
        ready done finished able unable afraid aware certain worried tired sick glad pleased not \
        too very quite pretty super extremely completely totally absolutely probably definitely \
        united states america usa north south east west san los las saint fort york suite apt unit \
        avenue road drive lane full half whole big little much many lot lots bit way place home \
        house work office school store shop website online site app system problem issue question \
        reason mistake error update info information details thing things stuff go come get got \
        take took make made give gave keep kept let put see saw say said tell told ask asked use \
        used find found call called try tried work works working worked buy bought pay paid send \
        sent receive received arrive arrived open opened close closed start started stop stopped \
        wait move moved live lived moving living sounds looks seems feels hmm oh well um uh lol \
        speaking long short high low hard soft easy about okay alright proceed ahead confirm \
        confirmed correct cheers bye goodbye morning evening afternoon
        """

    /// Frequent given names of many countries; they only raise the trust in a possible name.
    static let commonFirstNames = """
        aarav adam agnieszka ahmed aisha alan albert alejandro alessandro alex alexander \
        alexandra ali alice alicia amanda amelia amelie amélie amir amy ana andrea andreas \
        andrés andrew ángel angela anja anna anne annette annika anton antonio anya aria arjun \
        ashley aurélie aurelie ava ayse ayşe barbara beatrice ben benjamin bernd betty bilal \
        birgit bjoern björn bob brandon brian brigitte bruno camille carl carla carlos carmen \
        carol caroline catherine celine céline chad charles charlotte chen chiara chloe chris \
        christian christina christine christopher claire claudia clément clement daiki daniel \
        daniela david deborah dennis diana diego dieter dmitri dominik donald donna dorothy \
        edward elena elias elif elisabeth elizabeth ella élodie elodie emil emily emma emre eric \
        erik ethan eva evelyn fabian fatima fatma felix fernando finn florian frances francesca \
        francisco francois françois frank franziska frieda gabriel gary george gerald gerd \
        giovanni gisela giulia giuseppe gloria grace greg gregory greta guillaume günter günther \
        gunther hana hannah hans harper harry hassan heather heidi heike heinz helen helena \
        hélène helga henriette henry hildegard hiroshi holger hugo ian ibrahim ines ingrid isaac \
        isabel isabella istvan istván ivan jack jacob james jan jane janet jason javier jean \
        jeff jeffrey jennifer jens jerome jérôme jessica jesus jesús jim joan joaquin joaquín \
        joe joerg johan johannes john jonas jonathan jordan jörg jorge jose josé joseph joshua \
        juan juana judith juergen julia julian julie jürgen jurgen justin kai karen karin karl \
        katarzyna katharina katherine kathleen katja katrin keiko kelly kenji kenneth kevin kim \
        klaus kyle lara larry lars laura lea lei lena leon leonie liam lily lin lina linda lisa \
        lise lotte louis louise luca lucas lucia lucía luis luisa lukas luke maja manfred manon \
        manuel mara marco marek margaret maria maría mariam marie mark markus marlene marta \
        martha martin mary mason mateo mathilde matteo matthew matthias max maya mehmet mei \
        melanie melissa mia michael michelle miguel mike mila mohamed mohammed monika moritz \
        muhammad murat mustafa nadia nadine nancy naomi natalie nathalie nathan niamh nicholas \
        nick nico nicole niklas nina noah nora olga oliver olivia omar oscar ove pablo pamela \
        paolo patricia patrick paul paula pawel pedro peter petra philip philipp pierre piotr \
        priya rachel rafael rahul raj ralf ravi raymond rebecca renate rené rene richard rita \
        robert roberto rocio rocío roger ronald rosa ruth ryan sabine sakura sam samantha samuel \
        sandra sara sarah scott sean sebastian sergio sharon silke simon sofía sofia sonja \
        sophia sophie stefan stefanie steffi stephanie stephen steven susan susanne sven svenja \
        takashi tanja teresa theo theresa thibault thomas thorsten tim timothy tobias tom tomasz \
        tony torsten tyler ulrich ulrike ursula uwe valentina valerie valérie vanessa vera \
        victor victoria vincent walter wei wilhelm william wolfgang xin yara yasmin yuki yusuf \
        yuto yvonne zara zeynep zoe zsófia zsofia
        """
}

extension String {
    /// A list of phrases written over several lines, joined to one.
    var unfolded: String {
        split(separator: "\n").map { line in
            line.drop { $0 == " " }
        }.joined()
    }

}
