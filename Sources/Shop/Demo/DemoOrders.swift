/// The demo shop's orders, as a table; `DemoLine` reads it. `-3d2h` is 3 days and 2 hours before
/// now, `+2d` the day after tomorrow.
///
/// order | id | customer | status | placed | estimate from | estimate to | paid with
///   items | variants
///   paid | variant | price                   (where it was another one than today's)
///   parcel | carrier | tracking number | status
///     event | event | city | when            (`delivered` dates the delivery)
///   failure | reason | method | when         (nothing was paid)
///   cancelled | reason | when
///   refund | id | amount | method | requested | booked | expected
///   return | id | method | reason | when | items
///   exchange | id | method | when | item | new item
///   trace | id | when | answer until | result
enum DemoOrders {
    static let text = """
        order | 1024 | c-77 | delivered | -9d4h | -6d | -4d | card-77
          items | aurora-black, mug-slate
          parcel | DHL | JJD014600001024 | delivered
            event | picked_up | Leipzig | -8d2h
            event | in_transit | Berlin | -6d6h
            event | delivered | Berlin | -5d3h
        order | 1042 | c-77 | delivered | -7d1h | -4d | -2d | card-77
          items | halo-floor
          parcel | DHL | JJD014600001042 | delivered
            event | picked_up | Leipzig | -5d8h
            event | delivered | Berlin | -3d5h
        order | 1057 | c-77 | shipped | -3d6h | +1d | +3d | paypal-77
          items | linen-sand-135, cushion-ochre
          parcel | DHL | JJD014600001057 | in_transit
            event | picked_up | Leipzig | -1d9h
            event | in_transit | Halle | -0d7h
        order | 1071 | c-77 | pending | -0d5h | +3d | +5d | card-77
          items | speaker-sand, mug-sage

        order | 977 | c-12 | cancelled | -26d2h | | | card-12
          items | rug-rust-140
          cancelled | ordered by mistake | -25d20h
          refund | RF-977 | 249.00 | card-12 | -25d20h | | -14d
        order | 985 | c-12 | delivered | -47d3h | -43d | -41d | card-12
          items | knife-walnut, vase-smoke
          parcel | UPS | 1Z999AA10000000985 | delivered
            event | picked_up | Rotterdam | -45d2h
            event | delivered | London | -40d6h
        order | 1061 | c-12 | pending | -1d3h | +2d | +5d | gift-12
          items | kettle-steel
        order | 1058 | c-12 | processed | -2d8h | +1d | +4d | card-12
          items | throw-cream

        order | 1011 | c-21 | shipped | -11d2h | -7d | -4d | paypal-21
          items | chair-black, chair-black
          parcel | DPD | 01475212341011 | in_transit
            event | picked_up | Aschaffenburg | -8d4h
            event | in_transit | Nürnberg | -7d6h
            event | delivery_failed | München | -5d3h
        order | 1047 | c-21 | delivered | -8d2h | -5d | -3d | card-21
          items | coffee-1000, mug-slate-xl
          parcel | DHL | JJD014600001047 | delivered
            event | picked_up | Leipzig | -6d8h
            event | delivered | München | -5d2h
        order | 1069 | c-21 | pending | -0d9h | +2d | +4d | paypal-21
          items | shelf-90, clock-40

        order | 1019 | c-34 | shipped | -12d5h | -6d | -3d | card-34
          items | purifier-s
          parcel | Swiss Post | 990012345600001019 | in_transit
            event | picked_up | Leipzig | -10d3h
            event | in_transit | Basel | -8d1h
            event | customs_hold | Basel | -7d22h
        order | 1050 | c-34 | delivered | -10d7h | -6d | -4d | card-34
          items | towel-grey, pillow-40
          parcel | Swiss Post | 990012345600001050 | delivered
            event | picked_up | Leipzig | -8d3h
            event | delivered | Zürich | -5d4h
        order | 1073 | c-34 | processed | -1d1h | +4d | +7d | card-34
          items | vase-clear, vase-clear

        order | 1027 | c-40 | delivered | -8d3h | -4d | -1d | card-40
          items | speaker-night, cushion-teal
          parcel | GLS | 60512341027 | delivered
            event | picked_up | Verona | -4d2h
            event | out_for_delivery | Milano | -1d6h
            event | delivered | Milano | -1d3h
        order | 1005 | c-40 | shipped | -24d3h | -19d | -16d | card-40
          items | clock-30, mug-sage
          parcel | GLS | 60512341005 | lost
            event | picked_up | Verona | -21d2h
            event | in_transit | Brescia | -20d5h
          trace | TR-1005 | -13d1h | -3d | lost
        order | 1036 | c-40 | delivered | -19d2h | -15d | -12d | gift-40
          items | mug-slate
          parcel | GLS | 60512341036 | delivered
            event | delivered | Milano | -13d5h

        order | 1063 | c-45 | pending | -1d2h | | | card-45
          items | shelf-60
          failure | card_expired | card-45 | -1d2h
        order | 1014 | c-45 | delivered | -45d3h | -42d | -40d | paypal-45
          items | aurora-white
          parcel | Hermes | H1001014 | delivered
            event | delivered | Hamburg | -40d4h
        order | 1072 | c-45 | pending | -0d4h | +2d | +4d | paypal-45
          items | linen-blue-135, towel-white

        order | 1064 | c-48 | pending | -0d20h | | | card-48
          items | rug-grey-140
          failure | insufficient_funds | card-48 | -0d20h
          failure | insufficient_funds | card-48 | -0d19h
        order | 1039 | c-48 | delivered | -14d2h | -9d | -7d | card-48
          items | throw-charcoal, cushion-ochre
          paid | throw-charcoal | 129.00
          parcel | DPD | 01475212341039 | delivered
            event | delivered | Lisboa | -7d4h

        order | 1065 | c-51 | pending | -2d1h | | | card-51
          items | kettle-black
          failure | three_d_secure_failed | card-51 | -2d1h
        order | 1045 | c-51 | delivered | -11d6h | -7d | -5d | gift-51
          items | clock-40, planter-20
          parcel | DPD | 01475212341045 | delivered
            event | delivered | Warszawa | -5d5h
        order | 1060 | c-51 | shipped | -4d3h | +0d | +2d | card-51
          items | pillow-40-firm
          parcel | DPD | 01475212341060 | out_for_delivery
            event | picked_up | Leipzig | -2d2h
            event | out_for_delivery | Warszawa | -0d3h

        order | 1008 | c-53 | delivered | -40d3h | -26d | -22d | card-53
          items | table-200
          parcel | Hellmann | HEL0001008 | delivered
            event | delivered | Frankfurt am Main | -22d4h
        order | 1044 | c-53 | delivered | -10d3h | -7d | -5d | card-53
          items | chair-natural-felt, chair-natural-felt, rug-grey-200
          parcel | Hellmann | HEL0001044 | delivered
            event | delivered | Frankfurt am Main | -5d4h
        order | 1068 | c-53 | processed | -1d6h | +2d | +4d | card-53
          items | speaker-night-20, throw-cream

        order | 1033 | c-58 | delivered | -18d2h | -15d | -13d | card-58
          items | aurora-brass
          parcel | DHL | JJD014600001033 | delivered
            event | delivered | Köln | -13d4h
        order | 1070 | c-58 | pending | -0d8h | +2d | +4d | card-58
          items | knife-black

        order | 1030 | c-60 | return requested | -20d2h | -17d | -15d | card-60
          items | halo-floor-white, mug-slate, mug-sage
          parcel | DPD | 01475212341030 | delivered
            event | delivered | Wien | -15d3h
          return | RT-1030 | card-60 | changed_mind | -8d2h | mug-slate
          refund | RF-1030 | 14.50 | card-60 | -3d2h | | +4d
        order | 1017 | c-60 | return requested | -38d2h | -35d | -33d | card-60
          items | speaker-sand
          parcel | DPD | 01475212341017 | delivered
            event | delivered | Wien | -33d3h
          return | RT-1017 | card-60 | damaged | -28d2h | speaker-sand
          refund | RF-1017 | 99.00 | card-60 | -20d2h | -14d2h | -11d
        order | 1048 | c-60 | exchange requested | -12d4h | -9d | -7d | card-60
          items | kettle-steel
          parcel | DPD | 01475212341048 | delivered
            event | delivered | Wien | -7d4h
          exchange | EX-1048 | card-60 | -4d1h | kettle-steel | kettle-black

        order | 1055 | c-66 | shipped | -9d3h | -4d | -1d | paypal-66
          items | linen-sand-155, pillow-40
          parcel | Colissimo | 8R00001055 | in_transit
            event | picked_up | Leipzig | -6d2h
            event | in_transit | Strasbourg | -4d5h
        order | 1046 | c-66 | cancelled | -6d3h | | | card-66
          items | clock-30
          cancelled | no longer needed | -6d1h
          refund | RF-1046 | 44.00 | card-66 | -6d1h | | +2d
        order | 1067 | c-66 | pending | -1d4h | +3d | +5d | card-66
          items | purifier-m, coffee-500
        """
}
