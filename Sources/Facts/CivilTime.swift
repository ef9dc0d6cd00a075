/// A day and a time of day on some wall clock, to the second.
public struct CivilTime: Hashable, Comparable, Sendable {
    public var day: Day
    /// Seconds after midnight, 0…86,399.
    public var second: Int

    /// `second` outside of the day carries over into the days around it.
    public init(day: Day, second: Int) {
        let carry = second.floorDivided(by: 86_400)
        self.day = day.adding(days: carry)
        self.second = second - carry * 86_400
    }

    public init(day: Day, hour: Int, minute: Int, second: Int = 0) {
        let clamped = [hour, minute, second].map { Swift.min(Swift.max($0, -100_000), 100_000) }
        self.init(day: day, second: clamped[0] * 3600 + clamped[1] * 60 + clamped[2])
    }

    public var hour: Int { second / 3600 }
    public var minute: Int { second / 60 % 60 }

    /// `17:40`.
    public var clock: String { "\(hour.padded(2)):\(minute.padded(2))" }

    public static func < (left: CivilTime, right: CivilTime) -> Bool {
        (left.day, left.second) < (right.day, right.second)
    }

    /// Seconds since 1970-01-01T00:00 on the same wall clock.
    var wallSeconds: Int64 { Int64(day.number) * 86_400 + Int64(second) }

    init(wallSeconds: Int64) {
        let bounded = Swift.min(Swift.max(wallSeconds, -377_705_116_800), 253_402_300_799)
        let number = Int(bounded).floorDivided(by: 86_400)
        self.init(day: Day(number: number), second: Int(bounded) - number * 86_400)
    }
}

extension Int {
    /// The quotient rounded towards minus infinity; `divisor` must be positive.
    func floorDivided(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
