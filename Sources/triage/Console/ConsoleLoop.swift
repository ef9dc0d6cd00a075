import CReadline
import Glibc

/// One loop over standard input, the daemon's socket and signals: everything a console waits for.
@MainActor
struct ConsoleLoop {
    let console: LineConsole
    let link: DeskLink
    /// A line was typed.
    var onLine: (String) -> Void
    /// Several lines were pasted where the terminal does not say so.
    var onPaste: (String) -> Void
    /// Called at least every quarter of a second.
    var onTick: () -> Void
    /// Whether the loop may end: the input is over and nothing is owed.
    var isDone: () -> Bool

    func run() {
        let signals = triage_signal_descriptor()
        defer { close(signals) }
        while !isDone() {
            wait(signals)
            guard !isStopped(by: signals) else { break }
            for paste in console.takePastes() { onPaste(paste) }
            for line in console.takeLines() { onLine(line) }
            link.tick()
            onTick()
        }
        console.end()
    }

    private func wait(_ signals: Int32) {
        var polled = [pollfd(fd: signals, events: Int16(POLLIN), revents: 0)]
        let readsInput = !console.isEnded
        if readsInput { polled.append(pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)) }
        if let socket = link.polled { polled.append(socket) }
        guard poll(&polled, nfds_t(polled.count), 250) > 0 else { return }
        for ready in polled where ready.revents != 0 {
            if ready.fd == STDIN_FILENO, readsInput {
                console.readInput()
            } else if ready.fd != signals {
                link.ready()
            }
        }
    }

    private func isStopped(by signals: Int32) -> Bool {
        while true {
            switch triage_next_signal(signals) {
            case 0: return false
            case SIGWINCH: console.resize()
            case SIGINT: if console.interrupt() { return true }
            case SIGTERM, SIGHUP: return true
            default: continue
            }
        }
    }
}
