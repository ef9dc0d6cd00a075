extension ChoiceWords {
    static let spanish = ChoiceWords(
        tag: "es",
        neither: """
            ninguno|ninguna|ninguno de ellos|ninguna de ellas|ninguno de los dos|
            ninguna de las dos|ni uno ni otro|ni una ni otra|nada de eso
            """.unfolded,
        both: "ambos|ambas|los dos|las dos|uno y otro|una y otra",
        all: """
            todo|todos|todas|todos ellos|todas ellas|todo el pedido|el pedido entero|
            pedido entero|el pedido completo|pedido completo|toda la compra|todos los artículos|
            cada uno|cada una|los tres|las tres
            """.unfolded,
        notAll: """
            eso es todo|es todo|todo bien|todo correcto|del todo|sobre todo|todo el rato|
            todo el tiempo|todos los días|todo el día|ante todo|con todo|después de todo|todo listo|
            de todas formas|de todos modos|todo mi dinero|todo el dinero|reembolso completo|
            reembolso total|importe completo|todo lo demás está bien
            """.unfolded,
        oneOf: """
            uno de los|una de las|uno de mis|una de mis|solo uno|solo una
            """.unfolded,
        except: """
            excepto|menos|salvo|todo menos|todos menos|todas menos|a excepción de|quitando|
            pero no|sin
            """.unfolded,
        and: "y|e|más|también|además|así como|&|,|;|+|/",
        not: "no|en vez de|en lugar de",
        unwanted: "no quiero|no necesito",
        disliked: "no me gusta|no me gustan|no me gustó",
        anymore: "ya",
        numberCues:
            "número núm n no opción artículo variante el la # obviamente claro naturalmente entonces",
        endings: """
            termina en|terminado en|terminada en|acaba en|acabado en|acabada en|
            últimas cifras|últimos dígitos
            """.unfolded,
        other: "el otro|la otra|los otros|las otras|otro|otra|otros|otras",
        same: "el mismo|la misma|mismo|misma|igual|idéntico|idéntica",
        oneStep: "una talla|un número|un poco|algo",
        belongings: "en de pedido número",
        joints: "con y pedido pedidos otro",
        determiners:
            "el la los las un una unos unas mi mis este esta estos estas ese esa nuestro nuestra del",
        indefinites: "un una unos unas",
        standIns: "cosa aparato chisme",
        spans: "a hasta",
        ignored: """
            el la los las lo un una unos unas de del en con y e o que mi mis me mío mía quiero \
            quisiera querría quería por favor es son está para al a se le su este esta \
            esto ese esa \
            eso aquel aquella pedido artículo producto sí no ok vale gracias devolver \
            cambiar cancelar \
            cojo elijo escojo prefiero pues entonces hay tengo
            """,
        comparisons: """
            el más barato=price-min|la más barata=price-min|lo más barato=price-min|
            más económico=price-min|más económica=price-min|más barato=price-less|
            más barata=price-less|el más caro=price-max|la más cara=price-max|más caro=price-more|
            más cara=price-more|el más grande=size-max|la más grande=size-max|
            el doble de=size-double|la mitad de=size-half|
            más grande=size-more|talla más=size-more|el más pequeño=size-min|
            la más pequeña=size-min|más pequeño=size-less|más pequeña=size-less|
            talla menos=size-less|el más largo=length-max|la más larga=length-max|
            más largo=length-more|más larga=length-more|más corto=length-less|
            más corta=length-less|el más alto=height-max|la más alta=height-max|
            más alto=height-more|más alta=height-more|el más brillante=brightness-max|
            la más brillante=brightness-max|más brillante=brightness-more|
            menos brillante=brightness-less|el más pesado=weight-max|más pesado=weight-more|
            el más ligero=weight-min|la más ligera=weight-min|más ligero=weight-less|
            el más reciente=date-max|la más reciente=date-max|el más nuevo=date-max|
            último pedido=date-max|el más antiguo=date-min|la más antigua=date-min|
            más nuevo=date-more|más antiguo=date-less|el más grueso=thickness-max|
            el más fino=thickness-min|más grueso=thickness-more|más fino=thickness-less|
            el que más=named-max|la que más=named-max|el que menos=named-min|la que menos=named-min
            """.unfolded,
        extremes: "pequeño=size-min|grande=size-max|largo=length-max|corto=length-min",
        translations: """
            azul=blue azules=blue rojo=red roja=red rojos=red rojas=red verde=green verdes=green \
            negro=black negra=black negros=black negras=black blanco=white blanca=white \
            blancos=white blancas=white gris=grey grises=grey amarillo=yellow amarilla=yellow \
            marrón=brown naranja=orange morado=purple violeta=purple rosa=pink plata=silver \
            plateado=silver oro=gold dorado=gold dorada=gold marino=navy turquesa=teal \
            pequeño=small \
            pequeña=small grande=large mediano=medium mediana=medium cuero=leather piel=leather \
            algodón=cotton madera=wood vidrio=glass cristal=glass metal=metal plástico=plastic \
            goma=rubber inoxidable=stainless pulgadas=inch litro=l litros=l talla=size tamaño=size \
            color=color roble=oak nogal=walnut lino=linen lana=wool terciopelo=velvet bambú=bamboo \
            entregado=delivered enviado=shipped pendiente=pending cancelado=cancelled regalo=gift \
            crédito=credit inalámbrico=wireless
            """)
}
