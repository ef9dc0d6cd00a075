import Foundation
import Glibc
import Testing
import Wire

@testable import triage

@Suite("consoles in terminals, before a real daemon", .serialized)
struct LiveConsoleTests {
    private func daemon() throws -> RunningDaemon {
        let daemon = try RunningDaemon { desk, _ in desk }
        try daemon.start()
        return daemon
    }

    private func console(_ agent: String, _ daemon: RunningDaemon) throws -> Terminal {
        let terminal = try Terminal(
            ["desk", "--socket", daemon.socket, "--agent", agent], in: daemon.folder)
        #expect(terminal.shows("\(agent) is online"))
        return terminal
    }

    /// What was said in the conversation, by whomever.
    private func texts(of conversation: String, _ daemon: RunningDaemon) throws -> [String] {
        let shown = try daemon.call(.show, ["conversation": .string(conversation)])
        return (shown["messages"]?.array ?? []).compactMap { $0["text"]?.string }
    }

    private func ask(_ daemon: RunningDaemon, _ conversation: String, _ text: String) throws {
        _ = try daemon.call(
            .say,
            [
                "conversation": .string(conversation), "text": .string(text),
                "message": .string(UUID().uuidString),
            ])
    }

    /// Whether an agent's file holds the line: it is written in the moment after a key is shown.
    private func keeps(_ line: Substring, _ daemon: RunningDaemon) -> Bool {
        daemon.waits {
            ["ana", "ben"].contains { agent in
                let file = daemon.folder.appending(path: "state/triage/unsent-\(agent)")
                let text = try? String(contentsOf: file, encoding: .utf8)
                return text?.hasSuffix("\n" + line) ?? false
            }
        }
    }

    /// The ticket that the agent has.
    private func ticket(of agent: String, _ daemon: RunningDaemon) throws -> String? {
        let tickets = try daemon.call(.ticketList)["tickets"]?.array ?? []
        return tickets.first { $0["agent"]?.string == agent && $0["state"]?.string == "claimed" }?[
            "id"]?.string
    }

    @Test(
        "a console is killed at any key: its next one has every key of the line, on the same ticket"
    )
    func killedWhileTyping() throws {
        let daemon = try daemon()
        try ask(daemon, "c1", "I want to talk to a human")
        var console = try console("ana", daemon)
        console.enter("next")
        #expect(console.shows("to CUSTOMER"))
        let words = "Dear customer, your kettle is on its way"
        for count in [1, 13, words.count] {
            console.type(String(words.prefix(count)))
            #expect(keeps(words.prefix(count), daemon))
            console.kill()
            console = try self.console("ana", daemon)
            #expect(console.shows("in the line: what you were writing on T-"))
            console.type("\u{15}")
        }
        console.type(words)
        #expect(keeps(words[...], daemon))
        console.kill()
        console = try self.console("ana", daemon)
        #expect(console.shows("what you were writing on"))
        console.enter("!")
        #expect(console.shows("goes out in"))
        console.enter("/send")
        #expect(console.shows("sent"))
        let texts = try texts(of: "c1", daemon)
        #expect(texts.last == words + "!")
    }

    @Test("what was written on a ticket that is somebody else's now never goes to another customer")
    func lostTicket() throws {
        let daemon = try daemon()
        try ask(daemon, "c1", "I want to talk to a human")
        var console = try console("ben", daemon)
        console.enter("next")
        #expect(console.shows("to CUSTOMER"))
        let id = try #require(try ticket(of: "ben", daemon))
        console.type("Only for the first customer")
        #expect(keeps("Only for the first customer", daemon))
        console.kill()
        let lead = try self.console("ana", daemon)
        lead.enter("/takeover \(id)")
        #expect(lead.shows("to CUSTOMER"))
        lead.enter("/away")
        console = try self.console("ben", daemon)
        #expect(console.shows("\(id) is not yours any more"))
        #expect(console.shows("kept as a draft on \(id)"))
        try ask(daemon, "c2", "I want to talk to a human")
        #expect(console.shows("an offer"))
        console.enter("next")
        #expect(console.shows("to CUSTOMER"))
        console.enter("/send")
        #expect(console.shows("no reply of yours is held back"))
        let texts = try texts(of: "c2", daemon)
        #expect(!texts.contains { $0.contains("first customer") })
    }

