import Facts
import Triage
import Understanding
import Wire

/// How long whole interpretations take, in thread CPU time: `triage evaluate Intents --speed FILE`.
struct ReadingSpeed {
    /// One text with its times, ascending, in nanoseconds.
    struct Sample {
        var text: String
        var times: [UInt64]

        var median: Double { ReadingSpeed.microseconds(times, 0.5) }
    }

    private(set) var samples: [Sample]

    /// Reads each text `rounds` times; the first rounds, with cold caches, do not count.
    init(_ texts: [String], handbook: Handbook, rounds: Int) {
        samples = texts.map { Sample(text: $0, times: []) }
        let today = handbook.zone.civil(at: Clock.now).day
        let unmeasured = 2
        for round in 0..<rounds + unmeasured {
            for index in samples.indices {
                let start = Clock.threadNanoseconds
                let reading = handbook.interpreter.interpret(samples[index].text, today: today)
                let time = Clock.threadNanoseconds &- start
                // What is made must be looked at, or it need not be made.
                if round >= unmeasured, reading.tokens.count >= 0 {
                    samples[index].times.append(time)
                }
            }
        }
        for index in samples.indices { samples[index].times.sort() }
    }

    var json: JSON {
        let all = samples.flatMap(\.times).sorted()
        let slowest = samples.max { $0.median < $1.median }
        return [
            "texts": .integer(samples.count), "readings": .integer(all.count),
            "us_p50": .number(Self.microseconds(all, 0.5)),
            "us_p99": .number(Self.microseconds(all, 0.99)),
            "us_max": .number(Self.microseconds(all, 1)),
            "slowest_us_p50": .number(slowest?.median ?? 0),
            "slowest": .string(String((slowest?.text ?? "").prefix(60))),
        ]
    }

    static func microseconds(_ sorted: [UInt64], _ quantile: Double) -> Double {
        guard !sorted.isEmpty else { return 0 }
        let time = sorted[Int(quantile * Double(sorted.count - 1))]
        return Double(time / 100) / 10
    }
}
