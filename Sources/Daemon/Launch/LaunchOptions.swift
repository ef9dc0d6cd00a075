import Dialogue
import Facts
import Glibc
import Handbook
public import Logging
import Shop
import ShopHTTP
import Storage
import Triage
import Understanding

/// What `triaged` is told on its command line.
public struct LaunchOptions: Equatable, Sendable {
    /// The pack's folder.
    public var intents: String
    /// `sqlite:FILE`.
    public var store: String
    public var shop: ShopChoice
    public var socket: String
    /// Fill an empty shop with the demo shop.
    public var isDemo: Bool
    /// The token vectors that the classifier reads.
    public var vectors: VectorChoice

    public init(
        intents: String, store: String, shop: ShopChoice, socket: String, isDemo: Bool,
        vectors: VectorChoice = .shipped
    ) {
        self.intents = intents
        self.store = store
        self.shop = shop
        self.socket = socket
        self.isDemo = isDemo
        self.vectors = vectors
    }

    /// Claims the socket, opens the shop, reads the pack, opens the store and starts the daemon;
    /// clients can connect when it returns.
    public func launch(log: Logger) throws(LaunchError) -> Daemon {
        // The socket first: a second daemon is to hear of the first one, at once, and touch nothing.
        let claimed: SocketFile
        do {
            claimed = try SocketFile(claiming: socket)
        } catch {
            throw LaunchError(error)
        }
        do {
            return try launch(on: claimed, log: log)
        } catch {
            claimed.release()
            throw error
        }
    }

    private func launch(on claimed: SocketFile, log: Logger) throws(LaunchError) -> Daemon {
        let storePath = try Self.path(of: store, option: "--store")
        let (makeShop, vocabulary) = try openShop()
        let vectors = try openVectors(log)
        let handbook: Handbook
        switch Self.readHandbook(intents, vocabulary, vectors) {
        case .success(let loaded): handbook = loaded.handbook
        case .failure(let failure):
            throw LaunchError(lines: failure.diagnostics, exitCode: 65)
        }
        let intents = intents
        do throws(DaemonError) {
            try Self.makeFolder(of: storePath)
            let configuration = Daemon.Configuration(
                socketPath: socket, handbook: handbook, store: try Self.openStore(storePath),
                shop: makeShop(handbook), log: log,
                readHandbook: { Self.readHandbook(intents, vocabulary, vectors) })
            return try Daemon(configuration, socket: claimed)
        } catch {
            throw LaunchError(error)
        }
    }

    private func openVectors(_ log: Logger) throws(LaunchError) -> StaticVectors? {
        do throws(VectorTableError) {
            let table = try VectorTable(vectors, pack: intents)
            if table.vectors != nil {
                log.info("vectors.loaded", metadata: ["table": "\(table.path)"])
            } else if vectors != .none {
                log.warning(
                    "vectors.missing",
                    metadata: ["table": "\(table.path)", "instead": "n-grams alone"])
            }
            return table.vectors
        } catch {
            throw LaunchError(lines: [error.description], exitCode: 74)
        }
    }

    /// The shop, as soon as it is known what the pack declares, and the names of its products.
    private func openShop() throws(LaunchError) -> ((Handbook) -> any Shop, [String]) {
        let path: String
        switch shop {
        case .http(let place):
            let vocabulary = HTTPShop(place, actions: [:]).shopVocabulary(now: WallClock.now)
            return ({ HTTPShop(place, actions: $0.book.actions) }, vocabulary)
        case .embedded(let location): path = try Self.path(of: location, option: "--shop")
        }
        do throws(DaemonError) {
            try Self.makeFolder(of: path)
        } catch {
            throw LaunchError(error)
        }
        do throws(ShopError) {
            let shop = try EmbeddedShop(path: path)
            if isDemo, try shop.isEmpty { try DemoShop.seed(shop, now: WallClock.now) }
            return ({ _ in shop }, try shop.shopVocabulary())
        } catch {
            throw LaunchError(lines: [error.description], exitCode: 74)
        }
    }

    private static func openStore(_ path: String) throws(DaemonError) -> SQLiteStore {
        do {
            return try SQLiteStore(path: path)
        } catch {
            throw .store(error)
        }
    }

    private static func readHandbook(
        _ intents: String, _ vocabulary: [String], _ vectors: StaticVectors?
    ) -> Result<LoadedHandbook, ReloadFailure> {
        do throws(Diagnostics) {
            let handbook = try ModelCache.handbook(
                of: intents, shopVocabulary: vocabulary, vectors: vectors)
            return .success(LoadedHandbook(handbook))
        } catch {
            return .failure(ReloadFailure(diagnostics: error.list.map(\.description)))
        }
    }

    /// The file of `sqlite:FILE`.
    static func path(of location: String, option: String) throws(LaunchError) -> String {
        let scheme = "sqlite:"
        guard location.hasPrefix(scheme), location.utf8.count > scheme.utf8.count else {
            throw LaunchError(
                lines: ["\(option) '\(location)' is not understood; write sqlite:FILE"],
                exitCode: 64)
        }
        return String(location.dropFirst(scheme.count))
    }

    private static func makeFolder(of path: String) throws(DaemonError) {
        guard path != ":memory:" else { return }
        try SocketFile.makeFolders(for: path)
    }
}
