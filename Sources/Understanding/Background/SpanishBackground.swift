extension BackgroundTexts {
    static let spanish = """
        quién inventó el teléfono
        cuántos habitantes tiene Japón
        qué planeta está más cerca del sol
        cuántas patas tiene una araña
        qué idioma se habla en Brasil
        cuándo terminó la Segunda Guerra Mundial
        quién pintó la Mona Lisa
        a qué distancia está la luna
        cuál es el río más largo de África
        cuál es el sentido de la vida
        qué es la fotosíntesis
        cómo se escribe ritmo
        cómo se dice gracias en italiano
        traduce esta frase al inglés
        cuánto es siete por ocho
        el quince por ciento de doscientos cuánto es
        resuélveme esta ecuación
        pasa diez millas a kilómetros
        qué tiempo hace hoy
        va a llover el fin de semana
        cuéntame un buen chiste
        quién es el presidente de Francia
        cuál es la ciudad más grande del mundo
        pon un poco de música
        cómo se hace el pan
        qué temperatura hace fuera
        a qué hora se pone el sol
        me llevo el paraguas
        pon el despertador a las seis
        recuérdame llamar a mi madre el domingo
        qué hora es en Tokio
        añade leche a la lista de la compra
        apaga la luz de la cocina
        sube el volumen
        pon mi canción favorita
        quién canta esta canción
        qué película veo esta noche
        quién dirigió la última de James Bond
        a qué hora es el partido
        quién ha marcado más goles
        cómo quedó el Madrid ayer
        cuáles son las reglas del ajedrez
        di algo gracioso
        cántame una canción
        escribe un cuento sobre un dragón
        escribe una redacción sobre el clima
        ponme una adivinanza
        te gusta la pizza
        cuál es tu color favorito
        dónde vives
        tienes hermanos
        qué haces en tu tiempo libre
        estás casado
        sueñas alguna vez
        te quiero mucho
        me aburro
        he tenido un día horrible en el trabajo
        mi novia me ha dejado
        no puedo dormir por las noches
        me duele la espalda al sentarme
        qué tomo para el dolor de cabeza
        cuántas calorías tiene un plátano
        el café es malo para el corazón
        cómo adelgazar rápido
        cómo se quita el hipo
        cuánto tiempo se cuece un huevo
        una receta de tarta de manzana
        qué cocino con pollo y arroz
        qué vino va con el pescado
        búscame un restaurante italiano cerca
        reserva mesa para dos esta noche
        un hotel barato en Lisboa
        un billete de tren a Sevilla
        cuánto dura el vuelo a Nueva York
        hace falta visado para la India
        cómo voy al aeropuerto
        hay atasco en la autopista
        dónde aparco en el centro
        llámame un taxi
        cuándo pasa el próximo autobús a la estación
        cómo se cambia una rueda pinchada
        mi coche no arranca por las mañanas
        cómo educo a un cachorro
        qué comen los conejos
        por qué ronronean los gatos
        el perro del vecino ladra toda la noche
        cuándo se plantan los tomates
        por qué se ponen amarillas las hojas de mi planta
        cómo desatasco el fregadero
        cómo escribo un bucle en Python
        explícame la física cuántica
        por qué el cielo es azul
        cómo funcionan las vacunas
        qué es un agujero negro
        cómo invierto en bolsa
        a cuánto está el bitcoin hoy
        comprar casa o alquilar
        cómo hago la declaración de la renta
        quién ganó las elecciones
        qué opinas del gobierno
        qué ha pasado hoy en las noticias
        cuándo cae Semana Santa el año que viene
        cuántos días faltan para Navidad
        qué le regalo a mi mujer por su cumpleaños
        nombres bonitos para una niña
        cómo escribo una carta de presentación
        cuánto gana una enfermera
        cómo se hace el nudo de la corbata
        mi horóscopo de hoy
        cara o cruz
        tira los dados
        elige un número entre uno y diez
        los niños jugaron en el jardín toda la tarde
        la vieja casa estaba al final del camino
        leía el periódico y tomaba su té
        las montañas estaban cubiertas de nieve
        estudió historia en la universidad
        cantaron hasta bien entrada la noche
        un pájaro canta en el árbol
        mi abuela nació en un pueblo pequeño
        el profesor explicó el ejercicio otra vez
        ayer nuestro tren llegó con una hora de retraso
        el museo cierra los lunes
        pienso luego existo
        bla bla bla
        la la la
        probando uno dos tres
        """
}
