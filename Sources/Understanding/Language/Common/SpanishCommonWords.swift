extension CommonWords {
    /// Made by `Tools/common_words.py`, which names the sources.
    static let spanish = """
        de la el no se del en para a que un y una tu con los dispositivo o por es las al \
        configuración si modo está más home error assistant nombre temperatura estado cuenta \
        dirección pudo api tiempo ha favor configurar puede red este integración como clave \
        energía esta qué datos cuando selecciona id lo valor entidad entrada solo usuario \
        obtener contraseña dispositivos aplicación potencia código carga ip nuevo hora sensor \
        información batería número ya introduce tipo conexión volver debe quieres añadir control \
        seguridad sin actual sistema host desde nivel eliminar conectar comando plantilla me soy \
        alarma agua lista enviar establecer servidor comprueba pero sesión su luz ser tensión \
        token url autenticación salida credenciales total velocidad entidades yaml compatible \
        acceso puedes tus archivo uno acción hay espera topic versión consumo corriente esto \
        zona estoy válido copia iniciar puerto utiliza ventilador problema cómo válida son aire \
        actualiza puerta l mensaje grupo estás enlace actualizar nueva eres multimedia inicio \
        configurado disponible imagen color panel configura duración establece local están uso \
        crear límite mqtt tiene botón ubicación utilizar vuelve vez ruta todos define apagado \
        actualización consulta fallo acciones activa firmware servicio requiere posición dispara \
        opciones calefacción cambiar asegúrate elimina fase precio brillo opción puedo sobre \
        texto mediante vida humedad hoy mi mostrar notificación valores evento habilitar día \
        última durante cámara inténtalo todas usar máxima ejemplo eso controlador encendido \
        correo máximo serie esté porque encontrado programa electrónico interruptor produjo todo \
        instancia inversor antes después fecha consigna funcionamiento través entre horas \
        segundos z gas estación hasta pueden payload unidad disponibles reproductor base s \
        electricidad filtro mejor tengo ca detección volumen respuesta conectado muy descarga \
        objetivo bluetooth útil automáticamente contador contenido predeterminado sensores elige \
        pin función cada permite admite vehículo ningún adaptador configurada tv voz \
        documentación producción ahora autenticar cualquier encontrar software almacenamiento he \
        cambia wave web cargar automático comunicarse google frecuencia ve tienes ia detalles \
        lugar limpieza calidad envía minutos movimiento inicia solar temporizador han mismo tú \
        automatizaciones cerradura comandos siguiente programación casa fuente reinicia baja \
        eventos posible estar protección superior ninguna formato tarjeta días también pantalla \
        seleccionado x seguro bien añade interfaz mínima mínimo punto cloud continuación último \
        demasiado hardware yo acceder automatización other algo activo termostato canal perfil \
        sonido problemas inteligente caliente certificado necesario c registro seleccionar has \
        cc d habilitado knx necesita activar deseada medio compra alimentación eliminará \
        encontró modelo siguientes sea va programado cifrado string área motor opcional \
        proporciona restablecer umbral memoria así cargador deben scripts falló inferior podido \
        real bajo sí cliente audio blanco conectarse línea estas automática tarea ejecución \
        pulsación ssl índice debes fuera bomba registros tc zigbee campo cuál continuar obsoleta \
        remoto seguimiento menos ajustes calentador desconocido efecto vista aún manualmente \
        personalizado ver pm transmisión forma sido todavía sentir coincide hace escena fi \
        instalación oscilación mes comunicación intervalo modos presión wi archivos principal \
        utilizado tamaño cambio bloqueo circuito correctamente horario intensidad media mientras \
        tarifa cantidad aprender bloquear modbus mac podría cosas apagar detener ejecutar nube \
        recuperar otra distancia encender iu webhook leer actualizaciones emparejamiento led \
        solucionar disco actualmente anterior detectado editar porcentaje dos alta crea \
        encontraron muestra rango router dentro controlar mal mucho método reiniciar buscar \
        parte paso veces lenguaje pudieron elementos flujo habilita realizar secado tema humanos \
        estadísticas importar válidos condiciones copias sólo hacer python emoción completa \
        contra derecha obsoleto persiana página vapor primero otro siempre trabajo robot esa \
        debería abierto calor izquierda manual defecto paquete capacidad advertencia \
        aplicaciones cadena clase mapa unifi válvula cual tal cocción compatibles http \
        inclinación nunca quizás abrir autenticarte diferente dns exterior punta creo ausente \
        bus eliminado plural restante servicios deshabilitar recuento tareas borrar curso \
        período prueba relé riego utilizando abre utilizada donde destino direcciones lavado \
        utilizará ni pregunta autenticarse caracteres finalización p reproducir solicitud sitio \
        usb ciclo instrucciones migrar recibido usa viento mantener condición falta existe \
        medios protocolo reinicio sigue único aquí conversación agotado cambios entradas factor \
        infrarrojos mensajes refrigeración script tarde valle azul ajustar b lectura precios \
        radio recibir sobrecorriente parece sientes combinador desactivar elemento eléctrico \
        etiqueta hub plataforma será dinero carpeta interior producido representa verificación \
        encuentra usuarios aunque arranque eléctrica intentar llamada reactiva soc zonas central \
        permitir proceso proyecto pueda armar depósito descubrimiento introducir parámetro \
        predeterminada vacaciones reproducción crees pensar arroz noche parada suministro sus \
        alto intenta emociones humana triste deshabilitado especifica indica instantánea lluvia \
        sol variable momento promedio errores según guardar depende cambiado cargada debido \
        endpoint fusible habitica integraciones misma próxima sobretensión sensibilidad varios \
        ejecuta realmente activación deshabilita hvac iva v vídeo tenga enciende existente fv \
        longitud módulo notificaciones tener personas decir capaz anulación búsqueda descargar \
        json pausa pulsa telegram bot mis artificial sentimientos siento claves móvil thread \
        usando ventana válidas año tras chat otros utilizan favorito gracias abierta acs ajuste \
        escribir especificado incluir medición soporte normal tanto mejorar natural inteligencia \
        apaga espacio intentarlo ranura semana haya estados internet país calendario cm dominio \
        déjalo región solicitudes suscripción clientes resolver procesamiento cola generador \
        identificador importación luego marca matter nodo nota persona ph proporcionado señal \
        verde monitor secreto cpu hacia medida otras algunas alguna dime gusta trato atributo \
        baterías caudal encontrada exportación larga seleccionada tokens actividad luces origen \
        ese configurados detectar entero instalar subir tcp teclado tono verificar idioma largo \
        seguir máquina aspirador coste dígitos fuentes funciona habilitada libre parámetros \
        pendientes personalizada preestablecido transición correcta activos saber nada \
        experimentar configuraciones deseas diario disparador grabación hz imágenes marketplace \
        recarga servidores suelo varias vertido ejecutando nombres rápida ciudad entonces muchos \
        mundo activada adicionales asistente enviará oauth recibe reolink ir recursos significa \
        probablemente bueno combinación credencial específico filete fin limpiar mover pendiente \
        pulsado subida telegramas trasera incorrecto sueño poco admiten calibración carbono \
        cerrar corte frío generar receptor éxito esperando nuevos partir producto caso hablar \
        bastante alcance box completar concentración cortacésped https mm n orden permisos \
        protect rápido teléfono agente general incorrecta próximo puertas utilizas robots feliz \
        gente muchas adicional binario desactiva editor específica fotovoltaica horizontal \
        numérico programada rgb supervisor timbre bits funciones tipos ten listo accesible arco \
        cable caché categoría completo github ipv min music previsión restaurar sección \
        normalmente quién expresar miedo alerta bloqueado compresor contiene derecho detiene \
        futura inversa paneles pasos poder publicar r remota selección suscribirse tienen \
        unidades vacío demanda primer procesar hecho arriba bytes cambió climatización colores \
        consumida empezar esphome estos extraer final g icono js mostrará plan recargar retorno \
        claro sentido ti alternar android auto cargando cierre consultas count detectada \
        directorio dpt eco izquierdo plantillas proporcionada reproductores segundo sms solución \
        subtensión suspensión ventilación áreas puente propio hablando humano accesorio aparente \
        bróker complementos ct dióxido prefijo shelly sirena solicitar título necesitas cuánto \
        tierra apertura café caldera fritz h lifx periodo ptz rastreador rojo smart stereo \
        actuales plano personal portal común aprendiendo loco detecta devuelve enviado ess hogar \
        horno impresora inicial mando menú meteorológica niveles obtiene operación posterior \
        powerwall registrar rutas algunos conexiones sistemas ambiente assist autorización \
        cepillo comienza concentrador coordenadas cubierta debajo deja emergencia lan medidor pv \
        páginas pública rendimiento resultado fondo abajo acondicionado apple comprobar \
        configuró confirmar detectó devolvió filtrar historial iluminación mantenimiento \
        mastodon mealie monóxido mopa permanente privacidad rechazó reloj restantes secuencia \
        transmisor volverá determinar existentes unos dado acuerdo pone preguntas razón activado \
        armada biblioteca bucket cargado cerrada cloro controla cortadas estaciones gateway \
        herramientas llamadas llamar m masa patatas pertenece preajuste pronóstico realiza \
        reciente resolución ropa estándar mayor ayudarte dices sé tan administrador atrás ciclos \
        contenedor deshabilitada ejecutarán humo inesperado locales modelos neto opcionalmente \
        partidas primera proporcionar proxy ángulo correcto fallos dónde mercado ayudar buena \
        java aprendo buenas tristeza atributos bandeja botones corrige descripción diaria \
        escaneo etiquetas fallado filtración hue link mañana migración múltiples oscuro planta \
        privada qr salud sonda tarjetas ubicaciones vacía vehículos verifica única f música \
        ocultar probabilidad él creado cálculo aprendizaje fue juego temas pasa hola alexa \
        antiguo auxiliar bsb co comidas conecta conectividad deberás desconocida escenas \
        especificar esperaba evitar incluido llegada misión mitad navegador nest peblar permiso \
        recupera switchbot viaje interno nuevas palabra rotación tasa cuentas tomar amigos etc \
        bots cuéntame beolink cancelar celda cuidado derivación emparejar escucha estará fija \
        funcionar homekit humidificador ignorar impulso lee mppt objetos paquetes polvo \
        precisión receta redes reducción restablece retardo revisa saturación segmento tardar \
        temporal validación adelante busca grandes lado variables gustaría anteriores antiguos \
        aspiradora autorizar caducado combustible comportamiento conectada contaminación \
        desbloquear determinado doble enchufe estimada externo horarios interna módulos pico \
        rastrear rechazado recomienda reposo restricciones sanitaria superó trasero tráfico \
        artículo satélite silencio cuerpo conocido ira alarmas altavoz añadido bloqueada bucle \
        campos clic confirma copiar creará disparado docker filtros hh inactivo isy k mensual \
        omite pausar prioridad proporción pulsar reparación repetición sauna solicita sub \
        surround tls versiones vertical álbum gran manera máquinas usas complejo computadora \
        digo dolor enojado entiendo hacerte haces robótica absoluta ajusta alias apagada \
        artículos búfer climatizador comenzar compartido componente confort dinámico \
        directamente escritura esperado esperar estén etapa evse instalado latitud lg lms \
        líquido marcar ping placa post precipitación producida proporcionadas puntos push \
        recurso spotify t termostatos totales vibración visual aumento cuándo haber máscara \
        observación pasar suma experiencia mar hacerlo partes actualizado administrar agotó \
        altura amarillo ancho anteriormente aparece atenuación aumentar autoconsumo ayer \
        calentamiento comenzó configurando conjunto consola deconz desconectado diferentes \
        distinta ets externa genérico habitación hayas hexadecimal iniciado insteon lametric \
        nominal nrgkick ntfy operativo original piel publicará quieras recibidos resultados \
        tabla tracción tx visualización últimos aleatorio pi retraso retroalimentación trata \
        años cierto deberías anular cambian catálogo cielo clima clúster comprobación conectados \
        creada códigos dejar desplazamiento directo elegir garaje grande llama números \
        obligatorio pista radar reanudar referencia relativa restablecimiento usará zha \
        caducidad cerca contacto grados presente regla aplica conocer era exactamente simple \
        edad estamos nuestro pastel hacen hombre adguard analizar asiento asociada cerosas \
        cerrado cerraduras comienzan comunidad configuradas correspondiente desactivada \
        eliminada eliminarán forzar foto fuerza growatt izone lateral miembros minuto monzo máx \
        módem nocturna nocturno omada originalmente orp partículas pequeñas permitida plazo \
        proxmox pub pérdida recomendado recordatorio refuerzo renault reserva retención rfid rs \
        sal seleccionadas solicitado tambor ternera reducir tiempos capacidades dar demás mala \
        alguien buenos conversaciones difícil emular realidad acepta advertencias almacenada \
        bajar basado blebox compatibilidad compensación complemento completado core curva \
        cámaras delantera descartar detectando diálogo dominios enjuague establecida estática \
        giro gps hdr honeywell identificación ieee kelvin motivo mueve navegación necesarios \
        necesitarás nitrógeno numérica orgánicos pasivo playstation portainer presencia \
        proporcionó puertos radón recibida respuestas rtsp rueda sai seco sincronización \
        sincronizar steam superposición supervalle tailwind tecla teslemetry completamente \
        digital encima entorno filtrado intercambio moneda supera programador podemos \
        avergonzado celoso ciertamente contigo dicho idea interesante morir odias odio oído pues \
        quiero sentirme somos verdad vergüenza vosotros actualizará ambos asignar atascado \
        autonomía bring compilación compuestos contadores controladores corrección depuración \
        desarrolladores devolver dormir dosificación dígito ejecutan enteras escuchar exposición \
        extra fabricante factores ghz igual incluye indicador interruptores introducido kodi \
        midea monitorización negativo netatmo ofrece patrón pcc permitido personalizadas \
        previamente rgbw rx solaredge suministrada transporte túnel uv velbus vincular vivo \
        volátiles zanahorias ayuda montaje nuestra repositorio suficientes tengas crítico \
        entrenamiento ordenador rama reaccionar administra ajedrez alternativo aplicar armado \
        aviso ayudante banda cocinar continua cruzan dejó diarias ecobee edición emite envío \
        escanear estimado exponer fases franjas frase fábrica gestión grasa guarda heredado \
        horaria informe intentos junto listas manipulación marcha necesaria negro nieve ninguno \
        opnsense permanentemente personaje predeterminados progreso publicación radiofrecuencia \
        recogida requieren respondió resumen riesgo sma suave superado sustituido tazas \
        temporizadores torrents transferencia tts utilice visita cercana ocupado toda bolsa \
        comprar accede antigua anuncio asistentes comas compartida compartir condado conectarte \
        configurarla consultar conéctate cuartos delantero desarrollador despertar determinada \
        elimine encendida energética envoy escáner especificada exportada grupos heladas heos \
        heredada hs hábito identificar indicadores individuales inesperada iniciando lfe \
        melcloud meteorológicos ms muestreo multiprotocolo nubes ocupación omitir onedrive onvif \
        opcache pan permiten podrás previas pro profundidad pulso recompensa regulación \
        requerida rest revisión rgbww roborock rpm silenciar sonos subentrada temporalmente \
        threema tuya vatios webhooks websocket xbox algún amigo describe diferencia habilidad \
        propia utilizarse ellos películas suficiente nadie actualizada autenticado bms border \
        calificación canales centro cero chimenea cian configurarlo constante contrario corta \
        cortado crownstone cuadro disponibilidad elaboración elevación emisor enviados especial \
        establecido evalúa excluir extracción faltan finalizado fuga genera generado hidrólisis \
        hoja ica importada invertir kuma lanzamiento leche llave lleno mayúsculas medianas \
        minúsculas neopool nodos objeto pasado periodos pertenecen plex positivo previa \
        propiedades proveedor puesta reacción recuperación responder rtc ruido secreta segunda \
        segura selector súper tado toma torrent tres uptime verano vinculado visión casi \
        incluidos
        """
}
