extension LanguageWords {
    static let german = LanguageWords(
        tag: "de", usesDecimalComma: true,
        units: """
            null=0 ein=1 eine=1 einen=1 einem=1 einer=1 eins=1 zwei=2 zwo=2 drei=3 vier=4 \
            fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 \
            elf=11 zwölf=12 dreizehn=13 vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 \
            achtzehn=18 neunzehn=19
            """,
        rounds: """
            zwanzig=20 dreißig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 \
            neunzig=90
            """,
        scales: """
            dutzend=12 hundert=100 tausend=1000 million=1000000 millionen=1000000 \
            milliarde=1000000000 \
            milliarden=1000000000
            """,
        ordinals: declined(
            """
            erst=1 zweit=2 dritt=3 viert=4 fünft=5 sechst=6 siebt=7 siebent=7 acht=8 neunt=9 \
            zehnt=10 elft=11 zwölft=12 dreizehnt=13 vierzehnt=14 fünfzehnt=15 sechzehnt=16 \
            siebzehnt=17 achtzehnt=18 neunzehnt=19 zwanzigst=20 letzt=-1 vorletzt=-2 zweitletzt=-2 \
            drittletzt=-3 erster=1 letzter=-1
            """),
        months: """
            januar=1 jänner=1 jan=1 februar=2 feb=2 märz=3 mär=3 april=4 apr=4 mai=5 juni=6 jun=6 \
            juli=7 jul=7 august=8 aug=8 september=9 sep=9 sept=9 oktober=10 okt=10 november=11 \
            nov=11 dezember=12 dez=12
            """,
        weekdays: """
            montag=1 montags=1 dienstag=2 dienstags=2 mittwoch=3 mittwochs=3 donnerstag=4 \
            freitag=5 samstag=6 sonnabend=6 sonntag=7
            """,
        dayOffsets: "heute=0 gestern=-1 morgen=1 vorgestern=-2 übermorgen=2",
        periods: """
            tag=day tage=day tagen=day woche=week wochen=week monat=month monate=month \
            monaten=month jahr=year jahre=year jahren=year stunde=hour stunden=hour std=hour \
            minute=minute minuten=minute min=minute
            """,
        clocks: "mittag=720 mittags=720 mitternacht=0",
        fromEnd: "von hinten|von unten|vom ende",
        currencies: """
            euro=EUR euros=EUR eur=EUR dollar=$ dollars=$ usd=USD franken=CHF chf=CHF pfund=GBP \
            gbp=GBP yen=JPY jpy=JPY
            """,
        roles: germanRoles,
        yes: """
            ja|jaa|jaja|jo|joa|jep|jepp|jap|japp|jawohl|ja bitte|ja gerne|ja gern|ja klar|ja genau|
            ja das stimmt|ja passt|na klar|sehr gerne|sehr gern|bitte machen sie das|mach das|
            machen sie das|mach mal|machen sie mal|mach bitte|machen wir|machen wir so|
            selbstverständlich|auf jeden fall|aber sicher|aber klar|geht in ordnung|geht klar|
            das passt|das passt so|passt für mich|das passt für mich|das stimmt|stimmt so|
            das stimmt so|stimmt genau|genau so|ganz genau|das ist richtig|ist richtig|
            das ist korrekt|ist korrekt|okay passt|ich bestätige|bestätige ich|so machen wir es|
            so machen wirs|so machen|los gehts|ich bin sicher|denke schon|ich denke schon|
            glaub schon|ich glaube schon|klingt gut|hört sich gut an|sieht gut aus|jawoll|
            wäre super|jup|yo|klaro doch|aber gerne|aber gern|aber ja|ja doch|gerne doch|so ist es|
            so ist das|da haben sie recht|da hast du recht|jederzeit|nur zu|machen sie|mach|
            wäre lieb|wäre nett|ja wäre super|das wäre super|wäre toll|das wäre toll|das wäre nett|
            das wäre gut|freilich|
            yes|yep|yeah|yup|gebongt|abgemacht|von mir aus|meinetwegen|mit vergnügen
            """.unfolded,
        clauseYes: """
            klar|klaro|gerne|gern|sicher|natürlich|passt|stimmt|genau|richtig|korrekt|bestätigt|
            bestätige|los|bin ich|will ich|möchte ich|absolut|definitiv|unbedingt|bin sicher|
            in ordnung|logo|einverstanden|passt so|alles klar|bitte machen|warum nicht|wieso nicht
            """.unfolded,
        weakYes: """
            ok|okay|okey|oki|gut|sehr gut|super|prima|perfekt|toll|fein|schön|alles gut|bitte|
            wunderbar|hervorragend|ausgezeichnet|kein problem|mhm|top|bestens
            """.unfolded,
        no: """
            nein|nee|nö|neee|nöö|nope|nein danke|nee danke|nö danke|nee lass mal|nein lass mal|
            lass mal|lassen sie mal|lass gut sein|lass stecken|auf keinen fall|auf gar keinen fall|
            keinesfalls|keineswegs|das stimmt nicht|das stimmt so nicht|das ist falsch|ist falsch|
            das ist nicht richtig|das ist nicht korrekt|ist nicht nötig|nicht notwendig|bloß nicht|
            tu das nicht|mach das nicht|machen sie das nicht|das will ich nicht|will ich nicht|
            möchte ich nicht|das möchte ich nicht|ich will das nicht|ich möchte das nicht|
            ich glaube nicht|glaube nicht|ich denke nicht|denke nicht|denke eher nicht|danke nein|
            no|nänä|ach nein|ach nee|bitte nein|danke nicht|brauche ich nicht|brauch ich nicht|
            braucht es nicht|kein bedarf|kein interesse|vergiss es|vergessen sie es|nie im leben|
            um gottes willen|das lasse ich|das lass ich|nicht doch|das passt nicht|
            das passt mir nicht|passt so nicht|nicht einverstanden|
            ich bin nicht einverstanden|das meinte ich nicht|das habe ich nicht gemeint
            """.unfolded,
        clauseNo: """
            falsch|nicht richtig|nicht korrekt|bitte nicht|nicht jetzt|jetzt nicht|noch nicht|
            heute nicht|gar nicht|überhaupt nicht|passt nicht|niemals|so nicht|nicht so|das nicht|
            nicht das|ne|nicht wirklich|nicht nötig|das wars|das ist alles|das war alles|
            nichts weiter|sonst nichts|passt mir nicht|stimmt nicht|lieber nicht|besser nicht|
            eher nicht
            """.unfolded,
        maybe: """
            vielleicht|eventuell|möglicherweise|evtl|nicht sicher|bin nicht sicher|
            ich bin nicht sicher|bin mir nicht sicher|ich bin mir nicht sicher|mal sehen|
            mal schauen|schon möglich|kann sein|könnte sein|weiß noch nicht|kommt drauf an|
            kommt darauf an|jein|wahrscheinlich|womöglich|unsicher
            """.unfolded,
        blocked: """
            nicht mehr|ich weiß nicht|ich weiß es nicht|weiß nicht|weiß ich nicht|keine ahnung|
            keine idee|noch nicht da|noch nicht angekommen|noch nicht geliefert|
            noch nicht erhalten|noch nicht bekommen|gut gemeint|guten morgen|guten tag|guten abend|
            richtig gut|richtig schlecht|passt nicht zu|passt mir nicht mehr|falsche|
            falscher artikel|falsche größe|genau so wie|gerne würde|gerne möchte|gern würde|
            sicher dass|sicher ob|stimmt es|stimmt das|stimmt etwas|stimmt was|morgen früh|
            klar ist|ja nicht|ja noch|ja schon|bitte um|schön wäre|los geworden|bestätige die|
            bestätigt wurde
            """.unfolded,
        nameCues: [
            (
                .certain,
                """
                mein name ist|ich heiße|ich heisse|name ist|der name ist|mein name|name|
                mein name lautet|name lautet|auf den namen|auf den namen von|unter dem namen|
                mein vollständiger name ist|kontoinhaber ist|heiße
                """.unfolded
            ),
            (
                .possible,
                """
                ich bin|hier ist|hier spricht|hier schreibt|es ist|das ist|bin|für
                """.unfolded
            ),
            (.first, "vorname ist|mein vorname ist|vorname|vorname lautet".unfolded),
            (
                .last,
                """
                nachname ist|mein nachname ist|nachname|nachname lautet|familienname ist|
                familienname|zuname
                """.unfolded
            ),
        ],
        endingCues: """
            endet auf|endend auf|mit der endung|endung|
            letzten vier|letzte ziffern|letzten ziffern|endziffern
            """.unfolded)

