import Facts
import Foundation
import Storage
import Synchronization
import Testing
import Triage
import Wire

@testable import Daemon

@Suite("The socket: what is sent and what comes back")
struct SocketTests {
    @Test("one line in, one line out")
    func says() throws {
        let daemon = try TestDaemon()
        let ana = try daemon.client()
        ana.send(
            #"{"jsonrpc":"2.0","id":7,"method":"conversation.say","#
                + #""params":{"conversation":"c","text":"hello","message":"m1"}}"#
                + "\r\n")
        #expect(
            try ana.line()
                == #"{"jsonrpc":"2.0","id":7,"result":{"conversation":"c","message":"m1","turn":1,"#
                + #""messages":[{"number":1,"text":"Hello.","reply":"hello.hello"}],"owner":"bot","#
                + #""intent":"hello","confidence":1.0,"state":"idle","outcome":"resolved","#
                + #""taken_as":"wish","rule":{"file":"hello/en.yaml","line":1,"text":"hello"}}}"#
        )
    }

    @Test(
        "a bad line gets its error, and the next one is served",
        arguments: [
            ("{\"jsonrpc\":", "PARSE_ERROR"), ("[]", "BATCH_REFUSED"), ("7", "INVALID_REQUEST"),
            (#"{"jsonrpc":"2.0","id":1,"method":"nothing"}"#, "METHOD_NOT_FOUND"),
            (#"{"jsonrpc":"2.0","id":1,"method":"conversation.say"}"#, "INVALID_PARAMS"),
            (
                #"{"jsonrpc":"2.0","id":1,"method":"conversation.show","#
                    + #""params":{"conversation":"no"}}"#,
                "UNKNOWN_CONVERSATION"
            ),
            (
                #"{"jsonrpc":"2.0","id":1,"method":"ticket.show","params":{"ticket":"T-9"}}"#,
                "UNKNOWN_TICKET"
            ),
            (#"{"jsonrpc":"2.0","id":1,"method":"agent.next"}"#, "NO_AGENT"),
            (
                #"{"jsonrpc":"2.0","id":1,"method":"ticket.list","params":{"queue":"genral"}}"#,
                "UNKNOWN_QUEUE"
            ),
        ])
    func servesNextLine(_ line: String, _ word: String) throws {
        let daemon = try TestDaemon()
        let client = try daemon.client()
        client.send(line + "\n\n")
        let answer = try client.line()
        #expect(answer.contains("\"word\":\"\(word)\""), "\(answer)")
        #expect(try client.call("health")["status"] == "ok")
    }

    @Test("bytes that are no UTF-8 are a parse error")
    func refusesBadBytes() throws {
        let daemon = try TestDaemon()
        let client = try daemon.client()
        client.send([0xFF, 0xFE, 0x0A])
        #expect(try client.line().contains("PARSE_ERROR"))
        #expect(try client.call("health")["status"] == "ok")
    }

    @Test("a line over 65,536 bytes gets its error as soon as it is known, and the next is served")
    func refusesLongLines() throws {
        let daemon = try TestDaemon()
        let client = try daemon.client()
        client.send(String(repeating: "x", count: 70_000))
        #expect(try client.line().contains("LINE_TOO_LONG"))
        client.send(String(repeating: "x", count: 70_000) + "\n")
        #expect(try client.call("health")["status"] == "ok")
    }

    @Test("a message over 8 KiB is refused, one of 8 KiB is taken")
    func limitsMessages() throws {
        let daemon = try TestDaemon()
        let client = try daemon.client()
        let text = String(repeating: "x", count: 8192)
        #expect(
            try client.word("conversation.say", ["conversation": "c", "text": .string(text + "x")])
                == .messageTooLong)
        #expect(try client.say(text)["turn"] == 1)
    }

    @Test("the same message id again gives the same answer and no second turn")
    func repeats() throws {
        let daemon = try TestDaemon()
        let client = try daemon.client()
        let first = try client.say("track", "m1")
        #expect(try client.say("track", "m1") == first)
        #expect(try daemon.client().say("something else", "m1") == first)
        #expect(try client.say("hello", "m2")["turn"] == 2)
        #expect(daemon.shop.actions == ["shop.order"])
        #expect(try client.call("metrics")["repeated"] == 2)
    }

    @Test("the same message id while the shop is asked: both get the one answer")
    func repeatsInFlight() throws {
        let daemon = try TestDaemon()
        let (first, second) = (try daemon.client(), try daemon.client())
        daemon.shop.state.withLock { $0.isHolding = true }
        let params: JSON = ["conversation": "c", "text": "track", "message": "m1"]
        let one = first.request("conversation.say", params)
        _ = try first.response(to: first.request("health"))
        let two = second.request("conversation.say", params)
        _ = try second.response(to: second.request("health"))
        daemon.shop.answerHeld()
        #expect(try first.response(to: one) == second.response(to: two))
        #expect(daemon.shop.actions == ["shop.order"])
    }

    @Test("requests that are sent without waiting are answered, those of a conversation in order")
    func pipelines() throws {
        let daemon = try TestDaemon()
        let client = try daemon.client()
        let ids = (0..<300).map { number in
            client.request(
                "conversation.say", ["conversation": .string("c\(number % 3)"), "text": "hello"])
        }
        var turns: [String: [Int]] = [:]
        for _ in ids {
            guard case .result(_, let result) = try client.serverLine() else {
                Issue.record("no result")
                return
            }
            turns[result["conversation"]?.string ?? "", default: []].append(
                result["turn"]?.integer ?? 0)
        }
        #expect(turns == ["c0": Array(1...100), "c1": Array(1...100), "c2": Array(1...100)])
    }

    @Test("a client that closes its sending side still gets its answers, then the end")
    func answersHalfClosed() throws {
        let daemon = try TestDaemon()
        let client = try daemon.client()
        daemon.shop.state.withLock { $0.isHolding = true }
        let held = client.request("conversation.say", ["conversation": "c", "text": "track"])
        let other = client.request("conversation.say", ["conversation": "d", "text": "hello"])
        client.closeSending()
        #expect(try client.response(to: other).get().texts == ["Hello."])
        daemon.shop.answerHeld()
        #expect(try client.response(to: held).get().texts == ["It is on its way."])
        #expect(throws: TestClient.Failure.self) { try client.line() }
    }

    @Test("a request without an id is obeyed and not answered")
    func takesNotifications() throws {
        let daemon = try TestDaemon()
        let client = try daemon.client()
        client.send(
            Request(
                id: nil, method: "conversation.say", params: ["conversation": "c", "text": "hello"]
            ).line)
        #expect(try client.say("hello")["turn"] == 2)
    }

    @Test("who follows a conversation sees what others get, and stops when it unsubscribes")
    func subscribes() throws {
        let daemon = try TestDaemon()
        let (speaker, watcher) = (try daemon.client(), try daemon.client())
        #expect(
            try watcher.call("conversation.subscribe", ["conversation": "c"])["subscribed"] == true)
        _ = try speaker.say("hello")
        #expect(
            try watcher.nextNotification()
                == .notification(
                    method: "conversation.message",
                    params: [
                        "conversation": "c", "sender": "bot", "number": 1, "text": "Hello.",
                        "reply": "hello.hello",
                    ]))
        #expect(speaker.notifications.isEmpty)
        _ = try watcher.call("conversation.unsubscribe", ["conversation": "c"])
        _ = try speaker.say("hello")
        _ = try watcher.call("health")
        #expect(watcher.notifications.isEmpty)
    }

    @Test("from the bot to a person and back")
    func handsOver() throws {
        let daemon = try TestDaemon()
        let (customer, ana) = (try daemon.client(), try daemon.client())
        _ = try customer.call("conversation.subscribe", ["conversation": "c"])
        let turn = try customer.say("human")
        #expect(turn["owner"] == "queue")
        #expect(turn.texts == ["A colleague takes over."])
        let ticket = try #require(turn["ticket"])
        let shown = try ana.call("ticket.show", ["ticket": ticket])
        #expect(shown["state"] == "queued")
        #expect(shown["reasons"] == ["asked_for_human"])
        #expect(shown["transcript"]?.array?.count == 2)

        _ = try ana.call("agent.online", ["agent": "ana"])
        #expect(try ana.nextNotification().method == "agent.offer")
        let claimed = try ana.call("agent.next")
        #expect(claimed["ticket"]?["state"] == "claimed")
        let epoch = try #require(claimed["ticket"]?["epoch"])
        _ = try ana.call("agent.reply", ["ticket": ticket, "epoch": epoch, "text": "Hi there"])
        let joined = try customer.nextNotification().params
        let reply = try customer.nextNotification().params
        #expect(joined?["text"] == "Ana is here.")
        #expect(reply?["text"] == "Hi there")
        #expect(reply?["sender"] == "agent.ana" && reply?["name"] == "Ana")
        #expect(try customer.say("thanks")["owner"] == "agent.ana")
        #expect(
            try ana.word("agent.reply", ["ticket": ticket, "epoch": 99, "text": "late"])
                == .staleEpoch)
        #expect(
            try ana.call("ticket.show", ["ticket": ticket])["drafts"]?.array?.first?["text"]
                == "late")
        #expect(
            try ana.call("agent.resolve", ["ticket": ticket, "epoch": epoch])["ticket"]?["state"]
                == "resolved")
        #expect(try customer.say("hello")["owner"] == "bot")
    }

    @Test("an agent whose last connection breaks has a grace, and is back with the next one")
    func losesAgent() throws {
        let daemon = try TestDaemon()
        let watcher = try daemon.client()
        do {
            let (one, two) = (try daemon.client(), try daemon.client())
            _ = try one.call("agent.online", ["agent": "ana"])
            _ = try two.call("agent.online", ["agent": "ana"])
        }
        var ana: JSON?
        // The end of a connection is seen soon, not at once.
        for _ in 0..<200 where ana?["grace_until"]?.integer == nil {
            ana = try watcher.call("agent.list")["agents"]?.array?.first
        }
        #expect(ana?["grace_until"]?.integer != nil)
        let again = try daemon.client()
        #expect(
            try again.call("agent.online", ["agent": "ana"])["agent"]?["grace_until"] == .null)
        #expect(try again.word("agent.online", ["agent": "nobody"]) == .unknownAgent)
    }

    @Test("who comes back after a lost connection is as present as before")
    func resumes() throws {
        let daemon = try TestDaemon()
        do {
            let first = try daemon.client()
            // Nobody of that name was here before: there is nothing to go on with.
            #expect(
                try first.call("agent.online", ["agent": "ana", "resume": true])["agent"]?[
                    "presence"] == "online")
            _ = try first.call("agent.away", ["reason": "phone"])
        }
        let again = try daemon.client()
        let ana = try again.call("agent.online", ["agent": "ana", "resume": true])["agent"]
        #expect(ana?["presence"] == "away" && ana?["reason"] == "phone")
        #expect(ana?["grace_until"] == .null)
        #expect(try again.call("agent.online", ["agent": "ana"])["agent"]?["presence"] == "online")
        #expect(
            try again.word("agent.online", ["agent": "ana", "resume": "yes"]) == .invalidParams)
    }

    @Test("a reload with mistakes keeps the old handbook and names them; a good one is taken")
    func reloads() throws {
        let daemon = try TestDaemon()
        let client = try daemon.client()
        let refused = try client.response(to: client.request("reload"))
        guard case .failure(let error) = refused else {
            Issue.record("\(refused)")
            return
        }
        #expect(error.code == .reloadFailed)
        #expect(
            error.details
                == [JSON.Member("diagnostics", ["Intents/a.yaml:1:1: no"])])
        #expect(try client.call("hello")["handbook"] == "small")
        var other = try SmallDesk.handbook.get()
        other.fingerprint = "other"
        let loaded = LoadedHandbook(other)
        daemon.nextHandbook.result.withLock { $0 = .success(loaded) }
        #expect(try client.call("reload")["handbook"] == "other")
        #expect(try client.call("hello")["handbook"] == "other")
        #expect(try client.say("hello").texts == ["Hello."])
    }

    @Test("when the store fails the client hears it, and the repetition is answered once it works")
    func survivesFailingStore() throws {
        let store = FlakyStore()
        let daemon = try TestDaemon(store: store)
        let client = try daemon.client()
        _ = try client.say("hello", "m1")
        store.state.withLock { $0.isFailing = true }
        let params: JSON = ["conversation": "c", "text": "track", "message": "m2"]
        #expect(try client.word("conversation.say", params) == .storageFailed)
        #expect(try client.word("conversation.say", params) == .storageFailed)
        #expect(
            try client.call("status")["store"]
                == "the disk of the store /full/triage.db is full; free some space, then repeat")
        // A lead sees the board and the day's figures all the same.
        #expect(try client.call("queue.list")["queues"]?.array?.isEmpty == false)
        #expect(try client.call("agent.list")["agents"]?.array?.isEmpty == false)
        #expect(try client.call("report", ["since": 0, "until": 1])["error"] == nil)
        #expect(try client.word("ticket.show", ["ticket": "T-9"]) == .storageFailed)
        #expect(try client.word("agent.online", ["agent": "ana"]) == .storageFailed)
        #expect(try client.word("health", [:]) == .storageFailed)
        store.state.withLock { $0.isFailing = false }
        let answer = try client.call("conversation.say", params)
        #expect(answer["turn"] == 2)
        #expect(answer.texts == ["It is on its way."])
        #expect(try client.call("status")["store"] == "ok")
        #expect(daemon.shop.actions == ["shop.order"])
        #expect(try store.answer(conversation: "c", message: "m2")?.number == 2)
    }

    @Test("customers may do what customers do, and name no customer")
    func checksRoles() throws {
        let now = Instant(milliseconds: 0)
        let allowed = ["hello", "health"]
        for method in Method.allCases {
            let request = Request(id: nil, method: method.rawValue, params: nil)
            guard let call = try? Call(request, now: now) else { continue }
            let isRefused = (try? Role.customer.check(call)) == nil
            #expect(isRefused == !allowed.contains(method.rawValue), "\(method.rawValue)")
            #expect((try? Role.operator.check(call)) != nil)
        }
        let say = SayParameters(conversation: "c", text: "x")
        try Role.customer.check(.say(say))
        var named = say
        named.customer = "someone"
        #expect(throws: ProtocolError.self) { try Role.customer.check(.say(named)) }
        try Role.operator.check(.say(named))
    }
}

extension ServerLine {
    var method: String? {
        if case .notification(let method, _) = self { method } else { nil }
    }
    var params: JSON? {
        if case .notification(_, let params) = self { params } else { nil }
    }
}
