import Testing

@testable import Dialogue

@Suite("Amounts as people write them")
struct ToldAmountTests {
    @Test(
        "an amount is found, however it is written",
        arguments: [
            "you get $1,030.40 back", "1.030,40 € zurück", "vous récupérez 1 030,40 $US",
            "1030.40.",
            "1030,40?",
        ])
    func isFound(text: String) {
        #expect(ToldAmount.all(in: text).map(\.whole) == ["1030"])
        #expect(ToldAmount.all(in: text).map(\.cents) == ["40"])
    }

    @Test("it may be called without its cents, or rounded up")
    func isCalled() throws {
        let amount = try #require(ToldAmount("663.85"))
        #expect(ToldAmount.all(in: "663, 664, 663.85").allSatisfy(amount.isCalled))
        #expect(!ToldAmount.all(in: "665, 663.84, 1663").contains(where: amount.isCalled))
    }

    @Test("a digit alone is no amount, and two numbers beside each other are two")
    func others() {
        #expect(ToldAmount.all(in: "2 of them").isEmpty)
        #expect(ToldAmount.all(in: "ending in 9182 and 80218").map(\.whole) == ["9182", "80218"])
    }
}