    /// Every stem with the endings of German adjectives.
    private static func declined(_ table: String) -> String {
        table.split(separator: " ").flatMap { entry -> [String] in
            let parts = entry.split(separator: "=")
            guard parts.count == 2 else { return [] }
            return ["e", "er", "es", "en", "em"].map { "\(parts[0])\($0)=\(parts[1])" }
        }.joined(separator: " ")
    }

    private static let germanRoles: [(Roles, String)] = [
        (
            .reporting,
            "erhalten erhielt bekommen bekam gekriegt angekommen gekommen eingetroffen geliefert "
                + "zugestellt gefunden gesehen da funktioniert"
        ),
        (
            .negation,
            """
            nicht kein keine keinen keiner keines keinem nie niemals ohne außer weder nix nichts
            """
        ),
        (.contrast, "sondern aber doch obwohl trotzdem statt ich"),
        (.and, "und"),
        (
            .trackingCue,
            "sendung sendungsnummer trackingnummer tracking paket paketnummer dhl ups fedex"
        ),
        (.percent, "prozent"), (.half, "halb halbe halbes halben halber"), (.quarter, "viertel"),
        (.oclock, "uhr"), (.morning, "morgens früh vormittags vormittag"),
        (.afternoon, "nachmittags abends nachts nachmittag abend"),
        (.hourCue, "um gegen ab bis vor nach"), (.pastHour, "nach"), (.toHour, "vor"),
        (.single, "ein eine einen einem einer eines"),
        (.rangeStart, "von vom zwischen ab"), (.rangeEnd, "bis und"),
        (
            .article,
            """
            der die das den dem des ein eine einen einem einer eines mein meine meinen meinem \
            meiner dieser diese dieses diesen diesem
            """
        ),
        (
            .next,
            """
            nächste nächster nächstes nächsten nächstem kommende kommenden kommender kommendes
            """
        ),
        (
            .last,
            """
            letzte letzter letztes letzten letztem vergangene vergangenen vorige vorigen voriger
            """
        ),
        (.this, "diese dieser dieses diesen diesem"),
        (.ahead, "in binnen innerhalb"), (.ago, "vor seit"),
        (.of, "im"),
        (
            .past,
            """
            seit seitdem ab von bestellt bestellte gekauft erhalten bekommen bekam angekommen kam \
            geliefert wurde war habe hatte
            """
        ),
        (.future, "bis spätestens soll kommt wird werde verreise abreise"),
        (
            .street,
            """
            straße strasse str weg platz allee gasse ring damm ufer chaussee steig stieg pfad \
            packstation postfiliale
            """
        ),
        (
            .dwelling,
            "wohnung whg appartement etage stock zimmer hinterhaus haus tür top postnummer"
        ),
        (.particle, "von van zu zur vom de der den di da al el"),
        (.minus, "minus"), (.point, "komma"), (.minorUnit, "cent cents"),
        (.zipCue, "plz postleitzahl"),
        (
            .phoneCue,
            """
            telefon telefonnummer tel handy handynummer mobil mobilnummer rückruf anrufen fax \
            nummer
            """
        ),
        (.spokenAt, "at ät klammeraffe"), (.spokenDot, "punkt dot"),
        (.mailCue, "email mail e-mail mailadresse adresse ist lautet"),
        (.orderCue, "bestellung bestellnummer nummer nr auftrag auftragsnummer"),
        (
            .unit,
            """
            teile teilen teilig teilige teiliges teiliger teiligen stück stücke stk artikel \
            packung packungen paar set sets leute personen gäste kunden mal seiten blatt beutel \
            kapseln tabletten ml cl l liter g gramm kg kilo kilogramm pfund mm cm m meter zoll \
            fuß km kilometer gb tb mb mp mah w kw watt kwh v volt lumen hz mhz ghz dpi grad \
            kalorien sekunden minuten stunden tag tage tagen woche wochen monat monate monaten \
            jahr jahre jahren prozent punkte punkten euro euros cent tasten einheiten
            """
        ), (.measureCue, "x größe größen länge breite höhe gewicht volumen leistung"),
        (
            .uncounted,
            """
            mal woche monat jahr nacht zeit montag dienstag mittwoch donnerstag freitag samstag \
            sonntag tag tage tagen wochen monate monaten jahre jahren hilfe blick
            """
        ),
        (
            .polite,
            """
            bitte danke dankeschön vielen dank hallo hi hey moin servus schönen guten tag liebe \
            grüße
            """
        ),
        (
            .filler,
            "ach also dann hm hmm ähm äh oh naja tja na und ok okay hallo hi hey mensch joah hiermit"
        ),
        (
            .retraction,
            """
            moment doch sorry meinte eigentlich vielmehr halt stopp warte korrektur \
            entschuldigung
            """
        ),
        (
            .question,
            """
            was wann wo wie warum wieso wer welche welcher welches kann können könnt könnten ist \
            sind
            """
        ),
        (.everyday, germanEveryday),
        (.surnameToo, "klein groß lang kurz schwarz weiß braun rot jung könig"),
        (.firstName, commonFirstNames),
    ]

