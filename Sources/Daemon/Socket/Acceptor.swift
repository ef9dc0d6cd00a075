import Glibc
import Logging
import NIOCore
import NIOPosix
import Synchronization
import Wire

/// Listens, and gives each connection its handler and its role.
final class Acceptor: Sendable {
    private let desk: DeskLoop
    private let handbooks: HandbookShelf
    private let log: Logger
    private let state = Mutex(State())

    private struct State {
        var lastID = 0
        var channels: [ConnectionID: any Channel] = [:]
    }

    /// Connections at once; one more is closed at once.
    static let connectionLimit = 4096

    init(desk: DeskLoop, handbooks: HandbookShelf, log: Logger) {
        self.desk = desk
        self.handbooks = handbooks
        self.log = log
    }

    /// Binds the socket with mode 0660.
    func listen(at path: String, on group: MultiThreadedEventLoopGroup) throws -> any Channel {
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1024)
            .childChannelInitializer { channel in self.initialize(channel) }
            .childChannelOption(.maxMessagesPerRead, value: 4)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelOption(
                .recvAllocator,
                value: AdaptiveRecvByteBufferAllocator(
                    minimum: 2048, initial: 8192, maximum: 65_536)
            )
            .childChannelOption(
                .writeBufferWaterMark, value: .init(low: 65_536, high: 1024 * 1024))
        let mask = umask(0o117)
        defer { umask(mask) }
        return try bootstrap.bind(unixDomainSocketPath: path).wait()
    }

    private func initialize(_ channel: any Channel) -> EventLoopFuture<Void> {
        guard let id = register(channel) else {
            log.warning("connection.refused", metadata: ["why": "too many connections"])
            return channel.close()
        }
        channel.closeFuture.whenComplete { _ in
            self.state.withLock { $0.channels[id] = nil }
        }
        return role(of: channel).flatMapThrowing { role in
            let outlet = ChannelOutlet(id: id, role: role, channel: channel)
            let handler = ConnectionHandler(
                outlet: outlet, desk: self.desk, handbooks: self.handbooks, log: self.log)
            try channel.pipeline.syncOperations.addHandler(handler)
        }
    }

    private func register(_ channel: any Channel) -> ConnectionID? {
        state.withLock { state in
            guard state.channels.count < Self.connectionLimit else { return nil }
            state.lastID += 1
            state.channels[state.lastID] = channel
            return state.lastID
        }
    }

    /// The kernel says who connected; anything that cannot be found out is a customer.
    private func role(of channel: any Channel) -> EventLoopFuture<Role> {
        guard let options = channel as? any SocketOptionProvider else {
            return channel.eventLoop.makeSucceededFuture(.customer)
        }
        let credentials: EventLoopFuture<PeerCredentials> = options.unsafeGetSocketOption(
            level: .socket, name: .init(rawValue: SO_PEERCRED))
        return credentials.map { peer in
            peer.uid == 0 || peer.uid == geteuid() ? .operator : .customer
        }.flatMapErrorThrowing { _ in .customer }
    }

    /// Closes every connection once its lines are out; waits a second at most.
    func closeAll() {
        let channels = state.withLock { state in
            state.channels.sorted { $0.key < $1.key }.map(\.value)
        }
        let closing = channels.map { channel in
            channel.writeAndFlush(OutgoingLines(lines: [])).flatMap { channel.close() }
        }
        guard let loop = channels.first?.eventLoop else { return }
        let done = EventLoopFuture.whenAllComplete(closing, on: loop).map { _ in () }
        let late = loop.scheduleTask(in: .seconds(1)) {}
        let first = loop.makePromise(of: Void.self)
        done.whenComplete { _ in
            late.cancel()
            first.succeed(())
        }
        late.futureResult.whenSuccess { first.succeed(()) }
        try? first.futureResult.wait()
    }
}

/// Linux's `struct ucred`, which Glibc's module does not show.
private struct PeerCredentials: Sendable {
    var pid: Int32 = 0
    var uid: UInt32 = 0
    var gid: UInt32 = 0
}
