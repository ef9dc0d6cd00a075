import CReadline
import Glibc

/// One line after the other from a person with Readline, or from a pipe.
@MainActor
struct LinePrompt {
    let console: LineConsole
    private let signals = triage_signal_descriptor()

    /// The next line; nil at the end of the input or after Ctrl-C on an empty line.
    func next() -> String? {
        var lines = console.takeLines()
        while lines.isEmpty, !console.isEnded {
            var polled = [
                pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
                pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&polled, nfds_t(polled.count), -1) > 0 else { continue }
            if polled[1].revents != 0, isStopped() { return nil }
            if polled[0].revents != 0 { console.readInput() }
            lines = console.takeLines()
        }
        return lines.first.map { first in
            console.putBack(lines.dropFirst())
            return first
        }
    }

    private func isStopped() -> Bool {
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
