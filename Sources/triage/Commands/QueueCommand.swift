import ArgumentParser
import Facts
import Glibc
import Reporting
import Wire

struct QueueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue",
        abstract: "The lead's board: queues, what is at risk, agents, service level.",
        discussion: """
            In a terminal it refreshes in place until q or Ctrl-C; else, and with --once, it is \
            printed once. A queue's name lists its open tickets instead.

            Example: triage queue --every 2s
            Example: triage queue payments --json
            """)

    @Argument(help: ArgumentHelp("Only this queue's tickets.", valueName: "queue"))
    var queue: String?

    @OptionGroup var socket: SocketOption

    @Option(help: ArgumentHelp("How often the board is drawn anew.", valueName: "span"))
    var every = "2s"

    @Flag(help: "Print the board once, also in a terminal.")
    var once = false

    @Flag(help: "The daemon's own answer.")
    var json = false

    func run() throws {
        try reporting {
            guard let pause = Duration(shortText: every), pause >= .seconds(1) else {
                throw CommandFailure("--every is no span of at least a second", Exit.usage)
            }
            if let queue { return try listTickets(of: queue) }
            if json { return try printJSON() }
            guard !once, let screen = LiveScreen() else {
                var board = Board()
                for line in try board.lines(socket, columns: 200) { Output.line(line) }
                return
            }
            defer { screen.end() }
            watch(screen, pause: pause)
        }
    }

    private func listTickets(of queue: String) throws(CommandFailure) {
        var caller = try DeskCaller(socket)
        let result = try caller.call(.ticketList, ["queue": .string(queue)])
        if json { return Output.line(result.text) }
        let tickets = result["tickets"]?.array ?? []
        for ticket in tickets { Output.line(TicketText.row(ticket)) }
        if tickets.isEmpty { Output.line("no open ticket in \(queue)") }
    }

    private func printJSON() throws(CommandFailure) {
        var caller = try DeskCaller(socket)
        let queues = try caller.call(.queueList)
        let agents = try caller.call(.agentList)
        Output.line(JSON.object((queues.members ?? []) + (agents.members ?? [])).text)
    }

    /// A desk that is away for a moment is no reason to leave.
    private func watch(_ screen: LiveScreen, pause: Duration) {
        var board = Board()
        repeat {
            do throws(CommandFailure) {
                let isColoured = getenv("NO_COLOR") == nil
                screen.draw(
                    try board.lines(
                        socket, columns: LiveScreen.size.columns, isColoured: isColoured))
            } catch {
                let columns = LiveScreen.size.columns
                let lines = error.lines + ["", "trying again every \(every); q leaves"]
                screen.draw(
                    lines.flatMap {
                        LineWrap.wrapped($0, width: columns).split(
                            separator: "\n", omittingEmptySubsequences: false
                        ).map(String.init)
                    })
            }
        } while screen.wait(milliseconds: Int(pause.milliseconds))
    }

    /// Asks the daemon for what the board shows; the day's figures at most every 30 seconds.
    struct Board {
        private var today: Report?
        private var asked: Instant?

        mutating func lines(
            _ socket: SocketOption, columns: Int, isColoured: Bool = false
        ) throws(CommandFailure) -> [String] {
            var caller = try DeskCaller(socket)
            defer { caller.close() }
            let now = Clock.now
            let store = try caller.call(.status)["store"]?.string
            let queues = try caller.call(.queueList)
            let agents = try caller.call(.agentList)
            if asked.map({ now - $0 >= .seconds(30) }) ?? true {
                asked = now
                let zone = ShownZone.current
                let midnight = zone.instant(
                    of: CivilTime(day: zone.civil(at: now).day, hour: 0, minute: 0))
                let day = Period(start: midnight, end: now + .milliseconds(1))
                today = try? ReportCommand.report(
                    caller.call(.report, .object(day.params), patience: 30))
            }
            return QueueBoard(
                queues: queues, agents: agents, today: today, now: now,
                trouble: store == "ok" ? nil : store, columns: columns, isColoured: isColoured
            ).lines
        }
    }
}
