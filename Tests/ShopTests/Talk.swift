import Daemon
import Dialogue
import Facts
import Foundation
import Handbook
import Triage

@testable import Shop

/// The desk with one random shop, and what was said in it.
struct Talk {
    /// All that a `RandomCustomer` says that is nothing but a yes.
    static let yes: Set<String> = [
        "yes", "yes please", "Yes, go ahead.", "ok", "sure, do it", "that's right", "I agree",
        "yep",
    ]

    private var desk: InProcessDesk
    private var numbers: SeededNumbers
    private let files: [CustomerFile]
    private let orders: [String]
    /// What the bot said, and whose the conversation is, by conversation.
    private(set) var asked: [String: Set<String>] = [:]
    private(set) var customers: [String: String] = [:]
    /// The names of the replies, turn by turn, with what was said to the bot.
    private(set) var course: [(said: String, replies: [String])] = []

    init(shop: EmbeddedShop, seed: Int) throws {
        let handbook = try OwnPack.handbook(vocabulary: try shop.shopVocabulary())
        desk = try InProcessDesk(
            handbook: handbook, shop: shop, start: Instant(milliseconds: 1_772_442_840_000))
        numbers = SeededNumbers(seed: seed)
        let ids = try shop.comparableState().filter { $0.hasPrefix("user-address|") }
            .map { String($0.split(separator: "|")[1]) }
        files = try shop.read { database in try ids.compactMap { try database.customerFile($0) } }
        orders = files.flatMap { $0.orders.map(\.id) }
    }

    mutating func converse(_ number: Int) throws {
        guard let file = files.randomElement(using: &numbers) else { return }
        let id = "c-\(number)"
        customers[id] = file.customer.id
        let strangers = [orders.randomElement(using: &numbers) ?? "", "#W0000000"]
        var customer = RandomCustomer(
            numbers: SeededNumbers(seed: Int(truncatingIfNeeded: numbers.next() >> 1)),
            customer: file.customer, file: file, strangers: strangers)
        for (index, line) in customer.lines().enumerated() {
            let said = Utterance(conversation: id, message: "m\(index)", text: line)
            for case .turn(let turn) in try desk.handle(.said(said)) {
                asked[id, default: []].formUnion(turn.messages.map(\.text))
                course.append((line, turn.messages.compactMap(\.reply)))
            }
        }
    }
}

/// The project's own pack.
enum OwnPack {
    static func handbook(vocabulary: [String]) throws -> Handbook {
        let folder = URL(filePath: #filePath).appending(path: "../../../Intents").standardized.path
        return try ModelCache.handbook(
            of: folder, shopVocabulary: vocabulary, vectors: nil)
    }
}
