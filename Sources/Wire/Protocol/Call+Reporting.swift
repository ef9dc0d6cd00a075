import Facts
import Reporting

extension Call {
    /// The methods of reports and audits.
    init(reporting method: Method, _ parameters: Parameters) throws(ProtocolError) {
        switch method {
        case .report:
            try parameters.allow("since", "until", "by")
            self = .report(try parameters.period(), by: try parameters.dimension())
        case .conversationList:
            try parameters.allow("since", "until", "offset", "limit")
            let limit = try parameters.optionalInteger("limit") ?? 5000
            let offset = try parameters.optionalInteger("offset") ?? 0
            guard (1...5000).contains(limit), offset >= 0 else {
                throw ProtocolError(
                    .invalidParams, "'limit' is not within 1…5000, or 'offset' is negative")
            }
            self = .conversationList(try parameters.period(), offset: offset, limit: limit)
        case .auditWrites:
            try parameters.allow("since", "after", "limit")
            let limit = try parameters.optionalInteger("limit") ?? 1000
            guard (1...1000).contains(limit) else {
                throw ProtocolError(.invalidParams, "'limit' is not within 1…1000")
            }
            let since = try parameters.optionalInteger("since") ?? 0
            self = .auditWrites(
                since: Instant(milliseconds: Int64(since)),
                after: try parameters.optionalInteger("after") ?? 0, limit: limit)
        case .auditRecord: self = .auditRecord(try AuditResult(parameters))
        case .hello, .health, .metrics, .status, .reload, .say, .show, .subscribe, .unsubscribe,
            .end, .event, .agentOnline, .agentAway, .agentBreak, .agentOffline, .agentActive,
            .agentNext,
            .agentAccept, .agentDecline, .agentClaim, .agentReply, .agentNote, .agentDraft,
            .agentTransfer, .agentSnooze, .agentWake, .agentResolve, .agentDone, .agentReturn,
            .agentTakeOver, .agentKick, .agentSend, .agentUndo, .agentAsk, .agentAnswer,
            .agentMerge, .agentAssign, .agentWhisper, .agentList, .queueList, .ticketShow,
            .ticketList, .ticketWatch, .ticketUnwatch, .macroList, .macroFill, .hookList,
            .hookRetry:
            throw ProtocolError(.internalError, "\(method.rawValue) is no report")
        }
    }
}

extension Parameters {
    /// `since` and `until`, in milliseconds.
    fileprivate func period() throws(ProtocolError) -> Period {
        let (since, until) = (try integer("since"), try integer("until"))
        guard since < until else {
            throw ProtocolError(.invalidParams, "'since' is not before 'until'")
        }
        return Period(
            start: Instant(milliseconds: Int64(since)), end: Instant(milliseconds: Int64(until)))
    }

    fileprivate func dimension() throws(ProtocolError) -> Dimension? {
        guard let text = try optionalName("by") else { return nil }
        guard let dimension = Dimension(rawValue: text) else {
            let known = Dimension.allCases.map(\.rawValue)
            throw ProtocolError(
                .invalidParams, "'by' has an unknown value",
                cure: "use \(known.joined(separator: ", "))")
        }
        return dimension
    }
}

extension AuditResult {
    fileprivate init(_ parameters: Parameters) throws(ProtocolError) {
        try parameters.allow(
            "conversation", "scorecard", "auditor", "points", "maximum", "failed", "note")
        let (points, maximum) = (
            try parameters.integer("points"), try parameters.integer("maximum")
        )
        guard (1...1_000_000).contains(maximum), (0...maximum).contains(points) else {
            throw ProtocolError(.invalidParams, "'points' is not within 0…'maximum', or that is 0")
        }
        self.init(
            conversation: try parameters.name("conversation"),
            scorecard: try parameters.name("scorecard"),
            auditor: try parameters.name("auditor"), points: points, maximum: maximum,
            isFailed: parameters.optionalJSON("failed")?.bool ?? false,
            note: try parameters.optionalText("note") ?? "")
    }
}