    private static let germanEveryday = """
        der die das den dem des ein eine einen einem einer eines und oder aber wenn dann weil dass \
        als ob zu zum zur von vom bei beim mit nach aus in im an am auf für um über unter vor seit \
        bis durch gegen ohne ich du er sie es wir ihr mich dich sich uns euch mir dir ihm ihn \
        ihnen mein meine meinen dein sein ihre ihren unser euer dieser diese dieses jener welche \
        welcher was wer wie wo wann warum wieso ist sind war waren bin bist seid sein haben habe \
        hat hatte hatten werden wird wurde wurden kann können könnte muss müssen soll sollte will \
        wollen wollte möchte möchten mag darf dürfen nicht kein keine nie nur auch noch schon sehr \
        so hier da dort jetzt heute gestern morgen immer wieder mal doch ja nein nee nö okay ok \
        gut gern gerne bitte danke hallo hi hey moin guten tag vielen dank schön passt stimmt \
        genau richtig falsch klar natürlich vielleicht alles nichts etwas jemand niemand man \
        bestellung bestellnummer artikel nummer name vorname nachname adresse straße plz \
        postleitzahl telefon handy konto karte zahlung rechnung paket lieferung versand sendung \
        retoure rückgabe umtausch erstattung geld zurück stornieren kaputt defekt beschädigt zu \
        groß klein lang kurz rot blau grün schwarz weiß gelb grau braun silber gold rosa lila neu \
        neue neuen alt alte erste zweite dritte letzte andere anderen anderer beide beides beiden \
        mehr weniger viel viele wenig alle ganz nächste eins zwei drei vier fünf sechs sieben acht \
        neun zehn kunde kundin frage problem fehler hilfe mensch mitarbeiter wütend sauer \
        enttäuscht verärgert unzufrieden zufrieden sicher unsicher fertig bereit krank froh \
        interessiert angekommen geliefert bestellt gekauft erhalten bekommen verloren gegangen \
        verspätet einverstanden umgezogen unterwegs leider wirklich total echt ziemlich langsam \
        schnell dringend
        """
}
