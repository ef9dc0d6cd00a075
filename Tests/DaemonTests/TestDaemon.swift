import Facts
import Foundation
import Glibc
import Logging
import Shop
import Storage
import Synchronization
import Testing
import Triage
import Wire

@testable import Daemon

/// A daemon on a socket of its own that leaves nothing behind.
final class TestDaemon {
    let folder: String
    let socketPath: String
    let shop: NotingShop
    private var daemon: Daemon?
    let nextHandbook = NextHandbook()

    init(
        store: any Store = MemoryStore(), shop: NotingShop = NotingShop(), folder: String? = nil,
        change: (inout Handbook) -> Void = { _ in }
    ) throws {
        var handbook = try SmallDesk.handbook.get()
        change(&handbook)
        self.folder = folder ?? "/tmp/triaged-test-\(UUID().uuidString.prefix(8))"
        socketPath = self.folder + "/s"
        self.shop = shop
        let configuration = Daemon.Configuration(
            socketPath: socketPath, handbook: handbook, store: store,
            shop: shop, log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            readHandbook: { [nextHandbook] in nextHandbook.read() })
        daemon = try Daemon(configuration)
    }

    func stop() throws {
        try daemon?.stop()
        daemon = nil
    }

    func reload() { daemon?.reload() }

    func client() throws -> TestClient { try TestClient(socketPath) }

    deinit {
        try? daemon?.stop()
        try? FileManager.default.removeItem(atPath: folder)
    }
}

/// What the next reload reads.
final class NextHandbook: Sendable {
    let result = Mutex<Result<LoadedHandbook, ReloadFailure>>(
        .failure(ReloadFailure(diagnostics: ["Intents/a.yaml:1:1: no"])))
    /// Called when the files have been read, before the reload is done.
    let onRead = Mutex<(@Sendable () -> Void)?>(nil)

    func read() -> Result<LoadedHandbook, ReloadFailure> {
        let read = result.withLock { $0 }
        onRead.withLock { $0 }?()
        return read
    }
}

/// A client that blocks, as a script would: sends lines, reads lines.
final class TestClient {
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var lastID = 0
    /// Notifications that came while a response was awaited.
    private(set) var notifications: [ServerLine] = []

    struct Failure: Error {
        var what: String
    }

    init(_ path: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { target in
            for (index, byte) in path.utf8.enumerated() { target[index] = byte }
        }
        let descriptor = descriptor
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard result == 0 else { throw Failure(what: "no connection to \(path)") }
    }

    deinit { close(descriptor) }

    func closeSending() { shutdown(descriptor, Int32(SHUT_WR)) }

    func send(_ text: String) { send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// The next line; throws when none comes within ten seconds or the connection ends.
    func line() throws -> String {
        while true {
            if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                let line = String(decoding: buffer[..<end], as: UTF8.self)
                buffer.removeFirst(end + 1)
                return line
            }
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, 10_000) == 1 else { throw Failure(what: "no line came") }
            var chunk = [UInt8](repeating: 0, count: 65_536)
            let count = recv(descriptor, &chunk, chunk.count, 0)
            guard count > 0 else { throw Failure(what: "the connection ended") }
            buffer += chunk.prefix(count)
        }
    }

    func serverLine() throws -> ServerLine {
        let text = try line()
        let bytes = Array(text.utf8)
        guard let line = bytes.withUnsafeBufferPointer({ ServerLine(line: $0) }) else {
            throw Failure(what: "not understood: \(text)")
        }
        return line
    }

    /// Sends a request and gives its id.
    @discardableResult
    func request(_ method: String, _ params: JSON = [:]) -> RequestID {
        lastID += 1
        send(Request(id: .integer(lastID), method: method, params: params).line)
        return .integer(lastID)
    }

    func response(to id: RequestID) throws -> Result<JSON, ProtocolError> {
        while true {
            switch try serverLine() {
            case .result(id, let result): return .success(result)
            case .failure(id, let error): return .failure(error)
            case let other: notifications.append(other)
            }
        }
    }

    func call(_ method: String, _ params: JSON = [:]) throws -> JSON {
        try response(to: request(method, params)).get()
    }

    /// The word of the error that the call ends in.
    func word(_ method: String, _ params: JSON = [:]) throws -> ErrorCode? {
        switch try response(to: request(method, params)) {
        case .success: nil
        case .failure(let error): error.code
        }
    }

    func say(_ text: String, _ message: String? = nil, in conversation: String = "c") throws -> JSON
    {
        var params: [JSON.Member] = [
            JSON.Member("conversation", .string(conversation)), JSON.Member("text", .string(text)),
        ]
        if let message { params.append(JSON.Member("message", .string(message))) }
        return try call("conversation.say", .object(params))
    }

    func nextNotification() throws -> ServerLine {
        notifications.isEmpty ? try serverLine() : notifications.removeFirst()
    }
}

extension JSON {
    var texts: [String] { self["messages"]?.array?.compactMap { $0["text"]?.string } ?? [] }
}
