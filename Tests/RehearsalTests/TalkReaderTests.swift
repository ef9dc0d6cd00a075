import Facts
import Testing

@testable import Rehearsal

@Suite("reading transcripts")
struct TalkReaderTests {
    static let head = """
        title: A lamp
        world: demo-shop
        start: 2026-03-02 09:14 Europe/Berlin
        customer: c-77 verified tier=gold
        tags: returns, smoke
        run: en, de


        """

    @Test("the header says who, when, and in which languages")
    func header() throws {
        let header = try Transcript(text: Self.head + "=== A\ncustomer: hi\n", file: "a.talk")
            .header
        #expect(header.title == "A lamp")
        #expect(header.start?.civil.day.iso == "2026-03-02")
        #expect(header.start?.civil.clock == "09:14")
        #expect(header.start?.zone == "Europe/Berlin")
        #expect(header.customer?.id == "c-77")
        #expect(header.customer?.isVerified == true)
        #expect(header.customer?.fields == [TalkArgument(name: "tier", value: "gold")])
        #expect(header.tags == ["returns", "smoke"])
        #expect(header.languages == ["en", "de"])
    }

    @Test("lines of one message in several languages are one turn; two without a language are two")
    func languages() throws {
        let text = """
            === A
            customer[en]: hello
            customer[de]: hallo
            bot=: greeting.hello
            customer: one
            customer: two
            """
        let turns = try Transcript(text: text, file: "a.talk").cases[0].turns
        #expect(turns.count == 3)
        #expect(
            turns[0].stimulus
                == .customer(
                    conversation: "c1",
                    texts: [(language: "en", text: "hello"), (language: "de", text: "hallo")]))
        #expect(turns[0].expectations.count == 1)
        #expect(turns[1].expectations.isEmpty)
    }

    @Test("the input is literal; continuation lines belong to the message before them")
    func continuation() throws {
        let text = """
            === A
            customer: where: is {it}? | > # "x"
              > second line
            bot: one
              | another
              > of two lines
              ? slot.reason = damaged
              ! shop.create_return(order=1042, item="Halo, floor") x2 -> ok id=$ret
            """
        let turn = try Transcript(text: text, file: "a.talk").cases[0].turns[0]
        #expect(
            turn.stimulus
                == .customer(
                    conversation: "c1",
                    texts: [(language: "", text: "where: is {it}? | > # \"x\"\nsecond line")]))
        #expect(turn.expectations.map(\.line) == [4, 7, 8])
        #expect(turn.expectations[0].message?.texts == ["one", "another\nof two lines"])
        let call = turn.expectations[2].effect
        #expect(call?.arguments.map(\.value) == ["1042", "Halo, floor"])
        #expect(call?.times == 2)
        #expect(call?.outcome == "ok")
        #expect(call?.result == [TalkArgument(name: "id", value: "$ret")])
        #expect(
            call?.text == "shop.create_return(order=1042, item=\"Halo, floor\") x2 -> ok id=$ret")
    }

    @Test("the modes, other speakers, other conversations and times are told apart")
    func modes() throws {
        let text = """
            === A
            given: shop.order(order_id=1042) -> timeout x3
            c2/customer: hi
            c2/bot~: {*}
            bot/: ^a$
            bot!: {*}no{*}
            bot*:
            bot[de]=: greeting.hello name=Ana
            +2d 3h
            @ 2026-03-04 10:00
            event: carrier.scanned return=R-1
            agent.ana: /resolve done
            """
        let turns = try Transcript(text: text, file: "a.talk").cases[0].turns
        #expect(turns.count == 6)
        let messages = turns[1].expectations.compactMap(\.message)
        #expect(messages.map(\.mode) == [.pattern, .regex, .absent, .any, .reply])
        #expect(messages.map(\.conversation) == ["c2", "c1", "c1", "c1", "c1"])
        #expect(messages[4].language == "de")
        #expect(turns[2].stimulus == .wait(.seconds(2 * 86_400 + 3 * 3600)))
        #expect(
            turns[5].stimulus == .agent(conversation: "c1", agent: "ana", text: "/resolve done"))
    }

    struct Row: Sendable {
        var text: String
        var message: String
    }

    static let mistakes: [Row] = [
        Row(
            text: "titel: x\n=== A\ncustomer: hi",
            message: "a.talk:1: the header 'titel' is unknown"),
        Row(text: "start: today\n=== A\ncustomer: hi", message: "a.talk:1: 'today' is no start"),
        Row(text: "title: x", message: "a.talk:1: there is no case; begin one: === what happens"),
        Row(text: "=== A\n", message: "a.talk:1: the case is empty"),
        Row(text: "=== A\nhello", message: "a.talk:2: the line has no speaker"),
        Row(text: "=== A\nclerk: hi", message: "a.talk:2: the speaker 'clerk' is unknown"),
        Row(
            text: "=== A\ncustomer: hi\n  ? state", message: "a.talk:3: '? state' is not understood"
        ),
        Row(text: "=== A\ncustomer: hi\n  | x", message: "a.talk:3: '|' follows no message"),
        Row(text: "=== A\ncustomer: hi\n  ! shop.x(a", message: "a.talk:3: '' is no name=value"),
        Row(text: "=== A\n+soon", message: "a.talk:2: '+soon' is no time to wait; write +2d 3h"),
    ]

    @Test("a mistake names its line and the cure", arguments: mistakes)
    func mistake(row: Row) throws {
        let error = #expect(throws: TalkMistakes.self) {
            _ = try Transcript(text: row.text, file: "a.talk")
        }
        let lines = error?.list.map(\.description) ?? []
        #expect(lines.contains { $0.hasPrefix(row.message) }, "\(lines)")
    }

    @Test("all mistakes are told at once")
    func allMistakes() {
        let error = #expect(throws: TalkMistakes.self) {
            _ = try Transcript(text: "colour: x\n=== A\nclerk: a\n+soon\n", file: "a.talk")
        }
        #expect(error?.list.map(\.line) == [1, 3, 4, 2])
    }
}
