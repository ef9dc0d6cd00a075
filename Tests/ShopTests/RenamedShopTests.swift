import Foundation
import Testing

@testable import Shop

@Suite(
    "The same shop under other names",
    .enabled(
        if: RetailSet.isThere && RetailSet.python != nil,
        "needs python3 and the retail set (../shared/retail, or TRIAGE_RETAIL)"))
struct RenamedShopTests {
    static let conversations = 40

    @Test(
        "with other products, options, people and ids the same conversations go the same way",
        arguments: 22...24)
    func same(seed: Int) throws {
        let (original, renamed) = (TemporaryFile(), TemporaryFile())
        _ = try RetailSet.reference(seed: seed, count: 0, database: original.path)
        let names = try RenamedShop(file: original.path)
        try names.write(to: renamed.path)
        try names.writeOriginal(to: original.path)
        let first = try talked(over: original.path, seed: seed)
        let second = try talked(over: renamed.path, seed: seed)
        #expect(first.talk.course.count == second.talk.course.count, "seed \(seed)")
        for (one, other) in zip(first.talk.course, second.talk.course) {
            #expect(
                one.replies == other.replies, "seed \(seed): “\(one.said)” / “\(other.said)”")
        }
        let writes = try first.shop.journal().map { names.renamed(text: try $0.json) }
        let others = try second.shop.journal().map { try $0.json }
        #expect(writes.count == others.count && writes.count > 3, "seed \(seed)")
    }

    private func talked(over file: String, seed: Int) throws -> (talk: Talk, shop: EmbeddedShop) {
        let shop = try EmbeddedShop(path: ":memory:")
        _ = try RetailImport.read(file: file, into: shop)
        var talk = try Talk(shop: shop, seed: seed)
        for number in 0..<Self.conversations { try talk.converse(number) }
        return (talk, shop)
    }
}
