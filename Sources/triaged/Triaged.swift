import ArgumentParser
import Daemon
import Glibc
import Logging

/// The daemon's command: options, signals, systemd.
struct Triaged: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "triaged",
        abstract: "The front desk of a shop's customer service, as a daemon on a Unix socket.",
        discussion: """
            Reads the pack, opens the store and the shop, and serves until SIGTERM or SIGINT. \
            SIGHUP reads the pack again and keeps the old one when it has mistakes. Log lines go \
            to standard error.

            Example:
              triaged --intents Intents --demo

            Exit codes: 0 stopped, 64 usage, 65 mistakes in the pack, 74 a file cannot be used, \
            75 another triaged is running.
            """,
        version: DaemonVersion.text)

    @Option(help: ArgumentHelp("The pack's folder.", valueName: "directory"))
    var intents = DefaultPaths.intents

    @Option(help: ArgumentHelp("Where the desk keeps its state.", valueName: "sqlite:file"))
    var store = "sqlite:" + DefaultPaths.data("triage.db")

    @Option(
        help: ArgumentHelp(
            "The shop: a database, or https://… (docs/shop.md).", valueName: "place"))
    var shop = "sqlite:" + DefaultPaths.data("shop.db")

    @OptionGroup(title: "A shop behind HTTP") var remote: RemoteShopOptions

    @Option(help: ArgumentHelp("The socket that clients connect to.", valueName: "path"))
    var socket = DefaultPaths.socket

    @Flag(help: "Fill an empty shop with the demo shop.")
    var demo = false

    @Option(
        help: ArgumentHelp(
            "Token vectors for the classifier (default: Vectors/english.table beside the pack).",
            valueName: "file"))
    var vectors: String?

    @Flag(help: "Run on n-grams alone, without token vectors.")
    var noVectors = false

    @Option(help: "trace, debug, info, notice, warning, error or critical.")
    var logLevel = LogLevel.info

    func run() throws {
        let level = logLevel.level
        let log = Logger(label: "triaged") { _ in KeyValueLog(level: level) }
        // The databases hold customers' data: for the daemon's user only.
        umask(0o077)
        // Signals are caught before the socket exists: whoever can connect can also stop it
        // cleanly.
        let signals = Signals([SIGTERM, SIGINT, SIGHUP])
        let daemon: Daemon
        do throws(LaunchError) {
            let choice = try ShopChoice(
                shop, headersFile: remote.shopHeaders, secretFile: remote.shopSecret,
                authorityFile: remote.shopAuthority)
            let options = LaunchOptions(
                intents: intents, store: store, shop: choice, socket: socket, isDemo: demo,
                vectors: noVectors ? .none : vectors.map(VectorChoice.file) ?? .shipped)
            daemon = try options.launch(log: log)
        } catch {
            for line in error.lines { fail(line) }
            throw ExitCode(error.exitCode)
        }
        log.info("daemon.ready", metadata: ["socket": "\(socket)", "pid": "\(getpid())"])
        ServiceSupervisor.notify("READY=1")
        serve(daemon, until: signals, log)
        ServiceSupervisor.notify("STOPPING=1")
        do throws(DaemonError) {
            try daemon.stop()
        } catch {
            fail(error.message)
            throw ExitCode(error.exitCode)
        }
        log.info("daemon.stopped")
    }

    private func serve(_ daemon: Daemon, until signals: Signals, _ log: Logger) {
        while true {
            let signal = signals.next()
            guard signal == SIGHUP else {
                log.info("daemon.stopping", metadata: ["signal": "\(signal)"])
                return
            }
            daemon.reload()
        }
    }

    private func fail(_ line: String) {
        let text = Array("triaged: \(line)\n".utf8)
        _ = text.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}

/// What a shop behind HTTP needs; in files, because a command line can be read by others.
struct RemoteShopOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Headers, one 'Name: value' a line.", valueName: "file"))
    var shopHeaders: String?

    @Option(help: ArgumentHelp("The secret that signs the requests.", valueName: "file"))
    var shopSecret: String?

    @Option(help: ArgumentHelp("Certificates (PEM) to trust, not the system's.", valueName: "file"))
    var shopAuthority: String?
}

/// The levels of the log, as words of the command line.
enum LogLevel: String, CaseIterable, ExpressibleByArgument {
    case trace, debug, info, notice, warning, error, critical

    var level: Logger.Level { Logger.Level(rawValue: rawValue) ?? .info }
}
