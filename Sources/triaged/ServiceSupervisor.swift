import Glibc

/// Tells systemd how the service is doing (sd_notify(3)): one datagram to `$NOTIFY_SOCKET`.
enum ServiceSupervisor {
    static func notify(_ state: String) {
        guard let value = getenv("NOTIFY_SOCKET") else { return }
        let path = Array(String(cString: value).utf8)
        guard !path.isEmpty, path.count < 108 else { return }
        let descriptor = socket(
            AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { buffer in
            for (index, byte) in path.enumerated() where index < buffer.count {
                // A leading @ stands for the abstract namespace.
                buffer[index] = index == 0 && byte == UInt8(ascii: "@") ? 0 : byte
            }
        }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + path.count)
        let message = Array(state.utf8)
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = sendto(descriptor, message, message.count, Int32(MSG_NOSIGNAL), $0, length)
            }
        }
    }
}
