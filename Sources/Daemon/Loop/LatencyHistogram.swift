/// Counts durations in 4 buckets per power of two: a quantile is right within a fifth.
struct LatencyHistogram: Sendable {
    /// By bucket; the last one takes everything from about 17 minutes on.
    private var counts = [Int](repeating: 0, count: 160)
    private(set) var count = 0

    mutating func add(nanoseconds: UInt64) {
        counts[min(Self.bucket(of: nanoseconds), counts.count - 1)] += 1
        count += 1
    }

    /// The upper end of the bucket in which the quantile lies, in microseconds; 0 when empty.
    func microseconds(quantile: Double) -> Int {
        guard count > 0 else { return 0 }
        let rank = max(1, Int((Double(count) * quantile).rounded(.up)))
        var seen = 0
        for (bucket, number) in counts.enumerated() {
            seen += number
            if seen >= rank { return Int(Self.upperEnd(of: bucket) / 1000) }
        }
        return 0
    }

    private static func bucket(of value: UInt64) -> Int {
        guard value >= 4 else { return Int(value) }
        let exponent = 63 - value.leadingZeroBitCount
        return exponent * 4 - 4 + Int(value >> UInt64(exponent - 2) & 3)
    }

    private static func upperEnd(of bucket: Int) -> UInt64 {
        guard bucket >= 4 else { return UInt64(bucket) }
        let exponent = (bucket + 4) / 4
        return (UInt64(bucket % 4) + 5) << UInt64(exponent - 2)
    }
}
