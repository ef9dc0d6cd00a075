import Testing

@testable import Desk

@Suite("The waiting line")
struct WaitingLineTests {
    @Test(
        "it holds what a sorted list holds, through splits and gaps",
        arguments: [1, 2, 3] as [UInt64])
    func againstSortedArray(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var line = WaitingLine()
        var list: [Place] = []
        for step in 0..<6000 {
            let place = Place(
                priority: Int64.random(in: 0...400, using: &random),
                sequence: Int.random(in: 0...8, using: &random))
            // First it grows beyond several chunks, then it shrinks to nothing.
            if Int.random(in: 0..<100, using: &random) < (step < 3000 ? 85 : 20) {
                line.insert(place)
                if !list.contains(place) { list.append(place) }
            } else {
                let gone = list.randomElement(using: &random) ?? place
                line.remove(gone)
                list.removeAll { $0 == gone }
            }
            guard step % 100 == 0 else { continue }
            list.sort()
            #expect(Array(line) == list, "seed \(seed) step \(step)")
            #expect(line.count == list.count && line.first == list.first)
            #expect(line.rank(of: place) == list.count { $0 < place }, "seed \(seed) step \(step)")
        }
    }
}
