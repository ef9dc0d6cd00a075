import Daemon
import Desk
import Dialogue
import Facts
import Foundation
import Handbook
import Shop
import Storage
import Testing
import Triage

/// The project's own pack, with the demo shop's vocabulary.
enum OwnPack {
    static let handbook: Result<Handbook, any Error> = Result {
        let folder = URL(filePath: #filePath).appending(path: "../../../Intents").standardized.path
        let shop = try DemoShop.inMemory(now: SmallDesk.start)
        return try ModelCache.handbook(
            of: folder, shopVocabulary: try shop.shopVocabulary(), vectors: nil)
    }
}

@Suite("Limits: who may be identified, how much may be moved")
struct LimitTests {
    private let shop: EmbeddedShop
    private let store = MemoryStore()
    private let start = Instant(milliseconds: 1_772_442_840_000)

    init() throws {
        shop = try DemoShop.inMemory(now: start)
    }

    private func desk(at now: Instant, limit: Int? = nil) throws -> InProcessDesk {
        var handbook = try OwnPack.handbook.get()
        if let limit {
            for name in handbook.book.actions.keys {
                handbook.book.actions[name]?.limit?.units = limit
            }
        }
        return try InProcessDesk(handbook: handbook, shop: shop, start: now, store: store)
    }

    /// The ids of the bot's replies to `text`.
    private func say(
        _ text: String, _ number: Int, in conversation: String, to desk: inout InProcessDesk
    ) throws -> [String] {
        try desk.handle(SmallDesk.said(text, "m\(number)", in: conversation)).flatMap {
            release -> [String] in
            switch release {
            case .turn(let turn): turn.messages.compactMap(\.reply)
            case .message(let message): message.reply.map { [$0] } ?? []
            case .overloaded, .desk, .called, .traced: []
            }
        }
    }

    private func claim(
        _ details: String, in conversation: String, to desk: inout InProcessDesk
    ) throws -> [String] {
        _ = try say("where is my order", 1, in: conversation, to: &desk)
        return try say(details, 2, in: conversation, to: &desk)
    }

    @Test("one address tried in ten conversations is locked in the next, over a restart, for a day")
    func lockedClaim() throws {
        var desk = try desk(at: start)
        for number in 1...10 {
            let said = try claim("nobody@example.com", in: "c-\(number)", to: &desk)
            #expect(said.first == "identify.email_unknown", "conversation \(number)")
        }
        #expect(
            try claim("nobody@example.com", in: "c-11", to: &desk)
                == ["identify.locked", "repair.handed_over"])
        let ticket = try #require(desk.driver.machine.desk.ticket(ofConversation: "c-11"))
        #expect(ticket.reasons.contains("identification_locked"))
        // Others are not locked out.
        #expect(
            try claim("somebody@example.com", in: "c-12", to: &desk).first
                == "identify.email_unknown")

        var again = try self.desk(at: start + .seconds(3600))
        #expect(
            try claim("nobody@example.com", in: "c-13", to: &again).first == "identify.locked")
        var nextDay = try self.desk(at: start + .seconds(90_000))
        #expect(
            try claim("nobody@example.com", in: "c-14", to: &nextDay).first
                == "identify.email_unknown")
    }

    @Test("failures in one conversation add up, and then even the right address is for a person")
    func lockedConversation() throws {
        var handbook = try OwnPack.handbook.get()
        handbook.identification.perConversation = 2
        var desk = try InProcessDesk(handbook: handbook, shop: shop, start: start, store: store)
        _ = try say("where is my order", 1, in: "c", to: &desk)
        let first = try say("nobody@example.com", 2, in: "c", to: &desk)
        #expect(first.first == "identify.email_unknown")
        _ = try say("never mind", 3, in: "c", to: &desk)
        // The address is not tried again by itself.
        let asked = try say("where is my order", 4, in: "c", to: &desk)
        #expect(asked == ["identify.ask_email"])
        let second = try say("somebody@example.com", 41, in: "c", to: &desk)
        #expect(second.first == "identify.email_unknown")
        let said = try say("mara.lindqvist@example.com", 51, in: "c", to: &desk)
        #expect(said == ["identify.locked", "repair.handed_over"])
        #expect(desk.conversation("c")?.dialogue.customer == nil)
    }

    @Test(
        "above the day's limit a person decides: nothing is written, the ticket has the wish"
    )
    func dailyLimit() throws {
        var desk = try desk(at: start, limit: 1)
        _ = try say("cancel order 1071, I ordered it by mistake", 1, in: "c", to: &desk)
        let asked = try say("mara.lindqvist@example.com", 2, in: "c", to: &desk)
        #expect(asked.last == "cancel_order.confirm_cancel")
        let said = try say("yes", 3, in: "c", to: &desk)
        #expect(said == ["repair.over_daily_limit", "repair.handed_over"])
        #expect(try shop.journal() == [])
        let ticket = try #require(desk.driver.machine.desk.ticket(ofConversation: "c"))
        #expect(ticket.reasons.contains("over_daily_limit"))
        #expect(ticket.open.map(\.type) == ["cancel"])
        #expect(ticket.open.map(\.orderID) == ["1071"])
    }

    @Test("every write has the words of the yes, its key and a receipt")
    func agreedWrite() throws {
        var desk = try desk(at: start)
        _ = try say("cancel order 1071, I ordered it by mistake", 1, in: "c", to: &desk)
        _ = try say("mara.lindqvist@example.com", 2, in: "c", to: &desk)
        let said = try say("yes please", 3, in: "c", to: &desk)
        #expect(said == ["cancel_order.cancelled"])
        let write = try #require(try shop.journal().first)
        #expect(write.isAgreed)
        #expect(write.answer == "yes please")
        #expect(write.question?.isEmpty == false)
        #expect(write.conversation == "c")
        #expect(write.key.hasPrefix("c|shop.cancel_order|"))
        #expect(write.receipt["receipt"]?.text == "R-1001")
    }

    @Test("an address changed to and fro is three writes with three keys")
    func toAndFro() throws {
        var desk = try desk(at: start)
        for (number, street) in ["1 Oak Street", "2 Elm Street", "1 Oak Street"].enumerated() {
            let wish = "change the delivery address of order 1071 to \(street), 10115 Berlin"
            _ = try say(wish, number * 3, in: "c", to: &desk)
            if number == 0 {
                _ = try say("mara.lindqvist@example.com", 1, in: "c", to: &desk)
            }
            _ = try say("yes", number * 3 + 2, in: "c", to: &desk)
        }
        let writes = try shop.journal()
        #expect(
            writes.map { $0.arguments["address1"]?.text } == [
                "1 Oak Street", "2 Elm Street", "1 Oak Street",
            ])
        #expect(Set(writes.map(\.key)).count == 3)
    }
}
