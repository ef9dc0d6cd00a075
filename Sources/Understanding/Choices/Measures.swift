/// Words of sizes and amounts, folded, as customers write them beside the shop's: "two litres" for "2L", "5 feet high"
/// for "5 ft". One table for all languages: none of the words means another number or unit in one of them.
enum Measures {
    /// Units that are written in several ways → the one they are compared by.
    private static let spellings: [String: String] = [
        "feet": "ft", "foot": "ft", "liter": "l", "liters": "l", "litre": "l", "litres": "l",
        "litern": "l", "litro": "l", "litros": "l",
        "pounds": "lbs", "lb": "lbs", "gigabyte": "gb", "gigabytes": "gb", "gigs": "gb",
        "terabyte": "tb", "terabytes": "tb", "gig": "gb", "megapixel": "mp", "megapixels": "mp",
        "megapixeln": "mp", "watts": "watt", "millimeters": "mm", "hrs": "hour", "gray": "grey",
        "percent": "%", "prozent": "%", "qm": "m2", "sqm": "m2", "quadratmeter": "m2",
        "quadratmetern": "m2",
    ]

    private static let spelled = WordSet(spellings.keys)

    /// The unit that a word is compared by, where it is written in several ways.
    static func spelling(of word: String) -> String? {
        spelled.contains(WordKey.hash(word)) ? spellings[word] : nil
    }

    /// Stems that make a number word before them a number: "two litres" are "2L", "four pieces" a "4-piece".
    private static let units = WordSet(
        Set(spellings.values).subtracting(["grey"])
            .union(["inch", "piec", "teil", "mm", "cm", "meter", "fuss", "zoll"]))

    static func isUnit(_ stem: String) -> Bool { units.contains(WordKey.hash(stem)) }

    static let numbers: [String: String] = [
        "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
        "eight": "8", "nine": "9", "ten": "10", "twelve": "12", "ein": "1", "einen": "1",
        "einem": "1", "zwei": "2", "drei": "3", "vier": "4", "funf": "5", "sechs": "6",
        "sieben": "7", "acht": "8", "neun": "9", "zehn": "10", "zwolf": "12",
        "dos": "2", "tres": "3", "cuatro": "4", "cinco": "5", "deux": "2", "trois": "3",
        "quatre": "4", "cinq": "5",
    ]

    /// Say nothing more behind a number and its unit: "5 ft high", "5 Fuß hoch".
    static let dimensions: Set<String> = [
        "high", "tall", "long", "wide", "deep", "thick", "hoch", "lang", "breit", "tief", "dick",
        "alto", "ancho", "largo", "haut", "large",
    ]
}
