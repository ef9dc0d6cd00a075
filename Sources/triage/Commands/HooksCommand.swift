import ArgumentParser
import Desk
import Facts
import Handbook
import Hooks
import Triage
import Wire

struct HooksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hooks",
        abstract: "The programs that hear of notices and pages: what waits, try one, try again.",
        subcommands: [List.self, Try.self, Retry.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List the notices that no program has taken, and why not.",
            discussion: "Example: triage hooks list")

        @OptionGroup var socket: SocketOption

        @Flag(help: "The daemon's own answer.")
        var json = false

        func run() throws {
            try reporting {
                var caller = try DeskCaller(socket)
                let result = try caller.call(.hookList)
                if json { return Output.line(result.text) }
                for line in HookText.lines(result) { Output.line(line) }
            }
        }
    }

    struct Try: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "try",
            abstract: "Call a program of the pack once with a made-up notice.",
            discussion: """
                Its input is shown; it runs here, as you, not in the daemon. Ends with 1 when it \
                fails.

                Example: triage hooks try page --intents Intents
                """)

        @Argument(help: ArgumentHelp("Which one.", valueName: "notify|page"))
        var hook: HookName

        @OptionGroup var pack: PackOptions

        func run() throws {
            try reporting {
                let hooks = try pack.load().plan.hooks
                let program = hook == .page ? hooks.page : hooks.notify
                guard !program.isEmpty else {
                    throw CommandFailure(
                        "desk.yaml names no program under hooks.\(hook.rawValue)", Exit.badData)
                }
                let notice = HookText.sample(hook.rawValue, at: Clock.now).text
                Output.line(notice)
                let call = HookProgram(
                    arguments: program, timeoutMilliseconds: Int(hooks.timeout.milliseconds))
                switch call.run(Array(notice.utf8)) {
                case .taken: Output.line("\(program[0]) took it")
                case .failed(let why):
                    throw CommandFailure("\(program[0]): \(why)", Exit.failure)
                case .interrupted: throw CommandFailure("interrupted", Exit.failure)
                }
            }
        }
    }

    struct Retry: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "retry",
            abstract: "Have notices that were given up tried again.",
            discussion: "Example: triage hooks retry")

        @Argument(help: ArgumentHelp("Only this one, also when it waits.", valueName: "notice"))
        var notice: String?

        @OptionGroup var socket: SocketOption

        func run() throws {
            try reporting {
                var caller = try DeskCaller(socket)
                let params: JSON = notice.map { ["notice": .string($0)] } ?? [:]
                let result = try caller.call(.hookRetry, params)
                let count = result["retried"]?.integer ?? 0
                Output.line(
                    count == 1 ? "1 notice is tried again" : "\(count) notices are tried again")
            }
        }
    }
}

/// Which program of `hooks:`.
enum HookName: String, ExpressibleByArgument, CaseIterable {
    case notify, page
}

/// Hooks for people.
enum HookText {
    static func lines(_ result: JSON) -> [String] {
        var lines = [("notify", "notices"), ("page", "pages")].map { hook, what in
            let words = result[hook]?.array?.compactMap(\.string) ?? []
            let program = words.isEmpty ? "no program" : words.joined(separator: " ")
            return "\(what.padded(to: 8)) \(SafeText.oneLine(program, limit: 300))"
        }
        let notices = result["notices"]?.array ?? []
        if notices.isEmpty { lines.append("nothing waits") }
        return lines + notices.map(line)
    }

    private static func line(_ notice: JSON) -> String {
        let next = notice["next"]?.integer.map {
            "again \(Clock.wall(Instant(milliseconds: Int64($0))))"
        }
        let attempts = notice["attempts"]?.integer ?? 0
        let failure =
            notice["failure"]?.string.map { ": " + SafeText.oneLine($0, limit: 300) } ?? ""
        return "\(TicketText.word(notice, "state").padded(to: 9)) "
            + "\(TicketText.word(notice, "id"))  \(attempts) tried, \(next ?? "no more")\(failure)"
    }

    /// What a program gets, made up.
    static func sample(_ hook: String, at now: Instant) -> JSON {
        [
            "id": .string("T-0.\(hook).lead.trial.\(now.milliseconds)"), "hook": .string(hook),
            "role": "lead", "reason": "trial", "at": .integer(Int(now.milliseconds)),
            "agents": [],
            "ticket": [
                "id": "T-0", "state": "queued", "queue": "general", "class": "normal",
                "agent": .null, "epoch": 0, "conversation": "trial", "customer": .null,
                "reasons": ["trial"], "queued_at": .integer(Int(now.milliseconds)),
                "unanswered_since": .integer(Int(now.milliseconds)), "summary": "A trial.",
            ],
            "attempt": 1,
        ]
    }
}
