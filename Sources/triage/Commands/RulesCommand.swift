import ArgumentParser
import Desk
import Facts
import Handbook
import Reporting
import Triage
import Wire

struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Try the desk's rules, explain them, compare two sets.",
        subcommands: [Lint.self, Test.self, Explain.self, BackTest.self])

    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "test",
            abstract: "Say which rules a message and facts would fire, and where the ticket goes.",
            discussion: """
                Ends with 1 where --expect is not met.

                Example: triage rules test 'I will call my lawyer' customer.tier=vip \
                order.total=620 --expect queue=legal,class=urgent
                """)

        @Argument(help: ArgumentHelp("What the customer writes, then facts.", valueName: "text"))
        var words: [String]

        @Option(help: ArgumentHelp("What must come out.", valueName: "queue=…,class=…"))
        var expect: String?

        @OptionGroup var pack: PackOptions

        @Flag(help: "One JSON object.")
        var json = false

        func run() throws {
            try reporting {
                let handbook = try pack.load()
                var facts = Record()
                for word in words.dropFirst() { try facts.take(word, handbook) }
                let now = Clock.now
                let reading = handbook.interpret(words.first ?? "", language: nil, at: now)
                let all = Triage(handbook: handbook).facts(ofFirst: reading, at: now)
                    .deepMerging(facts)
                guard let route = handbook.plan.route(all, at: now) else {
                    throw CommandFailure("the pack has no queue", Exit.badData)
                }
                report(route, RuleSet(plan: handbook.plan), all, now)
                try check(route)
            }
        }

        private func report(_ route: Route, _ rules: RuleSet, _ facts: Record, _ now: Instant) {
            if json { return Output.line(RuleText.json(route).text) }
            let traces = rules.trace(RecordFacts(facts, now: now))
            for line in RuleText.lines(route, traces) { Output.line(line) }
        }

        private func check(_ route: Route) throws(CommandFailure) {
            for part in (expect ?? "").split(separator: ",") {
                let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
                let found: String? =
                    switch pair.first {
                    case "queue": route.queue
                    case "class": route.serviceClass
                    case "hand_off": String(route.outcome.handOff)
                    default: nil
                    }
                guard pair.count == 2, let found else {
                    throw CommandFailure(
                        "'\(part)' is no expectation; write queue=…, class=… or hand_off=true",
                        Exit.usage)
                }
                guard found == pair[1] else {
                    throw CommandFailure(
                        "\(pair[0]) is \(found), not \(pair[1])", Exit.failure)
                }
            }
        }
    }

    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "explain",
            abstract: "Say why a ticket is where it is: every rule with what it found.",
            discussion: "Example: triage rules explain T-1042")

        @Argument(help: ArgumentHelp("The ticket.", valueName: "ticket"))
        var ticket: String

        @OptionGroup var socket: SocketOption
        @OptionGroup var pack: PackOptions

        @Flag(help: "One JSON object.")
        var json = false

        func run() throws {
            try reporting {
                var caller = try DeskCaller(socket)
                let shown = try caller.call(.ticketShow, ["ticket": .string(ticket)])
                let handbook = try pack.load()
                let old = RoutedTicket(shown)
                guard let route = handbook.plan.route(old) else {
                    throw CommandFailure("the pack has no queue", Exit.badData)
                }
                if json { return Output.line(RuleText.json(route).text) }
                Output.line(
                    "\(ticket) is in \(old.queue), \(old.serviceClass); fired then: "
                        + old.rules.joined(separator: ", ")
                )
                let traces = RuleSet(plan: handbook.plan).trace(
                    RecordFacts(old.facts, now: old.createdAt))
                for line in RuleText.lines(route, traces) { Output.line(line) }
            }
        }
    }

    struct BackTest: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "backtest",
            abstract: "Say which tickets another desk would route differently.",
            discussion: """
                Takes the tickets of the last conversations, closed ones too, with the facts that \
                the rules saw then, and routes them by the pack and by --with: a pack's folder, or \
                a desk.yaml alone.

                Example: triage rules backtest --last 30d --with new/desk.yaml
                """)

        @Option(help: ArgumentHelp("The other desk.yaml, or pack.", valueName: "path"))
        var with: String

        @Option(help: ArgumentHelp("How far back.", valueName: "30d"))
        var last = "30d"

        @OptionGroup var pack: PackOptions

        @OptionGroup var socket: SocketOption

        @Flag(help: "One JSON object per ticket that differs.")
        var json = false

        func run() throws {
            try reporting {
                guard let span = Duration(shortText: last) else {
                    throw CommandFailure(
                        "'\(last)' is no time; write 30d or 12h", Exit.usage)
                }
                let (now, plan) = (Clock.now, try pack.load().plan)
                let other = try OtherDesk(with, beside: pack.intents).plan
                var caller = try DeskCaller(socket)
                let tickets = try caller.routedTickets(in: Period(start: now - span, end: now))
                var differing = 0
                for ticket in tickets {
                    guard let old = plan.route(ticket), let new = other.route(ticket),
                        let line = RoutedTicket.difference(ticket.id, old, new, json: json)
                    else { continue }
                    differing += 1
                    Output.line(line)
                }
                if !json {
                    Output.line("\(differing) of \(tickets.count) tickets would go elsewhere")
                }
            }
        }
    }
}

