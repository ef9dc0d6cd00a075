import Desk
public import Facts
public import Storage
import Triage
import Wire

/// Notices and pages on their way to the programs of the plan. What the desk wants told is stored with the receipt
/// of the rule or step that wants it, so each notice is made once, and told at least once under one id.
extension DeskDriver {
    /// Every notice that no program has taken, oldest first.
    public var openNotices: [Notice] { notices.all }
    public var waitingNoticeCount: Int { notices.waitingCount }
    public var givenUpNoticeCount: Int { notices.givenUpCount }

    /// When a program is to be called; nil for never.
    public var nextNotice: Instant? { notices.next }

    /// Keeps a notice where the plan has a program for it.
    mutating func post(_ effect: DeskEffect, _ ticket: Ticket?, at now: Instant) {
        let hook: Notice.Hook
        let (role, id, reason): (String, String, String)
        switch effect {
        case .notify(let to, let about, let why):
            (hook, role, id, reason) = (.notify, to, about, why)
        case .page(let to, let about, let why): (hook, role, id, reason) = (.page, to, about, why)
        case .enqueued, .offered, .withdrawn, .claimed, .ownerChanged, .sendToCustomer,
            .customerNotice, .escalated, .nudge, .breached, .resolved, .refused, .told, .draftKept,
            .ticketChanged, .agentChanged, .setTimer, .cancelTimer:
            return
        }
        guard !machine.handbook.plan.hooks.program(for: hook).isEmpty else { return }
        let key = "\(id).\(hook.rawValue).\(role).\(reason).\(now.milliseconds)"
        var notice = Notice(
            id: key, hook: hook, ticket: id, role: role, reason: reason, at: now, body: "")
        notice.body = body(of: notice, ticket).text
        fresh.append(notice)
        batch.notices.append(notice)
    }

    /// What the program reads. Numbers of milliseconds are since 1970.
    private func body(of notice: Notice, _ ticket: Ticket?) -> JSON {
        let agents = machine.handbook.plan.agents.filter { $0.roles.contains(notice.role) }
        let listed = ticket.map { JSON(listed: $0).members ?? [] } ?? []
        let summary = ticket.map { [JSON.Member("summary", .string($0.summary))] } ?? []
        return [
            "id": .string(notice.id), "hook": .string(notice.hook.rawValue),
            "role": .string(notice.role), "reason": .string(notice.reason), "at": JSON(notice.at),
            "agents": .array(agents.map { .string($0.id) }), "ticket": .object(listed + summary),
        ]
    }

    /// After a commit: what it made durable may be told now.
    mutating func releaseNotices() {
        for notice in fresh {
            guard let kept = notices.add(notice), kept != notice else { continue }
            batch.notices.append(kept)
        }
        fresh.removeAll(keepingCapacity: true)
    }

    /// The calls that are due, at most so many; each is to be answered with `finish` or `release`.
    public mutating func takeNotices(at now: Instant, atMost limit: Int) -> [NoticeCall] {
        let hooks = machine.handbook.plan.hooks
        return notices.takeDue(at: now, atMost: limit).map { notice in
            let attempt = JSON.Member("attempt", .integer(notice.attempts + 1))
            let body = (try? JSON(bytes: Array(notice.body.utf8)))?.members ?? []
            return NoticeCall(
                notice: notice, program: hooks.program(for: notice.hook), timeout: hooks.timeout,
                input: Array(JSON.object(body + [attempt]).text.utf8))
        }
    }

    /// A call has ended; nil as the failure when the program took it. Returns the notice as it stands now.
    @discardableResult
    public mutating func finish(
        notice id: String, failure: String?, at now: Instant
    ) -> Notice? {
        let retries = machine.handbook.plan.hooks.retries
        let notice = notices.finish(id, failure: failure, retries: retries, at: now)
        if let notice { batch.notices.append(notice) }
        return notice
    }

    /// A call that was not made after all.
    public mutating func release(notice id: String) { notices.release(id) }

    /// Has what was given up tried again: all, or the one of that id. Returns how many.
    public mutating func retryNotices(_ id: String?, at now: Instant) -> Int {
        let again = notices.retry(id, at: now)
        batch.notices += again
        return again.count
    }
}

/// One call of a program.
public struct NoticeCall: Equatable, Sendable {
    public var notice: Notice
    /// The program with its arguments; empty when the plan has none any more.
    public var program: [String]
    public var timeout: Duration
    /// JSON for its standard input.
    public var input: [UInt8]
}

extension HookPlan {
    func program(for hook: Notice.Hook) -> [String] {
        switch hook {
        case .notify: notify
        case .page: page
        }
    }
}
