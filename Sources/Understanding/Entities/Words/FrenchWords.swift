extension LanguageWords {
    static let french = LanguageWords(
        tag: "fr", usesDecimalComma: true,
        units: """
            zéro=0 un=1 une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 \
            onze=11 douze=12 treize=13 quatorze=14 quinze=15 seize=16
            """,
        rounds: """
            vingt=20 vingts=20 trente=30 quarante=40 cinquante=50 soixante=60 septante=70 \
            huitante=80 octante=80 nonante=90
            """,
        scales: """
            douzaine=12 douzaines=12 cent=100 cents=100 mille=1000 million=1000000 \
            millions=1000000 milliard=1000000000
            """,
        ordinals: """
            premier=1 première=1 second=2 seconde=2 deuxième=2 troisième=3 quatrième=4 cinquième=5 \
            sixième=6 septième=7 huitième=8 neuvième=9 dixième=10 onzième=11 douzième=12 \
            treizième=13 quatorzième=14 quinzième=15 seizième=16 vingtième=20 trentième=30 \
            dernier=-1 dernière=-1 pénultième=-2 antépénultième=-3
            """,
        months: """
            janvier=1 janv=1 févr=2 juil=7 sept=9 oct=10 nov=11 déc=12 février=2 mars=3 avril=4 \
            mai=5 juin=6 juillet=7 août=8 septembre=9 \
            octobre=10 novembre=11 décembre=12
            """,
        weekdays: "lundi=1 mardi=2 mercredi=3 jeudi=4 vendredi=5 samedi=6 dimanche=7",
        dayOffsets: "aujourd'hui=0 hier=-1 demain=1",
        periods: """
            jour=day jours=day semaine=week semaines=week mois=month an=year ans=year année=year \
            années=year quinzaine=fortnight heure=hour heures=hour minute=minute minutes=minute
            """,
        clocks: "midi=720 minuit=0",
        fromEnd: "en partant de la fin|à partir de la fin|depuis la fin|avant la fin",
        currencies: """
            euro=EUR euros=EUR eur=EUR dollar=$ dollars=$ usd=USD franc=CHF francs=CHF yen=JPY \
            yens=JPY gbp=GBP chf=CHF
            """,
        roles: frenchRoles,
        yes: """
            oui|ouais|ouaip|ouep|oui merci|oui s'il vous plaît|oui svp|bien sûr|bien entendu|
            d'accord|daccord|c'est ça|c'est exact|c'est correct|c'est bon|ça marche|ça me va|
            allez-y|allez y|vas-y|vas y|faites|faites-le|faites le|volontiers|avec plaisir|
            tout à fait|je confirme|confirmé|carrément|pourquoi pas|je crois que oui|
            je pense que oui|ça roule|c'est parfait|c'est bien ça|oui c'est ça|oui c'est bien ça|
            bien évidemment|évidemment|oui oui|sans problème|yep|yes|yeah|mais oui|oh oui|
            avec joie|bien volontiers|je veux bien|je suis d'accord|c'est juste|c'est noté|
            ça me convient|cela me convient|ça me semble bien|faites donc|allons-y|go
            """.unfolded,
        clauseYes: """
            exact|exactement|affirmatif|naturellement|nickel|si|si si|je crois|je pense|confirmer|
            parfait|correct|absolument|certainement|entendu|effectivement
            """.unfolded,
        weakYes: "ok|okay|bien|très bien|super|génial|bon|s'il vous plaît|svp|impeccable",
        no: """
            non|nan|non merci|pas du tout|pas vraiment|surtout pas|certainement pas|absolument pas|
            plutôt pas|je ne veux pas|je préfère pas|c'est faux|ce n'est pas correct|
            ce n'est pas ça|c'est pas ça|pas question|bien sûr que non|c'est tout|je ne crois pas|
            je crois pas|je ne pense pas|je pense pas|sûrement pas|jamais de la vie|
            hors de question|nan merci|non non|pas la peine|ce n'est pas la peine|laissez tomber|
            laisse tomber|pas d'accord|pas besoin|nullement|en aucun cas|mais non|oh non|
            bien sûr que non|ça ne va pas|ce n'est pas bon|c'est pas bon|ça m'intéresse pas|
            ça ne m'intéresse pas|niet|nenni|non plus merci|sans façon
            """.unfolded,
        clauseNo: """
            faux|incorrect|négatif|inutile|rien|pas aujourd'hui|pas cette fois|jamais|
            pas maintenant|pas encore|rien d'autre
            """.unfolded,
        maybe: """
            peut-être|peut être|je ne suis pas sûr|je ne suis pas sûre|pas sûr|ça dépend|
            possible|mouais|je suppose|éventuellement|possiblement|probablement|on verra|bof|
            plus ou moins|c'est possible|sans doute|à voir|faut voir|peut-être bien
            """.unfolded,
        blocked: """
            je ne sais pas|je sais pas|aucune idée|non plus|non reçu|non livré|bien que|
            pas encore reçu
            """.unfolded,
        nameCues: [
            (.certain, "je m'appelle|mon nom est|mon nom|nom et prénom|au nom de|nom complet"),
            (.possible, "je suis|c'est|ici"), (.first, "prénom est|mon prénom est|prénom"),
            (.last, "nom de famille est|nom de famille|nom est|nom"),
        ])

    private static let frenchRoles: [(Roles, String)] = [
        (
            .reporting,
            "reçu reçue reçus reçues recevoir eu arrivé arrivée arrivés livré livrée livrés "
                + "trouvé trouvée vu vue marche fonctionne"
        ),
        (.negation, "pas ne ni sans sauf jamais aucun aucune excepté non"),
        (.contrast, "mais plutôt je"),
        (.and, "et"),
        (
            .trackingCue,
            "suivi colis envoi tracking dhl ups fedex"
        ),
        (.percent, "pourcent pourcents"), (.half, "demi demie"), (.quarter, "quart"),
        (.oclock, "heures heure h"), (.morning, "matin"), (.afternoon, "soir aprem"),
        (.hourCue, "à vers"), (.pastHour, "et"), (.toHour, "moins"), (.single, "un une"),
        (.rangeStart, "entre du de depuis"), (.rangeEnd, "et au à jusqu'au"),
        (.article, "le la les l un une des mon ma mes ce cette ces du"),
        (.next, "prochain prochaine suivant suivante"), (.last, "dernier dernière passé passée"),
        (.this, "ce cette"), (.ahead, "dans"), (.ago, "depuis"), (.of, "de du"),
        (.past, "depuis commandé acheté reçu livré arrivé était"),
        (.future, "jusqu'au avant sera d'ici"),
        (
            .streetBefore,
            "rue avenue boulevard place chemin allée quai impasse route cours av bd "
                + "esplanade square faubourg promenade sentier passage"
        ),
        (.dwelling, "appartement appt apt étage bâtiment bât porte escalier résidence"),
        (.particle, "de du des le la d l van von"),
        (.minus, "moins"), (.point, "virgule"), (.minorUnit, "centime centimes"),
        (.zipCue, "postal cp"), (.phoneCue, "téléphone tél portable mobile appeler rappeler"),
        (.spokenAt, "arobase arrobase at"),
        (.spokenDot, "point"),
        (.mailCue, "email mail courriel est"),
        (
            .unit,
            """
            pièce pièces unité unités article articles personnes fois pages ml cl l litre litres \
            g grammes kg kilo kilos mm cm m mètre mètres pouces go gb to mah w watt watts v volts \
            minutes heures jour jours semaine semaines mois an ans euros euro points
            """
        ), (.measureCue, "x taille longueur largeur hauteur poids"),
        (.orderCue, "commande numéro"), (.uncounted, "fois semaine mois année nuit chose"),
        (.polite, "s'il vous plaît svp merci bonjour bonsoir salut beaucoup"),
        (.filler, "euh ah oh ben bah bon alors bonjour hum et"),
        (.retraction, "attendez pardon plutôt enfin"),
        (.question, "quoi quand où comment quel quelle qui pourquoi pouvez"),
        (
            .everyday,
            """
            le la les un une des et ou mais si non oui de du en avec pour par à au que qui se me \
            mon ma mes ton son est suis sont très plus moins bonjour merci commande article numéro \
            nom prénom adresse rue code postal carte je tu il elle nous vous veux voudrais client \
            fâché déçu sûr nouveau cassé
            """
        ),
        (.firstName, commonFirstNames),
    ]
}
