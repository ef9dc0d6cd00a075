extension CommonWords {
    /// Made by `Tools/common_words.py`, which names the sources.
    static let german = """
        die der nicht ist für und du das ein werden zu oder den in mit wird des von eine auf \
        gerät ich aus um es home assistant wenn dem an einen keine bei kann bitte zum api fehler \
        im adresse soll dein über konto wurde wähle konnte deine sind diese beim sobald \
        integration verbindung id als erneut konfiguration nur fehlgeschlagen gib neu zur \
        möchtest geräte schlüssel ip wie einer sich hat entität passwort filme app verwendet \
        gefunden dir modus dass temperatur alle deines einem unterstützt ob muss nach unter was \
        kein aktiviert mehrere dieses sie deiner wert geräts mir dich deinem hinzufügen eines \
        hast daten mehr url kannst template informationen authentifizierung yaml l gerne \
        entfernt weitere entitäten gut zustand anmeldedaten verwenden topic verfügbar dieser \
        ausgelöst z server sein geht einstellen aktion konfigurieren token aktivieren auch \
        version konfiguriert name dies befehl code deinen hostname einstellungen aufgetreten \
        sollen durch versuche er strom schaust einrichten aber anzahl bis netzwerk option \
        problem diesen mqtt benutzer liste können ja backup habe system serien lieber sensor \
        sicher deaktiviert stelle erforderlich löschen fest gesendet ab aktuelle erstellen cloud \
        so pv zeit bereits neue datei schaue firmware neuen überprüfe vom abrufen aktualisiere \
        dann noch definiert heute energie aktionen aktualisiert mail spannung am kommunikation \
        welche zone aktualisieren entfernen erkannt port prüft legt ungültige automatisch b \
        erstellt veraltet tag instanz optionen maximale nachricht senden nein sekunden ohne \
        letzte bin eigentlich batterie steuerung anzeigen aktiv bluetooth geändert ändern \
        auswählen payload verbinden gateway stromstärke taste sehr ausgeführt pin verbunden \
        authentifizieren starten anderen findest geladen roboter abgerufen benutzername eintrag \
        ungültig immer helligkeit leistung wurden diesem verwende automationen leuchte ihn \
        funktion mich angezeigt wave geschichte ct dauer status essen zurücksetzen ac google \
        karte alarm mediaplayer hergestellt benachrichtigung kamera folgenden lebensdauer \
        standort dienst einrichtung musst vor adapter update controller entferne gibt \
        hinzugefügt sprache angegeben bereich bild gestartet minuten text geöffnet pfad timer \
        schalter lokale luftfeuchtigkeit werte hinzu starte wechselrichter aktuellen typ \
        deaktivieren eingeschaltet eingestellt namen other zugriff beheben mal knx start ok s \
        dokumentation sollwert ganz standard leer position t erhalten gute antwort dc konnten \
        uhrzeit nachrichten client laden manuell möglich ssl ändert morgen benutzeroberfläche \
        empfangen medien schloss zwischen anmeldung eingerichtet wieder zigbee dashboard links \
        möglicherweise guten andere kino ki host neues optional speicher ungültiger mag magst \
        alles ausgewählte bevor fahrzeug füge pm nichts bist angegebenen warten ereignis \
        festlegen hub sendet backups einschalten konfiguriere kontos seriennummer wlan \
        zeitüberschreitung c entweder automation erkennung feld gelöscht gruppe richte gesamt \
        konfigurierten modbus rechts x betriebsart filter stellt geschlossen kanal unten frage \
        mein etwas stunde webhook gültige daher film viel aktueller automatische erfordert falls \
        festgelegt programm schwellenwert zähler besser wer abgeschlossen farbe läuft neustart \
        unifi während gehört min sagen warum damit format szene zurück danke schön würdest jede \
        einige alarmzentrale auto befindet entdeckt gültig led modell weiterhin zeitraum http \
        link skripte zeitplan zugangsdaten öffnen art ausgeschaltet datum einstellung haben \
        zertifikat wann blockieren erfolgreich geschwindigkeit mac ruft zuhause ereignisse \
        ausschalten derzeit startet zwei angegebene ausgewählten gedrückt lautstärke plural \
        schaltet string zugriffstoken auswahl melde phase später thermostat abdeckung aktiviere \
        beispiel dns letzten stunden updates gesehen abgelehnt drücke gehe konfigurierte \
        ladegerät sehen bedeutet bus hoch index stoppen akzeptiert aktualisierung jetzt letzter \
        licht monat netz nächsten pro router schnittstelle seite zahl bearbeiten details \
        hardware installation woche bot staubsauger tage überein access anschließend benötigt \
        kombinatorstring meldet oauth smart standardmäßig zeitpunkt jeden deaktiviere last \
        tracker computer spielt allen eingeben geräten stimmt unbekannter usb ziel person \
        ansicht apps audio eingabe integrationen lädt mindestens minimale n oben sensoren \
        servers stattdessen thread verfügbare zonen stromversorgung projekt abnahmepreis \
        erreichbar erreicht unterstützte unterstützung verschlüsselungscode hi \
        benutzerdefinierte bewegung gespeichert quelle soc zustands interesse war wirklich \
        bestimmten boost enthalten habitica lokalen luftqualität network warmwasserbereiter \
        wiedergabe anschauen benutze fühle irgendwie trinken selbst heizung titel verwendung \
        könnte aktive benutzernamen bestimmte deren importieren lassen p profil voreinstellung \
        wasser zeichen angeschlossen datenbank ende energieverbrauch enthält fernseher \
        herstellen hlk json müssen tv indem keinen ladevorgang niedrig relais tür v wir cm \
        insgesamt mwst sollte stufe telegram versuchen überschritten darauf anweisungen auslöser \
        effekt empfohlen innerhalb mehrerer ordner ph schließen überstrom ins direkt live \
        authentifiziere eingang endpunkt erstelle finden installiert ladestation skript sodass \
        solltemperatur zurückgegeben wahrscheinlich anderes aufgabe ausgewählt bereitgestellt \
        blockiert download korrekt matter verbrauch vorhanden öffne richtig aufgrund dateien \
        einträge existiert frequenz gestoppt gruppenadresse hier parameter slot ventilator \
        verbleibende warnung python würde alten bedingungen befehle beginnen box ersetzt lüfter \
        stromverbrauch tcp uhr ungültiges zusätzliche dort lesen abgelaufen anfragen anmelden \
        ausführen ausgang bridge falsch gas groß lang reolink zukünftigen änderungen betrieb \
        jedoch leuchten marketplace maßeinheit methode niedertarif nächste protect unterstützten \
        fall viele abfragen bypass clients dauern domain drücken erkennen gateways hz jahr \
        nummer reichweite verwendete lese sonne streaming anschluss https protokoll speichern \
        ton warmwasser manchmal abschnitt denen einspeisung entitäts g github knoten protokolle \
        reinigung variable verwendest verzögerung kuchen sprachen preise einspeisevergütung \
        empfang erneute faktor folge funktionen fügt kopplung migrieren mm protokollen sicherung \
        templates umschalten unterstütztes zuerst erzähl verloren abwesendmodus akkupack \
        befehlen broker gasverbrauch geheimnis ids manuelle nutzen probleme r rgb verfügt \
        warteschlange wirkleistung zuletzt kennst vielleicht wissen benachrichtigungen bereit \
        blueprint fenster funktioniert ipv kippstellung leistungsfaktor music normalerweise \
        seine seit suche zurückgesetzt zuvor klar leben abschaltung byte dampfgaren \
        empfindlichkeit ev fehlerbehebung ignoriert konzentration max modul seriellen siehe \
        station verfolgen änderung allem amerikanischen brauchen braucht bücher bürgerkrieg \
        dankeschön david dr egal erfunden fragst gefallen gehts gellar good hauptsache hören \
        inside isst kompliziert könntest lecker michelle oh omen oscars programmierer sarah \
        schon tatort tennent warst who wohl falsche genau anfrage border dazu eco esphome fehlt \
        gesamte größe hinweis jeder js kalender remote sms speicherplatz suchen veröffentlicht \
        zentrale überprüfen android anpassen benutzercode berechtigungen cpu darf dienste \
        eindeutige energieerzeugung erwartet h mitte nacht sensors stoppt supervisor \
        unterbrochen unterstützen veröffentlichen überspannung gehen verlauf befehls beginnt \
        count d dadurch demselben durchschnitt einmal erzeugung ess fernbedienung fortzufahren \
        lade lässt löscht ptz shelly verwalten video außerdem charakter davon man verschiedene \
        abonnement auslösen automatisches dashboards editor elemente fritz import korrigiere \
        lange liegen nachdem obere powerwall solar stereo versucht vorgang auslastung \
        beispielsweise chat einschließlich erhöhen filtern hochladen lichtbogenfehler lifx \
        mobile netzunabhängig oszillation push region rückstrom skripten stream störung \
        thermostats unterbrechung gemacht super wo container ermöglicht filet hochtarif jedes \
        lan lasse migration oszillationsart prüfe route statistiken steuern tasten thema ventil \
        versuch blau eigenen health scheint streams ablauf apple assist betriebsarten core \
        dauerhaft dessen durchschnittliche erforderlichen gesetzt importiert kombinatorgruppe \
        ladung lokaler luftbefeuchter mastodon mealie migriert prüfen ruhemodus surround upload \
        variablen warte zustandsklasse zählerstatus amazon sieht watt abfrage abgebrochen \
        beachte entriegelt farbtemperatur frei gelesen geschätzte her herunterladen hostnamen \
        kartoffeln kategorie kennung liegt module schreiben schritt standardwert verfügbaren \
        weboberfläche abhängig ai matrix oft weder adapters adressen angeben anwendung \
        binärsensor browser druck durchsuchen ermittelt extrahieren hinten ihre inhalt neuer nun \
        online symbol teil veraltete verknüpft verriegelt vorhandenen vorne wiederherstellen \
        zulässig favorit helfen liest abzuschließen aller attribut bearbeitet bedingung beendet \
        beginn bereiche bucket darstellt dpt entspricht erfüllt ergebnis erste hinzuzufügen ihr \
        internet knopf land m mehreren ons proxy qr rasenmäher routers sofort speicherort termin \
        voll wiederhergestellt öffentliche meisten sprechen stück abonnierte abwesend alexa \
        anstelle benutzerdefinierten bewegt bsb endzeit generieren halten hue ignorieren \
        kopplungsmodus länge nest neueste nächster offline plattform player regen reinigen \
        repräsentiert ressourcen startzeit sub switchbot timeout unbekannte unterspannung \
        verbindungen verringern zustände dafür große rolle beolink bestätigen bit controllers \
        dasselbe drucker einzelheiten funktionieren gemeldet generator geschrieben handelt \
        homekit integrationseinträge karten klimaanlage lms maximaler meldung mppt präfix setzt \
        stadt tx untere web zulassen ändere einfach fragen meine reagieren abzurufen aufgaben \
        batterien bewässerung bleibt durchschnittlicher empfängt entdeckte erlaubt fortfahren \
        kalibrierung koordinaten monitor netzeinspeisung pausiert serielle verschieben \
        vollständige wecker paar welchen abwärts aktuell angabe aufwärts benötigst bestätige \
        cache defekt drehzahl eigenverbrauch eintrags erhält führt gehalt gehören haupt hh k \
        klein komponente lege letztes lokales nachtmodus ort peblar personen richtung schnell \
        sirene spotify standby stimme thermostate trocknen wiederherstellung wärmepumpe zeigt \
        zuhausemodus zunächst überschreiben gespielt java pizza außerhalb batteriestand beenden \
        bildschirm bleiben docker empfangene ermitteln farben fläche gesendete isy kühlbetrieb \
        lautsprecher lg maximal mittel momentan niedriger paket reis rx schlüssels software \
        sowohl szenen tarif tls tools umrichter unerwarteter verzeichnis vollständig vorherigen \
        wählt überschreiten bringen definition prozessor trotzdem vielen waren wenig aktivität \
        angefordert anhand attribute auflösung benutzerdefinierter bezogene deconz display \
        entladung ets f fahrzeugs fehlende geplante gesamtzahl grund helfer insteon interne ir \
        lametric motor neukonfiguration normal nrgkick ntfy out prozent richtige richtigen \
        scannen seiten sowie sättigung verwendende vorhandene warnungen wiedergeben ww zubehör \
        zulässige besonders betreiben genommen gesundheit großes hallo keines kommt meinen \
        privat schwer sonst untertitel usa abfahrt aufheben basierend beschreibung \
        bestätigungscode bilder blindleistung blitzlicht codes einkaufsliste element entladen \
        externe fort fortsetzen führe ganzzahl gesamtverbrauch gespeicherte gesucht gültiges \
        herzustellen intervall klimageräts laufzeit menü mithilfe optionale prozentsatz pumpe \
        registriert schutz selbsttest steuert stopp tags vergewissere verschoben voc weil \
        zeitspanne zha überprüft übersteuerung blutig deutsch erinnert gehirn genres getränke \
        möchte schwere wichtig adguard alte alternativ antworten aufladung aufrufen aux cluster \
        echtzeit einblenden eingangsspannung elektrische festkochend folgende generiert growatt \
        gruppenadressen gültigen heizbetrieb hohe infrarot infrarotsender izone kochen kopieren \
        koppeln kühlung ladegeräts lüftermodus minimum mittelgroß monzo multiprotokoll nutzdaten \
        omada orp partien passt proxmox pub quellen quest renault rs schlaf schnappschuss seiner \
        storage usv ve verarbeitung wobei zeitfenster zeitstempel amerikanische anomalie avatar \
        benutzt bisschen drama fähig grau großartig hätte intelligenz lachen leute merke netflix \
        okay prime probieren staaten such tut wein witz überhaupt abbrechen agent aktivierung \
        anfordern angepasst ausblenden ausführung auslesen autorisierung befinden bestehenden \
        besteht bestimmt blebox discovery eingangsleistung engpass erlauben erledigt ersten \
        erwartete fernsteuerung gate gekoppelt gps halbiert haltestelle heiz hochtarifzeit \
        honeywell horizontale kabel katalog klingelton kurz lokal luftqualitätsindex \
        lüfterdrehzahl neuesten niedertarifzeit portainer portal portnummer rest rezept rfid \
        ruhezustand setzen sperre steam stummschaltung summe superniedertarif tabelle tages \
        tailwind telegramm telegramme ursprünglich verbindungsfehler verschlüsselung vorherige \
        wasserverbrauch webhooks windgeschwindigkeit zeichenfolge ziffer zugeordnet ältere \
        abgeholt alleine anstregend arbeite arbeitest backe beschwipst besserung betrinken \
        bionischen bißchen brauche brühl buffy burger caprio conversations creepy dampfmaschine \
        daniel definierst denkst deutsche ding doktor doo edison energiemangel entwickeln \
        erkläre esse fandest fantasy farbenfroher feuerkelch fieber fiebere fokussierter food \
        fortplanzen frag französische franzüsische freude freut funktioniere funktionierst \
        gelebt gesellschaftlich geshichte gesungen gleichfalls glühbirne greetings grungde harry \
        hauptdarsteller haupthandlung hauptrolle heiraten history hmmm hälst höre idee \
        individuum interpretationen irgendwann james jemals jemanden joa job kenne komplex krieg \
        künstliche kürzer langeweile leid leihen leonardo lieblingfarbe lieblingsbuch \
        lieblingsfilm liebsten lüge medizin memento men militärische miniserien mochte movies \
        nahrung nebenschauplätze nee once organismus originalsprachen plot politischen potter \
        probiert realistisch reize schade scooby sehe softwareprogramm spreche stirbt \
        stoffwechsel ständig superwitzig südstaaten thomas treffen trinkst vorleser \
        vorraussetzung vorstellen wachsen weisst wollte wünschst yolo zucker zugrundeliegenden \
        zählt ökonomischen überleben überrascht absolute aktuelles angehalten aufruf ausfall \
        authentifiziert batterieentladung behoben betriebsstunden bibliothek bring build \
        einmalpasswort einschränkungen erreichen evse fordert funkmodul generische geräteklasse \
        gestern getrennt gewürfelt ghz ieee ihren kelvin klimagerät kodi kohlenmonoxid kontrolle \
        kosten label laufenden leeren längengrad markieren midea netatmo nächstes obergrenze \
        overlay pcc ping playstation produkt rauch receiver rgbw rtsp satelliten slots solaredge \
        solltest sprachassistenten statistik teslemetry trommel täglich unerwartete untergrenze \
        uv velbus verbinde versetzt wahr website zentralheizung zugreifen überprüfung überwachen \
        abgespielt aktualisierungen anderer anteil ausgangsleistung automatischen begrenzung \
        blinken chlor community dabei durchsage ecobee eingangssicherung einzelne erzeugungs \
        erzwingen farbmodus folgen gerade gesamtenergie gesperrt grün halte heckantrieb \
        hintergrund info kameras klima kommunikationsfehler konfigurationen ladezustand leerlauf \
        lösche löst manipulation medientyp menge niedrige nutzung opnsense optionaler pi \
        privaten reagiert regel registrierung rot routen rückspeise schalte scheinleistung \
        schlösser schnelles setze sma sofern standorts stellige synchronisieren systems torrents \
        trocknung tägliche unterstützter ventilators verknüpfte verwaltet volumen vorübergehend \
        wechselrichters weiß windrichtung übernehmen abonniert abruf akku allgemeinen aqi \
        aufwecken aufzeichnung backofen betriebssystem bietet bms breitengrad countdown \
        empfänger entfernung envoy erfolgt erforderliche ergebnisse etage externen fahrzeuge \
        falsches farbton fehlerhaft fernzugriff flags fotos freier führen genauigkeit geprüft \
        geviertelt gewünschte hdr heos hochgeladen hs intelligente intensität kompatibel \
        landkreis lfe lies machen markiert maximalen melcloud melden modem ms multi mäher \
        onedrive onvif opcache post radon registrieren rgbww roborock schwach sonos strompreis \
        stummgeschaltet threema unbekannt urlaub verlassen versionen voreinstellungen wartezeit \
        websocket wetter wirst wählen xbox zyklus admin angibt application aufnahme ausgabe \
        ausgangsstromstärke ausgeben auswählst basic batterieladung batteriespannung belohnung \
        benutzers beobachtung berechnet berechtigung bereichs bildes birnen ble bodentemperatur \
        center crownstone dongle erhältst essensplan gehalten grenzwert herunter höher \
        initialisiert installieren installierte kapazität klimatisierung kuma leds luft \
        luftverschmutzung mediaplayers minimaler minute negative neopool netzbezug party passen \
        plex protokollieren raumtemperatur reaktion recorder refresh register repository scanner \
        schrittweite sichere solange sollten steckdose tado temperatursensor torrent trocken tts \
        uptime urlaubsmodus validierung ventilatordrehzahl verbindungsaufbau verfolgt \
        verfügbarkeit verfügung vorhersage w weiter werts
        """
}
