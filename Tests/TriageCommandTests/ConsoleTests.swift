import Facts
import Foundation
import Rehearsal
import Testing
import Wire

@testable import triage

@Suite("the agent's console")
@MainActor
struct ConsoleTests {
    private static let ticket: JSON = [
        "id": "T-1", "state": "claimed", "agent": "ana", "epoch": 1, "queue": "general",
        "conversation": "c", "customer": "u-1", "transcript": [],
    ]

    /// A console whose desk is away, with one ticket at hand.
    private func session() -> DeskSession {
        let session = DeskSession(
            socket: "/none", agent: "test-\(UUID().uuidString)", delaySeconds: 5)
        session.tickets["T-1"] = TicketAtHand(Self.ticket)
        session.current = "T-1"
        return session
    }

    @Test(
        "a command behind words that the console put into the line is a command, and the words wait"
    )
    func parted() {
        let session = session()
        session.inserted = "Your refund is on its way."
        #expect(session.parted("Your refund is on its way./send") == "/send")
        #expect(session.unsure == "Your refund is on its way.")
        session.unsure = nil
        #expect(session.parted("Your refund is on its way. /note x y") == "/note x y")
        for words in [
            "Your refund is on its way.", "Your refund is on its way. See example.com/return",
            "Your refund is on its way. Next week, next!", "See /send", "/send",
        ] {
            session.unsure = nil
            #expect(session.parted(words) == words)
            #expect(session.unsure == nil)
        }
        session.inserted = nil
        #expect(session.parted("Hi/send") == "Hi/send")
    }

    @Test("what is sent while the desk is away waits, all of it, and no command throws it away")
    func away() {
        let session = session()
        session.say("Hello Mara,")
        session.say("your refund is on its way.")
        #expect(session.unsure == "Hello Mara,\nyour refund is on its way.")
        #expect(session.obeyOwn("/undo"))
        #expect(session.unsure != nil)
        session.focus(nil)
        #expect(session.obeyOwn("/send"))
        #expect(session.unsure == "Hello Mara,\nyour refund is on its way.")
        session.say("Bye")
        #expect(session.unsure == "Hello Mara,\nyour refund is on its way.\nBye")
    }

    @Test("/send and /undo are about what the console named last: a held reply, or words that wait")
    func namedLast() {
        let session = session()
        session.letWait("typed for somebody else")
        #expect(session.isAboutWaiting)
        session.heldOn = "T-1"
        #expect(!session.isAboutWaiting)
        #expect(!session.obeyOwn("/send"))
        #expect(session.unsure == "typed for somebody else")
        session.heldIsOver(on: "T-2")
        #expect(!session.isAboutWaiting)
        session.heldIsOver(on: "T-1")
        #expect(session.isAboutWaiting)
        session.heldOn = "T-1"
        session.pasted("one\ntwo")
        #expect(session.isAboutWaiting)
        #expect(session.unsure == "typed for somebody else\none\ntwo")
    }

    @Test(
        "whether the desk has an agent's words: sent since then, held, kept; not the same words of before"
    )
    func taken() {
        func has(_ more: JSON, since: Int = 100) -> Bool {
            TicketText.has("Hello", of: "ana", more.adding("conversation", "c"), since: since)
        }
        func said(_ speaker: String, at: Int) -> JSON {
            ["transcript": [["at": .integer(at), "speaker": .string(speaker), "text": "Hello"]]]
        }
        #expect(has(said("agent.ana", at: 100)))
        #expect(!has(said("agent.ana", at: 99)))
        #expect(!has(said("agent.ben", at: 100)))
        #expect(has(["held": ["agent": "ana", "text": "Hello"]]))
        #expect(has(["drafts": [["agent": "ana", "text": "Hello"]]]))
        #expect(!has(["drafts": [["agent": "ben", "text": "Hello"]]]))
    }

    @Test(
        "a ticket that is done says so, and not how long it waits",
        arguments: ["resolved", "closed"])
    func done(_ state: String) {
        let ticket: JSON = [
            "id": "T-1", "queue": "general", "class": "normal", "state": .string(state),
            "queued_at": 1, "resolution": "done",
        ]
        #expect(TicketText.brief(ticket).first == "-- T-1 · general · normal · \(state) (done)")
    }

