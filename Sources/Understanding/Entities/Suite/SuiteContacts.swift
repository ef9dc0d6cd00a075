/// E-mail and web addresses of the suite, and its yes and no.
struct SuiteContacts {
    let text: SuiteText
    private let bytes: [UInt8]

    init(text: SuiteText) {
        self.text = text
        bytes = text.scalars.map { $0.value < 0x80 ? UInt8($0.value) : 0x80 }
    }

    private func byte(_ offset: Int) -> UInt8 {
        offset >= 0 && offset < bytes.count ? bytes[offset] : 0x20
    }

    private func result(_ start: Int, _ end: Int, _ type: String) -> SuiteResult {
        let found = text.text(start, end)
        return SuiteResult(text: found, type: type, value: [found], start: start, end: end - 1)
    }

    // MARK: E-mail

    func emails() -> [SuiteResult] {
        bytes.indices.compactMap { at in
            guard bytes[at] == UInt8(ascii: "@") else { return nil }
            var start = at
            while byte(start - 1).isLetterOrDigit || "._+-%".utf8.contains(byte(start - 1)) {
                start -= 1
            }
            guard start < at, byte(start) != UInt8(ascii: "."), !text.text(start, at).contains("..")
            else { return nil }
            if byte(at + 1) == UInt8(ascii: "[") {
                var end = at + 2
                while byte(end).isDigit || byte(end) == UInt8(ascii: ".") { end += 1 }
                return byte(end) == UInt8(ascii: "]") ? result(start, end + 1, "email") : nil
            }
            guard let end = hostEnd(at + 1), !isNumeric(at + 1, end), byte(end) != UInt8(ascii: "_")
            else { return nil }
            return result(start, end, "email")
        }
    }

    /// The end of a host of labels and dots, with two labels at least and a last one of two letters
    /// or more.
    private func hostEnd(_ start: Int) -> Int? {
        var end = start
        while byte(end).isLetterOrDigit || byte(end) == UInt8(ascii: "-")
            || byte(end) == UInt8(ascii: ".")
        { end += 1 }
        while end > start, !byte(end - 1).isLetterOrDigit { end -= 1 }
        let labels = text.text(start, end).split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, let last = labels.last, last.utf8.count >= 2,
            !labels.contains(where: \.isEmpty)
        else { return nil }
        return end
    }

    private func isNumeric(_ start: Int, _ end: Int) -> Bool {
        bytes[start..<end].allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
    }

    // MARK: Web addresses

    func urls() -> [SuiteResult] {
        var found: [SuiteResult] = []
        var offset = 0
        while offset < bytes.count {
            if let end = schemed(offset) ?? bare(offset) {
                found.append(result(offset, end, "url"))
                offset = end
            } else if byte(offset).isLetterOrDigit {
                // On to the end of the run: an address does not begin inside a word.
                if text.text(offset, offset + 4) == "http" || text.text(offset, offset + 3) == "ftp"
                {
                    offset = pathEnd(offset)
                } else {
                    let isAfterColon = { (place: Int) in self.byte(place) == UInt8(ascii: ":") }
                    var next = offset
                    while byte(next).isLetterOrDigit || ".-@".utf8.contains(byte(next)) {
                        if text.text(next, next + 8) == "https://"
                            || text.text(next, next + 7) == "http://", next > offset
                        {
                            break
                        }
                        next += 1
                    }
                    offset = max(next, offset + 1)
                    if isAfterColon(offset) { offset += 1 }
                }
            } else {
                offset += 1
            }
        }
        return found
    }

