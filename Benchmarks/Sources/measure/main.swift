import Glibc

// What loads a daemon and takes the time. `Benchmarks/run` calls it; each mode prints one line of
// numbers, separated by tabs.

let usage = """
    usage: measure turns SOCKET PID CONNECTIONS DEPTH SECONDS TALK [CUSTOMER]
             → turns/s, p50 µs, p99 µs, longest µs, CPU µs per turn of the connection loops, of the \
    desk loop, of all threads, refused
           measure fsync FILE SECONDS
             → appends of 4 KiB with fdatasync per second, p50 µs, p99 µs
           measure start SOCKET PROGRAM [ARGUMENT…]
             → ms until the first answer, CPU ms, memory MiB (RSS), of it unshared, threads
           measure cut FILE TRAIN TEST
             → four fifths and one fifth of an intent set
           measure draw FILE COUNT SEED OUT
             → so many lines of each intent
    """

signal(SIGPIPE, SIG_IGN)
let arguments = Array(CommandLine.arguments.dropFirst())
switch (arguments.first, arguments.count) {
case ("turns", 7...8):
    guard let pid = Int32(arguments[2]), let connections = Int(arguments[3]),
        let depth = Int(arguments[4]), let seconds = Double(arguments[5])
    else { stop(usage) }
    let talk = Talk(
        lines: readLines(arguments[6]), customer: arguments.count > 7 ? arguments[7] : nil)
    var load = TurnLoad(path: arguments[1], connections: connections, depth: depth, talk: talk)
    print(load.run(seconds: seconds, server: pid))
case ("fsync", 3):
    guard let seconds = Double(arguments[2]) else { stop(usage) }
    print(DiskRate.measure(path: arguments[1], seconds: seconds))
case ("start", 3...):
    print(StartUp.measure(socket: arguments[1], command: Array(arguments[2...])))
case ("cut", 4):
    IntentSets.cut(arguments[1], train: arguments[2], test: arguments[3])
case ("draw", 5):
    guard let count = Int(arguments[2]), let seed = UInt64(arguments[3]) else { stop(usage) }
    IntentSets.draw(arguments[1], count, seed: seed, to: arguments[4])
default: stop(usage)
}

/// Ends the program with a word to the reader.
func stop(_ what: String) -> Never {
    let line = Array("\(what)\n".utf8)
    _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    exit(64)
}

func readLines(_ path: String) -> [String] {
    guard let file = fopen(path, "r") else { stop("measure: cannot read \(path)") }
    defer { fclose(file) }
    var lines: [String] = []
    var buffer = [CChar](repeating: 0, count: 8192)
    while fgets(&buffer, Int32(buffer.count), file) != nil {
        let text = String(
            decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        lines.append(String(text.prefix { $0 != "\n" }))
    }
    return lines
}
