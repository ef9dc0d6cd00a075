extension BackgroundTexts {
    static let french = """
        qui a inventé le téléphone
        combien d'habitants y a-t-il au Japon
        quelle planète est la plus proche du soleil
        combien de pattes a une araignée
        quelle langue parle-t-on au Brésil
        quand s'est terminée la Seconde Guerre mondiale
        qui a peint la Joconde
        à quelle distance est la lune
        quel est le plus long fleuve d'Afrique
        quel est le sens de la vie
        qu'est-ce que la photosynthèse
        comment s'écrit rythme
        comment dit-on merci en italien
        traduis cette phrase en anglais
        combien font sept fois huit
        quinze pour cent de deux cents, ça fait combien
        résous cette équation pour moi
        convertis dix miles en kilomètres
        quel temps fait-il aujourd'hui
        va-t-il pleuvoir ce week-end
        raconte une bonne blague
        qui est le président des États-Unis
        quelle est la plus grande ville du monde
        mets un peu de musique
        comment on fait du pain
        il fait combien dehors
        à quelle heure se couche le soleil ce soir
        est-ce que je prends un parapluie
        mets le réveil à six heures
        rappelle-moi d'appeler ma mère dimanche
        quelle heure est-il à Tokyo
        ajoute du lait à ma liste de courses
        éteins la lumière de la cuisine
        monte le son
        passe ma chanson préférée
        qui chante cette chanson
        quel film regarder ce soir
        qui a réalisé le dernier James Bond
        à quelle heure est le match
        qui a marqué le plus de buts
        le PSG a fait quoi hier
        quelles sont les règles des échecs
        dis quelque chose de drôle
        chante-moi une chanson
        écris une petite histoire avec un dragon
        rédige une dissertation sur le climat
        pose-moi une devinette
        tu aimes la pizza
        c'est quoi ta couleur préférée
        tu habites où
        tu as des frères et sœurs
        tu fais quoi de ton temps libre
        tu es marié
        est-ce que tu rêves
        je t'aime
        je m'ennuie
        j'ai passé une sale journée au boulot
        ma copine m'a quitté
        je n'arrive pas à dormir la nuit
        j'ai mal au dos quand je suis assis
        que prendre contre le mal de tête
        combien de calories dans une banane
        le café est-il mauvais pour le cœur
        comment perdre du poids rapidement
        comment arrêter le hoquet
        combien de temps cuire un œuf
        une recette de tarte aux pommes
        que cuisiner avec du poulet et du riz
        quel vin avec le poisson
        trouve-moi un restaurant italien dans le quartier
        réserve une table pour deux ce soir
        un hôtel pas cher à Lisbonne
        un billet de train pour Lyon
        combien de temps dure le vol pour New York
        faut-il un visa pour l'Inde
        comment aller à l'aéroport
        il y a des bouchons sur l'autoroute
        où se garer en centre-ville
        appelle-moi un taxi
        quand passe le prochain bus pour la gare
        comment changer une roue crevée
        ma voiture ne démarre pas le matin
        comment dresser un chiot
        que mangent les lapins
        pourquoi les chats ronronnent
        le chien du voisin aboie toute la nuit
        quand planter les tomates
        pourquoi les feuilles de ma plante jaunissent
        comment déboucher un évier
        comment écrire une boucle en Python
        explique-moi la physique quantique
        pourquoi le ciel est bleu
        comment marchent les vaccins
        c'est quoi un trou noir
        comment investir en bourse
        le cours du bitcoin aujourd'hui
        acheter ou louer une maison
        comment remplir ma déclaration d'impôts
        qui a gagné les élections
        que penses-tu du gouvernement
        quoi de neuf dans l'actualité
        quand tombe Pâques l'an prochain
        combien de jours avant Noël
        quoi offrir à ma femme pour son anniversaire
        de jolis prénoms pour une petite fille
        comment faire une lettre de motivation
        combien gagne une infirmière
        comment faire un nœud de cravate
        mon horoscope du jour
        pile ou face
        lance les dés
        choisis un nombre entre un et dix
        les enfants ont joué dans le jardin tout l'après-midi
        la vieille maison était au bout du chemin
        il lisait le journal en buvant son thé
        les montagnes étaient couvertes de neige
        elle a étudié l'histoire à l'université
        ils ont chanté jusque tard dans la nuit
        un oiseau chante dans l'arbre
        ma grand-mère est née dans un petit village
        le professeur a expliqué l'exercice encore une fois
        notre train avait une heure de retard hier
        le musée est fermé le lundi
        je pense donc je suis
        bla bla bla
        la la la
        un deux trois test
        """
}
