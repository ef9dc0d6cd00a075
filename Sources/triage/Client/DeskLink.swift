import Glibc
import Wire

/// The way to the daemon that mends itself: after a loss it connects again and repeats what is still unanswered.
@MainActor
final class DeskLink {
    private let path: String
    private var connection: DeskConnection?
    private var lastID = 0
    /// Requests without an answer, by id; ids ascend in the order of asking.
    private var open: [Int: Asked] = [:]
    private var nextTry = 0
    private var wasConnected = false
    /// Why the last attempt failed.
    private(set) var lastRefusal = ""

    private struct Asked {
        var request: Request
        /// Ask again after a loss: the request has an id of its own, so that twice is once.
        var repeats: Bool
        /// Not before then, in milliseconds of the monotonic clock.
        var notBefore = 0
        var handler: (Result<JSON, ProtocolError>) -> Void
    }

    /// Called with each new connection, before anything is repeated; true for the first one.
    var onConnect: (Bool) -> Void = { _ in }
    var onLoss: () -> Void = {}
    var onNotification: (String, JSON) -> Void = { _, _ in }
    /// A request was refused for now and is asked again: told once, until something is answered.
    var onRepeat: (ProtocolError) -> Void = { _ in }
    private var hasToldRepeat = false

    init(path: String) {
        self.path = path
    }

    var isConnected: Bool { connection != nil }
    /// How many requests wait for their answer.
    var openCount: Int { open.count }

    /// What to poll; nil without a connection.
    var polled: pollfd? {
        connection.map {
            pollfd(
                fd: $0.descriptor,
                events: Int16(POLLIN) | ($0.wantsToSend ? Int16(POLLOUT) : 0), revents: 0)
        }
    }

    func ask(
        _ method: Wire.Method, _ params: JSON = [:], repeats: Bool = false,
        handler: @escaping (Result<JSON, ProtocolError>) -> Void = { _ in }
    ) {
        lastID += 1
        let request = Request(id: .integer(lastID), method: method.rawValue, params: params)
        guard connection != nil || repeats else {
            handler(
                .failure(
                    ProtocolError(.shuttingDown, "the desk is away", cure: "wait until it is back"))
            )
            return
        }
        var asked = Asked(request: request, repeats: repeats, handler: handler)
        // Behind what waits to be asked again: a customer's messages keep their order.
        let earlier = repeats ? open.values.map(\.notBefore).max() ?? 0 : 0
        asked.notBefore = earlier
        open[lastID] = asked
        if earlier == 0 { connection?.send(request) }
    }

    /// Connects where there is no connection, and repeats what is due.
    func tick() {
        let now = Clock.milliseconds
        if connection == nil, now >= nextTry { connect(at: now) }
        for id in open.keys.sorted() {
            guard connection != nil, let asked = open[id], asked.notBefore > 0,
                asked.notBefore <= now
            else { continue }
            open[id]?.notBefore = 0
            connection?.send(asked.request)
        }
    }

    private func connect(at now: Int) {
        do {
            connection = try DeskConnection(path: path)
        } catch {
            lastRefusal = error.what
            nextTry = now + 300
            return
        }
        let isFirst = !wasConnected
        wasConnected = true
        let unanswered = open.keys.sorted()
        onConnect(isFirst)
        for id in unanswered {
            guard let asked = open[id] else { continue }
            open[id]?.notBefore = 0
            connection?.send(asked.request)
        }
    }

    /// The socket is readable, or writable at last.
    func ready() {
        guard connection != nil else { return }
        connection?.flush()
        guard let (lines, isOpen) = connection?.receive() else { return }
        for line in lines { take(line) }
        if !isOpen { lose() }
    }

    private func take(_ line: ServerLine) {
        switch line {
        case .notification(let method, let params): onNotification(method, params)
        case .result(.integer(let id), let result):
            hasToldRepeat = false
            open.removeValue(forKey: id)?.handler(.success(result))
        case .failure(.integer(let id), let error):
            guard let asked = open[id] else { return }
            if asked.repeats, error.isPassing {
                open[id]?.notBefore = Clock.milliseconds + 400
                if !hasToldRepeat { onRepeat(error) }
                hasToldRepeat = true
            } else {
                open[id] = nil
                asked.handler(.failure(error))
            }
        case .result, .failure: break
        }
    }

    private func lose() {
        connection?.close()
        connection = nil
        nextTry = Clock.milliseconds + 100
        for id in open.keys.sorted() {
            guard let asked = open[id], !asked.repeats else { continue }
            open[id] = nil
            asked.handler(
                .failure(
                    ProtocolError(
                        .shuttingDown, "the connection was lost", cure: "look, then do it again")))
        }
        onLoss()
    }
}

extension ProtocolError {
    /// Whether the same request may succeed in a moment.
    var isPassing: Bool {
        switch code {
        case .overloaded, .shuttingDown, .storageFailed, .conversationBusy: true
        case .parseError, .invalidRequest, .methodNotFound, .invalidParams, .internalError,
            .lineTooLong, .batchRefused, .notAllowed, .slowReader, .reloadFailed, .messageTooLong,
            .unknownConversation, .noAgent, .unknownTicket, .unknownAgent, .unknownQueue,
            .staleEpoch, .notYours, .wrongState, .notOnline, .notEligible, .atCapacity,
            .nothingWaiting, .notLead, .badTime, .tooLong, .deskFull, .emptyText,
            .replyHeld, .nothingToUndo, .internalTicket, .otherCustomer, .unknownMacro,
            .unknownNotice:
            false
        }
    }
}
