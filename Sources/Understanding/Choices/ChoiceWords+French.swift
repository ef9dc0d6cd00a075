extension ChoiceWords {
    static let french = ChoiceWords(
        tag: "fr",
        neither: """
            aucun|aucune|aucun des deux|aucune des deux|ni l'un ni l'autre|ni l'une ni l'autre|
            aucun d'eux|aucune d'elles|rien de tout ça|rien de tout cela
            """.unfolded,
        both: "les deux|tous les deux|toutes les deux|l'un et l'autre|l'une et l'autre",
        all: """
            tout|tous|toutes|tous les articles|toute la commande|la commande entière|
            commande entière|la totalité|l'ensemble|chacun|chacune|tous les trois|toutes les trois
            """.unfolded,
        notAll: """
            c'est tout|ce sera tout|pas du tout|tout de suite|tout à fait|tout va bien|en tout cas|
            tout de même|de toute façon|après tout|tout le temps|tout d'abord|ça sera tout|
            tout à l'heure|tout est bon|tous les jours|toute la journée|tout simplement|
            tout mon argent|tout l'argent|remboursement complet|remboursement intégral|
            tout le reste va bien
            """.unfolded,
        oneOf: """
            un des|une des|l'un des|l'une des|un de mes|une de mes|un seul|une seule
            """.unfolded,
        except: """
            sauf|excepté|à part|hormis|tout sauf|à l'exception de|à l'exception du|en dehors de|
            en dehors du|mais pas|sans
            """.unfolded,
        and: "et|ainsi que|également|aussi|&|,|;|+|/",
        not: "pas|non|au lieu de|au lieu du|plutôt que",
        unwanted: "ne veux pas|veux pas|n'ai pas besoin|pas besoin",
        disliked: "n'aime pas|aime pas|ne me plaît pas|me plaît pas|ne me plaisent pas",
        numberCues:
            "numéro n no option choix article variante le la # évidemment naturellement bien sûr donc alors",
        endings: """
            finit par|finissant par|se termine par|terminant par|terminée par|
            derniers chiffres
            """.unfolded,
        other: "l'autre|les autres|autre|autres",
        same: "le même|la même|les mêmes|même|identique",
        oneStep: "une taille|une pointure|un cran|un peu|légèrement",
        belongings: "de dans sur commande numéro",
        joints: "celle celui celles avec et commande commandes",
        determiners: "le la les l' un une des mon ma mes ce cet cette ces notre nos du",
        indefinites: "un une des du",
        standIns: "truc machin appareil",
        spans: "à",
        ignored: """
            le la les l un une des de du d en avec et ou que qu mon ma mes moi je j veux voudrais \
            aimerais s'il vous plaît svp est sont c'est dans pour sur à au aux ce cet cette ces \
            celui celle ceux celles prends prendre choisis choisir préfère commande \
            article produit \
            oui non ok merci retourner renvoyer échanger annuler changer y il elle qui \
            plutôt alors \
            donc être faut
            """,
        comparisons: """
            le moins cher=price-min|la moins chère=price-min|les moins chers=price-min|
            le plus économique=price-min|la plus économique=price-min|moins cher=price-less|
            moins chère=price-less|le plus cher=price-max|la plus chère=price-max|
            plus cher=price-more|plus chère=price-more|le plus grand=size-max|
            la plus grande=size-max|le plus petit=size-min|la plus petite=size-min|
            le double de=size-double|deux fois plus de=size-double|moitié moins de=size-half|
            plus grand=size-more|plus grande=size-more|taille au dessus=size-more|
            taille au-dessus=size-more|pointure au-dessus=size-more|taille en-dessous=size-less|
            pointure au dessus=size-more|plus petit=size-less|plus petite=size-less|
            taille en dessous=size-less|pointure en dessous=size-less|le plus long=length-max|
            la plus longue=length-max|plus long=length-more|plus longue=length-more|
            plus court=length-less|plus courte=length-less|le plus haut=height-max|
            la plus haute=height-max|plus haut=height-more|plus haute=height-more|
            le plus lumineux=brightness-max|la plus lumineuse=brightness-max|
            plus lumineux=brightness-more|plus lumineuse=brightness-more|
            moins lumineux=brightness-less|moins lumineuse=brightness-less|
            le plus lourd=weight-max|la plus lourde=weight-max|plus lourd=weight-more|
            le plus léger=weight-min|la plus légère=weight-min|plus léger=weight-less|
            le plus récent=date-max|la plus récente=date-max|dernière commande=date-max|
            le plus ancien=date-min|la plus ancienne=date-min|plus récent=date-more|
            plus ancien=date-less|le plus épais=thickness-max|le plus fin=thickness-min|
            plus épais=thickness-more|plus fin=thickness-less|le plus=named-max|la plus=named-max|
            le moins=named-min|la moins=named-min
            """.unfolded,
        extremes: "petit=size-min|grand=size-max|long=length-max|court=length-min",
        translations: """
            bleu=blue bleue=blue bleus=blue bleues=blue rouge=red rouges=red vert=green \
            verte=green \
            verts=green vertes=green noir=black noire=black noirs=black noires=black blanc=white \
            blanche=white blancs=white blanches=white gris=grey grise=grey jaune=yellow brun=brown \
            brune=brown marron=brown orange=orange violet=purple violette=purple rose=pink \
            argent=silver argenté=silver doré=gold dorée=gold or=gold marine=navy canard=teal \
            petit=small petite=small grand=large grande=large moyen=medium moyenne=medium \
            cuir=leather \
            coton=cotton bois=wood verre=glass métal=metal plastique=plastic caoutchouc=rubber \
            inox=stainless pouces=inch litre=l litres=l taille=size pointure=size couleur=color \
            chêne=oak noyer=walnut lin=linen laine=wool velours=velvet bambou=bamboo \
            livré=delivered livrée=delivered expédié=shipped expédiée=shipped attente=pending \
            annulé=cancelled annulée=cancelled cadeau=gift crédit=credit
            """)
}