    @Test("the queues name what needs a lead, and on a narrow terminal a hanging line has room")
    func queues() {
        let queue: JSON = [
            "queue": "general", "waiting": 0, "held": 2, "parked": 1, "attention": 1,
            "tickets": [], "attention_tickets": [["id": "T-3", "why": "failed_offers"]],
        ]
        #expect(
            TicketText.queues(["queues": [queue]]) == [
                "queue        waiting  attention  held  parked  oldest",
                "general      0        1          2     1       -",
                "  T-3   for a lead: every offer failed; /kick queues it again",
            ])
        let line = "            Handed over because: asked_for_human."
        #expect(
            LineWrap.wrapped(line, width: 40)
                == "            Handed over because:\n            asked_for_human.")
    }

    @Test("words that are kept as a draft are no part of the next line")
    func keptDraft() {
        let session = session()
        session.tickets["T-1"]?.isLineKept = true
        session.noteDraft(on: "T-1")
        #expect(session.tickets["T-1"]?.hasDraft == true)
        #expect(session.tickets["T-1"]?.isLineKept == false)
    }

    @Test("a promise says when it is due, and when it was kept")
    func promises() {
        func line(_ more: JSON) -> String? {
            let target: JSON = [
                "name": "first_reply", "seconds": 1800, "calendar": "office", "start": 0,
            ]
            let members = (target.members ?? []) + (more.members ?? [])
            return PromiseText.lines(.object(members), explain: false).first
        }
        let (due, kept) = (Clock.wall(Instant(seconds: 7200)), Clock.wall(Instant(seconds: 60)))
        let tail = "(30m on 'office')"
        #expect(
            line(["verdict": "pending", "due": 7_200_000, "answered": nil])
                == "first reply  pending   due \(due)  \(tail)")
        #expect(
            line(["verdict": "met", "due": nil, "answered": 60_000])
                == "first reply  met       kept \(kept)  \(tail)")
        #expect(
            line(["verdict": "breached", "due": 60_000, "answered": 7_200_000])
                == "first reply  breached  due \(kept), done \(due)  \(tail)")
    }

    @Test("of an arrival that is offered here only the offer is told")
    func arrived() {
        let session = session()
        let news: JSON = [
            "event": "enqueued", "ticket": "T-2", "queue": "general", "class": "normal",
        ]
        session.notice("agent.event", news)
        #expect(session.arrived.map(\.text) == ["-- T-2 waits in general, normal"])
        session.leaving = ["T-2"]
        session.notice("agent.event", news)
        #expect(session.arrived.count == 1)
        session.tellArrived()
        #expect(session.arrived.isEmpty)
    }

    @Test("help fits a terminal of 80×24, and every command has its place in it")
    func help() {
        let overview = DeskSession.help(on: nil)
        #expect(overview.count <= 20 && overview.allSatisfy { $0.count <= 80 })
        let placed = DeskSession.groups.flatMap(\.commands).sorted()
        let all = Set((AgentLine.usage + DeskSession.ownUsage).map(\.name)).subtracting([""])
        #expect(placed == all.sorted())
        #expect(DeskSession.help(on: "/snooze").count == 1)
        #expect(DeskSession.help(on: "note").count == 2)
        #expect(DeskSession.help(on: "all").count >= 40)
        #expect(DeskSession.help(on: "x") == ["-- there is no command /x; see /help"])
    }

    @Test("a line of a merged conversation says of which it is; the others stay as they were")
    func merged() {
        func line(_ text: String, in chat: String?) -> JSON {
            let line: JSON = ["at": 1, "speaker": "customer", "text": .string(text)]
            return chat.map { line.adding("conversation", .string($0)) } ?? line
        }
        let alone: JSON = ["conversation": "c", "transcript": [line("one", in: nil)]]
        let both: JSON = [
            "conversation": "c", "merged": ["d"],
            "transcript": [line("one", in: "c"), line("two", in: "d")],
        ]
        #expect(TicketText.transcript(of: alone)[0] == TicketText.transcript(of: both)[0])
        let shown = TicketText.transcript(of: both).map(TicketText.line)
        #expect(shown[0].hasSuffix(" customer: one"))
        #expect(shown[1].hasSuffix(" chat 2, customer: two"))
    }

    @Test("facts of an order stand in words: no flags that do not hold, no underscores")
    func facts() {
        let order: JSON = [
            "id": "1069", "is_late": false, "is_pending": true, "placed_at": nil,
            "return_days": 30, "total": ["$money": "147.00 EUR"],
        ]
        #expect(
            TicketText.fields(order) == "id 1069, is pending, return days 30, total 147.00 EUR")
    }

    @Test("an offer is taken or declined by its number, where there are several")
    func aimed() {
        #expect(AgentLine.aimed("/accept T-7").ticket == "T-7")
        #expect(AgentLine.aimed("/decline T-7").line == "/decline")
        #expect(AgentLine.aimed("/accept").ticket == nil)
    }
}
