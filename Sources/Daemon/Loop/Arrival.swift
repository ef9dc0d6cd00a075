import Hooks
import Triage
import Understanding
import Wire

/// Numbers the connections of one daemon from 1; a number is never used again.
typealias ConnectionID = Int

/// What reaches the desk loop, in order of arrival.
enum Arrival: Sendable {
    case opened(any Outlet)
    case closed(ConnectionID)
    case request(ClientRequest)
    /// An answer of a shop that answers late, or an event that could not be handled before.
    case answered(Event)
    /// A handbook was read for a reload; or not, and why.
    case reloaded(Result<LoadedHandbook, ReloadFailure>)
    /// An operator (or a signal) wants the handbook read again.
    case reload
    /// A reading of the store is done.
    case read(ConnectionID, RequestID?, Result<JSON, ProtocolError>)
    /// A program was called with a notice.
    case told(notice: String, HookOutcome)
    /// Time to look at the timers.
    case tick
}

/// A checked request of a connection.
struct ClientRequest: Sendable {
    var connection: ConnectionID
    /// nil for a notification: it is obeyed and not answered.
    var id: RequestID?
    var call: Call
    /// Of `conversation.say`: what was understood, read on the connection's loop.
    var interpretation: Interpretation?
    /// When it arrived, in nanoseconds of a monotonic clock.
    var arrivedAt: UInt64
}

/// The way back to a client.
protocol Outlet: AnyObject, Sendable {
    var id: ConnectionID { get }
    var role: Role { get }
    /// Sends the lines in order; called on any thread.
    func send(_ lines: [ServerLine])
}

/// What a connection may do.
enum Role: String, Sendable {
    /// Everything: the daemon's own user, and root.
    case `operator`
    /// The methods for customers only.
    case customer
}
