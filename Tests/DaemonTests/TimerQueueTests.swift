import Desk
import Facts
import Testing
import Triage

@testable import Daemon

@Suite("Timers and counters")
struct TimerQueueTests {
    @Test("it does what a sorted list does", arguments: 0..<50)
    func agreesWithList(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var queue = TimerQueue()
        var list: [(key: TimerKey, at: Int64, order: Int)] = []
        for order in 0..<400 {
            let key = TimerKey.desk(.ticket("T-\(Int.random(in: 0..<30, using: &random))"))
            switch Int.random(in: 0..<4, using: &random) {
            case 0:
                queue.cancel(key)
                list.removeAll { $0.key == key }
            case 1:
                let now = Int64.random(in: 0..<100, using: &random)
                let due = list.filter { $0.at <= now }.min { ($0.at, $0.order) < ($1.at, $1.order) }
                let popped = queue.popDue(at: Instant(milliseconds: now))
                #expect(popped?.key == due?.key, "seed \(seed)")
                #expect(popped?.at.milliseconds == due?.at)
                if let due { list.removeAll { $0.key == due.key } }
            default:
                let at = Int64.random(in: 0..<100, using: &random)
                queue.set(key, at: Instant(milliseconds: at))
                list.removeAll { $0.key == key }
                list.append((key, at, order))
            }
            #expect(queue.count == list.count)
            #expect(queue.next?.milliseconds == list.map(\.at).min(), "seed \(seed)")
        }
    }

    @Test("a quantile is right within a quarter", arguments: [0.5, 0.9, 0.99, 1])
    func estimatesQuantiles(_ quantile: Double) {
        var histogram = LatencyHistogram()
        #expect(histogram.microseconds(quantile: quantile) == 0)
        for value in 1...10_000 { histogram.add(nanoseconds: UInt64(value) * 1000) }
        let exact = 10_000 * quantile
        let estimate = Double(histogram.microseconds(quantile: quantile))
        #expect(estimate >= exact * 0.99 && estimate <= exact * 1.27, "\(estimate) for \(exact)")
        histogram.add(nanoseconds: .max)
        #expect(histogram.count == 10_001)
    }
}

/// SplitMix64: the same seed gives the same test.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &+ 0x9E37_79B9_7F4A_7C15
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
