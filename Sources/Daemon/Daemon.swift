public import Facts
public import Logging
import NIOCore
import NIOPosix
public import Shop
public import Storage
public import Triage
import Wire

/// The whole daemon: a Unix socket, the connections' loops, the desk loop, the store and the shop.
public final class Daemon: Sendable {
    /// What it runs on.
    public struct Configuration: Sendable {
        public var socketPath: String
        public var handbook: Handbook
        public var store: any Store
        public var shop: any Shop
        public var log: Logger
        /// Reads the handbook again; called on a thread of its own.
        public var readHandbook: @Sendable () -> Result<LoadedHandbook, ReloadFailure>
        /// The time of day.
        public var clock: @Sendable () -> Instant
        /// Threads that read connections.
        public var threads = 2
        public var residents = DeskDriver.defaultResidents

        public init(
            socketPath: String, handbook: Handbook, store: any Store, shop: any Shop, log: Logger,
            clock: @escaping @Sendable () -> Instant = { WallClock.now },
            readHandbook: @escaping @Sendable () -> Result<LoadedHandbook, ReloadFailure>
        ) {
            self.socketPath = socketPath
            self.handbook = handbook
            self.store = store
            self.shop = shop
            self.log = log
            self.clock = clock
            self.readHandbook = readHandbook
        }
    }

    private let socket: SocketFile
    private let connectionLoops: MultiThreadedEventLoopGroup
    private let deskLoops: MultiThreadedEventLoopGroup
    private let desk: DeskLoop
    private let acceptor: Acceptor
    private let listener: any Channel
    private let log: Logger

    /// Claims the socket, recovers the desk, then listens. Blocks until clients can connect.
    public convenience init(_ configuration: Configuration) throws(DaemonError) {
        let socket = try SocketFile(claiming: configuration.socketPath)
        do {
            try self.init(configuration, socket: socket)
        } catch {
            socket.release()
            throw error
        }
    }

    /// On an error the socket is still the caller's to release.
    init(_ configuration: Configuration, socket: SocketFile) throws(DaemonError) {
        log = configuration.log
        self.socket = socket
        let connectionLoops = MultiThreadedEventLoopGroup(numberOfThreads: configuration.threads)
        let deskLoops = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        self.connectionLoops = connectionLoops
        self.deskLoops = deskLoops
        let shelf = HandbookShelf(
            LoadedHandbook(configuration.handbook), clock: configuration.clock)
        let desk = DeskLoop(loop: deskLoops.next(), clock: configuration.clock) { desk in
            Self.reload(configuration, shelf: shelf, desk: desk)
        }
        self.desk = desk
        acceptor = Acceptor(desk: desk, handbooks: shelf, log: configuration.log)
        do {
            try desk.start { now in
                let driver = DeskDriver(
                    handbook: configuration.handbook, store: configuration.store,
                    shop: configuration.shop, residents: configuration.residents,
                    later: { desk.deliver(.answered($0)) })
                return DeskServer(driver: driver, log: configuration.log, at: now)
            }.wait()
            listener = try acceptor.listen(at: configuration.socketPath, on: connectionLoops)
        } catch {
            connectionLoops.shutdownGracefully { _ in }
            deskLoops.shutdownGracefully { _ in }
            throw DaemonError(error, path: configuration.socketPath)
        }
    }

    /// Reads the handbook again; keeps the old one when it has mistakes.
    public func reload() { desk.deliver(.reload) }

    /// Stops accepting, ends what is open, closes the store and the connections. Blocks, at most
    /// `seconds`.
    public func stop(within seconds: Int64 = 8) throws(DaemonError) {
        do {
            try? listener.close().wait()
            try desk.drain(until: .now() + .seconds(seconds)).wait()
            acceptor.closeAll()
            socket.release()
            try connectionLoops.syncShutdownGracefully()
            try deskLoops.syncShutdownGracefully()
        } catch {
            throw DaemonError(error, path: socket.path)
        }
    }

    private static func reload(
        _ configuration: Configuration, shelf: HandbookShelf, desk: DeskLoop
    ) {
        NIOThreadPool.singleton.submit { _ in
            let result = configuration.readHandbook()
            if case .success(let loaded) = result { shelf.replace(with: loaded) }
            desk.deliver(.reloaded(result))
        }
    }
}

extension DaemonError {
    init(_ error: any Error, path: String) {
        switch error {
        case let error as DaemonError: self = error
        case let error as StoreError: self = .store(error)
        case let error as IOError:
            self = .cannotUse(path: path, why: SocketFile.describe(error.errnoCode))
        default: self = .cannotUse(path: path, why: "\(error)")
        }
    }
}
