import Dialogue
import Testing

@testable import Handbook

@Suite("the places of a pack's parts")
struct PackPlacesTests {
    /// The text of the line where something stands.
    private func line(_ place: Place?) throws -> String {
        let place = try #require(place)
        let path = place.file.split(separator: "/").dropFirst().joined(separator: "/")
        let text = try #require(TinyPack.files[path])
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return String(lines[place.line - 1]).split(separator: " ").joined(separator: " ")
    }

    @Test("each transition, state, reply, action and rule is found where it is written")
    func places() throws {
        let reading = HandbookReader.check(TinyPack.source(), options: .init(trains: false))
        let places = try #require(reading.places)
        func transition(_ state: String, _ way: TransitionID.Way) throws -> String {
            let id = TransitionID(flow: "cancel_order", state: state, way: way)
            return try line(places.transitions[id])
        }
        #expect(try transition("collect", .branch(0)) == "- when: [order is missing]")
        #expect(try transition("collect", .branch(2)) == "- else: refuse")
        #expect(try transition("confirm", .agreed) == "agreed: cancel")
        #expect(try transition("confirm", .declined) == "declined: kept")
        #expect(try transition("confirm", .expired) == "expires: 24h -> kept")
        #expect(try transition("cancel", .outcome("rejected")) == "rejected: refuse")
        #expect(try transition("kept", .branch(0)) == "kept:")
        #expect(try transition("refuse/offer", .agreed).hasPrefix("offer:"))
        #expect(try line(places.states["cancel_order/confirm"]) == "confirm:")
        #expect(try line(places.replies["en"]?["cancel_order.ask_reason"]) == "ask_reason: Why?")
        #expect(try line(places.actions["shop.cancel"]) == "shop.cancel:")
        #expect(try line(places.rules["legal"]).hasPrefix("- legal:"))
    }
}
