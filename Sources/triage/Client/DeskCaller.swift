import ArgumentParser
import Daemon
import Glibc
import Wire

/// Where the daemon is.
struct SocketOption: ParsableArguments {
    @Option(help: ArgumentHelp("The daemon's socket.", valueName: "path"))
    var socket = DefaultPaths.socket

    func connect() throws(CommandFailure) -> DeskConnection {
        do {
            return try DeskConnection(path: socket)
        } catch {
            throw CommandFailure.noDesk(at: socket, error.what)
        }
    }
}

/// Asks the daemon one thing after the other and waits for each answer.
struct DeskCaller {
    private var connection: DeskConnection
    private var lastID = 0

    init(_ option: SocketOption) throws(CommandFailure) {
        self.init(try option.connect())
        ShownZone.use(try? ask(.hello, patience: 2)["zone"]?.string)
    }

    init(_ connection: DeskConnection) {
        self.connection = connection
    }

    func close() { connection.close() }

    /// The result; a refusal ends the command with 1, silence for `patience` seconds with 69.
    mutating func call(
        _ method: Wire.Method, _ params: JSON = [:], patience: Int = 10
    ) throws(CommandFailure) -> JSON {
        do {
            return try ask(method, params, patience: patience)
        } catch let error as ProtocolError {
            throw CommandFailure(
                "\(error.code.rawValue): \(error.what); \(error.cure)", Exit.failure)
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw CommandFailure("\(error)", Exit.failure)
        }
    }

    /// The result; throws the `ProtocolError` of a refusal, and a `CommandFailure` where the desk is silent or gone.
    mutating func ask(
        _ method: Wire.Method, _ params: JSON = [:], patience: Int = 10
    ) throws -> JSON {
        lastID += 1
        let id = RequestID.integer(lastID)
        connection.send(Request(id: id, method: method.rawValue, params: params))
        let deadline = Clock.milliseconds + patience * 1000
        while Clock.milliseconds < deadline {
            var polled = pollfd(
                fd: connection.descriptor,
                events: Int16(POLLIN) | (connection.wantsToSend ? Int16(POLLOUT) : 0), revents: 0)
            _ = poll(&polled, 1, 100)
            connection.flush()
            let (lines, isOpen) = connection.receive()
            for line in lines {
                switch line {
                case .result(id, let result): return result
                case .failure(let failed, let error) where failed == id || failed == nil:
                    throw error
                case .result, .failure, .notification: continue
                }
            }
            guard isOpen else {
                throw CommandFailure("the desk closed the connection", Exit.unavailable)
            }
        }
        throw CommandFailure("the desk does not answer", Exit.unavailable)
    }
}

extension CommandFailure {
    static func noDesk(at socket: String, _ reason: String) -> CommandFailure {
        CommandFailure(
            "no desk at \(socket): \(reason); start one with triaged, or name its --socket",
            Exit.unavailable)
    }
}
