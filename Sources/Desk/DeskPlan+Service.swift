import Facts

/// Whether a queue can be served at all.
extension DeskPlan {
    /// What is missing, and the cure.
    public struct Lack: Hashable, Sendable {
        public var what: String
        public var cure: String
    }

    /// Why nobody can ever take a ticket of the queue; nil where somebody can.
    ///
    /// Shifts and hours of different zones are not compared.
    public func lack(of queue: QueuePlan) -> Lack? {
        let able = agents.filter { $0.serves(queue) }
        guard !able.isEmpty else {
            let needs = queue.needs.map { "\($0.name) \($0.level)" }.joined(separator: ", ")
            return Lack(
                what: needs.isEmpty ? "no agent serves it" : "no agent has \(needs)",
                cure: "give an agent the skills or the queue, or drop the need")
        }
        guard let name = queue.hours ?? defaults.hours, let hours = calendar(named: name) else {
            return nil
        }
        guard !hours.week.allSatisfy(\.isEmpty) else {
            return Lack(
                what: "its hours '\(name)' have no working time",
                cure: "give the calendar a period, or take hours: always")
        }
        let works = able.contains { agent in
            guard let shift = shifts.first(where: { $0.name == agent.shift }) else { return true }
            return shift.hours.zone.name != hours.zone.name || shift.hours.meets(hours)
        }
        guard !works else { return nil }
        let names = able.map(\.id).joined(separator: ", ")
        return Lack(
            what: "\(names) never work in its hours '\(name)'",
            cure: "change the hours or a shift, or give another agent the skills")
    }
}

extension WorkCalendar {
    private static let minutesOfWeek = 10_080

    /// Some minute of the week belongs to both.
    fileprivate func meets(_ other: WorkCalendar) -> Bool {
        let others = other.minutes
        return minutes.contains { one in
            others.contains { two in
                [-Self.minutesOfWeek, 0, Self.minutesOfWeek].contains { shift in
                    one.lowerBound + shift < two.upperBound
                        && two.lowerBound < one.upperBound + shift
                }
            }
        }
    }

    /// The periods in minutes after Monday's midnight.
    private var minutes: [Range<Int>] {
        week.prefix(7).enumerated().flatMap { day, periods in
            periods.filter { $0.start < $0.end }.map { period in
                day * 1440 + period.start..<day * 1440 + period.end
            }
        }
    }
}
