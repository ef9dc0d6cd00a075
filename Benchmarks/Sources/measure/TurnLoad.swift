import Glibc

/// What each conversation says, line by line; then the next conversation begins.
struct Talk {
    var lines: [String]
    /// Verified by the channel.
    var customer: String?

    func request(slot: Int, conversation: String, line: Int) -> [UInt8] {
        let customer = customer.map { #","customer":"\#($0)""# } ?? ""
        return Array(
            """
            {"jsonrpc":"2.0","id":\(slot),"method":"conversation.say","params":{"conversation":\
            "\(conversation)","message":"m\(line)","text":"\(lines[line])"\(customer)}}

            """.utf8)
    }
}

/// Connections that each hold `depth` conversations at once, of which every one waits for its answer
/// before it says the next line: a closed loop. Answers are told apart by their id.
struct TurnLoad {
    private struct Slot {
        var conversation = 0
        var line = 0
        var sentAt: UInt64 = 0
    }

    private let talk: Talk
    private let depth: Int
    private var descriptors: [pollfd] = []
    private var slots: [[Slot]] = []
    private var rests: [[UInt8]] = []
    private var latencies = Latencies()
    private var refused = 0
    private var isCounting = false
    /// Makes conversations new in each run.
    private let run = "\(getpid())-\(nanoseconds() / 1_000_000)"
    private var conversations = 0

    init(path: String, connections: Int, depth: Int, talk: Talk) {
        self.talk = talk
        self.depth = depth
        for _ in 0..<connections {
            guard let descriptor = connectSocket(path) else {
                stop("measure: nobody listens at \(path)")
            }
            descriptors.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0))
            slots.append([])
            rests.append([])
        }
    }

    /// A quarter of the time warms up and is not counted.
    mutating func run(seconds: Double, server: Int32) -> String {
        for index in descriptors.indices { begin(index) }
        turnUntil(nanoseconds() + UInt64(seconds * 0.25e9))
        isCounting = true
        let before = ProcessTime(of: server)
        let start = nanoseconds()
        turnUntil(start + UInt64(seconds * 1e9))
        let elapsed = Double(nanoseconds() - start) / 1e9
        let after = ProcessTime(of: server)
        latencies.sort()
        func perTurn(_ time: UInt64, _ earlier: UInt64) -> String {
            tenths(Double(time - min(earlier, time)) / 1000 / Double(max(latencies.count, 1)))
        }
        return [
            "\(Int(Double(latencies.count) / elapsed))",
            "\(latencies.quantile(0.5))", "\(latencies.quantile(0.99))", "\(latencies.quantile(1))",
            perTurn(after.connections, before.connections), perTurn(after.desk, before.desk),
            perTurn(after.total, before.total), "\(refused)",
        ].joined(separator: "\t")
    }

    private mutating func begin(_ index: Int) {
        var bytes: [UInt8] = []
        for _ in 0..<depth {
            slots[index].append(Slot(conversation: conversations))
            conversations += 1
            bytes += next(index, slots[index].count - 1)
        }
        send(bytes, to: descriptors[index].fd)
    }

    private mutating func next(_ index: Int, _ number: Int) -> [UInt8] {
        if slots[index][number].line == talk.lines.count {
            slots[index][number] = Slot(conversation: conversations)
            conversations += 1
        }
        let slot = slots[index][number]
        slots[index][number].line += 1
        slots[index][number].sentAt = nanoseconds()
        return talk.request(
            slot: number, conversation: "b-\(run)-\(slot.conversation)", line: slot.line)
    }

    private mutating func turnUntil(_ end: UInt64) {
        while nanoseconds() < end {
            guard poll(&descriptors, nfds_t(descriptors.count), 10_000) > 0 else {
                stop("measure: no answer for 10 s")
            }
            for index in descriptors.indices where descriptors[index].revents != 0 { read(index) }
        }
    }

    private mutating func read(_ index: Int) {
        let descriptor = descriptors[index].fd
        let chunk = [UInt8](unsafeUninitializedCapacity: 262_144) { buffer, count in
            count = max(0, Glibc.read(descriptor, buffer.baseAddress, buffer.count))
        }
        guard !chunk.isEmpty else { stop("measure: the daemon has closed the connection") }
        let now = nanoseconds()
        let bytes = rests[index].isEmpty ? chunk : rests[index] + chunk
        var replies: [UInt8] = []
        var start = 0
        while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
            replies += answered(index, bytes[start..<end], at: now)
            start = end + 1
        }
        rests[index] = start == bytes.count ? [] : Array(bytes[start...])
        if !replies.isEmpty { send(replies, to: descriptor) }
    }

    /// Counts one answer; returns what its conversation says next.
    private mutating func answered(
        _ index: Int, _ line: ArraySlice<UInt8>, at now: UInt64
    ) -> [UInt8] {
        let (number, isResult) = Self.head(of: line)
        guard slots[index].indices.contains(number) else {
            stop("measure: an answer without a question: \(String(decoding: line, as: UTF8.self))")
        }
        if isCounting {
            latencies.add(nanoseconds: now - slots[index][number].sentAt)
            if !isResult { refused += 1 }
        }
        return next(index, number)
    }

    /// The id, and whether no error follows: `{"jsonrpc":"2.0","id":17,"result":…`.
    private static func head(of line: ArraySlice<UInt8>) -> (id: Int, isResult: Bool) {
        let digits = line.dropFirst(#"{"jsonrpc":"2.0","id":"#.utf8.count)
            .prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        let id = digits.reduce(0) { $0 &* 10 &+ Int($1 - UInt8(ascii: "0")) }
        let rest = line[digits.endIndex...]
        return (digits.isEmpty ? -1 : id, !rest.starts(with: #","error""#.utf8))
    }
}

func tenths(_ number: Double) -> String {
    let rounded = Int((number * 10).rounded())
    return "\(rounded / 10).\(rounded % 10)"
}
