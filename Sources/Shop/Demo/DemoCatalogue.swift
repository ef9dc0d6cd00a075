/// What the demo shop sells, as a table; `DemoLine` reads it.
///
/// policy | category | days | returnable | needs original packaging
/// product | id | name | category
///   variant | id | options | price | stock
enum DemoCatalogue {
    static let text = """
        policy | standard | 30 | yes | no
        policy | electronics | 30 | yes | yes
        policy | hygiene | 14 | yes | yes
        policy | made_to_order | 0 | no | no
        policy | perishable | 0 | no | no
        policy | final_sale | 0 | no | no

        product | p-aurora | Aurora desk lamp | electronics
          variant | aurora-black | color: black; base: clamp | 59.90 | 14
          variant | aurora-white | color: white; base: clamp | 59.90 | 6
          variant | aurora-brass | color: brass; base: stand | 74.90 | 3
          variant | aurora-green | color: green; base: stand | 69.90 | 0
        product | p-halo | Halo floor lamp | electronics
          variant | halo-floor | color: black; height: 160 cm | 129.00 | 8
          variant | halo-floor-white | color: white; height: 160 cm | 129.00 | 5
          variant | halo-floor-tall | color: black; height: 185 cm | 149.00 | 2
        product | p-linen | Linen duvet cover | standard
          variant | linen-sand-135 | color: sand; size: 135 x 200 cm | 89.00 | 20
          variant | linen-sand-155 | color: sand; size: 155 x 220 cm | 109.00 | 11
          variant | linen-blue-135 | color: blue; size: 135 x 200 cm | 89.00 | 7
          variant | linen-blue-155 | color: blue; size: 155 x 220 cm | 109.00 | 0
        product | p-towel | Waffle towel set | hygiene
          variant | towel-white | color: white; pieces: 4 | 39.90 | 40
          variant | towel-grey | color: grey; pieces: 4 | 39.90 | 25
          variant | towel-grey-6 | color: grey; pieces: 6 | 54.90 | 12
        product | p-mug | Stoneware mug | standard
          variant | mug-slate | color: slate; capacity: 300 ml | 14.50 | 120
          variant | mug-sage | color: sage; capacity: 300 ml | 14.50 | 90
          variant | mug-slate-xl | color: slate; capacity: 450 ml | 17.50 | 60
        product | p-kettle | Pour-over kettle | electronics
          variant | kettle-steel | color: steel; capacity: 0.8 l | 79.00 | 9
          variant | kettle-black | color: black; capacity: 0.8 l | 84.00 | 4
          variant | kettle-black-1 | color: black; capacity: 1.2 l | 94.00 | 7
        product | p-chair | Ash dining chair | standard
          variant | chair-natural | finish: natural; seat: wood | 189.00 | 16
          variant | chair-black | finish: black; seat: wood | 189.00 | 10
          variant | chair-natural-felt | finish: natural; seat: felt | 219.00 | 5
        product | p-table | Oak dining table | made_to_order
          variant | table-160 | length: 160 cm; finish: oiled | 890.00 | 1
          variant | table-200 | length: 200 cm; finish: oiled | 1090.00 | 1
        product | p-rug | Wool rug | standard
          variant | rug-grey-140 | color: grey; size: 140 x 200 cm | 249.00 | 6
          variant | rug-rust-140 | color: rust; size: 140 x 200 cm | 249.00 | 4
          variant | rug-grey-200 | color: grey; size: 200 x 300 cm | 449.00 | 2
        product | p-cushion | Velvet cushion | standard
          variant | cushion-ochre | color: ochre; size: 45 x 45 cm | 34.90 | 33
          variant | cushion-teal | color: teal; size: 45 x 45 cm | 34.90 | 21
          variant | cushion-teal-60 | color: teal; size: 60 x 40 cm | 39.90 | 0
        product | p-speaker | Pebble speaker | electronics
          variant | speaker-sand | color: sand; battery life: 12 hours | 99.00 | 18
          variant | speaker-night | color: night blue; battery life: 12 hours | 99.00 | 9
          variant | speaker-night-20 | color: night blue; battery life: 20 hours | 139.00 | 5
        product | p-clock | Cork wall clock | standard
          variant | clock-30 | diameter: 30 cm; color: natural | 44.00 | 13
          variant | clock-40 | diameter: 40 cm; color: natural | 58.00 | 8
        product | p-vase | Ribbed glass vase | standard
          variant | vase-smoke | color: smoke; height: 24 cm | 29.00 | 27
          variant | vase-clear | color: clear; height: 24 cm | 27.00 | 30
          variant | vase-smoke-36 | color: smoke; height: 36 cm | 45.00 | 6
        product | p-knife | Santoku knife | standard
          variant | knife-walnut | handle: walnut; blade: 17 cm | 119.00 | 10
          variant | knife-black | handle: black; blade: 17 cm | 109.00 | 12
        product | p-pillow | Buckwheat pillow | hygiene
          variant | pillow-40 | size: 40 x 60 cm; firmness: medium | 59.00 | 15
          variant | pillow-40-firm | size: 40 x 60 cm; firmness: firm | 62.00 | 8
        product | p-coffee | Hofladen espresso beans | perishable
          variant | coffee-500 | roast: dark; weight: 500 g | 13.90 | 70
          variant | coffee-1000 | roast: dark; weight: 1 kg | 24.90 | 45
          variant | coffee-500-light | roast: medium; weight: 500 g | 13.90 | 52
        product | p-purifier | Breeze air purifier | electronics
          variant | purifier-s | room: 20 m2; filter: HEPA | 169.00 | 7
          variant | purifier-m | room: 40 m2; filter: HEPA | 239.00 | 5
        product | p-throw | Alpaca throw | standard
          variant | throw-cream | color: cream; size: 130 x 180 cm | 119.00 | 9
          variant | throw-charcoal | color: charcoal; size: 130 x 180 cm | 119.00 | 4
        product | p-planter | Terracotta planter | final_sale
          variant | planter-20 | diameter: 20 cm; color: terracotta | 12.00 | 8
          variant | planter-28 | diameter: 28 cm; color: terracotta | 19.00 | 3
        product | p-shelf | Loop wall shelf | standard
          variant | shelf-60 | width: 60 cm; color: oak | 69.00 | 11
          variant | shelf-90 | width: 90 cm; color: oak | 89.00 | 6
          variant | shelf-90-black | width: 90 cm; color: black | 95.00 | 2
        """
}
