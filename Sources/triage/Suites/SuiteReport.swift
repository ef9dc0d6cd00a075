import Wire

/// What the commands over public suites report.
struct SuiteReport {
    var cases = 0
    var passed = 0
    /// Nanoseconds of processor time, one for each case.
    var times: [UInt64] = []
    var loadMilliseconds = 0
    /// One NDJSON line each.
    var failures: [JSON] = []

    func microseconds(_ quantile: Double) -> Double {
        guard !times.isEmpty else { return 0 }
        let sorted = times.sorted()
        let place = min(sorted.count - 1, Int(Double(sorted.count - 1) * quantile + 0.5))
        return (Double(sorted[place]) / 100).rounded() / 10
    }

    var json: JSON {
        var members: [JSON.Member] = [
            .init("cases", .integer(cases)), .init("passed", .integer(passed)),
        ]
        if !times.isEmpty {
            members += [
                .init("us_p50", .number(microseconds(0.5))),
                .init("us_p99", .number(microseconds(0.99))),
                .init("us_max", .number(microseconds(1))),
                .init("load_ms", .integer(loadMilliseconds)),
            ]
        }
        return .object(members)
    }

    var text: String {
        let share = cases == 0 ? 0 : 100 * Double(passed) / Double(cases)
        var text = "\(passed) of \(cases) cases pass (\((share * 10).rounded() / 10) %)"
        if !times.isEmpty {
            text +=
                ", \(microseconds(0.5)) µs median, \(microseconds(0.99)) p99, \(microseconds(1)) at most, "
            text += "loaded in \(loadMilliseconds) ms"
        }
        return text
    }

    /// Prints, writes the failures, and fails where a case failed or none ran.
    func finish(json wantsJSON: Bool, failures path: String?) throws {
        Output.line(wantsJSON ? json.text : text)
        if let path {
            try Files.write(failures.map { $0.text + "\n" }.joined(), to: path)
        }
        if cases == 0 { throw CommandFailure("no case ran", Exit.noTest) }
        if passed < cases { throw Exit.failure }
    }
}

/// Lines of NDJSON, read one by one.
enum NDJSON {
    static func read<Row: Decodable>(
        _ type: Row.Type, _ path: String
    ) throws(CommandFailure) -> [Row] {
        var rows: [Row] = []
        for (index, line) in try Files.text(path).split(separator: "\n").enumerated() {
            do {
                rows.append(try JSONCoder.decode(type, from: Array(line.utf8)))
            } catch {
                throw CommandFailure("\(path):\(index + 1): \(error)", Exit.badData)
            }
        }
        return rows
    }
}
