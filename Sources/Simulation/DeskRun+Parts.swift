import Desk

extension DeskRun {
    /// Numbers only: an event is moved often in the heap.
    enum Event: Sendable {
        case arrival(stream: Int)
        /// The stream's rate changes here.
        case turn(stream: Int)
        case leave(chat: Int)
        case resolve(chat: Int, epoch: Int)
        case online(shift: Int)
        case away(shift: Int)
        case ticketTimer(chat: Int)
        case agentTimer(Int)
        case boundary
    }

    struct Chat: Sendable {
        var stream: Int
        var arrived: Int64
        /// Numbers of the tallies.
        var serviceClass = 0
        var queue = 0
        var ticket = ""
        /// When the ticket's timer rings; nil without one.
        var timer: Int64?
        var isWaiting = true
        var isLate = false
        var hasPromise = false
        var handle: Int64 = 0
        var estimate: WaitEstimate?
        var average = 0.0
    }
}
