extension CommonWords {
    /// Made by `Tools/common_words.py`, which names the sources.
    static let english = """
        the to a is of for your in and you not device or on this be with home from set mode are \
        assistant an time temperature if it failed will no error can account api please power \
        address i when one that current up select more key use integration by state \
        configuration as what at id energy entity update has add name off enter password new \
        data value have only number connect sensor battery ip which code all used command \
        devices start type network was app invalid want found water configured could control \
        alarm server settings system connection light media level while voltage does access \
        total template token check topic again available url list get input authentication yaml \
        remove action air open credentials been last user try cannot active fan entities speed \
        change target supported port grid must configure l using file status enable how group \
        message hostname create valid local color entry should other write backup any version \
        information default removed re zone button send output consumption event triggers switch \
        low mqtt required lock unable cloud maximum its selected duration but occurred price \
        limit location image here's sure after charge support filter phase position sets turn \
        firmware brightness connected run charging heating make enabled longer options first \
        then reset stop restart already like defines service my may authenticate than config \
        username today text actions string learn log right next delete deprecated am controller \
        gateway issue load email camera notification player read detected provided running \
        payload custom gas details disable minimum path setting so humidity s volume instance \
        serial day before left electricity inverter remote high unit seconds station tests need \
        did ac date setpoint out show choose z source option auto received setup end range same \
        discovered about changes bluetooth because reconfigure via count pin peak sent adapter \
        needs values storage solar usage tv following max vehicle function python now find \
        different wave fault updates down automations changed production link ct quality too pv \
        schedule specified see documentation communicating google program panel press long \
        application automatically disabled example timer me rate unknown host hour go match area \
        don't x heat smart meter minutes optional who correct certificate heater search continue \
        dc full specific card empty flow model submit frequency sensors commands thermostat i'm \
        d average hot door g channel scripts unsupported request take being sound requires knx \
        there instead below automatic preset profile display hardware sleep web automation \
        threshold timeout ui currently protection response them c play between whether client \
        delay operation trigger we another cleaning effect factor pump where circuit over items \
        night pressure min self audio encryption format index zigbee period detection ssl some \
        steam combiner hub software into added events discovery hours motion pm scene track two \
        back fi import pairing class interface starts cover dashboard each field daily edit fix \
        manually multiple view these month content download existing item weather clean either \
        missing leave under climate wi test given method keep charger modes provide warning once \
        move size modbus return country memory away upload telegram vacuum webhook point created \
        later clear led router until block login yet connecting days bus interval manual task \
        map monitor complete sends very most without cooling remaining step tilt free ensure mac \
        logs info returned work reload updated valve feel still latest voice wind ai allowed \
        drive release arm swing unifi based also started direction failure lifetime percentage \
        were discharge expected http computer city closed override relay music uses close disk \
        screen amount cycle forecast migrate receive verify instructions video detecting \
        requests tariff allow supports dns folder lower shutdown chat condition project room \
        secret blue supply cooking note additional wait many would operating radio refresh \
        retrieve turned known times database green within due reauthenticate window favorite b \
        box dhw plural slot speech script through external include motor usb backups \
        installation platform reactive rear services upper always bot main variable sign allows \
        boost loaded overcurrent soc wash can't rain counter credential infrared protocol site \
        statistics thread unique they real year least shown top communication configuring drying \
        security waiting whole every matter process page powered white consumed rejected restore \
        during endpoint medium module problem v dry entries offtake parameter previous binary \
        node their incorrect json old future p follow integrations messages progress turns \
        language distance rice addresses confirm fuse habitica vat zones good it's query \
        generator calendar push life here hold space issues short apps attribute hvac installed \
        public resolve session stopped tracker updating think just history character \
        subscription domain export indoor overvoltage recommended much better order stored \
        bypass starting way large conditions feature characters cm extract stream unexpected \
        states working line save files mobile ph excl region toggle sun health needed scheduled \
        sending signal he know internet queue internal private cost defaults imported recording \
        report reverse route secure vacation electric users carbon pack phone departure front \
        hue install keys outdoor reached verification why able person super associated deleted \
        pick bottom bridge fetch protect publish sensitivity tcp triggered unavailable wake \
        human live above perform blocked small stops both identifier lifespan pre register \
        single tracking armed hz legacy manage marketplace notifications post reboot lost \
        players r trying completed digit estimated exist ignored length offset prices reolink \
        watering well never engine js wrong extra broker clients dynamic ev fillet horizontal \
        oauth pause possible receiver requested tank cross true apple linked second accept cpu \
        github calibration generated icon specify robot people body common own central arc \
        border activated assist displayed feed https included injection measurement mm reach rgb \
        tokens makes capable done including store cold generic force ready adds concentration \
        core lights mop paused week money might conversation machine share agent call h net \
        outside lawn result soil charged compressor defined eco intensity parameters reloads \
        replaced side said such fast middle android dioxide fill negative product category \
        directory mower n reading scan siren successfully say sort things experience something \
        help means capacity copy drop online activity browser destination normal cleaner \
        device's editor games generate ipv prefix raw relative sub supervisor transition \
        troubleshooting older apparent areas brush developer esphome images moisture shared \
        shopping since sms javascript really tell world part features yellow background dust \
        levels blueprint center container controls dock expired fixed locked precipitation \
        pressed removes returns shelly sources us coffee snapshot static party printer types \
        accessory base bucket correctly ess fritz integer label matching menu pages ptz ratio \
        stereo emotion feeling hal yes called made everything form names cable produced smoke \
        adding boiler cell dark integrate lifx opened powerwall queries representing retrieves \
        rinse tools undervoltage that's game few table bit m clock coordinates demand playing \
        repeat sequence activate enables importing lan library monoxide oven permissions picture \
        previously section servers unhealthy hard basic personal rest errors periods title alert \
        authorization buffer connectivity cook ids incoming mastodon mealie multi privacy \
        published quick surround timed travel turning unlock upgrade robots computers programmed \
        best food mean bad build communicate give batteries component refer require absolute \
        accepted adjust chlorine fetching finish hourly loading represents retry runtime saved \
        systems hide our resources usually co safe comfort disables emergency expose fresh \
        highest monthly ons optionally permanently potatoes primary probe proxy qr reachable \
        stations tag templates trouble units ventilation warm ever simple express question put \
        named works t bring reason angle console contain dashboards delivered dpt entered fade \
        filtration humidifier listening locations milk minute notify package pair reconnect ring \
        subscribed tap uptime mad numbers higher black case k connections identify alexa arrival \
        attributes authenticated belongs bsb calls description exists flash fuel gets ignore \
        irrigation keyboard nest pending pulse routes segment signed startup successful \
        switchbot sync tracked tx lot kind sense man yesterday inside become finished fully \
        monitoring positive rating beolink discover domestic double homekit instantaneous mppt \
        numeric offline oscillation quest speaker vibration emotions sad context join originally \
        environment mass priority processing standard chess listen resolution stage album \
        attachment authorize byte cache controllers crossed cutting cycles dimming exported \
        logging loop models paired paste receives repair saturation steps streaming strobe \
        telegrams transmitter validation vertical myself isn't you're played market currency \
        digits skin admin colors creating doesn't f fire general individual itself original \
        rotation sky activation apply behavior care chime click delayed exceeded gate hh idle \
        lms modules mute passive peblar plug pollution portal preferred resume rx sauna slots \
        spotify standby subscribe tls ups eat his typescript great movie ask sea built car seen \
        object became movement special community detect driver execute moved objects probability \
        cluster deletes docker encrypted evse floor frost ir isy locks migration moving \
        permission rapid recipe replace reported retrieving thermostats traffic warnings weekly \
        often etc going series nothing cause friend pattern runs contact cool critical lightning \
        lowest members satellite saving trip accessible calling creates cut deconz disconnected \
        ets filters insteon lametric latitude lg metering nrgkick ntfy reconfiguration salt \
        scenes switched transfer volatile love sometimes anything eggs moon three got random \
        record respond takes word determine place plan seat separated third appliance aux avoid \
        blind cancel catalog clicked garage height leak longitude measuring modem multiprotocol \
        organic percent ping pot radar registered restrictions ringtone selects temporary \
        unlocked vehicles wheel zha hear quite nice far yourself building callback depends \
        carrots newer resets aborted adguard alarms alternative cameras cards compose directly \
        disarm discharged doorbell drum growatt izone monzo navigate orp outlet overlay present \
        proxmox pub recent reminder rename renault results rfid rs scanning shows strength tags \
        timestamp transport tray variables ve waxy whose artificial science won piece appear \
        wish job together changing depth liquid mark observation terms tool website attempt \
        auxiliary belong blackout blebox continuous curve debug dialog diced further gps halved \
        hexadecimal honeywell ieee inactive initial installing kelvin less listed matches \
        nitrogen occupancy omada photos portainer radon rgbw skill tailwind theme uv visual \
        american written even located morning break pure board lens ms normally advanced buttons \
        cleared dismiss dosing frame ghz helper indicating invert kodi maintenance midea \
        migrated netatmo omitted opening partial pcc playstation rtsp secondary solaredge \
        switches teslemetry tomorrow velbus visit angry feelings hate lambda wrote study \
        probably talk animal graph accuracy exactly particle unless age artist bill digital \
        exchange round several baby dirty doors keeps pro protected reference repository rule \
        topics aqi backfeed blank blink calculated clothes discharging dongle ecobee forward \
        groups immediately lists meters networks obtain opnsense performance pet pi playback \
        presence render selecting sensitive sma spot tasks timers transmission tts virtual wall \
        baseball checker dream soccer maybe talking fine windows manager property zero \
        alternatively let limits pass accounts against ambient assign authorized bytes compounds \
        constant coordinate countdown county cups cyan deep detailed direct domains envoy \
        factory flags freeze functionality hdr heos hs illuminance increase instant intensive \
        interview issued lets lfe meal melcloud moves onedrive onvif opcache parse polling \
        prompt properties provides quartered recorder reply reporting reward rgbww risk roborock \
        rpm scanner shut sonos statistic stuck tire toggles torrent torrents vision webhooks \
        websocket xbox yield anger film gossip sorry war happy little united doing tree business \
        face look member attempts beans depending holds photo plugged snow accessing airflow \
        answer applications assistants authenticating availability beef bms boolean ch consider \
        contains crownstone customize decimal degrees dropped emitter enabling equal exclude \
        expires fields filename ground habit hidden holiday hydrolysis incomplete kuma limited \
        management mealplan modern neopool noise nominal none overtemperature permanent physical \
        playlist plex points precision printed provider providing reaction remember reports \
        reserve resolved restored roast rtc safety schedules shift skip snapshots sum tado \
        temporarily threema tip worry bird conflict couldn't element mask across channels global \
        guide hand plays poor related useful announcement anti awake ble broadcast congee dts \
        ends fat guard guest half header heaters imou influxdb io jammed lighting locking loss \
        managed mfa offer packet panels partition persistent poll pyload replacement resource \
        restoring rf sampling satellites sensor's smtp soft spin ss temp term utility w washing \
        weight wireless xy book invented president stock understand earth had star anyone fruit \
        mood sql cake canada alias gives having leader organization released selection seven \
        stack thinking answers attach exhaust getting greater iron measured midnight native \
        official pull azure badge checking closing comma controlled datetime defunct displays \
        downloads ecosmart evaluates executed expiration exposed exposure fireplace forecasts \
        gateways gx homee hydrawise imap indicator insufficient latency lte manufacturer mowers \
        muted navigation otherwise outgoing overfeed performed phases plant pork ports
        """
}
