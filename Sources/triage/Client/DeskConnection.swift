import Glibc
import Wire

/// A connection to the daemon's socket that never blocks: what is sent waits in a buffer, what came is handed out
/// by line.
struct DeskConnection {
    /// To be polled.
    let descriptor: Int32
    private var framer = LineFramer(limit: 4 << 20)
    private var unsent: [UInt8] = []
    private var sentBytes = 0

    /// Why there is no connection.
    struct Refusal: Error {
        var what: String
    }

    /// Connects; returns at once with a connection or the reason why there is none.
    init(path: String) throws(Refusal) {
        let bytes = Array(path.utf8)
        guard !bytes.isEmpty, bytes.count < 108 else {
            throw Refusal(what: "the socket's path has \(bytes.count) bytes, 1 to 107 are possible")
        }
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        descriptor = socket(AF_UNIX, kind, 0)
        guard descriptor >= 0 else { throw Refusal(what: Self.reason) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let descriptor = descriptor
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, size)
            }
        }
        guard result == 0 else {
            let reason = Self.reason
            Glibc.close(descriptor)
            throw Refusal(what: reason)
        }
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }

    private static var reason: String { String(cString: strerror(errno)) }

    var wantsToSend: Bool { sentBytes < unsent.count }

    mutating func send(_ request: Request) {
        unsent += request.line
        flush()
    }

    /// Sends as much as the kernel takes.
    mutating func flush() {
        while sentBytes < unsent.count {
            let count = unsent.withUnsafeBytes { buffer in
                Glibc.send(
                    descriptor, buffer.baseAddress?.advanced(by: sentBytes),
                    buffer.count - sentBytes,
                    Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sentBytes += count
        }
        unsent.removeAll(keepingCapacity: true)
        sentBytes = 0
    }

    /// Takes what has come. `isOpen` is false when the daemon is gone.
    mutating func receive() -> (lines: [ServerLine], isOpen: Bool) {
        var lines: [ServerLine] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = buffer.withUnsafeMutableBytes {
                recv(descriptor, $0.baseAddress, $0.count, 0)
            }
            if count > 0 {
                buffer.withUnsafeBufferPointer { bytes in
                    framer.feed(UnsafeBufferPointer(rebasing: bytes[..<count])) { frame in
                        if case .line(let line) = frame, let read = ServerLine(line: line) {
                            lines.append(read)
                        }
                    }
                }
                if count < buffer.count { return (lines, true) }
            } else if count < 0, errno == EINTR {
                continue
            } else {
                return (lines, count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            }
        }
    }

    func close() { Glibc.close(descriptor) }
}
