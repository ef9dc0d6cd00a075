import Facts
import Reporting
import Storage
import Testing
import Wire

@testable import Daemon

@Suite("Reports over the socket")
struct DaemonReportTests {
    /// Two conversations: one that the bot resolves, one that an agent does.
    private func play(_ client: TestClient) throws {
        _ = try client.call("conversation.say", ["conversation": "a", "text": "hello"])
        _ = try client.call("agent.online", ["agent": "ana"])
        _ = try client.call("conversation.say", ["conversation": "b", "text": "human"])
        let taken = try client.call("agent.next")["ticket"]
        let ticket = try #require(taken?["id"])
        let epoch = try #require(taken?["epoch"])
        let known: JSON = ["ticket": ticket, "epoch": epoch, "text": "Hi."]
        _ = try client.call("agent.reply", known)
        _ = try client.call(
            "agent.resolve", ["ticket": ticket, "epoch": epoch, "code": "done"])
    }

    private let always: JSON = ["since": 0, "until": 99_999_999_999_999]

    @Test("what happened is counted, and a restart forgets nothing of it")
    func counts() throws {
        let store = MemoryStore()
        let daemon = try TestDaemon(store: store)
        let client = try daemon.client()
        try play(client)
        let answer = try client.call("report", always)
        let report = try JSONCoder.decode(Report.self, from: answer)
        #expect(report[.conversations]?.value == 2)
        #expect(report[.tickets]?.value == 1)
        #expect(report[.containment]?.value == 0.5)
        #expect(report[.resolvedAssumed]?.numerator == 1)
        #expect(report[.firstReply]?.denominator == 1)
        #expect(report[.resolution]?.denominator == 1)
        #expect(report[.backlog]?.value == 0)
        #expect((report[.occupancy]?.denominator ?? -1) >= 0)
    }

    @Test("conversations are listed page by page, and a judgement counts")
    func audits() throws {
        let daemon = try TestDaemon()
        let client = try daemon.client()
        try play(client)
        var params = always.members ?? []
        params += [JSON.Member("limit", 1), JSON.Member("offset", 1)]
        let page = try client.call("conversation.list", .object(params))
        #expect(page["total"] == 2)
        let listed = try #require(page["conversations"]?.array)
        #expect(listed.map { $0["conversation"] } == ["b"])
        #expect(listed.first?["agent"] == "ana" && listed.first?["ending"] == "person")
        let audit: JSON = [
            "conversation": "b", "scorecard": "care", "auditor": "lea", "points": 8,
            "maximum": 10,
        ]
        #expect(try client.call("audit.record", audit)["recorded"] == true)
        let report = try JSONCoder.decode(Report.self, from: client.call("report", always))
        #expect(report[.quality]?.value == 0.8)
        let again = try client.call("conversation.list", .object(params))
        #expect(again["conversations"]?.array?.first?["audited"] == true)
    }

    @Test(
        "wrong parameters are named",
        arguments: [
            (#""report","params":{"since":5,"until":5}"#, "INVALID_PARAMS"),
            (#""report","params":{"since":0,"until":5,"by":"agents"}"#, "INVALID_PARAMS"),
            (#""conversation.list","params":{"since":0,"until":5,"limit":0}"#, "INVALID_PARAMS"),
            (#""audit.writes","params":{"limit":1001}"#, "INVALID_PARAMS"),
            (
                #""audit.record","params":{"conversation":"no","scorecard":"c","auditor":"l","#
                    + #""points":1,"maximum":2}"#, "UNKNOWN_CONVERSATION"
            ),
            (
                #""audit.record","params":{"conversation":"no","scorecard":"c","auditor":"l","#
                    + #""points":3,"maximum":2}"#, "INVALID_PARAMS"
            ),
        ])
    func refuses(_ call: String, _ word: String) throws {
        let daemon = try TestDaemon()
        let client = try daemon.client()
        client.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\(call)}\n")
        let answer = try client.line()
        #expect(answer.contains("\"word\":\"\(word)\""), "\(answer)")
    }
}
