extension LanguageWords {
    static let spanish = LanguageWords(
        tag: "es", usesDecimalComma: true,
        units: """
            cero=0 un=1 una=1 uno=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 \
            diez=10 \
            once=11 doce=12 trece=13 catorce=14 quince=15 dieciséis=16 diecisiete=17 dieciocho=18 \
            diecinueve=19 veintiuno=21 veintiuna=21 veintiún=21 veintidós=22 veintitrés=23 \
            veinticuatro=24 \
            veinticinco=25 veintiséis=26 veintisiete=27 veintiocho=28 veintinueve=29
            """,
        rounds: """
            veinte=20 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 \
            noventa=90 cien=100 ciento=100 doscientos=200 doscientas=200 trescientos=300 \
            trescientas=300 cuatrocientos=400 cuatrocientas=400 quinientos=500 quinientas=500 \
            seiscientos=600 seiscientas=600 setecientos=700 setecientas=700 ochocientos=800 \
            ochocientas=800 novecientos=900 novecientas=900
            """,
        scales: "docena=12 docenas=12 mil=1000 millón=1000000 millones=1000000",
        ordinals: """
            primero=1 primera=1 primer=1 segundo=2 segunda=2 tercero=3 tercera=3 tercer=3 cuarto=4 \
            cuarta=4 quinto=5 quinta=5 sexto=6 sexta=6 séptimo=7 séptima=7 octavo=8 octava=8 \
            noveno=9 novena=9 décimo=10 décima=10 undécimo=11 undécima=11 duodécimo=12 \
            duodécima=12 decimotercero=13 decimotercera=13 decimocuarto=14 decimocuarta=14 \
            decimoquinto=15 decimoquinta=15 vigésimo=20 vigésima=20 trigésimo=30 último=-1 \
            última=-1 penúltimo=-2 penúltima=-2 antepenúltimo=-3 antepenúltima=-3
            """,
        months: """
            enero=1 febrero=2 marzo=3 abril=4 mayo=5 junio=6 julio=7 agosto=8 septiembre=9 \
            setiembre=9 sept=9 octubre=10 noviembre=11 diciembre=12
            """,
        weekdays: "lunes=1 martes=2 miércoles=3 jueves=4 viernes=5 sábado=6 domingo=7",
        dayOffsets: "hoy=0 ayer=-1 mañana=1 anteayer=-2 antier=-2",
        periods: """
            día=day días=day semana=week semanas=week mes=month meses=month año=year años=year \
            quincena=fortnight hora=hour horas=hour minuto=minute minutos=minute min=minute
            """,
        clocks: "mediodía=720 medianoche=0",
        fromEnd: "desde el final|por el final|por la cola|empezando por el final|desde abajo",
        currencies: """
            euro=EUR euros=EUR eur=EUR dólar=$ dólares=$ usd=USD peso=MXN pesos=MXN libra=GBP \
            libras=GBP yen=JPY yenes=JPY franco=CHF francos=CHF pavos=$ pavo=$ gbp=GBP mxn=MXN
            """,
        roles: spanishRoles,
        yes: """
            sí|sip|sii|sí por favor|sí claro|claro que sí|por supuesto|desde luego|es correcto|
            exactamente|eso es|de acuerdo|está bien|me parece bien|hazlo|hágalo|confirmo|
            confirmado|así es|cómo no|suena bien|sin duda|creo que sí|pienso que sí|supongo que sí|
            eso mismo|por supuesto que sí|simón|obvio|obvio que sí|sí señor|sí señora|sipi|
            tal cual|con mucho gusto|con gusto|me parece|me parece perfecto|está perfecto|
            es eso|sí es correcto|todo correcto|está correcto|claro que sí por favor|yes|yep|yeah|
            hágale|hágalo por favor|de una|órale
            """.unfolded,
        clauseYes: """
            claro|vale|correcto|exacto|perfecto|si|venga|dale|adelante|afirmativo|efectivamente|
            sale|va|listo|seguro|confirmar|estoy de acuerdo|encantado|encantada
            """.unfolded,
        weakYes: "ok|okay|bien|bueno|muy bien|genial|estupendo|por favor",
        no: """
            no gracias|nop|nope|para nada|de ninguna manera|en absoluto|mejor no|no lo hagas|
            no lo haga|eso no|no es correcto|no está bien|claro que no|por supuesto que no|
            creo que no|qué va|ni hablar|ni de broma|ni loco|ni loca|nel|no señor|no señora|
            de eso nada|mejor que no|no me interesa|no hace falta|no es necesario|prefiero que no|
            prefiero no|nada de eso|no está correcto|está mal|eso no es|no es eso|no creo|
            pienso que no|no quiero eso|déjalo|déjelo|olvídalo|no no
            """.unfolded,
        clauseNo: """
            incorrecto|nada más|negativo|tampoco|nunca|jamás|nada|ahora no|todavía no|no quiero|
            no creo|eso es todo|paso|hoy no|aún no
            """.unfolded,
        bareNo: "no",
        maybe:
            "quizás|quizá|tal vez|puede ser|a lo mejor|no estoy seguro|no estoy segura|depende|"
            + "quizas|no lo tengo claro|puede|puede que sí|más o menos|supongo|"
            + "igual sí|según|habrá que ver|a ver|acaso|posiblemente|probablemente",
        blocked:
            "no sé|no lo sé|no recuerdo|no tengo|ya no|no me acuerdo|si no|si es|si quiero|"
            + "si puedo|bueno pero",
        nameCues: [
            (.certain, "me llamo|mi nombre es|mi nombre|nombre|a nombre de"),
            (.possible, "soy|es"), (.first, "nombre de pila"),
            (.last, "apellido es|mi apellido es|apellido|apellidos"),
        ])

    private static let spanishRoles: [(Roles, String)] = [
        (
            .reporting,
            "recibido recibida recibí recibir llegado llegó llega llegaron entregado entregaron "
                + "encontrado encuentro visto tengo funciona"
        ),
        (.negation, "no ni nunca sin excepto menos tampoco salvo"), (.contrast, "sino pero aunque"),
        (.and, "y"),
        (
            .trackingCue,
            "seguimiento envío paquete guía rastreo tracking dhl ups fedex"
        ),
        (.percent, "porciento"), (.half, "media medio"), (.quarter, "cuarto"),
        (.oclock, "h hrs"), (.morning, "mañana madrugada"), (.afternoon, "tarde noche"),
        (.hourCue, "las la"), (.pastHour, "y"), (.toHour, "menos"), (.single, "un una uno"),
        (.rangeStart, "entre desde del de"), (.rangeEnd, "y e al a hasta"),
        (.article, "el la los las un una unos unas mi mis este esta ese esa"),
        (.next, "próximo próxima siguiente entrante"), (.last, "pasado pasada último última"),
        (.this, "este esta"), (.ahead, "en dentro"), (.ago, "hace"), (.of, "de del"),
        (.past, "desde compré pedí recibí llegó fue"), (.future, "hasta antes será llegará"),
        (
            .streetBefore,
            "calle avenida avda paseo plaza carretera camino ronda c av avd glorieta "
                + "travesía urbanización calzada via"
        ),
        (.dwelling, "piso puerta apartamento apto depto bloque escalera planta"),
        (.particle, "de del la los las y"),
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
        (.filler, "pues entonces eh ah oh bueno hola mmm y"),
        (.retraction, "espera perdón digo mejor"),
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
