import ArgumentParser
import Facts
import Wire

struct QueueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue",
        abstract: "List the queues, or the open tickets of one.",
        discussion: "Example: triage queue payments --json")

    @Argument(help: ArgumentHelp("Only this queue's tickets.", valueName: "queue"))
    var queue: String?

    @OptionGroup var socket: SocketOption

    @Flag(help: "The daemon's own answer.")
    var json = false

    func run() throws {
        try reporting {
            var caller = try DeskCaller(socket)
            if let queue {
                let result = try caller.call(.ticketList, ["queue": .string(queue)])
                if json { return Output.line(result.text) }
                let tickets = result["tickets"]?.array ?? []
                for ticket in tickets { Output.line(TicketText.row(ticket)) }
                if tickets.isEmpty { Output.line("no open ticket in \(queue)") }
            } else {
                let result = try caller.call(.queueList)
                if json { return Output.line(result.text) }
                for line in TicketText.queues(result) { Output.line(line) }
            }
        }
    }
}
