import NIOCore
import Synchronization
import Wire

/// The way back to a client: a channel, and how many bytes wait in it.
final class ChannelOutlet: Outlet {
    let id: ConnectionID
    let role: Role
    private let channel: any Channel
    private let waitingBytes = Atomic(0)

    init(id: ConnectionID, role: Role, channel: any Channel) {
        self.id = id
        self.role = role
        self.channel = channel
    }

    func send(_ lines: [ServerLine]) {
        channel.writeAndFlush(OutgoingLines(lines: lines), promise: nil)
    }

    /// Counts bytes that are about to be written; true when too many wait.
    func isOverfull(adding count: Int) -> Bool {
        let (_, total) = waitingBytes.add(count, ordering: .relaxed)
        return total > ConnectionHandler.outboundLimit
    }

    func sent(_ count: Int) { waitingBytes.subtract(count, ordering: .relaxed) }
}
