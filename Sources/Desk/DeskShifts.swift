public import Facts

/// An agent's day against the schedule. Restarts at the midnight of the shift's zone.
public struct TimeSheet: Hashable, Sendable, Codable {
    /// The day in the shift's zone.
    public var day: Day
    /// Until when it is counted.
    public var countedUntil: Instant
    /// Milliseconds that the shift had so far, without its blocks.
    public var scheduled: Int64 = 0
    /// Milliseconds of blocks so far.
    public var blocked: Int64 = 0
    /// Milliseconds online in the shift and not online in its blocks.
    public var adherent: Int64 = 0
    /// Milliseconds online, away and on a break, whatever the schedule.
    public var online: Int64 = 0
    public var away: Int64 = 0
    public var onBreak: Int64 = 0

    /// 0…1; nil before the shift begins.
    public var adherence: Double? {
        let planned = scheduled + blocked
        return planned > 0 ? Double(adherent) / Double(planned) : nil
    }
}

/// What the schedule says of a moment.
public enum ScheduledTime: Hashable, Sendable {
    case off
    case work
    /// A break, training…
    case block(String)
}

extension ShiftPlan {
    /// What the agent is to do at `moment`.
    public func scheduled(at moment: Instant) -> ScheduledTime {
        guard WorkClock(calendar: hours).isOpen(at: moment) else { return .off }
        let block = blocks.first { WorkClock(calendar: $0.periods).isOpen(at: moment) }
        return block.map { .block($0.name) } ?? .work
    }

    /// When that may change next; nil for never.
    func nextChange(after moment: Instant) -> Instant? {
        ([hours] + blocks.map(\.periods))
            .compactMap { WorkClock(calendar: $0).nextChange(after: moment) }.min()
    }
}

extension Desk {
    func shift(of id: String) -> ShiftPlan? {
        roster.agent(id)?.shift.flatMap { name in plan.shifts.first { $0.name == name } }
    }

    func nextBoundary(of id: String) -> Instant? {
        shift(of: id)?.nextChange(after: turn.now)
    }

    /// A block or the shift begins or ends. The agent's own word afterwards wins until the next
    /// boundary.
    mutating func crossBoundary(_ id: String) {
        guard let row = rows[id], let boundary = row.boundary, boundary <= turn.now,
            let shift = shift(of: id)
        else { return }
        update(agent: id) { $0.boundary = shift.nextChange(after: boundary) }
        switch (shift.scheduled(at: turn.now), row.presence) {
        case (.block(let name), .online):
            change(id, to: .onBreak(reason: name), why: "planned_break")
        case (.work, .onBreak(let reason)) where shift.blocks.contains { $0.name == reason }:
            change(id, to: .online, why: "break_over")
        case (.off, .online): change(id, to: .away(reason: "shift_over"), why: "shift_over")
        // The agent is where the schedule wants them, or has said something else.
        case (.block, _), (.work, _), (.off, _): return
        }
    }

    private mutating func change(_ id: String, to presence: Presence, why: String) {
        setPresence(presence, of: id)
        emit(.told(agent: id, .presence(presence, why: why)))
    }

    /// Books the time since the last count under the agent's presence.
    mutating func countTime(of id: String) {
        guard let sheet = timeSheet(of: id, at: turn.now) else { return }
        update(agent: id) { $0.timeSheet = sheet }
    }

    /// The agent's time sheet as it is at `now`; nil without a shift.
    public func timeSheet(of id: String, at now: Instant) -> TimeSheet? {
        guard let row = rows[id], let shift = shift(of: id) else { return nil }
        let zone = shift.hours.zone
        let today = zone.civil(at: now).day
        let midnight = zone.instant(of: CivilTime(day: today, hour: 0, minute: 0))
        var sheet = row.timeSheet ?? TimeSheet(day: today, countedUntil: now)
        if sheet.day != today { sheet = TimeSheet(day: today, countedUntil: midnight) }
        let start = sheet.countedUntil
        guard now > start else { return sheet }
        let hours = WorkClock(calendar: shift.hours)
        let all = hours.elapsed(from: start, to: now).milliseconds
        let blocked = shift.blocks.reduce(Int64(0)) { sum, block in
            sum + WorkClock(calendar: block.periods).elapsed(from: start, to: now).milliseconds
        }
        let work = max(0, all - blocked)
        sheet.scheduled += work
        sheet.blocked += min(blocked, all)
        sheet.adherent += row.presence == .online ? work : min(blocked, all)
        let span = (now - start).milliseconds
        switch row.presence {
        case .online: sheet.online += span
        case .away: sheet.away += span
        case .onBreak: sheet.onBreak += span
        case .offline: break
        }
        sheet.countedUntil = now
        return sheet
    }

    /// What the schedule says the agent is to do at `now`; nil without a shift.
    public func schedule(of id: String, at now: Instant) -> ScheduledTime? {
        shift(of: id)?.scheduled(at: now)
    }
}
