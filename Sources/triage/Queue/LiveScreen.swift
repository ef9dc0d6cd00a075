import CReadline
import Glibc

/// A screen that is drawn again and again in place, until Ctrl-C or `q`.
///
/// It uses the terminal's second screen, so that what stood before comes back.
struct LiveScreen {
    private let before: termios
    private let signals: Int32

    /// nil without a terminal on both sides.
    init?() {
        var settings = termios()
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1,
            tcgetattr(STDIN_FILENO, &settings) == 0
        else { return nil }
        before = settings
        // Keys come at once and are not shown; Ctrl-C stays a signal.
        settings.c_lflag &= ~tcflag_t(ICANON | ECHO)
        tcsetattr(STDIN_FILENO, TCSANOW, &settings)
        signals = triage_signal_descriptor()
        Output.write("\u{1B}[?1049h\u{1B}[?25l", to: STDOUT_FILENO)
    }

    func end() {
        Output.write("\u{1B}[?25h\u{1B}[?1049l", to: STDOUT_FILENO)
        var settings = before
        tcsetattr(STDIN_FILENO, TCSANOW, &settings)
        close(signals)
    }

    /// Draws over what stands there; lines beyond the screen are left out.
    func draw(_ lines: [String]) {
        let rows = Self.size.rows
        var text = "\u{1B}[H"
        for line in lines.prefix(max(1, rows - 1)) { text += line + "\u{1B}[K\r\n" }
        Output.write(text + "\u{1B}[J", to: STDOUT_FILENO)
    }

    /// Waits; false when the person wants to leave, true at once when the window changed.
    func wait(milliseconds: Int) -> Bool {
        var polled = [
            pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
            pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&polled, nfds_t(polled.count), Int32(milliseconds)) > 0 else { return true }
        if polled[1].revents != 0 {
            while true {
                switch triage_next_signal(signals) {
                case 0: return true
                case SIGINT, SIGTERM, SIGHUP: return false
                default: continue
                }
            }
        }
        var key: UInt8 = 0
        guard read(STDIN_FILENO, &key, 1) == 1 else { return false }
        return key != UInt8(ascii: "q") && key != 4
    }

    /// Columns and rows; 80 × 24 where the terminal does not say.
    static var size: (columns: Int, rows: Int) {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20,
            size.ws_row >= 5
        else { return (80, 24) }
        return (Int(size.ws_col), Int(size.ws_row))
    }
}
