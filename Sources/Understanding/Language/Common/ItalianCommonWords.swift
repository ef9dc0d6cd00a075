extension CommonWords {
    /// Made by `Tools/common_words.py`, which names the sources.
    static let italian = """
        di il la del per non è un in a della e dispositivo o le da i che una con modalità stato \
        nome tuo si sono home più se assistant configurazione essere quando questo temperatura \
        al su come impossibile tempo entità imposta rete attiva alla dei cui questa numero tua \
        backup errore codice valore ip chiave delle dispositivi seleziona id sistema energia ha \
        lo uno dati utente corrente gli sei sensore potenza solo l'indirizzo informazioni deve \
        file tipo password velocità host account batteria aggiungi inserisci nella configura \
        porta vuoi impostazioni livello dalla indirizzo durante consumo messaggio durata \
        posizione server l'integrazione cosa connessione modello utilizzare sul può comando nel \
        fase tutti casa valido viene pulsante totale yaml tensione ad luce dal invia hai \
        ricarica controllo prima attuale token configurare ora nessun nuovo impostare other puoi \
        api accesso zona controller percorso riscaldamento voce allarme mostra aggiorna \
        luminosità sulla gruppo credenziali l pressione possibile eseguire modifica programma \
        verrà locale sarà sia crea disponibile firmware servizio d aggiungere cloud oggi mi \
        problema cottura colore azioni abilita scheda data configurato filtro nuova stata \
        supportato utilizzato rilevato tutte sicuro ti molto rimuovi gas versione ingresso \
        inviare notifica ma automatico massima scegli aggiornamento trovato verifica media \
        nessuna dello integrazione nuovamente umidità sensori ulteriori dopo ho dimensioni alle \
        ancora produzione controlla dell'aria gateway rilevamento url uscita senza già qualità \
        scena base autenticazione azione multimediale one opzioni ore plural tra carica \
        contatore eliminare google valida volume flusso script secondi z connettersi massimo \
        plancia potrebbe utilizzo ottieni ai testo definisce ventola perché canale dell'acqua \
        necessario stati modo automaticamente elenco predefinito cos'è giorno rimuovere computer \
        disponibili limite pin riuscita tramite tutto blocca dettagli timer qualsiasi esempio \
        mqtt predefinita richiesta mio degli tariffa movimento ripristina caricamento esecuzione \
        evento x attivazione minuti attività progetto minima pulizia scarica selezionato vento \
        wave ogni comandi formato risposta condizione corso punto ritardo sta collegamento volte \
        attivo avvia percentuale utilizza frequenza bassa documentazione calda desiderata \
        disattiva l'id tue mese tuoi soglia solare valori web creare fine software acqua filetto \
        registrazione ventilatore verificato stesso mappa ottenere audio modificare pausa \
        serratura sicurezza campo posso blocco configurata personalizzato supporta cambia \
        memoria usa controllare due sempre accedere automazioni cm orario ripristino riprova \
        veicolo condizioni eventi vapore pagina vista webhook carico profilo richiede basso \
        fuori assicurati dns immagine intervallo remoto robot qui chat avviso client \
        crittografia pannello pioggia seguenti quale possono registri termostato tv voler \
        desideri altro abilitato funzione led lettore pm registro vocale mai bot quindi \
        aggiornamenti automatica consente disabilita energetico prezzo fino volta disco elementi \
        problemi stai router trovare vuoto chi classe unità fi hz l'account wi l'accesso \
        aggiornare giorni periodo dovrebbe grado inizio manuale ricerca riuscito statistiche \
        superiore supportata ultimo utilizzata valvola riferimento elimina spegnimento nelle \
        spazio area attesa elettrica impostato intero sconosciuto visualizzare direzione \
        un'entità apri attivato ciclo connesso contenuto indice inizia l'autenticazione \
        multimediali quantità raffreddamento ricevuto specificato stazione trovata variazioni \
        inviato anche saranno parte l'entità lista patate vai verranno zone alto sotto c cerca \
        metodo me acceso alimentazione bluetooth destinazione destra dimensione impostazione \
        manualmente nodo orarie payload riavvia riavvio sinistra mac istruzioni principale \
        vengono lavoro quanto associazione cancella collegato count integrazioni premuto \
        selezionata spento supporto variabile video utilizzando hardware domanda attivare \
        corrisponde finestra inferiore l'ora l'url medio messaggi oscillazione query telegram \
        caricare persone piano richiesto risolvere momento bene app continuare minimo stringa \
        traccia ultima zigbee ed elettricità componente ci cartella certificato \
        dell'applicazione fornito funzionamento knx opzione parametro selezionare devi lungo \
        provare componenti distanza errori prossimo persona capacità fare alta argomento \
        autenticare categoria comunicazione concentrazione effetto iniziare interna prega \
        rilevare setpoint telecamera visualizza dominio fonte reale schede serie sì io \
        aggiuntivi archiviazione automazione avvio correttamente email fotocamera indica \
        l'aggiornamento l'api modifiche protezione scaduto ssl suolo primo operativo misura \
        oppure processo preferito incroci piace costo esegui guasto hvac pompa sezione sito \
        specifica thread vacanza sole qual aree attualmente bianco buccia completo connettiti \
        farinose gestisci impostata lesse pianificazione rappresenta torrent intelligente \
        conversazione altri suono troppo qualcosa caratteri devono etichetta g interruttore \
        istanza l'azione monitorare recuperare scadenza segnale visualizzazione ciò linea alcuni \
        cose avviare bit byte coda continua disabilitato fasce installazione mail p preimpostata \
        rapida riso verificare grandi riproduzione alcun dell'energia blu boost colori \
        dell'entità hub l'app parametri piattaforma posteriore premi richiedere rilevata \
        settimana slot cpu trova altre prova s attivata funzionalità intensità lettura livelli \
        mocio opzionale precedente prevista relè segui servizi transizione verde database vita \
        avere sto cifre modelli nuovi copia uso fai quali meglio attivi bridge caldo calendario \
        consenti inserire monitor n nei partenza piccole riconfigura ritorno sms stampante \
        telecomando assistente usare secondo arresta aver chiamata corretto lingua lunghezza mia \
        broker elemento elettrico errato http l'impostazione l'unità lato percorsi prefisso \
        pronto queste reattiva riavviare tosaerba tracciamento trasmissione tx calore centrale \
        hanno sulle quello letto un'altra grande accedi applicazione consumata desidera destro \
        editor esterno facoltativo l'opzione lascia medie mentre metà min ping richieste rimossa \
        sinistro spostamento target timeout valide motore dove sorgente comune era meno \
        artificiale storia città ferma negli notte sequenza successo fatto detto hal abilitare \
        alexa attributi avvisi box ca cache chiusura consulta conteggio esclusione esterna \
        freddo l'interfaccia menu ptz radio rapporto schermo usb dalle potrebbero proprietà sui \
        vecchio programmata k utenti dai stessa corpo accensione anteriore aria associato \
        bloccato configurati dall'interfaccia descrizione dovrai esiste fattore iniziato link \
        matter necessaria personalizzata posizioni promemoria reimposta scansione sintesi sposta \
        successiva supportate supportati telefono totali un'immagine maschera v un'emozione \
        almeno aprire causa creata maggiori acs aggiornata browser cambiare completare \
        compressore copertura cubetti deconz disattivare etichette generico habitica iniziale \
        inquinamento irrigazione notifiche prossima protocollo provincia raggio rilevando \
        sanitaria seriale test titolo visualizzato esegue internet vedere sembra python \
        l'interruttore mancante prodotto loro verso dire dovrei emozioni tanto alcuna anidride b \
        bypass caffè cambiano chiudi completa conferma definitivamente dell'evento dell'immagine \
        dell'integrazione disabilitare filtra fornita fritz includere indirizzi istantanea \
        l'allarme l'host luci lunga mm modificata monitoraggio monossido nell'app nota oauth \
        obsoleto rimosso rx scuro sensibilità spazzola specificata spegnere suoneria superano \
        supervisor abbia diversi h importa nomi parola vero certo agli libero segreto sola \
        successivo luna adattatore aggiuntivo arrivo bucket caldaia carbonio creato d'acqua eco \
        finale fumo https l'attivazione locali max nascondi passa presente qr remota rimanente \
        rimuove riproduci scene scopri scrivere sfondo true alcune musica argomenti chiaro \
        eliminato invece passare salvare grazie senso davvero abilitata aggiunge aperta \
        aspirapolvere auto badge breve calibrazione caricata dell'inverter esadecimale \
        esportazione fallita foto frase giornaliero infrarossi intere interfaccia ipv l'evento \
        modificato nell'interfaccia opcache previsioni prezzi quarti recente ricevere \
        scaldabagno sessione shelly sonno specifico statistica tentativo univoco abbiamo insieme \
        circuito funziona gioco allo android corretta fornite forza numerico scarico tipi uova \
        dipende mercato film sistemi potrei triste aggiornato aggiunto alias arresto asciugatura \
        ascolto aumenta chiavi completata consentito contenuti disabilitata effettuare \
        importazione interrompere js l'associazione l'automazione larghezza lettori manzo \
        misurazione nuove orizzontale pagine passo ph porte previsto punta reazione residua \
        riattivare riceve ricevitore ripristinare riprovare salva scaricamento seguito serbatoio \
        smesso tabella tailwind tastiera termine un'attività un'azione validi ventilazione voci \
        poi c'è difficile creazione latte portata risoluzione risultato utilizzati zero \
        dovrebbero nessuno visto molti accende angolo annulla assist attributo campanello \
        caricabatterie caricato collega condivisione confine conto convalida dall'elenco debug \
        diverso fasi homekit ieee izone laterale lavaggio normale oggetto picco poter \
        preimpostazione premere regolazione riconfigurare rischio risciacquo specifiche spostare \
        tamburo trovati tts uv binario programmato risorse rosso salute torta siamo penso cambio \
        consentire diventato originale seconda sopra caso macchina significa miei soldi accendi \
        all'account aperto assoluta attivatore cavolo cc co completato compreso contatori \
        coordinata crownstone d'aria dall'installazione dall'integrazione definito dialogo \
        disattivato esistente fattori fornisce forno icona immagini inattivo incluso interrotto \
        l'argomento l'aspirapolvere l'utente midea modem multiprotocollo navigazione operazione \
        origine predefiniti presenza previsione prodotta push regione reolink restituita \
        restrizioni rgb ricevuti rilascio rimanenti riprodurre rovescia ruota sedile seguente \
        somma stanza statica t trovate utilizzate numeri personaggio ecc sentito ambiente \
        casuale fa interno leggere maiale obiettivo utile utilizzano valuta agente potresti \
        precisione rende senti sentimenti sento umana accesa all'interno alternata associati \
        attenuazione avviato climatizzatore collegati configurazioni corrispondono dell'ultimo \
        disattivata dissolvenza dsl elettrodomestico eseguito fallito favore fornisci gallina \
        grafico hue immediatamente iniziano inviati kodi l'editor l'invio l'operazione l'umidità \
        mensile mobile mostrare notturna oggetti onvif perdita permanente positivo restituisce \
        restituito rimozione rotazione selezionati sezioni sirena smart temporale tenere tracker \
        verticale preferita rispetto li felice probabilmente rabbia so background cambiamenti \
        canali elevata probabilità questi regola riserva siano usando paese parole proprio terra \
        forse abbonamento accumulo acustico all'api apertura apparente asciutto autenticarsi \
        banda basato chiudere cursore dell'attività deprecata disattivazione far fette foglio \
        gestione giallo gruppi ignora inclinazione l'effetto l'esecuzione l'etichetta luogo \
        mantieni medaglioni microonde modbus netatmo nodi pere personalizzati polvere precedenza \
        pulire pulsanti quest'anno recupero relativa rilevati ring riscaldatore risposte run \
        scrittura selezione specificare spenta strobo tenda tonalità traffico ultimi visuale \
        ciascuna funzionare programmazione quella tre bisogno buona personale possa abbastanza \
        dovresti po spesso attraversi conosci esprimere mangiare paura apple attenzione classi \
        conservazione dato desiderato ordine pacchetti poiché privata chiamato comunque esso \
        pollo sapere super così parlare qualcuno calcio airvisual all'indirizzo altezza amazon \
        assicurarsi attendi bus carote centralizzato climatica cloro compatibile connetti \
        connettività dell'interruttore determinato dinamico diretta domini download dpt \
        effettuato emergenza eseguita esphome esporta fabbrica fornire identificatore ignorato \
        illuminazione impulsi indicatore infusione insteon integro interi interruzione inverti \
        l'acqua l'attività mandata migrare migrazione modulo negativo nominale pacchetto pane \
        panoramica passaggi passaggio peso post procedere prolungata raggiunto registrare \
        ricompensa riconfigurazione ricostruzione rilevatore riposo ruotato saturazione \
        schermata scostamento segmento sicura sonda sonos spesa stazioni stimata streaming tardi \
        telecamere telegrammi televisore trasferimento un'integrazione unifi viaggio vibrazione \
        vitello volkszaehler wan zha parti farlo funzioni suoi sentire umano appena evitare \
        generale gestito guida nazione periodi scambio vedi gatto qualche studio capace dimmi \
        ragione accessorio aggiunta aiutante all'app annullare antigelo arrostire attendere \
        autenticata cartelle chiamate chiudono chiuso clic climatico comunità consigliato \
        contiene corrispondente costante dell'allarme dell'app dell'azione disabilitate docker \
        domestico eliminati energetica extra filtri fissa fonti funghi funzionante genera \
        generatore hdmi hdr immettere impasto incluse json l'audio l'istanza lametric lente \
        liquido m manutenzione metti mmwave parziale perdite personalizza pieno playstation pro \
        profondità progetti raggiungibile recenti riautenticare ricezione riga ripristinato \
        risorsa ritiro rumore scaricare sconosciuta segno selezionate sorgenti sostituzione \
        spegne supportano switchbot un'automazione undefined utilizzi vassoio versioni visita \
        vocali websocket zcl completamente finché online prendere standard amici baseball \
        linguaggio parlando differenza entro lontano maggiore noto possibilità regole strumenti \
        variabili allora circa migliore niente semplice umore anni cibo forma molte operativi va \
        accendere aggiornati aggiunte assistenti associa atmosferico azoto azzera campioni \
        canederli carburante cavo ciano colonna completamento completati comportamento \
        configurate congelatore connetterti consegnata consiglia console coordinate core \
        dashboard definire dell'aggiornamento dell'anno dell'aspirapolvere dell'elettricità \
        densità diagnostica diminuisci disconnesso effettiva endpoint esposizione esposte \
        estrazione every fermata finestrino frutta garage generato ghz html inserito \
        interrogazione interrompi istantanee istantaneo l'accensione l'avvio l'elenco l'energia \
        l'installazione l'intero l'interrogazione l'intervallo l'ultimo latitudine lte marca \
        mele meteo minuto motivo nero nuvoloso occupazione omada ottenuto pannelli partire \
        parzialmente personalizzate pezzetti pir plex pneumatico posto pre precipitazione \
        predefinite preghiera prevalentemente provisioning punti registra richiamata rifiuti \
        righe riparazione ripetizione rosette salmone salvate scaduta scaricata segnalare \
        sincronizza skill sma smettono speciale stampa storico surriscaldamento sviluppatori \
        svuotamento tasto teglia telegramma tentativi tieni tocca trasmettitore umido ups vuota \
        withings anno aumento digitale l'hardware leggi massa rapidamente adesso ciao giocatori \
        arrabbiato certamente dispiace immortale parlami pensi scienza uomo aiutarti carne entra \
        faccia giù interagire manca nello passeggero pertanto puro rifiutato terminato tratta \
        vicino vorresti miglior pizza sull'argomento considerato giochi imparare incontri \
        pensare piuttosto semplicemente aaaa abbinamento accetta adb adguard affinché alimentati \
        all'avvio allarmi analogico andata applicazioni appunti assegnato assente attuali \
        autenticati automatici autonomia autorizzazione avanti barra beta bloccata booleano \
        cancellare carbonica carotine cestino cicalino cicli cliccato cluster codici comfort \
        commutazione compito condivisioni confermare consultare contatto contenitore continuerà \
        controllore cronologia definisci definita dell'interfaccia dell'ups determina \
        dettagliata dinamica disponibilità documento domenica domestica effettua entrata fagioli \
        festività fiamma forms forniti fuso gps gradi grigio griglia halloween honeywell \
        hyperion impostate impulso inchiostro incolla intera interrompe interruzioni \
        intestazione l'aggiunta l'autorizzazione l'immagine l'inclinazione l'orologio l'uso \
        lasciare latenza libera località longitudine luminoso magenta membri memorizzato messa \
        mezzane mikrotik misuratore modern modulazione mostrato nascita nascoste necessarie nest \
        nextdns nostra noti numberofentities obbligatorio offline offset organici ospite owntone \
        parete partizione passi permette pesche pneumatici precipitazioni preimpostate primario \
        proiettore protetto pulita q relative ricaricare richiedi riduzione rinomina riprendi \
        riscaldare rispondere rosa sblocca scollegato secco serranda settimanalmente \
        sincronizzazione singola soc sondaggio sospensione sospeso spina spotify squawk statico \
        sue tado tasti tema temporaneo termini tocco tolleranza
        """
}
