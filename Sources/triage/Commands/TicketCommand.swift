import ArgumentParser
import Facts
import Wire

struct TicketCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ticket",
        abstract: "Look at one ticket, or at its promises.",
        subcommands: [Show.self, Promises.self])

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Show a ticket with its conversation and history, closed ones too.",
            discussion: "Example: triage ticket show T-1042")

        @Argument(help: ArgumentHelp("The ticket.", valueName: "ticket"))
        var ticket: String

        @OptionGroup var socket: SocketOption

        @Flag(help: "The daemon's own answer.")
        var json = false

        func run() throws {
            try reporting {
                var caller = try DeskCaller(socket)
                let shown = try caller.call(.ticketShow, ["ticket": .string(ticket)])
                if json { return Output.line(shown.text) }
                for line in TicketText.full(shown) { Output.wrapped(line) }
                for line in TicketText.transcript(of: shown) {
                    Output.wrapped(TicketText.line(line))
                }
                Output.line("history")
                for entry in shown["history"]?.array ?? [] {
                    Output.wrapped(TicketText.history(entry))
                }
            }
        }
    }

    struct Promises: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "sla",
            abstract: "Say how a ticket's promises stand.",
            discussion: """
                With --explain also the working time that each has used, span by span.

                Example: triage ticket sla T-1042 --explain
                """)

        @Argument(help: ArgumentHelp("The ticket.", valueName: "ticket"))
        var ticket: String

        @Flag(help: "Print the working intervals that were consumed.")
        var explain = false

        @OptionGroup var socket: SocketOption

        @Flag(help: "The promises as JSON.")
        var json = false

        func run() throws {
            try reporting {
                var caller = try DeskCaller(socket)
                let shown = try caller.call(.ticketShow, ["ticket": .string(ticket)])
                if json { return Output.line((shown["targets"] ?? .null).text) }
                for target in shown["targets"]?.array ?? [] {
                    for line in PromiseText.lines(target, explain: explain) { Output.line(line) }
                }
            }
        }
    }
}

/// A promise for people.
enum PromiseText {
    static func lines(_ target: JSON, explain: Bool) -> [String] {
        let name = TicketText.word(target, "name").replacing("_", with: " ")
        let verdict = TicketText.word(target, "verdict")
        let clock = target["calendar"]?.string ?? "always"
        let seconds = target["seconds"]?.integer ?? 0
        var lines = [
            "\(name.padded(to: 12)) \(verdict.padded(to: 9)) \(moments(target))  (\(span(seconds)) on '\(clock)')"
        ]
        guard explain else { return lines }
        lines.append("  from \(target["start"].flatMap(wall) ?? "-")")
        for pause in target["pauses"]?.array ?? [] {
            lines.append("  pause \(ends(pause))")
        }
        var used = 0
        for piece in target["spans"]?.array ?? [] {
            let length = (milliseconds(piece, 1) - milliseconds(piece, 0)) / 1000
            used += length
            lines.append("  \(ends(piece))  \(span(length).padded(to: 10)) \(span(used)) in all")
        }
        lines.append(
            "  used \(span(used)) of \(span(seconds)), left \(span(max(0, seconds - used)))")
        return lines
    }

    /// When it is due, and when it was kept.
    private static func moments(_ target: JSON) -> String {
        let due = target["due"].flatMap(wall).map { "due " + $0 }
        let isKept = target["verdict"]?.string == "met"
        let answered = target["answered"].flatMap(wall).map { (isKept ? "kept " : "done ") + $0 }
        let both = [due, answered].compactMap { $0 }
        return both.isEmpty ? "the clock stands still" : both.joined(separator: ", ")
    }

    private static func ends(_ piece: JSON) -> String {
        let items = piece.array ?? []
        let texts = items.prefix(2).map { wall($0) ?? "…" }
        return texts.joined(separator: " – ")
    }

    private static func milliseconds(_ piece: JSON, _ index: Int) -> Int {
        let items = piece.array ?? []
        return items.indices.contains(index) ? items[index].integer ?? 0 : 0
    }

    private static func wall(_ json: JSON) -> String? {
        json.integer.map { Clock.wall(Instant(milliseconds: Int64($0))) }
    }

    /// `2h 5m`, `45s`.
    static func span(_ seconds: Int) -> String {
        let parts = [
            (seconds / 3600, "h"), (seconds / 60 % 60, "m"), (seconds % 60, "s"),
        ].filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }
        return parts.isEmpty ? "0s" : parts.joined(separator: " ")
    }
}

extension TicketText {
    /// `09:14 handed_off desk asked_for_human`.
    static func history(_ entry: JSON) -> String {
        let at = entry["at"]?.integer.map { Clock.wall(Instant(milliseconds: Int64($0))) } ?? ""
        // `leaseExpired`, as the journal has it, is `lease_expired` beside `asked_for_human`.
        var detail = ""
        for letter in word(entry, "detail") {
            let isHump = letter.isUppercase && detail.last?.isLowercase ?? false
            detail += isHump ? "_" + letter.lowercased() : String(letter)
        }
        return
            "  \(at) \(word(entry, "what").padded(to: 14)) \(word(entry, "who").padded(to: 8)) \(detail)"
            .trimmedRight
    }
}
