extension CommonWords {
    /// Made by `Tools/common_words.py`, which names the sources.
    static let dutch = """
        de het van een je is in te niet voor om en op met of apparaat worden wordt geen als deze \
        naar home die assistant dat kan zijn aan dit opnieuw moet bij uit ik er meer wat adres \
        configuratie door status id topic back integratie wanneer instellen gebruikt ip fout api \
        waarde apparaten account template selecteer bericht over informatie verbinding huidige \
        maken entiteit gebruik mqtt verwijderen naam temperatuur toevoegen wachtwoord wilt \
        mislukt alle entiteiten up voer tijd nieuwe heeft app alleen ondersteund url gebruiken \
        gevonden dan code systeem toe wil yaml instellingen u energie via kunt hoe sleutel heb \
        commando tot hostnaam modus beschikbaar kies aantal gegevens ingeschakeld actie \
        ingesteld ontvangen controleer maar server geconfigureerd netwerk verwijderd stel zal \
        hebt sensor volgende fase knop kunnen poort probeer lijst mode other start moeten kaart \
        nog probleem open laatste inschakelen al standaard uitgeschakeld opties configureren \
        maak staat automatisch ongeldige z type update acties versie helderheid d omdat ongeldig \
        batterij kon positie vereist andere configureer gateway tv laden seconden cloud na nodig \
        ze vandaag alarm licht controller locatie totaal definieert google verwijder leer \
        tijdens firmware opgetreden wave ga geselecteerde jij hebben opgegeven uitschakelen \
        automatische gedetecteerd l ondersteunt token wifi wijzigen ben optie uitgevoerd ruimte \
        één programma automatisering one plural kun zone goed lokale maximale verbonden vermogen \
        tussen weet dag groep mogelijk verbinden gebruiker gebruikersnaam service starten \
        toegang mijn afstand zigbee we water elke spanning afbeelding gebeurtenis pad toon ups \
        verzenden weergeven ophalen vinden jouw add documentatie item meerdere wie uur was voeg \
        maakt kleur bijwerken dashboard vanuit ook stroom ervoor me voordat stellen \
        authenticatie bewerken data s scène verandert zorg binnen leeg media weergave zeker \
        gemaakt automatiseringen handmatig nieuw nu minuten bestand blokkeer externe ingedrukt \
        inloggegevens installatie ondersteuning schakel weergegeven zoals gaat eerste totale \
        onder luchtvochtigheid tekst toegevoegd commando's dns host invoer werk bijvoorbeeld \
        zich bereik gesloten gewijzigd instantie ventilator waarop weer actief updates min \
        aangepaste minimale ondersteunde slot geef momenteel onbekende reset net stelt bluetooth \
        discovery geldige link out ssl stop voltooid hier c hij maand plaats broker certificaat \
        datum encryptiesleutel waarden zonder problemen max duur herstart koppelen publiceren \
        router verstuurd waar iets alles schakelen script taak ons lang werken welke camera \
        functie client laat optioneel schakelt test verbruik altijd gaan vanaf instructies \
        authenticeren beschikbare geven huidig integraties thuis veld verwarming webhook \
        geschiedenis waarom favoriete instelling b doeltemperatuur druk geactiveerd oplossen \
        uitvoeren werkt gemiddelde werd gebeurtenissen snelheid specifieke aangepast bijgewerkt \
        notificatie verzonden keer bepaalt dagen zie elk abonneren command geladen led lokaal \
        resetten scripts tarief verifiëren mee geeft geluid laag hub opstarten zonne terug hoog \
        aanmaken adapter filter geldig habitica niveau sww ui wachten zoeken zou ai count kanaal \
        klep mailadres opdracht thread eten langer voegen volg blueprint bron energieproductie \
        formaat gestopt map matter modi raadpleeg voorwaarden lossen correct gelukt huis ipv mac \
        opgeslagen overeen percentage serienummer stofzuiger thermostaat toegangstoken volledige \
        helpen wel twee ontdekt zo detecteren download editor energieverbruik gekoppeld items \
        juiste logboeken pincode station supervisor af getal jaar project gelezen komt berichten \
        gebruikersinterface geconfigureerde hardware links pm reolink schakelaar sensoren smart \
        stap trigger usb wijzig wijzigingen zodat vertel actieve apps bedekking cache geopend \
        geselecteerd klimaatregeling loggen mediaspeler profiel telegram timer bestaat kiezen \
        bevat eenheid eerst gebruikers v aangesloten effect extraheren klik knx preset query's \
        sluiten variabele volgen vul hal zien aanpassen begin laatst zet hun auto deur \
        gasverbruik interval openen spraak verouderd verwijdert veel hou snel beweging later \
        assistent persoon beheren gegeven http klaar pin regen sjabloon sluit stuurt upload x \
        zwaai elektriciteit bent ander categorie config extra geblokkeerd lamp network nummer \
        opslaan seriële statistieken sturen laten doe ervan duren gemiddeld stuur zullen geld \
        bewerkt boost bot details eco gestart interface kaarten kanteling kleurtemperatuur \
        levensduur oauth opladen sectie stoppen terugzetten unifi vertraging voeren voertuig \
        volume voorbeeld waarmee vaak vraag communicatie omhoog unieke batterijpakket bestaande \
        doel esphome hieronder importeren ruimtes selecteren succesvol tijdstip blauw zelf \
        gezien normaal proberen aanbevolen aangemaakt activeren algemene antwoord dezelfde event \
        handmatige herstellen hiermee horizontale info locaties rechts sms tekens voorwaarde jou \
        mensen houden online verschillende boven heel meter ooit nooit bepalen componeren \
        database getoond hoeveelheid indien installeren instelpunt kosten methode opgenomen \
        pagina prijs route sommige uploaden veilige video voldaan voltooien waarschuwing waarvan \
        week wissen lezen delen lijkt grootte hetzelfde zoek afspelen android bovengrens bypass \
        controle deconz drogen extern geheugen geplande homekit js migreren protocol resterende \
        rgb schema statusklasse verder verplaatsen vervolgens vorige warm zones vanwege anders \
        begon zon ongeveer basis live ontdekte scherm verkeerde applicatie attribuut bepaalde \
        bevindt bijv blijven bridge controleren cpu dagelijks downloaden gebruikte genegeerd \
        gevoeligheid hue index invoeren mail maximaal omlaag ondergrens opslag permanent ptz \
        verouderde voegt wit beter hallo vind vindt nemen steeds muziek centrale schrijven \
        tweede accessoire achtergrond alexa beginnen behulp bronnen communiceren dc detecteert \
        drukken enkele gedefinieerd geïmporteerd lage node printer relais schoonmaken verwachte \
        wachtrij voel aarde ja afhankelijk groot internet veilig hoeveel foto's uw slaap \
        adressen bedienen browser chat clients fouten herlaadt herstarten lange log onderstaande \
        payload qr release tag titel tonen totdat verborgen verkeerd zha maan man mij sport \
        eigen meest zowel blijft draait koffie krijgen waarbij misschien aanzetten accu activeer \
        box co dienst docker domein genereren getriggerd geïnstalleerd houd ingestelde label \
        logs optionele overdag ping punt raam radio routes statische teller vakantie variabelen \
        ventilatorsnelheid verdieping vergrendeld vertegenwoordigt volledig wacht windsnelheid \
        zijde hoi leven plek nee agent niets warmte besturingssysteem daarvan beheer bestanden \
        bevatten boiler buiten bus eerder ev f gepubliceerd https imap ingangsspanning inhoud \
        konden lengte melding mobiele motor nadat onze opdrachten opnemen opnsense oscillatie \
        paneel parameters reeks rgbw rgbww scènes sirene stand string toekomstige toestaan true \
        uitvoering web dus biedt periode hele mag oudere samen doen hem speel aanroepen \
        aanvullende agenda apple application batterijen bereikbaar bits class detectie \
        doelluchtvochtigheid eindpunt gebruikerscode gepauzeerd halen hoge hs id's inloggen \
        intensiteit lader lees logboek luchtbevochtiger luisteren meeteenheid nacht ondersteunen \
        ontvanger pakket shelly slechts sonos vervaldatum visuele vochtigheid zichtbaar boek ken \
        korte lucht bepaald gedaan meestal productie verwacht vrije adguard bekijk cijfers \
        cluster daarna doorgaan eenmalig gas geklikt haalt icoon insteon integreren interne koud \
        land modbus moment ontbreekt onvif opgehaald services stopt sub uitzetten verander \
        verbergen verbruikt verhouding verlopen waterverbruik windrichting xy drie gesprek \
        minder betekent personage element sinds denk graag reis software zin afstandsbediening \
        annuleren belasting bezig bijbehorende bijna core crownstone defect entiteits even \
        frequentie fritz gedraaid gps heos hierdoor ieee indrukken json kelvin kleurmodus kodi \
        koelen kort levenslang limiet maximum midden minimaal model netwerkinstellingen \
        omschakelen onbekend ontladen ontvangt onverwachte opgestart orde oude resultaat \
        schijfruimte staan tado toegestaan verhogen verkrijgen verplaatst voorvoegsel vriend \
        waarin wekwoord zodra word begrijpen boeken echt eeuw leuk robots schreef foto kleine \
        verbindingen willekeurige blijf films aanmelden ac afwezig afwijking apparaatklasse \
        assist audio bereikt beveiligen border corrigeer dagelijkse dongle donker droog dweil \
        einde filteren functies g gegenereerd geschatte gestuurd geverifieerd gewenste groepen \
        hvac inactief integer kuma lege maaier nachts nieuwste numerieke onjuist ontgrendeld \
        ontgrendelen opname opvragen pagina's pauzeren peblar personen playstation product push \
        realtime roborock ruwe sabotage scannen secties setup specifiek speler stad tags tcp \
        terwijl uptime validatie vereiste vervangen voorspelling waarnaar websocket xiaomi \
        amerikaanse soms morgen ontwikkeling soort bestaan gratis zeer zorgen zorgt absolute \
        herinneringen hoger let opmerking stukken welk spider aangeeft aanwezig aardappelen \
        afgespeeld afsluiten apparaattracker badge bedrijfsmodus beltoon coördinaten endpoint \
        enkel flow gehalveerd geëxporteerd haal herladen hoogste ingang ingangsstroom kopieer \
        luchtkwaliteit luchtkwaliteitsindex medium multiprotocol netwerken netwerkopslag \
        onderwerp ongedaan ongezond opbouwen overeenkomt overschrijven parameter ph registreren \
        representeert site stappen statussen stream taken telefoonnummer teruggezet toegewezen \
        uplocatie vastgelopen verbruikte verifieer verlagen verlaten vernieuwen versleuteld vol \
        wassen zetten bekend kijk iemand leren geprobeerd structuur waarschijnlijk helper komen \
        legacy n passen resultaten ring seconde anderen beetje begrip eet emoties grap klinkt \
        lekker wetenschap zeggen aanwezigheid abonnement autorisatie bedrijfstijd \
        beschikbaarheid beveiligde beveiliging bevestig bijhouden blueprints dashboards \
        definieer dialoogvenster dolby domeinen draairichting eindtijd erop export \
        functionaliteit geaccepteerd geleverd genegeerde geproduceerd gescheiden getallen \
        geweigerd groen hdmi hersteld hive inclusief indeling ingangsvermogen knooppunt knoppen \
        kopjes koppel koppeling koppelingsmodus lengtegraad markeren migratie minimum minuut \
        namen notificaties omvormer onderdeel onjuiste operatie opsomming overeenkomende \
        overschreden overzicht post regio servers speciale spelen spotify storing tabel \
        toepassing torrent torrents uv veranderen vergrendelen verplaats verplicht verwerken \
        verzoek vooraf website wekelijks focus toch hangt python rond verbeteren eigenschappen \
        jaloezie slecht thee vorm bestemming handig kreeg spreken sta verloren activiteit \
        afgebroken afmelden aliassen autoriseren begint beheerd beide bekijken bescherming \
        beschrijving bewaren bewerk binaire birth bodemtemperatuur breedtegraad cm concentratie \
        configuratiebestand configuraties content deel dempen deurbel draaien dubbel dweilen \
        encryptie fabrikant frontend geauthenticeerd gebaseerde gedeeltelijk gedeeltelijke \
        geduld gefixeerd gegevensschijf gekoppelde generieke gereset gewoonte gezicht grafiek \
        heet herconfiguratie hoogte hyperion import ingevoerd isy laadstation labels lametric \
        lens lg linker losgelaten mappen mm negeren nest netwerkclients nextdns offline plex \
        poging probeert query reden rekening renderen reparatie resetbare resterend rood rx \
        segment selectie sessie slaapstand soc squawk starttijd statistische taal telegrammen \
        templates ten tijdstempel tint tts undefined vaardigheid vastkokend verberg verificatie \
        verificatiecode vertrektijd verzadiging verzoeken wakker wan werkgebied zcl dank kunst \
        liever nederlandse goede klassieke r robot date diep gebaseerd grote manier naartoe \
        welkom wiel document geavanceerde historische kamer nieuwere statistiek sterk uniek \
        waardoor watt witte wortels adb afzonderlijke alternatieve azimut bekende beloning \
        bestelling beveiligd bevestigen bewegingsdetectie bewegingsenergie bewolkt bijgehouden \
        bodemmonitor bries buurt bytes camera's codes console daarom debug dock drum \
        fabrieksinstellingen factor gekozen gelijk geschikt gevraagd geïdentificeerd gong groter \
        hernoemen herstel hexadecimale identificatie inschakeling inschakelt interview kleding \
        klein klembord klok knipperen koeling liggen lopende maaien maandelijks meld meters \
        middelgroot module mogelijke monitor multicast neerslag omgeving onderhoud ontbrekende \
        opentherm overgeslagen pakketten platform pomp positief privacymodus rapporteren recent \
        rechten rechter sector sensorgegevens sim slechte smile smtp statusupdates steam \
        stoelverwarming strobe takenlijst temperatuursensor teruggeleverd tijdelijk tijdzone tls \
        toegangspunt toegestane toont tpm vast verbindingsgegevens vereisen vermogensfactor \
        versleutelde verwarmen w wachtwoorden warmtepomp wekken werkelijk withings zijborstel \
        analyseren bedoel benader burgeroorlog daar dollar drinken fijn geweest haat hoor lord \
        pijn smit thermodynamica verdrietig wereld ziek bang film had hoofd moeilijk beste \
        bewegen favoriet oud positieve waren accepteert dubbele duurt gebied invloed kracht paar \
        schrijft telefoon verleden voorkomt zout aankondiging afgeleverd airvisual alias \
        attributen authenticatiefout azure berichttekst binnenunit blokkeren boolean bring \
        combinatie community configureert dagteller decimalen direct drempelwaarde eigenschap \
        elektriciteitsprijs elektrisch enige filterlijst gebeurt gemarkeerd gescand \
        gespecificeerd geval gewicht gpio graden growatt h helemaal herconfigureren hetelucht \
        hoek ingelogd ingevoerde interfaces intern ios kalibratie kanalen kantelen krijgt labs \
        lager lan led's ligt mediaspelers meet mikrotik minstens monitoren naast nauwkeurigheid \
        negatief negeer numberofentities object obstakels onbeveiligd onedrive onmiddellijk \
        ontsluiten openbaar openbare overbelast overeenkomen overlay owntone plaatsen poorten \
        proces pure reactie recorder registratie rf rolluik rook schijnbaar shares \
        snelheidsbereik som speaker spoelen stekker stofzuigen stoom switchbot systemd \
        terugkeren teruglevering tijdsduur tijdslot tijdsperiode tik toestemming toetsenbord \
        toewijzen tokens tools tracering tx uid uitgefaseerd upnp valuta vaste verbind verbroken \
        vermijden verticale vertrek verwerkt volgens voorkeur voorverwarmen vrij warmwater \
        watertemperatuur way webhooks webinterface weersvoorspelling wijzigt youtube zalm \
        zonnepanelen dichter dune enzovoort luister voetbal zwaartekracht blauwe erg ervaring \
        genoeg genoemd iedereen kijken neem praten rust zwart achter architectuur artiest \
        beschrijft contact draai gisteren health hoort melden regels slim snelle stemming \
        systemen tegen testen toestand verloop vertrouwde verwachtte ziet aankomende \
        aankomsttijd aanmeldingsgegevens activeringscode afgelopen algemeen amazon \
        apparaatconfiguratie artikel attribute batterijniveau bediening begonnen beperkt \
        besturing bewaar bit blijvende boodschappenlijst bosch canada capaciteit checklist \
        communicatiefout component continu cyclus db dd deelstaat diagnostiek dicht diensten \
        digital ecowitt eenheidssysteem eindapparaat engine environment ethernet feestdagen \
        forceer foutmelding gedetailleerde gedetecteerde gedrag gedurende geplaatst gereed \
        geregistreerde gevraagde gewekt geïnstalleerde geüpload hdr herauthenticatie hiervoor \
        installatiemethode jit kantel katoen keuzelijst kiosk kleuren kolom komma's kopiëren \
        koppelcode laad leden lichte linksachter linksvoor looptijd lopen m magenta menu mist \
        navigeer negatieve nintendo nominale ofwel omkeren onvoldoende openstaan opent opgelost \
        oplader ossenhaas overeenkomst override pictogram pijplijn plak prefix prijzen \
        prioriteit privé projector protocolversie psk raden ratio reactief rechtsachter \
        rechtsvoor regeling reiniging relatief relatieve rs rtsp scan schoon secure slimme \
        specificatie spellen stem sticker straal stroomuitval super swing synchroniseren thema \
        things tijdelijke toegangstokens trillingen uitgeschakelde uitvoer updaten vasthouden \
        velbus venster veranderd verisure verstuurt vetmassa virtuele vlag voeding voorkomen \
        vragen waarschuwingen webpagina workout zijbalk zoemer betekenisvolle bio blij brengt \
        cleopatra constructieve culturele dna dr dromen elektronen ervaar goedemorgen golflengte \
        heelal hey hobby's honing humor informatica jarvis kilometer leeft literatuur materie \
        menselijk relaties rijk rings situaties star stress studie technologie teknolust thomas \
        uitgevonden verhaal vineland wars wet bedankt belangrijk duurde elektrische fi \
        gezondheid golf gouden helder houding stroomvoorziening ver willen zelfs
        """
}