/// Rules and routes for people.
enum RuleText {
    static func lines(_ route: Route, _ traces: [RuleTrace]) -> [String] {
        var lines = [
            "queue     \(route.queue)", "class     \(route.serviceClass)",
            "hand off  \(route.outcome.handOff ? "yes" : "no")",
        ]
        for (name, list) in [
            ("notify", route.outcome.notify), ("page", route.outcome.page),
            ("freeze", route.outcome.freeze), ("tags", route.outcome.tags),
        ] where !list.isEmpty {
            lines.append("\(name.padded(to: 9)) \(list.joined(separator: ", "))")
        }
        for trace in traces {
            lines.append("\(trace.holds ? "+" : "-") \(trace.rule)")
            for test in trace.tests {
                let found = test.found.map { SafeText.oneLine($0.ruleText, limit: 60) } ?? "missing"
                lines.append("    \(test.holds ? "+" : "-") \(test.text)   (\(found))")
            }
        }
        return lines
    }

    static func json(_ route: Route) -> JSON {
        let list: ([String]) -> JSON = { .array($0.map { .string($0) }) }
        return [
            "queue": .string(route.queue), "class": .string(route.serviceClass),
            "hand_off": .bool(route.outcome.handOff), "rules": list(route.outcome.fired),
            "notify": list(route.outcome.notify), "page": list(route.outcome.page),
            "freeze": list(route.outcome.freeze), "tags": list(route.outcome.tags),
        ]
    }
}

extension Record {
    /// Takes `customer.tier=vip`; a number stands for money where a rule compares the field with money.
    fileprivate mutating func take(
        _ word: String, _ handbook: Handbook
    ) throws(CommandFailure) {
        let pair = word.split(separator: "=", maxSplits: 1).map(String.init)
        let path = (pair.first ?? "").split(separator: ".").map(String.init)
        guard pair.count == 2, !path.isEmpty else {
            throw CommandFailure(
                "'\(word)' is no fact; write customer.tier=vip, the message in quotes first",
                Exit.usage)
        }
        let full = path == ["tier"] ? ["customer", "tier"] : path
        let isMoney = handbook.plan.rules.flatMap { $0.when.comparisons }.contains { comparison in
            if comparison.field == full, case .value(.money) = comparison.operand {
                true
            } else {
                false
            }
        }
        let text = isMoney && !pair[1].contains(" ") ? "\(pair[1]) \(handbook.currency)" : pair[1]
        set(Value(literal: text), at: full[...])
    }

    private mutating func set(_ value: Value, at path: ArraySlice<String>) {
        guard let first = path.first else { return }
        guard path.count > 1 else {
            self[first] = value
            return
        }
        var inner = self[first]?.record ?? Record()
        inner.set(value, at: path.dropFirst())
        self[first] = .record(inner)
    }

    /// Like `merging`, but records inside are merged too.
    fileprivate func deepMerging(_ other: Record) -> Record {
        var result = self
        for field in other.fields {
            if case .record(let inner) = field.value, let own = self[field.name]?.record {
                result[field.name] = .record(own.deepMerging(inner))
            } else {
                result[field.name] = field.value
            }
        }
        return result
    }
}
