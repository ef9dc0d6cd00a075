import CReadline
import Glibc

/// Lines from a person at a terminal, or from a pipe; what is printed meanwhile never spoils the line being typed.
///
/// With a terminal GNU Readline edits the line. All of it runs on the main thread.
@MainActor
final class LineConsole {
    /// Whether a person sits there: standard input and output are terminals.
    let isTerminal: Bool
    private(set) var isEnded = false
    /// Lines that were typed and not yet taken.
    private var typed: [String] = []
    /// Lines that came faster than anybody types: an unmarked paste that goes on.
    private var burst: [String] = []
    /// Texts that were pasted without marks and not yet taken.
    private var pastes: [String] = []
    private var partial: [UInt8] = []
    private var prompt: String
    private let history: String?

    /// Words that Tab completes at the beginning of a line.
    var completions: [String] = []

    /// The console that Readline's callbacks speak to.
    private static var current: LineConsole?

    /// `history`: a file that keeps the lines for the next time.
    init(name: String, prompt: String, history: String? = nil) {
        isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
        self.prompt = prompt
        self.history = history
        guard isTerminal else { return }
        Self.current = self
        name.withCString { triage_readline_prepare(strdup($0)) }
        using_history()
        stifle_history(1000)
        if let history { _ = read_history(history) }
        triage_readline_complete_with { text, start, _ in
            triage_readline_no_more_completion()
            guard start == 0 else { return nil }
            return rl_completion_matches(text) { text, state in
                guard let text else { return nil }
                let prefix = String(cString: text)
                let word = MainActor.assumeIsolated {
                    LineConsole.current?.completion(of: prefix, number: Int(state))
                }
                return word.flatMap { strdup($0) }
            }
        }
        rl_callback_handler_install(prompt) { line in
            let text = line.map { String(cString: $0) }
            free(line)
            MainActor.assumeIsolated { LineConsole.current?.take(text) }
        }
    }

    /// Gives the terminal back.
    func end() {
        guard !isEnded || isTerminal else { return }
        if isTyping { unfinished = String(cString: triage_readline_text()) }
        isEnded = true
        guard isTerminal, Self.current === self else { return }
        rl_callback_handler_remove()
        Self.current = nil
        if let history { _ = write_history(history) }
    }

    // MARK: Input

    /// Reads what waits on standard input; call it when that is readable.
    func readInput() {
        if isTerminal {
            let count = typed.count
            rl_callback_read_char()
            // Nobody types on in the moment of Enter: what follows belongs to the same paste.
            let isFollowed = triage_waiting_bytes() > 0
            if typed.count > count, isFollowed || !burst.isEmpty {
                burst += typed[count...]
                typed.removeSubrange(count...)
            }
            return
        }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = buffer.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
        guard count > 0 else {
            if !partial.isEmpty { typed.append(String(decoding: partial, as: UTF8.self)) }
            partial = []
            isEnded = true
            return
        }
        partial += buffer[..<count]
        while let end = partial.firstIndex(of: UInt8(ascii: "\n")) {
            typed.append(String(decoding: partial[..<end], as: UTF8.self))
            partial.removeSubrange(...end)
        }
    }

    /// Takes the lines typed since the last time.
    func takeLines() -> [String] {
        defer { typed = [] }
        return typed
    }

    /// Takes the texts of several lines that were pasted where the terminal does not mark a paste.
    func takePastes() -> [String] {
        endBurst()
        defer { pastes = [] }
        return pastes
    }

    /// The paste is over when nothing more waits; what stands in the line is its last one.
    private func endBurst() {
        guard !burst.isEmpty, isEnded || triage_waiting_bytes() == 0 else { return }
        let rest = standing
        if !rest.isEmpty, !isEnded { triage_readline_empty() }
        var lines = burst + [rest]
        burst = []
        while lines.last?.allSatisfy(\.isWhitespace) ?? false { lines.removeLast() }
        if lines.count > 1 {
            pastes.append(lines.joined(separator: "\n"))
        } else {
            typed += lines
        }
    }

    /// Gives lines back that were taken too early; they come first again.
    func putBack(_ lines: some Collection<String>) { typed = Array(lines) + typed }

    /// A line was finished; nil: Ctrl-D on an empty one.
    private func take(_ text: String?) {
        guard let text else {
            isEnded = true
            rl_callback_handler_remove()
            Output.line("")
            return
        }
        if !text.allSatisfy(\.isWhitespace), !text.contains("\n") { add_history(text) }
        typed.append(text)
    }

    private func completion(of prefix: String, number: Int) -> String? {
        let fitting = completions.filter { $0.hasPrefix(prefix) && !prefix.isEmpty }
        return fitting.indices.contains(number) ? fitting[number] : nil
    }

    /// What stands in the line; empty without a terminal.
    var standing: String {
        isTyping ? String(cString: triage_readline_text()) : ""
    }

    /// Whether a paste is being read: so many keys wait as nobody types.
    var isBeingPasted: Bool { isTerminal && triage_waiting_bytes() > 32 }

    /// Whether something stands in the line.
    var isTyping: Bool { isTerminal && !isEnded && triage_readline_length() > 0 }

    /// What stood in the line when the console ended without Enter; nil for nothing.
    private(set) var unfinished: String?

    /// Puts a text into the line, to be changed or sent; false without a terminal, or where something is typed.
    func insert(_ text: String) -> Bool {
        guard isTerminal, !isEnded, triage_readline_length() == 0 else { return false }
        triage_readline_hide()
        triage_readline_insert(text)
        triage_readline_show()
        return true
    }

    // MARK: Output

    /// Prints above the line being typed.
    func print(_ text: String) {
        guard isTerminal, !isEnded else {
            Output.line(text)
            return
        }
        triage_readline_hide()
        fflush(nil)
        Output.line(LineWrap.wrapped(text, width: width))
        triage_readline_show()
    }

    /// Columns of the terminal; 80 where it does not say.
    private var width: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else {
            return 80
        }
        return Int(size.ws_col)
    }

    func setPrompt(_ new: String) {
        guard new != prompt else { return }
        prompt = new
        guard isTerminal, !isEnded else { return }
        triage_readline_hide()
        triage_readline_set_prompt(new)
        triage_readline_show()
    }

    /// Ctrl-C: forgets what is typed; true when nothing was.
    func interrupt() -> Bool {
        guard isTerminal, !isEnded else { return true }
        let wasEmpty = triage_readline_length() == 0
        triage_readline_clear()
        return wasEmpty
    }

    func resize() {
        if isTerminal, !isEnded { triage_readline_resize() }
    }
}
