/// The state that a postcode of the USA belongs to, by its first three digits (USPS, sectional centers).
enum AmericanState {
    static func isCountry(_ name: String) -> Bool {
        ["usa", "us", "united states", "united states of america"].contains(name.lowercased())
    }

    /// `IL` for `60614`; nil where it is no postcode that is given out.
    static func code(ofZip zip: String) -> String? {
        let digits = zip.prefix(5)
        guard digits.utf8.count == 5, let number = Int(digits) else { return nil }
        let area = number / 100
        return areas.last { $0.first <= area && area <= $0.last }?.code
    }

    private struct Area {
        var first: Int
        var last: Int
        var code: String
    }

    /// Later areas lie inside earlier ones: 055 is in Massachusetts, its neighbours in Vermont.
    private static let areas: [Area] = table.split(separator: " ").compactMap { entry in
        let parts = entry.split(separator: "=")
        let ends = parts[0].split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2, let first = ends.first, let last = ends.last else { return nil }
        return Area(first: first, last: last, code: String(parts[1]))
    }

    private static let table =
        """
        5=NY 6-9=PR 10-27=MA 28-29=RI 30-38=NH 39-49=ME 50-59=VT 55=MA 60-69=CT 63=NY 70-89=NJ \
        100-149=NY 150-196=PA 197-199=DE 200-205=DC 201=VA 206-219=MD 220-246=VA 247-268=WV \
        270-289=NC 290-299=SC 300-319=GA 320-349=FL 350-369=AL 370-385=TN 386-397=MS 398-399=GA \
        400-427=KY 430-459=OH 460-479=IN 480-499=MI 500-528=IA 530-549=WI 550-567=MN 569=DC \
        570-577=SD 580-588=ND 590-599=MT 600-629=IL 630-658=MO 660-679=KS 680-693=NE 700-714=LA \
        716-729=AR 730-749=OK 733=TX 750-799=TX 800-816=CO 820-831=WY 832-838=ID 840-847=UT \
        850-865=AZ 870-884=NM 885=TX 889-898=NV 900-961=CA 967-968=HI 970-979=OR 980-994=WA \
        995-999=AK
        """
}
