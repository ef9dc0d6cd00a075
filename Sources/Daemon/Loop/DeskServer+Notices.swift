import Desk
import Facts
import Hooks
import Logging
import Storage
import Triage
import Wire

/// The programs that hear of notices and pages: what is due, what became of it, and what a person may do about it.
extension DeskServer {
    /// The calls that are due, as many as may run at once.
    mutating func takeNoticeCalls(at now: Instant) -> [NoticeCall] {
        guard !isFailing else { return [] }
        let calls = driver.takeNotices(at: now, atMost: HookRunner.width - openNoticeCalls)
        openNoticeCalls += calls.count
        return calls
    }

    mutating func finish(notice id: String, _ outcome: HookOutcome, at now: Instant) {
        openNoticeCalls -= 1
        switch outcome {
        case .interrupted: driver.release(notice: id)
        case .taken:
            counters.notices += 1
            driver.finish(notice: id, failure: nil, at: now)
        case .failed(let why):
            counters.failedNotices += 1
            if let notice = driver.finish(notice: id, failure: why, at: now) { tell(notice, why) }
        }
    }

    private func tell(_ notice: Notice, _ why: String) {
        var metadata: Logger.Metadata = [
            "notice": "\(notice.id)", "why": "\(why)", "attempts": "\(notice.attempts)",
        ]
        switch notice.state {
        case .taken: break
        case .waiting:
            metadata["next"] = "\(KeyValueLog.timestamp(notice.next))"
            log.warning("hook.failed", metadata: metadata)
        case .givenUp:
            metadata["cure"] =
                "mend the program of hooks.\(notice.hook.rawValue) in desk.yaml, then: triage hooks retry"
            log.error("hook.given_up", metadata: metadata)
        }
    }

    /// A program that is not named cannot page anybody.
    func warnOfMissingHooks() {
        let plan = driver.machine.handbook.plan
        guard plan.pages, plan.hooks.page.isEmpty else { return }
        log.warning(
            "hook.missing",
            metadata: ["hook": "page", "cure": "name a program under hooks.page in desk.yaml"])
    }

    /// Notices that no program has taken.
    func notices() -> JSON {
        let hooks = driver.machine.handbook.plan.hooks
        return [
            "notify": .array(hooks.notify.map { .string($0) }),
            "page": .array(hooks.page.map { .string($0) }),
            "waiting": .integer(driver.waitingNoticeCount),
            "given_up": .integer(driver.givenUpNoticeCount),
            "notices": .array(
                driver.openNotices.suffix(1000).map { notice in
                    [
                        "id": .string(notice.id), "hook": .string(notice.hook.rawValue),
                        "ticket": .string(notice.ticket), "role": .string(notice.role),
                        "reason": .string(notice.reason), "at": JSON(notice.at),
                        "state": .string(notice.state.rawValue),
                        "attempts": .integer(notice.attempts),
                        "next": notice.state == .waiting ? JSON(notice.next) : .null,
                        "failure": JSON(notice.failure),
                    ]
                }),
        ]
    }

    mutating func retryNotices(_ id: String?, at now: Instant) throws(RequestFailure) -> JSON {
        let count = driver.retryNotices(id, at: now)
        if let id, count == 0 {
            throw .protocolError(
                ProtocolError(
                    .unknownNotice, "no notice '\(id)' waits or was given up",
                    cure: "list them with `triage hooks list`, or hooks.list"))
        }
        return ["retried": .integer(count)]
    }
}
