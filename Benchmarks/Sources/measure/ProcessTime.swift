import Glibc

/// The CPU time of a process by kind of thread, from the scheduler's nanoseconds.
struct ProcessTime {
    /// The threads of the first event loop group, `NIO-ELT-1`: they read, understand and write.
    var connections: UInt64 = 0
    /// Of the second, `NIO-ELT-2`: it decides and writes down.
    var desk: UInt64 = 0
    var other: UInt64 = 0

    init(of pid: Int32) {
        guard let folder = opendir("/proc/\(pid)/task") else { return }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard Int32(name) != nil else { continue }
            let task = "/proc/\(pid)/task/\(name)"
            let time =
                readLines("\(task)/schedstat").first?.split(separator: " ").first
                .flatMap { UInt64($0) } ?? 0
            let thread = readLines("\(task)/comm").first ?? ""
            if thread.hasPrefix("NIO-ELT-1") {
                connections += time
            } else if thread.hasPrefix("NIO-ELT-2") {
                desk += time
            } else {
                other += time
            }
        }
    }

    var total: UInt64 { connections + desk + other }
}

/// `VmRSS`, `RssAnon` and `Threads` of `/proc/PID/status`: memory in KiB.
struct ProcessSize {
    var resident = 0
    var unshared = 0
    var threads = 0

    init(of pid: Int32) {
        for line in readLines("/proc/\(pid)/status") {
            let parts = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
            guard parts.count > 1, let number = Int(parts[1]) else { continue }
            switch parts[0] {
            case "VmRSS:": resident = number
            case "RssAnon:": unshared = number
            case "Threads:": threads = number
            default: break
            }
        }
    }
}
