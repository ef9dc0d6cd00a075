import Facts

/// Writing dates and times by the locale's patterns.
extension MessageFormatter {
    /// In speech a date without a length is long.
    func text(of value: MomentValue) -> String {
        let length = value.length ?? (options.channel == .speech ? .long : .medium)
        switch value.kind {
        case .date: return date(value, length)
        case .time: return time(value)
        case .datetime:
            let glue = length == .long ? formats.dates.longWithTime : formats.dates.withTime
            return filled(glue, [time(value), date(value, length)])
        }
    }

    private func date(_ value: MomentValue, _ length: MomentValue.Length) -> String {
        let patterns =
            switch length {
            case .long: formats.dates.long
            case .medium: formats.dates.medium
            case .short: formats.dates.short
            }
        let place = DateFields.allCases.firstIndex(of: value.fields) ?? 0
        return patterns.indices.contains(place) ? written(value, pattern: patterns[place]) : ""
    }

    private func time(_ value: MomentValue) -> String {
        let times: LocaleFormats.TimePatterns =
            switch value.isTwelveHour {
            case nil: formats.times
            case true?: .init(hour: "h a", minute: "h:mm a", second: "h:mm:ss a")
            case false?: .init(hour: "HH", minute: "HH:mm", second: "HH:mm:ss")
            }
        switch value.precision ?? .minute {
        case .hour: return written(value, pattern: times.hour)
        case .minute: return written(value, pattern: times.minute)
        case .second: return written(value, pattern: times.second)
        }
    }

    /// Replaces runs of pattern letters; text between apostrophes stays.
    private func written(_ value: MomentValue, pattern: String) -> String {
        var result = ""
        var isQuoted = false
        var rest = pattern.unicodeScalars[...]
        while let letter = rest.first {
            let run = isQuoted || letter == "'" ? 1 : rest.prefix { $0 == letter }.count
            rest = rest.dropFirst(run)
            if letter == "'" {
                isQuoted.toggle()
            } else if !isQuoted, let field = field(letter, count: run, of: value) {
                result += field
            } else {
                for _ in 0..<run { result.unicodeScalars.append(letter) }
            }
        }
        return result
    }

    /// One field of CLDR's date patterns; nil for characters that are none.
    private func field(_ letter: Unicode.Scalar, count: Int, of value: MomentValue) -> String? {
        let (year, month, day) = value.day.civil
        let hour = value.secondOfDay / 3600
        let names = formats.calendar
        switch letter {
        case "y": return count == 2 ? ((year % 100 + 100) % 100).padded(2) : String(year)
        case "M" where count == 4: return names.months[month - 1]
        case "M" where count == 3: return names.shortMonths[month - 1]
        case "M": return month.padded(count)
        case "d": return day.padded(count)
        case "E": return (count == 4 ? names.weekdays : names.shortWeekdays)[value.day.weekday - 1]
        case "H": return hour.padded(count)
        case "h": return ((hour + 11) % 12 + 1).padded(count)
        case "m": return (value.secondOfDay / 60 % 60).padded(count)
        case "s": return (value.secondOfDay % 60).padded(count)
        case "a": return hour < 12 ? names.morning : names.afternoon
        default: return nil
        }
    }
}
