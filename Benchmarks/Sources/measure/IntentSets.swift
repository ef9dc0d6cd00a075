import Glibc

/// Cuts and draws of intent sets, NDJSON `{"text", "intent"}`: the same ones every time.
enum IntentSets {
    /// Four fifths of the lines to learn from, one fifth to be judged by.
    static func cut(_ path: String, train: String, test: String) {
        let lines = shuffled(readLines(path), seed: 99)
        write(lines.dropFirst(lines.count / 5), to: train)
        write(lines.prefix(lines.count / 5), to: test)
    }

    /// At most `count` lines of each intent; those without an intent are left out.
    static func draw(_ path: String, _ count: Int, seed: UInt64, to out: String) {
        var seen: [String: Int] = [:]
        let lines = shuffled(readLines(path), seed: seed).filter { line in
            let intent = intent(of: line)
            guard intent != "null" else { return false }
            seen[intent, default: 0] += 1
            return seen[intent, default: 0] <= count
        }
        write(lines[...], to: out)
    }

    /// What stands behind the last `"intent":`, as JSON writes it.
    private static func intent(of line: String) -> String {
        let key = Array("\"intent\":".utf8)
        let bytes = Array(line.utf8)
        var start = bytes.count - key.count
        while start >= 0, !bytes[start...].starts(with: key) { start -= 1 }
        guard start >= 0 else { stop("measure: a line without an intent: \(line)") }
        let value = bytes[(start + key.count)...].prefix { $0 != 0x7D && $0 != 0x2C }
        return String(decoding: value.filter { $0 != 0x20 && $0 != 0x22 }, as: UTF8.self)
    }

    private static func shuffled(_ lines: [String], seed: UInt64) -> [String] {
        var lines = lines
        var state = seed
        for last in stride(from: lines.count - 1, to: 0, by: -1) {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            lines.swapAt(last, Int((state >> 33) % UInt64(last + 1)))
        }
        return lines
    }

    private static func write(_ lines: ArraySlice<String>, to path: String) {
        guard let file = fopen(path, "w") else { stop("measure: cannot write \(path)") }
        for line in lines { fputs(line + "\n", file) }
        fclose(file)
    }
}
