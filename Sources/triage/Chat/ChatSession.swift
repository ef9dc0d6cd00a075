import Daemon
import Facts
import Rehearsal
import Triage
import Wire

/// A customer's chat: what is typed goes to the desk, what the desk and its people say is printed.
@MainActor
final class ChatSession {
    struct Options {
        var conversation: String
        var language: String?
        var customer: String?
    }

    private let options: Options
    private let socket: String
    private let console: LineConsole
    private let link: DeskLink
    /// The highest number of a message that was printed.
    private var lastNumber = 0
    private var sentCount = 0
    /// Makes the ids of this run's messages different from those of every other.
    private let runID = RandomID.make()
    private var record = ChatRecord()
    private var isQuitting = false
    /// Lines typed and not yet obeyed.
    private var typed: [String] = []
    private var lostAt: Int?

    static let prompt = "you> "

    init(socket: String, options: Options) {
        self.socket = socket
        self.options = options
        console = LineConsole(
            name: "triage-chat", prompt: Self.prompt, history: DefaultPaths.state("chat-history"))
        link = DeskLink(path: socket)
    }

    func run() throws(CommandFailure) {
        console.completions = ChatCommandLine.usage.map { ":" + $0.name }
        link.onConnect = { [unowned self] isFirst in connected(isFirst) }
        link.onLoss = { [unowned self] in lost() }
        link.onRepeat = { [unowned self] error in
            // A busy desk takes it in a moment; a full disk may last.
            guard error.code == .storageFailed else { return }
            console.print(
                "-- not taken yet: \(error.what). It is sent again until the desk takes it")
        }
        link.onNotification = { [unowned self] method, params in
            if method == "conversation.message" { show(message: params) }
        }
        link.tick()
        guard link.isConnected else {
            console.end()
            throw CommandFailure.noDesk(at: socket, link.lastRefusal)
        }
        ConsoleLoop(
            console: console, link: link, onLine: { [unowned self] in typed.append($0) },
            onPaste: { [unowned self] in typed.append($0) },
            onTick: { [unowned self] in takeTyped() }, isDone: { [unowned self] in isDone }
        ).run()
        if link.openCount > 0 {
            throw CommandFailure("\(link.openCount) messages have no answer", Exit.unavailable)
        }
    }

    private var isDone: Bool {
        if isQuitting { return true }
        guard console.isEnded, typed.isEmpty else { return false }
        // A pipe waits for its answers, but not for ever.
        return link.openCount == 0 || lostAt.map { Clock.milliseconds - $0 > 30_000 } ?? false
    }

    // MARK: The connection

    private func connected(_ isFirst: Bool) {
        lostAt = nil
        link.ask(.subscribe, ["conversation": .string(options.conversation)])
        if isFirst, console.isTerminal {
            console.print("Connected. Write as a customer would; :help has the commands.")
        } else if !isFirst {
            console.print("-- connected again; the conversation goes on")
        }
        // What was said while nobody listened.
        link.ask(
            .show,
            ["conversation": .string(options.conversation), "after": .integer(lastNumber)]
        ) { [unowned self] result in
            guard case .success(let shown) = result else { return }
            for message in shown["messages"]?.array ?? [] { show(message: message) }
        }
    }

    private func lost() {
        lostAt = Clock.milliseconds
        console.print("-- the desk is gone; trying again until it is back")
    }

    // MARK: Talking

    /// Lines in their order. In a pipe a command waits for the answers before it.
    private func takeTyped() {
        while let line = typed.first {
            if line.hasPrefix(":"), !line.contains("\n") {
                guard console.isTerminal || link.openCount == 0 else { return }
                typed.removeFirst()
                obey(ChatCommandLine(line))
            } else {
                typed.removeFirst()
                if line.contains(where: { !$0.isWhitespace }) { say(line) }
            }
        }
    }

    private func say(_ text: String) {
        sentCount += 1
        var params: [JSON.Member] = [
            .init("conversation", .string(options.conversation)), .init("text", .string(text)),
            .init("message", .string("\(runID)-\(sentCount)")),
        ]
        if let language = options.language { params.append(.init("language", .string(language))) }
        if let customer = options.customer { params.append(.init("customer", .string(customer))) }
        record.said(text, number: sentCount)
        let number = sentCount
        link.ask(.say, .object(params), repeats: true) { [unowned self] result in
            switch result {
            case .success(let turn):
                record.answered(turn, number: number)
                for message in turn["messages"]?.array ?? [] { show(message: message) }
            case .failure(let error):
                console.print("-- \(error.what); \(error.cure)")
            }
        }
    }

    /// Prints a message of the desk once, whichever way it came.
    private func show(message: JSON) {
        let number = message["number"]?.integer ?? 0
        guard number > lastNumber, let text = message["text"]?.string else { return }
        lastNumber = number
        let sender = message["sender"]?.string ?? "bot"
        record.heard(message, from: sender)
        let id = sender.hasPrefix("agent.") ? String(sender.dropFirst(6)) : sender
        let name = SafeText.oneLine(message["name"]?.string ?? id, limit: 40)
        let indent = String(repeating: " ", count: name.count + 2)
        console.print("\(SafeText.shown(name)): \(SafeText.shown(text, indent: indent))")
    }

    // MARK: Commands

    private func obey(_ command: ChatCommandLine) {
        switch command {
        case .help:
            for (name, arguments, meaning) in ChatCommandLine.usage {
                let head = ":\(name) \(arguments)".padded(to: 18)
                console.print("  \(head) \(meaning)")
            }
        case .why: console.print(record.why)
        case .state: showState()
        case .human:
            say(ChatCommandLine.wishForHuman(language: record.language ?? options.language))
        case .save(let path): save(path)
        case .quit: isQuitting = true
        case .unknown(let name):
            console.print("-- there is no command :\(name); see :help")
        }
    }

    private func showState() {
        link.ask(
            .show, ["conversation": .string(options.conversation), "after": .integer(lastNumber)]
        ) {
            [unowned self] result in
            switch result {
            case .success(let shown): console.print(ChatRecord.state(of: shown))
            case .failure(let error): console.print("-- \(error.what); \(error.cure)")
            }
        }
    }

    /// The desk knows who the customer is: their own words go out of the recording wherever they stand.
    private func save(_ path: String) {
        link.ask(.show, ["conversation": .string(options.conversation)]) { [unowned self] result in
            let shown = try? result.get()
            let customer = shown?["dialogue"]?["customer"].flatMap { Value(json: $0)?.record }
            save(path, Redactor(customer: customer, handbook: Self.handbook))
        }
    }

    /// The pack beside the chat, to find names and addresses; nil where there is none.
    private static var handbook: Handbook? {
        guard Files.exists("Intents/pack.yaml") else { return nil }
        return try? PackOptions.load("Intents", nil).handbook
    }

    private func save(_ path: String, _ redactor: Redactor) {
        do throws(CommandFailure) {
            let text = record.transcript(customer: options.customer, redactor: redactor)
            try Files.write(text, to: path)
            console.print("-- saved \(path); play it with: triage replay \(path)")
        } catch {
            for line in error.lines { console.print("-- \(line)") }
        }
    }
}

extension String {
    /// With blanks up to the width.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
