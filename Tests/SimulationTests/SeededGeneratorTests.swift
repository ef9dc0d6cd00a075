import Simulation
import Testing

@Suite("the seeded generator")
struct SeededGeneratorTests {
    @Test("the same seed gives the same numbers, another seed others")
    func repeats() {
        var one = SeededGenerator(seed: 7)
        var two = SeededGenerator(seed: 7)
        var three = SeededGenerator(seed: 8)
        let first = (0..<5).map { _ in one.next() }
        #expect(first == (0..<5).map { _ in two.next() })
        #expect(first != (0..<5).map { _ in three.next() })
    }

    @Test("the unit numbers stay within 0 and 1 and their mean is a half")
    func unit() {
        var generator = SeededGenerator(seed: 1)
        let numbers = (0..<100_000).map { _ in generator.unit() }
        #expect(numbers.allSatisfy { $0 > 0 && $0 <= 1 })
        #expect(abs(numbers.reduce(0, +) / 100_000 - 0.5) < 0.005)
    }
}
