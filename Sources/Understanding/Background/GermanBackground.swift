extension BackgroundTexts {
    static let german = """
        wer hat das Telefon erfunden
        wie viele Einwohner hat Japan
        welcher Planet ist der Sonne am nächsten
        wie viele Beine hat eine Spinne
        welche Sprache spricht man in Brasilien
        wann endete der Zweite Weltkrieg
        wer hat die Mona Lisa gemalt
        wie weit ist der Mond von der Erde entfernt
        welcher Fluss ist der längste in Afrika
        was ist der Sinn des Lebens
        was bedeutet Photosynthese
        wie schreibt man Rhythmus
        was heißt danke auf Italienisch
        übersetze diesen Satz ins Französische
        was ist sieben mal acht
        wie viel sind fünfzehn Prozent von zweihundert
        löse diese Gleichung für mich
        rechne zehn Meilen in Kilometer um
        wie ist das Wetter heute
        wie wird das Wetter am Wochenende
        erzähl einen guten Witz
        wer ist der Präsident von Frankreich
        wie heißt die größte Stadt der Welt
        spiel ein bisschen Musik
        wie backt man Brot
        regnet es am Wochenende
        wie kalt ist es gerade draußen
        wann geht heute die Sonne unter
        brauche ich heute einen Regenschirm
        stell den Wecker auf sechs Uhr
        erinnere mich am Sonntag daran meine Mutter anzurufen
        wie spät ist es in Tokio
        setz Milch auf meine Einkaufsliste
        mach das Licht in der Küche aus
        mach die Musik lauter
        spiel meine Lieblingslieder
        nächstes Lied bitte
        wer singt dieses Lied
        welchen Film soll ich heute Abend schauen
        wer hat beim neuen James Bond Regie geführt
        wann ist das nächste Fußballspiel
        wer hat die meisten Tore geschossen
        wie hat Bayern gestern gespielt
        was sind die Regeln beim Schach
        sag mal was Lustiges
        sing mir ein Lied vor
        erzähl mir eine Gutenachtgeschichte
        schreib eine kurze Geschichte über einen Drachen
        schreib einen Aufsatz über den Klimawandel
        gib mir ein Rätsel auf
        magst du Pizza
        was ist deine Lieblingsfarbe
        wo wohnst du
        hast du Geschwister
        was machst du in deiner Freizeit
        bist du verheiratet
        träumst du manchmal
        ich liebe dich
        mir ist langweilig
        ich hatte einen furchtbaren Tag bei der Arbeit
        meine Freundin hat mich verlassen
        ich kann nachts nicht einschlafen
        mein Rücken tut beim Sitzen weh
        was hilft gegen Kopfschmerzen
        wie viele Kalorien hat eine Banane
        ist Kaffee schlecht für das Herz
        wie nehme ich schnell ab
        was hilft gegen Schluckauf
        wie lange muss ein Ei kochen
        hast du ein Rezept für Apfelkuchen
        was kann ich mit Huhn und Reis kochen
        wie macht man Pfannkuchen
        welcher Wein passt zu Fisch
        such ein italienisches Restaurant in der Nähe
        reserviere einen Tisch für zwei Personen
        such mir ein günstiges Hotel in Paris
        kauf mir eine Fahrkarte nach Berlin
        wie lange fliegt man nach New York
        brauche ich ein Visum für Indien
        wann ist die beste Reisezeit für Island
        wie komme ich zum Flughafen
        wie ist der Verkehr auf der Autobahn
        wo kann ich in der Innenstadt parken
        ruf mir ein Taxi
        wann fährt der nächste Bus zum Bahnhof
        wie wechsle ich einen Reifen
        mein Auto springt morgens nicht an
        wie erziehe ich einen Welpen
        was fressen Kaninchen
        warum schnurren Katzen
        der Hund vom Nachbarn bellt die ganze Nacht
        wann pflanzt man Tomaten
        warum werden die Blätter meiner Pflanze gelb
        wie schreibe ich eine Schleife in Python
        was ist der Unterschied zwischen einer Liste und einem Tupel
        wie lernt ein neuronales Netz
        erklär mir die Quantenphysik
        warum ist der Himmel blau
        wie wirken Impfungen
        was ist ein schwarzes Loch
        wie lege ich mein Geld in Aktien an
        wie steht der Bitcoin heute
        soll ich ein Haus kaufen oder mieten
        wie mache ich meine Steuererklärung
        wie hoch ist der Leitzins
        wer hat die Wahl gewonnen
        was hältst du von der Regierung
        was gibt es Neues in den Nachrichten
        wann ist nächstes Jahr Ostern
        wie viele Tage sind es noch bis Weihnachten
        was schenke ich meiner Frau zum Geburtstag
        was sind schöne Namen für ein Mädchen
        wie schreibe ich eine gute Bewerbung
        wie viel verdient eine Krankenschwester
        wie bindet man eine Krawatte
        was sagt mein Horoskop
        wirf eine Münze
        nenne eine Zahl zwischen eins und zehn
        die Kinder spielten den ganzen Nachmittag im Garten
        das alte Haus stand am Ende der Straße
        er las die Zeitung und trank seinen Tee
        die Berge waren mit Schnee bedeckt
        sie studierte Geschichte an der Universität
        der Fluss entspringt im Norden und mündet ins Meer
        sie sangen bis tief in die Nacht
        der Gemeinderat stimmte für eine neue Brücke
        im Baum singt ein Vogel
        meine Großmutter wurde in einem kleinen Dorf geboren
        der Lehrer erklärte die Aufgabe noch einmal
        unser Zug hatte gestern eine Stunde Verspätung
        das Museum ist montags geschlossen
        wir gehen in den Bergen wandern
        ich denke also bin ich
        sein oder nicht sein
        bla bla bla
        la la la
        eins zwei drei vier Eckstein
        """
}
