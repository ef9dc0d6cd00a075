public import Facts

/// When a ticket comes back, as an agent types it: `2h`, `1d 12h`, `14:30`, `tomorrow 9:00`, `mon 9am`,
/// `2026-12-01 9:00`.
public enum AgentTime: Equatable, Sendable {
    case after(Duration)
    /// nil: the next moment at which the clock shows it.
    case at(AgentDay?, hour: Int, minute: Int)

    public enum AgentDay: Equatable, Sendable {
        case today
        case tomorrow
        /// The next one after today; 1 is Monday.
        case weekday(Int)
        case date(Day)
    }

    /// nil for what is no time, and for a span of nothing.
    public init?(_ text: String) {
        if let span = TalkTime.duration(text) {
            guard span > .zero else { return nil }
            self = .after(span)
            return
        }
        var words = text.lowercased().split(separator: " ").map(String.init)
        // "9 am" is one word.
        if words.count > 1, let last = words.last, last == "am" || last == "pm" {
            words.removeLast()
            words[words.count - 1] += last
        }
        guard let last = words.last, let (hour, minute) = Self.clock(last) else { return nil }
        switch words.count {
        case 1: self = .at(nil, hour: hour, minute: minute)
        case 2:
            guard let day = AgentDay(words[0]) else { return nil }
            self = .at(day, hour: hour, minute: minute)
        default: return nil
        }
    }

    /// The moment that is meant; it may be past where a day is named.
    public func moment(from now: Instant, in zone: Zone) -> Instant {
        switch self {
        case .after(let span): return now + span
        case .at(let day, let hour, let minute):
            let today = zone.civil(at: now).day
            func instant(_ day: Day) -> Instant {
                zone.instant(of: CivilTime(day: day, hour: hour, minute: minute))
            }
            switch day {
            case .today: return instant(today)
            case .tomorrow: return instant(today.adding(days: 1))
            case .weekday(let wanted):
                return instant(today.adding(days: (wanted - today.weekday + 6) % 7 + 1))
            case .date(let day): return instant(day)
            case nil:
                let todays = instant(today)
                return todays > now ? todays : instant(today.adding(days: 1))
            }
        }
    }

    /// `14:30`, `9:00`, `9am`, `2:30pm`.
    private static func clock(_ word: String) -> (hour: Int, minute: Int)? {
        var digits = word[...]
        var half: Int?
        for (suffix, offset) in [("am", 0), ("pm", 12)] where digits.hasSuffix(suffix) {
            digits = digits.dropLast(2)
            half = offset
        }
        let parts = digits.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || half != nil && parts.count == 1,
            parts.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy(\.isNumber) }),
            let hour = Int(parts[0]), let minute = parts.count == 2 ? Int(parts[1]) : 0,
            (0...59).contains(minute)
        else { return nil }
        guard let half else { return (0...23).contains(hour) ? (hour, minute) : nil }
        return (1...12).contains(hour) ? (hour % 12 + half, minute) : nil
    }
}

extension AgentTime.AgentDay {
    fileprivate init?(_ word: String) {
        let weekdays = [
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        ]
        switch word {
        case "today": self = .today
        case "tomorrow": self = .tomorrow
        default:
            if let day = Day(iso: word) {
                self = .date(day)
            } else if word.count >= 3,
                let index = weekdays.firstIndex(where: { $0.hasPrefix(word) })
            {
                self = .weekday(index + 1)
            } else {
                return nil
            }
        }
    }
}