    @Test("words typed before a ticket was at hand reach no customer in the place of a held reply")
    func wordsOfBefore() throws {
        let daemon = try daemon()
        let console = try console("ana", daemon)
        console.enter("Typed for somebody else")
        #expect(console.shows("your words wait here"))
        _ = try daemon.call(
            .say,
            ["conversation": "c1", "text": "I want to talk to a human", "customer": "c-21"])
        #expect(console.shows("an offer"))
        #expect(console.shows("Customer c-21, verified") && !console.shown.contains("{$"))
        console.enter("next")
        #expect(console.shows("/send sends them to the customer of T-1001"))
        console.enter("Hello, one moment")
        #expect(console.shows("goes out in"))
        console.enter("/send")
        #expect(console.shows("T-1001: sent"))
        let texts = try texts(of: "c1", daemon)
        #expect(texts.last == "Hello, one moment")
        #expect(!texts.contains("Typed for somebody else"))
        console.enter("/undo")
        #expect(console.shows("kept as a draft on T-1001"))
        // One after the other: two lines that wait together are a paste, which a slow console makes of them.
        console.forget()
        console.enter("And another word")
        #expect(console.shows("goes out in"))
        console.enter("/send")
        #expect(console.shows("T-1001: sent"))
        let isKept = try daemon.waits {
            let ticket = try daemon.call(.ticketShow, ["ticket": "T-1001"])
            let said = ticket["transcript"]?.array?.last?["text"]?.string
            return said == "And another word"
                && ticket["drafts"]?.array?.first?["text"]?.string == "Typed for somebody else"
        }
        #expect(isKept)
    }

    @Test(
        "a command that lacks something, or names what is not there, says how it is written at the console"
    )
    func misused() throws {
        let daemon = try daemon()
        let console = try console("ana", daemon)
        try ask(daemon, "c1", "I want to talk to a human")
        #expect(console.shows("an offer"))
        console.enter("next")
        #expect(console.shows("to CUSTOMER"))
        for (line, answer) in [
            ("/watch", "-- write /watch TICKET: follow its conversation"),
            ("/open", "-- write /open TICKET: go to another ticket of yours"),
            ("/macro nope", "there is no macro 'nope'; there are hello, delay, closing"),
            ("/queue nowhere", "there is no queue 'nowhere'; there are general, returns"),
            ("/snooze 400d", "that is more than a year away"),
            ("/claim T-9", "/mine has yours, /queue what waits"),
        ] {
            console.enter(line)
            #expect(console.shows(answer), "\(line)")
        }
        console.enter("/offline")
        #expect(console.shows("you are offline"))
        console.enter("/claim T-1001")
        #expect(console.shows("you are not online; `next` or /online brings you back"))
        #expect(!console.shown.contains("agent.online"))
    }

    @Test("a reply that was not answered for is sent once, whichever way the desk fails")
    func inDoubt() throws {
        let daemon = try daemon()
        try ask(daemon, "c1", "I want to talk to a human")
        let console = try console("ana", daemon)
        console.enter("next")
        #expect(console.shows("to CUSTOMER"))
        // It stands still, so that the reply is on its way when it is killed.
        daemon.pause()
        console.enter("Dear customer, one moment")
        usleep(300_000)
        daemon.kill()
        #expect(console.shows("your words are kept"))
        try daemon.start()
        #expect(console.shows("NOT sent: Dear customer, one moment"))
        #expect(console.shows("your words wait here"))
        console.enter("/send")
        #expect(console.shows("goes out in"))
        console.enter("/send")
        #expect(console.shows("T-1001: sent"))
        let texts = try texts(of: "c1", daemon)
        #expect(texts.filter { $0 == "Dear customer, one moment" }.count == 1)
    }

    @Test("a console that is opened while the disk is full waits, and the lead sees the board")
    func fullDisk() throws {
        let daemon = try daemon()
        try daemon.limitFiles(true)
        // What cannot be stored is refused, and from then on the desk knows that its store fails.
        #expect(throws: CommandFailure.self) { try ask(daemon, "c1", "I want to talk to a human") }
        let console = try Terminal(
            ["desk", "--socket", daemon.socket, "--agent", "ben"], in: daemon.folder)
        #expect(console.shows("not online yet"))
        let board = try Program.run(["queue", "--once", "--socket", daemon.socket])
        #expect(board.status == 0 && board.output.hasPrefix("! nothing can be stored: "))
        try daemon.limitFiles(false)
        #expect(console.shows("ben is online"))
        console.enter("next")
        #expect(console.shows("to CUSTOMER"))
    }
}
