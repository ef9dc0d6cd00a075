import Logging
import NIOCore
import Triage
import Wire

/// Lines for a connection, in order; what travels down its pipeline.
struct OutgoingLines: Sendable {
    var lines: [ServerLine]
}

/// One connection: cuts lines, checks requests, reads texts, and hands the requests to the desk
/// loop.
///
/// Everything here runs on the connection's event loop, so that many connections are read in
/// parallel.
final class ConnectionHandler: ChannelInboundHandler, ChannelOutboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = OutgoingLines
    typealias OutboundOut = ByteBuffer

    private let outlet: ChannelOutlet
    private let desk: DeskLoop
    private let handbooks: HandbookShelf
    private let log: Logger
    private var framer = LineFramer()
    /// Requests that have no answer yet.
    private var openRequests = 0
    private var isPaused = false
    /// The client sends nothing more; it may still wait for answers.
    private var isInputClosed = false
    /// Refusals that this handler gives itself, in the order of the lines.
    private var refusals: [ServerLine] = []

    /// With so many open requests the connection is not read until half of them are answered.
    static let pipelineLimit = 1024
    /// Bytes that may wait for a client that does not read.
    static let outboundLimit = 8 * 1024 * 1024

    init(outlet: ChannelOutlet, desk: DeskLoop, handbooks: HandbookShelf, log: Logger) {
        self.outlet = outlet
        self.desk = desk
        self.handbooks = handbooks
        self.log = log
    }

    func channelActive(context: ChannelHandlerContext) {
        desk.deliver(.opened(outlet))
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        desk.deliver(.closed(outlet.id))
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if let event = event as? ChannelEvent, event == .inputClosed {
            isInputClosed = true
            closeWhenAnswered(context: context)
        }
        context.fireUserInboundEventTriggered(event)
    }

    private func closeWhenAnswered(context: ChannelHandlerContext) {
        guard isInputClosed, openRequests <= 0 else { return }
        context.writeAndFlush(wrapOutboundOut(ByteBuffer())).assumeIsolated().whenComplete { _ in
            context.close(promise: nil)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        log.debug("connection.error", metadata: ["why": "\(type(of: error))"])
        context.close(promise: nil)
    }

    // MARK: Reading

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let buffer = unwrapInboundIn(data)
        var requests: [ClientRequest] = []
        let arrivedAt = MonotonicClock.nanoseconds
        buffer.withUnsafeReadableBytes { raw in
            framer.feed(raw.bindMemory(to: UInt8.self)) { frame in
                switch frame {
                case .line(let line): read(line, at: arrivedAt, into: &requests)
                case .tooLong:
                    let what = "a line has more than \(LineFramer.defaultLimit) bytes"
                    refusals.append(.failure(nil, ProtocolError(.lineTooLong, what)))
                }
            }
        }
        submit(requests)
        if !refusals.isEmpty {
            write(refusals, context: context)
            refusals = []
        }
        if openRequests >= Self.pipelineLimit { pause(context: context) }
    }

    private func read(
        _ line: UnsafeBufferPointer<UInt8>, at arrivedAt: UInt64,
        into requests: inout [ClientRequest]
    ) {
        guard !line.isEmpty else { return }
        do throws(Request.Refusal) {
            let request = try Request(line: line)
            do throws(ProtocolError) {
                let call = try Call(request, now: handbooks.now)
                try outlet.role.check(call)
                requests.append(
                    ClientRequest(
                        connection: outlet.id, id: request.id, call: call,
                        interpretation: handbooks.interpret(call), arrivedAt: arrivedAt))
                if request.id != nil { openRequests += 1 }
            } catch {
                guard let id = request.id else { return }
                refusals.append(.failure(id, error))
            }
        } catch {
            refusals.append(.failure(error.id, error.error))
        }
    }

    private func submit(_ requests: [ClientRequest]) {
        guard !requests.isEmpty else { return }
        do throws(DeskLoop.Refusal) {
            try desk.submit(requests)
        } catch {
            let refusal =
                switch error {
                case .full:
                    ProtocolError(
                        .overloaded, "too many requests wait",
                        details: [JSON.Member("retry_after_ms", 100)])
                case .draining: ProtocolError(.shuttingDown, "the daemon is stopping")
                }
            for id in requests.compactMap(\.id) {
                openRequests -= 1
                refusals.append(.failure(id, refusal))
            }
        }
    }

    // MARK: Writing

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let outgoing = unwrapOutboundIn(data)
        for line in outgoing.lines {
            switch line {
            case .result, .failure: openRequests -= 1
            case .notification: break
            }
        }
        write(outgoing.lines, context: context, promise: promise)
        if isPaused, openRequests <= Self.pipelineLimit / 2, context.channel.isWritable {
            resume(context: context)
        }
        closeWhenAnswered(context: context)
    }

    private func write(
        _ lines: [ServerLine], context: ChannelHandlerContext,
        promise: EventLoopPromise<Void>? = nil
    ) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(lines.count * 512)
        for line in lines { line.write(to: &bytes) }
        if outlet.isOverfull(adding: bytes.count) {
            promise?.fail(ChannelError.ioOnClosedChannel)
            dropSlowReader(context: context)
            return
        }
        let count = bytes.count
        let outlet = outlet
        let written = promise ?? context.eventLoop.makePromise(of: Void.self)
        written.futureResult.whenComplete { _ in outlet.sent(count) }
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: written)
    }

    private func dropSlowReader(context: ChannelHandlerContext) {
        log.warning("connection.dropped", metadata: ["why": "SLOW_READER", "id": "\(outlet.id)"])
        context.close(promise: nil)
    }

    // MARK: Back-pressure

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if !context.channel.isWritable {
            pause(context: context)
        } else if isPaused, openRequests <= Self.pipelineLimit / 2 {
            resume(context: context)
        }
        context.fireChannelWritabilityChanged()
    }

    /// A client that does not take its answers is not read either.
    private func pause(context: ChannelHandlerContext) {
        guard !isPaused else { return }
        isPaused = true
        context.channel.setOption(.autoRead, value: false).whenFailure { _ in }
    }

    private func resume(context: ChannelHandlerContext) {
        isPaused = false
        context.channel.setOption(.autoRead, value: true).whenFailure { _ in }
        context.read()
    }
}

extension Role {
    /// Refuses what the role may not do.
    func check(_ call: Call) throws(ProtocolError) {
        switch self {
        case .operator: return
        case .customer:
            if case .say(let say) = call, say.customer != nil {
                throw ProtocolError(
                    .notAllowed, "'customer' may be named by operators only",
                    cure: "leave it out: the bot identifies the customer")
            }
            guard !call.isForCustomers else { return }
            throw ProtocolError(.notAllowed, "the method is for operators only")
        }
    }
}
