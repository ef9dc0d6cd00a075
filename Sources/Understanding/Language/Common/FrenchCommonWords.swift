extension CommonWords {
    /// Made by `Tools/common_words.py`, which names the sources.
    static let french = """
        de la le à du les pour en un est une et votre des vous ou pas sur par mode charge dans \
        l'appareil nom que configuration si ne avec home température assistant jour plus n'est \
        être veuillez appareil au qui erreur se ce compte cette tu non sont connexion clé échec \
        réseau été valeur code lors quel configurer données impossible passe l'adresse plusieurs \
        doit puissance capteur ip mot peut commande durée l'intégration utiliser type batterie \
        modèle sélectionnez ca paramètres niveau définit système appareils ajouter définir vers \
        d'un valide comment d'une nombre supprimer comme tous connecter mise tension défaut \
        heure état adresse vos consommation temps liste énergie serveur nouveau l'application \
        n'a sera topic id zone l'api entités yaml cours jeton ton courant fichier depuis message \
        d'hôte aucun informations avant cible lumière vitesse problème port sous configuré s'est \
        sauvegarde bien aucune entité lorsque l'état position pouvez utilisé mqtt activer pris \
        groupe utilisateur automatique version mettre bouton l délai déclenche voulez d'état \
        chauffage identifiants couleur souhaitez afficher l'entité son salut vas luminosité \
        d'utilisateur numéro d'accès produite via saisissez quelle service sortie actuelle carte \
        créer disponible savoir programme prise utile exemple ventilateur ci cet cela nouvelle \
        options api cloud obtenir laquelle modifier phase f active fois notification compteur \
        url basse d'api alarme toutes mais déjà dernière envoyer micrologiciel uniquement \
        vérifie consigne totale utilisez tout contrôle date s action chemin maximale va \
        contrôleur d'entrée d'énergie lequel total activé puis aux fonctionnement pendant \
        communication entrée limite partir bonjour c vérifier aujourd'hui saisir t désactiver \
        valeurs galaxie merci caméra hubble john kennedy suis toi après démarrage l'air point \
        source sélectionner gaz z terre d'eau échoué l'entrée l'interface production qualité \
        série premier même autre l'url où obsolète base détection fonction sans secondes volume \
        bord distance détails heures l'authentification ct filtre intégration mail multimédia \
        disque documentation détecté lecture passerelle capteurs minimale nettoyage stockage \
        tâche dont rien car réessayer station nous gauche other pin trouvé wave web deux google \
        l'identifiant lecteur recharge quand quoi entre commandes prend prix texte \
        automatiquement débit fréquence porte seront l'id tableau vais actions assurez démarrer \
        permet astronaute numero orbite president spatial mouvement chaque connecté eau jours \
        local utilisée dernier fin peuvent moteur flux reconfigurer thermostat faire arrière \
        consultez l'action l'heure ligne minutes moyenne vide activée actuel format pression \
        vérifiez certificat devez lorsqu'un seuil bas soit découverte réauthentifier veille \
        satellite l'utilisateur option récupérer réponse très proche avez disponibles serrure \
        correspond introuvable suivi zigbee chiffres dire client d'appareil début identifiant \
        module personnalisé pièce réinitialiser sujets actif désactivé emplacement l'emplacement \
        nécessite trop d'authentification sélectionné grande mon automatisations média d'attente \
        faible scène véhicule forme choisissez configurez solaire c'est pays bluetooth \
        chiffrement cuisson instance l'alarme pourcentage profil auto quels unis application \
        image mois pu électrique actuellement haut paramètre pm résoudre taille beaucoup \
        adaptateur auprès mises ssl g journaux période demande défini mémoire x doivent \
        l'onduleur sécurité unique vue rotation annee artificiel assasine ete plaisir président \
        canal knx mettez modes redémarrer qu'une champ d'alarme envoie manuellement suivre \
        supprimée webhook arrêt décharge départ détectée led maison requis trouver cc contenu \
        pause année bonne arrêter auquel dessous elle jusqu'à pompe reçue statistiques place \
        d'exécution d'informations exécuter invalide vie chiffre chaude chauffe configurée \
        indique mesure routeur zones selon fi humidité méthode plural tarif wi projet \
        l'inclinaison était audio lorsqu'une maximal minuterie réglage statut s'il bot classe \
        continuer fournie recherche valides états change d'identification dns mac page \
        récupération scripts min plage plan rapide spécifique trouvée authentifier centrale \
        condition l'interrupteur verrouillage éteint maintenant ces long modules protection \
        toujours ventilation événements mal pourrait chaîne fourni inconnue j redémarrage \
        sauvegardes vapeur éléments utilisant aller robot corriger facultatif nuit pv raison \
        besoin nommé sens d'oscillation l'unité lire locale refroidissement également choisir \
        direction droite l'écran relais spécifié vérification me plateau bloquer http l'humidité \
        l'instance l'option l'événement ont vanne événement h aussi python d'alimentation \
        découvert définition l'envoi maximum prendre site internet américain appelé moi afin air \
        authentification dépassé nouvel requise suppression vent complet journée n'importe bois \
        démarre désactivée encore fichiers habitica hors hub l'eau récupère séchage lance \
        accédez contrôler cycle droit indice pièces élevé assez j'ai lancé nourriture voie \
        dossier l'hôte lien messages nécessaire requête script supprime élevée caractères \
        climatisation consommée l'aide sa supplémentaires supprimez vidéo choses d'après humain \
        lointaine n'ai neuf placé save appui changer changé filet intervalle liaison numérique \
        prochain qu'il réessayez semaine services supérieure terminaison tv téléchargement \
        partie affectée americain assasiné axe bretagne connaitre d'apres d'où electricite etait \
        freres god interesse j'utilise l'hymne l'orientation manges national nomme peux prefere \
        preferes qu'est queen socle telescope tes tournoyant téléscope viens vivrais voudrais \
        ème attente cm domaine publier téléviseur utilisation valider fait allumé complémentaire \
        d'application inclure instructions processus recevoir requêtes s'agit usb utilise voir \
        bus interrupteur l'enregistrement laissez problèmes régler tâches variable signifie \
        batteries connectez horaire pluie tentative objets clés facteur l'image mobile moins ré \
        seule soc unifi voix traitement accès blanc bleu broker carbone complète désactive \
        fenêtre l'aspirateur l'automatisation protocole thread boost chaleur commencer décalage \
        générateur intensité intégrations rechercher retour reçu signal activez autoriser \
        conditions coût cvc d'humidité file inférieure matter max météo personne prochaine \
        recharger réinitialisation sensibilité sélectionnée adresses avoir b effacer effectuer \
        entrez l'énergie matériel ouvrir pack panneau pommes redémarrez sources suivantes \
        vacances êtes logiciel absence appuyez détecter entier espace gérer instantané mis ph \
        quotidienne suivants ajoutez assurer celui correctement externe installation interne \
        l'adaptateur migrer soleil tant v actifs chargée complémentaires fournir l'importation \
        remplacer réservoir spécifiée suivante sujet volet sinon autres cas chargeur clients \
        concentration déclencher défectueux infrarouge journal lieu mm modèles n'avez \
        notifications p sol terminer terminé télécommande allumer blueprint calendrier compris \
        définie enregistrer hôte inconnu incorrect leur manuel minimum minuteur préréglage \
        prévisions restant tard telegram vocale électricité déterminer lit autorisé chaud \
        circuit d donnée définissez fixe ici l'accès langue lavage ouverte principale prédéfini \
        s'abonner vert accessible ajoute automatisation catégorie changement conversation créez \
        envoyé envoyée maintien nœud quantité radio reolink taux trajet vraiment ma partagé \
        question box chargement count dynamique déclencheur déplacer effet horaires ignorer json \
        principal rappel réel région sanitaire supprimé chef l'espace simple absent charger \
        configurés consulter dioxyde fonctionne ipv lecteurs monoxyde multimédias ouvert \
        personnalisée plateforme programmée présence ptz recommandé représente règle section \
        smart tondeuse utilisateurs éteindre mer accéder brosse compartiment d'arrêt distant \
        fonctionnalité fonctionnalités importée manuelle oauth parties produit représentant \
        restante restaurer stéréo succès téléphone téléversement programmes bac basculer central \
        confirmer d'arrosage d'entité d'inclinaison estimée index n n'ont portant probabilité \
        rapport secret ses sirène suivez test unité naturel ok oui utilisent arrête binaire bits \
        chaudière cliquez couleurs dessus existante extraire ferme fermeture four libre modbus \
        moment réelle ac capacité clavier compresseur d'identifiant d'événement direct \
        discussion déclenché essayez fermé généralement horizontale ia jetons l'effet marche \
        modifié moyen noir noms ouvrez rinçage rouge réactive répertoire store supérieur \
        sélection sûr transition parfois souvent commencé compatible double fermer \
        l'installation lumières mastodon migration mots nettoyer possible réveil sms binaires \
        mes mieux parler poser pourquoi pouvons second affiché ajouté alerte cartes colis créé \
        d'expiration destination désactivez erreurs fritz l'attribut l'exécution niveaux \
        processeur pré précipitations reconfiguration récepteur s'authentifier supprimées \
        surround travail classique consomme fond incluent nombreux peu ram android applications \
        avertissement confidentialité configurées court création d'abord d'azote d'exploitation \
        d'installation d'utilisation déplacement entrées force fumée générer générique https \
        interface lan masquer nouveaux passer préfixe renvoyer repas résultat saturation shelly \
        sonnerie suivant supervisor séquence titre toute cerveau content course langage marin \
        nombreuses partout proviennent questions special volumes cache champs changements contre \
        d'activation d'appairage description désormais enregistrement expiré faut filtrer \
        inférieur jeu machine n'existe nouvelles octets prises programmation qr renvoie \
        réinjection semble session surveiller synthèse trouve éco écrire boisson conversations \
        d'aucune gyroscope humaine l'ensemble livre okay profile robots royaume sait two uni \
        union ballon centre certains esphome images inattendue intelligente l'arrêt \
        l'électricité liquide masse menu minimal modifications nette poussière prêt quête \
        remarque reçoit saisie types télécharger élément absolument age appele appris atrilogie \
        baigne bender between capability celte celtique centres century clones cold competition \
        conscience considerer continent continental contredit coté d'andromede d'andromède \
        d'energie d'interets dauphins derange differents dominance echolocation ecrit edwin eme \
        enchantée entrepeneur environnant essaie etat etats etre food formellement greetings \
        génial hava hey informatique j'aime j'aimeme jeune jumeau l'aise l'endroit l'europe \
        l'information l'interdit lactee lactée langages legendes loi lois m'a maitriserait mere \
        nixon parlent patron pere plutot pompette premiere qu'on race repeter repond repondre \
        reponse richard rivals robotique royaumes saoul siècle sonar soviet space spaceflight \
        spaciale sputnik standards states supremacy surtout t'aider ta th travaille travailles \
        tres trivia trouves united utilises variete war yolo attributs autorisations beolink \
        borne bsb commencent confort conteneur correspondant creuses d'ajouter demander devrez \
        donc existe extérieur fil garage mppt personnes plein plutôt pont post précédemment \
        publication reconnecter résolution scanner segment seul surchauffe validation variation \
        assist bordure boucle celle cellule co composant demandes différent dispose domicile dpt \
        développeur emplacements franchi hh homekit intelligent intérieur l'éditeur linge link \
        longueur milieu modifiez partage planification points pollution périphérique \
        restauration routes récente sauna signé tx télégrammes téléverser ville aléatoire \
        annuler anti apparente appuyé attendre augmenter bloqué boîte climatique composer \
        conserver continu coupe docker définitivement dérogation haute js l'activation m \
        manquant modifie pages permettant précédente push renvoyé réauthentification spécifiques \
        tampon terminée trouverez utilisés ve ambiante associé associée bibliothèque ceci chlore \
        coupées courses créée câble deconz evse forçage inactif inclus médias navigateur pouvoir \
        prennent protect registre réception santé serpillière sommeil statique switchbot \
        tableaux tag train alexa allume arrêté autoconsommation café changent clic comportement \
        coordonnées cycles d'accueil d'air d'arrivée d'autres d'image d'ouverture dernières \
        deuxième disponibilité défaillance dépend enregistrée fonctionner fournissez fournit hue \
        instantanée localisation masque mauvaise membres musique normal ntfy personnage photo \
        piste pointe portail première privée remplacé reprendre serveurs sonore thermostats \
        touches utilisées absolue actualiser ajuster alertes alimentation angle articles \
        attendue chair clair cluster core correcte cumulée côté d'appareils d'intégration \
        d'écran d'électricité désactivation détecte entretien exécute facteurs façon fournis \
        froid importer l'agent l'appel l'élément latitude leurs mealie modification music panne \
        ping portée proxmox précision quelques recette reconfigurez rejeté relative risque roue \
        scènes secteur seules siège super tcp teinte temporaire torrents tête verrouillé zha \
        éventuellement abonnement affiche ajoutée alarmes allumée alors ancienne attendu avons \
        blebox certaines classement connectivité contient contrôleurs crée créneaux déclenchée \
        définies dés effectuée existant extérieure feu filtres foncé fuite gps hauteur ieee \
        indiquant indiquez indiqué initiale intérieure l'allumage l'année l'ecs lg listes liés \
        lms longitude modem modifiée organiques orp patienter plages pneu qu'un remplacement \
        ressources retirer rx réglages réussi sonde stations statistique steam surveillance \
        sécurisée tailwind transfert variables énergétique étage éviter activité affichée alias \
        apple aspirateur attribuer attribut boutons bring carottes composés connectés donner \
        débogage dépannage enregistré entrer exportée filtration forcer gare growatt généré \
        honeywell icône immédiatement insteon inverser l'ess latérale multiprotocole navigation \
        nrgkick parmi partielle périodes rgb réveiller thème vibration volatils éteinte agent \
        ancien armer associer autonomie bon chargé connexions coupé d'actions d'origine demandé \
        diffusion dérivation déverrouillage déverrouiller entière entières frais franchissent \
        indicateurs indisponible invité jaune kelvin l'alimentation l'icône laisser lave lier \
        lui marque mauvais micro minute n'y notez onduleur personnalisées photos phrase portes \
        pourrez priorité précédent présent r rafraîchissement rgbw rvb réinitialise réparation \
        répétition spotify supplémentaire sécurisé tasses transmission velbus verrouiller vocal \
        vouloir émetteur étiquette aider appels armée authentifié basé bruit carillon chauffant \
        commence compteurs compétence comté correct coucher d'accéder d'action d'en d'extraction \
        dosage détectent elles exclure gel groupes heos historique hs ignoré izone l'ajout \
        l'armement lesquelles lié longue nest net netatmo ni notre opcache opnsense peblar \
        petites petits pleines programmé projecteur propre propriétés préconditionnement reçues \
        rgbww riz roborock réaction récompense référence réinjectée répondre réponses résultats \
        seconde sections sel sma sourdine standard survenue sélectionne tentatives transport \
        usage uv zéro écran émise étapes autorisée balayage bascule bœuf calcul caméras chose \
        chou codes combustible connaître connecte connectée console contenant contenir copier \
        corps correction d'actualisation d'allumage d'utiliser dialogue directement dispositif \
        déclenchement déconnecté démarré ecs fabricant feuille grosses guide hexadécimale \
        horodatage ignorée inclinaison interfaces l'ancien l'extinction l'humidificateur l'un \
        lfe manquante mensuelle moyennes onvif ouvre perte phases plex poursuivre prévision \
        quelque rayon rechargement restrictions retard réseaux secondaire sonnette sonos tado \
        tambour tester trafic true tts unités virgules websocket appuyer atteint bande basée \
        bloquée clignoter climatiseur collez commun comptage comptes configurations \
        contournement correspondent d'affichage d'interface d'irrigation d'urgence degrés \
        derniers dolby domaines dts ecobee entrant envoy ess exécution favori fermée général \
        hebdomadaire ignorées indicateur installer installé invalides kodi l'appairage l'erreur \
        l'ouvrant lait lancer lesquels marquer monitor multi nécessaires onedrive pain partition \
        pro pyload qu'elle quitter quotidien rebours relevé renommer
        """
}
