import Glibc

/// What the disk gives: appends of one page, each waited for, as a log of transactions does.
enum DiskRate {
    static func measure(path: String, seconds: Double) -> String {
        let descriptor = open(path, O_CREAT | O_WRONLY | O_TRUNC, 0o600)
        guard descriptor >= 0 else { stop("measure: cannot write \(path)") }
        let page = [UInt8](repeating: 7, count: 4096)
        var latencies = Latencies()
        let start = nanoseconds()
        let end = start + UInt64(seconds * 1e9)
        var now = start
        while now < end {
            guard page.withUnsafeBytes({ write(descriptor, $0.baseAddress, $0.count) }) == 4096,
                fdatasync(descriptor) == 0
            else { stop("measure: the disk refuses") }
            let done = nanoseconds()
            latencies.add(nanoseconds: done - now)
            now = done
        }
        close(descriptor)
        unlink(path)
        let rate = Double(latencies.count) / (Double(now - start) / 1e9)
        latencies.sort()
        return "\(Int(rate))\t\(latencies.quantile(0.5))\t\(latencies.quantile(0.99))"
    }
}
