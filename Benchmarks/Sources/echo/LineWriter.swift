import NIOCore
import Synchronization

/// Group commit: all lines that arrived while the last transaction was written are the next one.
final class LineWriter: Sendable {
    private struct Inbox {
        var arrivals: [(lines: [ByteBuffer], channel: any Channel)] = []
        var isScheduled = false
    }

    private let loop: any EventLoop
    private let inbox = Mutex(Inbox())
    private let store: NIOLoopBoundBox<LineStore>

    init(loop: any EventLoop, store: sending LineStore) {
        self.loop = loop
        self.store = NIOLoopBoundBox.makeBoxSendingValue(store, eventLoop: loop)
    }

    /// Called on any thread.
    func submit(_ lines: [ByteBuffer], from channel: any Channel) {
        inbox.withLock { inbox in
            inbox.arrivals.append((lines, channel))
            guard !inbox.isScheduled else { return }
            inbox.isScheduled = true
            loop.execute { self.runRound() }
        }
    }

    private func runRound() {
        let arrivals = inbox.withLock { inbox in
            let all = inbox.arrivals
            inbox.arrivals = []
            inbox.isScheduled = false
            return all
        }
        store.value.write(arrivals.flatMap(\.lines))
        for arrival in arrivals {
            arrival.channel.writeAndFlush(joined(arrival.lines), promise: nil)
        }
    }
}
