import Glibc

/// Nanoseconds of the monotonic clock.
func nanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}

/// Times in microseconds.
struct Latencies {
    private var values: [UInt32] = []

    var count: Int { values.count }

    mutating func add(nanoseconds: UInt64) { values.append(UInt32(clamping: nanoseconds / 1000)) }

    mutating func sort() { values.sort() }

    /// Of sorted values; `share` from 0 to 1.
    func quantile(_ share: Double) -> UInt32 {
        guard !values.isEmpty else { return 0 }
        return values[min(values.count - 1, Int(Double(values.count) * share))]
    }
}
