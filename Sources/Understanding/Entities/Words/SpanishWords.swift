extension LanguageWords {
    static let spanish = LanguageWords(
        tag: "es", usesDecimalComma: true,
        units: """
            cero=0 uno=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 \
            once=11 doce=12 trece=13 catorce=14 quince=15 dieciséis=16 diecisiete=17 dieciocho=18 \
            diecinueve=19 veintiuno=21 veintiún=21 veintidós=22 veintitrés=23 veinticuatro=24 \
            veinticinco=25 veintiséis=26 veintisiete=27 veintiocho=28 veintinueve=29
            """,
        rounds: """
            veinte=20 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 \
            noventa=90 cien=100 ciento=100 doscientos=200 doscientas=200 trescientos=300 \
            trescientas=300 cuatrocientos=400 quinientos=500 seiscientos=600 setecientos=700 \
            ochocientos=800 novecientos=900
            """,
        scales: "mil=1000 millón=1000000 millones=1000000",
        ordinals: """
            primero=1 primera=1 primer=1 segundo=2 segunda=2 tercero=3 tercera=3 tercer=3 cuarto=4 \
            cuarta=4 quinto=5 quinta=5 sexto=6 sexta=6 séptimo=7 séptima=7 octavo=8 octava=8 \
            noveno=9 novena=9 décimo=10 décima=10 último=-1 última=-1 penúltimo=-2 penúltima=-2
            """,
        months: """
            enero=1 febrero=2 marzo=3 abril=4 mayo=5 junio=6 julio=7 agosto=8 septiembre=9 \
            setiembre=9 octubre=10 noviembre=11 diciembre=12
            """,
        weekdays: "lunes=1 martes=2 miércoles=3 jueves=4 viernes=5 sábado=6 domingo=7",
        dayOffsets: "hoy=0 ayer=-1 mañana=1 anteayer=-2 antier=-2",
        periods: """
            día=day días=day semana=week semanas=week mes=month meses=month año=year años=year
            """,
        currencies: """
            euro=EUR euros=EUR eur=EUR dólar=$ dólares=$ usd=USD peso=MXN pesos=MXN libra=GBP \
            libras=GBP
            """,
        roles: spanishRoles,
        yes: """
            sí|sip|sii|sí por favor|sí claro|claro que sí|por supuesto|desde luego|es correcto|
            exactamente|eso es|de acuerdo|está bien|me parece bien|hazlo|hágalo|confirmo|
            confirmado|así es|cómo no|suena bien|sin duda
            """.unfolded,
        clauseYes: """
            claro|vale|correcto|exacto|perfecto|si|venga|dale|adelante
            """.unfolded,
        weakYes: "ok|okay|bien|bueno|muy bien|genial|estupendo|por favor",
        no: """
            no gracias|nop|nope|para nada|de ninguna manera|en absoluto|mejor no|no lo hagas|
            no lo haga|eso no|no es correcto|no está bien|claro que no|por supuesto que no|
            creo que no|qué va
            """.unfolded,
        clauseNo: """
            incorrecto|nada más|negativo|tampoco|nunca|ahora no|todavía no|no quiero|no creo
            """.unfolded,
        bareNo: "no",
        maybe: "quizás|quizá|tal vez|puede ser|a lo mejor|no estoy seguro|no estoy segura|depende",
        blocked: "no sé|no lo sé|no recuerdo|no tengo|ya no|no me acuerdo|si no|si es|bueno pero",
        nameCues: [
            (.certain, "me llamo|mi nombre es|mi nombre|nombre|a nombre de"),
            (.possible, "soy|es"), (.first, "nombre de pila"),
            (.last, "apellido es|mi apellido es|apellido|apellidos"),
        ])

    private static let spanishRoles: [(Roles, String)] = [
        (.negation, "no ni nunca sin excepto menos tampoco salvo"), (.contrast, "sino pero aunque"),
        (.and, "y"), (.article, "el la los las un una unos unas mi mis este esta ese esa"),
        (.next, "próximo próxima siguiente"), (.last, "pasado pasada último última"),
        (.this, "este esta"), (.ahead, "en dentro"), (.ago, "hace"), (.of, "de del"),
        (.past, "desde compré pedí recibí llegó fue"), (.future, "hasta antes será llegará"),
        (.streetBefore, "calle avenida avda paseo plaza carretera camino ronda c"),
        (.dwelling, "piso puerta apartamento depto"), (.particle, "de del la los las y"),
        (.minus, "menos"),
        (.point, "coma punto"),
        (.minorUnit, "céntimo céntimos centavo centavos"),
        (.zipCue, "postal cp"), (.phoneCue, "teléfono móvil celular tel llamar llámame"),
        (.spokenAt, "arroba"), (.spokenDot, "punto"), (.mailCue, "email correo es mail"),
        (
            .unit,
            """
            pieza piezas unidad unidades artículo artículos personas veces páginas ml cl l litro \
            litros g gramos kg kilo kilos mm cm m metros pulgadas gb tb mah w vatios v voltios \
            minutos horas día días semana semanas mes meses año años euros euro
            """
        ), (.measureCue, "x talla tamaño largo ancho alto peso"),
        (.orderCue, "pedido número"), (.uncounted, "vez semana mes año noche"),
        (.polite, "por favor gracias muchas hola buenas buenos días"),
        (
            .followsNo,
            """
            no gracias por eso ese esa esto esta este el la los las lo yo tú quiero es está espera \
            perdón mejor solo prefiero cancela cambia deja pero porque
            """
        ),
        (.filler, "pues eh ah oh bueno hola mmm y"), (.retraction, "espera perdón digo mejor"),
        (.question, "qué cuándo dónde cómo cuál quién puede pueden"),
        (
            .everyday,
            """
            el la los las un una y o pero si no sí de del en con por para a al que se me mi tu su \
            es está soy son muy más menos hola gracias favor pedido artículo número nombre \
            dirección calle código postal correo tarjeta quiero necesito cliente enfadado cansado \
            seguro interesado nuevo roto
            """
        ),
        (.firstName, commonFirstNames),
    ]
}
