import Foundation
import Testing

@testable import Shop

@Suite("Reading a shop from a file")
struct ImportTests {
    @Test("a file of another form is refused and leaves the shop empty")
    func badFiles() throws {
        let user = #""u": {"name": {"first_name": "A", "last_name": "B"}, "email": "a@example.com""#
        let table: [(String, String)] = [
            ("{", "it is not JSON"),
            ("{}", "it has 0 orders"),
            (
                #"{"orders": {"1": {}}, "users": {}}"#,
                "it has 1 orders, its customers' lists name 0"
            ),
            (#"{"users": {\#(user)}}}"#, "NOT NULL constraint failed: customers.address1"),
        ]
        for (text, reason) in table {
            let file = TemporaryFile()
            try text.write(toFile: file.path, atomically: true, encoding: .utf8)
            let shop = try EmbeddedShop(path: ":memory:")
            let error = #expect(throws: ShopError.self) {
                try RetailImport.read(file: file.path, into: shop)
            }
            #expect(
                error?.description.contains(reason) == true, "\(text): \(String(describing: error))"
            )
            #expect(try shop.isEmpty)
            #expect(try shop.comparableState() == [])
        }
    }

    @Test("a file that is not there, or no shop, is an error with its path")
    func missingFiles() throws {
        let shop = try EmbeddedShop(path: ":memory:")
        let error = #expect(throws: ShopError.self) {
            try RetailImport.read(file: "/nowhere/database.json", into: shop)
        }
        #expect(error?.description.hasPrefix("SHOP_CANNOT_IMPORT /nowhere/database.json") == true)
        let file = TemporaryFile()
        try "no database, only a text that is long enough to be read as a page header of SQLite"
            .write(toFile: file.path, atomically: true, encoding: .utf8)
        let opening = #expect(throws: ShopError.self) { try EmbeddedShop(path: file.path) }
        #expect(opening?.description.hasPrefix("SHOP_CANNOT_OPEN") == true)
    }
}