    private func schemed(_ start: Int) -> Int? {
        guard
            let scheme = ["https://", "http://", "ftp://"].first(where: {
                text.text(start, start + $0.utf8.count) == $0
            })
        else { return nil }
        let host = start + scheme.utf8.count
        var hostEnd = host
        while byte(hostEnd).isLetterOrDigit || ".-".utf8.contains(byte(hostEnd)) { hostEnd += 1 }
        let name = text.text(host, hostEnd)
        let labels = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let isAddress = labels.count == 4 && labels.allSatisfy { Int($0) != nil }
        guard
            name == "localhost" || isAddress || (labels.count > 1 && isTopLevel(labels.last ?? ""))
        else { return nil }
        return trimmed(start, pathEnd(hostEnd))
    }

    private func pathEnd(_ start: Int) -> Int {
        var end = start
        while end < bytes.count, !" \t\n\"<>'".utf8.contains(byte(end)), byte(end) != 0x80 {
            end += 1
        }
        return end
    }

    private func trimmed(_ start: Int, _ end: Int) -> Int {
        var end = end
        while end > start, ".,;:!?)]".utf8.contains(byte(end - 1)) { end -= 1 }
        return end
    }

    private func bare(_ start: Int) -> Int? {
        guard byte(start).isLetterOrDigit, !byte(start - 1).isLetterOrDigit,
            !"@.-_/".utf8.contains(byte(start - 1)),
            let hostEnd = hostEnd(start), byte(hostEnd) != UInt8(ascii: "@"),
            !isNumeric(start, hostEnd)
        else { return nil }
        let labels = text.text(start, hostEnd).split(separator: ".").map(String.init)
        guard isTopLevel(labels.last ?? ""),
            !(labels.count == 2 && ["am", "pm"].contains(labels[1]) && labels[0].utf8.count == 1)
        else { return nil }
        return byte(hostEnd) == UInt8(ascii: "/") ? trimmed(start, pathEnd(hostEnd)) : hostEnd
    }

    private func isTopLevel(_ label: String) -> Bool {
        Self.topLevels.contains(label) || (label.utf8.count == 2 && Self.countries.contains(label))
    }

    private static let topLevels = Set(
        """
        com org net edu gov mil int info biz name pro aero museum app dev shop store online site \
        tech xyz blog cloud page live news academy agency email services solutions support aws \
        website design world
        """.split(separator: " ").map(String.init))

    private static let countries = Set(
        """
        ac ad ae ai al am ar at au be bg biz br by ca cc ch ci cl cn co cz de dk ee es eu fi fm fr \
        gr hk hr hu id ie il in io ir is it jp kr kz la li lt lu lv ly me ms mx my nl no nz pe ph \
        pk pl pm pt ro rs ru sa se sg si sk so su th tk to tr tv tw ua uk us uy ve vn ws za
        """.split(separator: " ").map(String.init))

    // MARK: Yes and no

    func answers() -> [SuiteResult] {
        var first: SuiteResult?
        for index in text.pieces.indices {
            guard let (value, end) = answer(at: index) else { continue }
            let start = text.pieces[index].start
            let found = text.text(start, end)
            let result = SuiteResult(
                text: found, type: "boolean", value: [value], start: start, end: end - 1)
            if found.hasPrefix("not ") { return [result] }
            if first == nil { first = result }
        }
        return first.map { [$0] } ?? []
    }

    private func answer(at index: Int) -> (String, Int)? {
        let word = text.word(index)
        if word == "not", ["ok", "okay", "sure", "right"].contains(text.word(index + 1)) {
            return ("false", text.pieces[index + 1].end)
        }
        let yes: Set<String> = [
            "yes", "yeah", "yep", "yup", "yea", "sure", "ok", "okay", "agree", "true", "y", "👌",
            "👍",
        ]
        let no: Set<String> = ["no", "nope", "nah", "nay", "false", "disagree", "n", "👎"]
        guard yes.contains(word) || no.contains(word) else { return nil }
        var end = text.pieces[index].end
        if end < text.scalars.count, (0x1F3FB...0x1F3FF).contains(text.scalars[end].value) {
            end += 1
        }
        return (yes.contains(word) ? "true" : "false", end)
    }
}
